/** The units values are in; what they are called is said in web/words. */
import { rescale } from './quantity.ts'

export type Unit = {
  /** A share of a whole: 0 to 100, and "more than" is bounded by 100. */
  readonly share: boolean
  /** A power of ten of a currency: values of such units can be placed on one scale, by moving the point. */
  readonly money?: { readonly of: 'usd' | 'jpy'; readonly exponent: number }
}

export const UNITS = {
  percent: { share: true },
  'percent-of-gdp': { share: false },
  'usd-million': { share: false, money: { of: 'usd', exponent: 6 } },
  usd: { share: false, money: { of: 'usd', exponent: 0 } },
  'usd-2015': { share: false },
  'usd-2015-per-person': { share: false },
  'usd-billion': { share: false, money: { of: 'usd', exponent: 9 } },
  'jpy-100-million': { share: false, money: { of: 'jpy', exponent: 8 } },
  shipments: { share: false },
  entities: { share: false },
} as const satisfies Record<string, Unit>

export type UnitCode = keyof typeof UNITS

export const isUnit = (code: string): code is UnitCode => Object.hasOwn(UNITS, code)

function moneyOf(code: string): Unit['money'] {
  const unit: Unit | undefined = isUnit(code) ? UNITS[code] : undefined
  return unit?.money
}

/** How many powers of ten lie between two units; 0 for one and the same, null for units of different things. */
function stepsBetween(from: string, to: string): number | null {
  if (from === to) return 0
  const [a, b] = [moneyOf(from), moneyOf(to)]
  return a && b && a.of === b.of ? a.exponent - b.exponent : null
}

/** Whether values of two units can stand on one scale. */
export const isOneScale = (a: string, b: string): boolean => stepsBetween(a, b) !== null

/**
 * A value said in another unit of the same thing, exactly: only the point moves. Throws on units of different things,
 * which the build keeps out of one figure.
 *
 * inUnit('21206.1', 'usd-million', 'usd-billion') // => '21.2061'
 * inUnit('5.3', 'usd-billion', 'usd-million') // => '5300'
 */
export function inUnit(value: string, from: string, to: string): string {
  const by = stepsBetween(from, to)
  if (by === null) throw new Error(`${from} cannot be said in ${to}`)
  return rescale(value, by)
}
