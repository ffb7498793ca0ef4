/** Builds of a few figures, published one after the other into the local KV. */
import { env } from 'cloudflare:workers'
import type { Figure } from '../../data/model/figure.ts'
import { entryOf, type Entry, type Hash, type Release } from '../../data/model/release.ts'
import { publish, type Store } from '../../data/programs/publishing.ts'
import { entryFor, RELEASE } from './published.ts'

/** The local KV as publishing sees it. */
export const store: Store = {
  has: async (key) => (await env.FIGURES.get(key)) !== null,
  getAll: (keys) => Promise.all(keys.map((key) => env.FIGURES.get(key))),
  putAll: async (pairs) => { for (const { key, value } of pairs) await env.FIGURES.put(key, value) },
}

/**
 * Publishes a build of these figures, as the project's own would be, after what is in KV, at a time in milliseconds; 0: moments
 * then follow each other by a second. Resolves to the hash of the release.
 */
export async function publishing(figures: readonly Figure[], more: Partial<Release> = {}, files: readonly Entry[] = [], now = 0): Promise<Hash> {
  const made = await Promise.all(figures.map((figure) => entryOf('figure', figure)))
  const log = await entryOf('file', { schema: 1, earlier: [], steps: [] })
  const catalogue = figures.map(({ id, title, changes }, i) => {
    const [hash, last] = [made[i]?.hash ?? '', changes.at(-1)]
    if (!last) throw new Error('a figure has changes')
    const known = RELEASE.figures.find((entry) => entry.id === id) ?? entryFor('screening')
    return { ...known, id, title, hash, history: [{ ...known.history.at(-1), ...last, hash }] }
  })
  const release: Release = { ...RELEASE, date: figures.map(({ changes }) => changes.at(-1)?.date ?? '').toSorted().at(-1) ?? '', figures: catalogue, log: log.hash, ...more }
  const entry = await entryOf('release', release)
  const texts: Entry[] = [...made, ...files, log, entry]
  const { published, problems } = await publish({ entries: texts, current: { release: entry.hash } }, store, { now })
  if (!published) throw new Error(problems.map(({ message }) => message).join())
  return published.current.release
}
