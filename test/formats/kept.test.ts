/**
 * A pinned file of data is the same for ever: what each encoder made of one figure is kept, and the digests of what it made of
 * a figure of each shape, and must come out again. Where an encoder is to give other bytes, its number goes up; `UPDATE=1` writes the files of numbers that have none, and changes none.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Figure } from '../../data/model/figure.ts'
import { shortHash } from '../../data/model/release.ts'
import { workbookOf } from '../../data/programs/spreadsheet.ts'
import { hasFormat } from '../../web/pages/site.ts'
import { LANGUAGES } from '../../web/words/index.ts'
import { FORMATS, formatOf } from '../../worker/formats/index.ts'
import { LINKED } from '../../worker/formats/format.ts'
import { HOSTILES } from './hostile.ts'
import { KEPT } from './kept.ts'
import { ORIGIN, SITE, rendered, type Asked } from './rendered.ts'

const FOLDER = join(import.meta.dirname, '../kept')

/** The version: of other fields in a figure the files say nothing. */
const HASH = '0123456789abcdef'.repeat(4)

async function made(figure: Figure, extension: string, lang: string, asked: Asked): Promise<Uint8Array> {
  if (extension === 'xlsx') return workbookOf(figure, HASH, lang, ORIGIN)
  const body = await rendered(figure, extension, { ...asked, hash: HASH, version: shortHash(HASH), lang })
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
    const bytes = await made(KEPT, extension, lang, part.asked)
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

/** Digests by encoder, language, figure and format, one a line. */
const DIGESTS = join(FOLDER, 'digests.txt')

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const SHAPES = Object.values(HOSTILES).flatMap((figure) => FORMATS.filter(({ kind, isNumeric = false }) => kind === 'data' && hasFormat(figure.shape, { isNumeric }))
  .flatMap(({ extension, encoder }) => LANGUAGES.map((lang) => ({ figure, extension, lang, name: `${encoder}.${lang}.${figure.id}.${extension}` }))))

const keptDigests = (): Map<string, string> =>
  new Map((existsSync(DIGESTS) ? readFileSync(DIGESTS, 'utf8') : '').split('\n').filter(Boolean).map((line) => {
    const [hash = '', name = ''] = line.split('  ')
    return [name, hash]
  }))

describe('of every shape', () => {
  it.each(SHAPES)('$name has the digest that was kept', async ({ figure, extension, lang, name }) => {
    const [found, known] = [digest(await made(figure, extension, lang, {})), keptDigests()]
    if (process.env['UPDATE'] && !known.has(name)) {
      const lines = [...known.set(name, found)].map(([one, hash]) => `${hash}  ${one}\n`)
      writeFileSync(DIGESTS, lines.toSorted((a, b) => (a.slice(64) < b.slice(64) ? -1 : 1)).join(''))
    }
    expect(found).toBe(known.get(name))
  })

  it('nothing else is kept', () => {
    expect([...keptDigests().keys()].toSorted()).toEqual(SHAPES.map(({ name }) => name).toSorted())
  })
})

it('a format that is new changes no file of a version, only live ones', async () => {
  const formats = [...FORMATS, { ...formatOf('csv'), extension: 'new' }]
  for (const { extension } of FORMATS.filter(({ kind, isMade }) => kind === 'data' && !isMade)) {
    const asked = { hash: HASH, version: shortHash(HASH) }
    expect(await rendered(KEPT, extension, { ...asked, site: { formats } })).toEqual(await rendered(KEPT, extension, asked))
  }
  expect(await rendered(KEPT, 'json', { hash: HASH, site: { formats } })).not.toEqual(await rendered(KEPT, 'json', { hash: HASH }))
  expect(LINKED.filter((extension) => !SITE.formats.some((format) => format.extension === extension))).toEqual([])
})

it('nothing is kept of encoders that are no more', () => {
  expect(readdirSync(FOLDER).filter((name) => !name.startsWith('.') && name !== 'digests.txt').toSorted()).toEqual(CASES.map(({ name }) => name).toSorted())
})
