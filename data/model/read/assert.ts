/** Evaluates what a title says in words: `SGP.2024 > VNM.2024`, `rank 2024 = SGP, TLS`, `count series = 11`. */
import type { Name, Row } from '../figure.ts'
import { compare, isDecimal } from '../quantity.ts'
import type { Shape } from '../shape.ts'
import { countOf } from './count.ts'
import { evaluate, type Lookup } from './formula.ts'
import { findRow, type Facts } from './reference.ts'
import { quote, type Ledger } from './rules.ts'

/** What asserts are evaluated on. */
export type Ground = { readonly facts: Facts; readonly shape: Shape; readonly names: Readonly<Record<string, Name>> }

/** Why an assert does not hold, with the actual values, and what to do; null = it holds, or nothing can be said. */
type Verdict = readonly [message: string, remedy: string] | null

const WRONG = 'correct the values or the assert, and the words of the title with it'

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '=': (order) => order === 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
}

/** The value of a reference in an assert. */
export const lookupIn = (facts: Facts): Lookup => (path) => {
  const found = findRow(facts, path)
  if ('unknown' in found) return null
  if ('fault' in found) return found
  return found.row.value === null ? { fault: `${quote(path)} has no value`, remedy: WRONG } : { value: found.row.value }
}

/** `A > B > C`: every operand against the next. */
function checkChain(text: string, { facts }: Ground): Verdict {
  const pieces = text.split(/\s+(<=|>=|<|>|=)\s+/)
  const operands = pieces.filter((_, i) => i % 2 === 0)
  const signs = pieces.filter((_, i) => i % 2 === 1)
  if (signs.length === 0) {
    return [`${quote(text)} is not an assert`, 'write A > B, rank 2024 = A, B, lowest 2024 = A or count series = 11']
  }
  const results = operands.map((operand) => evaluate(operand, lookupIn(facts)))
  const fault = results.find((result) => result && 'fault' in result)
  if (fault && 'fault' in fault) return [fault.fault, fault.remedy]
  const values = results.map((result) => (result && 'value' in result ? result.value : null))
  const holds = signs.every((sign, i) => {
    const [left, right] = [values[i], values[i + 1]]
    return !left || !right || (COMPARISONS[sign]?.(compare(left, right)) ?? false)
  })
  const actual = operands.map((operand, i) => (isDecimal(operand) ? operand : `${operand} is ${values[i] ?? 'broken'}`))
  return holds ? null : [`${quote(text)} is false: ${actual.join(', ')}`, WRONG]
}

const codeOf = (row: Row, shape: Shape): string => row[shape.select]

/** The values of one time, or of one measure and time, highest first, without aggregates; a fault when a code has several. */
function rankedAt(when: string, { facts, shape, names }: Ground): readonly Row[] | string {
  const [time = '', measure] = when.split('.').toReversed()
  const rows = facts.rows.filter((row) =>
    row.time === time && (measure === undefined || row.measure === measure) && row.value !== null && !names[codeOf(row, shape)]?.aggregate)
  const codes = rows.map((row) => codeOf(row, shape))
  const twice = codes.find((code, i) => codes.indexOf(code) < i)
  if (twice !== undefined) return `${quote(twice)} has several values at ${when}`
  if (rows.length === 0) return `there is no value at ${quote(when)}`
  return rows.toSorted((a, b) => compare(b.value ?? '0', a.value ?? '0'))
}

/** The codes in front must be these, each apart from the one after it. */
function checkRank(text: string, time: string, wanted: readonly string[], ground: Ground, isLowest: boolean): Verdict {
  if (!ground.facts.whole) return null
  const ranked = rankedAt(time, ground)
  if (typeof ranked === 'string') return [ranked, 'write a time, or a measure and a time such as exports.2024, at which every code has one value']
  const rows = isLowest ? ranked.toReversed() : ranked
  const shown = rows.slice(0, wanted.length + 1).map((row) => `${codeOf(row, ground.shape)} ${row.value}`).join(', ')
  const inOrder = wanted.every((code, i) => rows[i] !== undefined && codeOf(rows[i], ground.shape) === code)
  const tied = rows.slice(0, wanted.length).some(
    (row, i) => rows[i + 1] && compare(row.value ?? '0', rows[i + 1]?.value ?? '0') === 0,
  )
  if (inOrder && !tied) return null
  const why = tied ? 'undecided, since values are equal' : 'false'
  return [`${quote(text)} is ${why}: ${isLowest ? 'the lowest' : 'the highest'} are ${shown}`, WRONG]
}

function checkCount(text: string, what: string, wanted: string, { facts }: Ground): Verdict {
  if (!facts.whole) return null
  const counted = countOf(facts.rows, what)
  if (typeof counted === 'number') return counted === Number(wanted) ? null : [`${quote(text)} is false: there are ${counted}`, WRONG]
  return [counted.fault, counted.remedy]
}

function verdictOn(text: string, ground: Ground): Verdict {
  const rank = /^(rank|lowest)\s+(\S+)\s*=\s*(.+)$/.exec(text)
  if (rank) {
    return checkRank(text, rank[2] ?? '', (rank[3] ?? '').split(',').map((code) => code.trim()), ground, rank[1] === 'lowest')
  }
  const count = /^count\s+(\S+)\s*=\s*(\d+)$/.exec(text)
  if (count) return checkCount(text, count[1] ?? '', count[2] ?? '', ground)
  return checkChain(text, ground)
}

/** Reports an assert that is false, with the values that make it so. */
export function checkAssert(text: string, line: number, ground: Ground, ledger: Ledger): void {
  const verdict = verdictOn(text.trim(), ground)
  if (verdict) ledger.add(line, ...verdict)
}
