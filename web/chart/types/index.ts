/** The chart types: one line each. */
import type { ChartType } from '../drawing.ts'
import { bars } from './bars.ts'
import { columns } from './columns.ts'
import { dots } from './dots.ts'
import { headline } from './headline.ts'
import { lanes } from './lanes.ts'
import { lines } from './lines.ts'
import { map } from './map.ts'
import { matrix } from './matrix.ts'
import { points } from './points.ts'
import { ranking } from './ranking.ts'
import { slope } from './slope.ts'
import { smallMultiples } from './small-multiples.ts'
import { stacked } from './stacked.ts'
import { timeline } from './timeline.ts'
import { vintages } from './vintages.ts'

export const CHARTS = {
  headline,
  dots,
  bars,
  lines,
  columns,
  points,
  vintages,
  lanes,
  matrix,
  stacked,
  timeline,
  'small-multiples': smallMultiples,
  slope,
  ranking,
  map,
} as const satisfies Record<string, ChartType>

export type ChartName = keyof typeof CHARTS

/** A chart type by name. Throws on an unknown one: the build refuses figures that name it, addresses are checked. */
export function chartOf(name: string): ChartType {
  if (!Object.hasOwn(CHARTS, name)) throw new Error(`no such chart type: ${name}`)
  // hasOwn just made sure of it
  return CHARTS[name as ChartName]
}
