/** The words that stand before a number, as codes with the bounds they imply. */
import { isUnit, UNITS } from './unit.ts'

/** A bound: the value itself, nothing known, or a limit of the unit (100 for a share). */
export type Bound = 'value' | 'open' | 'given'

export type Qualifier = { readonly lower: Bound; readonly upper: Bound }

/** DESIGN: one code, the bounds it implies (`open` = no bound is implied; `given` = both stand in the row). */
export const QUALIFIERS = {
  exact: { lower: 'value', upper: 'value' },
  about: { lower: 'open', upper: 'open' },
  nearly: { lower: 'open', upper: 'value' },
  'more-than': { lower: 'value', upper: 'open' },
  'at-least': { lower: 'value', upper: 'open' },
  'less-than': { lower: 'open', upper: 'value' },
  'at-most': { lower: 'open', upper: 'value' },
  between: { lower: 'given', upper: 'given' },
  only: { lower: 'value', upper: 'value' },
} as const satisfies Record<string, Qualifier>

export type QualifierCode = keyof typeof QUALIFIERS

export const isQualifier = (code: string): code is QualifierCode => Object.hasOwn(QUALIFIERS, code)

/**
 * The bounds of a value.
 *
 * boundsOf('more-than', '51', 'percent') // => { lower: '51', upper: '100' }
 * boundsOf('about', '10', 'percent') // => { lower: null, upper: null }
 */
export function boundsOf(code: QualifierCode, value: string, unit: string): { lower: string | null; upper: string | null } {
  const { lower, upper }: Qualifier = QUALIFIERS[code]
  const top = code === 'more-than' && isUnit(unit) && UNITS[unit].share ? '100' : null
  return { lower: lower === 'value' ? value : null, upper: upper === 'value' ? value : top }
}
