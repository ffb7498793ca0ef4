/** A figure's version as a schema.org Dataset: what its page says to search engines for data. */
import type { CreativeWork, DataDownload, Dataset, Place, PropertyValue } from 'schema-dts'
import { codesIn } from '../../data/model/choose.ts'
import { inLanguage, type Evidence, type Figure, type Row, type Source } from '../../data/model/figure.ts'
import { shortHash, type CatalogueEntry, type Hash } from '../../data/model/release.ts'
import { OWN_LICENSE, RIGHTS } from '../../data/model/rights.ts'
import { shapeOf } from '../../data/model/shape.ts'
import { spanOf } from '../../data/model/time.ts'
import { DEFAULT_VIEW, formatAddress } from '../address.ts'
import { nameOf } from '../chart/say.ts'
import { wordsOf } from '../words/index.ts'
import { unitWords } from '../words/number.ts'
import type { Words } from '../words/words.ts'
import { citationOf, citedOf } from './cite.ts'
import { catalogRef, siteAsOrganization } from './datacatalog.ts'
import { figurePlace } from './link.ts'
import { hasFormat, type Site } from './site.ts'

/** What is shown: a version of a figure, as the catalogue has it. */
export type Shown = { readonly figure: Figure; readonly entry: CatalogueEntry; readonly hash: Hash }

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)]

const versionOf = ({ entry, hash }: Shown) => entry.history.findLast((version) => version.hash === hash)

/** The evidence that a figure's rows name. */
const evidenceOf = ({ rows, evidence }: Figure): readonly Evidence[] =>
  distinct(rows.map((row) => row.evidence)).flatMap((id) => evidence[id] ?? [])

/** The days that the observations are of; where rows have no time, those on which surveys were in the field. ISO 8601. */
function coverageOf(figure: Figure): string | undefined {
  const times = figure.rows.map(({ time }) => time).filter(Boolean)
  const fields = evidenceOf(figure).flatMap(({ fieldwork }) => fieldwork ?? [])
  const spans = (times.length ? times : fields).flatMap((time) => spanOf(time) ?? [])
  const [start] = spans.map((span) => span.start).toSorted()
  const end = spans.map((span) => span.end).toSorted().at(-1)
  return start === undefined || end === undefined ? undefined : `${start}/${end}`
}

/** Codes of places.csv are in capitals; a figure's own codes are not. */
const isPlace = (code: string): boolean => /^[A-Z]{2,6}$/.test(code)

const codesOf = ({ series, group }: Row): readonly string[] => [series, group]

function placesOf(figure: Figure, words: Words): readonly Place[] {
  const codes = distinct(figure.rows.flatMap(codesOf)).filter((code) => isPlace(code) && figure.names[code] !== undefined)
  return codes.map((code) => ({ '@type': 'Place', name: nameOf(figure, code, words), identifier: code }))
}

/** What is measured, in which unit: each measure of a figure that has several. */
function measuredOf(figure: Figure, words: Words): readonly PropertyValue[] {
  const { code } = words
  const codes = distinct(figure.rows.map(({ measure }) => measure).filter(Boolean))
  const unitOf = (rows: readonly Row[]): string => distinct(rows.map(({ unit }) => unitWords(words, unit || figure.unit).printed).filter(Boolean)).join(words.semicolon)
  const measured = (name: string, rows: readonly Row[], id?: string): PropertyValue => ({
    '@type': 'PropertyValue', name, ...(id !== undefined && { propertyID: id }), ...(unitOf(rows) && { unitText: unitOf(rows) }),
  })
  if (codes.length < 2) return [measured(inLanguage(figure.measure, code), figure.rows)]
  return codes.map((id) => measured(inLanguage(figure.measures[id] ?? figure.measure, code), figure.rows.filter(({ measure }) => measure === id), id))
}

/** How the observations came to be: the kind of evidence, and how a survey asked where that is reported. */
const techniquesOf = (figure: Figure, words: Words): readonly string[] => distinct(evidenceOf(figure).map(({ kind, mode }) =>
  [words.pages[`technique-${kind}`], ...(mode ? [inLanguage(mode, words.code)] : [])].join(words.comma)))

/** A source: its terms as the address of a licence, or as a sentence where it gives none. */
function sourceOf(source: Source, { code, rights }: Words): CreativeWork {
  const license = RIGHTS[source.rights].url
  return {
    '@type': 'CreativeWork', identifier: source.id, name: source.title, inLanguage: source.lang,
    publisher: { '@type': 'Organization', name: inLanguage(source.publisher, code) },
    ...(source.date && /^\d{4}(-\d\d){0,2}$/.test(source.date) && { datePublished: source.date }),
    ...(source.url !== null && { url: source.url }),
    ...(license === null ? { usageInfo: { '@type': 'CreativeWork', text: rights[source.rights] } } : { license }),
  }
}

/** Every file that holds the observations of this version, each with type, and length and digest where they are known. */
function downloadsOf({ origin, formats }: Site, shown: Shown, lang: string): readonly DataDownload[] {
  const { entry: { id, shape }, hash } = shown
  const made = versionOf(shown)?.files ?? {}
  const files = formats.filter((format) => format.kind === 'data' && !format.isAbout && hasFormat(shape, format))
  return files.map(({ extension, mediaType }) => {
    const file = made[extension]?.of[lang]
    const contentUrl = origin + formatAddress({ lang, place: figurePlace(id, shortHash(hash), extension), view: DEFAULT_VIEW, download: false })
    return {
      '@type': 'DataDownload', name: extension, contentUrl, encodingFormat: mediaType.split(';')[0] ?? mediaType,
      ...(file && { sha256: file.sha256, contentSize: `${file.bytes} B` }),
    }
  })
}

/** The same in the figure's other languages. */
function translations({ origin }: Site, { figure }: Shown, lang: string): Pick<Exclude<Dataset, string>, 'workTranslation' | 'translationOfWork'> {
  const [first = lang] = figure.lang
  const to = (other: string) => ({ '@id': origin + formatAddress({ lang: other, place: figurePlace(figure.id), view: DEFAULT_VIEW, download: false }) })
  const others = figure.lang.filter((other) => other !== lang).map(to)
  if (others.length === 0) return {}
  return lang === first ? { workTranslation: others } : { translationOfWork: to(first) }
}

/** When it was first published and last changed, who made it, and on what terms it may be used. */
function publicationOf(site: Site, shown: Shown, words: Words) {
  const { figure, entry, hash } = shown
  const organization = siteAsOrganization(site, words.code)
  const dateModified = versionOf(shown)?.date ?? figure.published
  return {
    datePublished: entry.history[0]?.date ?? dateModified, dateModified,
    creator: organization, publisher: organization,
    license: OWN_LICENSE.path, usageInfo: { '@type': 'CreativeWork', text: words.pages.footer } as const,
    isAccessibleForFree: true, creditText: citationOf(site, figure, hash, words.code),
  }
}

/** What the observations are of: when, where, in which measure, how found, on which sources. */
function contentOf(figure: Figure, words: Words) {
  const used = distinct(figure.rows.flatMap((row) => codesIn(row.source))).flatMap((id) => figure.sources[id] ?? [])
  const [coverage, places, techniques] = [coverageOf(figure), placesOf(figure, words), techniquesOf(figure, words)]
  return {
    ...(coverage !== undefined && { temporalCoverage: coverage }),
    ...(places.length && { spatialCoverage: places }),
    ...(shapeOf(figure.shape).numeric && { variableMeasured: measuredOf(figure, words) }),
    ...(techniques.length && { measurementTechnique: techniques }),
    isBasedOn: used.map((source) => sourceOf(source, words)),
  }
}

/** A version of a figure in a language. Addresses of files are those of the version: what is said here is true of them for ever. */
export function datasetOf(site: Site, shown: Shown, lang: string): Exclude<Dataset, string> & { readonly '@context': 'https://schema.org' } {
  const { figure, entry, hash } = shown
  const words = wordsOf(lang)
  const url = site.origin + formatAddress({ lang, place: figurePlace(figure.id), view: DEFAULT_VIEW, download: false })
  const section = site.release.sections.find(({ id }) => id === entry.section)
  return {
    '@context': 'https://schema.org', '@type': 'Dataset', '@id': url, url,
    identifier: citedOf(site, figure, hash, lang).url, version: shortHash(hash),
    name: inLanguage(figure.title, lang), description: [inLanguage(figure.subtitle, lang) + words.pages.stop, inLanguage(figure.description, lang)].join(words.space),
    inLanguage: lang, ...(section && { keywords: inLanguage(section.name, lang) }),
    ...translations(site, shown, lang),
    ...publicationOf(site, shown, words),
    ...contentOf(figure, words),
    distribution: downloadsOf(site, shown, lang),
    includedInDataCatalog: catalogRef(site, lang),
  }
}
