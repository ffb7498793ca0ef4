/** The published table of a figure: the columns of its shape, each cell as text in a language. */
import { inLanguage, type Figure, type Row } from '../../data/model/figure.ts'
import { shapeOf } from '../../data/model/shape.ts'

/** Cells of rows: the source's digits, a code, or words in a language; null where there is nothing. */
export type Cells = (row: Row, column: string) => string | null

const isCell = (row: Row, column: string): column is keyof Row => Object.hasOwn(row, column)

/** Columns of every download of a figure of this shape, in order. */
export const columnsOf = (figure: Pick<Figure, 'shape'>): readonly string[] => shapeOf(figure.shape).published

const inWords = (texts: readonly (readonly [string, Readonly<Record<string, string>>])[], lang: string): ReadonlyMap<string, string> =>
  new Map(texts.map(([code, text]) => [code, inLanguage(text, lang)]))

/** Reads a figure's cells in a language: its names and notes are put in words once. */
export function cellsOf(figure: Figure, lang: string): Cells {
  const names = inWords(Object.entries(figure.names).map(([code, { name }]) => [code, name]), lang)
  const notes = inWords(Object.entries(figure.notes), lang)
  return (row, column) => {
    if (column === 'series_name') return names.get(row.series) ?? null
    if (column === 'note') return notes.get(row.note) ?? null
    return isCell(row, column) ? row[column] || null : null
  }
}

/** One cell: for one that is looked at alone. */
export const cellOf = (figure: Figure, row: Row, column: string, lang: string): string | null => cellsOf(figure, lang)(row, column)
