/** Files of data as they are sent: digests, what describes them, the mark for Excel, and what is asked of them in vain. */
import { parseHTML } from 'linkedom'
import { beforeAll, describe, expect, test } from 'vitest'
import { entryOf } from '../../data/model/release.ts'
import { FORMATS } from '../../worker/formats/index.ts'
import { ask, askWith, said } from './ask.ts'
import { watchedKv } from './kv.ts'
import { figureOf, pinned, publishBuild, publishRelease, RELEASE, withEntry } from './published.ts'

beforeAll(publishBuild)

const DIGESTED = ['csv', 'ndjson', 'bib', 'ris', 'parquet', 'zip', 'xlsx']
const COMPRESSED = ['json', 'metadata.json', 'csv-metadata.json', 'datapackage.json', 'jsonstat.json', 'csl.json', 'txt', 'html', 'svg', 'linkset.json']

async function digestOf(answer: Response): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await answer.arrayBuffer()))
  return `sha-256=:${btoa(String.fromCharCode(...bytes))}:`
}

describe('Repr-Digest', () => {
  test.each(DIGESTED)('%s: of the bytes that are sent, on GET and HEAD alike', async (extension) => {
    for (const path of [`/figures/screening.${extension}`, `/ja${pinned('fdi-inflows-gdp')}.${extension}?download`]) {
      const [get, head] = await Promise.all([ask(path), ask(path, { method: 'HEAD' })])
      const given = get.headers.get('Repr-Digest')
      expect(head.headers.get('Repr-Digest')).toBe(given)
      expect(await digestOf(get)).toBe(given)
    }
  })

  test('is of the selection, where one is sent', async () => {
    const [whole, part] = await Promise.all(['', '?select=VNM'].map((query) => ask(`/figures/fdi-inflows-gdp.csv${query}`)))
    expect(part?.headers.get('Repr-Digest')).not.toBe(whole?.headers.get('Repr-Digest'))
    expect(part && await digestOf(part)).toBe(part?.headers.get('Repr-Digest'))
  })

  test.each(COMPRESSED)('%s has none: compressed on the way, it is another representation', async (extension) => {
    expect(said(await ask(`/figures/screening.${extension}`), 'Repr-Digest')).toEqual({ status: 200, 'Repr-Digest': null })
  })

  test('a 304 and a problem have none', async () => {
    expect((await ask('/figures/screening.csv', { headers: { 'If-None-Match': '*' } })).headers.get('Repr-Digest')).toBeNull()
    expect((await ask('/figures/nope.csv')).headers.get('Repr-Digest')).toBeNull()
  })
})

describe('Link', () => {
  test.each(['', '/ja'])('of a CSV leads to what describes its columns (%s)', async (prefix) => {
    for (const path of [`${prefix}/figures/screening`, `${prefix}${pinned('screening')}`]) {
      const link = (await ask(`${path}.csv`)).headers.get('Link') ?? ''
      expect(link).toContain(`<http://localhost${path}.csv-metadata.json>; rel="describedby"; type="application/csvm+json"`)
      const described = await ask(`${path}.csv-metadata.json`)
      expect(said(described, 'Content-Type')).toEqual({ status: 200, 'Content-Type': 'application/csvm+json' })
      expect(await described.json()).toMatchObject({ url: `http://localhost${path}.csv` })
    }
  })

  test('is left out where the CSV is another than the one described', async () => {
    expect((await ask('/figures/fdi-inflows-gdp.csv?select=VNM')).headers.get('Link')).not.toContain('describedby')
  })
})

describe('bom', () => {
  test('puts the mark before the CSV, with a tag of its own', async () => {
    const [plain, marked] = await Promise.all(['?download', '?download&bom'].map((query) => ask(`/ja/figures/screening.csv${query}`)))
    expect(marked?.headers.get('ETag')).not.toBe(plain?.headers.get('ETag'))
    const bytes = new Uint8Array(await marked?.arrayBuffer() ?? [])
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes)).toBe(await plain?.text())
    expect(marked?.headers.get('Content-Disposition')).toContain('screening.ja.csv')
  })

  test.each([['', 'CSV for Excel'], ['/ja', 'CSV(Excel用)']])('is a link among the files of a figure’s page, of what is shown there (%s)', async (prefix, name) => {
    for (const [path, query, wanted] of [['/figures/screening', '', '?'], [pinned('fdi-inflows-gdp'), '?select=VNM&time=2010..2024&theme=dark', '?select=VNM&time=2010..2024&']] as const) {
      const { document } = parseHTML(await (await ask(`${prefix}${path}${query}`)).text())
      const link = [...document.querySelectorAll('nav.files a')].find(({ textContent }) => textContent === name)?.getAttribute('href')
      expect(link).toBe(`${prefix}${path}.csv${wanted}download&bom`)
      const answer = await ask(link ?? '')
      expect(said(answer, 'Content-Disposition')).toEqual({ status: 200, 'Content-Disposition': expect.stringMatching(/^attachment/) })
      expect([...new Uint8Array(await answer.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    }
  })

  test.each(['json', 'ndjson', 'svg', 'html'])('means nothing for %s', async (extension) => {
    const answer = await ask(`/figures/screening.${extension}?bom`, { headers: { Accept: 'application/json' } })
    expect(answer.status).toBe(400)
  })

  test('takes no value', async () => {
    expect(await (await ask('/figures/screening.csv?bom=2')).json()).toMatchObject({ status: 400, name: 'bom', given: '2', allowed: ['bom'] })
    expect((await ask('/figures/screening.csv?bom=1')).status).toBe(200)
  })
})

describe('a selection', () => {
  const whole = FORMATS.filter(({ kind, params }) => kind === 'data' && !params.includes('select')).map(({ extension }) => extension)

  test.each(whole)('of %s is refused, and the formats that can be had of one are named', async (extension) => {
    const answer = await ask(`/figures/fdi-inflows-gdp.${extension}?select=VNM&time=2010..2012`)
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({
      status: 400, type: 'urn:problem-type:supply-lines:whole-only', name: 'select', given: 'VNM', allowed: ['csv', 'json', 'ndjson'],
      link: '/figures/fdi-inflows-gdp.csv?select=VNM&time=2010..2012',
    })
  })

  test('says so in Japanese too', async () => {
    const { detail } = await (await ask('/ja/figures/fdi-inflows-gdp.bib?time=2012')).json<{ detail: string }>()
    expect(detail).toMatch(/^この形式では.*csv/)
  })
})

test('a format for numbers is not there for a figure without any', async () => {
  const events = await entryOf('figure', { ...figureOf('screening'), shape: 'events', charts: [] })
  await publishRelease(withEntry('screening', { hash: events.hash, shape: 'events', charts: [] }), [events])
  const [{ kv }, path] = [watchedKv(), '/figures/screening']
  const asked = async (extension: string) => (await askWith({ FIGURES: kv }, `${path}.${extension}`)).json<Record<string, Record<string, string>>>()
  expect(await asked('jsonstat.json')).toMatchObject({ status: 404, given: 'jsonstat.json', allowed: expect.not.arrayContaining(['jsonstat.json']) })
  const links = Object.keys((await asked('json'))['links'] ?? {})
  expect(links).toContain('csv')
  expect(links).not.toContain('jsonstat.json')
  await publishBuild()
  expect((await ask('/figures/screening.jsonstat.json')).status).toBe(200)
})

test('media types', async () => {
  const types = await Promise.all(FORMATS.map(async ({ extension }) => [extension, (await ask(`/ja/figures/screening.${extension}`)).headers.get('Content-Type')]))
  expect(Object.fromEntries(types)).toMatchObject({
    ndjson: 'application/x-ndjson; charset=utf-8', 'jsonstat.json': 'application/json; charset=utf-8', 'csv-metadata.json': 'application/csvm+json',
    'datapackage.json': 'application/vnd.datapackage+json', bib: 'application/x-bibtex; charset=utf-8', ris: 'application/x-research-info-systems; charset=utf-8',
    'csl.json': 'application/vnd.citationstyles.csl+json', txt: 'text/plain; charset=utf-8',
    parquet: 'application/vnd.apache.parquet', zip: 'application/zip', 'linkset.json': 'application/linkset+json',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
})

describe('a workbook', () => {
  test('is sent as it was made, and its weight is in the catalogue', async () => {
    const { figures } = await (await ask('/ja/figures.json')).json<{ figures: { id: string, files: Record<string, { sha256: string, bytes: number }> }[] }>()
    const bytes = await (await ask('/ja/figures/screening.xlsx')).arrayBuffer()
    const hex = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    expect(figures.find(({ id }) => id === 'screening')?.files['xlsx']).toEqual({ sha256: hex, bytes: bytes.byteLength })
    expect([...new Uint8Array(bytes).slice(0, 2)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PK')
  })

  test('of a version that has none is not there', async () => {
    const history = RELEASE.figures.flatMap(({ id, history: own }) => (id === 'screening' ? own : [])).map(({ files: _, ...version }) => version)
    await publishRelease(withEntry('screening', { history }))
    const { kv } = watchedKv()
    const get = (path: string, headers: Record<string, string> = {}) => askWith({ FIGURES: kv }, path, { headers })
    for (const path of ['/figures/screening.xlsx', `${pinned('screening')}.xlsx`]) {
      expect(await (await get(path)).json()).toMatchObject({ status: 404, given: 'xlsx', allowed: expect.not.arrayContaining(['xlsx']) })
      expect((await get(path, { 'If-None-Match': '*' })).status).toBe(404)
    }
    const next = await get('/figures/screening', { Accept: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/json;q=0.5' })
    expect([next.status, next.headers.get('Content-Type')]).toEqual([200, 'application/json; charset=utf-8'])
    const naming = ['', '.json', '.metadata.json', '.linkset.json', '.datapackage.json', '.html'].map(async (extension) => {
      const answer = await get(`/figures/screening${extension}`, { Accept: 'text/html' })
      return [extension, /screening[@\w]*\.xlsx/.test((answer.headers.get('Link') ?? '') + await answer.text())]
    })
    const found = await Promise.all(naming)
    const { figures } = await (await get('/figures.json')).json<{ figures: { id: string, links: Record<string, string> }[] }>()
    await publishBuild()
    expect(found.filter(([, isNamed]) => isNamed)).toEqual([])
    expect(figures.filter(({ links }) => links['xlsx'] === undefined).map(({ id }) => id)).toEqual(['screening'])
  })
})

test.each(['screening', 'who-was-asked', 'fdi-by-source', 'timeline', 'goods-child-forced-labour'])('every digest in the package of %s is of the file that is sent', async (id) => {
  for (const address of [`/figures/${id}`, `/ja${pinned(id)}`]) {
    const { resources } = await (await ask(`${address}.datapackage.json`)).json<{ resources: { path: string, hash?: string, bytes?: number }[] }>()
    expect(resources.length).toBeGreaterThan(12)
    for (const { path, hash, bytes } of resources) {
      const sent = await (await ask(new URL(path).pathname)).arrayBuffer()
      const hex = [...new Uint8Array(await crypto.subtle.digest('SHA-256', sent))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
      expect([path, hash, bytes]).toEqual(path.endsWith('.datapackage.json') ? [path, undefined, undefined] : [path, `sha256:${hex}`, sent.byteLength])
    }
  }
})

describe('files of the whole collection', () => {
  const TYPES: [path: string, type: string][] = [
    ['/datapackage.json', 'application/vnd.datapackage+json'], ['/release.zip', 'application/zip'], ['/figures.parquet', 'application/vnd.apache.parquet'],
    ['/ja/figures.parquet', 'application/vnd.apache.parquet'], ['/figures.ndjson', 'application/x-ndjson; charset=utf-8'], ['/ja/figures.ndjson', 'application/x-ndjson; charset=utf-8'],
  ]

  test.each(TYPES)('%s: %s, weighed by the release, shared with any script', async (path, type) => {
    const [get, head] = await Promise.all([ask(path), ask(path, { method: 'HEAD' })])
    const made = RELEASE.files?.[path.slice(1)]
    expect(said(get, 'Content-Type', 'Cache-Control', 'Access-Control-Allow-Origin')).toEqual({
      status: 200, 'Content-Type': type, 'Cache-Control': 'public, max-age=60, stale-while-revalidate=600', 'Access-Control-Allow-Origin': '*',
    })
    expect(head.headers.get('ETag')).toBe(get.headers.get('ETag'))
    expect((await ask(path, { headers: { 'If-None-Match': get.headers.get('ETag') ?? '' } })).status).toBe(304)
    expect((await ask(path, { method: 'OPTIONS' })).status).toBe(204)
    const digest = get.headers.get('Repr-Digest')
    const bytes = await get.arrayBuffer()
    expect(bytes.byteLength).toBe(made?.bytes)
    if (digest !== null) expect(await digestOf(new Response(bytes))).toBe(digest)
    expect(digest === null).toBe(path === '/datapackage.json')
  })

  test('is a Data Package whose tables lie where it says', async () => {
    const { resources } = await (await ask('/datapackage.json')).json<{ resources: { path: string, hash: string }[] }>()
    for (const { path, hash } of resources.slice(0, 4)) {
      const answer = await ask(new URL(path, 'http://localhost/datapackage.json').pathname)
      expect([path, answer.status, answer.headers.get('Cache-Control')]).toEqual([path, 200, 'public, max-age=31536000, immutable'])
      const hex = [...new Uint8Array(await crypto.subtle.digest('SHA-256', await answer.arrayBuffer()))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
      expect(hash).toBe(`sha256:${hex}`)
    }
  })

  test('has a name to be saved under, and no language that it is not made in', async () => {
    expect((await ask('/ja/figures.parquet?download')).headers.get('Content-Disposition')).toContain('filename="figures.ja.parquet"')
    for (const path of ['/ja/datapackage.json', '/ja/release.zip']) expect(await (await ask(path)).json()).toMatchObject({ status: 404 })
    expect(await (await ask('/figures.ndjson?time=2012')).json()).toMatchObject({ status: 400, name: 'time' })
  })
})
