/** What formats of data say of a figure, as plain data: rows, evidence, sources, links. The keys and their order are a promise: DESIGN §5. */
import { inLanguage, type Count, type Evidence, type Figure, type Row, type Source, type Text } from '../../data/model/figure.ts'
import { decimals } from '../../data/model/quantity.ts'
import { shortHash } from '../../data/model/release.ts'
import { RATE_FORMULA, responseRate } from '../../data/model/response.ts'
import { RIGHTS } from '../../data/model/rights.ts'
import { columnType } from '../../data/model/shape.ts'
import { DEFAULT_VIEW, formatAddress, type Place } from '../../web/address.ts'
import { filesOf } from '../../web/pages/site.ts'
import { codebookOf, type ColumnWords } from '../../web/words/codebook.ts'
import { wordsOf } from '../../web/words/index.ts'
import { spokenOf, type Subject } from './format.ts'
import { cellsOf, columnsOf } from './table.ts'

export type Named<T> = Readonly<Record<string, T>>

const each = <A, B>(record: Named<A>, change: (value: A) => B): Named<B> =>
  Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value)]))

const isNumeric = (column: string): boolean => columnType(column) === 'decimal' || columnType(column) === 'integer'

/** The shape's columns, with `decimals` after the number it tells of. */
export const columnsWithDecimals = (figure: Pick<Figure, 'shape'>): readonly string[] =>
  columnsOf(figure).flatMap((column) => (column === 'value' ? ['value', 'decimals'] : [column]))

/** Columns whose codes are named in their description. */
const NAMED_HERE: readonly string[] = ['measure', 'group', 'answer', 'actors']

function describeColumn(figure: Figure, { name, type, means, codes }: ColumnWords) {
  const legend = NAMED_HERE.includes(name) ? codes.map((one) => `${one.code} = ${one.means}`) : []
  return { name, type, unit: type === 'decimal' ? figure.unit : null, description: [means, ...legend].join('; ') }
}

/** Every column of the JSON formats: name, type, unit and what it holds. */
export const columnsIn = (figure: Figure, lang: string) =>
  codebookOf(figure, wordsOf(lang), true).map((column) => describeColumn(figure, column))

export type Observation = Named<string | number | null>

/** Observations: numbers as numbers, beside each value how many decimals were printed. */
export function observationsOf(figure: Figure, rows: readonly Row[], lang: string): readonly Observation[] {
  const cell = cellsOf(figure, lang)
  const columns = columnsWithDecimals(figure).map((column) => ({ column, isNumber: isNumeric(column) }))
  return rows.map((row) => {
    const observation: Record<string, string | number | null> = {}
    for (const { column, isNumber } of columns) {
      const text = cell(row, column)
      observation[column] = column === 'decimals' ? (row.value === null ? null : decimals(row.value)) : text !== null && isNumber ? Number(text) : text
    }
    return observation
  })
}

const countOf = (count: Count) => count && { value: Number(count.value), qualifier: count.qualifier }

const sayer = (lang: string) => (text: Text | null): string | null => text && inLanguage(text, lang)

/** A derived value with its formula; null = not reported. */
function rateOf(evidence: Evidence) {
  const rate = responseRate(evidence)
  return rate === null ? null : { value: Number(rate), decimals: decimals(rate), unit: 'percent', status: 'derived', formula: RATE_FORMULA }
}

/** What AAPOR asks of a survey, null where it is not reported; not of versions from before it was recorded. No margin of error is computed. */
function disclosedOf(evidence: Evidence, lang: string) {
  const { kind, sponsor, frame, language } = evidence
  if (kind !== 'survey' || sponsor === undefined) return {}
  const { recruitment, margin_of_error, processing, limitations, contact } = evidence
  const say = (text: Text | null | undefined) => sayer(lang)(text ?? null)
  return {
    sponsor: say(sponsor), frame: say(frame), language: say(language), response_rate: rateOf(evidence), margin_of_error: say(margin_of_error),
    recruitment: say(recruitment), processing: say(processing), limitations: say(limitations), contact: say(contact),
  }
}

/** One piece of evidence; a survey has all that AAPOR asks to be disclosed. */
function evidenceOf(evidence: Evidence, lang: string) {
  const say = sayer(lang)
  const { kind, population, asker, asked, n, sampling, mode, weighting, question } = evidence
  const { fieldwork, published, vintage, source, basis } = evidence
  return {
    kind, population: say(population), asker: say(asker), asked: countOf(asked), n: countOf(n), sampling,
    mode: say(mode), weighting: say(weighting), question: say(question), fieldwork, published, vintage, source,
    ...(basis && { basis }),
    ...disclosedOf(evidence, lang),
  }
}

/** A source and its terms: `license` is null where none was given, and then a sentence says so. */
export const sourceOf = ({ id, publisher, title, date, url, rights, read }: Source, lang: string) =>
  ({ id, publisher: inLanguage(publisher, lang), title, date: date || null, url, rights, license: RIGHTS[rights].url, read,
    ...(RIGHTS[rights].url === null && { license_note: wordsOf(lang).rights[rights] }) })

/** Evidence, checks, sources and what may be compared. */
export function groundsOf(figure: Figure, lang: string) {
  const say = sayer(lang)
  return {
    evidence: each(figure.evidence, (evidence) => evidenceOf(evidence, lang)),
    checks: figure.checks.map(({ claim, finding, verdict, reason, observations }) =>
      ({ claim, finding: say(finding), verdict, ...(reason && { reason: say(reason) }), observations })),
    sources: Object.values(figure.sources).map((source) => sourceOf(source, lang)),
    comparability: figure.comparability.map(({ reason, allows, of, why }) => ({ reason, allows, of, why: say(why) })),
    caveats: figure.caveats.map(({ text, applies_to }) => ({ text: say(text), applies_to })),
    derived: figure.derived.map(({ of, formula, inputs }) =>
      ({ of, formula, inputs: inputs.map(({ name, text, value, status }) => ({ name, text: say(text), value: Number(value), status })) })),
    not_drawn: figure.not_drawn.map(({ of, time, why }) => ({ of, time, why: say(why) })),
  }
}

/** The address of a figure in a format, live or of the version that is asked for. */
export function addressOf({ site, address: { lang, place }, figure: { id } }: Subject, format: string | null): string {
  const version = place.kind === 'figure' ? place.version : null
  return site.origin + formatAddress({ lang, place: { kind: 'figure', id, version, format }, view: DEFAULT_VIEW, download: false })
}

/** Addresses of this figure: here, its page, its embed, every format, and the version that never changes. */
export function linksOf(subject: Subject): Named<string> {
  const { site, address, figure: { id, shape }, hash } = subject
  const { lang, place } = address
  const version = place.kind === 'figure' ? place.version : null
  const to = (there: Place) => site.origin + formatAddress({ lang, place: there, view: DEFAULT_VIEW, download: false })
  return {
    self: site.origin + formatAddress({ ...address, place: { ...place, ...('id' in place && { id }) }, download: false }),
    page: addressOf(subject, null),
    version: to({ kind: 'figure', id, version: shortHash(hash), format: null }),
    embed: to({ kind: 'embed', id, version }),
    ...Object.fromEntries(filesOf({ formats: spokenOf(subject) }, shape).map(({ extension }) => [extension, addressOf(subject, extension)])),
  }
}
