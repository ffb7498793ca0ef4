/** The files of the whole collection: every observation of every figure, once, with the same cells as in the figure's own files. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { parse as parseCsv } from 'csv-parse/sync'
import { parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import type { MadeFile, StoredFile } from '../../data/model/release.ts'
import { shortHash } from '../../data/model/release.ts'
import { COLUMNS, shapeOf } from '../../data/model/shape.ts'
import { LANGUAGES } from '../../web/words/index.ts'
import { FIGURES, RELEASE } from '../web/built.ts'
import { DATA_PACKAGE } from './datapackage.schema.ts'
import { textIn } from './rendered.ts'
import { unpacked } from './unpacked.ts'

const ENTRIES = join(import.meta.dirname, '../../.build/entries/file')

/** A stored file as it is sent. */
function stored({ entry }: MadeFile): Buffer {
  const file: StoredFile = JSON.parse(readFileSync(join(ENTRIES, `${entry}.json`), 'utf8'))
  return 'text' in file ? Buffer.from(file.text) : Buffer.from(file.base64, 'base64')
}

function fileOf(path: string): MadeFile {
  const file = RELEASE.files?.[path]
  if (!file) throw new Error(`the release has no ${path}`)
  return file
}

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')
const prefix = (lang: string): string => (lang === 'en' ? '' : `${lang}/`)

it('every file that the release names is there and is what it says', () => {
  expect(Object.keys(RELEASE.files ?? {}).toSorted())
    .toEqual(['datapackage.json', 'figures.ndjson', 'figures.parquet', 'ja/figures.ndjson', 'ja/figures.parquet', 'release.zip'])
  const made = [...Object.values(RELEASE.files ?? {}), ...RELEASE.figures.flatMap(({ history }) => Object.values(history.at(-1)?.files?.['xlsx']?.of ?? {}))]
  expect(made.length).toBeGreaterThan(RELEASE.figures.length)
  for (const file of made) expect({ sha256: sha256(stored(file)), bytes: stored(file).length }).toEqual({ sha256: file.sha256, bytes: file.bytes })
})

it('the release knows the digest of every CSV before it is asked for', async () => {
  for (const figure of FIGURES) {
    const of = RELEASE.figures.find(({ id }) => id === figure.id)?.history.at(-1)?.files?.['csv']?.of
    for (const lang of figure.lang) expect([figure.id, lang, of?.[lang]?.sha256]).toEqual([figure.id, lang, sha256(await textIn(figure, 'csv', { lang }))])
  }
})

describe.each(LANGUAGES)('one long table in %s', (lang) => {
  const rows = stored(fileOf(`${prefix(lang)}figures.ndjson`)).toString().trimEnd().split('\n').map((line): Record<string, unknown> => JSON.parse(line))

  it('has every observation of every numeric figure, in order, the figure first', async () => {
    const columns = ['figure', ...COLUMNS.map(({ name }) => name).filter((name) => name !== 'actors').flatMap((name) => (name === 'value' ? [name, 'decimals'] : [name]))]
    for (const row of rows) expect(Object.keys(row)).toEqual(columns)
    const numeric = FIGURES.filter(({ shape, lang: published }) => shapeOf(shape).numeric && published.includes(lang))
    expect([...new Set(rows.map((row) => row['figure']))]).toEqual(expect.arrayContaining(numeric.map(({ id }) => id)))
    for (const figure of numeric) {
      const { rows: own }: { rows: Record<string, unknown>[] } = JSON.parse(await textIn(figure, 'json', { lang }))
      const held = rows.filter((row) => row['figure'] === figure.id)
      expect(held.map((row) => Object.fromEntries(Object.keys(own[0] ?? {}).map((name) => [name, row[name]])))).toEqual(own)
    }
    expect(rows).toHaveLength(numeric.reduce((sum, figure) => sum + figure.rows.length, 0))
  })

  it('is the same as Parquet', async () => {
    const bytes = new Uint8Array(stored(fileOf(`${prefix(lang)}figures.parquet`)))
    expect(await parquetReadObjects({ file: bytes.buffer })).toEqual(rows)
  })
})

type Package = { readonly resources: readonly { readonly name: string, readonly path: string, readonly hash: string, readonly bytes: number }[] }

const ajv = new Ajv({ allErrors: true, strictRequired: false })
addFormats.default(ajv)

describe('the descriptions', () => {
  const served: Package = JSON.parse(stored(fileOf('datapackage.json')).toString())

  it('is a Data Package with every table of every figure, by the address of its version, and the other files', async () => {
    const isPackage = ajv.compile(DATA_PACKAGE)
    isPackage(served)
    expect(isPackage.errors ?? []).toEqual([])
    const wanted = RELEASE.figures.flatMap(({ id, hash, lang }) => lang.map((one) => `${prefix(one)}figures/${id}@${shortHash(hash)}.csv`))
    const others = Object.keys(RELEASE.files ?? {}).filter((path) => path !== 'datapackage.json')
    expect(served.resources.map(({ path }) => path).toSorted()).toEqual([...wanted, ...others].toSorted())
    for (const { path, hash } of served.resources.filter((one) => others.includes(one.path))) expect(hash).toBe(`sha256:${fileOf(path).sha256}`)
  })

  it('the archive holds what its own description says, and nothing is missing', async () => {
    const files = await unpacked(stored(fileOf('release.zip')))
    const held = (name: string) => files[`supply-lines/${name}`]?.text ?? ''
    const inside: Package = JSON.parse(held('datapackage.json'))
    expect(inside.resources).toHaveLength(RELEASE.figures.reduce((sum, { lang }) => sum + lang.length, 0))
    for (const { path, hash, bytes } of inside.resources) expect([path, `sha256:${sha256(held(path))}`, Buffer.byteLength(held(path))]).toEqual([path, hash, bytes])
    for (const lang of LANGUAGES) {
      for (const { id, hash } of RELEASE.figures.filter((entry) => entry.lang.includes(lang))) {
        expect(held(`README.${lang}.txt`)).toContain(shortHash(hash))
        expect(held(`CITATIONS.${lang}.txt`)).toContain(`${id}@${shortHash(hash)}`)
      }
      for (const id of new Set(FIGURES.flatMap(({ sources }) => Object.keys(sources)))) expect(held(`TERMS.${lang}.txt`)).toContain(`- ${id}`)
      const [header, ...codes] = parseCsv(held(`${lang}/codebook.csv`))
      expect([header, codes.length > 1000]).toEqual([['figure', 'column', 'code', 'means'], true])
    }
  })
})
