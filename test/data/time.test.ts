/** Times: our subset of EDTF against the edtf package, over texts that are nearly right as often as right. */
import edtf from 'edtf'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isApproximate, isWithin, spanOf, yearOf } from '../../data/model/time.ts'

describe('spans', () => {
  test.each([
    ['2024',                  '2024-01-01', '2024-12-31'],
    ['2024-02',               '2024-02-01', '2024-02-29'],
    ['2023-02',               '2023-02-01', '2023-02-28'],
    ['1900-02',               '1900-02-01', '1900-02-28'],
    ['2000-02',               '2000-02-01', '2000-02-29'],
    ['2024-03~',              '2024-03-01', '2024-03-31'],
    ['2021-11-30',            '2021-11-30', '2021-11-30'],
    ['2021-09-03/2021-10-14', '2021-09-03', '2021-10-14'],
    ['2024-04/2025-03',       '2024-04-01', '2025-03-31'],
    ['2012/2014',             '2012-01-01', '2014-12-31'],
  ])('%s', (text, start, end) => expect(spanOf(text)).toEqual({ start, end }))

  test.each(
    [
      '', '24', '2024-13', '2024-00', '2023-02-29', '2024-1', '2024-01-1', '2024/2023', '2024/2024', '2024-06/2024',
      '2024/', '/2024', '2024/2025/2026', '2024-01-01T00:00', 'May 2024', '2024?', ' 2024',
    ],
  )(
    '%j is none', (text) => expect(spanOf(text)).toBeNull())
})

const two = (least: number, most: number) => fc.integer({ min: least, max: most }).map((n) => String(n).padStart(2, '0'))
const year = fc.integer({ min: 1900, max: 2100 }).map(String)
const point = fc.oneof(
  year,
  fc.tuple(year, two(0, 14)).map((parts) => parts.join('-')),
  fc.tuple(year, two(0, 13), two(0, 32)).map((parts) => parts.join('-')),
)
const marked = fc.tuple(point, fc.constantFrom('', '', '~')).map((parts) => parts.join(''))
const text = fc.oneof(marked, fc.tuple(marked, marked).map((parts) => parts.join('/')))

/**
 * The days the edtf package finds, or null where it finds no date. It lets 29 February of a common year run over
 * into March: a date whose days do not begin with its own digits is none.
 */
function judge(given: string): { start: string; end: string } | null {
  try {
    const { min, max } = edtf(given)
    const [start = '', end = ''] = [min, max].map((at) => new Date(at).toISOString().slice(0, 10))
    const [first = '', last = first] = given.replaceAll('~', '').split('/')
    return start.startsWith(first) && end.startsWith(last) ? { start, end } : null
  } catch {
    return null
  }
}

test('agrees with the edtf package', () => {
  fc.assert(fc.property(text, (given) => {
    expect(spanOf(given)).toEqual(judge(given))
  }), { numRuns: 3000 })
})

test('a year contains its days and ranges may be open', () => {
  const years = { from: '2010', to: '2024' }
  expect(['2010-01-01', '2024-12-31', '2015', '2012/2014'].every((time) => isWithin(time, years))).toBe(true)
  expect(['2009-12-31', '2025', '2024/2025'].some((time) => isWithin(time, years))).toBe(false)
  expect(isWithin('1950', { from: null, to: '2024' })).toBe(true)
  expect(isWithin('2100', { from: '2010', to: null })).toBe(true)
})

test('years and approximation', () => {
  expect(yearOf('2021-09-03/2022-10-14')).toBe(2021)
  expect(() => yearOf('soon')).toThrow('not a time: soon')
  expect([isApproximate('2023-02~'), isApproximate('2023-02')]).toEqual([true, false])
})
