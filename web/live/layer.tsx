/** The reading layer over a chart: points at values by mouse and touch, walks through them by keyboard, says them in words. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { draw } from '../chart/draw.ts'
import { readingOf } from '../chart/say.ts'
import { widthIn } from '../view/chart.tsx'
import type { LayerProps } from '../view/slots.ts'
import { wordsOf } from '../words/index.ts'
import { isDirection, move, nearest } from './read.ts'

/** Width of the element's box, kept up to date. 0 until it is known. */
function useWidth(): { ref: { current: HTMLDivElement | null }; width: number } {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!ref.current) return undefined
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    observer.observe(ref.current)
    return () => observer.disconnect()
  }, [])
  return { ref, width }
}

/** Sets the series that is read apart from the others, in the drawing below. */
function mark(layer: HTMLElement | null, series: string | null): void {
  for (const group of layer?.parentElement?.querySelectorAll<SVGGElement>('g[data-datum]') ?? []) {
    const own = group.dataset['datum'] ?? ''
    group.toggleAttribute('data-faded', series !== null && own !== series && !own.startsWith(`${series}.`))
  }
}

/** Only the chart's own keys are taken; all others, and those with a modifier, stay the browser's. */
const isPlain = (event: KeyboardEvent): boolean => !event.ctrlKey && !event.metaKey && !event.altKey

export const ReadingLayer = ({ figure, view, lang, compact, widths }: LayerProps) => {
  const words = wordsOf(lang)
  const { ref, width } = useWidth()
  const drawn = widthIn(width, widths)
  const scene = useMemo(() => draw(figure, { view, lang, width: drawn, compact }), [figure, view, lang, drawn, compact])
  const [read, setRead] = useState<number | null>(null)
  const [first, setFirst] = useState(0)
  const [helps, setHelps] = useState(false)
  const scale = width / scene.width
  const at = read === null ? undefined : scene.points[read]
  const focus = useRef<boolean>(false)

  useEffect(() => mark(ref.current, at ? at.row.series || at.row.group : null), [at, ref])
  useEffect(() => {
    if (!focus.current || read === null) return
    focus.current = false
    ref.current?.querySelector<SVGElement>(`[data-point="${read}"]`)?.focus()
  }, [read, ref])

  const leave = () => {
    setRead(null)
    setHelps(false)
  }
  const point = (event: PointerEvent) => {
    const box = ref.current?.getBoundingClientRect()
    if (!box || scale === 0) return
    const index = nearest(scene.points, (event.clientX - box.left) / scale, (event.clientY - box.top) / scale)
    setRead(index < 0 ? null : index)
  }
  const press = (event: KeyboardEvent) => {
    if (!isPlain(event)) return
    if (event.key === 'Escape') leave()
    else if (event.key === '?') setHelps(!helps)
    else if (isDirection(event.key)) {
      event.preventDefault()
      const next = move(scene.points, read ?? first, event.key)
      focus.current = true
      setFirst(next)
      setRead(next)
    }
  }
  return (
    <div ref={ref} class="layer" onPointerMove={point} onPointerDown={point} onPointerLeave={(event) => event.pointerType === 'mouse' && leave()} onKeyDown={press}>
      <svg viewBox={`0 0 ${scene.width} ${scene.height}`} role="group" aria-label={`${words.messages.readChart}. ${words.messages.readHelp}`}>
        {scene.points.map(({ row, x, y }, i) => (
          <circle key={i} data-point={i} cx={x} cy={y} r={i === read ? 8 : 5} role="img" aria-label={readingOf(figure, row, words)}
            tabindex={i === first ? 0 : -1} class={i === read ? 'read' : ''} onFocus={() => { setRead(i); setFirst(i) }} onBlur={leave} />
        ))}
      </svg>
      {at ? <Tip text={readingOf(figure, at.row, words)} x={at.x * scale} y={at.y * scale} width={width} /> : null}
      {helps ? <p class="tip help" role="status">{words.messages.readHelp}</p> : null}
    </div>
  )
}

/** The words of the value that is read, beside its point and inside the chart's box. */
const Tip = ({ text, x, y, width }: { text: string; x: number; y: number; width: number }) => (
  <p class="tip" aria-hidden="true" style={x < width / 2 ? { left: `${x + 14}px`, top: `${y}px` } : { right: `${width - x + 14}px`, top: `${y}px` }}>{text}</p>
)
