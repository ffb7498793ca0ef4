/** Checks what a figure says adds up: totals of parts, and values derived by a formula. */
import { STATUSES, type Derived, type Row, type Text, type Total } from '../figure.ts'
import { add, compare, decimals, magnitude, multiply, subtract } from '../quantity.ts'
import type { Shape } from '../shape.ts'
import { evaluate, FORMULA_REMEDY, type Lookup } from './formula.ts'
import { findRow, type Facts } from './reference.ts'
import { quote, type Ledger } from './rules.ts'
import { decimal, listOf, object, oneOf, required, word, wordThat, type Read } from './schema.ts'

/** A total of parts. */
export const totalIn = (isCodeHere: (code: string) => boolean): Read<Total> => {
  const code = wordThat(isCodeHere, 'a code of values.csv', 'write a code that stands there')
  return object({ total: required(code), parts: required(listOf(code)), tolerance: required(decimal) })
}

/** Rows that a total is formed in, one group for each time, measure and answer. */
const groupsOf = (rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> =>
  Map.groupBy(rows, (row) => [row.time, row.measure, row.answer].filter((cell) => cell !== '').join(' '))

/** One group's total against the sum of its parts, within `tolerance` for each part. */
function checkGroup(total: Total, at: string, values: ReadonlyMap<string, string | null>, line: number, ledger: Ledger): void {
  const where = at === '' ? '' : ` at ${at}`
  const missing = [total.total, ...total.parts].filter((code) => values.get(code) === undefined || values.get(code) === null)
  if (missing.length > 0) {
    return ledger.add(
      line, `the total ${quote(total.total)}${where} lacks a value of ${missing.join(', ')}`,
      'add the value, or take the total out of "totals:"',
    )
  }
  const sum = total.parts.reduce((so, code) => add(so, values.get(code) ?? '0'), '0')
  const wanted = values.get(total.total) ?? '0'
  const allowed = multiply(total.tolerance, String(total.parts.length))
  if (compare(magnitude(subtract(sum, wanted)), allowed) <= 0) return
  ledger.add(
    line, `the parts of ${quote(total.total)}${where} add up to ${sum}, the total is ${wanted}; they may differ by ${allowed}`,
    'correct the values, or the parts; a wider tolerance needs a reason',
  )
}

/** Every time a total has must add up. */
export function checkTotal(total: Total, line: number, shape: Shape, facts: Facts, ledger: Ledger): void {
  if (!facts.whole) return
  const codes = [total.total, ...total.parts]
  for (const [at, rows] of groupsOf(facts.rows.filter((row) => codes.includes(row[shape.select])))) {
    checkGroup(total, at, new Map(rows.map((row) => [row[shape.select], row.value])), line, ledger)
  }
}

/** A derived value with its formula; `text` reads the words of its inputs. */
export const derivedIn = (text: Read<Text>): Read<Derived> =>
  object({
    of: required(word),
    formula: required(word),
    inputs: required(listOf(object({
      name: required(word), text: required(text), value: required(decimal), status: required(oneOf(STATUSES, 'status')),
    }))),
  })

const lookupIn = ({ inputs }: Derived): Lookup => (name) => {
  const input = inputs.find((known) => known.name === name)
  return input ? { value: input.value } : { fault: `${quote(name)} is not among the inputs`, remedy: FORMULA_REMEDY }
}

/** Recomputes a derived value: equal by value, and printed with as many decimals. */
export function checkDerived(derived: Derived, line: number, facts: Facts, ledger: Ledger): void {
  const found = findRow(facts, derived.of)
  if ('fault' in found) return ledger.add(line, found.fault, found.remedy)
  const result = evaluate(derived.formula, lookupIn(derived))
  if (result && 'fault' in result) {
    return ledger.add(line, `in the formula ${quote(derived.formula)}: ${result.fault}`, result.remedy)
  }
  for (const { name } of derived.inputs.filter((input) => !derived.formula.split(/[\s()]+/).includes(input.name))) {
    ledger.add(
      line, `the input ${quote(name)} is not in the formula ${quote(derived.formula)}`,
      'use it in the formula, or delete it',
    )
  }
  if ('unknown' in found || !result) return
  const { value, status } = found.row
  if (facts.whole && status !== 'derived') {
    ledger.add(
      line, `${quote(derived.of)} has a formula but the status ${quote(status)}`,
      'write the status derived in values.csv',
    )
  }
  if (value !== null && compare(value, result.value) === 0 && decimals(value) === decimals(result.value)) return
  ledger.add(
    line,
    `${quote(derived.formula)} is ${result.value}, and values.csv says ${value ?? 'nothing'} for ${quote(derived.of)}`,
    'correct the value or the formula',
  )
}

/** Every row of status `derived` needs its formula. */
export function checkFormulas(derived: readonly Derived[], line: number, facts: Facts, ledger: Ledger): void {
  const explained = derived.map(({ of }) => findRow(facts, of)).flatMap((found) => ('row' in found ? [found.row] : []))
  for (const row of facts.whole ? facts.rows.filter(({ status }) => status === 'derived') : []) {
    if (explained.includes(row)) continue
    const path = [row.series, row.measure, row.group, row.answer, row.time].filter((cell) => cell !== '').join('.')
    ledger.add(line, `${quote(path)} is derived, but no formula says how`, `add an entry "of: ${path}" under "derived:"`)
  }
}
