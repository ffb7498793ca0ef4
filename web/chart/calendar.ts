/** Published times as places on a time axis: whole years as such, anything finer by its days. */
import { spanOf, yearOf } from '../../data/model/time.ts'
import type { Frame } from './axis.ts'
import { FONTS, line, text } from './mark.ts'
import { textWidth } from './measure.ts'
import type { Scale } from './scale.ts'
import type { Mark } from './scene.ts'

/** A time in years with fractions: where it begins, its middle, where it ends. */
export type Moment = { readonly from: number; readonly at: number; readonly to: number }

/** Whether all times are calendar years, so that an axis of years says all. */
export const isYearly = (times: readonly string[]): boolean => times.every((time) => /^\d{4}~?$/.test(time))

const daysBefore = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 86_400_000

/** A day as years with a fraction: the first of July 2023 is about 2023.5. */
function inYears(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const [start, end] = [daysBefore(year, 1, 1), daysBefore(year + 1, 1, 1)]
  return year + (daysBefore(year, month, date) - start) / (end - start)
}

const DAY = 1 / 366

/**
 * Where an EDTF time stands among years: with `yearly` at the year itself, else over all the days that it covers.
 * Throws on a text that is not a time: it was checked when read.
 */
export function momentOf(time: string, yearly: boolean): Moment {
  const year = yearOf(time)
  if (yearly) return { from: year, at: year, to: year }
  const span = spanOf(time)
  if (!span) throw new Error(`not a time: ${time}`)
  const [from, to] = [inYears(span.start), inYears(span.end) + DAY]
  return { from, at: (from + to) / 2, to }
}

const LABEL = textWidth('2000', FONTS.axis)

/** Years as stretches of an axis in days: a tick where each begins, its number in its middle; as many numbers as fit. */
export function calendarAxis(x: Scale, [first, end]: readonly [number, number], frame: Frame): Mark[] {
  const band = (x(end) - x(first)) / (end - first)
  const step = band >= LABEL + 6 ? 1 : [2, 5, 10, 20, 50].find((size) => size * band >= LABEL + 34) ?? 100
  const years = Array.from({ length: end - first }, (_, i) => first + i)
  const middle = (year: number) => Math.min(Math.max(x(year + 0.5), frame.left + LABEL / 2), frame.right - LABEL / 2)
  return [
    ...[...years, end].map((year) => line(x(year), frame.bottom + 4, x(year), frame.bottom + 9, 'text')),
    ...years.filter((_, i) => i % step === 0)
      .map((year) => text(middle(year), frame.bottom + 23, String(year), { font: FONTS.axis, token: 'text', anchor: 'middle' })),
  ]
}
