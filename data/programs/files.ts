/** Files that are made once, when a release is: workbooks of figures, and the files of the whole collection. */
import { createHash } from 'node:crypto'
import { csv, tableOf } from '../../worker/formats/csv.ts'
import { XLSX_ENCODER } from '../../worker/formats/xlsx.ts'
import type { Figure } from '../model/figure.ts'
import { canonical, entryOf, type Entry, type Hash, type MadeFile, type MadeFiles, type StoredFile } from '../model/release.ts'
import type { Collection } from '../model/read/rules.ts'
import { collectionFiles, type Edition } from './collection.ts'
import { workbookOf } from './spreadsheet.ts'

export type Made = {
  readonly files: Readonly<Record<string, MadeFiles>>
  readonly collectionFiles: Readonly<Record<string, MadeFile>>
  readonly entries: readonly Entry[]
}

type Body = string | Uint8Array

const weigh = (body: Body, entry: Hash | null): MadeFile =>
  ({ sha256: createHash('sha256').update(body).digest('hex'), bytes: Buffer.byteLength(body), entry })

const storedAs = (body: Body): StoredFile => (typeof body === 'string' ? { text: body } : { base64: Buffer.from(body).toString('base64') })

/** A file that is stored, and what the release says of it. */
async function store(body: Body): Promise<{ readonly file: MadeFile; readonly entry: Entry }> {
  const entry = await entryOf('file', storedAs(body))
  return { file: weigh(body, entry.hash), entry }
}

/** A figure as every reader gets it: out of its entry, whose keys are sorted. */
async function editionOf(figure: Figure): Promise<Edition> {
  const { hash } = await entryOf('figure', figure)
  const parsed: Figure = JSON.parse(canonical(figure))
  return { figure: parsed, hash }
}

/** The files of one version: its workbooks, and the weight of its tables, which are made when they are asked for. */
async function filesOf({ figure, hash }: Edition, origin: string): Promise<{ readonly made: MadeFiles; readonly entries: readonly Entry[] }> {
  const books = await Promise.all(figure.lang.map(async (lang) => [lang, await store(await workbookOf(figure, hash, lang, origin))] as const))
  return {
    made: {
      csv: { encoder: csv.encoder, of: Object.fromEntries(figure.lang.map((lang) => [lang, weigh(tableOf(figure, lang), null)])) },
      xlsx: { encoder: XLSX_ENCODER, of: Object.fromEntries(books.map(([lang, { file }]) => [lang, file])) },
    },
    entries: books.map(([, { entry }]) => entry),
  }
}

/** Makes every file of a collection. `origin` is the public address, '' where none is known: then addresses begin with a slash. */
export async function makeFiles(collection: Collection, origin: string): Promise<Made> {
  const editions = await Promise.all(collection.figures.map(editionOf))
  const made: (readonly [string, Awaited<ReturnType<typeof filesOf>>])[] = []
  // One workbook after the other: each takes memory of its own.
  for (const edition of editions) made.push([edition.figure.id, await filesOf(edition, origin)])
  const whole = await collectionFiles(collection.front, editions, origin, store)
  return {
    files: Object.fromEntries(made.map(([id, of]) => [id, of.made])),
    collectionFiles: Object.fromEntries(whole.map(([path, { file }]) => [path, file])),
    entries: [...made.flatMap(([, { entries }]) => entries), ...whole.map(([, { entry }]) => entry)],
  }
}
