/** Brings a build into a store so that readers see the old release whole until they see the new one whole. */
import {
  canonical, entryOf, keyOf, type CatalogueEntry, type Current, type Entry, type Hash, type MadeFiles, type Release, type Version,
} from '../model/release.ts'

export type Pair = { readonly key: string; readonly value: string }

/** A key-value store, wherever it is. `putAll` may stop half way; nothing is ever deleted. */
export type Store = {
  readonly has: (key: string) => Promise<boolean>
  readonly get: (key: string) => Promise<string | null>
  readonly putAll: (pairs: readonly Pair[]) => Promise<void>
}

/** What a build hands over: every entry, and which of them is the release. */
export type Built = { readonly entries: readonly Entry[]; readonly current: Current }

export type Published = Built & {
  readonly written: readonly string[]
  /** Figures and files of earlier versions that the release still lists. */
  readonly earlier: readonly Entry[]
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
/** Whether a value names a release. */
export const isCurrent = (value: unknown): value is Current => isRecord(value) && typeof value['release'] === 'string'
const isRelease = (value: unknown): value is Release =>
  isRecord(value) && value['schema'] === 1 && Array.isArray(value['figures'])

/** A text that should be what `is` knows. Anything else under our keys is damage, and stops the program before it writes. */
export function readAs<T>(text: string, is: (value: unknown) => value is T): T {
  const value: unknown = JSON.parse(text)
  if (!is(value)) throw new Error(`not an entry of ours: ${text.slice(0, 80)}`)
  return value
}

/** The files of a version that was published before: each stays as it is, unless another encoder made it or it is new. */
function keptFiles(before: MadeFiles = {}, made: MadeFiles = {}): MadeFiles {
  const kept = Object.entries(made).map(([extension, file]) => [extension, before[extension]?.encoder === file.encoder ? before[extension] : file])
  return { ...before, ...Object.fromEntries(kept) }
}

/** The versions published so far, and this one after them when it is another. */
function continued(entry: CatalogueEntry, before: readonly Version[]): readonly Version[] {
  const [present, last] = [entry.history.at(-1), before.at(-1)]
  if (!present) return before
  if (last?.hash !== present.hash) return [...before, present]
  return [...before.slice(0, -1), { ...last, ...(present.files && { files: keptFiles(last.files, present.files) }) }]
}

/**
 * A release with the history of the one it follows: a figure that changed gets one version more, a renamed figure keeps
 * the versions it had under its old name.
 */
export function withHistory(release: Release, previous: Release | null): Release {
  const before = (id: string): readonly Version[] => {
    const names = [...Object.entries(release.formerly).filter(([, now]) => now === id).map(([old]) => old), id]
    return names.flatMap((name) => previous?.figures.find((figure) => figure.id === name)?.history ?? [])
  }
  return { ...release, figures: release.figures.map((entry) => ({ ...entry, history: continued(entry, before(entry.id)) })) }
}

async function previousRelease(store: Store): Promise<Release | null> {
  const current = await store.get('current')
  if (current === null) return null
  const text = await store.get(keyOf('release', readAs(current, isCurrent).release))
  return text === null ? null : readAs(text, isRelease)
}

/** Entries that must be there before a release may name them: all but releases. */
const underRelease = (entries: readonly Entry[]): readonly Entry[] => entries.filter(({ kind }) => kind !== 'release')

async function earlierVersions(release: Release, known: ReadonlySet<Hash>, store: Store): Promise<readonly Entry[]> {
  const versions = release.figures.flatMap(({ history }) => history)
  const files = versions.flatMap(({ files = {} }) => Object.values(files).flatMap(({ of }) => Object.values(of).flatMap(({ entry }) => entry ?? [])))
  const wanted = [...versions.map(({ hash }) => ({ kind: 'figure' as const, hash })), ...files.map((hash) => ({ kind: 'file' as const, hash }))]
    .filter(({ hash }) => !known.has(hash))
  const texts = await Promise.all(wanted.map(({ kind, hash }) => store.get(keyOf(kind, hash))))
  return wanted.flatMap(({ kind, hash }, i) => {
    const text = texts[i] ?? null
    return text === null ? [] : [{ kind, hash, text }]
  })
}

/**
 * Writes what is not there yet: what the release names, then the release, then the pointer to it.
 * Stopped anywhere, the pointer still names the old release and everything that one needs is there.
 */
export async function publish({ entries, current }: Built, store: Store): Promise<Published> {
  const made = entries.find(({ kind, hash }) => kind === 'release' && hash === current.release)
  if (!made) throw new Error(`the build has no release ${current.release}: run npm run build`)
  const release = withHistory(readAs(made.text, isRelease), await previousRelease(store))
  const entry = await entryOf('release', release)
  const written: string[] = []
  const putMissing = async (pairs: readonly Pair[]): Promise<void> => {
    const there = await Promise.all(pairs.map(({ key }) => store.has(key)))
    const missing = pairs.filter((_, i) => there[i] === false)
    if (missing.length) await store.putAll(missing)
    written.push(...missing.map(({ key }) => key))
  }
  await putMissing(underRelease(entries).map(({ kind, hash, text }) => ({ key: keyOf(kind, hash), value: text })))
  await putMissing([{ key: keyOf('release', entry.hash), value: entry.text }])
  const pointer = canonical({ release: entry.hash } satisfies Current)
  if ((await store.get('current')) !== pointer) {
    await store.putAll([{ key: 'current', value: pointer }])
    written.push('current')
  }
  const kept = underRelease(entries)
  const earlier = await earlierVersions(release, new Set(kept.map(({ hash }) => hash)), store)
  return { entries: [...kept, entry], current: { release: entry.hash }, written, earlier }
}
