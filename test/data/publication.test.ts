/** A publication: which entries, in which order, with which history; the same files in any order, the same hashes. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pack } from '../../data/model/publication.ts'
import { readCollection } from '../../data/model/read/collection.ts'
import type { Collection, SourceFile } from '../../data/model/read/rules.ts'
import { filesOfVersion, hashOf, type MadeFiles, type Version } from '../../data/model/release.ts'
import { baseFiles, RULES, sourceFiles } from './cases.ts'

const { languages } = RULES

function collectionOf(files: readonly SourceFile[]): Collection {
  const { collection, problems } = readCollection(files, RULES)
  if (!collection) throw new Error(JSON.stringify(problems))
  return freeze(collection)
}

/** Frozen all the way down: whoever changes an input, fails. */
function freeze<T>(value: T): T {
  if (value !== null && typeof value === 'object') for (const part of Object.values(Object.freeze(value))) freeze(part)
  return value
}

const base = collectionOf(sourceFiles(baseFiles()))
const fonts = freeze({ flows: { en: 'f'.repeat(64), ja: 'e'.repeat(64) } })
const published = await pack(base, { fonts, languages })
const entryOf = (id: string) => published.release.figures.find((entry) => entry.id === id)

describe('entries', () => {
  test('every entry stands under the hash of its text', async () => {
    for (const { hash, text } of published.entries) expect(await hashOf(text)).toBe(hash)
    expect(published.entries.map(({ kind }) => kind)).toEqual(['figure', 'figure', 'figure', 'front', 'file', 'file', 'file', 'release'])
    expect(published.entries.at(-1)?.hash).toBe(published.current.release)
  })

  test('figures stand as the dashboard lists them, those it does not list behind', async () => {
    const ids = (collection: Collection) => pack(collection, { fonts, languages }).then(
      ({ release }) => release.figures.map(({ id }) => id),
    )
    expect(await ids(base)).toEqual(['wanted', 'flows', 'asked'])
    const sections = base.front.sections.map(
      (section) => ({ ...section, figures: section.figures.filter((id) => id === 'flows') }),
    )
    expect(await ids({ ...base, front: { ...base.front, sections } })).toEqual(['flows', 'asked', 'wanted'])
  })

  test('the front has the figures of its sections and no other', () => {
    const front: unknown = JSON.parse(published.entries.find(({ kind }) => kind === 'front')?.text ?? '')
    expect(front).toMatchObject(
      { schema: 1, figures: { wanted: { id: 'wanted' }, flows: { id: 'flows' }, asked: { id: 'asked' } } },
    )
  })

  test('what the catalogue knows of a figure', () => {
    expect(entryOf('flows')).toMatchObject({
      shape: 'series', section: 'money', lang: ['en', 'ja'], charts: ['lines', 'columns'], codes: ['VNM', 'THA', 'REST', 'TOTAL'],
      years: [2020, 2021], sources: ['bank-2022'], fonts: fonts.flows,
    })
    expect(entryOf('wanted')).toMatchObject({ codes: ['claim', 'said'], years: [], fonts: {} })
    expect(entryOf('asked')?.lang).toEqual(['en'])
    expect(published.release).toMatchObject({ date: '2023-03-05', formerly: { 'old-flows': 'flows' } })
  })

  test('the search finds measure, names as we and the source write them, section and publisher', () => {
    const { en = '', ja = '' } = entryOf('flows')?.search ?? {}
    for (const word of ['inflows', 'viet nam', 'kingdom of thailand', 'money', 'a bank']) expect(en).toContain(word)
    for (const word of ['流入', 'ベトナム', 'kingdom of thailand', '資金', 'ある銀行']) expect(ja).toContain(word)
    expect(en).toBe(en.toLowerCase())
    expect(Object.keys(entryOf('asked')?.search ?? {})).toEqual(['en'])
  })
})

describe('history', () => {
  const first: Version = freeze(
    { hash: '0'.repeat(64), date: '2022-03-01', kind: 'first', note: { en: 'First publication.', ja: '初版。' } },
  )
  const historyOf = async (before: readonly Version[]) => {
    const { release } = await pack(base, { fonts, languages, history: { wanted: before } })
    return release.figures.find(({ id }) => id === 'wanted')?.history ?? []
  }

  test('the present version comes after the ones before, with its change', async () => {
    const hash = entryOf('wanted')?.hash
    // a version that was published before there were moments has that of this release
    const modified = '2023-03-05T00:00:00.000Z'
    expect(await historyOf([first])).toEqual([
      { ...first, modified }, { hash, date: '2023-03-05', kind: 'correction', note: { en: 'A correction.', ja: '訂正。' }, modified },
    ])
  })

  test('a figure that did not change gets no new version', async () => {
    const once = await historyOf([first])
    expect(await historyOf(once)).toEqual(once)
  })
})

describe('deterministic', () => {
  test('files in any order, the same hashes', async () => {
    const anyOrder = fc.shuffledSubarray([...sourceFiles(baseFiles())], { minLength: baseFiles().size })
    await fc.assert(fc.asyncProperty(anyOrder, async (files) => {
      expect((await pack(collectionOf(files), { fonts, languages })).current).toEqual(published.current)
    }), { numRuns: 20 })
  })

  test('another value, another hash of that figure and no other', async () => {
    const changed = new Map(baseFiles())
    changed.set('figures/asked/values.csv', (changed.get('figures/asked/values.csv') ?? '').replace(',391,', ',392,'))
    const { release } = await pack(collectionOf(sourceFiles(changed)), { fonts, languages })
    const moved = release.figures.filter(({ id, hash }) => entryOf(id)?.hash !== hash).map(({ id }) => id)
    expect(moved).toEqual(['asked'])
  })
})

test('a version that was published again has the files it had at first, and those made since', () => {
  const file = (sha256: string) => ({ encoder: 1, of: { en: { sha256, bytes: 1, entry: null } } })
  const version = (hash: string, files?: MadeFiles): Version => ({ hash, date: '2026-01-01', kind: 'update', note: {}, ...(files && { files }) })
  const history = [version('a', { xlsx: file('first') }), version('b', { xlsx: file('other') }), version('a', { xlsx: file('second'), csv: file('since') }), version('c')]
  expect(filesOfVersion(history, 'a')).toEqual({ xlsx: file('first'), csv: file('since') })
  expect(filesOfVersion(history, 'c')).toEqual({})
})
