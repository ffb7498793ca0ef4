/** What a chart type is given and what it must say of itself: the contract of the registry. */
import type { Figure, Row, Use } from '../../data/model/figure.ts'
import type { Apart, ShapeName } from '../../data/model/shape.ts'
import type { View } from '../address.ts'
import type { Words } from '../words/words.ts'
import type { Mark, PlacedRow } from './scene.ts'

/** A figure with everything decided that is not pixels: which rows, whose words, how wide. */
export type Drawing = {
  readonly figure: Figure
  readonly rows: readonly Row[]
  readonly view: View
  readonly words: Words
  readonly width: number
  /** Leave out what stands beside the chart anyway, as on the dashboard. */
  readonly compact: boolean
  /** As low as it can be read, for a frame of fixed height. */
  readonly low?: boolean
}

/** Marks from the top left corner, the height they take, and where each observation is. */
export type Plot = { readonly height: number; readonly marks: readonly Mark[]; readonly points: readonly PlacedRow[] }

export type ChartType = {
  readonly shapes: readonly ShapeName[]
  /** What it does with observations, which the figure must declare comparable: joining by a line, parts of a bar. */
  readonly needs: readonly Use[]
  /** Columns by which it keeps several values of one code and time apart; left out: it draws one value of each. */
  readonly apart?: readonly Apart[]
  /** Whether it places values by the year they begin in, so that there may be one of each code in a year. */
  readonly byYear?: boolean
  /** Whether it places values of several units of one currency on one scale; left out: it takes all for the figure's unit. */
  readonly rescales?: boolean
  /** Codes it has a place for; left out: any. A figure that it draws has at least one of them. */
  readonly places?: readonly string[]
  readonly plot: (drawing: Drawing) => Plot
  /** What is shown, in a sentence or two, for those who do not see it. */
  readonly describe: (drawing: Drawing) => string
}
