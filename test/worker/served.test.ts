/** What is served is what the sources published: CSV and JSON against the editor's files and the independent transcription. */
import { csvParse } from 'd3-dsv'
import { describe, expect, it } from 'vitest'
import { ask } from './ask.ts'

type Cells = Readonly<Record<string, string | undefined>>
type Observation = { readonly value: number | null; readonly decimals: number | null; readonly qualifier: string }

const edited: Readonly<Record<string, string>> = import.meta.glob('../../data/figures/*/values.csv', { query: '?raw', import: 'default', eager: true })
const transcribed: Readonly<Record<string, string>> = import.meta.glob('../research/*.csv', { query: '?raw', import: 'default', eager: true })

const facts = (name: string) => csvParse(transcribed[`../research/${name}`] ?? '')
const served = async (path: string) => csvParse(await (await ask(path)).text())
const files = Object.entries(edited).map(([path, text]) => ({ id: path.split('/').at(-2) ?? '', rows: csvParse(text.replace(/^\ufeff/, '')) }))
const decimals = (text: string): number => text.split('.')[1]?.length ?? 0

describe.each(files)('$id', ({ id, rows }) => {
  it.each(['', '/ja'])('has every value of the editor’s file in its CSV and JSON, in order and digit for digit (%s)', async (prefix) => {
    const csv = await served(`${prefix}/figures/${id}.csv`)
    const cell = (of: Iterable<Cells>, name: string) => [...of].map((row) => row[name] ?? '')
    expect(cell(csv, 'value')).toEqual(cell(rows, 'value'))
    for (const key of ['series', 'group', 'answer', 'time'].filter((name) => rows.columns.includes(name))) expect(cell(csv, key)).toEqual(cell(rows, key))
    if (rows.columns.includes('qualifier')) expect(cell(csv, 'qualifier')).toEqual(cell(rows, 'qualifier'))
    if (!csv.columns.includes('value')) return
    const { rows: observations }: { rows: Observation[] } = await (await ask(`${prefix}/figures/${id}.json`)).json()
    expect(observations.map(({ value }) => value)).toEqual(cell(rows, 'value').map((text) => (text === '' ? null : Number(text))))
    expect(observations.map((one) => one.decimals)).toEqual(cell(rows, 'value').map((text) => (text === '' ? null : decimals(text))))
    expect(observations.map(({ qualifier }) => qualifier)).toEqual(cell(csv, 'qualifier'))
  })
})

describe('the transcription', () => {
  const sorted = (lines: readonly string[]) => [...lines].sort()
  const lines = (rows: Iterable<Cells>, ...names: string[]) => sorted([...rows].map((row) => names.map((name) => row[name]).join(' ')))

  it.each([
    ['fdi-inflows-gdp', 275, 'iso3'], ['fdi-inflows-usd', 271, 'iso3'],
  ])('of %s is served value by value: %i of them', async (id, count, code) => {
    const published = facts(`${id}.csv`)
    expect(published).toHaveLength(count)
    expect(lines(await served(`/figures/${id}.csv`), 'series', 'time', 'value')).toEqual(lines(published, code, 'year', 'value'))
  })

  it('of Table 26 is served value by value', async () => {
    const published = facts('fdi-by-source.csv').filter((row) => row['partner_code'] !== 'OTHER_T10')
    const renamed = published.map((row) => ({ ...row, partner_code: row['partner_code'] === 'OTHER_DP' ? 'OTHER' : row['partner_code'] }))
    expect(renamed).toHaveLength(48)
    expect(lines(await served('/figures/fdi-by-source-2012-2014.csv'), 'series', 'time', 'value')).toEqual(lines(renamed, 'partner_code', 'year', 'value'))
  })

  it('of the surveys is served: the three claims and what their sources say', async () => {
    const published = new Map(facts('surveys.csv').map((row) => [row['id'], row]))
    const says = async (id: string) => (await served(`/figures/${id}.csv`)).map((row) => `${row['qualifier']} ${row['value']}`)
    const of = (id: string) => `${(published.get(id)?.['qualifier'] || 'exact').replace(' ', '-')} ${published.get(id)?.['value']}`
    expect(await says('guidance-wanted')).toEqual([of('seed_51'), of('met21_hrdd')])
    expect(await says('screening')).toEqual([of('seed_12'), of('nik21_indirect'), of('nik21_framework')])
    expect(await says('seeing-risk')).toEqual([of('seed_80'), of('nik21_growingrisk'), of('nik21_reputation')])
  })
})
