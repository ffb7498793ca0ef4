/** The codebook explains every column and every code of every figure, in each language. */
import { describe, expect, it } from 'vitest'
import { codesIn } from '../../data/model/choose.ts'
import { STATUSES } from '../../data/model/figure.ts'
import { QUALIFIERS } from '../../data/model/qualifier.ts'
import { COLUMNS, shapeOf } from '../../data/model/shape.ts'
import { UNITS } from '../../data/model/unit.ts'
import { codebook, codebookOf, codesOf } from '../../web/words/codebook.ts'
import { LANGUAGES, wordsOf } from '../../web/words/index.ts'
import { FIGURES } from './built.ts'
import { nameOf, rowOf, sample } from './sample.ts'

describe.each(LANGUAGES)('%s', (lang) => {
  const words = wordsOf(lang)

  it('has every column there is, and all codes that figures share', () => {
    const found = codebook(words)
    expect(found.map(({ name }) => name)).toEqual(COLUMNS.map(({ name }) => name))
    const codes = (column: string) => found.find(({ name }) => name === column)?.codes.map(({ code }) => code)
    expect([codes('qualifier'), codes('status'), codes('unit')]).toEqual([Object.keys(QUALIFIERS), [...STATUSES], Object.keys(UNITS)])
    for (const { means, codes } of found) for (const text of [means, ...codes.map((one) => one.means)]) expect(text.length).toBeGreaterThan(0)
  })

  it.each(FIGURES.filter((figure) => figure.lang.includes(lang)).map((figure) => [figure.id, figure] as const))('%s: every column, and every code in it', (_, figure) => {
    const found = codebookOf(figure, words, true)
    expect(found.map(({ name }) => name).filter((name) => name !== 'decimals')).toEqual(shapeOf(figure.shape).published)
    const at = (wanted: string) => found.findIndex(({ name }) => name === wanted)
    expect(at('decimals')).toBe(at('value') < 0 ? -1 : at('value') + 1)
    for (const column of ['series', 'measure', 'group', 'answer', 'qualifier', 'unit', 'status', 'evidence', 'source', 'actors'] as const) {
      const known = codesOf(figure, column, words).map(({ code }) => code)
      const held = figure.rows.flatMap((row) => codesIn(row[column]))
      expect([column, held.filter((code) => !known.includes(code))]).toEqual([column, []])
    }
  })
})

it('says what a qualifier means by example', () => {
  const means = (lang: string) => Object.fromEntries(codesOf(sample({ shape: 'claim', rows: [] }), 'qualifier', wordsOf(lang)).map((one) => [one.code, one.means]))
  expect(means('en')).toMatchObject({ 'more-than': 'more than 12: above 12', between: '10–16: from 10 to 16', about: 'about 12: near it, on either side' })
  expect(means('ja')).toMatchObject({ 'at-least': '12以上：12以上', nearly: '12近く：12より小さい' })
})

it('a code that nothing names is left out, and of units only those in use stand there', () => {
  const figure = sample({ shape: 'events', rows: [rowOf({ series: 'a', group: 'lane', time: '2023', actors: 'A~B' })], names: { A: nameOf('An actor') } })
  expect(codesOf(figure, 'actors', wordsOf('en'))).toEqual([{ code: 'A', means: 'An actor' }])
  expect(codesOf(figure, 'unit', wordsOf('en'))).toEqual([{ code: 'percent', means: '%' }])
})
