/** The columns of a figure's table as standards for tables describe them: which are keys, of what type, which codes they hold. */
import type { Figure } from '../../data/model/figure.ts'
import { shapeOf, type ColumnType } from '../../data/model/shape.ts'
import { codebookOf, type CodeWords } from '../../web/words/codebook.ts'
import { wordsOf } from '../../web/words/index.ts'
import { cellsOf } from './table.ts'

export type Field = {
  readonly name: string
  readonly type: ColumnType
  readonly means: string
  readonly codes: readonly CodeWords[]
  /** Whether every row has it. */
  readonly isRequired: boolean
  /** Whether a cell may hold several codes, joined by ~. */
  readonly isSeveral: boolean
}

/** Says of a column whether every row of a figure has something in it. */
function fullIn(figure: Figure, lang: string): (column: string) => boolean {
  const cell = cellsOf(figure, lang)
  return (column) => figure.rows.every((row) => cell(row, column) !== null)
}

/** The columns in order, each with what it holds. */
export function fieldsOf(figure: Figure, lang: string): readonly Field[] {
  const isFull = fullIn(figure, lang)
  return codebookOf(figure, wordsOf(lang)).map((column) =>
    ({ ...column, isRequired: isFull(column.name), isSeveral: shapeOf(figure.shape).several.includes(column.name) }))
}

/**
 * The columns that tell rows apart: those of the shape's key that every row fills in, since standards allow no empty cell in a key.
 * None where they do not: then the rows have no key that could be published.
 */
export function keyOf(figure: Figure, lang: string): readonly string[] {
  const cell = cellsOf(figure, lang)
  const key = shapeOf(figure.shape).key.filter(fullIn(figure, lang))
  const known = new Set(figure.rows.map((row) => JSON.stringify(key.map((column) => cell(row, column)))))
  return known.size === figure.rows.length ? key : []
}
