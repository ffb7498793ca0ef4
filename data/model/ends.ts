/** Where an observation begins and ends: one number, or the two of a range. What has neither is missing. */
import type { Row } from './figure.ts'

type Given = Pick<Row, 'value' | 'qualifier' | 'lower' | 'upper'>

/**
 * The lowest and the highest number that an observation gives, as printed: the ends of a range, else its value twice;
 * null where it is missing. The bounds that other qualifiers imply are not given by anyone, and are no ends.
 *
 * endsOf({ value: null, qualifier: 'between', lower: '10', upper: '16' }) // => { from: '10', to: '16' }
 */
export function endsOf({ value, qualifier, lower, upper }: Given): { readonly from: string; readonly to: string } | null {
  if (qualifier === 'between' && lower !== null && upper !== null) return { from: lower, to: upper }
  return value === null ? null : { from: value, to: value }
}

/** Whether an observation gives no number at all. A range without a value of its own gives two. */
export const isMissing = (row: Given): boolean => endsOf(row) === null

/** The ends as numbers, for placing marks; a place needs no exact digits. */
export function spanOf(row: Given): { readonly from: number; readonly to: number; readonly middle: number } | null {
  const ends = endsOf(row)
  if (ends === null) return null
  const [from, to] = [Number(ends.from), Number(ends.to)]
  return { from, to, middle: (from + to) / 2 }
}
