/**
 * The front page and a figure of each shape as a screen reader says them: every number with its qualifier. Transcripts that were
 * read and accepted are in transcripts/; `npx vitest run --project browser test/browser/transcript.test.ts -u` accepts them anew.
 */
import { afterAll, describe, expect, it } from 'vitest'
import type { Figure, Row } from '../../data/model/figure.ts'
import { labelOf, valueOf } from '../../web/chart/say.ts'
import { DEFAULT_VIEW } from '../../web/address.ts'
import { selectRows } from '../../web/chart/select.ts'
import { LIVE_DATA } from '../../web/pages/live.ts'
import { grouped } from '../../web/words/number.ts'
import { wordsOf } from '../../web/words/index.ts'
import { openBrowser } from './chromium.ts'
import { transcribe } from './transcript.ts'
import { inLanguage, LANGUAGES, ORIGIN, type Language } from './visit.ts'

const browser = await openBrowser()
afterAll(() => browser.close())

/** A figure of each shape. */
const SHAPES = {
  claim: 'guidance-wanted', shares: 'who-was-asked', series: 'japan-fdi-asean',
} as const satisfies Partial<Record<Figure['shape'], string>>

const PAGES = LANGUAGES.flatMap((lang) => [
  { lang, name: 'dashboard', path: inLanguage(lang, '/') },
  ...Object.values(SHAPES).map((id) => ({ lang, name: id, path: inLanguage(lang, `/figures/${id}`) })),
])

/** The figures that a page shows, from where its own script has them. */
async function figuresOf(path: string): Promise<readonly Figure[]> {
  const html = await (await fetch(ORIGIN + path)).text()
  const [, block = '{}'] = new RegExp(`id="${LIVE_DATA}">([^<]*)<`).exec(html) ?? []
  const live: { readonly kind: string; readonly facts: string } = JSON.parse(block)
  const facts = await (await fetch(ORIGIN + live.facts)).json()
  return live.kind === 'dashboard' ? Object.values(facts.figures) : [facts]
}

/** What a table's cell says: the source's own digits with the qualifier around them. */
function cellOf(row: Row, lang: Language): string {
  const words = wordsOf(lang)
  const { before, after } = words.qualifiers[row.qualifier]
  if (row.qualifier === 'between' && row.lower !== null) return `${before}${grouped(row.lower)}${words.range}${grouped(row.upper ?? '')}${after}`
  return row.value === null ? words.messages.missing : `${before}${grouped(row.value)}${after}`
}

/** The numbers that a chart's description says: all of claims and shares; of series the highest and the lowest. */
function toldBy(figure: Figure, lang: Language): readonly string[] {
  const words = wordsOf(lang)
  const rows = selectRows(figure, DEFAULT_VIEW)
  if (figure.shape === 'claim') return rows.map((row) => valueOf(figure, row, words))
  if (figure.shape === 'shares') return rows.map((row) => labelOf({ figure, words }, row))
  const members = rows.filter((row) => row.value !== null && !figure.names[row.series]?.aggregate)
    .toSorted((a, b) => Number(a.value) - Number(b.value))
  return [members[0], members.at(-1)].flatMap((row) => (row ? [valueOf(figure, row, words, 'sentence')] : []))
}

describe.each(PAGES)('$path', ({ lang, name, path }) => {
  it('says every number with its qualifier', async () => {
    const phrases = await transcribe(browser, path)
    const pictures = phrases.filter((phrase) => phrase.startsWith('image, '))
    const figures = await figuresOf(path)
    expect(pictures.length).toBe(figures.length)
    for (const figure of figures) {
      const untold = toldBy(figure, lang).filter((told) => !pictures.some((picture) => picture.includes(told)))
      expect({ figure: figure.id, untold }).toEqual({ figure: figure.id, untold: [] })
    }
    if (name !== 'dashboard') {
      const cells = phrases.filter((phrase) => phrase.startsWith('cell, '))
      const silent = figures.flatMap(({ rows }) => rows).map((row) => cellOf(row, lang))
        .filter((cell) => !cells.some((phrase) => phrase.includes(cell)))
      expect(silent).toEqual([])
    }
    await expect(`${phrases.join('\n')}\n`).toMatchFileSnapshot(`transcripts/${name}.${lang}.txt`)
  })
})

it('reads a figure of every shape there is', async () => {
  const shapes = new Set((await figuresOf('/')).map(({ shape }) => shape))
  expect([...shapes].filter((shape) => !Object.hasOwn(SHAPES, shape))).toEqual([])
})
