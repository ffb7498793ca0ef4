/** What every language promises: all words there, numbers, units, dates and qualifiers as people who use it write them. */
import { describe, expect, it } from 'vitest'
import { CHANGE_KINDS, READ, REASONS, SAMPLING, STATUSES, VERDICTS } from '../../data/model/figure.ts'
import { QUALIFIERS, type QualifierCode } from '../../data/model/qualifier.ts'
import { RIGHTS } from '../../data/model/rights.ts'
import { COLUMNS } from '../../data/model/shape.ts'
import { UNITS } from '../../data/model/unit.ts'
import { CHARTS } from '../../web/chart/types/index.ts'
import { Problem } from '../../web/problem.ts'
import { DEFAULT_LANGUAGE, LANGUAGES, WORDS, wordsOf } from '../../web/words/index.ts'
import { grouped, labelNumber, quantity, unitWords } from '../../web/words/number.ts'
import { fill, type Saying } from '../../web/words/words.ts'
import { KINDS, saidBy } from './said.ts'
import { rowOf } from './sample.ts'

const placeholders = (message: string): string[] => [...message.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted()

/** Messages that say nothing on purpose: a final value needs no word. */
const SILENT = ['status-final']

/** Message keys that are made from codes of the model. */
const MADE = [
  ...STATUSES.map((code) => `status-${code}`), ...VERDICTS.map((code) => `verdict-${code}`), ...REASONS.map((code) => `reason-${code}`),
  ...READ.map((code) => `read-${code}`), ...SAMPLING.map((code) => `sampling-${code}`), ...CHANGE_KINDS.map((code) => `change-${code}`),
  ...Object.keys(CHARTS).map((code) => `chart-${code}`),
]

describe.each(LANGUAGES)('%s', (lang) => {
  const words = wordsOf(lang)
  const said = saidBy(lang)
  const standard = wordsOf(DEFAULT_LANGUAGE)
  const standardSaid = saidBy(DEFAULT_LANGUAGE)
  const keys = Object.keys(standardSaid)

  it('is the language it is listed as, with a name', () => {
    expect(words.code).toBe(lang)
    expect(words.name.trim()).not.toBe('')
  })

  it('has every message, none empty that says something elsewhere', () => {
    expect(Object.keys(said).toSorted()).toEqual(keys.toSorted())
    expect(keys.length).toBe(Object.keys(words.messages).length + Object.keys(words.pages).length)
    expect(keys.filter((key) => said[key]?.trim() === '')).toEqual(SILENT)
    expect(MADE.filter((key) => !Object.hasOwn(said, key))).toEqual([])
  })

  it('fills the same places in every message', () => {
    const differing = keys.filter((key) => placeholders(said[key] ?? '').join() !== placeholders(standardSaid[key] ?? '').join())
    expect(differing).toEqual([])
    expect(keys.filter((key) => /[{}]/.test((said[key] ?? '').replaceAll(/\{\w+\}/g, '')))).toEqual([])
  })

  it('has words for every unit, qualifier, kind of rights and column', () => {
    expect(Object.keys(words.units).toSorted()).toEqual(Object.keys(UNITS).toSorted())
    expect(Object.values(words.units).filter(({ printed, axis }) => printed === '' || axis === '')).toEqual([])
    expect(Object.keys(words.qualifiers).toSorted()).toEqual(Object.keys(QUALIFIERS).toSorted())
    const silent = Object.entries(words.qualifiers).filter(([, { before, after }]) => before + after === '').map(([code]) => code)
    expect(silent.toSorted()).toEqual(['between', 'exact'])
    expect(Object.keys(words.rights).toSorted()).toEqual(Object.keys(RIGHTS).toSorted())
    expect(new Set(Object.values(words.rights)).size).toBe(Object.keys(RIGHTS).length)
    expect(Object.keys(words.columns).toSorted()).toEqual([...COLUMNS.map(({ name }) => name), 'decimals'].toSorted())
    for (const text of [...Object.values(words.rights), ...Object.values(words.columns)]) expect(text.trim()).not.toBe('')
  })

  it.each(KINDS)('says what is wrong and what would be right: %s', (kind) => {
    const full = words.problem(new Problem(kind, { name: 'NAME', given: 'GIVEN', allowed: ['ONE', 'TWO'] }))
    const bare = words.problem(new Problem(kind))
    const standardSays = standard.problem(new Problem(kind, { name: 'NAME', given: 'GIVEN', allowed: ['ONE', 'TWO'] }))
    for (const text of [full.title, full.detail, bare.title, bare.detail]) {
      expect(text.trim()).not.toBe('')
      expect(text).not.toMatch(/[{}]|undefined|null/)
    }
    for (const part of ['NAME', 'GIVEN', 'ONE', 'TWO']) expect([part, full.detail.includes(part)]).toEqual([part, standardSays.detail.includes(part)])
  })

  it('says no title twice', () => {
    const titles = KINDS.map((kind) => words.problem(new Problem(kind)).title)
    expect(new Set(titles).size).toBe(titles.length)
  })

  it('lists none, one, two and three', () => {
    expect(words.list([])).toBe('')
    expect(words.list(['A'])).toBe('A')
    for (const items of [['A', 'B'], ['A', 'B', 'C']]) for (const item of items) expect(words.list(items).split(item).length).toBe(2)
  })
})

it('has one default language, which every registry entry can fall back on', () => {
  expect(LANGUAGES[0]).toBe(DEFAULT_LANGUAGE)
  expect(Object.keys(WORDS)).toEqual(LANGUAGES)
  for (const code of ['xx', '', 'toString', '__proto__']) expect(() => wordsOf(code)).toThrow(`no such language: ${code}`)
})

type Case = readonly [qualifier: QualifierCode, value: string, en: string, ja: string]

/** The table of the design: qualifier before the number in English; 超 近く 以上 以下 未満 after it in Japanese, 約 わずか before. */
const SAID: readonly Case[] = [
  ['exact', '12', '12%', '12%'],
  ['about', '10', 'about 10%', '約10%'],
  ['nearly', '80', 'nearly 80%', '80%近く'],
  ['more-than', '51', 'more than 51%', '51%超'],
  ['at-least', '20', 'at least 20%', '20%以上'],
  ['less-than', '20', 'less than 20%', '20%未満'],
  ['at-most', '10', 'at most 10%', '10%以下'],
  ['between', '13', '10–16%', '10〜16%'],
  ['only', '12', 'only 12%', 'わずか12%'],
]

describe('qualifiers', () => {
  it.each(SAID)('%s %s → %s, %s', (qualifier, value, en, ja) => {
    const of = { value, qualifier, lower: qualifier === 'between' ? '10' : null, upper: qualifier === 'between' ? '16' : null, unit: 'percent' }
    for (const saying of ['label', 'sentence'] as const) {
      expect(quantity(wordsOf('en'), of, 1, saying)).toBe(en)
      expect(quantity(wordsOf('ja'), of, 1, saying)).toBe(ja)
    }
  })

  it.each([
    ['exact', '60', '60', 'at 60', 'ちょうど60'], ['only', '60', '60', 'at 60', 'ちょうど60'], ['about', '', '', 'near it, on either side', 'その前後'],
    ['nearly', '', '60', 'below 60', '60より小さい'], ['less-than', '', '60', 'below 60', '60より小さい'], ['at-most', '', '60', '60 or below', '60以下'],
    ['more-than', '60', '100', 'above 60, 100 at most', '60より大きく、100以下'], ['more-than', '60', '', 'above 60', '60より大きい'],
    ['at-least', '60', '', '60 or above', '60以上'], ['between', '50', '70', 'from 50 to 70', '50から70まで'],
  ] as const)('the bounds of %s %s to %s are said as %s, %s', (qualifier, lower, upper, en, ja) => {
    expect(['en', 'ja'].map((lang) => wordsOf(lang).bounds(qualifier, lower, upper))).toEqual([en, ja])
  })

  it('covers every qualifier', () => expect(SAID.map(([code]) => code)).toEqual(Object.keys(QUALIFIERS)))

  it('leaves `only` out of titles, and nothing else', () => {
    const say = (qualifier: QualifierCode, lang: string, saying: Saying) =>
      quantity(wordsOf(lang), rowOf({ value: '12', qualifier, lower: '10', upper: '16' }), 1, saying)
    for (const lang of LANGUAGES) for (const [qualifier] of SAID) {
      expect(say(qualifier, lang, 'title')).toBe(qualifier === 'only' ? '12%' : say(qualifier, lang, 'sentence'))
    }
  })
})

describe('numbers', () => {
  it.each([
    ['0', '0'], ['40.0', '40.0'], ['999', '999'], ['1000', '1,000'], ['-12345.60', '−12,345.60'], ['1234567', '1,234,567'],
    ['0.12345', '0.12345'], ['-0.5', '−0.5'], ['100000', '100,000'],
  ])('%s is grouped as %s', (decimal, text) => expect(grouped(decimal)).toBe(text))

  it.each([
    ['27.75756', 0, 1, '27.8'], ['40.0', 0, 1, '40.0'], ['12', 0, 1, '12'], ['0.05', 0, 1, '0.1'], ['0.04', 0, 1, '0.04'], ['-0.004', 0, 1, '-0.004'],
    ['0', 0, 1, '0'], ['0.00', 0, 1, '0.0'], ['21206.1', -3, 1, '21.2'], ['-28.4', -3, 1, '-0.03'], ['21206.1', -2, 1, '212.1'], ['99.95', 0, 1, '100.0'],
    ['-0.05', 0, 1, '-0.1'], ['0.0449', 0, 1, '0.04'], ['0.00096', 0, 1, '0.0010'], ['5', 3, 1, '5000'],
  ])('%s moved by %i to %i places is %s', (value, by, places, text) => expect(labelNumber(value, by, places)).toBe(text))

  it.each([
    ['percent', '12.5', 'exact', '12.5%', '12.5%'],
    ['percent-of-gdp', '-1.34', 'exact', '−1.3%', '−1.3%'],
    ['usd-million', '21206.1', 'exact', 'US$21.2 billion', '212.1億ドル'],
    ['usd-million', '-28.4', 'exact', 'US$−0.03 billion', '−0.3億ドル'],
    ['usd-million', '21206.1', 'about', 'about US$21.2 billion', '約212.1億ドル'],
    ['usd-million', '21206.1', 'more-than', 'more than US$21.2 billion', '212.1億ドル超'],
  ] as const)('%s: %s %s', (unit, value, qualifier, en, ja) => {
    const of = { value, qualifier, lower: null, upper: null, unit }
    expect([quantity(wordsOf('en'), of, 1, 'label'), quantity(wordsOf('ja'), of, 1, 'label')]).toEqual([en, ja])
  })

  it.each([
    ['jpy-100-million', '42487', 'exact', '4兆2,487億円', '42,487億円'],
    ['jpy-100-million', '-42487', 'exact', '−4兆2,487億円', '−42,487億円'],
    ['jpy-100-million', '10000', 'more-than', '1兆円超', '10,000億円超'],
    ['jpy-100-million', '100200', 'about', '約10兆200億円', '約100,200億円'],
    ['jpy-100-million', '12345678', 'exact', '1,234兆5,678億円', '12,345,678億円'],
    ['jpy-100-million', '9999', 'exact', '9,999億円', '9,999億円'],
    ['jpy-100-million', '-9999', 'exact', '−9,999億円', '−9,999億円'],
    ['usd-2015', '1238200000000', 'exact', '1兆2,382.0億ドル', '12,382.0億ドル'],
    ['usd-2015', '1238244567890.12', 'exact', '1兆2,382.4億ドル', '12,382.4億ドル'],
    ['usd', '1000050000000.0', 'exact', '1兆0.5億ドル', '10,000.5億ドル'],
    ['usd', '1000000000000.5', 'exact', '10,000.0億ドル', '10,000.0億ドル'],
    ['usd-billion', '1000', 'exact', '1兆ドル', '10,000億ドル'],
    ['usd-million', '3600000', 'only', '3兆6,000.0億ドル', 'わずか36,000.0億ドル'],
    ['usd-2015-per-person', '67707.3', 'exact', '67,707.3ドル', '67,707.3ドル'],
  ] as const)('in Japanese texts 兆 is said apart, no digit lost: %s %s %s', (unit, value, qualifier, text, label) => {
    const of = { value, qualifier, lower: null, upper: null, unit }
    expect([quantity(wordsOf('ja'), of, 1, 'title'), quantity(wordsOf('ja'), of, 1, 'label')]).toEqual([text, label])
  })

  it('says a range by its ends where it has no value of its own, and moves both with the unit', () => {
    const range = { value: null, qualifier: 'between', lower: '10', upper: '16' } as const
    const said = (unit: string, more = {}) => LANGUAGES.map((lang) => quantity(wordsOf(lang), { ...range, unit, ...more }, 1, 'title'))
    expect(said('percent')).toEqual(['10–16%', '10〜16%'])
    expect(said('usd-million', { lower: '12000', upper: '21206.1' })).toEqual(['US$12.0–21.2 billion', '120.0〜212.1億ドル'])
    expect(said('percent', { upper: null })).toEqual(['no data', 'データなし'])
  })

  it('says that a value is missing, and never zero', () => {
    const missing = { value: null, qualifier: 'exact', lower: null, upper: null, unit: 'percent' } as const
    expect(LANGUAGES.map((lang) => quantity(wordsOf(lang), missing, 1, 'label'))).toEqual(['no data', 'データなし'])
  })

  it('says a number of an unknown unit bare', () => expect(unitWords(wordsOf('en'), 'furlong').after).toBe(''))
})

describe('dates', () => {
  it.each([
    ['2024', '2024', '2024年'],
    ['2024-01', 'January 2024', '2024年1月'],
    ['2021-11-30', '30 November 2021', '2021年11月30日'],
    ['2024-03~', 'about March 2024', '2024年3月頃'],
    ['2021-09-03/2021-10-14', '3 September 2021 to 14 October 2021', '2021年9月3日〜2021年10月14日'],
    ['2012/2014', '2012 to 2014', '2012年〜2014年'],
    ['2000-12-01', '1 December 2000', '2000年12月1日'],
  ])('%s → %s, %s', (edtf, en, ja) => expect([wordsOf('en').date(edtf), wordsOf('ja').date(edtf)]).toEqual([en, ja]))
})

describe('dates beside their year', () => {
  it.each([
    ['2024', '2024', '2024年'],
    ['2024~', 'about 2024', '2024年頃'],
    ['2024-01', 'January', '1月'],
    ['2024-03~', 'about March', '3月頃'],
    ['2021-11-30', '30 November', '11月30日'],
    ['2022-09-08/2022-09-09', '8–9 September', '9月8〜9日'],
    ['2021-09-03/2021-10-14', '3 September – 14 October', '9月3日〜10月14日'],
    ['2021-12-30/2022-01-02', '30 December 2021 to 2 January 2022', '2021年12月30日〜2022年1月2日'],
  ])('%s → %s, %s', (edtf, en, ja) => expect([wordsOf('en').dateInYear(edtf), wordsOf('ja').dateInYear(edtf)]).toEqual([en, ja]))
})

describe('fill', () => {
  it('fills each place once, leaves a strange one, and takes a value for what it is', () => {
    expect(fill('{a} of {b}', { a: '1', b: '{a}' })).toBe('1 of {a}')
    expect(fill('{a} {c}', { a: '$&' })).toBe('$& {c}')
  })
})
