/** Which version of which figure an address means, as the catalogue knows it: nothing is read for an answer of "no". */
import { selectable } from '../data/model/choose.ts'
import { yearsOf } from '../data/model/publication.ts'
import { inLanguage, type Figure } from '../data/model/figure.ts'
import { shortHash, type CatalogueEntry, type Hash, type Release } from '../data/model/release.ts'
import { DEFAULT_VIEW, formatAddress, UNPREFIXED_LANGUAGE, type Address, type Facets, type Place } from '../web/address.ts'
import { Problem } from '../web/problem.ts'

/** A figure's place: its page, its files, its embed or what to paste for that. */
export type FigurePlace = Extract<Place, { kind: 'figure' | 'embed' | 'snippets' }>

export type Edition = { readonly entry: CatalogueEntry; readonly hash: Hash }

/** Any place of a figure: what is said of its versions, too. */
type OfFigure = Extract<Place, { id: string }>

/** The path of a renamed figure under its new name, or null when it was not renamed. */
export function renamed(release: Release, address: Address, place: OfFigure): string | null {
  const id = Object.hasOwn(release.formerly, place.id) ? release.formerly[place.id] : undefined
  return id === undefined ? null : formatAddress({ ...address, place: { ...place, id } })
}

function refuseWithdrawn(release: Release, id: string, lang: string): void {
  const reason = Object.hasOwn(release.withdrawn, id) ? release.withdrawn[id] : undefined
  if (reason === undefined) return
  throw new Problem('withdrawn', { given: id, name: inLanguage(reason, reason[lang] === undefined ? UNPREFIXED_LANGUAGE : lang) })
}

/** The hash of a listed version. Throws a Problem that lists them, newest first. */
function listed(entry: CatalogueEntry, version: string): Hash {
  const found = entry.history.find(({ hash }) => shortHash(hash) === version)
  if (found) return found.hash
  const allowed = entry.history.map(({ hash }) => shortHash(hash)).toReversed()
  throw new Problem('unknown-version', { name: entry.id, given: version, allowed })
}

/** The figure and version of an address. Throws the Problem that says why there is none. */
export function editionOf(release: Release, address: Address, place: FigurePlace): Edition {
  refuseWithdrawn(release, place.id, address.lang)
  const entry = release.figures.find(({ id }) => id === place.id)
  if (!entry) throw new Problem('unknown-figure', { given: place.id, link: formatAddress(catalogueOf(address)) })
  const hash = place.version === null ? entry.hash : listed(entry, place.version)
  // an older version has the languages and the shape it was published with
  const { lang = entry.lang, shape = entry.shape } = entry.history.findLast((version) => version.hash === hash) ?? {}
  if (!lang.includes(address.lang)) {
    const [first = UNPREFIXED_LANGUAGE] = lang
    throw new Problem('not-in-language', { given: place.id, link: formatAddress({ ...address, lang: first }) })
  }
  return { entry: { ...entry, lang, shape }, hash }
}

const catalogueOf = ({ lang }: Address): Address =>
  ({ lang, place: { kind: 'catalogue', query: '', format: null }, view: DEFAULT_VIEW, download: false })

/** What a figure can show, from the figure itself: for a version whose facets the catalogue no longer lists. */
export const facetsOf = (figure: Figure): Facets => ({ charts: figure.charts, codes: selectable(figure), years: yearsOf(figure) })
