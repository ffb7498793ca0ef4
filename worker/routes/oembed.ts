/** `/oembed`: how another site may show one of our addresses. oEmbed 1.0, §2.2 and §2.3.4. */
import type { Figure } from '../../data/model/figure.ts'
import {
  checkView, DEFAULT_VIEW, formatAddress, parseAddress, refuseParameters, UNPREFIXED_LANGUAGE, type Address, type PictureSize, type View,
} from '../../web/address.ts'
import { picture } from '../../web/chart/picture.ts'
import { titleOf } from '../../web/chart/title.ts'
import { hasPixels } from '../../web/pages/card.ts'
import { figurePlace } from '../../web/pages/link.ts'
import { Problem } from '../../web/problem.ts'
import { frameHeight } from '../../web/view/frame.ts'
import { noticeText } from '../../web/view/notice.tsx'
import { LANGUAGES, wordsOf } from '../../web/words/index.ts'
import type { Ask } from '../ask.ts'
import { editionOf, facetsOf, renamed, type Edition, type FigurePlace } from '../edition.ts'
import { PAGE_PARAMS } from '../formats/format.ts'
import { frameOf, isOEmbedFormat, OEMBED_FORMATS, type OEmbed, type OEmbedFormat } from '../oembed.ts'
import { madeModified } from '../modified.ts'
import { reply } from '../reply.ts'
import type { Published } from '../store.ts'

/** How long a consumer may keep an answer, in seconds: an hour. */
const CACHE_AGE = 3600

/** Widths of frames in pixels: where none is asked for, and the widest that a figure fills. */
const [WIDTH, WIDEST] = [600, 768]

const refused = (given: string): Problem => new Problem('not-embeddable', { name: 'url', given: given.slice(0, 80) })

/** The address of ours that a URL is. Throws the Problem 404 for any other, and for one that is not spelled as a link is. */
function addressIn(given: string, origin: string): Address {
  const isOurs = given === origin || given.startsWith(`${origin}/`)
  if (!isOurs || /[\s\\]/.test(given) || !URL.canParse(given)) throw refused(given)
  const url = new URL(given)
  if (url.origin !== origin || url.username !== '' || url.password !== '' || /%(?:2f|5c)/i.test(url.pathname)) throw refused(given)
  try {
    const address = parseAddress(url, LANGUAGES)
    refuseParameters(url.searchParams, PAGE_PARAMS.filter((name) => name !== 'download'))
    return address
  } catch (thrown) {
    throw thrown instanceof Problem ? refused(given) : thrown
  }
}

/** The figure of an address that can be shown elsewhere: a page of a figure, its embed, or what to paste for that. */
function placeIn({ place }: Address, given: string): FigurePlace {
  if (place.kind === 'embed' || place.kind === 'snippets') return { ...place, kind: 'embed' }
  if (place.kind === 'figure' && (place.format === null || place.format === 'html')) return { ...place, format: null }
  throw refused(given)
}

/** A limit in whole pixels; null for none. */
function limit(query: URLSearchParams, name: string): number | null {
  const given = query.get(name)
  if (given === null || given === '') return null
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new Problem('bad-parameter', { name, given: given.slice(0, 80), allowed: ['1–999999'] })
  return Number(given)
}

function formatIn(query: URLSearchParams): OEmbedFormat {
  const given = query.get('format') || 'json'
  if (!isOEmbedFormat(given)) throw new Problem('unsupported-format', { name: 'format', given: given.slice(0, 80), allowed: Object.keys(OEMBED_FORMATS) })
  return given
}

type Wish = { readonly place: FigurePlace; readonly address: Address; readonly edition: Edition; readonly maxWidth: number | null; readonly maxHeight: number | null }

/** What is asked for, under the name the figure has today. */
function wishOf({ url, origin }: Ask, { release }: Published): Wish {
  const given = url.searchParams.get('url') ?? ''
  if (given === '') throw new Problem('bad-parameter', { name: 'url', given, allowed: [`${origin}/figures/…`] })
  const [maxWidth, maxHeight] = [limit(url.searchParams, 'maxwidth'), limit(url.searchParams, 'maxheight')]
  const asked = addressIn(given, origin)
  const moved = renamed(release, asked, placeIn(asked, given))
  const address = moved === null ? asked : addressIn(origin + moved, origin)
  const place = placeIn(address, given)
  try {
    return { place, address, edition: editionOf(release, address, place), maxWidth, maxHeight }
  } catch (thrown) {
    throw thrown instanceof Problem && thrown.kind !== 'unavailable' ? refused(given) : thrown
  }
}

/** The view, checked against the figure itself: an older version may have other facets than the catalogue lists. */
function viewIn({ address }: Wish, figure: Figure, given: string): View {
  try {
    return { ...checkView(address, facetsOf(figure)), size: null, scale: null }
  } catch (thrown) {
    throw thrown instanceof Problem ? refused(given) : thrown
  }
}

/** Sizes of the pictures there are of a view, as high as they are said to be: a default view's own stands in for one that is not drawn. */
function sizesOf({ raster }: Ask, { chart, select, time }: View): readonly PictureSize[] {
  if (raster !== null) return ['social', 'page', 'card']
  return (chart ?? select ?? time) === null ? ['social', 'page'] : ['social']
}

/** The picture of the view that is no larger than what is asked for; nothing where the smallest one is, or of a version without pixels. */
function thumbnail(ask: Ask, { place, address, edition, maxWidth, maxHeight }: Wish, figure: Figure, view: View): Partial<OEmbed> {
  const { lang } = address
  for (const size of hasPixels(edition) ? sizesOf(ask, view) : []) {
    const shown: View = { ...view, theme: view.theme === 'dark' ? 'dark' : null, size }
    const path = formatAddress({ lang, place: figurePlace(figure.id, place.version, 'png'), view: { ...shown, size: size === 'page' ? null : size }, download: false })
    const { width, height } = picture(figure, { view: shown, lang, version: '0'.repeat(16), address: pathless(ask, figure, lang) })
    const isSmall = (maxWidth === null || width <= maxWidth) && (maxHeight === null || height <= maxHeight)
    if (isSmall) return { thumbnail_url: ask.origin + path, thumbnail_width: width, thumbnail_height: height }
  }
  return {}
}

const pathless = ({ origin }: Ask, { id }: Figure, lang: string): string =>
  (origin + formatAddress({ lang, place: figurePlace(id), view: DEFAULT_VIEW, download: false })).replace(/^https?:\/\//, '')

async function answerOf(ask: Ask, wish: Wish): Promise<OEmbed> {
  const { place, address, edition, maxWidth, maxHeight } = wish
  // An entry's bytes have the hash that the publisher gave to a Figure.
  const figure = await ask.store.read('figure', edition.hash) as Figure
  const view = viewIn(wish, figure, ask.url.searchParams.get('url') ?? '')
  const { lang } = address
  const width = Math.min(maxWidth ?? WIDTH, WIDEST)
  const height = Math.min(frameHeight(figure, view, lang, width, noticeText(edition.entry, edition.hash, lang)), maxHeight ?? Infinity)
  const src = ask.origin + formatAddress({ lang, place: { kind: 'embed', id: figure.id, version: place.version }, view, download: false })
  const title = titleOf(figure, view, lang)
  return {
    type: 'rich', version: '1.0', title, provider_name: wordsOf(lang).messages.site, provider_url: ask.origin, cache_age: CACHE_AGE,
    html: frameOf(src, width, height, title), width, height, ...thumbnail(ask, wish, figure, view),
  }
}

/** Answers, or throws the Problem that says why not: 404 for what is none of our figures, 501 for another format. */
export async function oembed(ask: Ask): Promise<Response> {
  const { url, store, build, origin } = ask
  if (ask.address.lang !== UNPREFIXED_LANGUAGE) throw new Problem('unknown-page', { given: url.pathname.slice(0, 80) })
  const { mediaType, print } = OEMBED_FORMATS[formatIn(url.searchParams)]
  const published = await store.published()
  const wish = wishOf(ask, published)
  const { address, edition, maxWidth, maxHeight } = wish
  return reply(ask, {
    kind: 'data', mediaType,
    decides: [build.code, origin, 'oembed', mediaType, formatAddress(address), edition.hash, published.hash, maxWidth, maxHeight, ask.raster === null],
    modified: madeModified(published.release, build),
    body: async () => print(await answerOf(ask, wish)),
  })
}
