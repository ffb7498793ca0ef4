/** Checks the bounds of a value: only a range has its own, in order, around its value, and within its unit. */
import type { Row } from '../figure.ts'
import { compare } from '../quantity.ts'
import type { Cells } from './header.ts'
import { quote, type Ledger } from './rules.ts'

const isBelow = (a: string | null, b: string | null): boolean => a !== null && b !== null && compare(a, b) < 0

/** Bounds are written for `between` and follow from every other qualifier. */
export function checkBounds(row: Row, cells: Cells, ledger: Ledger): void {
  const { line } = cells
  if (row.qualifier !== 'between') {
    const column = ['lower', 'upper'].find((name) => cells.cell(name) !== '')
    if (column) {
      ledger.add(
        line, `${column} ${quote(cells.cell(column))} stands beside the qualifier ${quote(row.qualifier)}`,
        'leave it empty, or write the qualifier between',
      )
    }
    return
  }
  if (cells.cell('lower') === '' || cells.cell('upper') === '') {
    ledger.add(line, 'a range needs lower and upper', 'fill in both, such as 10 and 16')
  }
  if (isBelow(row.upper, row.lower)) {
    ledger.add(line, `lower ${quote(row.lower ?? '')} is above upper ${quote(row.upper ?? '')}`, 'exchange the two')
  }
  if (isBelow(row.value, row.lower) || isBelow(row.upper, row.value)) {
    ledger.add(line, `value ${quote(row.value ?? '')} is outside its range`, 'correct the value, or lower and upper')
  }
}

/** Shares of a whole lie from 0 to 100. */
export function checkShare(row: Row, cells: Cells, ledger: Ledger): void {
  for (const column of ['value', 'lower', 'upper'] as const) {
    const text = row[column]
    const outside = isBelow(text, '0') || isBelow('100', text)
    if (outside && cells.cell(column) !== '') {
      ledger.add(cells.line, `${column} ${quote(text ?? '')} is a share outside 0 to 100`, 'correct the number, or the unit')
    }
  }
}
