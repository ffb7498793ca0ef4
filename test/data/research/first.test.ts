/** An independent reading of the published sources equals the figures, value by value: none of our own readers is used here. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cells, facts, originals, sorted, table, values, words } from './reading.ts'

describe('fdi-inflows-gdp', () => {
  const published = facts('fdi-inflows-gdp.csv')
  const ours = values('fdi-inflows-gdp')

  it('has the 275 values of 11 economies in 25 years, digit for digit', () => {
    expect(published).toHaveLength(275)
    expect(new Set(published.map((row) => row['iso3'])).size).toBe(11)
    expect(new Set(published.map((row) => row['year'])).size).toBe(25)
    expect(sorted(ours.map((row) => `${row['series']} ${row['time']} ${row['value']}`)))
      .toEqual(sorted(published.map((row) => `${row['iso3']} ${row['year']} ${row['value']}`)))
  })

  it('says which 14 values were revised and which 4 zeros are as published', () => {
    const noted = (note: string) => sorted(ours.filter((row) => row['note'] === note).map((row) => `${row['series']} ${row['time']}`))
    const revised = sorted(published.filter((row) => row['revised'] === 'yes').map((row) => `${row['iso3']} ${row['year']}`))
    expect(revised).toHaveLength(14)
    expect(noted('revised-since')).toEqual(revised)
    expect(noted('zero-as-published')).toEqual(['TLS 2000', 'TLS 2001', 'TLS 2002', 'TLS 2004'])
    expect(published.filter((row) => row['value'] === '0')).toHaveLength(4)
  })
})

describe('fdi-inflows-usd', () => {
  const published = facts('fdi-inflows-usd.csv')
  const ours = values('fdi-inflows-usd')
  const places = (rows: Iterable<Record<string, string | undefined>>, code: string, time: string) =>
    sorted([...rows].map((row) => `${row[code]} ${row[time]}`))

  it('has the 271 values, digit for digit, with what the later publication made of each', () => {
    expect(published).toHaveLength(271)
    expect(sorted(ours.map((row) => `${row['series']} ${row['time']} ${row['value']} ${row['status']}`)))
      .toEqual(sorted(published.map((row) => `${row['iso3']} ${row['year']} ${row['value']} ${row['later'] || 'final'}`)))
  })

  it('says of the nine superseded and the five revised values why', () => {
    const of = (status: string) => places(ours.filter((row) => row['status'] === status), 'series', 'time')
    expect(of('superseded')).toEqual([
      'IDN 2024', 'PHL 2024', 'THA 2023', 'THA 2024', 'TLS 2020', 'TLS 2021', 'TLS 2022', 'TLS 2023', 'TLS 2024',
    ])
    expect(of('revised')).toEqual(['BRN 2024', 'MMR 2024', 'MYS 2022', 'MYS 2023', 'MYS 2024'])
    const noted = (note: string) => places(ours.filter((row) => row['note'] === note), 'series', 'time')
    expect(noted('replaced-since')).toEqual(of('superseded'))
    expect(noted('slightly-revised')).toEqual(of('revised'))
  })

  it('differs from the newer publication in those 14 places and no other', () => {
    const revised = facts('fdi-inflows-gdp.csv').filter((row) => row['revised'] === 'yes')
    expect(places(ours.filter((row) => row['status'] !== 'final'), 'series', 'time')).toEqual(places(revised, 'iso3', 'year'))
  })

  it('keeps the values of Timor-Leste from 2020 to 2024 and draws none of them', () => {
    expect(words('fdi-inflows-usd').not_drawn.map(({ of, time }) => ({ of, time }))).toEqual([{ of: ['TLS'], time: '2020/2024' }])
    expect(ours.filter((row) => row['series'] === 'TLS' && Number(row['time']) >= 2020)).toHaveLength(5)
  })
})

describe('japan-fdi-asean', () => {
  const published = facts('japan-fdi-asean.csv')
  const ours = values('japan-fdi-asean')

  it('has 39 of the 43 values, digit for digit, preliminary where they were; what is no part of ASEAN is left out', () => {
    expect(published).toHaveLength(43)
    const kept = published.filter((row) => !['CHN', 'USA', 'WLD'].includes(row['code'] ?? ''))
    expect(kept).toHaveLength(39)
    expect(sorted(ours.map((row) => `${row['series']} ${row['time']} ${row['value']} ${row['status']}`)))
      .toEqual(sorted(kept.map(({ code, year, value, preliminary }) =>
        [code === 'OTH' ? 'OTHER' : code, year, value, preliminary === 'yes' ? 'provisional' : 'final'].join(' '))))
  })

  it('takes each year from one release of its own', () => {
    const releases = new Set(ours.map((row) => `${row['time']} ${row['evidence']}`))
    expect(sorted([...releases]).join()).toBe('2014 mof-2014,2020 mof-2020,2021 mof-2021,2022 boj-2022,2023 boj-2023,2024 boj-2024')
  })

  it('adds up to ASEAN in 2014 and 2020 only', () => {
    const sum = (rows: readonly Record<string, string | undefined>[], year: string) =>
      rows.filter((row) => row['time'] === year).reduce((so, row) => so + Number(row['value']), 0)
    const [asean, countries] = [ours.filter((row) => row['series'] === 'ASEAN'), ours.filter((row) => row['series'] !== 'ASEAN')]
    expect(asean.map((row) => row['time'] ?? '').filter((year) => sum(asean, year) === sum(countries, year))).toEqual(['2014', '2020'])
  })
})

describe('fdi-by-source-2012-2014', () => {
  const published = facts('fdi-by-source.csv')
  const kept = published.filter((row) => row['partner_code'] !== 'OTHER_T10')
  const ours = values('fdi-by-source-2012-2014')
  const tenths = (code: string, year: string) =>
    Math.round(Number(published.find((row) => row['partner_code'] === code && row['year'] === year)?.['value']) * 10)
  const sum = (codes: string, year: string) => codes.split(' ').reduce((total, code) => total + tenths(code, year), 0)

  it('has 48 of the 51 values, digit for digit, each from its table; the others of Table 27 are left out', () => {
    expect(published).toHaveLength(51)
    expect(kept).toHaveLength(48)
    const codeOf = (code: string | undefined) => (code === 'OTHER_DP' ? 'OTHER' : code)
    expect(sorted(ours.map((row) => `${row['series']} ${row['time']} ${row['value']} ${row['evidence']} ${row['status']}`)))
      .toEqual(sorted(kept.map((row) => [
        codeOf(row['partner_code']), row['year'], row['value'], `table-${row['table']}`, row['preliminary'] === 'yes' ? 'provisional' : 'final',
      ].join(' '))))
  })

  it.each(['2012', '2013', '2014'])('adds up in %s: Table 26 to its total, and Hong Kong and Taiwan lie within its others', (year) => {
    const terms = 'ASEAN AUS CAN CHN EU IND JPN KOR NZL PAK RUS USA OTHER_DP'
    expect(Math.abs(sum(terms, year) - tenths('TOTAL', year))).toBeLessThanOrEqual(1)
    const inside = sum('OTHER_T10 HKG TWN', year) - sum('IND NZL PAK RUS', year)
    expect(Math.abs(inside - tenths('OTHER_DP', year))).toBeLessThanOrEqual(1)
  })

  it('keeps the three negative values', () => {
    expect(ours.filter((row) => row['value']?.startsWith('-')).map((row) => `${row['series']} ${row['time']}`))
      .toEqual(['NZL 2012', 'PAK 2013', 'RUS 2014'])
  })
})

/** Figure, its row, the fact; a row is named by the one cell of its key that tells it from the others. */
const SURVEYS = [
  ['guidance-wanted', 'guidance-wanted', 'seed_51'],
  ['guidance-wanted', 'due-diligence', 'met21_hrdd'],
  ['screening', 'screening', 'seed_12'],
  ['screening', 'indirect-suppliers', 'nik21_indirect'],
  ['screening', 'framework', 'nik21_framework'],
  ['seeing-risk', 'seeing-risk', 'seed_80'],
  ['seeing-risk', 'growing-risk', 'nik21_growingrisk'],
  ['seeing-risk', 'reputational-harm', 'nik21_reputation'],
  ['who-was-asked', 'jetro-2023', 'jhq23_hrdd'],
  ['who-was-asked', 'jetro-webinar-2022', 'jweb22_0'],
  ['who-was-asked', 'meti-2021', 'met21_hrdd'],
  ['who-was-asked', 'toyokeizai-2024', 'tk24_hrdd'],
  ['meti-survey-2021', 'policy', 'met21_policy'],
  ['meti-survey-2021', 'no-policy', 'met21_nopolicy'],
  ['meti-survey-2021', 'due-diligence', 'met21_hrdd'],
  ['meti-survey-2021', 'stakeholders', 'met21_stakeholder'],
  ['meti-survey-2021', 'unaware-guiding-principles', 'met21_unaware_ungp'],
  ['meti-survey-2021', 'unaware-due-diligence', 'met21_unaware_hrdd'],
  ['meti-survey-2021', 'neither', 'met21_nothing'],
  ['keidanren-ungp', '2020', 'kei20_ungp'],
  ['keidanren-ungp', '2023', 'kei23_ungp'],
] as const

describe('claims and surveys', () => {
  const published = new Map(facts('surveys.csv').map((row) => [row['id'], row]))
  const fact = (id: string) => published.get(id) ?? {}
  const rowOf = (figure: string, name: string) => 
    values(figure).find((row) => [row['series'], row['group'], row['answer'], row['time']].includes(name))
  const codeOf = (printed: string | undefined) => (printed === '' ? 'exact' : printed?.replace(' ', '-'))

  it('has 23 facts, and every row of the six figures is one of them but the derived one', () => {
    expect(published.size).toBe(23)
    const rows = [...new Set(SURVEYS.map(([figure]) => figure))].flatMap((figure) => cells(values(figure)))
    expect(rows).toHaveLength(SURVEYS.length + 1)
  })

  it.each(SURVEYS)('%s: %s is %s, with its qualifier', (figure, name, id) => {
    const row = rowOf(figure, name)
    expect([row?.['value'], row?.['qualifier'] ?? 'exact']).toEqual([fact(id)['value'], codeOf(fact(id)['qualifier'])])
  })

  const count = (figure: string, name: string, what: 'n' | 'asked') => {
    const { evidence, defaults } = words(figure)
    const given = evidence[rowOf(figure, name)?.['evidence'] ?? defaults['evidence'] ?? '']?.[what]
    return typeof given === 'object' ? `${given.qualifier} ${given.value}` : given
  }

  it.each(SURVEYS)('%s: %s gives the replies of %s', (figure, name, id) => {
    // Of a part of those who answered, and of a base that is not stated, the number of replies is not printed.
    const { n, n_qualifier: qualifier } = ['nik21_reputation', 'nik21_indirect'].includes(id) ? { n: '', n_qualifier: '' } : fact(id)
    expect(count(figure, name, 'n')).toBe(n === '' ? 'not-reported' : `${codeOf(qualifier)} ${n}`)
  })

  it.each(SURVEYS)('%s: %s gives how many were asked as %s does', (figure, name, id) => {
    const asked = id.startsWith('met21_') ? fact('met21_asked')['value'] : fact(id)['asked']
    expect(count(figure, name, 'asked')).toBe(asked === '' ? 'not-reported' : `exact ${asked}`)
  })

  it('answers of the METI and MOFA survey are the valid replies of those asked', () => {
    expect(fact('met21_answered')).toMatchObject({ value: fact('met21_hrdd')['n'], n: fact('met21_asked')['value'] })
  })

  it('derives the share of small and mid-sized companies from the two printed answers', () => {
    const inputs = ['sme25_hrdd_all_considering', 'sme25_hrdd_all_not_considering'].map((id) => fact(id)['value'])
    expect(inputs).toEqual(['38.5', '47.7'])
    expect(words('who-was-asked').derived.flatMap((made) => made.inputs.map((input) => input.value))).toEqual(inputs)
    expect(rowOf('who-was-asked', 'sme-2025')).toMatchObject({ value: ((1000 - 385 - 477) / 10).toFixed(1), qualifier: 'exact', status: 'derived' })
    expect(count('who-was-asked', 'sme-2025', 'n')).toBe(`exact ${fact('sme25_hrdd_all_considering')['n']}`)
  })
})

/** The same tables read from where they were copied, in the columns of the copies. */
function readOriginals(folder: string) {
  const isInflow = (row: Record<string, string>) => row['indicator'] === 'BX.KLT.DINV.WD.GD.ZS'
  const digits = (text: string | undefined) => text?.replaceAll(',', '') ?? ''
  const wanted = facts('surveys.csv').map((row) => row['id'])
  const surveys = new Map(table(join(folder, 'survey/figures.csv')).map((row) => [row['id'], row]))
  return {
    'fdi-inflows-gdp.csv': table(join(folder, 'investment/wdi_fdi_trade_percent_gdp_asean.csv')).filter(isInflow)
      .map(({ year, iso3, value, note }) => ({ year, iso3, value, revised: note?.startsWith('revised') ? 'yes' : 'no' })),
    'fdi-inflows-usd.csv': table(join(folder, 'investment/wdi_fdi_net_inflows_usd_asean.csv')).map(({ year, iso3, value, note }) =>
      ({ year, iso3, value, later: note?.startsWith('MATERIALLY REVISED') ? 'superseded' : note ? 'revised' : '' })),
    'japan-fdi-asean.csv': table(join(folder, 'investment/japan_outward_fdi_asean.csv'))
      .filter((row) => row['indicator'] === 'Japan outward FDI flow (net, BoP)' && row['unit'] === 'JPY 100 million')
      .map(({ year, iso3, value, note }) => ({ year, code: iso3, value, preliminary: note?.startsWith('preliminary') ? 'yes' : 'no' })),
    'fdi-by-source.csv': table(join(folder, 'investment/asean_fdi_inflows_by_source.csv'))
      .filter((row) => row['source_id'] === 'E01' || row['source_id'] === 'E02')
      .map(({ year, partner_code, value, source_id, note }) =>
        ({ year, partner_code, value, table: source_id === 'E01' ? '27' : '26', preliminary: note === 'preliminary' ? 'yes' : 'no' })),
    'surveys.csv': wanted.map((id) => {
      const { value, qualifier, n = '' } = surveys.get(id) ?? {}
      const [, about = '', replies] = /^(about )?([\d,]+)/.exec(n) ?? []
      const asked = /([\d,]+) asked/.exec(n)?.[1]
      return { id, value, qualifier, n: digits(replies), n_qualifier: about.trim(), asked: digits(asked) }
    }),
  }
}

describe('the transcription', () => {
  it.each([
    ['fdi-inflows-gdp.csv', 275], ['fdi-inflows-usd.csv', 271], ['japan-fdi-asean.csv', 43], ['fdi-by-source.csv', 51], ['surveys.csv', 23],
  ] as const)('%s has %i facts', (name, count) => {
    expect(facts(name)).toHaveLength(count)
    if (originals !== undefined) expect(cells(facts(name))).toEqual(readOriginals(originals)[name])
  })
})
