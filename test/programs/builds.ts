/** Small builds and a store in memory, for tests of what publishing makes of them. */
import type { Change, Figure } from '../../data/model/figure.ts'
import { publish, type Built, type Published, type Store } from '../../data/programs/publishing.ts'
import { entryOf, type CatalogueEntry, type Release } from '../../data/model/release.ts'
import { rowOf, sample } from '../web/sample.ts'

const NOTE = { en: 'note' }

export const changesOf = (notes: readonly string[]): Change[] =>
  notes.map((note, i) => ({ date: '2026-01-01', kind: i === 0 ? 'first' : 'update', note: { en: note } }))

type Moved = Partial<Pick<Release, 'formerly' | 'withdrawn'>>

/** A build of these figures. */
export async function buildFrom(figures: readonly Figure[], moved: Moved = {}): Promise<Built> {
  const made = await Promise.all(figures.map((figure) => entryOf('figure', figure)))
  const front = await entryOf('front', { titles: figures.map(({ title }) => title) })
  const [sources, log] = await Promise.all([entryOf('file', []), entryOf('file', { schema: 1, earlier: [], steps: figures.map(({ id }) => id) })])
  const catalogue = figures.map(({ id, title, changes }, i): CatalogueEntry => {
    const hash = made[i]?.hash ?? ''
    const { date, kind, note } = changes.at(-1) ?? { date: '', kind: 'first', note: NOTE }
    return {
      id, hash, shape: 'claim', section: 's', lang: ['en'], title, measure: NOTE, charts: ['headline'], codes: [], years: [],
      search: {}, sources: [], preview: { kind: 'values', values: [] }, fonts: {}, outlines: {}, pictures: {}, history: [{ hash, date, kind, note }],
    }
  })
  const release: Release = {
    schema: 1, date: '2026-01-01', figures: catalogue, sections: [], front: front.hash, sources: sources.hash, article: sources.hash, log: log.hash,
    formerly: {}, withdrawn: {}, ...moved,
  }
  const entry = await entryOf('release', release)
  return { entries: [...made, front, sources, log, entry], current: { release: entry.hash } }
}

/** Figures by id, each with the titles it had, oldest first: `one/two` is titled two, and its second change says so. */
export const buildOf = (titles: Readonly<Record<string, string>>, moved: Moved = {}): Promise<Built> =>
  buildFrom(Object.entries(titles).map(([id, all]) => {
    const notes = all.split('/')
    return sample({ id, shape: 'claim', rows: [rowOf({ series: 'a' })], title: { en: notes.at(-1) ?? '' }, changes: changesOf(notes) })
  }), moved)

export async function published(build: Built, store: Store): Promise<Published> {
  const { published: done, problems } = await publish(build, store)
  if (!done) throw new Error(problems.map(({ message }) => message).join())
  return done
}

/** A store in memory that writes down the order of its writes and fails after so many. */
export function memory(content: ReadonlyMap<string, string> = new Map(), failAfter = Infinity) {
  const held = new Map(content)
  const order: string[] = []
  const store: Store = {
    has: async (key) => held.has(key),
    getAll: async (keys) => keys.map((key) => held.get(key) ?? null),
    putAll: async (pairs) => {
      for (const { key, value } of pairs) {
        if (order.length >= failAfter) throw new Error('stopped')
        held.set(key, value)
        order.push(key)
      }
    },
  }
  return { store, held, order }
}

/** What a stored text says. */
export const parse = (text: string | undefined): unknown => JSON.parse(text ?? 'null')
