/** The units values are in; what they are called is said in web/words. */

export type Unit = {
  /** A share of a whole: 0 to 100, and "more than" is bounded by 100. */
  readonly share: boolean
}

export const UNITS = {
  percent: { share: true },
  'percent-of-gdp': { share: false },
  'usd-million': { share: false },
  usd: { share: false },
  'usd-2015': { share: false },
  'usd-2015-per-person': { share: false },
  'jpy-100-million': { share: false },
} as const satisfies Record<string, Unit>

export type UnitCode = keyof typeof UNITS

export const isUnit = (code: string): code is UnitCode => Object.hasOwn(UNITS, code)
