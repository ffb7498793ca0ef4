/** Labels of single points: beside their point where there is room, else further up or down with a hair line to it. */
import { line, text } from './mark.ts'
import { placeFree, type Room } from './room.ts'
import type { Font, Mark, TextMark } from './scene.ts'

/** A point that is `reach` pixels large on every side, and its words. */
export type Called = { readonly x: number; readonly y: number; readonly reach: number; readonly words: string; readonly font: Font }

/** How far a label may move, in steps of half a line, and how far to the side it then stands. */
const STEPS = Array.from({ length: 24 }, (_, i) => (i + 1) * 6)
const ASIDE = 34

/** The places a label may have, the nearest first: beside its point, over and under it, then further and further away. */
function placesOf({ x, y, reach, words, font }: Called): TextMark[] {
  const beside = (dy: number, dx = reach + 3): TextMark[] =>
    [text(x + dx, y + 4 + dy, words, { font, halo: true }), text(x - dx, y + 4 + dy, words, { font, halo: true, anchor: 'end' })]
  const over = [-1, 1].map((side) => text(x, y + 4 + side * (reach + 9), words, { font, halo: true, anchor: 'middle' }))
  return [
    ...beside(0), ...over, ...STEPS.flatMap((step) => [...beside(-step), ...beside(step)]),
    ...STEPS.flatMap((step) => [...beside(-step, ASIDE), ...beside(step, ASIDE)]),
  ]
}

/** A hair line from a point to a label that had to move away from it. */
function leaderOf({ x, y }: Called, label: TextMark): Mark[] {
  const middle = label.y - 4
  if (label.anchor === 'middle' || Math.abs(middle - y) <= 7) return []
  return [line(x, y, label.x + (label.anchor === 'end' ? 1 : -1), middle, 'context', 0.5)]
}

/**
 * Labels for points, those that come first having the first choice; a label for which there is no free place within `frame` is left out.
 * `taken` is room that no label may cover; the points themselves are never covered.
 */
export function callouts(points: readonly Called[], taken: readonly Room[], frame: Room): { leaders: Mark[]; labels: TextMark[] } {
  const pointOf = new Map<TextMark, Called>()
  const places = points.map((point) => {
    const own = placesOf(point)
    for (const place of own) pointOf.set(place, point)
    return own
  })
  const dots = points.map(({ x, y, reach }) => ({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }))
  const labels = placeFree(places, [...taken, ...dots], frame)
  const leaders = labels.flatMap((label) => {
    const point = pointOf.get(label)
    return point ? leaderOf(point, label) : []
  })
  return { leaders, labels }
}
