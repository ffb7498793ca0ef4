/** ETags and 304: every spelling of If-None-Match, what changes a tag, and that a 304 reads no figure. */
import { beforeAll, describe, expect, test } from 'vitest'
import { entryOf } from '../../data/model/release.ts'
import { isKnown } from '../../worker/reply.ts'
import { ask, askWith, said } from './ask.ts'
import { figuresRead, watchedKv } from './kv.ts'
import { figureOf, pinned, publishBuild, publishRelease, withEntry } from './published.ts'

beforeAll(publishBuild)

const tagOf = async (path: string, headers: Record<string, string> = {}): Promise<string> =>
  (await ask(path, { headers })).headers.get('ETag') ?? ''

const PATHS = [
  '/', '/ja', '/figures', '/figures.json', '/figures?q=asean', '/sources', '/embed/screening', '/figures/screening',
  '/figures/screening.html', '/figures/screening.svg', '/figures/screening.json', '/ja/figures/screening.csv',
  `${pinned('screening')}.json`, pinned('screening'),
]

describe.each(PATHS)('%s', (path) => {
  const spellings: [name: string, spell: (tag: string) => string, status: number][] = [
    ['the tag', (tag) => tag, 304],
    ['weak', (tag) => `W/${tag}`, 304],
    ['in a list', (tag) => `"other", W/"x" ,${tag}`, 304],
    ['anything', () => '*', 304],
    ['another', () => '"other"', 200],
    ['without quotes', (tag) => tag.replaceAll('"', ''), 200],
    ['a part', (tag) => `${tag.slice(0, 9)}"`, 200],
    ['nothing', () => '', 200],
  ]
  test.each(spellings)('If-None-Match: %s', async (_, spell, status) => {
    const tag = await tagOf(path)
    expect(tag).toMatch(/^"[0-9a-f]{32}"$/)
    const answer = await ask(path, { headers: { 'If-None-Match': spell(tag) } })
    expect(said(answer, 'ETag')).toEqual({ status, ETag: tag })
  })

  test('304 has the headers of the 200 that caches go by, and no body', async () => {
    const full = await ask(path)
    const none = await ask(path, { headers: { 'If-None-Match': '*' } })
    const kept = ['ETag', 'Cache-Control', 'Vary', 'Content-Location', 'Access-Control-Allow-Origin', 'X-Content-Type-Options']
    expect(said(none, ...kept)).toEqual({ ...said(full, ...kept), status: 304 })
    expect(await none.text()).toBe('')
    expect(none.headers.get('Content-Type')).toBeNull()
  })

  test('HEAD is conditional too', async () => {
    expect((await ask(path, { method: 'HEAD', headers: { 'If-None-Match': '*' } })).status).toBe(304)
  })

  test('304 reads neither figure nor front nor file', async () => {
    const { kv, reads } = watchedKv()
    const answer = await askWith({ FIGURES: kv }, path, { headers: { 'If-None-Match': await tagOf(path) } })
    expect(answer.status).toBe(304)
    expect(reads.map(({ key }) => key.split(':')[0])).toEqual(['current', 'release'])
  })
})

test('a 200 reads the figure once', async () => {
  const { kv, reads } = watchedKv()
  await askWith({ FIGURES: kv }, '/figures/screening.csv')
  expect(figuresRead(reads)).toHaveLength(1)
})

describe('what decides a tag', () => {
  const base = '/figures/fdi-inflows-gdp.svg'
  test.each([
    '/figures/fdi-inflows-gdp.svg?chart=lines', '/figures/fdi-inflows-gdp.svg?utm_source=x&Chart=nonsense',
    '/figures/fdi-inflows-gdp.svg?scale=1', '/figures/fdi-inflows-gdp.svg?download',
  ])('the same as plain: %s', async (path) => {
    expect(await tagOf(path)).toBe(await tagOf(base))
  })

  test('codes in any order are one view', async () => {
    expect(await tagOf(`${base}?select=VNM~THA`)).toBe(await tagOf(`${base}?select=THA~VNM`))
  })

  test('everything that changes the bytes changes it', async () => {
    const paths = [
      ...['', '?select=VNM', '?select=VNM~THA', '?time=2010..2024', '?time=latest', '?theme=dark', '?size=card', '?scale=2']
        .map((query) => base + query),
      ...['json', 'csv', 'html'].map((extension) => base.replace('svg', extension)),
      `/ja${base}`, base.replace('.svg', ''), '/embed/fdi-inflows-gdp', '/figures/screening.svg',
      `${pinned('fdi-inflows-gdp')}.svg`,
    ]
    const tags = await Promise.all(paths.map((path) => tagOf(path)))
    expect(new Set(tags).size).toBe(paths.length)
  })

  test('a new version changes the tags of its figure, and of others only where they show the release', async () => {
    const tagsNow = async (): Promise<Record<string, string | null>> => {
      const { kv } = watchedKv()
      const extensions = ['csv', 'json', 'svg', 'html']
      const paths = ['screening', 'seeing-risk'].flatMap((id) => extensions.map((extension) => `/figures/${id}.${extension}`))
      const asked = paths.map(async (path) => [path, (await askWith({ FIGURES: kv }, path)).headers.get('ETag')] as const)
      return Object.fromEntries(await Promise.all(asked))
    }
    const before = await tagsNow()
    const entry = await entryOf('figure', { ...figureOf('screening'), published: '2027-01-01' })
    await publishRelease(withEntry('screening', { hash: entry.hash }), [entry])
    const after = await tagsNow()
    await publishBuild()
    const changed = Object.keys(before).filter((path) => before[path] !== after[path])
    expect(changed).toEqual([
      '/figures/screening.csv', '/figures/screening.json', '/figures/screening.svg', '/figures/screening.html', '/figures/seeing-risk.html',
    ])
  })

  test('formats of one address have tags of their own', async () => {
    const types = ['text/html', 'image/svg+xml', 'application/json', 'text/csv']
    const tags = await Promise.all(types.map((Accept) => tagOf('/figures/screening', { Accept })))
    expect(new Set(tags).size).toBe(types.length)
  })
})

test.each([
  [null, false], ['*', true], [' * ', true], ['"a"', true], ['W/"a"', true], ['"b","a"', true], ['"b, a"', false], ['a', false],
  ['"b" "a"', true], ['"', false], ['"A"', false],
])('%j knows "a": %s', (header, known) => {
  expect(isKnown(header, '"a"')).toBe(known)
})
