/**
 * A pinned file of data is the same for ever: what each encoder made of one figure is kept, and must come out again.
 * Where an encoder is to give other bytes, its number goes up; `UPDATE=1` writes the files of numbers that have none, and changes none.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { workbookOf } from '../../data/programs/spreadsheet.ts'
import { LANGUAGES } from '../../web/words/index.ts'
import { FORMATS, formatOf } from '../../worker/formats/index.ts'
import { KEPT } from './kept.ts'
import { ORIGIN, rendered, type Asked } from './rendered.ts'

const FOLDER = join(import.meta.dirname, '../kept')

/** The version: of other fields in a figure the files say nothing. */
const HASH = '0123456789abcdef'.repeat(4)

/** The formats that a document links to: more of them change the links, which are added when a file is sent. */
const LINKED = FORMATS.filter(({ extension }) => ['html', 'svg', 'json', 'csv'].includes(extension))

async function made(extension: string, lang: string, { asked }: Part): Promise<Uint8Array> {
  if (extension === 'xlsx') return workbookOf(KEPT, HASH, lang, ORIGIN)
  const body = await rendered(KEPT, extension, { ...asked, hash: HASH, lang, site: { formats: LINKED } })
  return typeof body === 'string' ? new TextEncoder().encode(body) : body
}

type Part = { readonly name: string; readonly asked: Pick<Asked, 'view' | 'bom'> }

const WHOLE: Part = { name: '', asked: {} }
const SELECTED: Part = { name: 'large.', asked: { view: { select: ['large'] } } }
const MARKED: Part = { name: 'bom.', asked: { bom: true } }

/** Everything that an address with a version promises for ever: files of data, whole, and as they are selected and marked. */
const CASES = FORMATS.filter(({ kind }) => kind === 'data').flatMap(({ extension, params }) => {
  const parts = [WHOLE, ...(params.includes('select') ? [SELECTED] : []), ...(params.includes('bom') ? [MARKED] : [])]
  return LANGUAGES.flatMap((lang) => parts.map((part) => ({ extension, lang, part, name: `${formatOf(extension).encoder}.${lang}.${part.name}${extension}` })))
})

describe.each(CASES)('$name', ({ extension, lang, part, name }) => {
  it('comes out as it was kept', async () => {
    const path = join(FOLDER, name)
    const bytes = await made(extension, lang, part)
    if (process.env['UPDATE'] && !existsSync(path)) {
      mkdirSync(FOLDER, { recursive: true })
      writeFileSync(path, bytes)
    }
    const kept = readFileSync(path)
    if (!kept.equals(bytes)) expect(new TextDecoder().decode(bytes)).toBe(kept.toString('utf8'))
    expect(kept.equals(bytes)).toBe(true)
  })
})

it('every file that is promised for ever is kept, and no other', () => {
  expect([...new Set(CASES.map(({ extension }) => extension))].toSorted()).toEqual([
    'bib', 'csl.json', 'csv', 'csv-metadata.json', 'datapackage.json', 'json', 'jsonstat.json', 'linkset.json', 'metadata.json', 'ndjson', 'parquet', 'ris', 'txt', 'xlsx', 'zip',
  ])
})

it('nothing is kept of encoders that are no more', () => {
  expect(readdirSync(FOLDER).filter((name) => !name.startsWith('.')).toSorted()).toEqual(CASES.map(({ name }) => name).toSorted())
})
