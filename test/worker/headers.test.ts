/** Headers: what caches, other people's pages and browsers may do with each answer. */
import { beforeAll, describe, expect, test } from 'vitest'
import { attachment, safeName } from '../../worker/reply.ts'
import { ask, askWith, said } from './ask.ts'
import { watchedKv } from './kv.ts'
import { pinned, publishBuild, publishRelease, withEntry } from './published.ts'

beforeAll(publishBuild)

const LIVE = 'public, max-age=60, stale-while-revalidate=600'
const FOR_EVER = 'public, max-age=31536000, immutable'

const caching: [path: string, status: number, control: string, accept?: string][] = [
  ['/', 200, LIVE], ['/ja', 200, LIVE], ['/figures', 200, LIVE], ['/figures.json', 200, LIVE], ['/sources', 200, LIVE],
  ['/figures/screening', 200, LIVE], ['/figures/screening.html', 200, LIVE], ['/figures/screening.svg', 200, LIVE],
  ['/figures/screening.json', 200, LIVE], ['/figures/screening.csv', 200, LIVE], ['/embed/screening', 200, LIVE],
  [pinned('screening'), 200, LIVE], [`${pinned('screening')}.html`, 200, LIVE], [`${pinned('screening')}.svg`, 200, LIVE],
  [`${pinned('screening')}.json`, 200, FOR_EVER], [`${pinned('screening')}.csv`, 200, FOR_EVER],
  [`/ja${pinned('screening')}.csv?download`, 200, FOR_EVER], [pinned('screening').replace('figures', 'embed'), 200, LIVE],
  // A cache that does not know Vary would keep this for people who want the page.
  [pinned('screening'), 200, LIVE, 'application/json'],
  ['/figures/', 301, LIVE], ['/figures?q=', 303, LIVE], ['/healthz', 200, 'no-store'], ['/nope', 404, 'no-store'],
  ['/figures/nope.svg', 404, 'no-store'], ['/figures/screening.csv?scale=2', 400, 'no-store'],
]
test.each(caching)('%s: %i, %s', async (path, status, control, accept) => {
  const answer = await ask(path, { headers: accept ? { Accept: accept } : {} })
  expect(said(answer, 'Cache-Control')).toEqual({ status, 'Cache-Control': control })
})

const STEADY = ['/', '/figures', '/figures/screening.html', '/figures/screening.csv', '/embed/screening', '/sources']
test.each(STEADY)('%s does not vary', async (path) => {
  expect((await ask(path)).headers.get('Vary')).toBeNull()
})

const PAGE = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'"
const ALONE = "; frame-ancestors 'none'"
const DATA = "default-src 'none'; frame-ancestors 'none'"

describe('security', () => {
  test.each([
    ['/', PAGE + ALONE], ['/ja/figures', PAGE + ALONE], ['/figures/screening', PAGE + ALONE],
    ['/sources', PAGE + ALONE], ['/nope', PAGE + ALONE], ['/embed/screening', PAGE],
    ['/ja/embed/screening?theme=dark', PAGE],
    ['/figures/screening.json', DATA], ['/figures/screening.csv', DATA], ['/figures/nope.json', DATA],
  ])('%s: %s', async (path, policy) => {
    expect((await ask(path)).headers.get('Content-Security-Policy')).toBe(policy)
  })

  test('pages hold nothing that their policy forbids', async () => {
    for (const path of ['/', '/ja', '/figures', '/figures/fdi-inflows-gdp', '/embed/who-was-asked', '/article', '/sources', '/nope']) {
      // a block of data is no script: browsers do not run it, and the policy does not ask for it
      const page = (await (await ask(path)).text()).replace(/<script type="application\/(?:json" id="live|ld\+json)">[^<]*<\/script>/g, '')
      expect(page, path).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=|javascript:/i)
      const loaded = [...page.matchAll(/<(?:link rel="(?:stylesheet|icon|preload)"|script|img)[^>]*?(?:href|src)="([^"]*)"/g)]
      for (const [, source = ''] of loaded) expect(source).toMatch(/^(\/[^/]|data:)/)
    }
  })

  const pictures = ['/figures/screening.svg', '/ja/figures/fdi-inflows-gdp.svg', '/figures/nope.svg']
  test.each(pictures)('%s: its own styles and fonts only', async (path) => {
    const answer = await ask(path)
    const picture = await answer.text()
    const policy = answer.headers.get('Content-Security-Policy') ?? ''
    const styles = [...picture.matchAll(/<style>([^]*?)<\/style>/g)].map(([, text = '']) => text)
    const hashes = await Promise.all(styles.map(async (style) => {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
      return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`
    }))
    expect(styles.join('')).not.toContain('&')
    const carried = hashes.length ? `; style-src ${hashes.join(' ')}; font-src data:` : ''
    expect(policy).toBe(`default-src 'none'${carried}`)
    expect(picture).not.toMatch(/<script|\sstyle=|\son\w+=|<image|<foreignObject|href=/i)
  })

  const everywhere = [
    '/', '/figures/screening.svg', '/figures/screening.csv', '/healthz', '/nope', '/figures/', '/figures?q=', '/embed/screening',
  ]
  test.each(everywhere)('%s: nosniff, referrer policy, permissions policy', async (path) => {
    expect(said(await ask(path), 'X-Content-Type-Options', 'Referrer-Policy')).toMatchObject({
      'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'strict-origin-when-cross-origin',
    })
    expect((await ask(path)).headers.get('Permissions-Policy')).toContain('geolocation=()')
  })
})

describe('for other origins', () => {
  const shared: [path: string, cors: string | null, resource: string | null][] = [
    ['/figures/screening.json', '*', 'cross-origin'], ['/figures/screening.csv', '*', 'cross-origin'],
    ['/figures.json', '*', 'cross-origin'], ['/figures/nope.json', '*', 'cross-origin'],
    ['/figures/screening.svg', '*', 'cross-origin'], ['/figures/screening.png?size=social', '*', 'cross-origin'],
    // a script that follows an address has to be let by every answer on its way (Fetch, 4.4)
    ['/figures/screening.csv/', '*', 'cross-origin'], ['/figures/fdi-inflows-gdp.csv?select=VNM&select=THA', '*', 'cross-origin'], ['/embed/screening', null, 'cross-origin'],
    ['/', null, null], ['/figures/screening', null, null],
  ]
  test.each(shared)('%s: CORS %s, CORP %s', async (path, cors, resource) => {
    const answer = await ask(path, { headers: { Origin: 'https://example.org' } })
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(cors)
    expect(answer.headers.get('Cross-Origin-Resource-Policy')).toBe(resource)
    expect(answer.headers.get('Access-Control-Expose-Headers')?.includes('ETag') ?? false).toBe(cors !== null)
  })
})

describe('downloads', () => {
  test('a plain name and one in words', async () => {
    const named = async (path: string) => (await ask(path)).headers.get('Content-Disposition')
    expect(await named('/figures/screening.csv')).toBeNull()
    expect(await named('/figures/screening.csv?download'))
      .toMatch(/^attachment; filename="screening.csv"; filename\*=UTF-8''[\w%.-]+\.csv$/)
    const japanese = await named(`/ja${pinned('screening')}.json?download`)
    expect(japanese).toContain(`filename="${pinned('screening').slice(9)}.ja.json"`)
    const [, words = ''] = /filename\*=UTF-8''(.*)$/.exec(japanese ?? '') ?? []
    expect(decodeURIComponent(words)).toMatch(/\p{Script=Han}.*@[0-9a-f]{16}\.json$/u)
    expect(await named('/figures.json?download')).toContain('figures.json')
  })

  test('marks that RFC 8187 does not allow are escaped', () => {
    expect(attachment('a.csv', "é (x)*'!.csv")).toBe(`attachment; filename="a.csv"; filename*=UTF-8''%C3%A9%20%28x%29%2A%27!.csv`)
  })

  test.each([
    ['emoji', '😀'.repeat(90), '😀'.repeat(80)], ['emoji at the end', `${'a'.repeat(79)}😀😀`, `${'a'.repeat(79)}😀`],
    ['a rare kanji at the end', `${'a'.repeat(79)}𠮷野家`, `${'a'.repeat(79)}𠮷`],
  ])('a long name is cut between characters: %s', async (_, measure, name) => {
    expect(safeName(measure)).toBe(name)
    await publishRelease(withEntry('screening', { measure: { en: measure, ja: measure } }))
    const answer = await askWith({ FIGURES: watchedKv().kv }, '/figures/screening.csv?download')
    await publishBuild()
    expect(said(answer, 'Content-Disposition')).toEqual({ status: 200, 'Content-Disposition': `attachment; filename="screening.csv"; filename*=UTF-8''${encodeURIComponent(name)}.csv` })
  })
})

test('media types', async () => {
  const typeOf = async (path: string) => (await ask(path)).headers.get('Content-Type')
  expect(await typeOf('/figures/screening.csv')).toBe('text/csv; charset=utf-8; header=present')
  expect(await typeOf('/figures/screening.json')).toBe('application/json; charset=utf-8')
  expect(await typeOf('/figures/screening.svg')).toBe('image/svg+xml; charset=utf-8')
  expect(await typeOf('/figures/screening.html')).toBe('text/html; charset=utf-8')
  expect((await ask('/ja/figures/screening.svg')).headers.get('Content-Language')).toBe('ja')
})
