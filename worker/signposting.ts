/**
 * The links by which machines find their way from a figure's page to its files and back: FAIR Signposting, level 2, as `Link`
 * headers (RFC 8288) and as one set of links (RFC 9264).
 */
import { shortHash, type CatalogueEntry, type Hash } from '../data/model/release.ts'
import { OWN_LICENSE } from '../data/model/rights.ts'
import { DEFAULT_VIEW, formatAddress } from '../web/address.ts'
import { figurePlace } from '../web/pages/link.ts'
import { hasFormat, type FormatFacts } from '../web/pages/site.ts'

export type Link = { readonly rel: string; readonly href: string; readonly type?: string }

/** A figure at an address: live, or of the version that is asked for. */
export type Landing = {
  readonly origin: string
  readonly lang: string
  readonly entry: Pick<CatalogueEntry, 'id' | 'shape'>
  /** As the address has it; null = live. */
  readonly version: string | null
  readonly hash: Hash
  readonly formats: readonly FormatFacts[]
}

const PAGE = 'text/html'

/** A media type without its parameters. */
const bare = (mediaType: string): string => mediaType.split(';')[0] ?? mediaType

const at = ({ origin, lang, entry }: Landing, version: string | null, format: string | null): string =>
  origin + formatAddress({ lang, place: figurePlace(entry.id, version, format), view: DEFAULT_VIEW, download: false })

const filesOf = ({ entry, formats }: Landing): readonly FormatFacts[] => formats.filter(({ kind, isNumeric = false }) => kind === 'data' && hasFormat(entry.shape, { isNumeric }))

const linkTo = (landing: Landing, rel: string, { extension, mediaType }: FormatFacts): Link =>
  ({ rel, href: at(landing, landing.version, extension), type: bare(mediaType) })

const isLinkset = ({ extension }: FormatFacts): boolean => extension === 'linkset.json'

/** What is true of the page and of every file: the version to cite, the terms, and where all links are. */
const common = (landing: Landing): readonly Link[] => [
  { rel: 'cite-as', href: at(landing, shortHash(landing.hash), null) },
  { rel: 'license', href: OWN_LICENSE.path },
  ...landing.formats.filter(isLinkset).map((format) => linkTo(landing, 'linkset', format)),
]

/** The links of a figure's page: what it is, who made it, what describes it, and the files that hold it. */
export function pageLinks(landing: Landing): readonly Link[] {
  const files = filesOf(landing).filter((format) => !isLinkset(format))
  const home = landing.origin + formatAddress({ lang: landing.lang, place: { kind: 'dashboard' }, view: DEFAULT_VIEW, download: false })
  return [
    ...common(landing),
    { rel: 'type', href: 'https://schema.org/Dataset' },
    { rel: 'type', href: 'https://schema.org/AboutPage' },
    { rel: 'author', href: home, type: PAGE },
    ...files.filter(({ isAbout }) => isAbout).map((format) => linkTo(landing, 'describedby', format)),
    ...files.filter(({ isAbout }) => !isAbout).map((format) => linkTo(landing, 'item', format)),
  ]
}

/** The links of a file: the page that it is of or tells of, and the file that says what its columns hold, where it is whole. */
export function fileLinks(landing: Landing, format: FormatFacts, isWhole = true): readonly Link[] {
  const page = { href: at(landing, landing.version, null), type: PAGE }
  const by = landing.formats.find(({ extension }) => extension === format.describedBy)
  return [
    ...(by && isWhole ? [linkTo(landing, 'describedby', by)] : []),
    { rel: format.isAbout ? 'describes' : 'collection', ...page },
    ...common(landing),
  ]
}

/** The links of a file of the whole collection: the page of all figures, and the terms. */
export const collectionLinks = (origin: string, lang: string): readonly Link[] => [
  { rel: 'collection', href: origin + formatAddress({ lang, place: { kind: 'catalogue', query: '', format: null }, view: DEFAULT_VIEW, download: false }), type: PAGE },
  { rel: 'license', href: OWN_LICENSE.path },
]

/** The links as the value of a `Link` header. */
export const linkHeader = (links: readonly Link[]): string =>
  links.map(({ rel, href, type }) => `<${href}>; rel="${rel}"${type === undefined ? '' : `; type="${type}"`}`).join(', ')

/** One page or file and its links by relation: RFC 9264, §4.2. */
const contextOf = (anchor: string, links: readonly Link[]) => ({
  anchor,
  ...Object.fromEntries([...Map.groupBy(links, ({ rel }) => rel)].map(([rel, of]) => [rel, of.map(({ rel: _, ...target }) => target)])),
})

/** All links of a figure: of its page, then of each of its files. */
export const linksetOf = (landing: Landing) => ({
  linkset: [
    contextOf(at(landing, landing.version, null), pageLinks(landing)),
    ...filesOf(landing).filter((format) => !isLinkset(format))
      .map((format) => contextOf(at(landing, landing.version, format.extension), fileLinks(landing, format))),
  ],
})
