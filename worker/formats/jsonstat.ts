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

/** What a row has in a dimension. */
const codeIn = (row: Row, column: KeyColumn): string => row[column] || (column === 'measure' ? ONLY_MEASURE : '')

/** The columns that tell a figure's rows apart, besides the measure: of dates of publication only where two rows differ in nothing else. */
function columnsOf({ shape, rows }: Figure): readonly KeyColumn[] {
  const filled = shapeOf(shape).key.filter((column) => column !== 'measure' && rows.some((row) => row[column] !== ''))
  const least = filled.filter((column) => column !== 'published')
  const places = new Set(rows.map((row) => ['measure' as const, ...least].map((column) => codeIn(row, column)).join('\n')))
  return places.size === rows.length ? least : filled
}

function dimensionOf(figure: Figure, column: KeyColumn, lang: string): Dimension {
  const words = wordsOf(lang)
  const isTime = column === 'time' || column === 'published'
  const held = [...new Set(figure.rows.map((row) => codeIn(row, column)))]
  const codes = isTime ? held.toSorted() : held
  const known = Object.fromEntries(codesOf(figure, column, words).map(({ code, means }) => [code, means]))
  const name = (code: string): string => {
    if (isTime) return words.date(code)
    return known[code] ?? (column === 'measure' ? inLanguage(figure.measure, lang) : code)
  }
  return {
    id: column, label: words.columns[column], codes, places: new Map(codes.map((code, i) => [code, i])),
    names: Object.fromEntries(codes.map((code) => [code, code === '' ? words.messages.missing : name(code)])),
  }
}

/** The unit of each measure, and how many decimals its values are printed with at most. */
function unitsOf(figure: Figure, { codes }: Dimension, lang: string) {
  return Object.fromEntries(codes.map((code) => {
    const rows = figure.rows.filter((row) => codeIn(row, 'measure') === code)
    const unit = rows[0]?.unit ?? figure.unit
    const places = rows.flatMap((row) => (row.value === null ? [] : [decimals(row.value)]))
    return [code, { label: unitWords(wordsOf(lang), unit).printed, code: unit, decimals: Math.max(0, ...places) }]
  }))
}

/** Where a row stands in the cube, the last dimension counting fastest. */
const placeOf = (row: Row, dimensions: readonly Dimension[]): number =>
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
  const metric = dimensionOf(figure, 'measure', lang)
  const columns = columnsOf(figure)
  const dimensions = [metric, ...columns.map((column) => dimensionOf(figure, column, lang))]
  const placed = figure.rows.map((row) => [placeOf(row, dimensions), row] as const).toSorted(([a], [b]) => a - b)
  return {
    id: dimensions.map(({ id }) => id),
    size: dimensions.map(({ codes }) => codes.length),
    role: { metric: ['measure'], ...(columns.includes('time') && { time: ['time'] }) },
    dimension: Object.fromEntries(dimensions.map(({ id, label, codes, names }) => [id, {
      label, category: { index: codes, label: names, ...(id === 'measure' && { unit: unitsOf(figure, metric, lang) }) },
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
  encoder: 1,
  kind: 'data',
  params: WHOLE_PARAMS,
  showsRelease: false,
  isNumeric: true,
  render: (subject) => `${JSON.stringify(documentOf(subject))}\n`,
}
