/** An independent reading of the published sources equals the figures, value by value: none of our own readers is used here. */
import { csvParse, type DSVRowArray } from 'd3-dsv'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'

/** What these tests read of a figure.yaml. */
const Count = v.union([v.string(), v.object({ value: v.string(), qualifier: v.string() })])
const Words = v.object({
  evidence: v.record(v.string(), v.object({ n: Count, asked: Count })),
  derived: v.optional(v.array(v.object({ inputs: v.array(v.object({ value: v.string() })) })), []),
})

const root = join(import.meta.dirname, '../..')
const originals = process.env['RESEARCH']

const table = (path: string): DSVRowArray => csvParse(readFileSync(path, 'utf8'))
const facts = (name: string) => table(join(root, 'test/research', name))
const values = (figure: string) => table(join(root, 'data/figures', figure, 'values.csv'))
const words = (figure: string) =>
  v.parse(Words, parseYaml(readFileSync(join(root, 'data/figures', figure, 'figure.yaml'), 'utf8'), { schema: 'failsafe' }))

const cells = (rows: Iterable<object>) => [...rows].map((row) => ({ ...row }))
const sorted = (lines: readonly string[]) => [...lines].sort()

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

/** Figure, its row, the fact; the rows of claims are named by `series`, those of shares by `group`. */
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
] as const

describe('claims and surveys', () => {
  const published = new Map(facts('surveys.csv').map((row) => [row['id'], row]))
  const fact = (id: string) => published.get(id) ?? {}
  const rowOf = (figure: string, name: string) => values(figure).find((row) => (row['series'] ?? row['group']) === name)
  const codeOf = (printed: string | undefined) => (printed === '' ? 'exact' : printed?.replace(' ', '-'))

  it('has 15 facts, and every row of the four figures is one of them but the derived one', () => {
    expect(published.size).toBe(15)
    const rows = ['guidance-wanted', 'screening', 'seeing-risk', 'who-was-asked'].flatMap((figure) => cells(values(figure)))
    expect(rows).toHaveLength(SURVEYS.length + 1)
  })

  it.each(SURVEYS)('%s: %s is %s, with its qualifier', (figure, name, id) => {
    const row = rowOf(figure, name)
    expect([row?.['value'], row?.['qualifier']]).toEqual([fact(id)['value'], codeOf(fact(id)['qualifier'])])
  })

  const count = (figure: string, name: string, what: 'n' | 'asked') => {
    const given = words(figure).evidence[rowOf(figure, name)?.['evidence'] ?? '']?.[what]
    return typeof given === 'object' ? `${given.qualifier} ${given.value}` : given
  }

  it.each(SURVEYS)('%s: %s gives the replies of %s', (figure, name, id) => {
    // Of a part of those who answered, the number of replies is not printed.
    const { n, n_qualifier: qualifier } = id === 'nik21_reputation' ? { n: '', n_qualifier: '' } : fact(id)
    expect(count(figure, name, 'n')).toBe(n === '' ? 'not-reported' : `${codeOf(qualifier)} ${n}`)
  })

  it.each(SURVEYS)('%s: %s gives how many were asked as %s does', (figure, name, id) => {
    const asked = id === 'met21_hrdd' ? fact('met21_asked')['value'] : fact(id)['asked']
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
    'fdi-by-source.csv': table(join(folder, 'investment/asean_fdi_inflows_by_source.csv'))
      .filter((row) => row['source_id'] === 'E01' || row['source_id'] === 'E02')
      .map(({ year, partner_code, value, source_id, note }) =>
        ({ year, partner_code, value, table: source_id === 'E01' ? '27' : '26', preliminary: note === 'preliminary' ? 'yes' : 'no' })),
    'surveys.csv': wanted.map((id) => {
      const { value, qualifier, n = '' } = surveys.get(id) ?? {}
      const [, about = '', replies] = /^(about )?([\d,]+)/.exec(n) ?? []
      const asked = /\(([\d,]+) asked/.exec(n)?.[1]
      return { id, value, qualifier, n: digits(replies), n_qualifier: about.trim(), asked: digits(asked) }
    }),
  }
}

describe('the transcription', () => {
  it.each([['fdi-inflows-gdp.csv', 275], ['fdi-by-source.csv', 51], ['surveys.csv', 15]] as const)('%s has %i facts', (name, count) => {
    expect(facts(name)).toHaveLength(count)
    if (originals !== undefined) expect(cells(facts(name))).toEqual(readOriginals(originals)[name])
  })
})
