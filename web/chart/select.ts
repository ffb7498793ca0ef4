/** Which observations a view shows: the one place where `select` and `time` act on rows. */
import { choiceOf } from '../../data/model/choose.ts'
import type { Figure, NotDrawn, Row } from '../../data/model/figure.ts'
import { shapeOf } from '../../data/model/shape.ts'
import { isWithin, yearOf } from '../../data/model/time.ts'
import { isOf } from '../../data/model/undrawn.ts'
import type { View } from '../address.ts'

/** The code `select` looks at: the row's series or group, by shape. */
export const codeOf = (figure: Pick<Figure, 'shape'>, row: Row): string => row[shapeOf(figure.shape).select]

/** Codes in the order their first row stands in the figure. */
export const codesOf = (figure: Pick<Figure, 'shape'>, rows: readonly Row[]): string[] => [...new Set(rows.map((row) => codeOf(figure, row)))]

/** The newest year with a value; of events, the newest year. */
const latestYear = (figure: Pick<Figure, 'shape'>, rows: readonly Row[]): string | null => {
  const isNumeric = shapeOf(figure.shape).numeric
  const years = rows.filter((row) => row.time !== '' && (row.value !== null || !isNumeric)).map((row) => yearOf(row.time))
  return years.length ? String(Math.max(...years)) : null
}

/**
 * The rows of a view, in the figure's order. `latest` is the newest year in which any chosen row has a value.
 * Rows without a time are in every range.
 */
export function selectRows(figure: Figure, view: Pick<View, 'select' | 'time'>): readonly Row[] {
  const { select, time } = view
  const chosen = select === null ? figure.rows : figure.rows.filter(choiceOf(figure, select))
  if (time === null) return chosen
  const year = time === 'latest' ? latestYear(figure, chosen) : null
  const range = time === 'latest' ? { from: year, to: year } : time
  return chosen.filter((row) => row.time === '' || isWithin(row.time, range))
}

type Undrawn = Pick<Figure, 'shape' | 'not_drawn'>

const speaksOf = (figure: Undrawn, entry: NotDrawn, row: Row): boolean => isOf(entry, codeOf(figure, row), row.time)

/** The rows of a view that charts draw, in their order: all but those that the figure keeps for its table and downloads. */
export const drawnRows = (figure: Undrawn, rows: readonly Row[]): readonly Row[] =>
  figure.not_drawn.length ? rows.filter((row) => !figure.not_drawn.some((entry) => speaksOf(figure, entry, row))) : rows

/** What the figure says of those of these rows that are not drawn, to be printed under the chart. */
export const undrawnOf = (figure: Undrawn, rows: readonly Row[]): readonly NotDrawn[] =>
  figure.not_drawn.filter((entry) => rows.some((row) => speaksOf(figure, entry, row)))

/** The reference of a row, as titles and asserts name it: `SGP.2024`. */
export const referenceOf = (row: Row): string => [row.series, row.measure, row.group, row.answer, row.time].filter(Boolean).join('.')
