/** Sentences to quote: of every figure, with the word around the number, base, asker, date, source and address. */
import { describe, expect, it } from 'vitest'
import { inLanguage } from '../../data/model/figure.ts'
import { isMissing } from '../../data/model/ends.ts'
import { DEFAULT_VIEW } from '../../web/address.ts'
import { headlineRows, quotesOf } from '../../web/chart/quote.ts'
import { valueOf } from '../../web/chart/say.ts'
import { titleOf } from '../../web/chart/title.ts'
import { wordsOf } from '../../web/words/index.ts'
import { FIGURES } from './built.ts'

const URL = 'https://supply-lines.example/figures/x@0123456789abcdef'

const figureOf = (id: string) => {
  const found = FIGURES.find((figure) => figure.id === id)
  if (!found) throw new Error(`no such figure: ${id}`)
  return found
}

describe.each(FIGURES.flatMap(({ id, lang }) => lang.map((code) => [id, code] as const)))('%s in %s', (id, lang) => {
  const figure = figureOf(id)
  const [words, rows] = [wordsOf(lang), headlineRows(figure, DEFAULT_VIEW, lang)]
  const quotes = quotesOf(figure, DEFAULT_VIEW, lang, URL)

  it('quotes numbers, as many as a title has', () => {
    const isNumeric = ['claim', 'shares', 'series'].includes(figure.shape)
    expect(quotes.length).toBe(isNumeric ? Math.min(3, rows.length) : 0)
    if (isNumeric) expect(rows.length).toBeGreaterThan(0)
  })

  it('says each with its qualifier, measure, asker, date, source and address', () => {
    for (const [i, { number, sentence }] of quotes.entries()) {
      const row = rows[i]
      const [evidence, source] = [figure.evidence[row?.evidence ?? ''], figure.sources[row?.source ?? '']]
      if (!row || !evidence || !source) throw new Error('a number without evidence')
      expect(isMissing(row)).toBe(false)
      expect(number).toBe(valueOf(figure, row, words))
      const parts = [
        valueOf(figure, row, words, 'sentence').slice(1), inLanguage(figure.measure, lang), inLanguage(evidence.asker, lang), words.date(row.published),
        words.source(source), ...(evidence.kind === 'survey' ? [inLanguage(evidence.population, lang)] : []), ...(row.time ? [words.date(row.time)] : []),
      ]
      for (const part of parts) expect(sentence).toContain(part)
      expect(sentence.endsWith(URL)).toBe(true)
      expect(sentence).not.toMatch(/\{\w+\}|undefined|null/)
    }
  })
})

it.each([
  ['guidance-wanted', 'en', 'More than 51% wanted guidance', 'Replies: number not reported.'],
  ['guidance-wanted', 'ja', '51%超', '調査主体：経済産業省・外務省'],
  ['screening', 'en', 'Only 12% actively screened', 'Asked by Nikkei.'],
  ['meti-survey-2021', 'en', 'is 69%, according to METI and MOFA.', 'Replies: 760 of 2,786 answered.'],
  ['fdi-inflows-gdp', 'en', 'Singapore, 2024, is 27.8%', '(% of GDP)'],
  ['sme-hrdd', 'en', '47.7%', 'The value is inferred.'],
])('%s in %s: %s', (id, lang, ...parts) => {
  const [quote] = quotesOf(figureOf(id), DEFAULT_VIEW, lang, URL)
  for (const part of parts) expect(quote?.sentence).toContain(part)
})

it('quotes what a title names, and in another view what is newest there', () => {
  const figure = figureOf('fdi-inflows-gdp')
  const named = headlineRows(figure, DEFAULT_VIEW, 'en')
  expect(named.map(({ series, time }) => `${series}.${time}`)).toEqual(['SGP.2024', 'TLS.2024'])
  for (const row of named) expect(titleOf(figure, DEFAULT_VIEW, 'en')).toContain(valueOf(figure, row, wordsOf('en')))
  const chosen = headlineRows(figure, { ...DEFAULT_VIEW, select: ['VNM'], time: { from: '2010', to: '2020' } }, 'en')
  expect(chosen.map(({ series, time }) => `${series}.${time}`)).toEqual(['VNM.2020'])
})
