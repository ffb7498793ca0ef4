/** Alt texts of every figure and of views of it: short enough, with the words around numbers, and never empty. */
import { describe, expect, it } from 'vitest'
import { BREAK } from '../../data/model/figure.ts'
import { selectable } from '../../data/model/choose.ts'
import { yearsOf } from '../../data/model/publication.ts'
import { DEFAULT_VIEW, type View } from '../../web/address.ts'
import { altOf } from '../../web/chart/alt.ts'
import { titleOf } from '../../web/chart/title.ts'
import { FIGURES } from './built.ts'

const figureOf = (id: string) => {
  const found = FIGURES.find((figure) => figure.id === id)
  if (!found) throw new Error(`no such figure: ${id}`)
  return found
}

/** The default view, each chart type, each code alone, the newest year and one range. */
function viewsOf(id: string): readonly View[] {
  const figure = figureOf(id)
  const years = yearsOf(figure)
  return [
    ...figure.charts.map((chart) => ({ ...DEFAULT_VIEW, chart })),
    ...selectable(figure).map((code) => ({ ...DEFAULT_VIEW, select: [code] })),
    ...(years.length ? [{ ...DEFAULT_VIEW, time: 'latest' as const }, { ...DEFAULT_VIEW, time: { from: String(years[0]), to: String(years[0]) } }] : []),
  ]
}

const CASES = FIGURES.flatMap(({ id, lang }) => lang.map((code) => [id, code] as const))

describe.each(CASES)('%s in %s', (id, lang) => {
  const views = viewsOf(id)

  it('is said in a breath, whatever is shown', () => {
    for (const view of views) {
      const { short } = altOf(figureOf(id), view, lang)
      expect(short.length, short).toBeGreaterThan(10)
      expect(short.length, short).toBeLessThanOrEqual(125)
    }
  })

  it('leaves its title between words, and no number behind that may be cut or of something else', () => {
    for (const view of views) {
      const { short } = altOf(figureOf(id), view, lang)
      if (!short.endsWith('…')) continue
      const [said, title] = [short.slice(0, -1), titleOf(figureOf(id), view, lang)]
      expect(title.startsWith(said), short).toBe(true)
      expect(title.slice(said.length), short).toMatch(/^[\s、。；：，]/u)
      expect(said, short).not.toMatch(/[\p{N}\p{Sc}%(（,;–—\s]$/u)
    }
  })

  it('is said in full: title first, then what is shown, with nothing left open', () => {
    for (const view of views) {
      const { sentences } = altOf(figureOf(id), view, lang)
      expect(sentences[0]).toContain(titleOf(figureOf(id), view, lang))
      expect(sentences.length).toBeGreaterThan(1)
      const whole = sentences.join(' ')
      expect(whole).not.toMatch(/\{\w+\}|undefined|null|NaN|Infinity|: [.,;]|\(\)/)
      expect(whole).not.toContain(BREAK)
    }
  })
})

it.each([
  ['guidance-wanted', 'en', ['more than 51%', 'Asked: ']], ['guidance-wanted', 'ja', ['51%超', '対象：']],
  ['who-was-asked', 'en', ['about 10%', '13.8%', 'groups of respondents']], ['who-was-asked', 'ja', ['約10%']],
  ['fdi-inflows-gdp', 'en', ['2000–2024', 'Highest: Singapore, 2021', 'Lowest: Timor-Leste, 2020', 'Latest: ', 'Singapore, 2024: 27.8%']],
  ['hrdd-reach', 'en', ['10–16%', 'only 25%']],
])('%s in %s keeps qualifiers, range, highest, lowest and last value', (id, lang, parts) => {
  const whole = altOf(figureOf(id), DEFAULT_VIEW, lang).sentences.join(' ')
  for (const part of parts) expect(whole).toContain(part)
})

it.each([
  ['fdi-by-source', 'in 2023 was US$42.8 billion as published in…'], ['uflpa-by-fiscal-year', 'in fiscal year 2025 up to August, more than in the whole of…'],
])('%s is left before the number that does not fit', (id, end) => {
  expect(altOf(figureOf(id), DEFAULT_VIEW, 'en').short.endsWith(end)).toBe(true)
})

it('holds no measure against another', () => {
  const { sentences } = altOf(figureOf('gdp-real'), DEFAULT_VIEW, 'en')
  expect(sentences.filter((sentence) => sentence.startsWith('Highest')).length).toBe(2)
})

it.each(['fdi-by-source', 'asean-trade', 'trust-in-powers', 'uflpa-shipments', 'japan-fdi-asean'])('calls nothing in %s highest or lowest: nothing there is declared comparable', (id) => {
  const { sentences } = altOf(figureOf(id), DEFAULT_VIEW, 'en')
  expect(sentences.filter((sentence) => /^(Highest|Lowest)/.test(sentence))).toEqual([])
  expect(sentences.join(' ')).toContain(`${figureOf(id).rows.length} values, which are not declared comparable`)
})

it('says when each value of a series was', () => {
  expect(altOf(figureOf('keidanren-ungp'), DEFAULT_VIEW, 'en').sentences).toContain(
    'Values: Keidanren members that answered, 2020: 36%; Keidanren members that answered, 2023: 76%.',
  )
})

it('says that a view is empty', () => {
  const years = yearsOf(figureOf('uflpa-by-origin'))
  expect(altOf(figureOf('uflpa-by-origin'), { ...DEFAULT_VIEW, time: { from: String((years[0] ?? 0) - 1), to: String((years[0] ?? 0) - 1) } }, 'en').sentences.length).toBe(2)
})
