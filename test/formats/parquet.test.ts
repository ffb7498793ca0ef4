/** Parquet as two readers that did not write it find it: every cell the one of the JSON, types and words in the file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { afterAll, describe, expect, it } from 'vitest'
import type { Figure } from '../../data/model/figure.ts'
import { FIGURES } from '../web/built.ts'
import { HOSTILES } from './hostile.ts'
import { rendered, textIn } from './rendered.ts'

const CASES = [...FIGURES, ...Object.values(HOSTILES)].map((figure) => ({ id: figure.id, figure }))

type Row = Record<string, string | number | null>

async function fileOf(figure: Figure, lang: string): Promise<Uint8Array<ArrayBuffer>> {
  const body = await rendered(figure, 'parquet', { lang })
  if (typeof body === 'string') throw new Error('Parquet is not text')
  return body
}

async function rowsOf(figure: Figure, lang: string): Promise<Row[]> {
  const { rows }: { rows: Row[] } = JSON.parse(await textIn(figure, 'json', { lang }))
  return rows
}

/** Both readers' text decoders swallow a byte order mark at the beginning of a cell; that it is in the file is tried by itself. */
const unmarked = (rows: readonly Row[]): Row[] => rows.map((row) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'string' ? value.replace(/^\uFEFF/, '') : value])))

const folder = mkdtempSync(join(tmpdir(), 'parquet-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A file as DuckDB reads it. */
async function inDuckDb(bytes: Uint8Array, sql: (path: string) => string): Promise<Row[]> {
  const path = join(folder, 'one.parquet')
  writeFileSync(path, bytes)
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const reader = await connection.runAndReadAll(sql(path))
  const rows = reader.getRowObjectsJson()
  connection.closeSync()
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'number' || typeof value === 'string' ? value : null])))
}

describe.each(CASES)('$id', ({ figure }) => {
  it.each(figure.lang)('hyparquet finds the rows of the JSON (%s)', async (lang) => {
    const file = (await fileOf(figure, lang)).buffer
    expect(await parquetReadObjects({ file })).toEqual(unmarked(await rowsOf(figure, lang)))
    const notes = Object.fromEntries((parquetMetadata(file).key_value_metadata ?? []).map(({ key, value }) => [key, value]))
    expect(notes).toMatchObject({ id: figure.id, lang, title: expect.any(String), citation: expect.stringContaining('supply-lines.example') })
    expect(JSON.parse(notes['columns'] ?? '')).toHaveLength(Object.keys((await rowsOf(figure, lang))[0] ?? {}).length)
  })

  it('DuckDB finds the same', async () => {
    expect(await inDuckDb(await fileOf(figure, 'ja'), (path) => `select * from '${path}'`)).toEqual(unmarked(await rowsOf(figure, 'ja')))
  })
})

it('numbers are numbers, codes are text', async () => {
  const types = await inDuckDb(await fileOf(HOSTILES.series, 'en'), (path) => `select column_name, column_type from (describe select * from '${path}')`)
  const typeOf = Object.fromEntries(types.map((row) => [row['column_name'], row['column_type']]))
  expect(typeOf).toMatchObject({ value: 'DOUBLE', lower: 'DOUBLE', decimals: 'INTEGER', n: 'INTEGER', time: 'VARCHAR', series: 'VARCHAR', note: 'VARCHAR' })
})

it('a byte order mark at the beginning of a cell is in the file', async () => {
  const found = await inDuckDb(await fileOf(HOSTILES.series, 'en'), (path) => `select distinct hex(encode(note)) as bytes from '${path}' where note like '%mark' and strlen(note) < 8`)
  expect(found).toEqual([{ bytes: 'EFBBBF6D61726B' }])
})

it('the same figure gives the same bytes', async () => {
  const [one, two] = await Promise.all([fileOf(HOSTILES.series, 'en'), fileOf(HOSTILES.series, 'en')])
  expect(one).toEqual(two)
})
