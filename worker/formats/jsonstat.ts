/** The figure as JSON-stat 2.0: its numbers as a cube, with qualifiers and statuses beside each value. Only for numeric shapes. */
import { inLanguage, type Figure, type Row } from '../../data/model/figure.ts'
import { decimals } from '../../data/model/quantity.ts'
import { shapeOf, type KeyColumn } from '../../data/model/shape.ts'
import { citationOf } from '../../web/pages/cite.ts'
import { codebookOf, codesOf } from '../../web/words/codebook.ts'
import { wordsOf } from '../../web/words/index.ts'
import { unitWords } from '../../web/words/number.ts'
import { addressOf } from './document.ts'
import { WHOLE_PARAMS, type Format, type Subject } from './format.ts'
import { cellsOf } from './table.ts'

type Dimension = {
  readonly id: KeyColumn
  readonly label: string
  readonly codes: readonly string[]
  readonly places: ReadonlyMap<string, number>
  readonly names: Readonly<Record<string, string>>
}

/** In a cube without several measures, the one it has. */
const ONLY_MEASURE = 'value'

const TIMES: readonly KeyColumn[] = ['time', 'published']

const measureIn = ({ measure }: Row): string => measure || ONLY_MEASURE

/** What a row has in a dimension. */
type CodeIn = (row: Row, column: KeyColumn) => string

/** The measures whose rows are in several units. */
function mixedMeasures({ rows }: Figure): ReadonlySet<string> {
  const own = [...Map.groupBy(rows, measureIn)]
  return new Set(own.filter(([, of]) => new Set(of.map(({ unit }) => unit)).size > 1).map(([measure]) => measure))
}

/** A category of a metric has one unit: a measure in several is as many categories, `value:usd-million` and `value:usd-billion`. */
function codesOfRows(figure: Figure): CodeIn {
  const mixed = mixedMeasures(figure)
  return (row, column) => {
    if (column !== 'measure') return row[column]
    const measure = measureIn(row)
    return mixed.has(measure) ? `${measure}:${row.unit}` : measure
  }
}

/** The columns that tell a figure's rows apart, besides the measure: of dates of publication only where two rows differ in nothing else. */
function columnsOf({ shape, rows }: Figure): readonly KeyColumn[] {
  const filled = shapeOf(shape).key.filter((column) => column !== 'measure' && rows.some((row) => row[column] !== ''))
  const least = filled.filter((column) => column !== 'published')
  const places = new Set(rows.map((row) => [measureIn(row), ...least.map((column) => row[column])].join('\n')))
  return places.size === rows.length ? least : filled
}

/** The name of a row's measure, with the unit where the measure is in several. */
function metricName(figure: Figure, row: Row, isMixed: boolean, lang: string): string {
  const words = wordsOf(lang)
  const own = figure.measures[row.measure]
  const name = inLanguage(own ?? figure.measure, lang)
  return isMixed ? `${name}${words.space}(${unitWords(words, row.unit).printed || row.unit})` : name
}

/** The name of every category of the metric. */
function metricNames(figure: Figure, codeIn: CodeIn, lang: string): Readonly<Record<string, string>> {
  const mixed = mixedMeasures(figure)
  return Object.fromEntries(figure.rows.map((row) => [codeIn(row, 'measure'), metricName(figure, row, mixed.has(measureIn(row)), lang)]))
}

/** The name of every category of another dimension; a code without a name has itself. */
function namesOf(figure: Figure, column: KeyColumn, codes: readonly string[], lang: string): Readonly<Record<string, string>> {
  const words = wordsOf(lang)
  const known = new Map(codesOf(figure, column, words).map(({ code, means }) => [code, means]))
  const name = (code: string): string => (TIMES.includes(column) ? words.date(code) : known.get(code) ?? code)
  return Object.fromEntries(codes.map((code) => [code, code === '' ? words.messages.missing : name(code)]))
}

function dimensionOf(figure: Figure, column: KeyColumn, codeIn: CodeIn, lang: string): Dimension {
  const held = [...new Set(figure.rows.map((row) => codeIn(row, column)))]
  const codes = TIMES.includes(column) ? held.toSorted() : held
  return {
    id: column, label: wordsOf(lang).columns[column], codes, places: new Map(codes.map((code, i) => [code, i])),
    names: column === 'measure' ? metricNames(figure, codeIn, lang) : namesOf(figure, column, codes, lang),
  }
}

/** The unit of each category of the metric, and how many decimals its values are printed with at most. */
function unitsOf(figure: Figure, codeIn: CodeIn, lang: string) {
  return Object.fromEntries([...Map.groupBy(figure.rows, (row) => codeIn(row, 'measure'))].map(([code, rows]) => {
    const unit = rows[0]?.unit ?? figure.unit
    const places = rows.flatMap((row) => (row.value === null ? [] : [decimals(row.value)]))
    return [code, { label: unitWords(wordsOf(lang), unit).printed, code: unit, decimals: Math.max(0, ...places) }]
  }))
}

/** Where a row stands in the cube, the last dimension counting fastest. */
const placeOf = (row: Row, dimensions: readonly Dimension[], codeIn: CodeIn): number =>
  dimensions.reduce((at, { id, places }) => at * places.size + (places.get(codeIn(row, id)) ?? 0), 0)

/** `about`, `provisional`, `nearly derived`: what is to be said of a value; '' for one that is exact and final. */
const statusOf = ({ qualifier, status }: Row): string =>
  [qualifier === 'exact' ? '' : qualifier, status === 'final' ? '' : status].filter(Boolean).join(' ')

type Placed = readonly (readonly [place: number, row: Row])[]

/** What rows have, by their place; nothing where they have nothing. */
function sparse<T>(placed: Placed, of: (row: Row) => T | null): Record<string, T> {
  const cells: Record<string, T> = {}
  for (const [place, row] of placed) {
    const value = of(row)
    if (value !== null) cells[place] = value
  }
  return cells
}

/** Cells that JSON-stat has no place for, by place in the cube; columns without any are left out. */
function besides(figure: Figure, placed: Placed, lang: string) {
  const cell = cellsOf(figure, lang)
  const columns = ['lower', 'upper', 'n', 'unit', 'as_printed', 'note', 'source']
  const held = columns.map((column) => [column, sparse(placed, (row) => cell(row, column))] as const)
  return Object.fromEntries(held.filter(([, cells]) => Object.keys(cells).length > 0))
}

/** Words for every code in `status`. */
const statusWords = (figure: Figure, lang: string) => Object.fromEntries(codebookOf(figure, wordsOf(lang))
  .filter(({ name }) => name === 'qualifier' || name === 'status').flatMap(({ codes }) => codes.map(({ code, means }) => [code, means])))

function cubeOf(figure: Figure, lang: string) {
  const [codeIn, columns] = [codesOfRows(figure), columnsOf(figure)]
  const dimensions = (['measure', ...columns] as const).map((column) => dimensionOf(figure, column, codeIn, lang))
  const placed = figure.rows.map((row) => [placeOf(row, dimensions, codeIn), row] as const).toSorted(([a], [b]) => a - b)
  return {
    id: dimensions.map(({ id }) => id),
    size: dimensions.map(({ codes }) => codes.length),
    role: { metric: ['measure'], ...(columns.includes('time') && { time: ['time'] }) },
    dimension: Object.fromEntries(dimensions.map(({ id, label, codes, names }) => [id, {
      label, category: { index: codes, label: names, ...(id === 'measure' && { unit: unitsOf(figure, codeIn, lang) }) },
    }])),
    value: sparse(placed, ({ value }) => (value === null ? null : Number(value))),
    status: sparse(placed, (row) => statusOf(row) || null),
    extension: {
      digits: sparse(placed, ({ value }) => value),
      ...besides(figure, placed, lang),
      status: { label: statusWords(figure, lang) },
    },
  }
}

function documentOf(subject: Subject) {
  const { figure, hash, site, address: { lang } } = subject
  return {
    version: '2.0', class: 'dataset', href: addressOf(subject, 'jsonstat.json'), label: inLanguage(figure.title, lang),
    source: citationOf(site, figure, hash, lang), updated: figure.published,
    note: figure.caveats.map(({ text }) => inLanguage(text, lang)),
    link: { describedby: [{ type: 'application/json', href: addressOf(subject, 'metadata.json') }] },
    ...cubeOf(figure, lang),
  }
}

export const jsonstat: Format = {
  extension: 'jsonstat.json',
  mediaType: 'application/json; charset=utf-8',
  encoder: 3,
  kind: 'data',
  params: WHOLE_PARAMS,
  showsRelease: false,
  isNumeric: true,
  render: (subject) => `${JSON.stringify(documentOf(subject))}\n`,
}
