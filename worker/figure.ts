/** Answers for one figure, in whatever format: which version, which view, who has it already, and only then the figure. */
import { inLanguage, type Figure } from '../data/model/figure.ts'
import { checkView, formatAddress, refuseParameters, UNPREFIXED_LANGUAGE, type Address, type View } from '../web/address.ts'
import { siteOf, type Ask } from './ask.ts'
import { editionOf, facetsOf, renamed, type Edition, type FigurePlace } from './edition.ts'
import type { Format } from './formats/format.ts'
import { attachment, redirect, reply } from './reply.ts'

/** How a figure is sent, once it is known that there is one. */
export type Sending = {
  readonly format: Format
  readonly isFrameable?: boolean
  readonly headers?: Readonly<Record<string, string>>
}

// An entry's bytes have the hash that the publisher gave to a Figure.
const readFigure = async (ask: Ask, { hash }: Edition): Promise<Figure> => await ask.store.read('figure', hash) as Figure

/** The checked view. Only an older version asked for in part has to be read to be checked. */
async function viewOf(ask: Ask, edition: Edition): Promise<View> {
  const { chart, select, time } = ask.address.view
  const isPlain = chart === null && select === null && time === null
  const isListed = edition.hash === edition.entry.hash || isPlain
  return checkView(ask.address, isListed ? edition.entry : facetsOf(await readFigure(ask, edition)))
}

/** Windows, macOS and Linux refuse these in names of files. */
const safeName = (text: string): string =>
  text.replace(/[/\\:*?"<>|\p{Cc}]+/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, 80)

/** Name of the file: the address's own, and what is measured in words. */
function disposition(address: Address, place: FigurePlace, { entry }: Edition, { extension }: Format): Record<string, string> {
  if (!address.download) return {}
  const { lang } = address
  const version = place.version === null ? '' : `@${place.version}`
  const plain = `${place.id}${version}${lang === UNPREFIXED_LANGUAGE ? '' : `.${lang}`}.${extension}`
  return { 'Content-Disposition': attachment(plain, `${safeName(inLanguage(entry.measure, lang))}${version}.${extension}`) }
}

/** Whether these bytes never change: a version's file of data, under an address of its own. */
const isForEver = (place: FigurePlace, format: Format): boolean =>
  place.kind === 'figure' && place.version !== null && place.format !== null && format.kind === 'data'

/**
 * Answers a request for a figure. `send` chooses the format after the figure is known to exist.
 * Throws the Problem that says why there is no such answer.
 */
export async function answerFigure(ask: Ask, place: FigurePlace, send: () => Sending): Promise<Response> {
  const { url, store, build, origin } = ask
  const published = await store.published()
  const moved = renamed(published.release, ask.address, place)
  if (moved !== null) return redirect(301, moved)
  const edition = editionOf(published.release, ask.address, place)
  const { format, isFrameable = false, headers = {} } = send()
  refuseParameters(url.searchParams, format.params)
  const address: Address = { ...ask.address, view: await viewOf(ask, edition) }
  const here = formatAddress({ ...address, download: false })
  return reply(ask, {
    kind: format.kind,
    mediaType: format.mediaType,
    decides: [build.code, origin, here, format.extension, format.encoder, edition.hash, format.showsRelease && published.hash],
    isForEver: isForEver(place, format),
    isFrameable,
    headers: { ...headers, ...disposition(address, place, edition, format) },
    body: async () => format.render({
      ...edition, address, figure: await readFigure(ask, edition), site: siteOf(ask, published), read: store.read,
    }),
  })
}
