/**
 * Linear scales on D3's exact ticks. D3's own scale can also blend colours and dates, and brings 35 kB of code for it;
 * ours maps numbers to pixels, which is all that charts here ask.
 */
import { nice, ticks } from 'd3'

export type Span = readonly [from: number, to: number]

export type Scale = {
  (value: number): number
  readonly domain: Span
  /** About `count` round values within the domain. */
  readonly ticks: (count: number) => number[]
}

/**
 * Maps `domain` to `range`, which may run either way. With `rounding` the domain first grows to round values, about that many
 * steps apart. A domain without extent maps to the start of the range.
 *
 * linear([0, 10], [0, 100])(5) // => 50
 */
export function linear(domain: Span, range: Span, rounding?: number): Scale {
  const [from, to] = rounding === undefined ? domain : nice(domain[0], domain[1], rounding)
  const slope = to === from ? 0 : (range[1] - range[0]) / (to - from)
  const scale = (value: number): number => range[0] + (value - from) * slope
  return Object.assign(scale, { domain: [from, to] as const, ticks: (count: number) => ticks(from, to, count) })
}
