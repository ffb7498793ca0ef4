/** A release: the catalogue of one publication, and the content-addressed entries it is made of. */
import type { ChangeKind, Figure, Text } from './figure.ts'
import type { Preview } from './preview.ts'
import type { ShapeName } from './shape.ts'

/** sha-256 in 64 lower-case hex digits; URLs use the first 16. */
export type Hash = string

/** A file of a published version: what its bytes are, and the key `file:<hash>` where it lies; null for one made when it is asked for. */
export type MadeFile = { readonly sha256: Hash; readonly bytes: number; readonly entry: Hash | null }

/** Files of one version by extension and language, with the number of the encoder that made them. */
export type MadeFiles = Readonly<Record<string, { readonly encoder: number; readonly of: Readonly<Record<string, MadeFile>> }>>

/** Files of figures, by id. */
export type Weights = Readonly<Record<string, MadeFiles>>

/**
 * Where it is said what files weigh that are made when they are asked for and name the public address: keys `file:<hash>` of
 * `Weights` by language, of live addresses and of those with a version. They hold at this address, for the release's own versions, and live ones as
 * long as there are these formats, which they link to.
 */
export type Weighed = { readonly origin: string; readonly formats: readonly string[]; readonly of: Readonly<Record<string, { readonly live: Hash; readonly pinned: Hash }>> }

/** How a file lies under `file:<hash>`: text as it is, other bytes in base64. */
export type StoredFile = { readonly text: string } | { readonly base64: string }

export type Version = {
  readonly hash: Hash
  readonly date: string
  readonly kind: ChangeKind
  readonly note: Text
  /** Languages and shape, where they are others than those of the version that the catalogue lists. */
  readonly lang?: readonly string[]
  readonly shape?: ShapeName
  /** Files made when it was published; they stay as they are whatever is published later. */
  readonly files?: MadeFiles
  /** The moment of the release in which it came, or in which its files last became others. */
  readonly modified?: string
}

/**
 * The files of a version. One that was published again has those it was first published with, which its address promised,
 * and besides them what was not made then.
 */
export const filesOfVersion = (history: readonly Version[], hash: Hash): MadeFiles =>
  Object.assign({}, ...history.filter((version) => version.hash === hash).toReversed().map(({ files }) => files))

/** Keys `file:<hash>` of pictures in pixels, by size. */
export type MadePictures = Readonly<Record<string, Hash>>

/** What is known of a figure without reading it: enough to check an address and make an ETag. */
export type CatalogueEntry = {
  readonly id: string
  readonly hash: Hash
  readonly shape: ShapeName
  readonly section: string
  readonly lang: readonly string[]
  readonly title: Text
  readonly measure: Text
  readonly charts: readonly string[]
  /** Codes `select` takes, in the figure's order. */
  readonly codes: readonly string[]
  /** Distinct years of its times, ascending; empty for shapes without time. */
  readonly years: readonly number[]
  /** Words the catalogue's search looks in, by language. */
  readonly search: Text
  readonly sources: readonly string[]
  readonly preview: Preview
  readonly history: readonly Version[]
  /** Key `file:<hash>` of the fonts its pictures carry, by language. */
  readonly fonts: Readonly<Record<string, Hash>>
  /** Key `file:<hash>` of the fonts its pictures in pixels are set in, by language. */
  readonly outlines: Readonly<Record<string, Hash>>
  /** Its pictures in pixels that are made ahead, by language. */
  readonly pictures: Readonly<Record<string, MadePictures>>
}

/** One section of the dashboard: a finding in words and the figures that show it. */
export type Section = { readonly id: string; readonly name: Text; readonly title: Text; readonly text: Text; readonly figures: readonly string[] }

/** The dashboard in one read: its words and the figures it draws. */
export type Front = {
  readonly schema: 1
  readonly title: Text
  readonly lead: Text
  readonly note: Text
  readonly sections: readonly Section[]
  readonly figures: Readonly<Record<string, Figure>>
}

export type Release = {
  readonly schema: 1
  /** Date of the newest change in the collection. */
  readonly date: string
  /** Later than that of every release before it: a time in UTC (ISO 8601), from the newest date and the order of publishing. */
  readonly modified?: string
  readonly figures: readonly CatalogueEntry[]
  readonly sections: readonly { readonly id: string; readonly name: Text }[]
  readonly front: Hash
  /** Key `file:<hash>` of the list of sources. */
  readonly sources: Hash
  /** Key `file:<hash>` of the founding article's facts. */
  readonly article: Hash
  /** Key `file:<hash>` of the log of releases: this one's part in it, and all before. */
  readonly log: Hash
  /** Files of the whole collection, by path: `figures.parquet`, `ja/figures.parquet`. */
  readonly files?: Readonly<Record<string, MadeFile>>
  /** The code of the Worker that was built with it: what pages look like, and what they say in our own words. */
  readonly code?: Hash
  /** Left out where nothing was weighed. */
  readonly weighed?: Weighed
  /** Old ids and where they went. */
  readonly formerly: Readonly<Record<string, string>>
  /** Ids that were withdrawn, with the reason. */
  readonly withdrawn: Readonly<Record<string, Text>>
}

/** The one mutable key. */
export type Current = { readonly release: Hash }

/** Keys in KV and file names (`figure/<hash>.json`) in the copy of the release. */
export type EntryKind = 'figure' | 'front' | 'file' | 'release'
export type Entry = { readonly kind: EntryKind; readonly hash: Hash; readonly text: string }

export const keyOf = (kind: EntryKind, hash: Hash): string => `${kind}:${hash}`

/** The part of a hash that a URL shows. */
export const shortHash = (hash: Hash): string => hash.slice(0, 16)

/** JSON with sorted object keys, so that equal values are equal bytes. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.entries(value).filter(([, field]) => field !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`
}

const hex = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** sha-256 of bytes. */
export const hashOfBytes = async (bytes: Uint8Array<ArrayBuffer>): Promise<Hash> => hex(await crypto.subtle.digest('SHA-256', bytes))

/** sha-256 of a text's UTF-8 bytes. Web Crypto is the same in Node, workerd and browsers. */
export const hashOf = (text: string): Promise<Hash> => hashOfBytes(new TextEncoder().encode(text))

/** A value as an entry under its own hash. */
export async function entryOf(kind: EntryKind, value: unknown): Promise<Entry> {
  const text = canonical(value)
  return { kind, hash: await hashOf(text), text }
}
