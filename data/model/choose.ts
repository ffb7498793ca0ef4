/** What a view chooses rows by: the codes of one column for most shapes, of lanes, kinds and actors for events. */
import type { Figure, Row } from './figure.ts'
import { shapeOf, type Dimension } from './shape.ts'

/** Codes in a cell that may hold several: `codesIn('METI~MOFA') // => ['METI', 'MOFA']`. */
export const codesIn = (cell: string): readonly string[] => (cell === '' ? [] : cell.split('~'))

type Rows = Pick<Figure, 'shape' | 'rows'>

/** The codes of one dimension, in the order of the rows. */
export const codesAlong = ({ rows }: Rows, dimension: Dimension): readonly string[] =>
  [...new Set(rows.flatMap((row) => codesIn(row[dimension])))]

/** Every code that `select` takes, dimension by dimension. */
export const selectable = (figure: Rows): readonly string[] =>
  shapeOf(figure.shape).dimensions.flatMap((dimension) => codesAlong(figure, dimension))

/**
 * Whether a row is among what is chosen: it has one of the codes chosen in every dimension in which any is.
 * Codes that the figure does not have choose nothing.
 */
export function choiceOf(figure: Rows, select: readonly string[]): (row: Row) => boolean {
  const asked = shapeOf(figure.shape).dimensions.flatMap((dimension) => {
    const codes = codesAlong(figure, dimension).filter((code) => select.includes(code))
    return codes.length ? [{ dimension, codes }] : []
  })
  return (row) => asked.length > 0 && asked.every(({ dimension, codes }) => codesIn(row[dimension]).some((code) => codes.includes(code)))
}
