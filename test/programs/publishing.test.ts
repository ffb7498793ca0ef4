/** Publishing: what is there is not written again, the pointer comes last, and stopping anywhere leaves the old release whole. */
import { describe, expect, it } from 'vitest'
import { publish, withHistory, type Built, type Store } from '../../data/programs/publishing.ts'
import { remoteStore } from '../../data/programs/stores.ts'
import { canonical, entryOf, keyOf, type CatalogueEntry, type Entry, type Release } from '../../data/model/release.ts'

const NOTE = { en: 'note' }

async function buildOf(texts: Readonly<Record<string, string>>, formerly: Readonly<Record<string, string>> = {}): Promise<Built> {
  const figures = await Promise.all(Object.entries(texts).map(([id, title]) => entryOf('figure', { id, title })))
  const front = await entryOf('front', { titles: texts })
  const sources = await entryOf('file', [])
  const catalogue = Object.keys(texts).map((id, i): CatalogueEntry => {
    const hash = figures[i]?.hash ?? ''
    return {
      id, hash, shape: 'claim', section: 's', lang: ['en'], title: NOTE, measure: NOTE, charts: ['headline'], codes: [], years: [],
      search: {}, sources: [], preview: { kind: 'values', values: [] }, fonts: {}, outlines: {}, pictures: {}, history: [{ hash, date: '2026-01-01', kind: 'first', note: { en: texts[id] ?? '' } }],
    }
  })
  const release: Release = {
    schema: 1, date: '2026-01-01', figures: catalogue, sections: [], front: front.hash, sources: sources.hash, article: sources.hash,
    formerly, withdrawn: {},
  }
  const entry = await entryOf('release', release)
  return { entries: [...figures, front, sources, entry], current: { release: entry.hash } }
}

/** A store in memory that writes down the order of its writes and fails after so many. */
function memory(content: ReadonlyMap<string, string> = new Map(), failAfter = Infinity) {
  const held = new Map(content)
  const order: string[] = []
  const store: Store = {
    has: async (key) => held.has(key),
    get: async (key) => held.get(key) ?? null,
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

const parse = (text: string | undefined): unknown => JSON.parse(text ?? 'null')
/** Every entry that the current release names is there. */
function isWhole(held: ReadonlyMap<string, string>): boolean {
  const { release: hash } = parse(held.get('current')) as { release: string }
  const release = parse(held.get(keyOf('release', hash))) as Release | null
  if (!release) return false
  const figures = release.figures.map((one) => keyOf('figure', one.hash))
  const named = [keyOf('front', release.front), keyOf('file', release.sources), ...figures]
  return named.every((key) => held.has(key))
}

describe('publish', () => {
  it('writes what the release names, then the release, then the pointer', async () => {
    const { store, order } = memory()
    const build = await buildOf({ a: 'one', b: 'two' })
    const { written } = await publish(build, store)
    expect(order).toHaveLength(6)
    expect(order.at(-1)).toBe('current')
    expect(order.at(-2)).toBe(keyOf('release', build.current.release))
    expect(written).toEqual(order)
  })

  it('writes nothing the second time, and only what changed the third', async () => {
    const first = memory()
    await publish(await buildOf({ a: 'one', b: 'two' }), first.store)
    const second = memory(first.held)
    await publish(await buildOf({ a: 'one', b: 'two' }), second.store)
    expect(second.order).toEqual([])
    const third = memory(second.held)
    const changed = await buildOf({ a: 'one', b: 'three' })
    await publish(changed, third.store)
    expect(third.order.filter((key) => key.startsWith('figure:'))).toHaveLength(1)
    expect(third.order.slice(-2)[0]).toMatch(/^release:/)
  })

  it('leaves the old release whole when it is stopped after any write', async () => {
    const before = memory()
    const old = await publish(await buildOf({ a: 'one', b: 'two' }), before.store)
    const next = await buildOf({ a: 'new', b: 'newer', c: 'newest' })
    const complete = memory(before.held)
    await publish(next, complete.store)
    for (let writes = 0; writes < complete.order.length; writes++) {
      const broken = memory(before.held, writes)
      await expect(publish(next, broken.store)).rejects.toThrow('stopped')
      expect(broken.held.get('current')).toBe(canonical(old.current))
      expect(isWhole(broken.held)).toBe(true)
      const resumed = memory(broken.held)
      await publish(next, resumed.store)
      expect(new Map([...resumed.held].sort())).toEqual(new Map([...complete.held].sort()))
    }
  })

  it('carries the history of a figure, and hands back the versions that the release still lists', async () => {
    const { store, held } = memory()
    await publish(await buildOf({ a: 'one' }), store)
    await publish(await buildOf({ a: 'two' }), store)
    const { entries, current, earlier } = await publish(await buildOf({ a: 'three' }), store)
    const release = parse(held.get(keyOf('release', current.release))) as Release
    expect(release.figures[0]?.history.map(({ note }) => note['en'])).toEqual(['one', 'two', 'three'])
    expect(release.figures[0]?.hash).toBe(release.figures[0]?.history.at(-1)?.hash)
    expect(earlier.map(({ text }) => parse(text))).toEqual([{ id: 'a', title: 'one' }, { id: 'a', title: 'two' }])
    expect(entries.filter(({ kind }: Entry) => kind === 'release')).toHaveLength(1)
  })

  it('keeps the history of a figure under its new name', async () => {
    const { store, held } = memory()
    await publish(await buildOf({ old: 'one' }), store)
    const { current } = await publish(await buildOf({ new: 'two' }, { old: 'new' }), store)
    const release = parse(held.get(keyOf('release', current.release))) as Release
    expect(release.figures[0]?.history).toHaveLength(2)
  })

  it('refuses a pointer that is damaged before it writes anything', async () => {
    const { store, order } = memory(new Map([['current', '"x"']]))
    await expect(publish(await buildOf({ a: 'one' }), store)).rejects.toThrow('not an entry of ours')
    expect(order).toEqual([])
  })
})

it('a first release has the history it was built with', async () => {
  const { entries, current } = await buildOf({ a: 'one' })
  const release = parse(entries.find(({ hash }) => hash === current.release)?.text) as Release
  expect(withHistory(release, null)).toEqual(release)
})

it('an account gets three bulk writes, the pointer in the last', async () => {
  const calls: (readonly string[])[] = []
  const run = async (args: readonly string[]): Promise<string> => {
    calls.push(args)
    return args[2] === 'list' ? '[]' : ''
  }
  await publish(await buildOf({ a: 'one' }), await remoteStore(run))
  expect(calls.map((args) => args.slice(0, 3).join(' '))).toEqual(['kv key list', 'kv bulk put', 'kv bulk put', 'kv bulk put'])
  expect(calls.every((args) => args.join(' ').endsWith('--binding FIGURES --remote'))).toBe(true)
})
