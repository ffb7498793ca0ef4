/** What each qualifier implies for the bounds of a value. */
import { expect, test } from 'vitest'
import { boundsOf, isQualifier, QUALIFIERS } from '../../data/model/qualifier.ts'

const EXPECTED = [
  //              percent         dollars
  ['exact',     ['12', '12'],   ['12', '12']],
  ['about',     [null, null],   [null, null]],
  ['nearly',    [null, '12'],   [null, '12']],
  ['more-than', ['12', '100'],  ['12', null]],
  ['at-least',  ['12', null],   ['12', null]],
  ['less-than', [null, '12'],   [null, '12']],
  ['at-most',   [null, '12'],   [null, '12']],
  ['only',      ['12', '12'],   ['12', '12']],
] as const

test.each(EXPECTED)('%s', (code, share, amount) => {
  expect(Object.values(boundsOf(code, '12', 'percent'))).toEqual(share)
  expect(Object.values(boundsOf(code, '12', 'usd-million'))).toEqual(amount)
})

test('every qualifier stands in the table, but the one whose bounds are given', () => {
  expect([...EXPECTED.map(([code]) => code), 'between'].toSorted()).toEqual(Object.keys(QUALIFIERS).toSorted())
  expect([isQualifier('nearly'), isQualifier('roughly'), isQualifier('constructor')]).toEqual([true, false, false])
})
