/** Checks that the answers declared as parts of a whole are one: each population's shares add up to 100. */
import type { Comparability, Row } from '../figure.ts'
import { add, compare, decimals, magnitude, subtract } from '../quantity.ts'
import { shapeOf, type ShapeName } from '../shape.ts'
import { isUnit, UNITS } from '../unit.ts'
import type { Facts } from './reference.ts'
import { quote, type Ledger } from './rules.ts'

/** Half of the last digit that a value prints: how far its rounding may take it. */
const slackOf = (value: string): string => `0.${'0'.repeat(decimals(value))}5`

/** Qualifiers whose number is the number, or near it on both sides; a number with a bound adds up to nothing. */
const ADDS: readonly string[] = ['exact', 'only', 'about']

function checkWhole(rows: readonly Row[], where: string, line: number, ledger: Ledger): void {
  const loose = rows.find((row) => row.value === null || !ADDS.includes(row.qualifier))
  if (loose) {
    const why = loose.value === null ? 'has no value' : `is ${loose.qualifier} ${loose.value}`
    return ledger.add(line, `the parts of ${where} cannot add up: ${quote(loose.answer)} ${why}`, 'leave this population out of the declaration')
  }
  const sum = rows.reduce((so, row) => add(so, row.value ?? '0'), '0')
  const allowed = rows.reduce((so, row) => add(so, slackOf(row.value ?? '0')), '0')
  if (compare(magnitude(subtract(sum, '100')), allowed) <= 0) return
  ledger.add(
    line, `the parts of ${where} add up to ${sum}; rounding explains ${allowed} either side of 100`,
    'correct the values, add the missing answers, or leave this population out of the declaration',
  )
}

/** Shares that are declared as parts are the answers of each population, time and measure by themselves. */
export function checkParts(declared: Comparability, line: number, shape: ShapeName, { rows, whole }: Facts, ledger: Ledger): void {
  if (!whole || shape !== 'shares' || !declared.allows.includes('parts')) return
  const own = rows.filter((row) => declared.of === null || declared.of.includes(row[shapeOf(shape).select]))
  for (const [where, parts] of Map.groupBy(own, (row) => [row.group, row.measure, row.time].filter(Boolean).map(quote).join(' '))) {
    if (parts.every((row) => isUnit(row.unit) && UNITS[row.unit].share)) checkWhole(parts, where, line, ledger)
    else ledger.add(line, `the parts of ${where} are not shares of a whole`, 'write the unit percent, or take "parts" out')
  }
}
