/** What machines ask of a site before they know it: which addresses there are, which may be looked at, where its API is described. */
import { DEFAULT_VIEW, formatAddress, type DoorFile, type Place } from '../web/address.ts'
import type { Release } from '../data/model/release.ts'
import { figurePlace } from '../web/pages/link.ts'
import { LANGUAGES } from '../web/words/index.ts'
import { escaped } from '../web/pages/snippet.ts'

/** The site and what it serves. */
export type Served = { readonly origin: string; readonly release: Release }

const at = (origin: string, lang: string, place: Place): string => origin + formatAddress({ lang, place, view: DEFAULT_VIEW, download: false })

/** A page that search engines may list, in its languages, and when it last changed. */
type Listed = { readonly place: Place; readonly lang: readonly string[]; readonly date: string }

/** Pages that show no single figure. */
const PAGES: readonly Place[] = [
  { kind: 'dashboard' }, { kind: 'catalogue', query: '', format: null }, { kind: 'article' }, { kind: 'guide' }, { kind: 'sources' },
  { kind: 'changes', format: null }, { kind: 'releases', hash: null, format: null },
]

const listedIn = ({ date, figures }: Release): readonly Listed[] => [
  ...PAGES.map((place) => ({ place, lang: LANGUAGES, date })),
  ...figures.map(({ id, lang, history }) => ({ place: figurePlace(id), lang, date: history.at(-1)?.date ?? date })),
]

/** Each language of a page with the others beside it; the first is for who reads none of them. */
function urlsOf(origin: string, { place, lang, date }: Listed): readonly string[] {
  const link = (hreflang: string, of: string) => `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${escaped(at(origin, of, place))}"/>`
  const alternates = [...lang.map((one) => link(one, one)), ...lang.slice(0, 1).map((one) => link('x-default', one))].join('')
  return lang.map((one) => `<url><loc>${escaped(at(origin, one, place))}</loc><lastmod>${date}</lastmod>${alternates}</url>\n`)
}

/** Every canonical page, by the protocol of sitemaps.org; versions, views and embeds name one of these as theirs. */
const sitemap = ({ origin, release }: Served): string =>
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n' +
  `${listedIn(release).flatMap((listed) => urlsOf(origin, listed)).join('')}</urlset>\n`

/** RFC 9309. What is not to be listed says so itself, and can only say it to who may read it. */
const robots = ({ origin }: Served): string => [
  '# Everything may be read. Versions, embeds and chosen views name the page that is to be listed instead.',
  'User-agent: *',
  'Allow: /',
  'Disallow: /oembed?',
  '',
  `Sitemap: ${origin}/sitemap.xml`,
  '',
].join('\n')

const CATALOGUE = { kind: 'catalogue', query: '', format: 'json' } as const

/** Where the API begins, what describes it to programs and to people, and whether it is up: RFC 9727, §4.2. */
function apiCatalog({ origin }: Served): string {
  const to = (place: Place, type: string, lang = 'en') => ({ href: at(origin, lang, place), type })
  const described = {
    'service-desc': [to({ kind: 'openapi' }, 'application/json')],
    'service-doc': LANGUAGES.map((lang) => ({ ...to({ kind: 'guide' }, 'text/html', lang), hreflang: [lang] })),
    'service-meta': [to({ kind: 'collection', file: 'datapackage.json' }, 'application/vnd.datapackage+json')],
    status: [{ href: `${origin}/healthz`, type: 'application/json' }],
  }
  const [list, embedding] = [to(CATALOGUE, 'application/json'), to({ kind: 'oembed' }, 'application/json')]
  return `${JSON.stringify({
    linkset: [
      { anchor: at(origin, 'en', { kind: 'door', file: '.well-known/api-catalog' }), item: [list, { href: embedding.href }] },
      { anchor: list.href, ...described },
      { anchor: embedding.href, ...described },
    ],
  })}\n`
}

/** The doors, one line each: as what it is sent, and what it says. */
export const DOORS: Readonly<Record<DoorFile, { readonly mediaType: string; readonly print: (served: Served) => string }>> = {
  '.well-known/api-catalog': { mediaType: 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"', print: apiCatalog },
  'sitemap.xml': { mediaType: 'application/xml; charset=utf-8', print: sitemap },
  'robots.txt': { mediaType: 'text/plain; charset=utf-8', print: robots },
}

/** What every page says of the API, in a `Link` header: RFC 9727, §3. */
export const apiLinks = (origin: string): string => [
  `<${at(origin, 'en', { kind: 'door', file: '.well-known/api-catalog' })}>; rel="api-catalog"; type="application/linkset+json"`,
  `<${at(origin, 'en', { kind: 'openapi' })}>; rel="service-desc"; type="application/json"`,
].join(', ')
