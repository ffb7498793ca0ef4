/** The methods box: every survey of every figure has every item, on its page, in its files and in its picture, and none is made up. */
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { DISCLOSED, type Disclosed, type Figure } from '../../data/model/figure.ts'
import { responseRate } from '../../data/model/response.ts'
import { SIZES, type PictureSize } from '../../web/address.ts'
import { methodsOf } from '../../web/pages/methods.ts'
import { LANGUAGES, wordsOf } from '../../web/words/index.ts'
import type { Words } from '../../web/words/words.ts'
import { textIn } from '../formats/rendered.ts'
import { FIGURES } from './built.ts'
import { rowOf, sample } from './sample.ts'

const surveysOf = ({ evidence }: Figure) => Object.entries(evidence).filter(([, { kind }]) => kind === 'survey')

/** What a reader of the picture sees: its words, without the breaks of lines. */
async function seenIn(figure: Figure, lang: string, size: PictureSize): Promise<string> {
  const { document } = parseHTML(`<html><body>${await textIn(figure, 'svg', { lang, view: { size } })}</body></html>`)
  return [...document.querySelectorAll('text')].map(({ textContent }) => textContent).join('').replace(/\s/g, '')
}

/** The names of the items that few sources tell, as the box has them. */
const namesIn = ({ pages }: Words) => ({
  recruitment: pages.recruitment, margin_of_error: pages.margin, processing: pages.processing, limitations: pages.limitations, contact: pages.contact,
} satisfies Record<keyof Disclosed, string>)

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
        pages.collection, pages.sponsor, pages.response, pages.responseRate, pages.frame, pages.sampling, pages.recruitment, pages.mode, pages.weighting,
        pages.margin, pages.processing, pages.question, pages.questionLanguage, pages.fieldwork, pages.limitations, pages.contact,
      ]
      expect([...said.keys()]).toEqual(names)
      expect([...said.values()].filter((text) => text.trim() === '')).toEqual([])
      if (of.sponsor === null) expect(said.get(pages.sponsor)).toBe(messages.notReported)
      for (const name of DISCLOSED) expect(said.get(namesIn(wordsOf(lang))[name])).toBe(of[name]?.[lang] ?? messages.notReported)
      expect(said.get(pages.responseRate) === messages.notReported).toBe(of.n === null || of.asked === null)
    }
  })

  it('says them in the metadata and in the text', async () => {
    const metadata: { evidence: Record<string, Record<string, unknown>> } = JSON.parse(await textIn(figure, 'metadata.json'))
    const text = await textIn(figure, 'txt')
    for (const [id, of] of surveysOf(figure)) {
      const keys = ['kind', 'population', 'asker', 'sponsor', 'asked', 'n', 'response_rate', 'frame', 'sampling', 'mode', 'weighting', 'question', 'language', 'fieldwork', ...DISCLOSED]
      expect(Object.keys(metadata.evidence[id] ?? {})).toEqual(expect.arrayContaining(keys))
      for (const name of DISCLOSED) expect(metadata.evidence[id]?.[name]).toBe(of[name]?.['en'] ?? null)
      const rate = responseRate(of)
      expect(metadata.evidence[id]?.['response_rate'])
        .toEqual(rate === null ? null : { value: Number(rate), decimals: 1, unit: 'percent', status: 'derived', formula: 'n / asked' })
      for (const [name, said] of methodsOf(figure, id, of, wordsOf('en'))) expect(text).toContain(`${name}: ${said}`)
    }
  })

  it.each(LANGUAGES)('has its response rates in pictures of every size in %s, where they are known', async (lang) => {
    const { pages } = wordsOf(lang)
    const used = new Set(figure.rows.map(({ evidence }) => evidence))
    const rates = surveysOf(figure).filter(([id]) => used.has(id)).flatMap(([, of]) => responseRate(of) ?? [])
    for (const size of SIZES) {
      const seen = await seenIn(figure, lang, size)
      const begins = seen.indexOf(pages.responseRate.replace(/\s/g, ''))
      expect([size, begins >= 0]).toEqual([size, rates.length > 0])
      for (const rate of rates) expect(seen.slice(begins)).toContain(`${rate}%`)
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

describe('items that few sources tell', () => {
  const both = (text: string) => ({ en: `${text} en`, ja: `${text} ja` })
  const survey = {
    kind: 'survey', population: both('who'), asker: both('asker'), asked: null, n: null, sampling: null, mode: null, weighting: null, question: null,
    fieldwork: null, published: '2026', vintage: null, source: 'all', basis: null,
  } as const
  const disclosed = Object.fromEntries(DISCLOSED.map((name) => [name, both(name)]))
  const figure = sample({
    shape: 'shares', rows: [rowOf({ group: 'A' })],
    evidence: {
      told: { ...survey, ...disclosed, sponsor: null, frame: null, language: null }, untold: { ...survey, sponsor: null, frame: null, language: null }, before: survey,
    },
  })
  const box = (id: string, lang: string) => {
    const of = figure.evidence[id]
    return new Map(of ? methodsOf(figure, id, of, wordsOf(lang)) : [])
  }

  it.each(LANGUAGES)('stand in the box in %s; what is left out is not reported, and older versions have no such items', (lang) => {
    for (const [name, title] of Object.entries(namesIn(wordsOf(lang)))) {
      expect(box('told', lang).get(title)).toBe(`${name} ${lang}`)
      expect(box('untold', lang).get(title)).toBe(wordsOf(lang).messages.notReported)
      expect(box('before', lang).has(title)).toBe(false)
    }
    expect(new Set(Object.values(namesIn(wordsOf(lang)))).size).toBe(DISCLOSED.length)
  })

  it.each(LANGUAGES)('stand in JSON and in the metadata in %s, null where they are left out', async (lang) => {
    for (const extension of ['json', 'metadata.json']) {
      const { evidence }: { evidence: Record<string, Record<string, unknown>> } = JSON.parse(await textIn(figure, extension, { lang }))
      for (const name of DISCLOSED) {
        expect([evidence['told']?.[name], evidence['untold']?.[name]]).toEqual([`${name} ${lang}`, null])
        expect(evidence['before']).not.toHaveProperty(name)
      }
    }
  })
})
