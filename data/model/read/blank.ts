/** Checks the rows of codes for which the source has no entry: such a row is its code's only one. */
import type { Row } from '../figure.ts'
import type { Shape } from '../shape.ts'
import type { Cells } from './header.ts'
import { quote, type Ledger } from './rules.ts'

/** Reports a row without an entry whose code has another row. */
export function checkBlanks(rows: readonly Row[], table: readonly Cells[], { select, entry }: Shape, ledger: Ledger): void {
  const isBlank = (cells: Cells | undefined): boolean => entry.length > 0 && entry.every((column) => cells?.cell(column) === '')
  for (const [i, row] of rows.entries()) {
    const other = rows.findIndex((one, at) => at !== i && one[select] === row[select] && row[select] !== '')
    if (!isBlank(table[i]) || other < 0 || (isBlank(table[other]) && other > i)) continue
    ledger.add(
      table[i]?.line ?? 1, `${quote(row[select])} has no entry here, and a row on line ${table[other]?.line ?? 1}`,
      'delete one of the two: an empty row says that the source has no entry at all',
    )
  }
}
