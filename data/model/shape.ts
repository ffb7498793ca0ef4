/** The five shapes a figure can have, and the one ordered set of columns that the numeric shapes share. */

/** What a column holds, as the reader checks it and the codebook explains it. */
export type ColumnType = 'code' | 'text' | 'decimal' | 'integer' | 'time' | 'date' | 'reference'

export type Column = { readonly name: string; readonly type: ColumnType }

/** All columns of the long table, in order. New columns are only ever added at the end. */
export const COLUMNS = [
  { name: 'series', type: 'code' },
  { name: 'series_name', type: 'text' },
  { name: 'measure', type: 'code' },
  { name: 'group', type: 'code' },
  { name: 'answer', type: 'code' },
  { name: 'time', type: 'time' },
  { name: 'value', type: 'decimal' },
  { name: 'qualifier', type: 'code' },
  { name: 'lower', type: 'decimal' },
  { name: 'upper', type: 'decimal' },
  { name: 'unit', type: 'code' },
  { name: 'n', type: 'integer' },
  { name: 'status', type: 'code' },
  { name: 'published', type: 'date' },
  { name: 'evidence', type: 'reference' },
  { name: 'source', type: 'reference' },
  { name: 'note', type: 'text' },
  { name: 'as_printed', type: 'text' },
  { name: 'actors', type: 'reference' },
] as const satisfies readonly Column[]

export type ColumnName = (typeof COLUMNS)[number]['name']

/** Columns whose codes a view may choose rows by. */
export type Dimension = 'series' | 'group' | 'answer' | 'actors'

/** Columns that answer "which observation is this?". */
export type KeyColumn = 'series' | 'measure' | 'group' | 'answer' | 'time' | 'published'

/** Columns by which a figure may hold several values of one code and time: not every chart type can show that. */
export const APART = ['measure', 'published'] as const satisfies readonly KeyColumn[]
export type Apart = (typeof APART)[number]

/**
 * A shape's declaration: what its values.csv must and may hold, what it publishes,
 * which columns identify a row, and which columns the URL's `select` and `time` act on.
 */
export type Shape = {
  /** Columns every values.csv of this shape has. */
  readonly required: readonly string[]
  /** Columns it may have besides; all columns stand in the order of `published`. */
  readonly optional: readonly string[]
  /** Columns of every download, in order. */
  readonly published: readonly string[]
  /** Columns of values.csv that are empty together where the source has no entry for a code: that row is its only one. */
  readonly entry: readonly string[]
  /** Columns that together are unique. */
  readonly key: readonly KeyColumn[]
  /** The column a chart groups by, and the URL's `select` acts on. */
  readonly select: 'series' | 'group'
  /** All columns that `select` acts on: within one any of the codes chosen, between two both must hold. */
  readonly dimensions: readonly Dimension[]
  /** Columns whose cells may hold several codes, joined by ~. */
  readonly several: readonly string[]
  readonly time: boolean
  /** Numeric shapes fit the one long table; events and matrices do not. */
  readonly numeric: boolean
}

const facts = ['qualifier', 'lower', 'upper', 'unit', 'n', 'status', 'published', 'evidence', 'source', 'note', 'as_printed']
const columnNames = COLUMNS.map((column) => column.name)
const without = (...left: string[]) => columnNames.filter((name) => name !== 'actors' && !left.includes(name))

export const SHAPES = {
  /** One statement from somebody's text, and what its source says. */
  claim: {
    required: ['series', 'value'], optional: ['measure', ...facts],
    published: without('group', 'answer', 'time'), key: ['series'], select: 'series', time: false, numeric: true,
    dimensions: ['series'], entry: [], several: [],
  },
  /** Shares of populations that gave an answer. */
  shares: {
    required: ['group', 'answer', 'value'], optional: ['measure', 'time', ...facts],
    published: without('series', 'series_name'), key: ['measure', 'group', 'answer', 'time'],
    select: 'group', time: true, numeric: true, dimensions: ['group'], entry: [], several: [],
  },
  /** Values of places or actors over time. */
  series: {
    required: ['series', 'time', 'value'], optional: ['measure', ...facts],
    published: without('group', 'answer'), key: ['series', 'measure', 'time', 'published'],
    select: 'series', time: true, numeric: true, dimensions: ['series'], entry: [], several: [],
  },
  /** Things that happened, each with a date as precise as its source, in a lane (group), of a kind (answer), by actors. */
  events: {
    required: ['series', 'group', 'time', 'source'], optional: ['answer', 'status', 'published', 'evidence', 'note', 'as_printed', 'actors'],
    published: [
      'series', 'series_name', 'group', 'answer', 'time', 'status', 'published', 'evidence', 'source', 'note', 'as_printed', 'actors',
    ],
    key: ['series', 'time'], select: 'group', time: true, numeric: false,
    dimensions: ['group', 'answer', 'actors'], entry: [], several: ['source', 'actors'],
  },
  /** Which kinds apply to which pair of things: one row for each pair and kind. */
  matrix: {
    required: ['series', 'group', 'answer'], optional: ['status', 'published', 'evidence', 'source', 'note', 'as_printed'],
    published: ['series', 'series_name', 'group', 'answer', 'status', 'published', 'evidence', 'source', 'note', 'as_printed'],
    key: ['series', 'group', 'answer'], select: 'series', time: false, numeric: false,
    dimensions: ['series'], entry: ['group', 'answer'], several: [],
  },
} as const satisfies Record<string, Shape>

export type ShapeName = keyof typeof SHAPES

/** The declaration of a shape, with the general type. */
export const shapeOf = (name: ShapeName): Shape => SHAPES[name]

export const isShapeName = (name: string): name is ShapeName => Object.hasOwn(SHAPES, name)

/** The declared type of a column, `text` for one outside the long table. */
export const columnType = (name: string): ColumnType =>
  COLUMNS.find((column) => column.name === name)?.type ?? 'text'
