/** KV in every bad state: the answer is the same, and says that it came from the copy. */
import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { canonical, entryOf, hashOf } from '../../data/model/release.ts'
import { BUILD } from '../../worker/build.ts'
import { ask, askWith, askWithout, said } from './ask.ts'
import { watchedKv, type Fault } from './kv.ts'
import {
  current, entryFor, figureOf, pinned, publishBuild, publishRelease, RELEASE, textOf, withEntry,
} from './published.ts'

const quiet = () => vi.spyOn(console, 'error').mockImplementation(() => undefined)

beforeAll(publishBuild)
beforeEach(() => { quiet() })
afterEach(() => { vi.restoreAllMocks() })

const HONEST = { 'Cache-Control': 'no-store', 'Supply-Lines-Store': 'fallback' }
const never = (): Promise<never> => new Promise(() => undefined)

/** Faults of single keys and of everything. */
const on = (prefix: string, come: () => Promise<string | null>): Fault => (key, real) =>
  (key.startsWith(prefix) ? come() : real())

const faults: [name: string, fault: Fault][] = [
  ['KV is empty', async () => null],
  ['every read throws', async () => { throw new Error('KV GET failed: 500') }],
  ['every read hangs', never],
  ['every value is another', async () => '{"schema":1}'],
  ['every value is no JSON', async () => '<html>'],
  ['every value is cut short', async (_, real) => (await real())?.slice(0, -1) ?? null],
  ['the pointer is missing', on('current', async () => null)],
  ['the pointer is no JSON', on('current', async () => 'undefined')],
  ['the pointer is another thing', on('current', async () => '{"release":42}')],
  ['the pointer is null', on('current', async () => 'null')],
  ['the pointer names a release that is nowhere', on('current', async () => current('f'.repeat(64)))],
  ['the pointer names a path', on('current', async () => '{"release":"../../etc/passwd"}')],
  ['the release is missing', on('release', async () => null)],
  ['the release is corrupt', on('release', async () => textOf('release', BUILD.release).replace('screening', 'scr33ning'))],
  ['reading the release hangs', on('release', never)],
]
const inEntries: [name: string, fault: Fault][] = [
  ['entries are missing', (key, real) => (/^(figure|front|file)/.test(key) ? Promise.resolve(null) : real())],
  ['entries are corrupt', async (key, real) => (/^(figure|front|file)/.test(key) ? `${await real()} ` : real())],
  ['reading entries throws', (key, real) => (/^(figure|front|file)/.test(key) ? Promise.reject(new Error('no')) : real())],
  ['reading entries hangs', (key, real) => (/^(figure|front|file)/.test(key) ? never() : real())],
]

const PATHS = [
  '/', '/ja/sources', '/figures/fdi-inflows-gdp', '/figures/screening.json', '/ja/figures/screening.csv', '/embed/screening',
  '/figures/who-was-asked.svg', `${pinned('screening')}.csv`,
]

describe.each([...faults, ...inEntries])('%s', (_, fault) => {
  test('every answer has the right bytes and says where from', async () => {
    const answers = await Promise.all(PATHS.map((path) => askWith({ FIGURES: watchedKv(fault).kv }, path)))
    for (const [i, answer] of answers.entries()) {
      const right = await ask(PATHS[i] ?? '')
      expect(said(answer, ...Object.keys(HONEST)), PATHS[i]).toEqual({ status: 200, ...HONEST })
      expect(await answer.text(), PATHS[i]).toBe(await right.text())
      expect(right.headers.get('Supply-Lines-Store')).toBeNull()
    }
  })
})

describe.each(faults)('%s', (_, fault) => {
  test('the catalogue is whole, and /healthz says fallback', async () => {
    const asked = ['/figures.json', '/healthz'].map((path) => askWith({ FIGURES: watchedKv(fault).kv }, path))
    const [catalogue, health] = await Promise.all(asked)
    if (!catalogue || !health) throw new Error('two were asked')
    expect(said(catalogue, ...Object.keys(HONEST))).toEqual({ status: 200, ...HONEST })
    expect(await catalogue.text()).toBe(await (await ask('/figures.json')).text())
    expect(await health.json()).toEqual({ release: BUILD.release, code: BUILD.code, store: 'fallback' })
  })

  test('what does not exist still does not', async () => {
    const paths = ['/figures/nope.csv', '/figures/screening@0123456789abcdef.csv']
    const answers = await Promise.all(paths.map((path) => askWith({ FIGURES: watchedKv(fault).kv }, path)))
    expect(answers.map(({ status }) => status)).toEqual([404, 404])
  })
})

test('without a KV binding everything is served from the copy', async () => {
  for (const path of PATHS) {
    const answer = await askWithout(path)
    expect(said(answer, ...Object.keys(HONEST)), path).toEqual({ status: 200, ...HONEST })
    expect(await answer.text()).toBe(await (await ask(path)).text())
  }
  expect(await (await askWithout('/healthz')).json()).toMatchObject({ store: 'fallback' })
})

test('an entry is sent as it is stored: its bytes have the hash in its address', async () => {
  const entry = await entryOf('figure', { ...figureOf('screening'), 9: 'after 10 in store', 10: 'before 9 there' })
  const history = entryFor('screening').history.map((version) => ({ ...version, hash: entry.hash }))
  await publishRelease(withEntry('screening', { hash: entry.hash, history }), [entry])
  const answer = await askWith({ FIGURES: watchedKv().kv }, `/data/figure/${entry.hash}.json`)
  await publishBuild()
  expect([answer.status, await hashOf(await answer.text())]).toEqual([200, entry.hash])
})

test('with KV, /healthz says so', async () => {
  expect(await (await ask('/healthz')).json()).toEqual({ release: BUILD.release, code: BUILD.code, store: 'kv' })
})

describe('time', () => {
  test('a KV that hangs costs one wait, not one for each read', async () => {
    const { kv, reads } = watchedKv(never)
    const start = Date.now()
    await askWith({ FIGURES: kv }, '/figures/screening.svg')
    expect(Date.now() - start).toBeGreaterThan(1_000)
    expect(reads).toHaveLength(1)
    vi.spyOn(Date, 'now').mockReturnValue(Date.now())
    const answer = await askWith({ FIGURES: kv }, '/figures/screening.svg')
    expect(said(answer, ...Object.keys(HONEST))).toEqual({ status: 200, ...HONEST })
    expect(reads).toHaveLength(1)
  })

  test('a KV that failed once is not asked again for the same request', async () => {
    const { kv, reads } = watchedKv(on('release', () => Promise.reject(new Error('KV GET failed: 500'))))
    await askWith({ FIGURES: kv }, '/figures/screening.svg')
    expect(reads.map(({ key }) => key.split(':')[0])).toEqual(['current', 'release'])
  })

  test('the release is read once for a burst of requests', async () => {
    const { kv, reads } = watchedKv()
    const paths = ['/figures/screening.csv', '/figures/seeing-risk.csv', '/figures.json']
    vi.spyOn(Date, 'now').mockReturnValue(Date.now())
    for (const path of paths) await askWith({ FIGURES: kv }, path)
    expect(reads.filter(({ key }) => key === 'current')).toHaveLength(1)
    expect(reads.filter(({ key }) => key.startsWith('release'))).toHaveLength(1)
  })

  test('and again when its seconds are over, so that a new one appears', async () => {
    const { kv, reads } = watchedKv()
    await askWith({ FIGURES: kv }, '/figures.json')
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 6_000)
    await askWith({ FIGURES: kv }, '/figures.json')
    expect(reads.filter(({ key }) => key === 'current')).toHaveLength(2)
  })

  test('entries may be remembered for a year, the pointer for a minute', async () => {
    const { kv, reads } = watchedKv()
    await askWith({ FIGURES: kv }, '/figures/screening.csv')
    expect(reads.map(({ key, cacheTtl }) => [key.split(':')[0], cacheTtl])).toEqual(
      [['current', 60], ['release', 31_536_000], ['figure', 31_536_000]])
  })

  test('an absence is not: it is looked at again with a minute', async () => {
    const { kv, reads } = watchedKv(on('figure', async () => null))
    await askWith({ FIGURES: kv }, '/figures/screening.csv')
    expect(reads.filter(({ key }) => key.startsWith('figure')).map(({ cacheTtl }) => cacheTtl)).toEqual([31_536_000, 60])
  })
})

describe('a newer release in KV than the one deployed', () => {
  const changed = { ...figureOf('screening'), published: '2027-01-01' }

  test('is served', async () => {
    const entry = await entryOf('figure', changed)
    await publishRelease(withEntry('screening', { hash: entry.hash }), [entry])
    const answer = await askWith({ FIGURES: watchedKv().kv }, '/figures/screening.json')
    expect(await answer.json()).toMatchObject({ version: entry.hash.slice(0, 16), published: '2027-01-01' })
    expect(answer.headers.get('Supply-Lines-Store')).toBeNull()
  })

  test('with a figure that KV has lost: the deployed figure, honestly', async () => {
    const lost = await entryOf('figure', changed)
    await publishRelease(withEntry('screening', { hash: lost.hash }))
    await env.FIGURES.delete(`figure:${lost.hash}`)
    const answer = await askWith({ FIGURES: watchedKv().kv }, '/figures/screening.json')
    expect(said(answer, ...Object.keys(HONEST))).toEqual({ status: 200, ...HONEST })
    expect(await answer.json()).toMatchObject({ version: entryFor('screening').hash.slice(0, 16) })
  })

  test('a version of it that KV has lost is 503, not 404', async () => {
    const lost = await entryOf('figure', changed)
    const update = { date: '2027-01-01', kind: 'update', note: { en: 'a', ja: 'a' }, hash: lost.hash } as const
    const history = [...entryFor('screening').history, update]
    await publishRelease(withEntry('screening', { hash: lost.hash, history }))
    await env.FIGURES.delete(`figure:${lost.hash}`)
    const answer = await askWith({ FIGURES: watchedKv().kv }, `/figures/screening@${lost.hash.slice(0, 16)}.json`)
    expect(said(answer, 'Cache-Control', 'Retry-After')).toEqual(
      { status: 503, 'Cache-Control': 'no-store', 'Retry-After': '60' })
  })

  test('of another schema is not ours to read: the deployed one', async () => {
    const text = canonical({ ...RELEASE, schema: 2, figures: 'other' })
    const { hash } = await entryOf('release', { ...RELEASE, schema: 2, figures: 'other' })
    const { kv } = watchedKv(async (key, real) => (key === 'current' ? current(hash) : key === `release:${hash}` ? text : real()))
    const answer = await askWith({ FIGURES: kv }, '/figures.json')
    expect(said(answer, ...Object.keys(HONEST))).toEqual({ status: 200, ...HONEST })
  })
})

describe('when neither has it', () => {
  const ASSETS = { ...env.ASSETS, fetch: async () => new Response('', { status: 500 }) }
  const dead = { FIGURES: watchedKv(async () => null).kv, ASSETS }

  test.each([
    ['/figures/screening.json', 'application/problem+json'], ['/figures/screening.svg', 'image/svg+xml; charset=utf-8'],
    ['/', 'text/html; charset=utf-8'], ['/healthz', 'application/problem+json'],
  ])('%s is 503 as %s', async (path, type) => {
    const answer = await askWith(dead, path)
    expect(said(answer, 'Content-Type', 'Cache-Control', 'Retry-After')).toEqual(
      { status: 503, 'Content-Type': type, 'Cache-Control': 'no-store', 'Retry-After': '60' })
  })

  test('a mistake of ours is 500 without details, and in the log', async () => {
    const log = quiet()
    const broken = { ...env.ASSETS, fetch: () => { throw new Error('secret detail') } }
    const answer = await askWith({ FIGURES: watchedKv(async () => null).kv, ASSETS: broken }, '/figures/screening.json')
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('secret')
    expect(log.mock.calls.flat().join()).toContain('secret detail')
  })
})
