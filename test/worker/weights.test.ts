/** Lengths and digests in the catalogue and in packages: of what is sent, at the address they were taken for, and nowhere else. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { MadeFiles, Version } from '../../data/model/release.ts'
import { FORMATS } from '../../worker/formats/index.ts'
import { ask, askWith } from './ask.ts'
import { watchedKv } from './kv.ts'
import { entryFor, pinned, publishBuild, publishRelease, RELEASE, withEntry } from './published.ts'

beforeAll(publishBuild)

/** Where `npm start` serves. */
const HERE = { origin: RELEASE.weighed?.origin ?? '' }

type Weight = { readonly sha256: string; readonly bytes: number }
type Listed = { readonly id: string; readonly files: Readonly<Record<string, Weight>>; readonly links: Readonly<Record<string, string>> }

const hex = async (bytes: ArrayBuffer): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

async function sent(path: string): Promise<Weight> {
  const bytes = await (await ask(path, HERE)).arrayBuffer()
  return { sha256: await hex(bytes), bytes: bytes.byteLength }
}

const listed = async (answer: Response): Promise<readonly Listed[]> => (await answer.json<{ figures: Listed[] }>()).figures

const DATA = FORMATS.filter(({ kind }) => kind === 'data').map(({ extension }) => extension)

describe.each(['', '/ja'])('the catalogue (%s)', (prefix) => {
  test.each(RELEASE.figures.map(({ id }) => id))('weighs every file of data of %s', async (id) => {
    const found = (await listed(await ask(`${prefix}/figures.json`, HERE))).find((one) => one.id === id)
    expect(Object.keys(found?.files ?? {}).toSorted()).toEqual(Object.keys(found?.links ?? {}).filter((name) => DATA.includes(name)).toSorted())
    expect(Object.keys(found?.files ?? {})).toEqual(expect.arrayContaining(['json', 'csv', 'datapackage.json', 'zip']))
    for (const [extension, weight] of Object.entries(found?.files ?? {})) {
      expect([extension, await sent(`${prefix}/figures/${id}.${extension}`)]).toEqual([extension, weight])
    }
  })
})

test('at another address there are only those of files that are the same everywhere', async () => {
  const [found] = await listed(await ask('/figures.json'))
  expect(Object.keys(found?.files ?? {}).toSorted()).toEqual(['csv', 'xlsx'])
})

test('where there were other formats to link to, only what has no links is weighed', async () => {
  const { weighed } = RELEASE
  if (!weighed) throw new Error('nothing was weighed')
  await publishRelease({ ...RELEASE, weighed: { ...weighed, formats: [...weighed.formats, 'new'] } })
  const [found] = await listed(await askWith({ FIGURES: watchedKv().kv }, '/figures.json', HERE))
  await publishBuild()
  expect(Object.keys(found?.files ?? {}).toSorted()).toEqual(['csv', 'xlsx'])
})

test('a package of a workbook that was not weighed has no weight', async () => {
  const { history } = entryFor('screening')
  const other = (files: MadeFiles = {}): MadeFiles => {
    const book = files['xlsx']
    return book ? { ...files, xlsx: { ...book, of: { en: { sha256: '0'.repeat(64), bytes: 1, entry: null } } } } : files
  }
  await publishRelease(withEntry('screening', { history: history.map((version): Version => ({ ...version, files: other(version.files) })) }))
  const found = (await listed(await askWith({ FIGURES: watchedKv().kv }, '/figures.json', HERE))).find(({ id }) => id === 'screening')
  await publishBuild()
  expect(Object.keys(found?.files ?? {})).toContain('zip')
  expect(Object.keys(found?.files ?? {})).not.toContain('datapackage.json')
})

describe.each(['/figures/screening', pinned('who-was-asked'), `/ja${pinned('fdi-inflows-gdp')}`, '/ja/figures/timeline'])('the package of %s', (path) => {
  type Resource = { readonly path: string; readonly hash?: string; readonly bytes?: number }

  test('has the weights of what is sent, without making it', async () => {
    const { resources } = await (await ask(`${path}.datapackage.json`, HERE)).json<{ resources: Resource[] }>()
    for (const { path: at, hash, bytes } of resources.filter((one) => !one.path.endsWith('.datapackage.json'))) {
      const weight = await sent(at.slice(HERE.origin.length))
      expect([at, hash, bytes]).toEqual([at, `sha256:${weight.sha256}`, weight.bytes])
    }
  })

  test('is the same where nothing was weighed', async () => {
    const { weighed: _, ...unweighed } = RELEASE
    await publishRelease(unweighed)
    const without = await (await askWith({ FIGURES: watchedKv().kv }, `${path}.datapackage.json`, HERE)).text()
    await publishBuild()
    const { kv, reads } = watchedKv()
    expect(await (await askWith({ FIGURES: kv }, `${path}.datapackage.json`, HERE)).text()).toBe(without)
    expect(reads.filter(({ key }) => Object.values(RELEASE.weighed?.of ?? {}).some(({ live, pinned: kept }) => key.endsWith(live) || key.endsWith(kept)))).toHaveLength(1)
  })
})
