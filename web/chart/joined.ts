/** Lines through observations that a figure declares comparable: a missing value is a gap. */
import type { Row } from '../../data/model/figure.ts'
import type { Drawing } from './drawing.ts'
import { coordinate } from './scene.ts'

/** Whether the figure declares that observations of this code may be joined by a line. */
export const mayJoin = ({ figure }: Pick<Drawing, 'figure'>, code: string): boolean =>
  figure.comparability.some((one) => one.allows.includes('join') && (one.of === null || one.of.includes(code)))

/** A place on a scene; null where there is no value. */
export type Stop = { readonly row: Row; readonly x: number; readonly y: number } | null

/** A path through stops in order, broken at every gap; a stop between two gaps is a dot, by the round end of the line. */
export const pathThrough = (stops: readonly Stop[]): string => stops.map((stop, i) => {
  if (!stop) return ''
  const at = `${coordinate(stop.x)},${coordinate(stop.y)}`
  return stops[i - 1] ? `L${at}` : `M${at}h0`
}).join('')
