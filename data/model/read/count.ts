/** Counts what a figure's rows say: `count pairs = 77` in asserts, `{count.MMR.forced}` in texts. */
import { codesIn } from '../choose.ts'
import { isMissing } from '../ends.ts'
import type { Count, Row } from '../figure.ts'
import type { Facts, Found } from './reference.ts'
import { quote } from './rules.ts'

/** The codes that answer which observation a row is. */
export const keysOf = (row: Row): readonly string[] => [row.series, row.measure, row.group, row.answer, row.time, ...codesIn(row.actors)]

/** A row that says something of its code: a number, or an entry. The one row of a code without entry does not. */
const isSaid = (row: Row): boolean => !isMissing(row) || row.group !== ''

const distinct = (rows: readonly Row[], codeOf: (row: Row) => string): number => new Set(rows.map(codeOf)).size

/** What a row counts as: a pair of a matrix is one, however many kinds apply to it; any other row is one by itself. */
const thingOf = (row: Row, i: number): string =>
  JSON.stringify(row.series !== '' && row.group !== '' && row.time === '' ? [row.series, row.group] : i)

const thingsIn = (rows: readonly Row[]): number => new Set(rows.map(thingOf)).size

const COUNTED: Readonly<Record<string, (said: readonly Row[]) => number>> = {
  series: (said) => distinct(said, (row) => row.series),
  groups: (said) => distinct(said, (row) => row.group),
  values: (said) => said.filter((row) => !isMissing(row)).length,
  events: thingsIn,
  pairs: thingsIn,
}

/**
 * How many there are: of series, groups, values, events or pairs, or of those that have all the codes of a path. A code
 * that stands nowhere is a fault, so that a slip of the pen counts nothing; one without an entry has none.
 */
export function countOf(rows: readonly Row[], what: string): number | { readonly fault: string; readonly remedy: string } {
  const said = rows.filter(isSaid)
  const counted = Object.hasOwn(COUNTED, what) ? COUNTED[what] : undefined
  if (counted) return counted(said)
  const codes = what.split('.')
  const unknown = codes.find((code) => code === '' || !rows.some((row) => keysOf(row).includes(code)))
  if (unknown !== undefined) {
    return { fault: `${quote(unknown)} is no code of values.csv`, remedy: 'count series, groups, values, events, pairs or codes that stand there' }
  }
  return thingsIn(said.filter((row) => codes.every((code) => keysOf(row).includes(code))))
}

/** A count as a row without a unit, so that it is said as any number is. */
export const countRow = ({ value, qualifier }: NonNullable<Count>): Row => ({
  series: '', measure: '', group: '', answer: '', time: '', value, qualifier, lower: null, upper: null, unit: '', n: null,
  status: 'final', published: '', evidence: '', source: '', note: '', as_printed: '', actors: '',
})

/** What `{count.pairs}` or `{count.MMR.forced}` in a text stands for. */
export function findCounted({ rows, whole }: Facts, path: string): Found {
  if (!whole) return { unknown: true }
  const counted = countOf(rows, path.slice('count.'.length))
  return typeof counted === 'number' ? { row: countRow({ value: String(counted), qualifier: 'exact' }) } : counted
}
