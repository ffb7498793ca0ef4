/** The methods box: every survey of every figure has every item, on its page, in its files and in its picture, and none is made up. */
import { describe, expect, it } from 'vitest'
import type { Figure } from '../../data/model/figure.ts'
import { responseRate } from '../../data/model/response.ts'
import { DEFAULT_VIEW } from '../../web/address.ts'
import { rateLine } from '../../web/chart/response.ts'
import { methodsOf } from '../../web/pages/methods.ts'
import { LANGUAGES, wordsOf } from '../../web/words/index.ts'
import { textIn } from '../formats/rendered.ts'
import { FIGURES } from './built.ts'

const surveysOf = ({ evidence }: Figure) => Object.entries(evidence).filter(([, { kind }]) => kind === 'survey')
const SURVEYED = FIGURES.filter((figure) => surveysOf(figure).length > 0)

it('there are surveys, and statistics have no box', async () => {
  expect(SURVEYED.length).toBeGreaterThan(15)
  const statistics = FIGURES.filter((figure) => surveysOf(figure).length === 0)
  for (const figure of statistics) expect(await textIn(figure, 'metadata.json')).not.toContain('response_rate')
})

describe.each(SURVEYED)('$id', (figure) => {
  it.each(LANGUAGES)('has all items of AAPOR in %s, the unknown ones as not reported', (lang) => {
    const { pages, messages } = wordsOf(lang)
    for (const [id, of] of surveysOf(figure)) {
      const said = new Map(methodsOf(figure, id, of, wordsOf(lang)))
      const names = [
        pages.sponsor, pages.response, pages.responseRate, pages.frame, pages.sampling, pages.mode, pages.weighting, pages.margin, pages.question,
        pages.questionLanguage, pages.fieldwork,
      ]
      expect([...said.keys()]).toEqual(names)
      expect([...said.values()].filter((text) => text.trim() === '')).toEqual([])
      if (of.sponsor === null) expect(said.get(pages.sponsor)).toBe(messages.notReported)
      expect(said.get(pages.responseRate) === messages.notReported).toBe(of.n === null || of.asked === null)
    }
  })

  it('says them in the metadata and in the text', async () => {
    const metadata: { evidence: Record<string, Record<string, unknown>> } = JSON.parse(await textIn(figure, 'metadata.json'))
    const text = await textIn(figure, 'txt')
    for (const [id, of] of surveysOf(figure)) {
      const keys = ['population', 'asker', 'sponsor', 'asked', 'n', 'response_rate', 'frame', 'sampling', 'mode', 'weighting', 'margin_of_error', 'question', 'language', 'fieldwork']
      expect(Object.keys(metadata.evidence[id] ?? {})).toEqual(expect.arrayContaining(keys))
      const rate = responseRate(of)
      expect(metadata.evidence[id]?.['response_rate'])
        .toEqual(rate === null ? null : { value: Number(rate), decimals: 1, unit: 'percent', status: 'derived', formula: 'n / asked' })
      for (const [name, said] of methodsOf(figure, id, of, wordsOf('en'))) expect(text).toContain(`${name}: ${said}`)
    }
  })

  it('has its response rates in the picture, where they are known', () => {
    for (const lang of LANGUAGES) {
      const line = rateLine(figure, DEFAULT_VIEW, wordsOf(lang))
      const used = new Set(figure.rows.map(({ evidence }) => evidence))
      const rates = surveysOf(figure).filter(([id]) => used.has(id)).flatMap(([, of]) => responseRate(of) ?? [])
      if (rates.length === 0) expect(line).toBe('')
      for (const rate of rates) expect(line).toContain(`${rate}%`)
    }
  })
})

it('a rate is computed of exact numbers alone', () => {
  const exact = (value: string) => ({ value, qualifier: 'exact' } as const)
  expect(responseRate({ n: exact('289'), asked: exact('1447') })).toBe('20.0')
  expect(responseRate({ n: exact('1'), asked: exact('8') })).toBe('12.5')
  expect(responseRate({ n: exact('1'), asked: exact('2000') })).toBe('0.1')
  expect(responseRate({ n: exact('0'), asked: exact('0') })).toBeNull()
  expect(responseRate({ n: { value: '100', qualifier: 'about' }, asked: exact('200') })).toBeNull()
  expect(responseRate({ n: exact('100'), asked: null })).toBeNull()
})
