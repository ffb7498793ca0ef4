/** Publishing: what is there is not written again, the pointer comes last, and stopping anywhere leaves the old release whole. */
import { describe, expect, it } from 'vitest'
import type { Change, Figure } from '../../data/model/figure.ts'
import { figuresIn, releasesIn, type ReleaseLog } from '../../data/model/log.ts'
import { publish, type Built, type Published, type Store } from '../../data/programs/publishing.ts'
import { remoteStore } from '../../data/programs/stores.ts'
import { canonical, entryOf, keyOf, type CatalogueEntry, type Entry, type Hash, type Release } from '../../data/model/release.ts'
import { rowOf, sample } from '../web/sample.ts'

const NOTE = { en: 'note' }

const changesOf = (notes: readonly string[]): Change[] =>
  notes.map((note, i) => ({ date: '2026-01-01', kind: i === 0 ? 'first' : 'update', note: { en: note } }))

type Moved = Partial<Pick<Release, 'formerly' | 'withdrawn'>>

/** A build of these figures. */
async function buildFrom(figures: readonly Figure[], moved: Moved = {}): Promise<Built> {
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
const buildOf = (titles: Readonly<Record<string, string>>, moved: Moved = {}): Promise<Built> =>
  buildFrom(Object.entries(titles).map(([id, all]) => {
    const notes = all.split('/')
    return sample({ id, shape: 'claim', rows: [rowOf({ series: 'a' })], title: { en: notes.at(-1) ?? '' }, changes: changesOf(notes) })
  }), moved)

async function published(build: Built, store: Store): Promise<Published> {
  const { published: done, problems } = await publish(build, store)
  if (!done) throw new Error(problems.map(({ message }) => message).join())
  return done
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
  const named = [keyOf('front', release.front), keyOf('file', release.sources), keyOf('file', release.log), ...figures]
  return named.every((key) => held.has(key))
}

describe('publish', () => {
  it('writes what the release names, then the release, then the pointer', async () => {
    const { store, order } = memory()
    const build = await buildOf({ a: 'one', b: 'two' })
    const { written, current } = await published(build, store)
    expect(order).toHaveLength(7)
    expect(order.at(-1)).toBe('current')
    expect(order.at(-2)).toBe(keyOf('release', current.release))
    expect(written).toEqual(order)
  })

  it('writes nothing the second time, and only what changed the third', async () => {
    const first = memory()
    await publish(await buildOf({ a: 'one', b: 'two' }), first.store)
    const second = memory(first.held)
    await publish(await buildOf({ a: 'one', b: 'two' }), second.store)
    expect(second.order).toEqual([])
    const third = memory(second.held)
    const changed = await buildOf({ a: 'one', b: 'two/three' })
    await publish(changed, third.store)
    expect(third.order.filter((key) => key.startsWith('figure:'))).toHaveLength(1)
    expect(third.order.slice(-2)[0]).toMatch(/^release:/)
  })

  it('leaves the old release whole when it is stopped after any write', async () => {
    const before = memory()
    const old = await published(await buildOf({ a: 'one', b: 'two' }), before.store)
    const next = await buildOf({ a: 'one/new', b: 'two/newer', c: 'newest' })
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
    for (const titles of ['one', 'one/two']) await published(await buildOf({ a: titles }), store)
    const { entries, current, earlier } = await published(await buildOf({ a: 'one/two/three' }), store)
    const release = parse(held.get(keyOf('release', current.release))) as Release
    expect(release.figures[0]?.history.map(({ note }) => note['en'])).toEqual(['one', 'two', 'three'])
    expect(release.figures[0]?.hash).toBe(release.figures[0]?.history.at(-1)?.hash)
    expect(earlier.map(({ text }) => parse(text))).toMatchObject([{ id: 'a', title: { en: 'one' } }, { id: 'a', title: { en: 'two' } }])
    expect(entries.filter(({ kind }: Entry) => kind === 'release')).toHaveLength(1)
  })

  it('keeps the history of a figure under its new name, which needs no line', async () => {
    const { store, held } = memory()
    await published(await buildOf({ old: 'one' }), store)
    const { current } = await published(await buildOf({ new: 'one' }, { formerly: { old: 'new' } }), store)
    const release = parse(held.get(keyOf('release', current.release))) as Release
    expect(release.figures[0]?.history).toHaveLength(2)
  })

  it('refuses a pointer that is damaged before it writes anything', async () => {
    const { store, order } = memory(new Map([['current', '"x"']]))
    await expect(publish(await buildOf({ a: 'one' }), store)).rejects.toThrow('not an entry of ours')
    expect(order).toEqual([])
  })
})

describe('the log', () => {
  /** What a store says of its releases, newest first. */
  function logIn(held: ReadonlyMap<string, string>) {
    const { release: hash } = parse(held.get('current')) as { release: Hash }
    const { date, log } = parse(held.get(keyOf('release', hash))) as Release
    return releasesIn(parse(held.get(keyOf('file', log))) as ReleaseLog, { hash, date })
  }
  const told = (held: ReadonlyMap<string, string>) => logIn(held).map(({ steps }) => steps.map(({ id, kind, changes }) => [id, kind, ...changes.map(({ note }) => note['en'])]))

  it('says of every release what it added, updated, renamed and took away', async () => {
    const { store, held } = memory()
    const builds = [
      await buildOf({ a: 'one', b: 'two' }), await buildOf({ a: 'one/more', b: 'two', c: 'three' }), await buildOf({ a: 'one/more', d: 'two', c: 'three' }, { formerly: { b: 'd' } }),
      await buildOf({ d: 'two', c: 'three' }, { formerly: { b: 'd' }, withdrawn: { a: { en: 'It was wrong.' } } }),
    ]
    const hashes: Hash[] = []
    for (const build of builds) hashes.push((await published(build, store)).current.release)
    expect(told(held)).toEqual([[['a', 'withdrawn']], [['d', 'renamed']], [['a', 'updated', 'more'], ['c', 'added', 'three']], [['a', 'added', 'one'], ['b', 'added', 'two']]])
    expect(logIn(held).map(({ hash }) => hash)).toEqual(hashes.toReversed())
    expect(logIn(held)[0]?.steps[0]?.reason).toEqual({ en: 'It was wrong.' })
  })

  it('tells the figures of every release, each in the version it had there', async () => {
    const { store, held } = memory()
    const releases: Release[] = []
    for (const titles of [{ a: 'one', b: 'two' }, { a: 'one/more', b: 'two', c: 'three' }, { a: 'one/more', b: 'two/last', c: 'three' }]) {
      const { current } = await published(await buildOf(titles), store)
      releases.push(parse(held.get(keyOf('release', current.release))) as Release)
    }
    const all = logIn(held)
    const versions = (figures: readonly { id: string, hash: Hash }[]) => figures.map(({ id, hash }) => [id, hash]).toSorted()
    expect(all.map((_, i) => versions(figuresIn(all.slice(i))))).toEqual(releases.toReversed().map(({ figures }) => versions(figures)))
  })

  it('does not grow when nothing is new, nor when the same is built and published from a folder that was published before', async () => {
    const { store, held } = memory()
    const { entries, current } = await published(await buildOf({ a: 'one' }), store)
    await published(await buildOf({ a: 'one' }), store)
    await published({ entries, current }, store)
    expect(logIn(held)).toHaveLength(1)
  })

  it('begins with the release that is there where one of before has no log', async () => {
    const { store, held } = memory()
    const old = await published(await buildOf({ a: 'one' }), store)
    const { log: _, ...without } = parse(held.get(keyOf('release', old.current.release))) as Release
    const entry = await entryOf('release', without)
    const second = memory(new Map([...held, [keyOf('release', entry.hash), entry.text], ['current', canonical({ release: entry.hash })]]))
    await published(await buildOf({ a: 'one/two' }), second.store)
    expect(told(second.held)).toEqual([[['a', 'updated', 'two']], [['a', 'added', 'one']]])
  })
})

describe('a change that nothing is said of', () => {
  const figure = (more: Partial<Figure> = {}, notes: readonly string[] = ['first']): Figure =>
    sample({ id: 'a', shape: 'claim', rows: [rowOf({ series: 'x', value: '1.0' })], changes: changesOf(notes), ...more })
  const before = async () => {
    const there = memory()
    await published(await buildFrom([figure(), figure({ id: 'b' }), figure({ id: 'c' })]), there.store)
    return memory(there.held)
  }

  it('is refused, all of them at once, with what changed and what to write; nothing is written', async () => {
    const { store, order } = await before()
    const changed = { rows: [rowOf({ series: 'x', value: '1.00' })], title: { en: 'Other' } }
    const { published: done, problems } = await publish(await buildFrom([figure(changed), figure({ id: 'b', measure: { en: 'Other', ja: 'Measure' } }), figure({ id: 'c' })]), store)
    expect([done, order]).toEqual([null, []])
    expect(problems).toEqual([
      {
        file: 'figures/a/figure.yaml', line: 1, message: expect.stringMatching(/^changed since version [0-9a-f]{16} was published \(value of x, \/title\), and no new line under "changes:" says so$/),
        remedy: 'add a line at the end of "changes:" with the date, the kind (correction, update or withdrawal) and a note in each language',
      },
      { file: 'figures/b/figure.yaml', line: 1, message: expect.stringContaining('(/measure)'), remedy: expect.any(String) },
    ])
  })

  it('is published in a preview, and told as well', async () => {
    const { store, order } = await before()
    const { published: done, problems } = await publish(await buildFrom([figure({ title: { en: 'Other' } }), figure({ id: 'b' }), figure({ id: 'c' })]), store, { isPreview: true })
    expect(problems).toHaveLength(1)
    expect(order.at(-1)).toBe('current')
    expect(done?.written).toEqual(order)
  })

  it('is none where a line says it, and the gravest of several is what readers of the version before are told', async () => {
    const { store, held } = await before()
    const changes: Change[] = [...changesOf(['first']), { date: '2026-02-01', kind: 'correction', note: { en: 'Wrong.' } }, { date: '2026-02-01', kind: 'update', note: { en: 'New.' } }]
    const { current } = await published(await buildFrom([figure({ changes, title: { en: 'Other' } }), figure({ id: 'b' }), figure({ id: 'c' })]), store)
    const { figures } = parse(held.get(keyOf('release', current.release))) as Release
    expect(figures[0]?.history.at(-1)).toMatchObject({ kind: 'correction', note: { en: 'Wrong.' } })
  })

  const looks: [name: string, more: Partial<Figure>][] = [
    ['other chart types', { charts: ['other'] }], ['another order of its codes', { order: [] }], ['break marks elsewhere', { title: { en: 'Ti\u200btle', ja: 'Title' } }],
    ['a field that the code of today stores', { centre: 'x', display_decimals: 3 }],
  ]
  it.each(looks)('is none with %s: the version before is followed by one that repeats its words', async (_, more) => {
    const { store, held } = await before()
    const { current } = await published(await buildFrom([figure(more), figure({ id: 'b' }), figure({ id: 'c' })]), store)
    const { figures, log } = parse(held.get(keyOf('release', current.release))) as Release
    expect(figures[0]?.history.map(({ kind }) => kind)).toEqual(['first', 'first'])
    expect((parse(held.get(keyOf('file', log))) as ReleaseLog).steps).toMatchObject([{ id: 'a', kind: 'redrawn', changes: [] }])
  })

  it('is none where a version comes back that there was before', async () => {
    const { store, held } = await before()
    const others = [figure({ id: 'b' }), figure({ id: 'c' })]
    await published(await buildFrom([figure({ title: { en: 'Wrong' } }, ['first', 'second']), ...others]), store)
    const { current } = await published(await buildFrom([figure(), ...others]), store)
    const { log } = parse(held.get(keyOf('release', current.release))) as Release
    expect((parse(held.get(keyOf('file', log))) as ReleaseLog).steps).toMatchObject([{ id: 'a', kind: 'restored' }])
  })

  it('is also a figure that is gone without a word', async () => {
    const { store, order } = await before()
    const { problems } = await publish(await buildFrom([figure(), figure({ id: 'b' })]), store)
    expect(problems).toEqual([{ file: 'moved.yaml', line: 1, message: 'the figure "c" was published and is no longer there', remedy: expect.stringContaining('withdrawn:') }])
    expect(order).toEqual([])
    const { problems: none } = await publish(await buildFrom([figure(), figure({ id: 'b' })], { withdrawn: { c: { en: 'Why' } } }), store)
    expect(none).toEqual([])
  })
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
