/** Enforcement and trust: every number equals the transcription of what was published, digit for digit, at its date and from its source. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { facts, sorted, table, values, withOriginals } from './reading.ts'

const published = facts('uflpa.csv')
const of = (...series: string[]) => published.filter((row) => series.includes(row['series_id'] ?? ''))
const lines = (rows: Iterable<Record<string, string | undefined>>, ...columns: string[]) =>
  sorted([...rows].map((row) => columns.map((column) => row[column] ?? '').join(' ')))

/** Dates of publication as the sources give them, in EDTF. */
const DATES: Readonly<Record<string, string>> = {
  '2023-03-03': '2023-03-03',
  'about end of FY2023 Q2': '2023-03-31~',
  '2023-05-31': '2023-05-31',
  '2023-08-31': '2023-08-31',
  'about March 2024': '2024-03~',
  '2025-07': '2025-07',
  FY2023Q4: '2023-07/2023-09',
  FY2024Q1: '2023-10/2023-12',
  FY2022: '2022-06-21/2022-09',
  FY2023: '2022-10/2023-09',
  FY2024: '2023-10/2024-09',
  'FY2025 to 2025-08': '2024-10/2025-08',
  '2025-08-19': '2025-08-19',
  '2024, after May': '2024-06/2024-12',
  2024: '2024',
  // the Act took effect in June 2022; the source says no more than "at the start"
  'at the start': '2022',
}
const edtf = (date: string | undefined): string => DATES[date?.replace(/ \(.*\)$/, '') ?? ''] ?? `no date for ${date}`

it('has 37 numbers transcribed, none with a qualifier, one derived', () => {
  expect(published).toHaveLength(37)
  expect(published.filter((row) => row['qualifier'] !== '')).toEqual([])
  expect(published.filter((row) => row['status'] !== 'as published').map((row) => row['id'])).toEqual(['u_fy22'])
})

describe('uflpa-shipments', () => {
  const SERIES: Readonly<Record<string, string>> = {
    uflpa_cum: 'stopped', uflpa_cum_denied: 'denied', uflpa_cum_released: 'released', uflpa_cum_pending: 'pending',
  }
  const known = of(...Object.keys(SERIES))
  const ours = values('uflpa-shipments')

  it('has all 20 counts at their dates, digit for digit, and none that was not printed', () => {
    expect(known).toHaveLength(20)
    expect(lines(ours, 'series', 'time', 'value'))
      .toEqual(sorted(known.map((row) => `${SERIES[row['series_id'] ?? '']} ${edtf(row['date'])} ${row['value']}`)))
  })

  it('ends in July 2025', () => expect(sorted(ours.map((row) => row['time'] ?? '')).at(-1)).toBe('2025-07'))

  it('adds up in the first release, and exceeds its total by 3 in the second and the third', () => {
    const at = (time: string, series: string) => Number(ours.find((row) => row['time'] === time && row['series'] === series)?.['value'])
    const over = (time: string) => at(time, 'denied') + at(time, 'released') + at(time, 'pending') - at(time, 'stopped')
    expect(['2023-03-03', '2023-03-31~', '2023-05-31'].map(over)).toEqual([0, 3, 3])
    expect(ours.filter((row) => row['note'] === 'parts-exceed').map((row) => row['time'])).toEqual(['2023-03-31~', '2023-05-31'])
  })
})

describe('uflpa-by-origin', () => {
  const ORIGINS: Readonly<Record<string, string>> = { VietNam: 'VNM', China: 'CHN', Malaysia: 'MYS', Thailand: 'THA' }
  const known = of('uflpa_quarter_country')
  const ours = values('uflpa-by-origin')

  it('has the 8 shares of four origins in two quarters, digit for digit', () => {
    expect(known).toHaveLength(8)
    expect(lines(ours.filter((row) => row['value'] !== ''), 'series', 'time', 'value'))
      .toEqual(sorted(known.map((row) => `${ORIGINS[row['id']?.split('_').at(-1) ?? '']} ${edtf(row['date'])} ${row['value']}`)))
  })

  it('says of all other origins that nothing is stated, and fills in nothing', () => {
    expect(lines(ours.filter((row) => row['value'] === ''), 'series', 'time')).toEqual(['OTHER 2023-07/2023-09', 'OTHER 2023-10/2023-12'])
  })
})

describe('uflpa-by-fiscal-year', () => {
  const known = of('uflpa_fy').filter((row) => row['id'] !== 'u_fy22_24')
  const ours = values('uflpa-by-fiscal-year')

  it('has the 4 fiscal years, digit for digit; the first is derived', () => {
    expect(known).toHaveLength(4)
    expect(lines(ours, 'time', 'value', 'status'))
      .toEqual(sorted(known.map((row) => `${edtf(row['date'])} ${row['value']} ${row['status'] === 'derived' ? 'derived' : 'final'}`)))
  })

  it('adds up to the cumulative count that another source dates July 2025', () => {
    const value = (id: string) => Number(published.find((row) => row['id'] === id)?.['value'])
    expect(value('u_fy22')).toBe(value('u_fy22_24') - value('u_fy23') - value('u_fy24'))
    expect(ours.reduce((sum, row) => sum + Number(row['value']), 0)).toBe(value('u_2507_tot'))
  })
})

describe('uflpa-entity-list', () => {
  it('has the 4 counts, each as precise in its date as its source', () => {
    const known = of('uflpa_entities')
    expect(known).toHaveLength(4)
    expect(lines(values('uflpa-entity-list'), 'time', 'value')).toEqual(sorted(known.map((row) => `${edtf(row['date'])} ${row['value']}`)))
  })
})

describe('trust-in-powers', () => {
  const known = facts('trust-in-powers.csv')
  const ours = values('trust-in-powers')
  const REPORTS: Readonly<Record<string, string>> = {
    T22: 'iseas-2022-japan', T22b: 'iseas-2022-powers', T24: 'iseas-2024', T25: 'iseas-2025', T25b: 'iseas-2025-us',
  }

  it('has the 20 shares, digit for digit, each from its report; two are rounded by the report', () => {
    expect(known).toHaveLength(20)
    expect(lines(ours, 'series', 'measure', 'time', 'value', 'evidence', 'note')).toEqual(sorted(known.map((row) => [
      row['code'], row['indicator'], row['year'], row['value'], REPORTS[row['source_id'] ?? ''], row['rounded'] === 'yes' ? 'rounded' : '',
    ].join(' '))))
    expect(ours.filter((row) => row['note'] === 'rounded')).toHaveLength(2)
  })

  it.each([
    ['JPN', '2023'], ['USA', '2019 2020 2022 2023'], ['CHN', '2019 2020 2023'], ['EU', '2019 2020 2021 2022 2023'], ['IND', '2019 2020 2021 2022 2023 2025'],
  ])('has no trust in %s for %s', (code, missing) => {
    const years = Array.from({ length: 7 }, (_, i) => String(2019 + i))
    const given = ours.filter((row) => row['series'] === code && row['measure'] === 'trust').map((row) => row['time'])
    expect(years.filter((year) => !given.includes(year)).join(' ')).toBe(missing)
  })
})

withOriginals('the transcription equals the tables it was copied from', (originals) => {
  const figures = table(join(originals, 'survey/figures.csv'))
  const ids = new Set(published.map((row) => row['id']))
  expect(lines(published.filter((row) => row['id'] !== 'u_ent_2508_note'), 'id', 'series_id', 'value', 'qualifier', 'unit', 'date', 'source_id', 'status'))
    .toEqual(lines(figures.filter((row) => ids.has(row['id'])), 'id', 'series_id', 'value', 'qualifier', 'unit', 'fieldwork_date', 'source_id', 'status'))
  expect(figures.find((row) => row['id'] === 'u_ent_2508')?.['notes']).toBe('u_aaei25: from 20 at the start')
  const all = new Set(published.map((row) => row['series_id']))
  expect(figures.filter((row) => all.has(row['series_id']))).toHaveLength(36)
  const trust = table(join(originals, 'investment/iseas_trust_in_major_powers.csv'))
  expect(lines(facts('trust-in-powers.csv'), 'year', 'code', 'indicator', 'value', 'source_id'))
    .toEqual(lines(trust, 'year', 'partner_code', 'indicator', 'value', 'source_id'))
})
