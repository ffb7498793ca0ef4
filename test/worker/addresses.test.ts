/** What each kind of address comes to: versions, renamed and withdrawn figures, languages, redirects, and every 400. */
import { beforeAll, describe, expect, test } from 'vitest'
import { entryOf, shortHash, type Release } from '../../data/model/release.ts'
import { filesOf } from '../../web/pages/site.ts'
import { FORMATS } from '../../worker/formats/index.ts'
import { ask, askWith, said } from './ask.ts'
import { figuresRead, watchedKv } from './kv.ts'
import { entryFor, figureOf, pinned, publishBuild, publishRelease, RELEASE, withEntry } from './published.ts'

const UNLISTED = '0123456789abcdef'

describe('versions', () => {
  beforeAll(publishBuild)

  test.each(['', '.html', '.svg', '.json', '.csv'])('the present version%s is served as the live one', async (extension) => {
    const answer = await ask(pinned('screening') + extension)
    expect(answer.status).toBe(200)
  })

  const nowhere = [
    `/figures/screening@${UNLISTED}`, `/figures/screening@${UNLISTED}.csv`, `/ja/figures/screening@${UNLISTED}.svg`,
    `/embed/screening@${UNLISTED}`, `/figures/screening@${shortHash(entryFor('seeing-risk').hash)}`,
  ]
  test.each(nowhere)('%s is 404, and KV is not asked for it', async (path) => {
    const { kv, reads } = watchedKv()
    const answer = await askWith({ FIGURES: kv }, path)
    expect(said(answer, 'Cache-Control')).toEqual({ status: 404, 'Cache-Control': 'no-store' })
    expect(reads.map(({ key }) => key.split(':')[0])).toEqual(['current', 'release'])
  })

  test('the 404 names the versions there are', async () => {
    const answer = await ask(`/figures/screening@${UNLISTED}.json`)
    expect(await answer.json()).toMatchObject({
      status: 404, name: 'screening', given: UNLISTED, allowed: [shortHash(entryFor('screening').hash)],
    })
  })
})

describe('an older version', () => {
  const present = figureOf('fdi-inflows-gdp')
  const old = { ...present, charts: ['columns'], rows: present.rows.slice(0, 30) }
  const first = { date: '2020-01-01', kind: 'first', note: { en: 'a', ja: 'a' } } as const
  const bindings = async () => {
    const entry = await entryOf('figure', old)
    const { hash, history } = entryFor('fdi-inflows-gdp')
    const listed = [{ ...first, hash: entry.hash }, ...history]
    await publishRelease(withEntry('fdi-inflows-gdp', { hash, history: listed }), [entry])
    return { version: shortHash(entry.hash), watched: watchedKv() }
  }

  test('has its own rows and says which version it is', async () => {
    const { version, watched: { kv } } = await bindings()
    const answer = await askWith({ FIGURES: kv }, `/figures/fdi-inflows-gdp@${version}.json`)
    const body = await answer.json<{ version: string, rows: [] }>()
    expect([body.version, body.rows.length]).toEqual([version, 30])
  })

  test('has its own codes, years and charts', async () => {
    const { version, watched: { kv, reads } } = await bindings()
    const at = async (query: string) =>
      (await askWith({ FIGURES: kv }, `/figures/fdi-inflows-gdp@${version}.svg?${query}`)).status
    const [row] = old.rows
    const missing = entryFor('fdi-inflows-gdp').codes.find((code) => !old.rows.some(({ series }) => series === code))
    expect(await at(`select=${row?.series}`)).toBe(200)
    expect(await at(`select=${missing}`)).toBe(400)
    expect(await at('chart=lines')).toBe(400)
    expect(figuresRead(reads).every((key) => key.startsWith(`figure:${version}`))).toBe(true)
  })
})

describe('a version in fewer languages, or of another shape, than the present one', () => {
  const ID = 'fdi-inflows-gdp'
  const [first, later] = [{ date: '2020-01-01', kind: 'first', note: { en: 'a' } }, { date: '2027-01-01', kind: 'correction', note: { en: 'b' } }] as const
  const english = { ...figureOf(ID), lang: ['en'] }
  const statuses = async (version: string, extensions: readonly string[]) => Promise.all(extensions.map(async (extension) =>
    (await askWith({ FIGURES: watchedKv().kv }, `/ja/figures/${ID}@${version}${extension}`)).status))
  const ALL = ['', '.html', '.json', '.csv', '.svg', '.txt', '.linkset.json', '.datapackage.json', '.jsonstat.json', '.csv?download']

  test('an older one that is in English only is a 404 in Japanese, which leads to it', async () => {
    const entry = await entryOf('figure', english)
    const { hash } = entryFor(ID)
    await publishRelease(withEntry(ID, { history: [{ ...first, hash: entry.hash, lang: ['en'], shape: 'series' }, { ...later, hash }] }), [entry])
    expect(await statuses(shortHash(entry.hash), ALL)).toEqual(ALL.map(() => 404))
    const answer = await askWith({ FIGURES: watchedKv().kv }, `/ja/figures/${ID}@${shortHash(entry.hash)}.json`)
    expect(await answer.json()).toMatchObject({ link: `/figures/${ID}@${shortHash(entry.hash)}.json` })
  })

  test('an older one that was in Japanese stays, with all its files', async () => {
    const entry = await entryOf('figure', english)
    const { hash, lang, shape } = entryFor(ID)
    await publishRelease(withEntry(ID, {
      hash: entry.hash, lang: ['en'], shape: 'events', measure: { en: 'b' }, title: { en: 'b' }, history: [{ ...first, hash, lang, shape }, { ...later, hash: entry.hash }],
    }), [entry])
    expect(await statuses(shortHash(hash), ALL)).toEqual(ALL.map(() => 200))
    expect(await statuses(shortHash(entry.hash), ['', '.json'])).toEqual([404, 404])
  })
})

describe('names that are gone', () => {
  const release: Release = {
    ...RELEASE,
    formerly: { 'old-name': 'screening' },
    withdrawn: { gone: { en: 'its source was retracted', ja: '出典が撤回された' }, 'gone-en': { en: 'retracted' } },
    figures: RELEASE.figures.map((entry) => (entry.id === 'seeing-risk' ? { ...entry, lang: ['en'] } : entry)),
  }
  const at = async (path: string, headers: Record<string, string> = {}) => {
    await publishRelease(release)
    return askWith({ FIGURES: watchedKv().kv }, path, { headers })
  }

  test.each([
    ['/figures/old-name', '/figures/screening'],
    ['/ja/figures/old-name.csv?select=screening&download', '/ja/figures/screening.csv?select=screening&download'],
    [`/figures/old-name@${UNLISTED}.svg`, `/figures/screening@${UNLISTED}.svg`],
    ['/embed/old-name?theme=dark', '/embed/screening?theme=dark'],
  ])('%s moved to %s', async (path, target) => {
    expect(said(await at(path), 'Location')).toEqual({ status: 301, Location: target })
  })

  test.each([
    ['/figures/gone.json', 'its source was retracted'], ['/ja/figures/gone.svg', '出典が撤回された'],
    ['/figures/gone', 'its source was retracted'],
    [`/embed/gone@${UNLISTED}`, 'its source was retracted'], ['/ja/figures/gone-en', 'retracted'],
  ])('%s is 410 with the reason', async (path, reason) => {
    const answer = await at(path)
    expect(said(answer, 'Cache-Control')).toEqual({ status: 410, 'Cache-Control': 'no-store' })
    expect(await answer.text()).toContain(reason)
  })

  test('a figure in English only is a 404 page in Japanese, with a link', async () => {
    const answer = await at('/ja/figures/seeing-risk')
    expect(answer.status).toBe(404)
    const page = await answer.text()
    expect(page).toContain('href="/figures/seeing-risk"')
    expect(page).toContain('lang="ja"')
  })

  test('and is not in the Japanese catalogue', async () => {
    const ids = async (path: string) => {
      const { figures } = await (await at(path)).json<{ figures: { id: string }[] }>()
      return figures.map(({ id }) => id)
    }
    expect(await ids('/figures.json')).toContain('seeing-risk')
    expect(await ids('/ja/figures.json')).not.toContain('seeing-risk')
  })

  test.each(['constructor', '__proto__', 'to-string', 'hasownproperty'])('%s is no figure', async (id) => {
    expect((await at(`/figures/${id}.json`)).status).toBe(404)
  })
})

describe('one spelling', () => {
  beforeAll(publishBuild)

  test.each([
    ['/figures/', 301, '/figures'], ['/ja/', 301, '/ja'],
    ['/figures/screening/?theme=dark', 301, '/figures/screening?theme=dark'],
    ['/figures/fdi-inflows-gdp?select=VNM&select=THA&from=2010', 303, '/figures/fdi-inflows-gdp?select=VNM~THA&time=2010..'],
    ['/ja/figures?q=', 303, '/ja/figures'],
    ['/embed/fdi-inflows-gdp?from=&to=2012&chart=', 303, '/embed/fdi-inflows-gdp?time=..2012'],
  ])('%s → %i %s', async (path, status, target) => {
    expect(said(await ask(path), 'Location')).toEqual({ status, Location: target })
  })

  const away = ['//example.org/', '//example.org', '/figures//screening/', '///', '/%5c%5cexample.org/']
  test.each(away)('%s leads nowhere else', async (path) => {
    const answer = await ask(path)
    const target = new URL(answer.headers.get('Location') ?? '/', 'http://localhost' + path.replace(/^\/+/, '/'))
    expect(target.host).toBe('localhost')
    expect([301, 404]).toContain(answer.status)
  })
})

describe('400', () => {
  beforeAll(publishBuild)

  const refused: [path: string, name: string][] = [
    ['/figures/fdi-inflows-gdp.svg?chart=pie', 'chart'], ['/figures/fdi-inflows-gdp.svg?chart=headline', 'chart'],
    ['/figures/timeline?select=japan~atlantis', 'select'], ['/figures/timeline.csv?select=tax', 'select'], ['/ja/embed/timeline?select=NOBODY', 'select'],
    ['/figures/fdi-inflows-gdp.svg?select=XXX', 'select'], ['/figures/fdi-inflows-gdp.csv?select=VNM~XXX', 'select'],
    ['/figures/fdi-inflows-gdp.json?time=1999', 'time'], ['/figures/fdi-inflows-gdp.json?time=2024..2010', 'time'],
    ['/figures/screening.json?time=latest', 'time'], ['/figures/screening.svg?theme=blue', 'theme'],
    ['/figures/screening.svg?size=huge', 'size'], ['/figures/screening.svg?scale=3', 'scale'],
    ['/figures/screening.csv?scale=1', 'scale'], ['/figures/screening.csv?theme=dark', 'theme'],
    ['/figures/screening.json?chart=headline', 'chart'], ['/figures/screening.html?size=card', 'size'],
    ['/figures/screening?scale=2', 'scale'], ['/figures/screening?download', 'download'], ['/embed/screening?size=card', 'size'],
    ['/embed/screening?download', 'download'], ['/?chart=lines', 'chart'], ['/sources?q=x', 'q'],
    ['/figures?select=VNM', 'select'], ['/figures.json?theme=dark', 'theme'],
    ['/figures/screening.csv?download=maybe', 'download'],
    ['/figures/screening.csv?q=x', 'q'],
  ]
  test.each(refused)('%s names %s', async (path, name) => {
    const answer = await ask(path, { headers: { Accept: 'application/json' } })
    // /figures/<id> with this Accept is JSON, where neither scale nor size means anything.
    expect(said(answer, 'Cache-Control')).toEqual({ status: 400, 'Cache-Control': 'no-store' })
    if (answer.headers.get('Content-Type') === 'application/problem+json') {
      const problem = await answer.json<{ name: string, given: string, allowed: string[] }>()
      expect(problem.name).toBe(name)
      expect(problem.given).toEqual(expect.any(String))
      expect(problem.allowed).toEqual(expect.any(Array))
    } else {
      expect(await answer.text()).toContain(name)
    }
  })

  test('unknown parameters change nothing', async () => {
    const plain = await ask('/figures/screening.json')
    const more = await ask('/figures/screening.json?utm_source=a&Select=XXX&page=2')
    expect(await more.text()).toBe(await plain.text())
  })

  test('the media type of a problem is the one that was asked for', async () => {
    const typeOf = async (path: string, accept?: string) =>
      (await ask(path, { headers: accept ? { Accept: accept } : {} })).headers.get('Content-Type')?.split(';')[0]
    expect(await typeOf('/figures/nope.svg')).toBe('image/svg+xml')
    expect(await typeOf('/figures/nope.csv')).toBe('application/problem+json')
    expect(await typeOf('/figures/nope.json', 'text/html')).toBe('application/problem+json')
    expect(await typeOf('/figures/nope')).toBe('text/html')
    expect(await typeOf('/figures/nope', 'image/*')).toBe('image/svg+xml')
    expect(await typeOf('/figures/nope', 'application/json')).toBe('application/problem+json')
    expect(await typeOf('/nope', 'application/problem+json')).toBe('application/problem+json')
    expect(await typeOf('/figures/screening.pdf', 'text/html')).toBe('text/html')
    expect(await typeOf('/figures/screening.webp', 'image/avif,image/*')).toBe('image/svg+xml')
    expect(await typeOf('/figures.json?theme=dark')).toBe('application/problem+json')
  })

  test('an extension that does not exist is 404 with those that do', async () => {
    const answer = await ask('/figures/screening.pdf', { headers: { Accept: 'application/json' } })
    expect(await answer.json()).toMatchObject({ status: 404, given: 'pdf', allowed: filesOf({ formats: FORMATS }, 'claim').map(({ extension }) => extension) })
  })

  test('the problem is in the language of the address', async () => {
    expect((await (await ask('/ja/figures/nope.json')).json<{ title: string }>()).title).toBe('図表が見つかりません')
  })
})
