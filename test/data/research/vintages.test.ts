/** Investment in ASEAN by date of publication, by host in two statistics, and ASEAN's trade: value by value as the sources print them. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cells, facts, originals, sorted, table, values } from './reading.ts'

type Cells = Readonly<Record<string, string | undefined>>

const UNITS: Readonly<Record<string, string>> = { 'US$ million': 'usd-million', 'US$ billion': 'usd-billion' }
const TIERS: Readonly<Record<string, string>> = { A: 'a-', B: 'b-', C: 'c-' }

describe('fdi-by-source', () => {
  const published = facts('fdi-by-source-published.csv')
  const ours = values('fdi-by-source')
  const codeOf = (code: string | undefined) => (code === 'OTHER_DP' ? 'OTHER' : code === 'OTHER_T10' ? 'OTHER-27' : code ?? '')
  const isRow = (fact: Cells) => (row: Cells) =>
    row['series'] === codeOf(fact['partner_code']) && row['time'] === fact['year'] && row['published'] === fact['published']
  const find = (code: string, year: string) => ours.filter((row) => row['series'] === code && row['time'] === year)
  /** In billions of dollars, with as many decimals as are wanted. */
  const billions = (row: Cells, decimals: number) =>
    (Number(row['value']) / (row['unit'] === 'usd-million' ? 1000 : 1)).toFixed(decimals)

  it('has all 114 published numbers of 18 sources, digit for digit, in the unit they are printed in, each at its date', () => {
    expect(published).toHaveLength(114)
    expect(ours).toHaveLength(114)
    expect(new Set(ours.map((row) => row['series'])).size).toBe(18)
    expect(sorted(ours.map((row) => [row['series'], row['time'], row['value'], row['unit'], row['published']].join(' '))))
      .toEqual(sorted(published.map((fact) =>
        [codeOf(fact['partner_code']), fact['year'], fact['value'], UNITS[fact['unit'] ?? ''], fact['published']].join(' '))))
  })

  it('tells every number from every other by source, year and date of publication', () => {
    expect(new Set(ours.map((row) => [row['series'], row['time'], row['published']].join(' '))).size).toBe(114)
  })

  it.each([['A', 79], ['B', 32], ['C', 3]] as const)('marks tier %s in its evidence, %i times', (tier, count) => {
    const own = published.filter((fact) => fact['tier'] === tier)
    expect(own).toHaveLength(count)
    expect(own.map((fact) => ours.find(isRow(fact))?.['evidence']?.slice(0, 2))).toEqual(own.map(() => TIERS[tier]))
  })

  it('says of what the source calls preliminary or provisional that it is, and of nothing else', () => {
    const mark = (fact: Cells) => (fact['provisional'] === 'yes' ? 'provisional' : 'final')
    const others = ['superseded', 'revised']
    for (const fact of published) {
      const status = ours.find(isRow(fact))?.['status'] ?? ''
      if (!others.includes(status)) expect([fact['partner_code'], fact['year'], status]).toEqual([fact['partner_code'], fact['year'], mark(fact)])
    }
    expect(ours.filter((row) => others.includes(row['status'] ?? '')).map((row) => `${row['series']} ${row['time']} ${row['value']} ${row['status']}`))
      .toEqual(['JPN 2009 5.3 superseded', 'JPN 2009 3.8 revised', 'PLUS3 2023 42.8 superseded', 'PLUS3 2023 33.7 revised'])
  })

  it('has two numbers of one year ten times: two revisions, five numbers of fewer digits or another unit, three that differ otherwise', () => {
    const twice = [...Map.groupBy(ours, (row) => `${row['series']} ${row['time']}`)].filter(([, own]) => own.length > 1)
    expect(twice.map(([, own]) => own.length)).toEqual(twice.map(() => 2))
    const kindOf = ([first, second]: readonly Cells[]) => {
      const [coarse, fine] = [first, second].toSorted((a, b) => (a?.['value'] ?? '').length - (b?.['value'] ?? '').length)
      const decimals = coarse?.['value']?.split('.')[1]?.length ?? 0
      if (second?.['status'] === 'revised') return 'revised'
      return billions(fine ?? {}, decimals) === billions(coarse ?? {}, decimals) ? 'same' : 'differs'
    }
    expect(Object.fromEntries(twice.map(([place, own]) => [place, kindOf(own)]))).toEqual({
      'JPN 2009': 'revised', 'PLUS3 2023': 'revised',
      'JPN 2014': 'same', 'JPN 2020': 'same', 'TOTAL 2022': 'same', 'TOTAL 2023': 'same', 'ASEAN 2022': 'same',
      'USA 2022': 'differs', 'EU 2014': 'differs', 'CHN 2018': 'differs',
    })
  })

  it('says which numbers are the same to fewer digits, which do not round to each other, and which rest on nothing stated', () => {
    const noted = (note: string) => ours.filter((row) => row['note'] === note).map((row) => `${row['series']} ${row['time']} ${row['value']}`)
    expect(noted('fewer-digits')).toEqual(['JPN 2014 13.4', 'TOTAL 2022 224', 'TOTAL 2023 230', 'ASEAN 2022 28'])
    expect([...noted('printed-rounded'), ...noted('same-number')]).toEqual(['JPN 2020 8500', 'JPN 2020 8.5'])
    expect(noted('does-not-round')).toEqual(['USA 2022 36.5', 'EU 2014 29.1'])
    expect([...noted('unstated'), ...noted('unstated-china')]).toEqual(['JPN 2018 20.9', 'KOR 2018 6.1', 'CHN 2018 9.9'])
    expect(ours.filter((row) => row['evidence'] === 'c-press')).toHaveLength(3)
    expect(find('JPN', '2020').map((row) => row['as_printed'])).toEqual(['85億ドル', ''])
  })

  it('has the table of 2012 to 2014 as the figure of those years has it', () => {
    const old = values('fdi-by-source-2012-2014')
    const own = ours.filter((row) => row['published'] === '2015-05-26' && row['series'] !== 'OTHER-27')
    expect(sorted(own.map((row) => `${row['series']} ${row['time']} ${row['value']} ${row['status']}`)))
      .toEqual(sorted(old.map((row) => `${row['series']} ${row['time']} ${row['value']} ${row['status']}`)))
  })
})

describe('fdi-2023-by-host', () => {
  const published = facts('fdi-2023-by-host.csv')
  const ours = values('fdi-2023-by-host')
  const of = (measure: string) => ours.filter((row) => row['measure'] === measure)

  it('has the eleven values of ASEANstats, all provisional', () => {
    expect(published).toHaveLength(11)
    expect(sorted(of('aseanstats').map((row) => `${row['series']} ${row['value']} ${row['unit']} ${row['status']}`)))
      .toEqual(sorted(published.map((fact) => `${fact['iso3']} ${fact['value']} ${UNITS[fact['unit'] ?? '']} provisional`)))
  })

  it('has ten values of the World Bank, with what was said of each since; Timor-Leste, no member then, is left out', () => {
    const bank = facts('fdi-inflows-usd.csv').filter((row) => row['year'] === '2023' && row['iso3'] !== 'TLS')
    expect(bank).toHaveLength(10)
    expect(sorted(of('world-bank').map((row) => `${row['series']} ${row['value']} ${row['unit']} ${row['status']}`)))
      .toEqual(sorted(bank.map((row) => `${row['iso3']} ${row['value']} usd ${row['later'] || 'final'}`)))
  })

  it('adds up to the total of ASEANstats, but for one million of rounding', () => {
    const sum = of('aseanstats').filter((row) => row['series'] !== 'ASEAN').reduce((so, row) => so + Number(row['value']), 0)
    expect(sum - Number(published.find((fact) => fact['iso3'] === 'ASEAN')?.['value'])).toBe(1)
    expect(ours.filter((row) => row['series'] === 'ASEAN')).toHaveLength(1)
  })
})

describe('asean-trade', () => {
  const published = facts('asean-trade.csv')
  const ours = values('asean-trade')
  const isStock = (fact: Cells) => fact['source_id'] === 'E42'
  const isAsean = (fact: Cells) => fact['indicator'] === 'two-way merchandise trade with ASEAN (ASEAN statistics)'

  it('has 24 of the 26 numbers, digit for digit; two of the stock of investment are left out', () => {
    expect(published).toHaveLength(26)
    expect(published.filter(isStock)).toHaveLength(2)
    expect(sorted(ours.map((row) => `${row['series']} ${row['time']} ${row['value']} ${row['measure'] === 'asean-goods'}`)))
      .toEqual(sorted(published.filter((fact) => !isStock(fact)).map((fact) => `${fact['partner_code']} ${fact['year']} ${fact['value']} ${isAsean(fact)}`)))
  })

  it('keeps the eight measures of the United States apart from the sixteen numbers of ASEAN', () => {
    expect(ours.filter((row) => row['measure'] === 'asean-goods')).toHaveLength(16)
    const us = ours.filter((row) => row['evidence'] === 'ustr')
    expect(us.map((row) => `${row['series']} ${row['time']} ${row['value']}`)).toEqual([
      'USA 2022 520.3', 'USA 2022 160.2', 'USA 2022 360.1', 'USA 2022 111.4', 'USA 2022 336.3', 'USA 2022 224.9', 'USA 2022 48.8', 'USA 2022 23.8',
    ])
    expect(new Set(us.map((row) => row['measure'])).size).toBe(8)
  })

  it.each([
    ['U.S. exports of goods and services to ASEAN', ['U.S. goods exports to ASEAN', 'U.S. services exports to ASEAN']],
    ['U.S. imports of goods and services from ASEAN', ['U.S. goods imports from ASEAN', 'U.S. services imports from ASEAN']],
    ['U.S. goods and services trade with ASEAN (estimated)', ['U.S. exports of goods and services to ASEAN', 'U.S. imports of goods and services from ASEAN']],
    ['U.S. goods imports from ASEAN', ['U.S. goods exports to ASEAN', 'U.S. goods trade deficit with ASEAN']],
  ] as const)('%s is the sum of its parts', (total, parts) => {
    const tenths = (indicator: string) => Math.round(Number(published.find((fact) => fact['indicator'] === indicator)?.['value']) * 10)
    expect(parts.reduce((so, part) => so + tenths(part), 0)).toBe(tenths(total))
  })
})

/** The same tables read from where they were copied, in the columns of the copies. */
const readOriginals = (folder: string) => ({
  'fdi-by-source-published.csv': table(join(folder, 'investment/asean_fdi_inflows_by_source.csv'))
    .map(({ year, partner_code, value, unit, source_id, data_vintage, evidence_tier, note }) => ({
      year, partner_code, value, unit, source_id, published: data_vintage?.split(' ')[0], tier: evidence_tier,
      provisional: /^(preliminary|provisional)/.test(note ?? '') ? 'yes' : 'no',
    })),
  'fdi-2023-by-host.csv': table(join(folder, 'investment/asean_fdi_inflows_by_host_aseanstats_unctad.csv'))
    .filter((row) => row['year'] === '2023' && row['source_id'] === 'E05').map(({ iso3, value, unit, source_id }) => ({ iso3, value, unit, source_id })),
  'asean-trade.csv': table(join(folder, 'investment/asean_trade_with_partners.csv'))
    .map(({ year, partner_code, indicator, value, unit, source_id }) => ({ year, partner_code, indicator, value, unit, source_id })),
})

describe('the transcription', () => {
  it.each([['fdi-by-source-published.csv', 114], ['fdi-2023-by-host.csv', 11], ['asean-trade.csv', 26]] as const)('%s has %i facts', (name, count) => {
    expect(facts(name)).toHaveLength(count)
    if (originals !== undefined) expect(cells(facts(name))).toEqual(readOriginals(originals)[name])
  })
})
