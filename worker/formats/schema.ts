/** The columns of a figure's table as standards for tables describe them: which are keys, of what type, which codes they hold. */
import type { Figure } from '../../data/model/figure.ts'
import { shapeOf, type ColumnType } from '../../data/model/shape.ts'
import { codebookOf, type CodeWords } from '../../web/words/codebook.ts'
import { wordsOf } from '../../web/words/index.ts'
import { cellOf } from './table.ts'

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

/** Whether every row of a figure has something in a column. */
const isFull = (figure: Figure, column: string, lang: string): boolean => figure.rows.every((row) => cellOf(figure, row, column, lang) !== null)

/** The columns in order, each with what it holds. */
export const fieldsOf = (figure: Figure, lang: string): readonly Field[] =>
  codebookOf(figure, wordsOf(lang)).map(({ name, type, means, codes }) => ({
    name, type, means, codes,
    isRequired: isFull(figure, name, lang),
    isSeveral: shapeOf(figure.shape).several.includes(name),
  }))

/** The columns that tell rows apart: those of the shape's key that every row fills in. Standards allow no empty cell in a key. */
export const keyOf = (figure: Figure, lang: string): readonly string[] =>
  shapeOf(figure.shape).key.filter((column) => isFull(figure, column, lang))
