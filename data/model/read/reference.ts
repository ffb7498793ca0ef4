/** Finds what a reference such as `SGP.2024` or `evidence.meti-2021.n` points to in a figure. */
import { isMissing } from '../ends.ts'
import type { Evidence, Row } from '../figure.ts'
import { countRow, findCounted, keysOf } from './count.ts'
import { quote } from './rules.ts'

/** A figure as far as references, asserts and sums need it. */
export type Facts = {
  readonly rows: readonly Row[]
  /** False when a row could not be read: what is not found may only be broken, and is not reported. */
  readonly whole: boolean
  readonly evidence: Readonly<Record<string, Evidence>>
  readonly display_decimals: number
  /** Dates that figures and sources carry, as EDTF: their years may stand in texts. */
  readonly dates: ReadonlySet<string>
}

/** What was found; a fault in words; or nothing that can be said, because the figure is broken there. */
export type Found = { readonly row: Row } | { readonly fault: string; readonly remedy: string } | { readonly unknown: true }

const isAt = (row: Row, codes: readonly string[], published: string | undefined): boolean =>
  codes.every((code) => code !== '' && keysOf(row).includes(code)) && (published === undefined || row.published === published)

const ONE_ROW = 'write the codes of one row joined by dots, such as SGP.2024 or survey.yes'
const ONE_PUBLICATION = 'add when the value was published, such as SGP.2024@2025-09'
const NOTHING_TO_PRINT = 'refer to a row that has a value, or say it in words'

const UNKNOWN = { unknown: true } as const

function findCount(facts: Facts, path: string): Found {
  const [, id = '', which = '', extra] = path.split('.')
  const evidence = Object.hasOwn(facts.evidence, id) ? facts.evidence[id] : undefined
  if (!evidence && !facts.whole) return UNKNOWN
  if (!evidence) {
    return {
      fault: `{${path}} names the evidence ${quote(id)}, which is not there`,
      remedy: 'write an id that stands under "evidence:"',
    }
  }
  if (extra !== undefined || (which !== 'n' && which !== 'asked')) {
    return { fault: `{${path}} is not a count`, remedy: `write {evidence.${id}.n} or {evidence.${id}.asked}` }
  }
  const count = evidence[which]
  return count ? { row: countRow(count) } : { fault: `{${path}} is not reported`, remedy: NOTHING_TO_PRINT }
}

/** The one row whose key has all the codes of the path; what follows an @ is when it was published. */
export function findRow(facts: Facts, path: string): Found {
  const [codes = '', published] = path.split('@')
  const rows = facts.rows.filter((row) => isAt(row, codes.split('.'), published))
  const [row] = rows
  if (!facts.whole && (rows.length !== 1 || (row && isMissing(row)))) return UNKNOWN
  if (!row) return { fault: `no row of values.csv is ${quote(path)}`, remedy: ONE_ROW }
  if (rows.length === 1) return { row }
  const isRepublished = new Set(rows.map((one) => one.published)).size === rows.length
  return { fault: `${rows.length} rows of values.csv are ${quote(path)}`, remedy: isRepublished ? ONE_PUBLICATION : ONE_ROW }
}

/** What `{path}` in a text stands for. */
export function find(facts: Facts, path: string): Found {
  if (path.startsWith('evidence.')) return findCount(facts, path)
  if (path.startsWith('count.')) return findCounted(facts, path)
  const found = findRow(facts, path)
  if ('row' in found && isMissing(found.row)) return { fault: `${quote(path)} has no value`, remedy: NOTHING_TO_PRINT }
  return found
}
