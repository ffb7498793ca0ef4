/** Names at the right end of a plot, each at the height of its last value and moved apart where they would touch. */
import type { Token } from '../look/tokens.ts'
import type { Frame } from './axis.ts'
import { line, lines as textLines } from './mark.ts'
import { spread } from './measure.ts'
import type { Font, Mark } from './scene.ts'

/** A name in lines, and the place of the value that it stands for. */
export type End = { readonly x: number; readonly y: number; readonly said: readonly string[]; readonly font: Font; readonly token: Token }

const LEADING = 14

/** Room that each name takes, from the one with most lines. */
export const endGap = (said: readonly (readonly string[])[]): number => Math.max(...said.map((lines) => lines.length)) * LEADING + 2

/** Names with a hair line to their point where they had to move or their point lies further in; `dash` is that line's pattern. */
export function endLabels(ends: readonly End[], gap: number, frame: Frame, dash?: string): Mark[] {
  const places = spread(ends.map(({ y }) => y), gap, frame.top - 8, frame.bottom + 8)
  return ends.flatMap(({ x, y, said, font, token }, i) => {
    const place = places[i] ?? 0
    const from = x + 5
    const leader = Math.abs(y - place) > 3 || from < frame.right - 4 ? [line(from, y, frame.right + 8, place, 'ghost', 0.75, dash)] : []
    const first = place + 4 - ((said.length - 1) * LEADING) / 2
    return [...leader, ...textLines(frame.right + 12, first, said, LEADING, { font, token })]
  })
}
