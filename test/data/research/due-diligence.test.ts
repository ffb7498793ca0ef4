/** The survey and poll figures equal an independent reading of their sources: values, qualifiers, replies and dates. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cells, facts, sorted, table, values, withOriginals, words } from './reading.ts'

/** Figure, the code that tells its row from the others (and its time), the fact. */
const ROWS = [
  ['risk-concerns', 'reputation', 'nik21_reputation'],
  ['risk-concerns', 'investors', 'nik21_investors'],
  ['risk-concerns', 'contracts', 'nik21_contracts'],
  ['risk-concerns', 'supply', 'nik21_supply'],
  ['monitoring-scope', 'framework', 'nik21_framework'],
  ['monitoring-scope', 'expand', 'nik21_expand'],
  ['monitoring-scope', 'direct', 'nik21_direct'],
  ['monitoring-scope', 'own-group', 'nik21_group'],
  ['monitoring-scope', 'indirect', 'nik21_indirect'],
  ['why-no-due-diligence', 'how', 'met21_nohow'],
  ['why-no-due-diligence', 'resources', 'met21_nostaff'],
  ['hrdd-reach', 'indirect-suppliers', 'met21_hrdd_indirect'],
  ['hrdd-reach', 'customers', 'met21_hrdd_customers'],
  ['toyokeizai-hrdd', 'edition-2014', 'tk14_hrdd'],
  ['toyokeizai-hrdd', 'edition-2021', 'tk21_hrdd'],
  ['toyokeizai-hrdd', 'edition-2024', 'tk24_hrdd'],
  ['jetro-europe-hrdd', 'all 2024', 'jeu24_hrdd'],
  ['jetro-europe-hrdd', 'all 2025', 'jeu25_hrdd'],
  ['jetro-europe-hrdd', 'sme 2024', 'jeu24_hrdd_sme'],
  ['jetro-europe-hrdd', 'sme 2025', 'jeu25_hrdd_sme'],
  ['policy-by-size', 'jetro-large-2023', 'jhq23_policy_large'],
  ['policy-by-size', 'jetro-sme-2023', 'jhq23_policy_sme'],
  ['policy-by-size', 'sme-2025', 'sme25_policy_all_established'],
  ['nikkei-sdgs-2022', 'own-organisation', 'sdg22_mech'],
  ['nikkei-sdgs-2022', 'supply-chain', 'sdg22_mech_sc'],
  ['nikkei-sdgs-2022', 'audits', 'sdg22_audit'],
  ['nikkei-sdgs-2022', 'third-party', 'sdg22_third'],
  ['chrb-zero', 'chrb-2020', 'chrb20_zero'],
  ['chrb-zero', 'chrb-2022', 'chrb22_zero'],
] as const

const FIGURES = [...new Set(ROWS.map(([figure]) => figure))]

const published = new Map(facts('due-diligence.csv').map((row) => [row['id'], row]))
const fact = (id: string) => published.get(id) ?? {}

const rowOf = (figure: string, name: string) => values(figure)
  .find((row) => name.split(' ').every((code) => [row['series'], row['group'], row['answer'], row['time']].includes(code)))

/** A row's cell, or what figure.yaml says of all rows. */
const cell = (figure: string, name: string, column: string): string =>
  rowOf(figure, name)?.[column] || words(figure).defaults[column] || ''

const evidenceOf = (figure: string, name: string) => words(figure).evidence[cell(figure, name, 'evidence')]

it('29 facts, and every row of the nine figures is one of them', () => {
  expect(published.size).toBe(29)
  expect(sorted([...published.keys()].map(String))).toEqual(sorted(ROWS.map(([, , id]) => id)))
  expect(FIGURES).toHaveLength(9)
  expect(FIGURES.flatMap((figure) => cells(values(figure)))).toHaveLength(29)
})

describe.each(ROWS)('%s: %s is %s', (figure, name, id) => {
  const { value = '', qualifier = '', status } = fact(id)
  const [lower, upper] = value.split('-')

  it('digit for digit, with its qualifier and the word it was printed as', () => {
    const range = upper === undefined ? ['', ''] : [lower, upper]
    const code = upper === undefined ? { '': 'exact', just: 'only' }[qualifier] ?? qualifier : 'between'
    expect(['value', 'lower', 'upper', 'qualifier', 'as_printed'].map((column) => cell(figure, name, column)))
      .toEqual([upper === undefined ? value : '', ...range, code, upper === undefined ? qualifier : value])
  })

  it('derived where the reading derived it, else as published', () => {
    expect(cell(figure, name, 'status')).toBe(status === 'derived' ? 'derived' : 'final')
  })
})

/** Shares of a part of those who answered, or of a base that is not stated: how many that is, was not reported, whatever is known of all. */
const OF_A_PART = ['risk-concerns reputation', 'risk-concerns investors', 'risk-concerns contracts', 'risk-concerns supply',
  'monitoring-scope expand', 'monitoring-scope direct', 'monitoring-scope own-group', 'monitoring-scope indirect']

describe('who answered', () => {
  const surveys = ROWS.filter(([figure]) => figure !== 'chrb-zero')

  it.each(surveys)('%s: %s says how many, as %s does', (figure, name, id) => {
    const given = evidenceOf(figure, name)?.n
    const said = typeof given === 'object' ? [given.value, given.qualifier] : [given]
    const { n, n_qualifier } = fact(id)
    const expected = n && !OF_A_PART.includes(`${figure} ${name}`) ? [n, n_qualifier || 'exact'] : ['not-reported']
    expect(said).toEqual(expected)
  })

  it.each(surveys)('%s: %s says when they were asked, as %s does', (figure, name, id) => {
    // the white paper names a fiscal year, which the figure shows from April to March
    const expected = id === 'sme25_policy_all_established' ? '2024-04/2025-03' : fact(id)['fieldwork'] || 'not-reported'
    expect(evidenceOf(figure, name)?.fieldwork).toBe(expected)
  })

  it.each(ROWS.filter(([, , id]) => fact(id)['published']))('%s: %s says when it was published, as %s does', (figure, name, id) => {
    expect(evidenceOf(figure, name)?.published).toBe(fact(id)['published'])
  })

  it('nobody answered the benchmark, which assessed 127 companies in 2022; the base of 2020 is not in print', () => {
    expect([rowOf('chrb-zero', 'chrb-2020')?.['n'], rowOf('chrb-zero', 'chrb-2022')?.['n']]).toEqual(['', fact('chrb22_zero')['n']])
    expect(evidenceOf('chrb-zero', 'chrb-2020')?.n).toBeUndefined()
  })
})

describe('what was computed or must not be', () => {
  it('37.2 is 41.7 less the 4.5 points that were printed', () => {
    expect(words('jetro-europe-hrdd').derived.map(({ inputs }) => inputs.map(({ value }) => value))).toEqual([['41.7', '4.5']])
    expect((417 - 45) / 10).toBe(Number(fact('jeu24_hrdd')['value']))
    expect(fact('jeu25_hrdd')['value']).toBe('41.7')
  })

  it('about doubled is what the replies to Toyo Keizai did', () => {
    const [before, after] = ['tk14_hrdd', 'tk21_hrdd'].map((id) => Number(fact(id)['n']))
    expect((after ?? 0) / (before ?? 1)).toBeCloseTo(2.1, 1)
    expect(607 + 338 + 119 + 16).toBe(after)
    expect(Math.round((282 / 55.7) * 100)).toBe(before)
  })

  it('shares of monitoring have three bases, and that of indirect suppliers is not stated', () => {
    expect(values('monitoring-scope').map((row) => [row['answer'], row['group']])).toEqual([
      ['framework', 'all'], ['expand', 'with-framework'], ['direct', 'with-framework'], ['own-group', 'with-framework'], ['indirect', 'base-not-stated'],
    ])
  })
})

/** The transcription, made once more from the tables it was copied from. */
function transcribed(folder: string): readonly object[] {
  const all = new Map(table(join(folder, 'survey/figures.csv')).map((row) => [row['id'], row]))
  const date = (text = ''): string => /^\d{4}(?:-\d\d){0,2}(?:\/\d{4}(?:-\d\d){0,2})?(?! edition)(?!\w)/.exec(text)?.[0] ?? ''
  return cells(facts('due-diligence.csv')).map((row) => {
    const id = new Map(Object.entries(row)).get('id')
    const { value, qualifier, n, fieldwork_date, published_date, status } = all.get(typeof id === 'string' ? id : '') ?? {}
    const [, about = '', replies = ''] = /^(about )?([\d,]+)/.exec(n ?? '') ?? []
    return {
      id, value, qualifier, n: replies.replaceAll(',', ''), n_qualifier: about.trim(), fieldwork: date(fieldwork_date), published: date(published_date), status,
    }
  })
}

withOriginals('the transcription is what the tables say', (originals) => {
  expect(cells(facts('due-diligence.csv'))).toEqual(transcribed(originals))
})
