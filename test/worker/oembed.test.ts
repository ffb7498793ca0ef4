/** oEmbed by the letter of its specification, over whatever is asked for: addresses, widths, heights, formats, and hostile URLs. */
import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { shortHash } from '../../data/model/release.ts'
import { frameHeight } from '../../web/view/frame.ts'
import { DEFAULT_VIEW } from '../../web/address.ts'
import type { Env } from '../../worker/env.ts'
import { ask, askWith, ORIGIN, said } from './ask.ts'
import { watchedKv } from './kv.ts'
import { entryFor, figureOf, publishBuild, publishRelease, RELEASE, withEntry } from './published.ts'

beforeAll(publishBuild)

type Answer = Readonly<Record<string, string | number>>

const pathTo = (url: string, more: Readonly<Record<string, string | number>> = {}): string =>
  `/oembed?${new URLSearchParams({ url, ...Object.fromEntries(Object.entries(more).map(([name, value]) => [name, String(value)])) })}`

async function answer(url: string, more: Readonly<Record<string, string | number>> = {}): Promise<Answer> {
  const response = await ask(pathTo(url, more))
  expect(response.status, url).toBe(200)
  return response.json()
}

/** The attributes of a frame, read by a parser of HTML. */
function frameIn(html: string) {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  const [frame, ...others] = document.body.children
  expect([frame?.tagName, others.length]).toEqual(['IFRAME', 0])
  return Object.fromEntries([...(frame?.attributes ?? [])].map(({ name, value }) => [name, value]))
}

const ids = RELEASE.figures.map(({ id }) => id)

/** An address of a figure that there is: page or embed, of now or of its version, in a language, in some view. */
const someAddress = fc.record({
  id: fc.constantFrom(...ids), room: fc.constantFrom('figures', 'embed'), lang: fc.constantFrom('', '/ja'), isPinned: fc.boolean(),
  theme: fc.constantFrom(null, 'light', 'dark'), hasChart: fc.boolean(), hasCode: fc.boolean(),
}).map(({ id, room, lang, isPinned, theme, hasChart, hasCode }) => {
  const { charts, codes, hash } = entryFor(id)
  const version = isPinned ? `@${shortHash(hash)}` : ''
  const view = [
    hasChart && charts.length > 1 ? `chart=${charts.at(-1)}` : '', hasCode && codes.length > 1 ? `select=${codes.at(-1)}` : '', theme ? `theme=${theme}` : '',
  ].filter(Boolean).join('&')
  return { url: `${ORIGIN}${lang}/${room}/${id}${version}${view && `?${view}`}`, embed: `${ORIGIN}${lang}/embed/${id}${version}${view && `?${view}`}` }
})

const someLimit = fc.option(fc.integer({ min: 1, max: 2000 }), { nil: undefined })

const limits = (maxwidth: number | undefined, maxheight: number | undefined) =>
  ({ ...(maxwidth === undefined ? {} : { maxwidth }), ...(maxheight === undefined ? {} : { maxheight }) })

describe('an answer', () => {
  it('has what the specification asks for, within what the consumer allows', async () => {
    await fc.assert(fc.asyncProperty(someAddress, someLimit, someLimit, async ({ url, embed }, maxwidth, maxheight) => {
      const said = await answer(url, limits(maxwidth, maxheight))
      expect(said).toMatchObject({ type: 'rich', version: '1.0', provider_name: 'Supply Lines', provider_url: ORIGIN })
      const [width, height] = [Number(said['width']), Number(said['height'])]
      expect([width, height].every((size) => Number.isInteger(size) && size > 0)).toBe(true)
      expect(width).toBeLessThanOrEqual(maxwidth ?? Infinity)
      expect(height).toBeLessThanOrEqual(maxheight ?? Infinity)
      expect(String(said['title'])).not.toMatch(/[<>]|&\w+;/)
      expect(frameIn(String(said['html']))).toEqual({ src: embed, width: String(width), height: String(height), title: said['title'], frameborder: '0' })
      const thumbnail = ['thumbnail_url', 'thumbnail_width', 'thumbnail_height'].filter((name) => name in said)
      expect([0, 3]).toContain(thumbnail.length)
      expect(Number(said['thumbnail_width'] ?? 0)).toBeLessThanOrEqual(maxwidth ?? Infinity)
      expect(Number(said['thumbnail_height'] ?? 0)).toBeLessThanOrEqual(maxheight ?? Infinity)
    }), { numRuns: 60 })
  })

  it('says in XML what it says in JSON', async () => {
    await fc.assert(fc.asyncProperty(someAddress, someLimit, async ({ url }, maxwidth) => {
      const json = await answer(url, { ...limits(maxwidth, undefined), format: 'json' })
      const response = await ask(pathTo(url, { ...limits(maxwidth, undefined), format: 'xml' }))
      expect(said(response, 'Content-Type')).toEqual({ status: 200, 'Content-Type': 'text/xml; charset=utf-8' })
      const text = await response.text()
      expect(text.startsWith('<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>')).toBe(true)
      const fields = [...text.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name = '', value = '']) =>
        [name, value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')] as const)
      expect(Object.fromEntries(fields)).toEqual(Object.fromEntries(Object.entries(json).map(([name, value]) => [name, String(value)])))
    }), { numRuns: 20 })
  })

  it('is as high as the drawing at its width makes it', async () => {
    const heights = new Set<unknown>()
    for (const maxwidth of [280, 320, 480, 600, 700]) {
      const { height, width } = await answer(`${ORIGIN}/figures/fdi-inflows-gdp`, { maxwidth })
      expect([width, height]).toEqual([maxwidth, frameHeight(figureOf('fdi-inflows-gdp'), DEFAULT_VIEW, 'en', maxwidth)])
      heights.add(height)
    }
    expect(heights.size).toBeGreaterThan(2)
    expect(await answer(`${ORIGIN}/figures/fdi-inflows-gdp`, { maxwidth: 5000 })).toMatchObject({ width: 768 })
  })

  it('keeps its address over ETag, HEAD, methods and other people’s scripts', async () => {
    const path = pathTo(`${ORIGIN}/ja/figures/screening`)
    const first = await ask(path)
    expect(said(first, 'Content-Type', 'Access-Control-Allow-Origin')).toEqual({ status: 200, 'Content-Type': 'application/json; charset=utf-8', 'Access-Control-Allow-Origin': '*' })
    expect((await ask(path, { headers: { 'If-None-Match': first.headers.get('ETag') ?? '' } })).status).toBe(304)
    expect((await ask(path, { method: 'HEAD' })).status).toBe(200)
    expect((await ask(path, { method: 'POST' })).status).toBe(405)
    expect((await ask(path, { method: 'OPTIONS' })).status).toBe(204)
  })

  it('has a picture of the view, which is there', async () => {
    const { thumbnail_url: url } = await answer(`${ORIGIN}/figures/fdi-inflows-gdp?select=VNM~THA`)
    expect(url).toBe(`${ORIGIN}/figures/fdi-inflows-gdp.png?select=THA~VNM&size=social`)
    expect(said(await ask(String(url).slice(ORIGIN.length)), 'Content-Type')).toEqual({ status: 200, 'Content-Type': 'image/png' })
  })
})

/** Width and height in the head of a PNG, W3C PNG §11.2.1, of what an address leads to; null where that is no PNG. */
async function pixelsAt(url: string, bindings: Partial<Env>): Promise<readonly [number, number] | null> {
  const found = await askWith(bindings, url.slice(ORIGIN.length))
  const { status, headers } = found
  if (status === 302) return pixelsAt(ORIGIN + (headers.get('Location') ?? ''), bindings)
  if (headers.get('Content-Type') !== 'image/png') return null
  const view = new DataView(await found.arrayBuffer())
  return [view.getUint32(16), view.getUint32(20)]
}

describe('a thumbnail', () => {
  const some = ['', '?select=VNM', '?chart=ranking', '?time=latest', '?theme=dark'].flatMap((query) => [600, 800, 1000, 1300].map((maxwidth) => ({ query, maxwidth })))
  test.each(some)('of $query in $maxwidth pixels is as large as it says, also where nothing is drawn at the edge', async ({ query, maxwidth }) => {
    const seen: string[] = []
    for (const EDGE_PNG of ['off', 'on']) {
      const response = await askWith({ EDGE_PNG }, pathTo(`${ORIGIN}/figures/fdi-inflows-gdp${query}`, { maxwidth }))
      const { thumbnail_url: url, thumbnail_width: width, thumbnail_height: height } = await response.json<Answer>()
      if (url === undefined) continue
      seen.push(EDGE_PNG)
      expect(await pixelsAt(String(url), { EDGE_PNG })).toEqual([width, height])
    }
    const isMade = maxwidth >= 1200 || (maxwidth >= 780 && !/select|chart|time/.test(query))
    expect(seen).toEqual(isMade ? ['off', 'on'] : ['on'])
  })
})

describe('an older version', () => {
  const { hash, history } = entryFor('fdi-inflows-gdp')
  const older = entryFor('screening').hash
  const correction = { hash, date: '2027-01-04', kind: 'correction', note: { en: 'One value had lost a digit.', ja: '桁が欠けていた。' } } as const
  const KV = { FIGURES: watchedKv().kv }
  async function publishOlder(): Promise<void> {
    const [first] = history
    if (!first) throw new Error('a figure has a version')
    await publishRelease(withEntry('fdi-inflows-gdp', { history: [{ ...first, hash: older }, correction] }))
  }
  beforeAll(publishOlder)
  afterAll(publishBuild)

  it('has another tag than before it was one', async () => {
    const tag = async (kv: KVNamespace) => (await askWith({ FIGURES: kv }, pathTo(`${ORIGIN}/figures/fdi-inflows-gdp@${shortHash(hash)}`))).headers.get('ETag')
    const after = await tag(watchedKv().kv)
    await publishBuild()
    expect(await tag(watchedKv().kv)).not.toBe(after)
    await publishOlder()
  })

  const asked = async (version: string): Promise<Answer> =>
    (await askWith(KV, pathTo(`${ORIGIN}/figures/fdi-inflows-gdp${version}`))).json<Answer>()

  it('has no thumbnail, since it is not sent in pixels', async () => {
    expect(Object.keys(await asked(`@${shortHash(older)}`)).filter((name) => name.startsWith('thumbnail'))).toEqual([])
    expect(Object.keys(await asked(`@${shortHash(hash)}`)).filter((name) => name.startsWith('thumbnail')).length).toBe(3)
    const page = await (await askWith(KV, `/figures/fdi-inflows-gdp@${shortHash(older)}`, { headers: { Accept: 'text/html' } })).text()
    expect(page).toContain('Corrected since, on 4 January 2027.')
    expect(page).not.toContain('og:image')
  })

  it('has a frame with room for what is said of it', async () => {
    const plain = frameHeight(figureOf('screening'), DEFAULT_VIEW, 'en', 600)
    expect((await asked(`@${shortHash(older)}`))['height']).toBeGreaterThan(plain + 30)
  })
})

it('of the page with what to paste is that of the figure', async () => {
  const [own, page] = [await answer(`${ORIGIN}/ja/figures/screening/embed?theme=dark`), await answer(`${ORIGIN}/ja/figures/screening?theme=dark`)]
  expect(own).toEqual(page)
})

describe('refusals', () => {
  const figure = `${ORIGIN}/figures/screening`
  test.each([
    'https://evil.example/figures/screening', `${ORIGIN}.evil.example/figures/screening`, 'javascript:alert(1)', 'data:text/html,x', '/figures/screening',
    '//localhost/figures/screening', 'http://user@localhost/figures/screening', 'http://user:pass@localhost/figures/screening',
    'http://localhost:8080/figures/screening', 'https://localhost/figures/screening', `${ORIGIN}/figures%2Fscreening`, `${ORIGIN}/figures/..%2Fscreening`,
    `${ORIGIN}\\figures\\screening`, `${ORIGIN}/figures/screening%5C`, `${ORIGIN}/figures/nope`, `${figure}@0123456789abcdef`, `${figure}.csv`, `${figure}.png`,
    `${ORIGIN}/`, ORIGIN, `${ORIGIN}/figures`, `${figure}?chart=pie`, `${figure}?select=NOPE`, `${figure}?size=social`, `${ORIGIN}/figures/screening\n`, 'x',
    `${ORIGIN}/oembed?url=${figure}`, `${ORIGIN}/figures/"><script>alert(1)</script>`,
  ])('%s is none of ours to show', async (url) => {
    for (const format of ['json', 'xml']) {
      const response = await ask(pathTo(url, { format }))
      expect(said(response, 'Content-Type')).toEqual({ status: 404, 'Content-Type': 'application/problem+json' })
    }
  })

  it('never shows anything but ours', async () => {
    const pieces = fc.constantFrom('http://', 'https://', 'javascript:', 'localhost', 'evil.example', '@', ':', '/', '//', '\\', '%2f', '%00', '?', '#', '..', 'figures', 'screening', ' ', '\t', '<')
    await fc.assert(fc.asyncProperty(fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join('')), async (url) => {
      const response = await ask(pathTo(url))
      expect([200, 400, 404]).toContain(response.status)
      if (response.status !== 200) return
      const { html } = await response.json<Answer>()
      expect(frameIn(String(html))['src']).toMatch(/^http:\/\/localhost\/(ja\/)?embed\/[a-z0-9-]+(@[0-9a-f]{16})?(\?[\w=~.&-]*)?$/)
    }), { numRuns: 150 })
  })

  test.each(['yaml', 'html', 'JSON', 'constructor'])('format=%s is not there', async (format) => {
    expect((await ask(pathTo(figure, { format }))).status).toBe(501)
  })

  test.each(['0', '-1', '1.5', 'ten', '1e3', '9999999'])('maxwidth=%s is no width', async (maxwidth) => {
    expect((await ask(pathTo(figure, { maxwidth }))).status).toBe(400)
  })

  it('needs a url, and has no prefix', async () => {
    expect((await ask('/oembed')).status).toBe(400)
    expect((await ask(pathTo(figure).replace('/oembed', '/ja/oembed'))).status).toBe(404)
  })

  it('knows the site by its public address alone', async () => {
    const bindings = { PUBLIC_URL: 'https://supply-lines.example' }
    expect((await askWith(bindings, pathTo('https://supply-lines.example/figures/screening'))).status).toBe(200)
    expect((await askWith(bindings, pathTo(figure))).status).toBe(404)
  })
})

describe('discovery', () => {
  test.each(['/figures/screening', '/ja/figures/fdi-inflows-gdp?select=VNM&theme=dark', '/embed/who-was-asked'])('%s names both formats, in its head and in a header', async (path) => {
    const response = await ask(path, { headers: { Accept: 'text/html' } })
    const [html, header] = [await response.text(), response.headers.get('Link') ?? '']
    for (const [type, format] of [['application/json+oembed', 'json'], ['text/xml+oembed', 'xml']]) {
      const href = `${ORIGIN}/oembed?format=${format}&url=${encodeURIComponent(ORIGIN + path)}`
      expect(header).toContain(`<${href}>; rel="alternate"; type="${type}"`)
      expect(html).toContain(`<link rel="alternate" type="${type}" href="${href.replaceAll('&', '&amp;')}"`)
      expect((await ask(href.slice(ORIGIN.length))).status).toBe(200)
    }
  })

  it('is not said of files', async () => {
    expect((await ask('/figures/screening.svg')).headers.get('Link') ?? '').not.toContain('oembed')
  })
})
