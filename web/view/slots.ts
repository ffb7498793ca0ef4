/** Places in the views that the browser side fills. Printed pages leave them empty, so that both begin alike. */
import { createContext, type ComponentType } from 'preact'
import type { Figure } from '../../data/model/figure.ts'
import type { View } from '../address.ts'

export type LayerProps = { readonly figure: Figure; readonly view: View; readonly lang: string; readonly compact: boolean; readonly widths: readonly number[] }

/** What lies over a chart to read it by pointer and keyboard; null where nothing does. */
export const Layer = createContext<ComponentType<LayerProps> | null>(null)

/** Width in pixels to draw the chart for, once its box is not as wide as when the page was printed. */
export const Box = createContext<number | null>(null)

/** Whether the drawings stand in the page already: in a box of its first width they are kept and not made again. */
export const Printed = createContext(false)
