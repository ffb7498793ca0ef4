/** Entries of a matrix in words: a pair of two things, and the kind that applies to it. */
import { inLanguage, type Figure, type Row } from '../../data/model/figure.ts'
import type { Words } from '../words/words.ts'

type Named = Pick<Figure, 'names' | 'answers'>

/** The row of a code for which the source has no entry. */
export const isBlank = (row: Row): boolean => row.group === ''

const nameIn = (figure: Named, code: string, words: Words): string => {
  const name = figure.names[code]
  return name ? inLanguage(name.name, words.code) : code
}

/** "Viet Nam, Garments"; the code alone where there is no entry. */
export const pairName = (figure: Named, row: Row, words: Words): string =>
  [row.series, row.group].filter(Boolean).map((code) => nameIn(figure, code, words)).join(words.comma)

/** The kind that applies, in words; "no entry" is said and never left out. */
export function kindName(figure: Named, row: Row, words: Words): string {
  const kind = figure.answers[row.answer]
  return isBlank(row) ? words.messages.noEntry : kind ? inLanguage(kind, words.code) : row.answer
}

/** The rows of each pair, in the figure's order; a row without entry stands alone. */
export const pairsOf = (rows: readonly Row[]): readonly (readonly Row[])[] =>
  [...Map.groupBy(rows, ({ series, group }) => JSON.stringify([series, group])).values()]
