/** CSV as we write it: RFC 4180, CRLF, and no text that a spreadsheet would run. Reading is in read/csv.ts. */
import { isDecimal } from './quantity.ts'

/**
 * Beginnings that spreadsheets take for a formula, in half and full width (a Japanese Excel reads both),
 * after any guards that already stand there.
 */
const RUNS = /^'*[=+\-@\t\r\n＝＋－＠]/

/** A text that a spreadsheet would run gets a `'` before it; a number, also a negative one, stays a number. */
const guard = (cell: string): string => (RUNS.test(cell) && !isDecimal(cell) ? `'${cell}` : cell)

/** Takes the guard off again: `unguard("'=1+1") // => '=1+1'`. */
export const unguard = (cell: string): string => (cell.startsWith("'") && RUNS.test(cell) ? cell.slice(1) : cell)

/** RFC 4180 §2.6–2.7; also quoted: spaces at the ends and a byte order mark, which readers would drop. */
const NEEDS_QUOTES = /[",\r\n\uFEFF]|^\s|\s$/

const printCell = (cell: string): string => {
  const text = guard(cell)
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A row of one empty cell is quoted: as a bare empty line it would be no row. */
const printRow = (cells: readonly string[]): string =>
  cells.length === 1 && cells[0] === '' ? '""\r\n' : `${cells.map(printCell).join(',')}\r\n`

/**
 * A table as CSV: header, rows, every line ended by CRLF. A missing value is an empty cell.
 *
 * writeCsv(['note', 'value'], [['=1+1', '-3.50'], ['a "b"', null]]) // => "note,value\r\n'=1+1,-3.50\r\n\"a \"\"b\"\"\",\r\n"
 */
export const writeCsv = (header: readonly string[], rows: Iterable<readonly (string | null)[]>): string =>
  [header, ...rows].map((row) => printRow(row.map((cell) => cell ?? ''))).join('')
