/** Files that are made once: a version keeps those it was published with, until another encoder makes them. */
import { describe, expect, it } from 'vitest'
import { publicUrl } from '../../data/programs/ingredients.ts'
import { coursesOf, withHistory } from '../../data/programs/history.ts'
import { publish, type Store } from '../../data/programs/publishing.ts'
import { entryOf, keyOf, type CatalogueEntry, type Entry, type Hash, type MadeFiles, type Release } from '../../data/model/release.ts'
import { sample } from '../web/sample.ts'

const NOTE = { en: 'note' }

const filesOf = (entry: Hash, encoder = 1): MadeFiles => ({ xlsx: { encoder, of: { en: { sha256: entry, bytes: 1, entry } } } })

function releaseOf(figure: Hash, files?: MadeFiles): Release {
  const entry: CatalogueEntry = {
    id: 'a', hash: figure, shape: 'claim', section: 's', lang: ['en'], title: NOTE, measure: NOTE, charts: ['headline'], codes: [], years: [],
    search: {}, sources: [], preview: { kind: 'values', values: [] }, fonts: {}, outlines: {}, pictures: {}, history: [{ hash: figure, date: '2026-01-01', kind: 'first', note: NOTE, ...(files && { files }) }],
  }
  return { schema: 1, date: '2026-01-01', figures: [entry], sections: [], front: 'f', sources: 's', article: 's', log: 'l', formerly: {}, withdrawn: {} }
}

const continued = async (release: Release, previous: Release | null): Promise<Release> => withHistory(release, await coursesOf(release, previous && { release: previous, gone: [] }, async () => new Map()))
const historyOf = (release: Release) => release.figures[0]?.history.map(({ hash, files }) => [hash, files?.['xlsx']?.of['en']?.entry])

describe('a version', () => {
  it('keeps the file it was published with, whatever comes out of the same encoder later', async () => {
    expect(historyOf(await continued(releaseOf('v1', filesOf('other')), releaseOf('v1', filesOf('first'))))).toEqual([['v1', 'first']])
  })

  it('gets a new file of a new encoder, and one where it had none', async () => {
    expect(historyOf(await continued(releaseOf('v1', filesOf('second', 2)), releaseOf('v1', filesOf('first'))))).toEqual([['v1', 'second']])
    expect(historyOf(await continued(releaseOf('v1', filesOf('first')), releaseOf('v1')))).toEqual([['v1', 'first']])
  })

  it('has its own beside those of earlier versions', async () => {
    const found = await continued(releaseOf('v2', filesOf('b')), releaseOf('v1', filesOf('a')))
    expect(historyOf(found)).toEqual([['v1', 'a'], ['v2', 'b']])
    expect(historyOf(await continued(releaseOf('v1'), null))).toEqual([['v1', undefined]])
  })
})

describe('the weight of a file that is made when it is asked for', () => {
  const weight = (sha256: Hash, encoder = 1): MadeFiles => ({ csv: { encoder, of: { en: { sha256, bytes: 1, entry: null } } } })
  const weightsOf = (release: Release) => release.figures[0]?.history.map(({ hash, files }) => [hash, files?.['csv']?.of['en']?.sha256])

  it('is kept of versions of before while the same encoder makes it', async () => {
    expect(weightsOf(await continued(releaseOf('v2', weight('b')), releaseOf('v1', weight('a'))))).toEqual([['v1', 'a'], ['v2', 'b']])
  })

  it('is no longer told of versions of before once another encoder makes other bytes, and files that were stored stay', async () => {
    const before = { ...weight('a'), ...filesOf('book') }
    const found = await continued(releaseOf('v2', { ...weight('b', 2), ...filesOf('other', 2) }), releaseOf('v1', before))
    expect(weightsOf(found)).toEqual([['v1', undefined], ['v2', 'b']])
    expect(historyOf(found)).toEqual([['v1', 'book'], ['v2', 'other']])
    const again = await continued(releaseOf('v2', weight('c', 3)), found)
    expect(weightsOf(again)).toEqual([['v1', undefined], ['v2', 'c']])
  })
})

describe('publishing', () => {
  function memory() {
    const held = new Map<string, string>()
    const store: Store = {
      has: async (key) => held.has(key), getAll: async (keys) => keys.map((key) => held.get(key) ?? null),
      putAll: async (pairs) => { for (const { key, value } of pairs) held.set(key, value) },
    }
    return { held, store }
  }

  async function buildOf(title: string, changes: readonly string[]): Promise<{ entries: readonly Entry[], current: { release: Hash }, file: Hash }> {
    const [figure, file] = await Promise.all([entryOf('figure', sample({ shape: 'claim', rows: [], title: { en: title }, changes: changes.map((note) => ({ date: '2026-01-01', kind: 'update', note: { en: note } })) })), entryOf('file', { base64: btoa(title) })])
    const release = await entryOf('release', releaseOf(figure.hash, filesOf(file.hash)))
    return { entries: [figure, file, release], current: { release: release.hash }, file: file.hash }
  }

  it('hands back the files of earlier versions for the copy', async () => {
    const { held, store } = memory()
    const [one, two] = [await buildOf('one', ['one']), await buildOf('two', ['one', 'two'])]
    await publish(one, store)
    const { published } = await publish(two, store)
    const earlier = published?.earlier ?? []
    expect(earlier.map(({ kind, hash }) => keyOf(kind, hash)).toSorted()).toEqual([...held.keys()].filter((key) => key === `file:${one.file}` || key === `figure:${one.entries[0]?.hash}`).toSorted())
    expect(earlier).toHaveLength(2)
  })
})

it.each([
  ['PUBLIC_URL = "https://example.org"', 'https://example.org'], ['[vars]\nPUBLIC_URL="https://example.org/"\n', 'https://example.org'],
  ['PUBLIC_URL = ""', ''], ['# PUBLIC_URL = "https://no.example"', ''], ['PUBLIC_URL = "https://example.org" # ours', 'https://example.org'], ['', ''],
  ['PUBLIC_URL = "https://Example.org:443/path"', 'https://example.org'],
])('the public address in %j is %j', (toml, url) => {
  expect(publicUrl(toml)).toBe(url)
})

it.each(["PUBLIC_URL = 'https://example.org'", 'PUBLIC_URL = https://example.org', '  PUBLIC_URL = """https://example.org"""'])('a public address that the build cannot read is refused: %s', (line) => {
  expect(() => publicUrl(`[vars]\n${line}\n`)).toThrow('write it in double quotes')
})

it.each(['example.org', 'localhost:8787', 'https://'])('a public address that is none is refused with the remedy: %s', (given) => {
  expect(() => publicUrl(`PUBLIC_URL = "${given}"`)).toThrow(`wrangler.toml: PUBLIC_URL "${given}" is no address → give scheme and host`)
})
