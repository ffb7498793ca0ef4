/** What the World Bank prints on trade and on product in constant prices equals the figures, value by value. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { facts, originals, sorted, table, values } from './reading.ts'

const MEASURES = {
  openness: { 'NE.EXP.GNFS.ZS': 'exports', 'NE.IMP.GNFS.ZS': 'imports', 'TG.VAL.TOTL.GD.ZS': 'goods' },
  'gdp-real': { 'NY.GDP.MKTP.KD': 'total', 'NY.GDP.PCAP.KD': 'per-person' },
} as const
const ORIGINALS = { openness: 'wdi_fdi_trade_percent_gdp_asean.csv', 'gdp-real': 'wdi_gdp_constant_asean.csv' } as const
const ELEVEN = ['BRN', 'IDN', 'KHM', 'LAO', 'MMR', 'MYS', 'PHL', 'SGP', 'THA', 'TLS', 'VNM']

const years = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, i) => String(from + i))
const cellsOf = (rows: Iterable<Record<string, string | undefined>>, ...columns: string[]): string[] =>
  sorted([...rows].map((row) => columns.map((column) => row[column]).join(' ')))

describe.each(['openness', 'gdp-real'] as const)('%s', (figure) => {
  const measures: Record<string, string> = MEASURES[figure]
  const published = facts(`${figure}.csv`)
  const ours = values(figure)

  it('has every value, digit for digit, under the measure of its indicator', () => {
    const theirs = published.map((row) => ({ ...row, measure: measures[row['indicator'] ?? ''] ?? 'unknown' }))
    expect(cellsOf(ours, 'series', 'measure', 'time', 'value')).toEqual(cellsOf(theirs, 'iso3', 'measure', 'year', 'value'))
    expect(ours.filter((row) => row['value'] === '')).toEqual([])
  })

  it('has each economy, year and measure once', () => {
    expect(new Set(cellsOf(ours, 'series', 'measure', 'time')).size).toBe(ours.length)
    expect(sorted([...new Set(ours.map((row) => row['series'] ?? ''))])).toEqual(ELEVEN)
  })

  it('is transcribed as the originals have it', () => {
    if (originals === undefined) return
    const rows = table(join(originals, 'investment', ORIGINALS[figure])).filter((row) => Object.hasOwn(measures, row['indicator'] ?? ''))
    expect(cellsOf(published, 'iso3', 'year', 'indicator', 'value')).toEqual(cellsOf(rows, 'iso3', 'year', 'indicator', 'value'))
    expect(new Set(rows.map((row) => row['note']))).toEqual(new Set(['']))
  })
})

describe('openness', () => {
  const ours = values('openness')
  const of = (series: string, measure: string) => ours.filter((row) => row['series'] === series && row['measure'] === measure).map((row) => row['time'])

  it('has 242 exports, 242 imports and 272 values of merchandise trade', () => {
    const count = (measure: string) => ours.filter((row) => row['measure'] === measure).length
    expect(['exports', 'imports', 'goods'].map(count)).toEqual([242, 242, 272])
  })

  it('leaves gaps where the source has none: Myanmar, Laos after 2016, Timor-Leste before 2003', () => {
    for (const measure of ['exports', 'imports']) {
      expect(of('MMR', measure)).toEqual([])
      expect(of('LAO', measure)).toEqual(years(2000, 2016))
    }
    expect(of('TLS', 'goods')).toEqual(years(2003, 2024))
    for (const series of ['MMR', 'LAO']) expect(of(series, 'goods')).toEqual(years(2000, 2024))
  })
})

describe('gdp-real', () => {
  it('has 275 totals and 275 values per person, each in its unit, with no gap', () => {
    const ours = values('gdp-real')
    expect(sorted([...new Set(cellsOf(ours, 'measure', 'unit'))])).toEqual(['per-person usd-2015-per-person', 'total usd-2015'])
    for (const measure of ['total', 'per-person']) {
      expect(cellsOf(ours.filter((row) => row['measure'] === measure), 'series', 'time'))
        .toEqual(sorted(ELEVEN.flatMap((series) => years(2000, 2024).map((year) => `${series} ${year}`))))
    }
  })
})
