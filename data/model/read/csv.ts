/** Reads CSV strictly: what is not a table is a list of problems, and every cell knows its line. */
import { CsvError, parse, type Options } from 'csv-parse/sync'
import { unguard } from '../csv.ts'
import { MAX_TEXT, tooLong } from './bytes.ts'
import type { Ledger } from './rules.ts'

export type CsvRow = { readonly line: number; readonly cells: readonly string[] }
/** `whole` is false when a row was broken and left out. */
export type CsvTable = { readonly header: CsvRow; readonly rows: readonly CsvRow[]; readonly whole: boolean }

/** Ragged rows are let through, since we name each of them with its line. */
const OPTIONS: Options = { record_delimiter: ['\r\n', '\n'], relax_column_count: true, max_record_size: 0 }

const TWICE = 'a quotation mark inside a cell is written twice'

const REMEDIES: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: `add the closing quotation mark; ${TWICE}`,
  CSV_INVALID_CLOSING_QUOTE: `after a closing quotation mark only a comma may follow; ${TWICE}`,
  INVALID_OPENING_QUOTE: 'put the whole cell in quotation marks and write the one inside it twice',
}

const newlines = (cells: readonly string[]): number => cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)

/** A record begins where the one before it ended; csv-parse counts CRLF inside quotes twice, so we count. */
function withLines(records: readonly (readonly string[])[]): readonly CsvRow[] {
  let line = 1
  return records.map((cells) => {
    const row = { line, cells: cells.map(unguard) }
    line += 1 + newlines(cells)
    return row
  })
}

/** The line on which the record after the first `count` ones begins. */
function lineAfter(text: string, count: number): number {
  if (count === 0) return 1
  return parse(text, { ...OPTIONS, to: count }).reduce((line, cells) => line + 1 + newlines(cells), 1)
}

function parseText(text: string, ledger: Ledger): readonly CsvRow[] | null {
  try {
    return withLines(parse(text, OPTIONS))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const remedy = REMEDIES[error.code] ?? 'save the file again as CSV (UTF-8) from a spreadsheet'
    ledger.add(lineAfter(text, error.records), 'the quotation marks in this row do not match', remedy)
    return null
  }
}

const isBlank = (row: CsvRow): boolean => row.cells.length === 1 && row.cells[0] === ''

function checkWidth(row: CsvRow, width: number, ledger: Ledger): boolean {
  if (row.cells.length === width) return true
  const message = isBlank(row) ? 'this row is empty' : `this row has ${row.cells.length} cells, the header has ${width}`
  ledger.add(
    row.line, message,
    isBlank(row) ? 'delete the row' : 'give every row one cell for each column; a missing value is an empty cell',
  )
  return false
}

function checkLengths(row: CsvRow, ledger: Ledger): boolean {
  const long = row.cells.find((cell) => cell.length > MAX_TEXT)
  if (long !== undefined) tooLong(row.line, long, 'a cell', ledger)
  return long === undefined
}

/**
 * The table in a CSV text (RFC 4180; LF is accepted, guards of writeCsv are taken off), or null when the text is none.
 * A row that is ragged or too long is reported and left out, so that the others can still be checked.
 */
export function readCsv(text: string, ledger: Ledger): CsvTable | null {
  const [header, ...rest] = parseText(text, ledger) ?? []
  if (!header) return null
  const width = header.cells.length
  // Empty lines in the end are what an editor leaves behind; a one-column table has no other way to say "empty".
  const last = width === 1 ? rest.length : rest.findLastIndex((row) => !isBlank(row)) + 1
  const given = rest.slice(0, last)
  const rows = given.filter((row) => checkWidth(row, width, ledger) && checkLengths(row, ledger))
  return { header, rows, whole: rows.length === given.length }
}
