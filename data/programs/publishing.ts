/** Brings a build into a store so that readers see the old release whole until they see the new one whole. */
import type { Figure } from '../model/figure.ts'
import { lastWith, type ReleaseLog } from '../model/log.ts'
import { SETTLES, withMoments } from '../model/moments.ts'
import type { AuthorProblem } from '../model/read/rules.ts'
import { canonical, entryOf, hashOf, keyOf, type CatalogueEntry, type Current, type Entry, type Hash, type Release } from '../model/release.ts'
import { coursesOf, isSame, logOf, namesOf, silences, withHistory, type Figures, type Previous } from './history.ts'

export type Pair = { readonly key: string; readonly value: string }

/** A key-value store, wherever it is. `putAll` may stop half way; nothing is ever deleted. */
export type Store = {
  readonly has: (key: string) => Promise<boolean>
  /** The texts under these keys, in their order; null where there is none. */
  readonly getAll: (keys: readonly string[]) => Promise<readonly (string | null)[]>
  readonly putAll: (pairs: readonly Pair[]) => Promise<void>
}

/** What a build hands over: every entry, and which of them is the release. */
export type Built = { readonly entries: readonly Entry[]; readonly current: Current }

export type Published = Built & {
  readonly written: readonly string[]
  /** Figures and files of earlier versions that the release still lists. */
  readonly earlier: readonly Entry[]
  /** What publishing made itself: the release with its history, and its log. */
  readonly made: readonly Entry[]
}

/** What came of it: something published, or what authors have to mend first; of a preview both. */
export type Publishing = { readonly published: Published | null; readonly problems: readonly AuthorProblem[] }

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

const isLog = (value: unknown): value is ReleaseLog => isRecord(value) && value['schema'] === 1 && Array.isArray(value['earlier'])

const textAt = async (store: Store, key: string): Promise<string | null> => (await store.getAll([key]))[0] ?? null

/**
 * The text of what was published. Without it the history of figures would begin anew and their versions be lost, so that
 * nothing is published: stores tell of what was just written a minute later.
 */
function there(text: string | null | undefined, key: string): string {
  if (text == null) throw new Error(`what was published cannot be read: ${key} → wait a minute and publish again`)
  return text
}

/** The release under a hash, which was published. */
async function releaseIn(store: Store, hash: Hash): Promise<Release> {
  const key = keyOf('release', hash)
  return readAs(there(await textAt(store, key), key), isRelease)
}

/** Figures of the next release that were taken away before, as they last were: their versions are listed again. */
async function goneIn(store: Store, made: Release, release: Release, log: ReleaseLog): Promise<readonly CatalogueEntry[]> {
  const names = made.figures.flatMap(({ id }) => namesOf(made, id)).filter((name) => !release.figures.some(({ id }) => id === name))
  const found: CatalogueEntry[] = []
  for (const name of names) {
    const last = lastWith(log, name)
    if (last !== null) found.push(...(await releaseIn(store, last)).figures.filter(({ id }) => id === name))
  }
  return found
}

/** What is served from a store, as far as the release that is made goes on from it. */
async function previousIn(store: Store, made: Release): Promise<Previous | null> {
  const current = await textAt(store, 'current')
  if (current === null && !(await store.has('current'))) return null
  const { release: hash } = readAs(there(current, 'current'), isCurrent)
  const release = await releaseIn(store, hash)
  // Releases of before there was a log have none.
  if (release.log === undefined) return { hash, release, log: null, gone: [] }
  const logKey = keyOf('file', release.log)
  const log = readAs(there(await textAt(store, logKey), logKey), isLog)
  return { hash, release, log, gone: await goneIn(store, made, release, log) }
}

/** Figures of the build and of the store. */
const figuresIn = (entries: readonly Entry[], store: Store): Figures => async (hashes) => {
  const built = new Map(entries.filter(({ kind }) => kind === 'figure').map(({ hash, text }) => [hash, text]))
  const keys = hashes.filter((hash) => !built.has(hash)).map((hash) => keyOf('figure', hash))
  const stored = new Map((await store.getAll(keys)).map((text, i) => [keys[i], text]))
  // A text under the hash of a figure is what the build wrote there.
  return new Map(hashes.map((hash) => [hash, JSON.parse(built.get(hash) ?? there(stored.get(keyOf('figure', hash)), keyOf('figure', hash))) as Figure]))
}

type Next = { readonly release: Entry; readonly listed: Release; readonly log: Entry; readonly problems: readonly AuthorProblem[] }

/** The build's release with the history of the one it follows, its log, and what an author has to say first. */
async function nextRelease(built: Built, made: Release, store: Store, now: number): Promise<Next> {
  const previous = await previousIn(store, made)
  const courses = await coursesOf(made, previous, figuresIn(built.entries, store))
  const continued = withHistory(made, courses)
  const isAgain = isSame(continued, previous)
  const log = await entryOf('file', isAgain ? previous.log : logOf(continued, previous, courses))
  const listed = isAgain ? previous.release : { ...withMoments(continued, previous, now), log: log.hash }
  return { release: await entryOf('release', listed), listed, log, problems: silences(continued, previous?.release ?? null, courses) }
}

/** Entries that must be there before a release may name them: all but releases. */
const underRelease = (entries: readonly Entry[]): readonly Entry[] => entries.filter(({ kind }) => kind !== 'release')

/** Versions and files that the release lists and the build has not; those whose text is not what its hash says are left out. */
async function earlierVersions(release: Release, known: ReadonlySet<Hash>, store: Store): Promise<readonly Entry[]> {
  const versions = release.figures.flatMap(({ history }) => history)
  const files = versions.flatMap(({ files = {} }) => Object.values(files).flatMap(({ of }) => Object.values(of).flatMap(({ entry }) => entry ?? [])))
  const wanted = [...versions.map(({ hash }) => ({ kind: 'figure' as const, hash })), ...files.map((hash) => ({ kind: 'file' as const, hash }))]
    .filter(({ hash }) => !known.has(hash))
  const texts = await store.getAll(wanted.map(({ kind, hash }) => keyOf(kind, hash)))
  const found = await Promise.all(wanted.map(async ({ kind, hash }, i): Promise<readonly Entry[]> => {
    const text = texts[i] ?? null
    return text !== null && (await hashOf(text)) === hash ? [{ kind, hash, text }] : []
  }))
  return found.flat()
}

/**
 * Writes what is not there yet: what the release names, then the release, then the pointer to it.
 * Stopped anywhere, the pointer still names the old release and everything that one needs is there.
 * Where figures changed without a word to readers nothing is written; a preview is, for its author's eyes.
 */
export async function publish(built: Built, store: Store, { isPreview = false, now = Date.now() + SETTLES } = {}): Promise<Publishing> {
  const { entries, current } = built
  const made = entries.find(({ kind, hash }) => kind === 'release' && hash === current.release)
  if (!made) throw new Error(`the build has no release ${current.release}: run npm run build`)
  const madeRelease = readAs(made.text, isRelease)
  const { release: entry, listed, log, problems } = await nextRelease(built, madeRelease, store, now)
  if (problems.length && !isPreview) return { published: null, problems }
  const kept = [...underRelease(entries).filter(({ hash }) => hash !== madeRelease.log && hash !== log.hash), log]
  const written: string[] = []
  const putMissing = async (pairs: readonly Pair[]): Promise<void> => {
    const there = await Promise.all(pairs.map(({ key }) => store.has(key)))
    const missing = pairs.filter((_, i) => there[i] === false)
    if (missing.length) await store.putAll(missing)
    written.push(...missing.map(({ key }) => key))
  }
  await putMissing(kept.map(({ kind, hash, text }) => ({ key: keyOf(kind, hash), value: text })))
  await putMissing([{ key: keyOf('release', entry.hash), value: entry.text }])
  const pointer = canonical({ release: entry.hash } satisfies Current)
  if ((await textAt(store, 'current')) !== pointer) {
    await store.putAll([{ key: 'current', value: pointer }])
    written.push('current')
  }
  const earlier = await earlierVersions(listed, new Set(kept.map(({ hash }) => hash)), store)
  return { published: { entries: [...kept, entry], current: { release: entry.hash }, written, earlier, made: [log, entry] }, problems }
}
