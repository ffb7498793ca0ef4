/** A chart in a page: drawn at three widths, of which the style sheet shows the one that fits, so that no script is needed. */
import type { Figure } from '../../data/model/figure.ts'
import type { View } from '../address.ts'
import { draw } from '../chart/draw.ts'
import { SceneView } from './scene.tsx'
import { Box, Layer, Printed, type LayerProps } from './slots.ts'

/** Widths in pixels a chart is drawn for; the style sheet's container queries change over between them. */
export const WIDTHS = [300, 480, 740] as const

/** Compact charts of claims stand in columns that are never wide. */
const COMPACT_WIDTHS = [300] as const

/** Box widths from which the second and the third drawing are shown, as in base.css. */
const CHANGE_OVER = [400, 600] as const

/** The drawing that a box of this width shows. */
export function widthIn(box: number, widths: readonly number[]): number {
  const index = widths.length === 1 ? 0 : CHANGE_OVER.filter((from) => box >= from).length
  return widths[index] ?? box
}

type ChartProps = { readonly figure: Figure; readonly view: View; readonly lang: string; readonly compact?: boolean }

/** A chart that wakes up by itself: the box is what the browser side takes over. */
export const ChartBox = (props: ChartProps) => (
  <div data-live="chart" {...(props.compact ? { 'data-compact': props.figure.shape === 'claim' ? '' : 'glance' } : {})}><ChartView {...props} /></div>
)

/** A drawing that stands in the page already: whatever is in it stays. */
const Kept = ({ width }: { width: number }) => <svg class={`w${width}`} dangerouslySetInnerHTML={{ __html: '' }} />

const Drawings = ({ figure, view, lang, compact, widths }: LayerProps) => (
  <>{widths.map((width) => (
    <SceneView key={width} scene={draw(figure, { view, lang, width, compact })} theme="auto" className={`w${width}`} />
  ))}</>
)

export const ChartView = ({ figure, view, lang, compact = false }: ChartProps) => (
  <Box.Consumer>{(box) => {
    const widths = box !== null ? [box] : compact && figure.shape === 'claim' ? COMPACT_WIDTHS : WIDTHS
    const shown = { figure, view, lang, compact, widths }
    return (
      <div class={`chart chart-${widths.length}`} data-figure={figure.id}>
        <Printed.Consumer>{(printed) => (printed && box === null
          ? widths.map((width) => <Kept key={width} width={width} />)
          : <Drawings {...shown} />)}</Printed.Consumer>
        <Layer.Consumer>{(Over) => Over && <Over {...shown} />}</Layer.Consumer>
      </div>
    )
  }}</Box.Consumer>
)
