/** Axes: few ticks, small, inside the frame; the first and last are never clipped. */
import { unitWords } from '../words/number.ts'
import type { Words } from '../words/words.ts'
import { FONTS, line, text } from './mark.ts'
import { textWidth } from './measure.ts'
import type { Scale } from './scale.ts'
import type { Mark } from './scene.ts'

export type Frame = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** A tick's number in the language's own unit: 20000 US$ million is "20", and "US$20 billion" or 200億ドル where the unit is said. */
const tickLabel = (value: number, words: Words, unit: string, decimals: number, isFull: boolean): string => {
  const { shift, before, axis } = unitWords(words, unit)
  const number = words.number((value * 10 ** shift).toFixed(decimals))
  return isFull ? before + number + axis : number
}

const decimalsOf = (ticks: readonly number[], shift: number): number => {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0)) * 10 ** shift
  return step >= 1 || step === 0 ? 0 : Math.ceil(-Math.log10(step) - 1e-9)
}

/** How wide the numbers of a value axis are, without the unit on the top one: what stands right of this stands clear of them. */
export function tickRoom(y: Scale, words: Words, unit: string, count: number): number {
  const ticks = y.ticks(count)
  const places = decimalsOf(ticks, unitWords(words, unit).shift)
  return Math.max(...ticks.map((tick) => textWidth(tickLabel(tick, words, unit, places, false), FONTS.axis))) + 4
}

/** Ticks as bare numbers in the language's own unit, with as many decimals as tell them apart. */
export function tickWords(ticks: readonly number[], words: Words, unit: string): (tick: number) => string {
  const apart = ticks.toSorted((a, b) => a - b)
  const places = decimalsOf(apart, unitWords(words, unit).shift)
  return (tick) => tickLabel(tick, words, unit, places, false)
}

/** Grid lines with their numbers above them at the left, the unit on the top one, zero in ink. */
export function valueAxis(y: Scale, frame: Frame, words: Words, unit: string, count: number): Mark[] {
  const ticks = y.ticks(count)
  const places = decimalsOf(ticks, unitWords(words, unit).shift)
  const top = ticks.at(-1)
  return ticks.flatMap((tick) => [
    line(frame.left, y(tick), frame.right, y(tick), tick === 0 ? 'ink' : 'rule'),
    text(frame.left, y(tick) - 4, tickLabel(tick, words, unit, places, tick === top),
      { font: FONTS.axis, token: 'text', halo: true }),
  ])
}

/** Years under the frame with small ticks: as many as fit, always the first and the last. */
export function yearAxis(x: Scale, years: readonly [number, number], frame: Frame): Mark[] {
  const [first, last] = years
  const room = textWidth('2000', FONTS.axis) + 34
  const step = [1, 2, 5, 10, 20, 50].find((size) => ((x(last) - x(first)) / Math.max(1, last - first)) * size >= room) ?? 100
  const between = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i)
    .filter((year) => year % step === 0 && x(year) - x(first) >= room && x(last) - x(year) >= room)
  const label = (year: number) => [
    line(x(year), frame.bottom + 4, x(year), frame.bottom + 9, 'text'),
    text(x(year), frame.bottom + 23, String(year), { font: FONTS.axis, token: 'text', anchor: 'middle' }),
  ]
  return [...new Set([first, ...between, last])].flatMap(label)
}

/** A share axis along the top or bottom: 0 to the end, the unit at the last tick. */
export function shareAxis(x: Scale, y: number, words: Words, unit: string, ticks: readonly number[]): Mark[] {
  const places = decimalsOf(ticks, unitWords(words, unit).shift)
  return ticks.map((tick, i) => text(x(tick), y, tickLabel(tick, words, unit, places, i === ticks.length - 1), {
    font: FONTS.axis, token: 'text', anchor: i === 0 ? 'start' : i === ticks.length - 1 ? 'end' : 'middle',
  }))
}
