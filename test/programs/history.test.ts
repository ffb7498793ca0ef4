/** Releases one after the other: what the log says of each, and what no figure may change in silence. */
import { describe, expect, it } from 'vitest'
import type { Change, Figure } from '../../data/model/figure.ts'
import { figuresIn, releasesIn, type ReleaseLog } from '../../data/model/log.ts'
import { publish } from '../../data/programs/publishing.ts'
import { canonical, entryOf, keyOf, type Hash, type Release } from '../../data/model/release.ts'
import { rowOf, sample } from '../web/sample.ts'
import { buildFrom, buildOf, changesOf, memory, parse, published } from './builds.ts'

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

  const withdrawn = { withdrawn: { a: { en: 'It was wrong.' } } }
  const histories = (held: ReadonlyMap<string, string>) => {
    const { release: hash } = parse(held.get('current')) as { release: Hash }
    return (parse(held.get(keyOf('release', hash))) as Release).figures.map(({ id, history }) => [id, history.map(({ note }) => note['en'])])
  }

  it('goes on where a figure comes back that was withdrawn, also under another name: its versions stay', async () => {
    const { store, held } = memory()
    for (const build of [
      await buildOf({ a: 'one', b: 'x' }), await buildOf({ a: 'one/two', b: 'x' }), await buildOf({ b: 'x' }, withdrawn), await buildOf({ b: 'x/y' }, withdrawn),
    ]) await published(build, store)
    const kept = new Map(held)
    await published(await buildOf({ a: 'one/two', b: 'x/y' }), store)
    expect([histories(held), told(held)[0]]).toEqual([[['a', ['one', 'two']], ['b', ['x', 'y']]], [['a', 'restored']]])
    const other = memory(kept)
    await published(await buildOf({ a: 'one/two/three', b: 'x/y' }), other.store)
    expect([histories(other.held), told(other.held)[0]]).toEqual([[['a', ['one', 'two', 'three']], ['b', ['x', 'y']]], [['a', 'added', 'three']]])
    const renamed = memory(kept)
    await published(await buildOf({ c: 'one/two/three', b: 'x/y' }, { formerly: { a: 'c' } }), renamed.store)
    expect(histories(renamed.held)[0]).toEqual(['c', ['one', 'two', 'three']])
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

it('a version keeps its languages and its shape where the one after it has others', async () => {
  const { store, held } = memory()
  const figure = (notes: readonly string[]) => sample({ id: 'a', shape: 'claim', rows: [rowOf({ series: 'x' })], changes: changesOf(notes) })
  for (const [notes, lang, shape] of [[['1'], ['en'], 'claim'], [['1', '2'], ['en', 'ja'], 'claim'], [['1', '2', '3'], ['en', 'ja'], 'shares']] as const) {
    const { entries, current } = await buildFrom([figure(notes)])
    const release = parse(entries.find(({ hash }) => hash === current.release)?.text) as Release
    const entry = await entryOf('release', { ...release, figures: release.figures.map((one) => ({ ...one, lang, shape })) })
    await published({ entries: [...entries, entry], current: { release: entry.hash } }, store)
  }
  const { release: hash } = parse(held.get('current')) as { release: Hash }
  const { figures } = parse(held.get(keyOf('release', hash))) as Release
  expect(figures[0]?.history.map(({ lang, shape }) => [lang, shape])).toEqual([[['en'], 'claim'], [['en', 'ja'], 'claim'], [undefined, undefined]])
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
