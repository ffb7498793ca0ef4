/** What a link to a figure unfolds to elsewhere: the picture of exactly the view in the address, in words too, and its oEmbed. */
import type { Figure } from '../../data/model/figure.ts'
import type { CatalogueEntry, Hash } from '../../data/model/release.ts'
import { formatAddress, type Address } from '../address.ts'
import { altOf } from '../chart/alt.ts'
import { FRAMES } from '../chart/picture.ts'
import { figurePlace } from './link.ts'

export type Card = {
  /** The picture: its path, size in pixels and words; null of a version that is sent in no pixels. */
  readonly picture: { readonly image: string; readonly width: number; readonly height: number; readonly alt: string } | null
  /** Paths of the oEmbed answers, by media type. */
  readonly oembed: readonly { readonly type: string; readonly href: string }[]
}

/** Formats of oEmbed and the media types that a page is discovered by: oEmbed 1.0, §4. */
const OEMBED = { json: 'application/json+oembed', xml: 'text/xml+oembed' } as const

/** Paths of the oEmbed answers for an address of ours. */
export const oembedOf = (origin: string, address: Address): Card['oembed'] =>
  Object.entries(OEMBED).map(([format, type]) =>
    ({ type, href: `/oembed?format=${format}&url=${encodeURIComponent(origin + formatAddress({ ...address, download: false }))}` }))

type Edition = { readonly entry: Pick<CatalogueEntry, 'hash'>; readonly hash: Hash }

/** Whether there are pixels of a version: the fonts that they need are those of the present one. */
export const hasPixels = ({ entry, hash }: Edition): boolean => hash === entry.hash

type Shown = Edition & { readonly figure: Figure }

/** The card of a figure's page or embed. Its picture is the light one, in whatever colours the page is read. */
export function cardOf(origin: string, address: Address, { figure, entry, hash }: Shown): Card {
  const oembed = oembedOf(origin, address)
  if (!hasPixels({ entry, hash })) return { picture: null, oembed }
  const version = 'version' in address.place ? address.place.version : null
  const image = formatAddress({
    lang: address.lang, place: figurePlace(figure.id, version, 'png'), view: { ...address.view, theme: null, size: 'social', scale: null }, download: false,
  })
  const { width, height } = FRAMES.social
  return { picture: { image, width, height, alt: altOf(figure, address.view, address.lang).short }, oembed }
}
