/** Reads what was published: from KV, else from the copy of the release that was deployed with this code. DESIGN §4. */
import type { EntryKind, Hash, Release } from '../data/model/release.ts'
import { Problem } from '../web/problem.ts'
import type { Env } from './env.ts'
import { deployedSource, kvSource, parsed, type Source } from './source.ts'

export type Published = { readonly hash: Hash; readonly release: Release }

export type Store = {
  /** The release being served. */
  readonly published: () => Promise<Published>
  /** The value of a listed entry. Throws the Problem `unavailable` when neither source has it. */
  readonly read: (kind: EntryKind, hash: Hash) => Promise<unknown>
  /** Its text, the bytes of which have this hash. Throws as `read` does. */
  readonly text: (kind: EntryKind, hash: Hash) => Promise<string>
  /** Whether anything read so far came from the deployed copy because KV did not give it. */
  readonly isFallback: () => boolean
}

export type StoreOptions = {
  /** Leave KV alone: for a release of which KV has lost a part. */
  readonly deployedOnly?: boolean
  /** Ask the sources even where the last answer is seconds old. */
  readonly fresh?: boolean
}

type Copy = { readonly published: Published; readonly isFallback: boolean; readonly until: number }

/** The release by binding: one for each, kept for seconds, so that a burst of requests reads it once. */
const copies = new WeakMap<object, Copy>()

const COPY_LASTS = 5_000
const KV_MAY_TAKE = 1_500
const SCHEMA = 1

/** Rejects when a promise takes longer than KV may. What it does later is of no interest. */
async function inTime<T>(promise: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`no answer within ${KV_MAY_TAKE} ms`)), KV_MAY_TAKE)
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

/** What a text says that was written for this code: a release or figure of another schema was not. */
function oursIn(text: string): object | null {
  const value = parsed(text)
  return typeof value === 'object' && value !== null && (!('schema' in value) || value.schema === SCHEMA) ? value : null
}

/** What one request reads through. `deployed` is the hash of the release in ASSETS. */
export function openStore(env: Env, deployed: Hash, { deployedOnly = false, fresh = false }: StoreOptions = {}): Store {
  const copy = deployedSource(env.ASSETS, deployed)
  const key = env.FIGURES ?? env.ASSETS
  let live: Source | null = env.FIGURES && !deployedOnly ? kvSource(env.FIGURES) : null
  let fellBack = live === null

  /** Asks KV; null when it has nothing, and never asks again in this request when it failed. */
  async function askKv<T>(question: (source: Source) => Promise<T | null>): Promise<T | null> {
    if (live === null) return null
    try {
      return await inTime(question(live))
    } catch (error) {
      console.error(JSON.stringify({ event: 'kv-failed', message: String(error) }))
      live = null
      return null
    }
  }

  async function find<T>(kind: EntryKind, hash: Hash, taken: (text: string) => T | null): Promise<T | null> {
    const text = await askKv((source) => source.entry(kind, hash))
    const found = text === null ? null : taken(text)
    if (found !== null) return found
    fellBack = true
    const kept = await copy.entry(kind, hash)
    return kept === null ? null : taken(kept)
  }

  async function take<T>(kind: EntryKind, hash: Hash, taken: (text: string) => T | null): Promise<T> {
    const found = await find(kind, hash, taken)
    if (found === null) throw new Problem('unavailable')
    return found
  }

  const read = (kind: EntryKind, hash: Hash): Promise<unknown> => take(kind, hash, oursIn)

  async function load(): Promise<Published> {
    const hash = await askKv((source) => source.current())
    const value = hash === null ? null : await find('release', hash, oursIn)
    // Its bytes have the hash that the publisher gave to a Release of this schema.
    if (hash !== null && value !== null) return { hash, release: value as Release }
    live = null
    // The same holds for the deployed one.
    return { hash: deployed, release: await read('release', deployed) as Release }
  }

  async function published(): Promise<Published> {
    const known = fresh || deployedOnly ? undefined : copies.get(key)
    if (known && known.until > Date.now()) {
      if (known.isFallback) [live, fellBack] = [null, true]
      return known.published
    }
    const loaded = await load()
    if (!deployedOnly) copies.set(key, { published: loaded, isFallback: fellBack, until: Date.now() + COPY_LASTS })
    return loaded
  }

  return { published, read, text: (kind, hash) => take(kind, hash, (found) => found), isFallback: () => fellBack }
}
