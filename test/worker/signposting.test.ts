/** FAIR Signposting: every link of a figure's page and files is followed, and leads to what it says it leads to. */
import LinkHeader, { type Target } from 'http-link-header'
import { describe, expect, it } from 'vitest'
import { FORMATS } from '../../worker/formats/index.ts'
import { hasFormat } from '../../web/pages/site.ts'
import { ask, ORIGIN } from './ask.ts'
import { readDescription } from './described.ts'
import { entryFor, pinned, publishBuild, RELEASE } from './published.ts'

const linksAt = async (path: string): Promise<readonly Target[]> =>
  LinkHeader.parse((await ask(path, { headers: { Accept: 'text/html' } })).headers.get('Link') ?? '').refs

const hrefs = (links: readonly Target[], rel: string): readonly string[] => links.filter((link) => link.rel === rel).map(({ uri }) => uri)

/** Status and media type of an address of ours, asked for by its type. */
async function followed({ uri, type }: Target): Promise<string> {
  const answer = await ask(uri.slice(ORIGIN.length), { headers: { Accept: type ?? 'text/html' } })
  await answer.body?.cancel()
  return `${uri}: ${answer.status} ${answer.headers.get('Content-Type')?.split(';')[0] ?? ''}`
}

/** oEmbed 1.0, §4, has names of its own for the links to what is sent as JSON and XML (§2.3.4). */
const promised = ({ uri, type = 'text/html' }: Target): string => `${uri}: 200 ${type.replace('+oembed', '')}`

const ELSEWHERE = ['https://schema.org/Dataset', 'https://schema.org/AboutPage', 'https://creativecommons.org/licenses/by/4.0/']
const isOurs = ({ uri }: Target): boolean => uri.startsWith(ORIGIN)

/** Places that have links of their own; the others may have none. */
const HAS_LINKS = /\/(?:figures|embed)\/\{id\}|\/(?:datapackage\.json|release\.zip|figures\.(?:parquet|ndjson))$/

const PAGES = ['/figures/screening', '/ja/figures/fdi-inflows-gdp', '/figures/timeline', pinned('screening'), `/ja${pinned('fdi-inflows-gdp')}`]

await publishBuild()

describe.each(PAGES)('%s', (path) => {
  it('has every relation of a landing page', async () => {
    const links = await linksAt(path)
    expect(new Set(links.map(({ rel }) => rel))).toEqual(new Set(['cite-as', 'license', 'linkset', 'type', 'author', 'describedby', 'item', 'alternate']))
    const id = /\/figures\/([^@]+)/.exec(path)?.[1] ?? ''
    expect(hrefs(links, 'cite-as')).toEqual([`${ORIGIN}${path.startsWith('/ja') ? '/ja' : ''}${pinned(id)}`])
    const { shape } = entryFor(id)
    const files = FORMATS.filter((format) => format.kind === 'data' && hasFormat(shape, format)).map(({ extension }) => `${ORIGIN}${path}.${extension}`)
    expect([...hrefs(links, 'item'), ...hrefs(links, 'describedby'), ...hrefs(links, 'linkset')].toSorted()).toEqual(files.toSorted())
    expect(links.filter((link) => !isOurs(link)).map(({ uri }) => uri).toSorted()).toEqual(ELSEWHERE.toSorted())
  })

  it('leads to what it says, and each file back to it', async () => {
    const links = (await linksAt(path)).filter(isOurs)
    expect(links.length).toBeGreaterThan(12)
    for (const link of links) expect(await followed(link)).toBe(promised(link))
    for (const { uri, rel } of links.filter((link) => link.rel === 'item' || link.rel === 'describedby')) {
      const back = (await linksAt(uri.slice(ORIGIN.length))).filter(isOurs)
      expect(hrefs(back, rel === 'item' ? 'collection' : 'describes')).toEqual([ORIGIN + path])
      for (const link of back) expect(await followed(link)).toBe(promised(link))
    }
  })

  it('has a set of links that says the same as the headers', async () => {
    const { linkset } = await (await ask(`${path}.linkset.json`)).json<{ linkset: Record<string, { href: string; type?: string }[] | string>[] }>()
    expect(linkset[0]?.['anchor']).toBe(ORIGIN + path)
    for (const { anchor, ...relations } of linkset) {
      const own = (await linksAt(String(anchor).slice(ORIGIN.length))).filter(({ rel }) => rel !== 'alternate')
      const said = Object.entries(relations).flatMap(([rel, targets]) => (typeof targets === 'string' ? [] : targets.map(({ href, type }) => [rel, href, type])))
      expect(said.toSorted()).toEqual(own.map(({ rel, uri, type }) => [rel, uri, type]).toSorted())
    }
  })
})

it('headers stay below four kilobytes, whatever the figure is called', async () => {
  for (const { id, lang } of RELEASE.figures) {
    for (const one of lang) {
      const path = `${one === 'en' ? '' : `/${one}`}${pinned(id)}`
      const header = (await ask(path, { method: 'HEAD', headers: { Accept: 'text/html' } })).headers.get('Link') ?? ''
      // the public host may have a longer name than localhost
      expect(header.replaceAll(ORIGIN, 'https://figures.supply-lines.example.org').length).toBeLessThan(4096)
    }
  }
})

it('files of the whole collection lead to the page of all figures', async () => {
  for (const [path, page] of [['/figures.parquet', '/figures'], ['/ja/figures.ndjson', '/ja/figures'], ['/datapackage.json', '/figures']]) {
    const links = await linksAt(path ?? '')
    expect([hrefs(links, 'collection'), hrefs(links, 'license')]).toEqual([[`${ORIGIN}${page}`], ['https://creativecommons.org/licenses/by/4.0/']])
    for (const link of links.filter(isOurs)) expect(await followed(link)).toBe(promised(link))
  }
})

it('pictures and files of a selection lead to their page, embeds are found by oEmbed alone', async () => {
  const page = `${ORIGIN}/figures/fdi-inflows-gdp`
  for (const path of ['/figures/fdi-inflows-gdp.svg', '/figures/fdi-inflows-gdp.csv?select=VNM', '/figures/fdi-inflows-gdp.json?time=2024']) {
    expect(hrefs(await linksAt(path), 'collection')).toEqual([page])
  }
  for (const path of ['/embed/fdi-inflows-gdp', '/ja/figures/fdi-inflows-gdp/embed?select=VNM', `${pinned('screening')}/embed`]) {
    const links = await linksAt(path)
    expect(links.map(({ rel }) => rel)).toEqual(['alternate', 'alternate'])
    for (const link of links) expect(await followed(link)).toBe(promised(link))
  }
})

const { described } = await readDescription()

describe('links of every place that is described', () => {
  it.each(described)('$url', async ({ url, template }) => {
    const answer = await ask(url)
    await answer.body?.cancel()
    const header = answer.headers.get('Link')
    if (HAS_LINKS.test(template)) expect(header).not.toBeNull()
    for (const link of LinkHeader.parse(header ?? '').refs.filter(isOurs)) expect(await followed(link)).toBe(promised(link))
  })
})
