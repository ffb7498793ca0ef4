/** Which observation a pointer or an arrow key means. Pure: places in, index out. */
import type { PlacedRow } from '../chart/scene.ts'

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End'

export const isDirection = (key: string): key is Direction => ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)

const lineOf = ({ row }: PlacedRow): string => `${row.series || row.group} ${row.measure}`

/** The nearest point, counting sideways distance double so that a pointer above a line finds its year. -1 when there is none. */
export function nearest(points: readonly PlacedRow[], x: number, y: number): number {
  let [best, least] = [-1, Infinity]
  points.forEach((point, i) => {
    const distance = ((point.x - x) * 2) ** 2 + (point.y - y) ** 2
    if (distance < least) [best, least] = [i, distance]
  })
  return best
}

/** Whether a point stands in a paragraph, which is read line by line: an entry of a matrix. */
const isInParagraph = ({ row }: PlacedRow): boolean => row.time === '' && row.series !== '' && row.group !== ''

/** Points of one series in reading order, as indexes. */
function along(points: readonly PlacedRow[], series: string): number[] {
  const own = points.flatMap((point, i) => (lineOf(point) === series ? [i] : []))
  return points.some(isInParagraph) ? own : own.sort((a, b) => (points[a]?.x ?? 0) - (points[b]?.x ?? 0))
}

/** Another series at about the same place: the next one in the figure's order. */
function across(points: readonly PlacedRow[], from: PlacedRow, step: number): number {
  const series = [...new Set(points.map(lineOf))]
  const next = series[(series.indexOf(lineOf(from)) + step + series.length) % series.length] ?? lineOf(from)
  const own = along(points, next)
  const same = own.find((i) => points[i]?.row.time === from.row.time && points[i]?.row.answer === from.row.answer)
  return same ?? own.reduce((a, b) => (Math.abs((points[b]?.x ?? 0) - from.x) < Math.abs((points[a]?.x ?? 0) - from.x) ? b : a), own[0] ?? 0)
}

/**
 * Where a key leads from point `index`. Left and right go along a series, up and down to another one; where every series
 * is a single point, or there is one that has no times, all arrows go through the points in the figure's order.
 */
export function move(points: readonly PlacedRow[], index: number, key: Direction): number {
  const from = points[index]
  if (!from) return 0
  const own = along(points, lineOf(from))
  const isOne = points.every((point) => lineOf(point) === lineOf(from))
  const isSingle = points.every((point) => (isOne && !point.row.time) || along(points, lineOf(point)).length === 1)
  const line = isSingle ? points.map((_, i) => i) : own
  const at = line.indexOf(index)
  switch (key) {
    case 'Home': return line[0] ?? index
    case 'End': return line.at(-1) ?? index
    case 'ArrowLeft': return line[Math.max(0, at - 1)] ?? index
    case 'ArrowRight': return line[Math.min(line.length - 1, at + 1)] ?? index
    case 'ArrowUp': return isSingle ? (line[Math.max(0, at - 1)] ?? index) : across(points, from, -1)
    case 'ArrowDown': return isSingle ? (line[Math.min(line.length - 1, at + 1)] ?? index) : across(points, from, 1)
    default: return key satisfies never
  }
}
