/** Releases of one day, one after the other: whoever has the old bytes by their date is given the new ones, and no date goes back. */
import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Change, Figure } from '../../data/model/figure.ts'
import { canonical, entryOf, keyOf, type Entry, type Release } from '../../data/model/release.ts'
import { publish } from '../../data/programs/publishing.ts'
import { isUnchanged, madeModified, past } from '../../worker/modified.ts'
import { askWith } from './ask.ts'
import { watchedKv } from './kv.ts'
import { figureOf, publishBuild, RELEASE, textOf } from './published.ts'
import { publishing, store } from './releasing.ts'

const both = (en: string, ja: string) => ({ en, ja })
const DAY = '2026-11-20'
const change = (kind: Change['kind'], date = DAY): Change => ({ date, kind, note: both('A note.', '注記。') })

/** A figure of the build as though it had been published on one day. */
const of = (id: string, more: Partial<Figure> = {}): Figure => ({ ...figureOf(id), changes: [change('first')], ...more })

const [screening, gdp, asked, japan] = ['screening', 'fdi-inflows-gdp', 'who-was-asked', 'japan-fdi-asean'].map((id) => of(id)) as [Figure, Figure, Figure, Figure] // four are named
const corrected: Figure = { ...gdp, rows: gdp.rows.slice(1), changes: [...gdp.changes, change('correction')] }
const redrawn: Figure = { ...screening, highlight: [], display_decimals: 3 }
const renamed: Figure = { ...asked, id: 'whom-they-asked', changes: [...asked.changes, change('update')] }
const moved = { formerly: { 'who-was-asked': 'whom-they-asked' } }
const gone = { withdrawn: { 'japan-fdi-asean': both('It was wrong.', '誤りがあった。') } }
/** The only figure of a newer day: when it goes, the newest day of the collection is an older one. */
const newer: Figure = of('meti-survey-2021', { changes: [change('first', '2026-11-22')] })
const goneToo = { ...moved, withdrawn: { ...gone.withdrawn, 'meti-survey-2021': both('So was this.', 'これも。') } }

/** A file of the whole collection and what it says, made for one release. */
async function collected(text: string): Promise<readonly [files: NonNullable<Release['files']>, entry: Entry]> {
  const entry = await entryOf('file', { text })
  return [{ 'figures.ndjson': { sha256: entry.hash, bytes: text.length, entry: entry.hash } }, entry]
}

type Step = { readonly name: string, readonly figures: readonly Figure[], readonly more?: Partial<Release>, readonly changes: readonly string[] }

const LISTS: readonly string[] = ['/figures.json', '/ja/figures.json', '/releases.json', '/figures.ndjson']
/** What code makes of a release: a new one may have changed any of it. */
const PAGES: readonly string[] = ['/figures', '/ja/releases', '/figures/screening.html', '/figures/fdi-inflows-gdp.svg', '/embed/screening', '/openapi.json', '/sitemap.xml']
const FILES: readonly string[] = ['screening', 'fdi-inflows-gdp', 'whom-they-asked'].flatMap((id) => ['csv', 'json', 'txt'].map((extension) => `/figures/${id}.${extension}`))
const of3 = (id: string): readonly string[] => FILES.filter((path) => path.startsWith(`/figures/${id}.`))

const STEPS: readonly Step[] = [
  { name: 'corrected', figures: [screening, corrected, japan, asked], changes: [...LISTS, '/changes.json', ...of3('fdi-inflows-gdp')] },
  { name: 'withdrawn', figures: [screening, corrected, asked], more: gone, changes: [...LISTS, '/changes.json'] },
  { name: 'redrawn', figures: [redrawn, corrected, asked], more: gone, changes: LISTS },
  { name: 'renamed', figures: [redrawn, corrected, renamed], more: { ...gone, ...moved }, changes: LISTS },
  { name: 'restored', figures: [redrawn, gdp, renamed], more: { ...gone, ...moved }, changes: [...LISTS, ...of3('fdi-inflows-gdp')] },
  { name: 'added', figures: [redrawn, gdp, renamed, newer], more: { ...gone, ...moved }, changes: LISTS },
  { name: 'withdrawn, the newest', figures: [redrawn, gdp, renamed], more: goneToo, changes: [...LISTS, '/changes.json'] },
  { name: 'redrawn again', figures: [{ ...redrawn, display_decimals: 2 }, gdp, renamed], more: goneToo, changes: LISTS },
]

type Seen = { readonly status: number, readonly date: string | null, readonly body: string }

const see = async (path: string, headers: Record<string, string> = {}): Promise<Seen> => {
  const answer = await askWith({ FIGURES: watchedKv().kv }, path, { headers })
  return { status: answer.status, date: answer.headers.get('Last-Modified'), body: new TextDecoder().decode(await answer.arrayBuffer()) }
}
const seeAll = async (): Promise<ReadonlyMap<string, Seen>> =>
  new Map(await Promise.all([...LISTS, ...PAGES, '/changes.json', ...FILES].map(async (path) => [path, await see(path)] as const)))

async function release({ name, figures, more }: Omit<Step, 'changes'>): Promise<void> {
  const [files, entry] = await collected(`{"release":"${name}"}\n`)
  await publishing(figures, { ...more, files }, [entry])
}

beforeAll(async () => {
  await Promise.all([keyOf('front', RELEASE.front), keyOf('file', RELEASE.sources), keyOf('file', RELEASE.article)]
    .map((key) => env.FIGURES.put(key, textOf(key.startsWith('front') ? 'front' : 'file', key.split(':')[1] ?? ''))))
  await env.FIGURES.delete('current')
  await release({ name: 'first', figures: [screening, gdp, japan, asked] })
})
afterAll(publishBuild)

describe('what was', () => {
  test.each(STEPS)('$name is sent anew to whoever has it by its date', async ({ changes, ...step }) => {
    const before = await seeAll()
    await release(step)
    const after = await seeAll()
    const changed = [...before].filter(([path, { status, body }]) => status === 200 && body !== after.get(path)?.body).map(([path]) => path)
    expect(changed).toEqual(expect.arrayContaining([...changes]))
    for (const path of changed) {
      const [old, now] = [before.get(path), after.get(path)]
      expect([path, old?.date]).toEqual([path, expect.stringMatching(/ GMT$/)])
      const again = await see(path, { 'If-Modified-Since': old?.date ?? '' })
      expect([path, again.status, again.body]).toEqual([path, 200, now?.body])
    }
    for (const [path, { date }] of after) {
      const old = before.get(path)?.date ?? null
      expect([path, old === null || (date !== null && Date.parse(date) >= Date.parse(old))]).toEqual([path, true])
      if (date !== null) expect([path, (await see(path, { 'If-Modified-Since': date })).status]).toEqual([path, 304])
    }
  })
})

test('what is published again as it was keeps its date', async () => {
  const before = await seeAll()
  await release(STEPS.at(-1) ?? { name: '', figures: [] })
  expect(await seeAll()).toEqual(before)
})

test('files that another encoder made are sent anew, those of other figures are not', async () => {
  const [made, other] = [await entryOf('file', { text: 'a,b\n1,2\n' }), await entryOf('file', { text: 'a,b\n3,4\n' })]
  const filed = async (entry: Entry, encoder: number): Promise<void> => {
    const current: { release: string } = JSON.parse(await env.FIGURES.get('current') ?? '')
    const text: Release = JSON.parse(await env.FIGURES.get(keyOf('release', current.release)) ?? '')
    const files = { xlsx: { encoder, of: { en: { sha256: entry.hash, bytes: 8, entry: entry.hash } } } }
    const figures = text.figures.map((one) => (one.id === 'screening' ? { ...one, history: one.history.map((version) => (version.hash === one.hash ? { ...version, files } : version)) } : one))
    const release = await entryOf('release', { ...text, figures })
    const { problems } = await publish({ entries: [entry, release], current: { release: release.hash } }, store, { now: 0 })
    expect(problems).toEqual([])
  }
  await filed(made, 1)
  const [before, file] = [await seeAll(), await see('/figures/screening.xlsx')]
  await filed(other, 2)
  const after = await seeAll()
  const again = await see('/figures/screening.xlsx', { 'If-Modified-Since': file.date ?? '' })
  expect([file.status, again.status, again.body === file.body]).toEqual([200, 200, false])
  expect(after.get('/figures/fdi-inflows-gdp.csv')).toEqual(before.get('/figures/fdi-inflows-gdp.csv'))
})

test('the version of a release of before there were moments is followed by a later one', async () => {
  const current: { release: string } = JSON.parse(await env.FIGURES.get('current') ?? '')
  const { modified: _, ...text }: Release = JSON.parse(await env.FIGURES.get(keyOf('release', current.release)) ?? '')
  const undated = { ...text, figures: text.figures.map((one) => ({ ...one, history: one.history.map(({ modified: __, ...version }) => version) })) }
  const entry = await entryOf('release', undated)
  await env.FIGURES.put(keyOf('release', entry.hash), entry.text)
  await env.FIGURES.put('current', canonical({ release: entry.hash }))
  expect([await see('/figures.json'), await see('/figures/screening.csv')].map(({ status, date }) => [status, date])).toEqual([[200, null], [200, null]])
  await release({ name: 'later', figures: [{ ...redrawn, display_decimals: 1 }, gdp, renamed], more: goneToo })
  const { date } = await see('/figures.json')
  expect(Date.parse(date ?? '')).toBeGreaterThan(Date.parse('2026-11-23T00:00:00Z'))
})

test('a release that follows another has the second it was published in', async () => {
  const now = Date.parse('2026-11-23T12:34:56.789Z')
  await publishing([screening, corrected, renamed], { ...moved, ...gone }, [], now)
  expect([(await see('/figures.json')).date, (await see('/figures/fdi-inflows-gdp.csv')).date]).toEqual(['Mon, 23 Nov 2026 12:34:56 GMT', expect.stringMatching(/^Mon, 23 Nov 2026 12:34:5\d GMT$/)])
})

test('what other code makes of a release has no date', async () => {
  await publishing([screening, corrected, renamed], { ...moved, ...gone, code: '0'.repeat(64) })
  const seen = [...await seeAll()].filter(([, { status }]) => status === 200)
  expect(seen.filter(([, { date }]) => date === null).map(([path]) => path).toSorted()).toEqual(
    ['/figures.json', '/ja/figures.json', '/releases.json', '/changes.json', ...PAGES].toSorted())
})

test('what this code makes of a release is dated by the release, or when the code came to be deployed', () => {
  const release = { ...RELEASE, code: 'c', modified: '2026-11-20T00:00:00.000Z' }
  expect(madeModified(release, { code: 'c' })).toEqual(new Date('2026-11-20T00:00:00Z'))
  expect(madeModified(release, { code: 'c', published: '2026-11-19T00:00:00.000Z' })).toEqual(new Date('2026-11-20T00:00:00Z'))
  expect(madeModified(release, { code: 'c', published: '2026-11-21T00:00:00.000Z' })).toEqual(new Date('2026-11-21T00:10:00Z'))
  // as HTTP dates have it: what was sent is known again
  const sent = madeModified(release, { code: 'c', published: '2026-11-21T00:00:00.456Z' })
  expect(isUnchanged(sent?.toUTCString() ?? null, sent)).toBe(true)
  expect(madeModified(release, { code: 'd', published: '2026-11-21T00:00:00.000Z' })).toBeNull()
})

test('a moment that is to come is not told, and is compared with nothing', () => {
  const moment = new Date('2026-11-20T00:00:01Z')
  expect([past(moment, Date.parse('2026-11-20T00:00:00Z')), past(moment, Date.parse('2026-11-20T00:00:01Z')), past(null)]).toEqual([null, moment, null])
})
