/** A chart in a page: drawn at three widths, of which the style sheet shows the one that fits, so that no script is needed. */
import type { Figure } from '../../data/model/figure.ts'
import type { View } from '../address.ts'
import { draw } from '../chart/draw.ts'
import { SceneView } from './scene.tsx'
import { Box, Layer, Printed, type LayerProps } from './slots.ts'

/** Widths in pixels a chart is drawn for; the style sheet's container queries change over between them. */
export const WIDTHS = [300, 480, 740] as const

/** How wide a compact chart of a claim gets, as in base.css. */
export const CLAIM_WIDEST = 384

/** At how many of the widths a chart is drawn: compact charts of claims are never wide, and an embed of very much stays light. */
export const countOf = ({ figure, compact = false, few = false }: Pick<BoxProps, 'figure' | 'compact' | 'few'>): number =>
  (compact && figure.shape === 'claim' ? 1 : few ? 2 : 3)

/** Box widths from which each drawing is shown, as in base.css. */
const CHANGE_OVER = [0, 400, 600] as const

/** The drawing that a box of this width shows. */
export const widthIn = (box: number, widths: readonly number[]): number =>
  widths.findLast((_, i) => box >= (CHANGE_OVER[i] ?? 0)) ?? box

type ChartProps = { readonly figure: Figure; readonly view: View; readonly lang: string; readonly compact?: boolean }
type BoxProps = ChartProps & { readonly few?: boolean }

/** A chart that wakes up by itself: the box is what the browser side takes over. */
export const ChartBox = (props: BoxProps) => (
  <div data-live="chart" {...(props.compact ? { 'data-compact': props.figure.shape === 'claim' ? '' : 'glance' } : {})}><ChartView {...props} count={countOf(props)} /></div>
)

/** A drawing that stands in the page already: whatever is in it stays. */
const Kept = ({ width }: { width: number }) => <svg class={`w${width}`} dangerouslySetInnerHTML={{ __html: '' }} />

const Drawings = ({ figure, view, lang, compact, widths }: LayerProps) => (
  <>{widths.map((width) => (
    <SceneView key={width} scene={draw(figure, { view, lang, width, compact })} theme="auto" className={`w${width}`} />
  ))}</>
)

export const ChartView = ({ figure, view, lang, compact = false, count }: ChartProps & { readonly count: number }) => (
  <Box.Consumer>{(box) => {
    const widths = box !== null ? [box] : WIDTHS.slice(0, count)
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
