/** Shades of a map: about as many values in each, the highest furthest from the ground; what is below zero has a shade of its own. */
import type { Row } from '../../data/model/figure.ts'
import { SHADE_TOKENS, type Token } from '../look/tokens.ts'

/** Values that have one shade, highest first. */
export type Shade = { readonly token: Token; readonly rows: readonly Row[] }

/**
 * The shades of values given highest first. Equal values have one shade; where there are fewer values than shades, the outer
 * ones are used first. Shades without values are left out.
 */
export function shadesOf(rows: readonly Row[]): readonly Shade[] {
  const below = rows.filter((row) => Number(row.value) < 0)
  const above = rows.filter((row) => Number(row.value) >= 0)
  const steps = Math.min(SHADE_TOKENS.length, new Set(above.map((row) => Number(row.value))).size)
  // the shade of the first of equal values is that of all of them
  const stepOf = (row: Row): number =>
    Math.floor((above.findIndex((one) => Number(one.value) === Number(row.value)) * steps) / Math.max(1, above.length))
  const shades = SHADE_TOKENS.toReversed().map((token, step) => ({ token, rows: above.filter((row) => stepOf(row) === step) }))
  return [...shades, { token: 'below-zero' as const, rows: below }].filter((shade) => shade.rows.length > 0)
}
