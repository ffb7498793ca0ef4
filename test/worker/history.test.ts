/** Several releases in KV, published one after the other: what each did, the figures it had, and its versions compared, by pages and JSON. */
import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Change, Figure } from '../../data/model/figure.ts'
import { canonical, entryOf, keyOf, shortHash, type Hash, type Release } from '../../data/model/release.ts'
import { ask, askWith, said } from './ask.ts'
import { watchedKv } from './kv.ts'
import { figureOf, publishBuild, RELEASE, textOf } from './published.ts'
import { publishing } from './releasing.ts'

const both = (en: string, ja: string) => ({ en, ja })

const KEPT: readonly string[] = ['screening', 'fdi-inflows-gdp', 'who-was-asked', 'japan-fdi-asean']
const CORRECTION: Change = { date: '2026-12-04', kind: 'correction', note: both('One value had lost a digit.', '一つの値の桁が欠けていた。') }
const UPDATE: Change = { date: '2026-12-24', kind: 'update', note: both('Another year.', '一年分を加えた。') }

const [screening, gdp, asked, japan] = KEPT.map(figureOf) as [Figure, Figure, Figure, Figure] // four are named
const [row, ...rows] = gdp.rows
const longer: Figure = {
  ...gdp, rows: [...(row ? [{ ...row, value: `${row.value ?? '1'}0`, status: 'revised' as const }] : []), ...rows], changes: [...gdp.changes, CORRECTION],
  title: both('Corrected', '訂正後'),
}
const asOfYear: Figure = { ...asked, rows: asked.rows.slice(1), changes: [...asked.changes, UPDATE], caveats: [...asked.caveats, { text: both('Beware.', '注意。'), applies_to: null }] }
const redrawn: Figure = { ...screening, highlight: [], display_decimals: 3 }
const hashes: Hash[] = []
/** What of the answers is looked at. */
type Json = {
  readonly id: string, readonly kind: string, readonly change: string, readonly date: string, readonly hash: string, readonly version: string, readonly sha256: string
  readonly url: string, readonly link: string, readonly before: unknown, readonly to: { readonly version: string }, readonly files: Record<string, { readonly sha256: string }>
  readonly changes: readonly Json[], readonly releases: readonly Json[], readonly figures: readonly Json[], readonly rows: readonly Json[], readonly facts: readonly unknown[]
}

const { kv, reads } = watchedKv()
const get = (path: string, headers: Record<string, string> = {}) => askWith({ FIGURES: kv }, path, { headers })
const json = async (path: string): Promise<Json> => (await get(path)).json<Json>()
const versionOf = async (figure: Figure): Promise<string> => shortHash((await entryOf('figure', figure)).hash)

beforeAll(async () => {
  await Promise.all([keyOf('front', RELEASE.front), keyOf('file', RELEASE.sources), keyOf('file', RELEASE.article)].map((key) => env.FIGURES.put(key, textOf(key.startsWith('front') ? 'front' : 'file', key.split(':')[1] ?? ''))))
  await env.FIGURES.delete('current')
  hashes.push(await publishing([screening, gdp, japan]))
  hashes.push(await publishing([screening, longer, japan, asked]))
  hashes.push(await publishing([redrawn, longer, asOfYear], { withdrawn: { 'japan-fdi-asean': both('It was wrong.', '誤りがあった。') } }))
})
afterAll(publishBuild)

describe('/releases', () => {
  test('says what each release did, newest first', async () => {
    const { releases } = await json('/releases.json')
    expect(releases.map((one: Json) => [one.hash, one.date, one.changes.map(({ id, kind }: Json) => `${kind} ${id}`)])).toEqual([
      [hashes[2], '2026-12-24', ['redrawn screening', 'updated who-was-asked', 'withdrawn japan-fdi-asean']],
      [hashes[1], '2026-12-04', ['corrected fdi-inflows-gdp', 'added who-was-asked']],
      [hashes[0], RELEASE.date, ['added screening', 'added fdi-inflows-gdp', 'added japan-fdi-asean']],
    ])
    const [newest] = releases
    expect(newest?.changes[2]).toEqual({ id: 'japan-fdi-asean', kind: 'withdrawn', title: expect.any(String), from: await versionOf(japan), to: null, changes: [], reason: 'It was wrong.' })
  })

  test.each([['/releases', 'One value had lost a digit.'], ['/ja/releases', '一つの値の桁が欠けていた。'], ['/changes', 'One value had lost a digit.'], ['/ja/changes', '誤りがあった。']])('%s is a page that says so too', async (path, words) => {
    const answer = await get(path)
    expect(said(answer, 'Content-Type', 'Cache-Control')).toEqual({ status: 200, 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'public, max-age=60, stale-while-revalidate=600' })
    expect(await answer.text()).toContain(words)
  })

  test('is read from KV in one read, however many releases there are, and not again for who has it', async () => {
    const fresh = watchedKv()
    const answer = await askWith({ FIGURES: fresh.kv }, '/releases.json')
    expect(fresh.reads.map(({ key }) => key.split(':')[0])).toEqual(['current', 'release', 'file'])
    const again = await askWith({ FIGURES: fresh.kv }, '/releases.json', { headers: { 'If-None-Match': answer.headers.get('ETag') ?? '' } })
    expect([again.status, fresh.reads.length]).toEqual([304, 3])
  })

  test('of an earlier hash is the release as it was, each figure in its version, with digests of what is served', async () => {
    const release = await json(`/releases/${shortHash(hashes[0] ?? '')}.json`)
    expect(release).toMatchObject({ hash: hashes[0], isPresent: false, date: RELEASE.date })
    expect(release.before).toBeUndefined()
    expect(release.figures.map(({ id, version }: Json) => [id, version])).toEqual([['screening', await versionOf(screening)], ['fdi-inflows-gdp', await versionOf(gdp)], ['japan-fdi-asean', await versionOf(japan)]])
    const old = release.figures[1]
    expect(old?.url).toBe(`http://localhost/figures/fdi-inflows-gdp@${old?.version}`)
    const answer = await get(new URL(`${old?.url}.csv`).pathname)
    const digest = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer())
    expect([...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')).toBe(old?.files['csv']?.sha256)
    expect(release.figures[2]?.url).toBeUndefined()
    expect((await get(`/figures/japan-fdi-asean@${await versionOf(japan)}`)).status).toBe(410)
  })

  test('of every release has the figures that stand in that release’s own catalogue', async () => {
    for (const hash of hashes) {
      const { figures } = JSON.parse(await env.FIGURES.get(keyOf('release', hash)) ?? '') as Release
      const listed = (await json(`/ja/releases/${shortHash(hash)}.json`)).figures
      expect(listed.map(({ id, sha256 }: Json) => [id, sha256]).toSorted()).toEqual(figures.map(({ id, hash: own }) => [id, own]).toSorted())
      expect((await get(`/ja/releases/${shortHash(hash)}`)).status).toBe(200)
    }
  })

  test.each(['0123456789abcdef', 'x', '0123', 'f'.repeat(64), '%00'])('/releases/%s is 404 and leads to the list; nothing is looked for under it', async (hash) => {
    const start = reads.length
    const answer = await get(`/releases/${hash}.json`)
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({ status: 404, type: 'urn:problem-type:supply-lines:unknown-release', given: hash, link: '/releases' })
    expect(reads.slice(start).filter(({ key }) => key.startsWith('release') && !hashes.some((known) => key.endsWith(known)))).toEqual([])
    expect((await get(`/ja/releases/${hash}`)).status).toBe(404)
  })

  test.each([['/releases@0123456789abcdef', 404], ['/releases/a/b', 404], ['/releases.csv', 404], ['/releases?q=x', 400], ['/releases.json?theme=dark', 400], ['/changes/', 301]])('%s is %i', async (path, status) => {
    expect((await get(path)).status).toBe(status)
  })

  test('takes download and OPTIONS as other data do', async () => {
    expect((await get('/releases.json?download')).headers.get('Content-Disposition')).toContain('filename="releases.json"')
    expect((await askWith({ FIGURES: kv }, '/changes.json', { method: 'OPTIONS' })).status).toBe(204)
    expect((await askWith({ FIGURES: kv }, '/releases', { method: 'OPTIONS' })).status).toBe(405)
  })
})

describe('/changes', () => {
  test('tells what readers of earlier versions should know, and not what only looks different', async () => {
    const { changes } = await json('/ja/changes.json')
    expect(changes.map(({ date, kind, id, link }: Json) => [date, kind, id, link])).toEqual([
      ['2026-12-24', 'updated', 'who-was-asked', `http://localhost/ja/changes/who-was-asked@${await versionOf(asked)}-${await versionOf(asOfYear)}`],
      ['2026-12-24', 'withdrawn', 'japan-fdi-asean', undefined],
      ['2026-12-04', 'corrected', 'fdi-inflows-gdp', `http://localhost/ja/changes/fdi-inflows-gdp@${await versionOf(gdp)}-${await versionOf(longer)}`],
    ])
    expect((await get(new URL(changes[0]?.link ?? '').pathname)).status).toBe(200)
  })

  test('between two versions are cells old and new, with qualifier and status, and facts by path', async () => {
    const path = `/changes/fdi-inflows-gdp@${await versionOf(gdp)}-${await versionOf(longer)}`
    const document = await json(`${path}.json`)
    expect(document).toMatchObject({ id: 'fdi-inflows-gdp', from: { version: await versionOf(gdp), kind: 'first' }, to: { kind: 'correction', note: CORRECTION.note.en } })
    expect(document.changes).toEqual([{ date: '2026-12-04', kind: 'correction', note: CORRECTION.note.en }])
    const value = row?.value ?? ''
    expect(document.rows).toEqual([{
      change: 'changed', key: expect.objectContaining({ series: row?.series, time: row?.time }), name: expect.any(String),
      before: expect.objectContaining({ value, qualifier: row?.qualifier, status: row?.status }), after: expect.objectContaining({ value: `${value}0`, status: 'revised' }),
      cells: [{ column: 'value', from: value, to: `${value}0` }, { column: 'status', from: row?.status, to: 'revised' }],
    }])
    expect(document.facts).toEqual([{ path: '/title', from: expect.any(String), to: 'Corrected', languages: ['en', 'ja'] }])
    const page = await (await get(`/ja${path}`)).text()
    for (const words of ['訂正後', '前', `${value}0`]) expect(page).toContain(words)
  })

  test('from a version lead to the present one, in two reads of figures', async () => {
    const fresh = watchedKv()
    const answer = await askWith({ FIGURES: fresh.kv }, `/changes/who-was-asked@${await versionOf(asked)}.json`)
    const document = await answer.json<Json>()
    expect(document.to.version).toBe(await versionOf(asOfYear))
    expect(document.rows.map(({ change }: Json) => change)).toEqual(['removed'])
    expect(document.facts).toEqual([{ path: '/caveats/-/text', from: null, to: 'Beware.', languages: ['en', 'ja'] }])
    expect(fresh.reads.filter(({ key }) => key.startsWith('figure'))).toHaveLength(2)
  })

  test('of looks alone are none, and the page says so', async () => {
    const path = `/changes/screening@${await versionOf(screening)}`
    expect(await json(`${path}.json`)).toMatchObject({ rows: [], facts: [], changes: [] })
    expect(await (await get(path)).text()).toContain('Only how the figure is drawn or stored changed.')
  })

  const wrong: [path: string, status: number, kind: string][] = [
    ['/changes/nope@0123456789abcdef.json', 404, 'unknown-figure'], ['/changes/screening@0123456789abcdef.json', 404, 'unknown-version'],
    ['/changes/screening@0123456789abcdef-0123456789abcdef.json', 404, 'unknown-version'], ['/changes/screening@x.json', 404, 'unknown-version'],
    ['/changes/screening@0123456789abcdef-0123456789abcdef-0123456789abcdef.json', 404, 'unknown-version'], ['/changes/japan-fdi-asean@0123456789abcdef.json', 410, 'withdrawn'],
    ['/changes/screening.json', 404, 'unknown-page'], ['/changes/@0123456789abcdef.json', 404, 'unknown-page'],
  ]
  test.each(wrong)('%s is %i, %s', async (path, status, kind) => {
    expect(await json(path)).toMatchObject({ status, type: `urn:problem-type:supply-lines:${kind}` })
  })
})

describe('a page of a version that was corrected', () => {
  test.each(['/figures', '/embed', '/ja/figures'])('%s leads to what changed since', async (room) => {
    const version = await versionOf(gdp)
    const page = await (await get(`${room}/fdi-inflows-gdp@${version}`)).text()
    const path = `${room.startsWith('/ja') ? '/ja' : ''}/changes/fdi-inflows-gdp@${version}`
    expect(page).toContain(`href="http://localhost${path}"`)
    expect((await get(path)).status).toBe(200)
  })

  test('so does the history of the figure, step by step', async () => {
    expect(await (await get('/figures/fdi-inflows-gdp')).text()).toContain(`href="/changes/fdi-inflows-gdp@${await versionOf(gdp)}-${await versionOf(longer)}"`)
  })

  test('one that only looks different since says nothing', async () => {
    const page = await (await get(`/figures/screening@${await versionOf(screening)}`)).text()
    expect(page).not.toContain('role="note"')
    expect(page).toContain('Drawn anew, the same facts and words')
  })
})

test('without KV the deployed release tells of itself', async () => {
  const { kv: none } = watchedKv(async () => null)
  const answer = await askWith({ FIGURES: none }, '/releases.json')
  expect(said(answer, 'Supply-Lines-Store')).toEqual({ status: 200, 'Supply-Lines-Store': 'fallback' })
  const { releases } = await answer.json<Json>()
  expect(releases[0]?.changes.length).toBeGreaterThan(0)
  expect(canonical(releases)).toContain(shortHash(RELEASE.figures[0]?.hash ?? ''))
  expect((await ask('/healthz')).status).toBe(200)
})
