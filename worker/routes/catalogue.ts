/** `/figures` and `/figures.json`: what there is, or what a search finds. */
import { inLanguage } from '../../data/model/figure.ts'
import { filesOfVersion, shortHash, type CatalogueEntry, type MadeFiles, type Release } from '../../data/model/release.ts'
import { DEFAULT_VIEW, formatAddress, type Place } from '../../web/address.ts'
import type { Ask } from '../ask.ts'
import { formatsOf } from '../figure.ts'
import type { Format } from '../formats/format.ts'
import { EXTENSIONS, FORMATS } from '../formats/index.ts'
import { hasSameBook, knownWeight, weightsOf } from '../formats/weights.ts'
import { madeModified } from '../modified.ts'
import { attachment, reply } from '../reply.ts'
import type { Published } from '../store.ts'
import { answerPage } from './page.ts'

type CataloguePlace = Extract<Place, { kind: 'catalogue' }>

/** Full-width and half-width letters and upper and lower case are one. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Figures published in the language in whose words every word of the query occurs. */
export function search(release: Release, query: string, lang: string): readonly CatalogueEntry[] {
  const words = [...new Set(folded(query).split(/\s+/).filter(Boolean))]
  return release.figures.filter((entry) => {
    const text = words.length ? folded(entry.search[lang] ?? '') : ''
    return entry.lang.includes(lang) && words.every((word) => text.includes(word))
  })
}

/** Whether a weight still holds: a package tells of the workbook, which may be an earlier one than was weighed. */
const isStill = ({ extension }: Format, weighed: MadeFiles, made: MadeFiles, lang: string): boolean =>
  extension !== 'datapackage.json' || hasSameBook(weighed, made, lang)

/** Length and digest of the files that are known before they are made, by extension. `weighed` are those of formats that are not made ahead. */
function weights({ history, hash }: CatalogueEntry, weighed: MadeFiles, lang: string): Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>> {
  const made = filesOfVersion(history, hash)
  const known = FORMATS.flatMap((format) => {
    const file = made[format.extension]?.of[lang] ?? (isStill(format, weighed, made, lang) ? knownWeight(weighed, format, lang) : null)
    return file ? [[format.extension, { sha256: file.sha256, bytes: file.bytes }] as const] : []
  })
  return Object.fromEntries(known)
}

function listed({ origin }: Ask, entry: CatalogueEntry, weighed: MadeFiles, lang: string) {
  const to = (place: Place) => origin + formatAddress({ lang, place, view: DEFAULT_VIEW, download: false })
  const at = (format: string | null) => to({ kind: 'figure', id: entry.id, version: null, format })
  return {
    id: entry.id,
    title: inLanguage(entry.title, lang),
    measure: inLanguage(entry.measure, lang),
    version: shortHash(entry.hash),
    files: weights(entry, weighed, lang),
    links: {
      page: at(null),
      embed: to({ kind: 'embed', id: entry.id, version: null }),
      ...Object.fromEntries(formatsOf({ entry, hash: entry.hash }, lang).map(({ extension }) => [extension, at(extension)])),
    },
  }
}

async function documentOf(ask: Ask, { hash, release }: Published, query: string): Promise<string> {
  const { origin, store, address: { lang } } = ask
  const weights = await weightsOf({ release, origin, lang, isPinned: false, formats: EXTENSIONS, read: store.read })
  const figures = search(release, query, lang).map((entry) => listed(ask, entry, weights?.[entry.id] ?? {}, lang))
  return `${JSON.stringify({ schema: 1, release: shortHash(hash), date: release.date, lang, query, figures })}\n`
}

async function answerList(ask: Ask, { query }: CataloguePlace): Promise<Response> {
  const published = await ask.store.published()
  return reply(ask, {
    kind: 'data',
    mediaType: 'application/json; charset=utf-8',
    decides: [ask.build.code, ask.origin, formatAddress({ ...ask.address, download: false }), published.hash],
    modified: madeModified(published.release, ask.build),
    headers: ask.address.download ? { 'Content-Disposition': attachment('figures.json', 'figures.json') } : {},
    body: () => documentOf(ask, published, query),
  })
}

export const catalogue = (ask: Ask, place: CataloguePlace): Promise<Response> =>
  place.format === null
    ? answerPage(ask, ({ release }) => ({ kind: 'catalogue', entries: search(release, place.query, ask.address.lang) }))
    : answerList(ask, place)
