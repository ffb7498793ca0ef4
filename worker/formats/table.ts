/** The published table of a figure: the columns of its shape, each cell as text in a language. */
import { inLanguage, type Figure, type Row } from '../../data/model/figure.ts'
import { shapeOf } from '../../data/model/shape.ts'

const isCell = (row: Row, column: string): column is keyof Row => Object.hasOwn(row, column)

/** Columns of every download of a figure of this shape, in order. */
export const columnsOf = (figure: Pick<Figure, 'shape'>): readonly string[] => shapeOf(figure.shape).published

/** One cell: the source's digits, a code, or words in the language; null where there is nothing. */
export function cellOf(figure: Figure, row: Row, column: string, lang: string): string | null {
  if (column === 'series_name') {
    const name = Object.hasOwn(figure.names, row.series) ? figure.names[row.series] : undefined
    return name ? inLanguage(name.name, lang) : null
  }
  if (column === 'note') {
    const note = Object.hasOwn(figure.notes, row.note) ? figure.notes[row.note] : undefined
    return note ? inLanguage(note, lang) : null
  }
  return isCell(row, column) ? row[column] || null : null
}
