/** The response rate of a survey: derived from how many were asked and how many answered, where both are known exactly. */
import type { Evidence } from './figure.ts'

/** How it is made, as derived values say it. */
export const RATE_FORMULA = 'n / asked'

/**
 * Per cent with one decimal; null where either number is unknown, or known only about.
 *
 * responseRate({ n: { value: '760', qualifier: 'exact' }, asked: { value: '2786', qualifier: 'exact' } }) // => '27.3'
 */
export function responseRate({ n, asked }: Pick<Evidence, 'n' | 'asked'>): string | null {
  if (n?.qualifier !== 'exact' || asked?.qualifier !== 'exact' || Number(asked.value) === 0) return null
  // whole numbers until the last step, so that every machine rounds the same
  const tenths = (Number(n.value) * 2000 + Number(asked.value)) / (2 * Number(asked.value))
  return (Math.floor(tenths) / 10).toFixed(1)
}
