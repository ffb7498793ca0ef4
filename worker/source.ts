/** The two places where published entries lie. Both answer with what they were asked for, or with null. */
import { hashOf, keyOf, type EntryKind, type Hash } from '../data/model/release.ts'

export type Source = {
  /** The hash of the release being served. */
  readonly current: () => Promise<Hash | null>
  /** The text of an entry, whose bytes have this hash; null when it is missing or its bytes are others. */
  readonly entry: (kind: EntryKind, hash: Hash) => Promise<string | null>
}

const MINUTE = 60
const YEAR = 31_536_000

/** What a text says; null where it is no JSON. */
export function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

const verified = async (text: string | null, hash: Hash): Promise<string | null> =>
  text !== null && (await hashOf(text)) === hash ? text : null

/** The hash in `{ "release": "…" }`; null for anything else. */
function releaseIn(text: string | null): Hash | null {
  const value = parsed(text)
  const hash = typeof value === 'object' && value !== null && 'release' in value ? value.release : null
  return typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? hash : null
}

/**
 * Workers KV. An entry never changes, so an edge may keep it for a year; but an edge that looked too early keeps its
 * absence just as long. A second look with a shorter time ends that: KV applies the shorter of the two.
 */
export const kvSource = (kv: KVNamespace): Source => ({
  current: async () => releaseIn(await kv.get('current', { type: 'text', cacheTtl: MINUTE })),
  entry: async (kind, hash) => {
    const look = async (cacheTtl: number) => verified(await kv.get(keyOf(kind, hash), { type: 'text', cacheTtl }), hash)
    return (await look(YEAR)) ?? look(MINUTE)
  },
})

/** The files that were deployed with this code. The host is never looked at. */
export const deployedSource = (assets: Fetcher, release: Hash): Source => ({
  current: async () => release,
  entry: async (kind, hash) => {
    const answer = await assets.fetch(`https://assets.invalid/data/${kind}/${hash}.json`)
    return answer.ok ? verified(await answer.text(), hash) : null
  },
})
