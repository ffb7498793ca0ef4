/** The build's own release in the real local KV, and variations of it for what the collection does not have yet. */
import { env } from 'cloudflare:workers'
import type { Figure } from '../../data/model/figure.ts'
import {
  canonical, entryOf, keyOf, shortHash, type CatalogueEntry, type Entry, type EntryKind, type Hash, type Release,
} from '../../data/model/release.ts'
import { BUILD } from '../../worker/build.ts'

const listed = import.meta.glob<string>('../../.build/entries/{figure,front,release}/*.json', {
  query: '?raw', import: 'default', eager: true, exhaustive: true,
})
const heavy = import.meta.glob<string>('../../.build/entries/file/*.json', { query: '?raw', import: 'default', exhaustive: true })

const entryIn = ([path, text]: [string, string]): Entry => {
  const [hash = '', kind = ''] = path.replace('.json', '').split('/').reverse()
  return { kind: kind as EntryKind, hash, text } // The folders are named for the kinds.
}

/** Figures whose pictures in pixels are published too: all of them together are more than workerd may hold. */
export const PICTURED: readonly string[] = ['screening', 'fdi-inflows-gdp', 'who-was-asked', 'meti-survey-2021']

const releaseText = Object.entries(listed).find(([path]) => path.includes(BUILD.release))?.[1]
if (releaseText === undefined) throw new Error('there is no build')

/** Hashes of pictures in pixels, and of what they are set in. */
const drawnOf = (figures: readonly CatalogueEntry[]): ReadonlySet<Hash> => new Set(figures.flatMap(({ pictures, outlines }) =>
  [...Object.values(outlines), ...Object.values(pictures).flatMap((made) => Object.values(made))]))

/** Those of the figures that go without; what they share with the others stays. */
const undrawn = (({ figures }: Release) => {
  const kept = drawnOf(figures.filter(({ id }) => PICTURED.includes(id)))
  return new Set([...drawnOf(figures)].filter((hash) => !kept.has(hash)))
})(JSON.parse(releaseText))

const files = await Promise.all(Object.entries(heavy).filter(([path]) => !undrawn.has(path.replace(/^.*\/|\.json$/g, '')))
  .map(async ([path, load]): Promise<[string, string]> => [path, await load()]))

export const ENTRIES: readonly Entry[] = [...Object.entries(listed), ...files].map(entryIn)

export function textOf(kind: EntryKind, hash: Hash): string {
  const found = ENTRIES.find((entry) => entry.kind === kind && entry.hash === hash)
  if (!found) throw new Error(`not built: ${keyOf(kind, hash)}`)
  return found.text
}

export const RELEASE: Release = JSON.parse(textOf('release', BUILD.release))

export function entryFor(id: string, release: Release = RELEASE): CatalogueEntry {
  const found = release.figures.find((entry) => entry.id === id)
  if (!found) throw new Error(`no such figure: ${id}`)
  return found
}

export const figureOf = (id: string): Figure => JSON.parse(textOf('figure', entryFor(id).hash))

/** `/figures/<id>@<version>` without the language. */
export const pinned = (id: string): string => `/figures/${id}@${shortHash(entryFor(id).hash)}`

export const current = (hash: Hash): string => canonical({ release: hash })

/** Puts the build's release into KV, whole. */
export async function publishBuild(): Promise<void> {
  await Promise.all(ENTRIES.map(({ kind, hash, text }) => env.FIGURES.put(keyOf(kind, hash), text)))
  await env.FIGURES.put('current', current(BUILD.release))
}

/** Publishes another release on top of the build's, with more entries. Resolves to its hash. */
export async function publishRelease(release: Release, more: readonly Entry[] = []): Promise<Hash> {
  const entry = await entryOf('release', release)
  await publishBuild()
  for (const { kind, hash, text } of [...more, entry]) await env.FIGURES.put(keyOf(kind, hash), text)
  await env.FIGURES.put('current', current(entry.hash))
  return entry.hash
}

/** A release in which one catalogue entry is another. */
export const withEntry = (id: string, change: Partial<CatalogueEntry>): Release =>
  ({ ...RELEASE, figures: RELEASE.figures.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)) })
