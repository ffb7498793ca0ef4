/** Published times as places on a time axis: whole years as such, anything finer by its days. */
import { spanOf, yearOf } from '../../data/model/time.ts'
import type { Frame } from './axis.ts'
import { FONTS, line, lines, text } from './mark.ts'
import { breakLines, textWidth } from './measure.ts'
import type { Scale } from './scale.ts'
import type { Mark } from './scene.ts'
import type { Words } from '../words/words.ts'

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

/** A time under its axis: where it stands, and its words in lines. */
export type NamedTime = { readonly x: number; readonly said: readonly string[] }

/** The few times of less than a year in words, each as wide as its neighbours leave room; null where they do not fit. */
export function namedTimes(x: Scale, times: readonly string[], frame: Pick<Frame, 'left' | 'right'>, words: Words): NamedTime[] | null {
  const places = [...new Set(times)].map((time) => ({ time, x: x(momentOf(time, false).at) })).sort((a, b) => a.x - b.x)
  const named = places.map(({ time, x: at }, i) => {
    const half = Math.min(at - frame.left, frame.right - at, ...[places[i - 1], places[i + 1]].map((other) => (other ? Math.abs(other.x - at) / 2 - 3 : Infinity)))
    return { x: at, half, said: breakLines(words.date(time), FONTS.axis, half * 2) }
  })
  const fits = named.every(({ said, half }) => half > 0 && said.length <= MOST_LINES && said.every((part) => !/^.$/u.test(part)))
  return fits ? named.map(({ x: at, said }) => ({ x: at, said })) : null
}

const MOST_LINES = 4
const LEADING = 15

/** The height of named times beyond one line. */
export const namedHeight = (named: readonly NamedTime[]): number => (Math.max(...named.map(({ said }) => said.length)) - 1) * LEADING

/** Named times with a tick each. */
export const namedAxis = (named: readonly NamedTime[], frame: Frame): Mark[] => named.flatMap(({ x, said }) => [
  line(x, frame.bottom + 4, x, frame.bottom + 9, 'text'),
  ...lines(x, frame.bottom + 23, said, LEADING, { font: FONTS.axis, token: 'text', anchor: 'middle' }),
])
