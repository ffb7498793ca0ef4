/** Sitemap, robots and the catalogue of the API: everything they name is there, and is what they say. */
import LinkHeader from 'http-link-header'
import { beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../web/words/index.ts'
import { ask, ORIGIN, said } from './ask.ts'
import { publishBuild, RELEASE } from './published.ts'

beforeAll(publishBuild)

type Entry = { readonly loc: string; readonly lastmod: string; readonly alternates: readonly (readonly [hreflang: string, href: string])[] }

/** The entries of a sitemap, read by the runtime's own parser of markup. */
async function sitemap(): Promise<readonly Entry[]> {
  const entries: { loc: string; lastmod: string; alternates: [string, string][] }[] = []
  const last = () => entries.at(-1) ?? { loc: '', lastmod: '', alternates: [] }
  await new HTMLRewriter()
    .on('url', { element: () => void entries.push({ loc: '', lastmod: '', alternates: [] }) })
    .on('loc', { text: ({ text }) => { last().loc += text } })
    .on('lastmod', { text: ({ text }) => { last().lastmod += text } })
    .on('xhtml\\:link', { element: (link) => void last().alternates.push([link.getAttribute('hreflang') ?? '', link.getAttribute('href') ?? '']) })
    .transform(await ask('/sitemap.xml')).text()
  return entries
}

describe('/sitemap.xml', () => {
  it('names every page that may be listed, in each language, and no other', async () => {
    const figures = RELEASE.figures.flatMap(({ id, lang }) => lang.map((one) => `${one === 'en' ? '' : `/${one}`}/figures/${id}`))
    const found = (await sitemap()).map(({ loc }) => loc.slice(ORIGIN.length))
    expect(found.filter((path) => /\/figures\//.test(path)).toSorted()).toEqual(figures.toSorted())
    expect(found).toEqual(expect.arrayContaining(['/', '/ja', '/figures', '/ja/figures', '/guide', '/ja/sources', '/article']))
    expect(new Set(found).size).toBe(found.length)
    expect(found.filter((path) => /@|\/embed|\?/.test(path))).toEqual([])
  })

  it('names addresses that are canonical, with the languages that their pages name, and dates', async () => {
    for (const { loc, lastmod, alternates } of await sitemap()) {
      const page = await ask(loc.slice(ORIGIN.length), { headers: { Accept: 'text/html' } })
      expect([loc, page.status]).toEqual([loc, 200])
      const html = await page.text()
      expect(html).toContain(`<link rel="canonical" href="${loc}"`)
      expect(html).not.toContain('noindex')
      const own = [...html.matchAll(/<link rel="alternate" hreflang="(\w+)" href="([^"]+)"/g)].map(([, lang = '', href = '']) => [lang, href])
      expect(alternates.filter(([lang]) => lang !== 'x-default')).toEqual(own)
      expect(alternates.find(([lang]) => lang === 'x-default')?.[1]).toBe(own[0]?.[1])
      expect(lastmod).toMatch(/^\d{4}-\d\d-\d\d$/)
      const id = /\/figures\/([^/]+)$/.exec(loc)?.[1]
      expect(lastmod).toBe(RELEASE.figures.find((entry) => entry.id === id)?.history.at(-1)?.date ?? RELEASE.date)
    }
  })
})

it('/robots.txt lets everything be read but the oEmbed answers, and names the sitemap', async () => {
  const answer = await ask('/robots.txt')
  expect(said(answer, 'Content-Type')).toEqual({ status: 200, 'Content-Type': 'text/plain; charset=utf-8' })
  const lines = (await answer.text()).split('\n').map((line) => line.replace(/#.*/, '').trim()).filter(Boolean).map((line) => line.split(/:\s*(.*)/).slice(0, 2))
  expect(lines).toEqual([['User-agent', '*'], ['Allow', '/'], ['Disallow', '/oembed?'], ['Sitemap', `${ORIGIN}/sitemap.xml`]])
})

describe('/.well-known/api-catalog', () => {
  it('names APIs that are there, and what describes each', async () => {
    const answer = await ask('/.well-known/api-catalog')
    expect(said(answer, 'Content-Type')).toEqual({ status: 200, 'Content-Type': 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"' })
    type Targets = readonly { readonly href: string; readonly type?: string; readonly hreflang?: readonly string[] }[]
    const { linkset: [own, ...apis] } = await answer.json<{ linkset: { anchor: string; item?: Targets; [rel: string]: string | Targets | undefined }[] }>()
    expect(own?.anchor).toBe(`${ORIGIN}/.well-known/api-catalog`)
    expect(own?.item?.map(({ href }) => href)).toEqual(apis.map(({ anchor }) => anchor))
    for (const { anchor, ...relations } of apis) {
      expect(Object.keys(relations)).toEqual(['service-desc', 'service-doc', 'service-meta', 'status'])
      expect(anchor.startsWith(ORIGIN)).toBe(true)
      for (const { href, type = '', hreflang } of Object.values(relations).flatMap((targets) => (typeof targets === 'object' ? targets : []))) {
        const found = await ask(href.slice(ORIGIN.length))
        expect([href, found.status, found.headers.get('Content-Type')?.split(';')[0]]).toEqual([href, 200, type])
        if (hreflang) expect(hreflang).toEqual([found.headers.get('Content-Language')])
        await found.body?.cancel()
      }
    }
  })

  it('is found from every page that shows no single figure, by a header', async () => {
    for (const path of ['/', '/ja', '/figures', '/guide', '/sources', '/article', '/.well-known/api-catalog']) {
      const { refs } = LinkHeader.parse((await ask(path)).headers.get('Link') ?? '')
      expect(refs.map(({ rel, uri }) => [rel, uri])).toEqual([['api-catalog', `${ORIGIN}/.well-known/api-catalog`], ['service-desc', `${ORIGIN}/openapi.json`]])
    }
  })
})

it('there is one of each for all languages, and none takes parameters', async () => {
  for (const file of ['robots.txt', 'sitemap.xml', '.well-known/api-catalog']) {
    for (const lang of LANGUAGES.slice(1)) expect((await ask(`/${lang}/${file}`)).status).toBe(404)
    expect((await ask(`/${file}?theme=dark`)).status).toBe(400)
    expect(said(await ask(`/${file}`, { method: 'OPTIONS' }), 'Allow')).toEqual({ status: 204, Allow: 'GET, HEAD, OPTIONS' })
    const first = await ask(`/${file}`)
    expect((await ask(`/${file}`, { headers: { 'If-None-Match': first.headers.get('ETag') ?? '' } })).status).toBe(304)
  }
})
