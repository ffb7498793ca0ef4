/** Publishing: what is there is not written again, the pointer comes last, and stopping anywhere leaves the old release whole. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { publish } from '../../data/programs/publishing.ts'
import { remoteStore } from '../../data/programs/stores.ts'
import { canonical, hashOf, keyOf, type Entry, type Release } from '../../data/model/release.ts'
import { buildOf, memory, parse, published } from './builds.ts'

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

  it.each([
    ['release', (_: Release, hash: string) => keyOf('release', hash)], ['log', (release: Release) => keyOf('file', release.log)],
    ['figure that changes', (release: Release) => keyOf('figure', release.figures[0]?.hash ?? '')],
  ])('writes nothing where the published %s cannot be read, so that no history is lost', async (_name, keyIn) => {
    const before = memory()
    const { current } = await published(await buildOf({ a: 'one' }), before.store)
    const key = keyIn(parse(before.held.get(keyOf('release', current.release))) as Release, current.release)
    before.held.delete(key)
    const { store, order } = memory(before.held)
    await expect(publish(await buildOf({ a: 'one/two' }), store)).rejects.toThrow(`what was published cannot be read: ${key}`)
    expect(order).toEqual([])
  })

  it('writes nothing where there is a pointer that cannot be read', async () => {
    const { store, order } = memory()
    const blind = { ...store, has: async (key: string) => key === 'current' }
    await expect(publish(await buildOf({ a: 'one' }), blind)).rejects.toThrow('what was published cannot be read: current')
    expect(order).toEqual([])
  })

  it('hands back no version whose text is not what its hash says', async () => {
    const { store, held } = memory()
    const { entries } = await published(await buildOf({ a: 'one' }), store)
    await published(await buildOf({ a: 'one/two' }), store)
    const key = keyOf('figure', entries.find(({ kind }) => kind === 'figure')?.hash ?? '')
    held.set(key, `${held.get(key)}\n`)
    expect((await published(await buildOf({ a: 'one/two/three' }), store)).earlier).toHaveLength(1)
  })

  it('refuses a pointer that is damaged before it writes anything', async () => {
    const { store, order } = memory(new Map([['current', '"x"']]))
    await expect(publish(await buildOf({ a: 'one' }), store)).rejects.toThrow('not an entry of ours')
    expect(order).toEqual([])
  })
})

describe('an account', () => {
  /** A wrangler that keeps what it is given, prints as wrangler does, and counts how many of it run at once. */
  function account(print: (value: string | undefined) => unknown = (value) => value ?? null) {
    const held = new Map<string, string>()
    const calls: string[] = []
    const seen = { running: 0, most: 0 }
    const answer = (args: readonly string[]): string => {
      const list = (): unknown[] => JSON.parse(readFileSync(args[3] ?? '', 'utf8')) // What we wrote there.
      if (args[2] === 'list') return JSON.stringify([...held.keys()].map((name) => ({ name })), null, 2)
      if (args[2] === 'get') return `${JSON.stringify(Object.fromEntries((list() as string[]).map((key) => [key, print(held.get(key))])), null, 2)}\n`
      for (const { key, value } of list() as { key: string, value: string }[]) held.set(key, value)
      return 'Success!'
    }
    const run = async (args: readonly string[]): Promise<string> => {
      expect(args.slice(-3)).toEqual(['--binding', 'FIGURES', '--remote'])
      calls.push(args.slice(0, 3).join(' '))
      seen.most = Math.max(seen.most, ++seen.running)
      await new Promise((done) => setTimeout(done, 1))
      seen.running -= 1
      return answer(args)
    }
    return { run, held, calls, seen }
  }

  it('gets three bulk writes, the pointer in the last', async () => {
    const { run, calls } = account()
    await publish(await buildOf({ a: 'one' }), await remoteStore(run))
    expect(calls.filter((call) => call !== 'kv bulk get')).toEqual(['kv key list', 'kv bulk put', 'kv bulk put', 'kv bulk put'])
  })

  it.each([['texts', undefined], ['objects', (value: string | undefined) => ({ value: value ?? null })]])('gives back what it was given, to the letter, as %s: the pointer is not written again', async (_, print) => {
    const { run, held } = account(print)
    for (const titles of ['one', 'one/two', 'one/two/three']) {
      const { earlier } = await published(await buildOf({ a: titles }), await remoteStore(run))
      for (const { kind, hash, text } of earlier) expect([await hashOf(text), text]).toEqual([hash, held.get(keyOf(kind, hash))])
      expect(earlier).toHaveLength(titles.split('/').length - 1)
    }
    expect((await published(await buildOf({ a: 'one/two/three' }), await remoteStore(run))).written).toEqual([])
  })

  it('is read by one wrangler after the other, many keys at a time', async () => {
    const { run, calls, seen } = account()
    const all = (titles: string) => buildOf(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`figure-${i}`, titles])))
    for (const titles of ['one', 'one/two', 'one/two/three']) await published(await all(titles), await remoteStore(run))
    expect(seen.most).toBe(1)
    // pointer, release, log, and twice the pointer again; thirty figures, then sixty versions in twenties
    expect(calls.filter((call) => call === 'kv bulk get').length).toBeLessThan(30)
  })
})
