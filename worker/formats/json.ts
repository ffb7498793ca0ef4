/** The figure as JSON: every observation with its evidence. The keys and their order are a promise: DESIGN §5. */
import { codesAlong } from '../../data/model/choose.ts'
import { inLanguage, type Count, type Evidence, type Figure, type Row, type Source, type Text } from '../../data/model/figure.ts'
import { decimals } from '../../data/model/quantity.ts'
import { shortHash } from '../../data/model/release.ts'
import { RIGHTS } from '../../data/model/rights.ts'
import { columnType } from '../../data/model/shape.ts'
import { DEFAULT_VIEW, formatAddress, type Place } from '../../web/address.ts'
import { selectRows } from '../../web/chart/select.ts'
import { titleOf } from '../../web/chart/title.ts'
import { citationOf } from '../../web/print.tsx'
import { wordsOf } from '../../web/words/index.ts'
import type { Words } from '../../web/words/words.ts'
import { DATA_PARAMS, type Format, type Subject } from './format.ts'
import { cellOf, columnsOf } from './table.ts'

type Named<T> = Readonly<Record<string, T>>

const each = <A, B>(record: Named<A>, change: (value: A) => B): Named<B> =>
  Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value)]))

const isNumeric = (column: string): boolean => columnType(column) === 'decimal' || columnType(column) === 'integer'

/** The shape's columns, with `decimals` after the number it tells of. */
const columnsWithDecimals = (figure: Figure): string[] =>
  columnsOf(figure).flatMap((column) => (column === 'value' ? ['value', 'decimals'] : [column]))

const columnWords = (words: Words, column: string): string => {
  const named: Named<string> = words.columns
  return named[column] ?? column
}

/** What the codes of a column stand for, where they are the figure's own. */
function legendOf(figure: Figure, column: string): Named<Text> {
  if (column === 'measure') return figure.measures
  if (column === 'answer') return figure.answers
  if (column !== 'group' && column !== 'actors') return {}
  const groups = new Set(codesAlong(figure, column))
  const named = Object.entries(figure.names).filter(([code]) => groups.has(code))
  return Object.fromEntries(named.map(([code, { name }]) => [code, name]))
}

function describeColumn(figure: Figure, words: Words, name: string) {
  const legend = Object.entries(legendOf(figure, name)).map(([code, text]) => `${code} = ${inLanguage(text, words.code)}`)
  return {
    name,
    type: name === 'decimals' ? 'integer' : columnType(name),
    unit: columnType(name) === 'decimal' ? figure.unit : null,
    description: [columnWords(words, name), ...legend].join('; '),
  }
}

function rowOf(figure: Figure, row: Row, lang: string): Named<string | number | null> {
  const cells = columnsWithDecimals(figure).map((column) => {
    if (column === 'decimals') return [column, row.value === null ? null : decimals(row.value)]
    const cell = cellOf(figure, row, column, lang)
    return [column, cell !== null && isNumeric(column) ? Number(cell) : cell]
  })
  return Object.fromEntries(cells)
}

const countOf = (count: Count) => count && { value: Number(count.value), qualifier: count.qualifier }

function evidenceOf(evidence: Evidence, say: (text: Text | null) => string | null) {
  const { kind, population, asker, asked, n, sampling, mode, weighting, question } = evidence
  const { fieldwork, published, vintage, source, basis } = evidence
  return {
    kind, population: say(population), asker: say(asker), asked: countOf(asked), n: countOf(n), sampling,
    mode: say(mode), weighting: say(weighting), question: say(question), fieldwork, published, vintage, source,
    ...(basis && { basis }),
  }
}

const sourceOf = ({ id, publisher, title, date, url, rights, read }: Source, lang: string) =>
  ({ id, publisher: inLanguage(publisher, lang), title, date: date || null, url, rights, license: RIGHTS[rights].url, read,
    ...(RIGHTS[rights].url === null && { license_note: wordsOf(lang).rights[rights] }) })

/** Addresses of this figure: here, its page, its embed, every format, and the version that never changes. */
function linksOf({ site: { origin, formats }, address, figure: { id }, hash }: Subject): Named<string> {
  const { lang, place } = address
  const version = place.kind === 'figure' ? place.version : null
  const to = (there: Place) => origin + formatAddress({ lang, place: there, view: DEFAULT_VIEW, download: false })
  return {
    self: origin + formatAddress({ ...address, download: false }),
    page: to({ kind: 'figure', id, version, format: null }),
    version: to({ kind: 'figure', id, version: shortHash(hash), format: null }),
    embed: to({ kind: 'embed', id, version }),
    ...Object.fromEntries(formats.map((format) => [format, to({ kind: 'figure', id, version, format })])),
  }
}

/** The figure as plain data, keys in order. */
function documentOf(subject: Subject) {
  const { figure, hash, site, address: { lang, view } } = subject
  const words = wordsOf(lang)
  const say = (text: Text | null) => text && inLanguage(text, lang)
  return {
    schema: figure.schema, id: figure.id, version: shortHash(hash), lang, shape: figure.shape,
    asOf: figure.asOf, published: figure.published,
    title: titleOf(figure, view, lang), subtitle: say(figure.subtitle), description: say(figure.description), unit: figure.unit,
    columns: columnsWithDecimals(figure).map((name) => describeColumn(figure, words, name)),
    rows: selectRows(figure, view).map((row) => rowOf(figure, row, lang)),
    evidence: each(figure.evidence, (evidence) => evidenceOf(evidence, say)),
    checks: figure.checks.map(({ claim, finding, verdict, reason, observations }) =>
      ({ claim, finding: say(finding), verdict, ...(reason && { reason: say(reason) }), observations })),
    sources: Object.values(figure.sources).map((source) => sourceOf(source, lang)),
    comparability: figure.comparability.map(({ reason, allows, of, why }) => ({ reason, allows, of, why: say(why) })),
    caveats: figure.caveats.map(({ text, applies_to }) => ({ text: say(text), applies_to })),
    derived: figure.derived.map(({ of, formula, inputs }) =>
      ({ of, formula, inputs: inputs.map(({ name, text, value, status }) => ({ name, text: say(text), value: Number(value), status })) })),
    not_drawn: figure.not_drawn.map(({ of, time, why }) => ({ of, time, why: say(why) })),
    citation: citationOf(site, figure, hash, lang),
    links: linksOf(subject),
  }
}

export const json: Format = {
  extension: 'json',
  mediaType: 'application/json; charset=utf-8',
  encoder: 1,
  kind: 'data',
  params: DATA_PARAMS,
  showsRelease: false,
  render: (subject) => `${JSON.stringify(documentOf(subject))}\n`,
}
