/** Formulas and asserts, as tables. */
import { describe, expect, test } from 'vitest'
import type { Name, Row } from '../../data/model/figure.ts'
import { checkAssert } from '../../data/model/read/assert.ts'
import { evaluate } from '../../data/model/read/formula.ts'
import { ledgerOf, type AuthorProblem } from '../../data/model/read/rules.ts'
import { shapeOf } from '../../data/model/shape.ts'

const NAMES: Readonly<Record<string, string>> = { a: '38.5', 'not-b': '47.7', 'sme-2025.yes': '13.8' }

const lookup = (name: string) => {
  const value = NAMES[name]
  return value === undefined ? { fault: `no ${name}`, remedy: '' } : { value }
}

describe('formulas', () => {
  test.each([
    ['100 - a - not-b', '13.8'],
    ['100 - (a + not-b)', '13.8'],
    ['2 + 3 * 4', '14'],
    ['(2 + 3) * 4', '20'],
    ['10 - 4 - 3', '3'],
    ['0.1 + 0.2', '0.3'],
    ['-5 * -2', '10'],
    ['sme-2025.yes - 13.8', '0.0'],
    ['40.0', '40.0'],
  ])('%s = %s', (formula, value) => expect(evaluate(formula, lookup)).toEqual({ value }))

  test.each([
    ['', 'something is missing at the end'],
    ['1 +', 'something is missing at the end'],
    ['1 2', '"2" cannot stand here'],
    ['( 1', 'a closing bracket is missing'],
    ['1 )', '")" cannot stand here'],
    ['* 2', '"*" stands where a number should be'],
    ['c + 1', 'no c'],
    ['1 + c', 'no c'],
    ['1 / 2', '"/" cannot stand here'],
    ['('.repeat(2000), 'this is longer than 1000 characters'],
  ])('%j: %s', (formula, fault) => expect(evaluate(formula, lookup)).toMatchObject({ fault }))

  test('of what cannot be known nothing is said', () => expect(evaluate('1 + x', () => null)).toBeNull())
})

const row = (series: string, time: string, value: string | null): Row => ({
  series, measure: '', group: '', answer: '', time, value, qualifier: 'exact', lower: value, upper: value, unit: 'usd-million',
  n: null, status: 'final', published: '2022', evidence: 'e', source: 's', note: '', as_printed: '', actors: '',
})

const name = (aggregate: boolean): Name =>
  ({ name: { en: 'x' }, short: null, detail: null, as_printed: '', colour: '', aggregate, within: '' })

const rows = Object.freeze([
  row('A', '2020', '5'), row('B', '2020', '3.0'), row('C', '2020', '3'), row('TOTAL', '2020', '11'),
  row('A', '2021', '1'), row('B', '2021', null), row('C', '2021', '-2'), row('TOTAL', '2021', '-1'),
])

/** What is wrong with an assert; '' = it holds. */
function verdictOn(assert: string, whole = true): string {
  const problems: AuthorProblem[] = []
  const facts = { rows, whole, evidence: {}, display_decimals: 1, dates: new Set<string>() }
  const names = { A: name(false), B: name(false), C: name(false), TOTAL: name(true) }
  checkAssert(assert, 1, { facts, shape: shapeOf('series'), names }, ledgerOf('f', problems))
  return problems.map(({ message }) => message).join()
}

describe('asserts', () => {
  test.each([
    'A.2020 > B.2020', 'B.2020 = C.2020', 'B.2020 >= C.2020 <= A.2020', 'A.2020 > B.2020 > A.2021 > C.2021',
    '5 = A.2020', '2020.A = 5.0',
    'A.2020 + B.2020 + C.2020 = TOTAL.2020', 'A.2020 - C.2021 = 7', 'rank 2020 = A', 'rank 2021 = A, C',
    'lowest 2021 = C', 'lowest 2021 = C, A',
    'count series = 4', 'count values = 7', 'count groups = 1',
  ])('%s holds', (assert) => expect(verdictOn(assert)).toBe(''))

  test.each([
    ['A.2020 < B.2020', '"A.2020 < B.2020" is false: A.2020 is 5, B.2020 is 3.0'],
    ['A.2020 > B.2020 > C.2020', 'is false: A.2020 is 5, B.2020 is 3.0, C.2020 is 3'],
    ['A.2021 > B.2021', '"B.2021" has no value'],
    ['A.2022 > 1', 'no row of values.csv is "A.2022"'],
    ['A > 1', '2 rows of values.csv are "A"'],
    ['rank 2020 = A, B', 'is undecided, since values are equal: the highest are A 5, B 3.0, C 3'],
    ['rank 2020 = B', 'is false: the highest are A 5, B 3.0'],
    ['rank 2020 = TOTAL', 'is false: the highest are A 5'],
    ['rank 2022 = A', 'there is no value at "2022"'],
    ['lowest 2021 = A', 'is false: the lowest are C -2, A 1'],
    ['count series = 3', 'is false: there are 4'],
    ['A.2020', '"A.2020" is not an assert'],
    ['A.2020 is more', 'is not an assert'],
  ])('%s: %s', (assert, message) => expect(verdictOn(assert)).toContain(message))

  test('where values are broken, only what is certain is said', () => {
    expect(
      [verdictOn('count series = 3', false), verdictOn('rank 2020 = B', false), verdictOn('A.2022 > 1', false)],
    ).toEqual(['', '', ''])
    expect(verdictOn('A.2020 < B.2020', false)).toContain('is false')
  })
})
