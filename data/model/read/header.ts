/** Checks the header of a CSV table: which columns, under which names, in which order. */
import type { CsvRow, CsvTable } from './csv.ts'
import { quote, type Ledger } from './rules.ts'
import { suggest } from './schema.ts'

/** A row of a checked table: cells by column name, '' for a column the table leaves out. */
export type Cells = { readonly line: number; readonly cell: (column: string) => string }

/** Columns a table must have, and all it may have, in order. `filled` are columns that only the build writes. */
export type Header = {
  readonly required: readonly string[]
  readonly allowed: readonly string[]
  readonly filled?: readonly string[]
}

function checkUnknown(header: CsvRow, { allowed, filled = [] }: Header, ledger: Ledger): void {
  for (const [i, name] of header.cells.entries()) {
    const column = `the column ${quote(name)}`
    if (header.cells.indexOf(name) < i) ledger.add(header.line, `${column} stands here twice`, 'delete one of the two')
    else if (filled.includes(name)) ledger.add(header.line, `${column} is filled in by the build`, 'delete the column')
    else if (!allowed.includes(name)) {
      ledger.add(header.line, `unknown column ${quote(name)}`, suggest(name, allowed))
    }
  }
}

function checkOrder(header: CsvRow, allowed: readonly string[], ledger: Ledger): void {
  const known = header.cells.filter((name, i) => allowed.includes(name) && header.cells.indexOf(name) === i)
  const wanted = allowed.filter((name) => known.includes(name))
  const moved = known.find((name, i) => name !== wanted[i])
  if (moved !== undefined) {
    ledger.add(
      header.line, `the column ${quote(moved)} is not in its place`, `put the columns in this order: ${wanted.join(',')}`,
    )
  }
}

/** The rows of a table by column name, or null when a column that must be there is missing. */
export function readHeader(table: CsvTable, header: Header, ledger: Ledger): readonly Cells[] | null {
  const names = table.header.cells
  checkUnknown(table.header, header, ledger)
  checkOrder(table.header, header.allowed, ledger)
  const missing = header.required.filter((name) => !names.includes(name))
  for (const name of missing) {
    ledger.add(table.header.line, `the column ${quote(name)} is missing`, `add it; the columns are ${header.required.join(',')}`)
  }
  if (missing.length > 0) return null
  return table.rows.map(({ line, cells }) => ({ line, cell: (column) => cells[names.indexOf(column)] ?? '' }))
}
