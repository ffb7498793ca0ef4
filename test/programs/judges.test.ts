/** What `npm run judges` says of a judge, and that it sees what differs. */
import { describe, expect, it } from 'vitest'
import { report } from '../judges.ts'
import { notRun } from '../judges/judge.ts'
import { faultsOf } from '../judges/tables.ts'

const sent = { title: 'A', rows: [{ series: 'VNM', time: '2024', value: 1.5, decimals: 1, note: null }, { series: 'THA', time: '2024-03', value: null, decimals: null, note: '=1' }] }
const COLUMNS = ['series', 'time', 'value', 'note']

describe('a table', () => {
  it('is as sent where a reader makes numbers of years and keeps the guard before a formula', () => {
    expect(faultsOf('u', COLUMNS, [['VNM', 2024, 1.5, null], ['THA', '2024-03', null, "'=1"]], sent)).toEqual([])
    expect(faultsOf('u', ['series', 'time', 'value', 'decimals', 'note'], [['VNM', '2024', 1.5, 1, null], ['THA', '2024-03', null, null, '=1']], sent)).toEqual([])
  })

  it.each([
    ['a number', [['VNM', 2024, 1.6, null], ['THA', '2024-03', null, '=1']]], ['a gap', [['VNM', 2024, 1.5, null], ['THA', '2024-03', 0, '=1']]],
    ['a text', [['VNM', 2024, 1.5, null], ['THA', '2024-03', null, '？']]],
  ])('differs in %s', (_, rows) => {
    expect(faultsOf('u', COLUMNS, rows, sent)).toHaveLength(1)
  })

  it('differs in its rows and columns', () => {
    expect(faultsOf('u', COLUMNS, [], sent)).toEqual(['u: 0 rows for 2'])
    expect(faultsOf('u', ['series'], [['VNM'], ['THA']], sent)).toEqual(['u: columns series for series,time,value,note'])
  })
})

it('says what was read, what differs, and what is missing', () => {
  expect(report(notRun('R, csv', 'r-base-core'))).toBe('R, csv: not run, r-base-core is missing')
  expect(report({ name: 'R, csv', read: ['u: 2 rows'], faults: [], missing: null })).toBe('  u: 2 rows\nR, csv: run, 1 read, all as sent')
  const faults = Array.from({ length: 14 }, (_, i) => `fault ${i}`)
  expect(report({ name: 'R, csv', read: [], faults, missing: null })).toMatch(/✗ fault 11\n {2}✗ and 2 more\nR, csv: run, 0 read, 14 differ$/)
})
