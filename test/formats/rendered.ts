/** Files as the Worker would send them, made in Node: of figures that were built, and of figures made for tests. */
import type { Figure } from '../../data/model/figure.ts'
import { hashOf, type CatalogueEntry, type Hash } from '../../data/model/release.ts'
import { DEFAULT_VIEW, type Address, type View } from '../../web/address.ts'
import type { Site } from '../../web/print.tsx'
import type { Body, Subject } from '../../worker/formats/format.ts'
import { FORMATS, formatOf } from '../../worker/formats/index.ts'
import { ASSETS, RELEASE, RELEASE_HASH } from '../web/built.ts'

export const ORIGIN = 'https://supply-lines.example'

export const SITE: Site = { origin: ORIGIN, assets: ASSETS, release: RELEASE, releaseHash: RELEASE_HASH, formats: FORMATS }

/** What the catalogue would say of a figure that was made for a test. */
const entryFor = ({ id, shape, section, lang, title, measure, charts, sources }: Figure, hash: Hash): CatalogueEntry => ({
  id, hash, shape, section, lang, title, measure, charts, codes: [], years: [], search: {}, sources: Object.keys(sources),
  preview: { kind: 'values', values: [] }, history: [{ hash, date: '2026-11-23', kind: 'first', note: {} }], fonts: {}, outlines: {}, pictures: {},
})

export type Asked = {
  readonly hash?: Hash
  /** As the address has it; left out = live. */
  readonly version?: string
  readonly lang?: string
  readonly view?: Partial<View>
  readonly bom?: boolean
  readonly site?: Partial<Site>
}

/** A figure as a format gets it. */
export async function subjectOf(figure: Figure, extension: string, asked: Asked = {}): Promise<Subject> {
  const { lang = 'en', view = {}, bom = false, site = {}, version = null } = asked
  const hash = asked.hash ?? await hashOf(JSON.stringify(figure))
  const address: Address = {
    lang, place: { kind: 'figure', id: figure.id, version, format: extension }, view: { ...DEFAULT_VIEW, ...view }, download: false, bom,
  }
  const read = (): never => { throw new Error('a file of data reads nothing') }
  return { site: { ...SITE, ...site }, address, figure, hash, entry: entryFor(figure, hash), extensions: FORMATS.map(({ extension }) => extension), read, raster: null }
}

/** The body of a figure in a format. */
export const rendered = async (figure: Figure, extension: string, asked: Asked = {}): Promise<Body> =>
  formatOf(extension).render(await subjectOf(figure, extension, asked))

/** The body of a format that is text. */
export async function textIn(figure: Figure, extension: string, asked: Asked = {}): Promise<string> {
  const body = await rendered(figure, extension, asked)
  if (typeof body !== 'string') throw new Error(`${extension} is not text`)
  return body
}
