/** Places in the views that the browser side fills. Printed pages leave them empty, so that both begin alike. */
import { createContext, type ComponentType } from 'preact'
import type { Figure } from '../../data/model/figure.ts'
import type { View } from '../address.ts'

export type LayerProps = { readonly figure: Figure; readonly view: View; readonly lang: string; readonly compact: boolean; readonly widths: readonly number[] }

/** What lies over a chart to read it by pointer and keyboard; null where nothing does. */
export const Layer = createContext<ComponentType<LayerProps> | null>(null)

/** Width in pixels to draw the chart for, once its box is not as wide as when the page was printed. */
export const Box = createContext<number | null>(null)

/** The view that was printed. While it is shown in a box of its first width, its drawings are kept and not made again. */
export const Printed = createContext<View | null>(null)

export type Sorting = {
  /** Index of the column that orders the rows, or null for the figure's own order. */
  readonly column: number | null
  readonly isDescending: boolean
  readonly sortBy: (column: number) => void
}

/** How tables are ordered, where they can be. */
export const Sort = createContext<Sorting | null>(null)
