/** The `Link` header of an answer about a figure: for machines that look for its files, and for those that embed it. */
import { oembedOf } from '../web/pages/card.ts'
import type { Ask } from './ask.ts'
import type { Edition, FigurePlace } from './edition.ts'
import type { Format } from './formats/format.ts'
import { fileLinks, linkHeader, pageLinks, type Link } from './signposting.ts'

/** By which consumers of oEmbed find out how to show a page: oEmbed 1.0, §4. */
const embedding = ({ origin, address }: Pick<Ask, 'origin' | 'address'>): readonly Link[] =>
  oembedOf(origin, address).map(({ type, href }) => ({ rel: 'alternate', href: origin + href, type }))

/** What the page links to, or the file; an embed and what to paste for it are no landing pages, and are found by oEmbed. */
export function discoveryOf(
  { origin, address }: Pick<Ask, 'origin' | 'address'>, place: FigurePlace, { entry, hash }: Edition, format: Format, formats: readonly Format[],
): { readonly Link: string } {
  const landing = { origin, lang: address.lang, entry, hash, version: place.version, formats }
  const isWhole = address.view.select === null && address.view.time === null
  if (format.kind !== 'page') return { Link: linkHeader(fileLinks(landing, format, isWhole)) }
  const own = place.kind === 'figure' ? pageLinks(landing) : []
  return { Link: linkHeader([...own, ...embedding({ origin, address })]) }
}
