/** Publishing: what is there is not written again, the pointer comes last, and stopping anywhere leaves the old release whole. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { publish } from '../../data/programs/publishing.ts'
import { remoteStore } from '../../data/programs/stores.ts'
import { canonical, keyOf, type Entry, type Release } from '../../data/model/release.ts'
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

  it('refuses a pointer that is damaged before it writes anything', async () => {
    const { store, order } = memory(new Map([['current', '"x"']]))
    await expect(publish(await buildOf({ a: 'one' }), store)).rejects.toThrow('not an entry of ours')
    expect(order).toEqual([])
  })
})

it.each(['release', 'file', 'figure'])('refuses to forget what was published where the store lacks a %s', async (kind) => {
  const { store, held } = memory()
  const { current } = await published(await buildOf({ a: 'one' }), store)
  const { figures, log } = parse(held.get(keyOf('release', current.release))) as Release
  const lost = { release: current.release, file: log, figure: figures[0]?.hash ?? '' }[kind] ?? ''
  const damaged = memory(new Map([...held].filter(([key]) => key !== `${kind}:${lost}`)))
  await expect(publish(await buildOf({ a: 'one/two' }), damaged.store)).rejects.toThrow(`the store does not have ${kind}:${lost}`)
  expect(damaged.order).toEqual([])
})

it('values of an account are asked for by name, a hundred at a time and byte for byte, whatever the listing says', async () => {
  const asked: number[] = []
  const run = async (args: readonly string[]): Promise<string> => {
    if (args[2] === 'list') return '[]'
    const keys = JSON.parse(readFileSync(args[3] ?? '', 'utf8')) as string[]
    asked.push(keys.length)
    return JSON.stringify(Object.fromEntries(keys.map((key) => [key, { value: key === 'k7' ? null : `${key}\n` }])))
  }
  const keys = Array.from({ length: 130 }, (_, i) => `k${i}`)
  const store = await remoteStore(run)
  expect(await store.getAll(keys)).toEqual(keys.map((key) => (key === 'k7' ? null : `${key}\n`)))
  expect(asked).toEqual([100, 30])
})

it('an account gets three bulk writes, the pointer in the last', async () => {
  const calls: (readonly string[])[] = []
  const run = async (args: readonly string[]): Promise<string> => {
    calls.push(args)
    return args[2] === 'list' ? '[]' : args[2] === 'get' ? '{"current":{"value":null}}' : ''
  }
  await publish(await buildOf({ a: 'one' }), await remoteStore(run))
  expect(calls.map((args) => args.slice(0, 3).join(' '))).toEqual(['kv key list', 'kv bulk get', 'kv bulk put', 'kv bulk put', 'kv bulk get', 'kv bulk put'])
  expect(calls.every((args) => args.join(' ').endsWith('--binding FIGURES --remote'))).toBe(true)
})
