/** One house style for all words that people read, those of the site and those of the collection. */
import { describe, expect, it } from 'vitest'
import { Problem } from '../../web/problem.ts'
import { LANGUAGES, wordsOf } from '../../web/words/index.ts'
import { ARTICLE, FIGURES, FRONT, RELEASE } from './built.ts'
import { DETAILS, KINDS, saidBy } from './said.ts'

/** Every text below a value, with the path that leads there. */
const textsIn = (value: unknown, path = ''): [path: string, text: string][] =>
  typeof value === 'string' ? [[path, value]]
    : typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`)) : []

/** All words that people read, by language: those of the site and those of the collection. */
const published = [...textsIn(FIGURES, 'figures'), ...textsIn(FRONT.sections, 'sections'), ...textsIn([FRONT.title, FRONT.lead, FRONT.note], 'front'), ...textsIn(ARTICLE.facts, 'article')]
const wordsIn = (lang: string): [string, string][] => [
  ...textsIn(saidBy(lang), 'messages'), ...textsIn(wordsOf(lang).units, 'units'), ...textsIn(wordsOf(lang).rights, 'rights'), ...textsIn(wordsOf(lang).columns, 'columns'),
  ...KINDS.flatMap((kind) => textsIn(wordsOf(lang).problem(new Problem(kind, DETAILS)), kind)),
  ...published.filter(([path]) => path.endsWith(`.${lang}`)),
]
const offending = (lang: string, pattern: RegExp): string[] =>
  wordsIn(lang).filter(([, text]) => pattern.test(text)).map(([path, text]) => `${path}: ${text}`)

describe('house style', () => {
  it('reads words of both the site and the collection', () => {
    for (const lang of LANGUAGES) expect(wordsIn(lang).length).toBeGreaterThan(300)
  })

  it.each(LANGUAGES)('%s has no full-width digits, letters or per cent, no half-width kana, no space at an end or doubled', (lang) => {
    expect(offending(lang, /[０-９Ａ-Ｚａ-ｚ％．，＋－＝（）]/)).toEqual([])
    expect(offending(lang, /[\uff61-\uff9f]/)).toEqual([])
    expect(wordsIn(lang).filter(([path, text]) => !/^units|^messages\.colon/.test(path) && text !== text.trim()).map(([path]) => path)).toEqual([])
    expect(offending(lang, / {2}|\t|\n|\u00a0|\u3000/)).toEqual([])
  })

  it('English has no Japanese characters, no straight quotes or apostrophes, no hyphen for a range or a minus', () => {
    expect(offending('en', /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef\u200b]/)).toEqual([])
    expect(offending('en', /["']/)).toEqual([])
    expect(offending('en', /\d-\d|\s-\d|\.\.\./)).toEqual([])
  })

  it('Japanese has no Latin punctuation between its characters, and sentences that end', () => {
    expect(offending('ja', /[\u3040-\u30ff\u3400-\u9fff][,.;:!?](?!\d)/)).toEqual([])
    expect(offending('ja', /[\u3040-\u30ff\u3400-\u9fff] | [\u3040-\u30ff\u3400-\u9fff]/)).toEqual([])
    expect(offending('ja', /\d[-~–]\d|["'“”]/)).toEqual([])
    expect(wordsIn('ja').filter(([path, text]) => /\.(?:text|finding|why|reason)\.ja$|\.lead/.test(path) && !/derived|^article\.events/.test(path) && !/[。)]$/.test(text)).map(([path, text]) => `${path}: ${text}`)).toEqual([])
  })

  it('titles never judge: no `only`, and every place is filled', () => {
    for (const { title, id } of RELEASE.figures) {
      expect(Object.values(title).filter((text) => /\bonly\b|わずか|[{}]/i.test(text)), id).toEqual([])
    }
    for (const section of FRONT.sections) expect(Object.values(section.title).filter((text) => /\bonly\b|わずか|[{}]/i.test(text))).toEqual([])
  })

  it('a text is in every language that its figure is published in', () => {
    for (const figure of FIGURES) for (const text of [figure.title, figure.measure, figure.subtitle, figure.description]) {
      expect(Object.keys(text).toSorted()).toEqual([...figure.lang].toSorted())
    }
  })
})
