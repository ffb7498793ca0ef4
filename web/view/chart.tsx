/** A chart in a page: drawn at three widths, of which the style sheet shows the one that fits, so that no script is needed. */
import type { Figure } from '../../data/model/figure.ts'
import type { View } from '../address.ts'
import { draw } from '../chart/draw.ts'
import { SceneView } from './scene.tsx'

/** Widths in pixels a chart is drawn for; the style sheet's container queries change over between them. */
export const WIDTHS = [300, 480, 740] as const

type ChartProps = { readonly figure: Figure; readonly view: View; readonly lang: string; readonly compact?: boolean; readonly widths?: readonly number[] }

export const ChartView = ({ figure, view, lang, compact = false, widths = WIDTHS }: ChartProps) => (
  <div class={`chart chart-${widths.length}`}>
    {widths.map((width) => (
      <SceneView key={width} scene={draw(figure, { view, lang, width, compact })} theme="auto" className={`w${width}`} />
    ))}
  </div>
)
