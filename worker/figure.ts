/** Answers for one figure, in whatever format: which version, which view, who has it already, and only then the figure. */
import type { Figure } from '../data/model/figure.ts'
import { filesOfVersion, type Hash } from '../data/model/release.ts'
import {
  checkView, DEFAULT_VIEW, formatAddress, refuseParameters, UNPREFIXED_LANGUAGE, type Address, type Parameter, type View,
} from '../web/address.ts'
import { wordsIn } from '../web/pages/compared.ts'
import { hasFormat } from '../web/pages/site.ts'
import { Problem } from '../web/problem.ts'
import { siteOf, type Ask } from './ask.ts'
import { discoveryOf } from './discovery.ts'
import { editionOf, facetsOf, renamed, type Edition, type FigurePlace } from './edition.ts'
import { LINKED, type Format } from './formats/format.ts'
import { EXTENSIONS, FORMATS } from './formats/index.ts'
import { madeModified, versionModified } from './modified.ts'
import { attachment, redirect, reply, safeName } from './reply.ts'

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

/** Name of the file: the address's own, and what is measured in words. */
function disposition(address: Address, place: FigurePlace, { entry }: Edition, { extension }: Format): Record<string, string> {
  if (!address.download) return {}
  const { lang } = address
  const version = place.version === null ? '' : `@${place.version}`
  const plain = `${place.id}${version}${lang === UNPREFIXED_LANGUAGE ? '' : `.${lang}`}.${extension}`
  return { 'Content-Disposition': attachment(plain, `${safeName(wordsIn(entry.measure, lang))}${version}.${extension}`) }
}

/** The entry of a file that was made when the version was published; null for what is made now. */
const madeFile = ({ entry, hash }: Edition, { extension }: Format, { lang }: Pick<Address, 'lang'>): Hash | null =>
  filesOfVersion(entry.history, hash)[extension]?.of[lang]?.entry ?? null

/** What was made for a version beside its figure and decides the bytes of a format: fonts and pixels of a picture, files that others tell of. */
function madeFor({ entry, hash }: Edition, { kind }: Format, { lang }: Address): unknown {
  if (kind === 'data') return filesOfVersion(entry.history, hash)
  return kind === 'picture' ? [hash === entry.hash, entry.fonts[lang] ?? null, entry.outlines[lang] ?? null, entry.pictures[lang] ?? null] : null
}

/** What a version can be had as: formats for its shape, and of those that are made ahead the ones that were. */
export const formatsOf = (edition: Edition, lang: string): readonly Format[] => FORMATS.filter((format) =>
  hasFormat(edition.entry.shape, format) && (format.isMade !== true || madeFile(edition, format, { lang }) !== null))

/** Throws the Problem that names the formats there are. */
function refuseFormat(formats: readonly Format[], format: Format): void {
  // an embed and what to paste are no formats of the registry
  if (!FORMATS.includes(format) || formats.includes(format)) return
  throw new Problem('unknown-format', { given: format.extension, allowed: formats.map(({ extension }) => extension) })
}

const SELECTION: readonly Parameter[] = ['select', 'time', 'from', 'to']
const isSelective = ({ kind, params }: Format): boolean => kind === 'data' && params.includes('select')

/** Throws the Problem that names the formats a selection can be had as, where this one is sent whole. */
function refuseSelection({ url: { searchParams }, address }: Ask, place: FigurePlace, format: Format): void {
  const name = SELECTION.find((one) => searchParams.has(one))
  if (name === undefined || format.kind !== 'data' || isSelective(format) || place.kind !== 'figure') return
  const instead = { ...place, format: 'csv' }
  throw new Problem('whole-only', {
    name, given: (searchParams.get(name) ?? '').slice(0, 80), allowed: FORMATS.filter(isSelective).map(({ extension }) => extension).toSorted(),
    link: formatAddress({ lang: address.lang, place: instead, view: { ...DEFAULT_VIEW, select: address.view.select, time: address.view.time }, download: false }),
  })
}

/** Whether these bytes never change: a version's file of data, under an address of its own. */
const isForEver = (place: FigurePlace, format: Format): boolean =>
  place.kind === 'figure' && place.version !== null && place.format !== null && format.kind === 'data'

/**
 * Answers a request for a figure. `send` chooses the format of those there are, after the figure is known to exist.
 * Throws the Problem that says why there is no such answer.
 */
export async function answerFigure(ask: Ask, place: FigurePlace, send: (formats: readonly Format[]) => Sending): Promise<Response> {
  const { url, store, build, origin, raster } = ask
  const published = await store.published()
  const moved = renamed(published.release, ask.address, place)
  if (moved !== null) return redirect(301, moved)
  const edition = editionOf(published.release, ask.address, place)
  const formats = formatsOf(edition, ask.address.lang)
  const { format, isFrameable = false, headers = {} } = send(formats)
  refuseFormat(formats, format)
  refuseSelection(ask, place, format)
  refuseParameters(url.searchParams, format.params)
  const address: Address = { ...ask.address, view: await viewOf(ask, edition) }
  const elsewhere = format.elsewhere?.({ ...edition, address, raster }) ?? null
  // who was led by Accept is not the only one to ask here
  const vary: Record<string, string> = headers['Vary'] === undefined ? {} : { Vary: headers['Vary'] }
  if (elsewhere !== null) return redirect(302, elsewhere, vary)
  const here = formatAddress({ ...address, download: false })
  // a form sends every name that is ticked: all of them are no choice, and have the address of none
  if (format.kind === 'page' && address.view.select === null && ask.address.view.select !== null) return redirect(303, here, vary)
  return reply(ask, {
    kind: format.kind,
    mediaType: format.mediaType,
    decides: [build.code, origin, here, format.extension, format.encoder, edition.hash, madeFor(edition, format, address), format.showsRelease && published.hash, format.elsewhere !== undefined && raster === null],
    isForEver: isForEver(place, format),
    isFrameable,
    modified: format.kind === 'data' ? versionModified(edition, format.encoder + (place.version === null ? FORMATS.length - LINKED.length : 0)) : madeModified(published.release, build),
    headers: { ...headers, ...discoveryOf({ origin, address }, place, edition, format, formats), ...disposition(address, place, edition, format) },
    body: async () => format.render({
      ...edition, address: { ...address, download: false }, figure: await readFigure(ask, edition), site: { ...siteOf(ask, published), formats },
      extensions: EXTENSIONS, read: store.read, raster,
    }),
  })
}
