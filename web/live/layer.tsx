/** The reading layer over a chart: points at values by mouse and touch, walks through them by keyboard, says them in words. */
import { Component, createRef, type ComponentChildren } from 'preact'
import { draw } from '../chart/draw.ts'
import { readingOf } from '../chart/say.ts'
import type { Scene } from '../chart/scene.ts'
import { widthIn } from '../view/chart.tsx'
import type { LayerProps } from '../view/slots.ts'
import { wordsOf } from '../words/index.ts'
import { isDirection, move, nearest } from './read.ts'

type State = {
  /** Width of the chart's box in pixels; 0 until it is known. */
  readonly width: number
  /** Index of the point that is read, and of the one the Tab key comes to. */
  readonly read: number | null
  readonly first: number
  readonly helps: boolean
}

/** Only the chart's own keys are taken; all others, and those with a modifier, stay the browser's. */
const isPlain = (event: KeyboardEvent): boolean => !event.ctrlKey && !event.metaKey && !event.altKey

export class ReadingLayer extends Component<LayerProps, State> {
  override state: State = { width: 0, read: null, first: 0, helps: false }
  private readonly box = createRef<HTMLDivElement>()
  private readonly observer = new ResizeObserver(([entry]) => this.setState({ width: entry?.contentRect.width ?? 0 }))
  private drawn: { props: LayerProps; width: number; scene: Scene } | null = null

  override componentDidMount(): void {
    if (this.box.current) this.observer.observe(this.box.current)
    addEventListener('pointerdown', this.elsewhere)
    addEventListener('keydown', this.elsewhere)
  }

  override componentWillUnmount(): void {
    this.observer.disconnect()
    removeEventListener('pointerdown', this.elsewhere)
    removeEventListener('keydown', this.elsewhere)
  }

  /** The drawing below, with where its points are; made again only when it changes. */
  private scene(): Scene {
    const { props } = this
    const width = widthIn(this.state.width, props.widths)
    if (this.drawn?.width === width && this.drawn.props.view === props.view && this.drawn.props.figure === props.figure) return this.drawn.scene
    const scene = draw(props.figure, { view: props.view, lang: props.lang, width, compact: props.compact })
    this.drawn = { props, width, scene }
    return scene
  }

  override componentDidUpdate(before: LayerProps): void {
    const { read } = this.state
    if (before.view !== this.props.view && read !== null) this.leave()
    const row = read === null ? undefined : this.scene().points[read]?.row
    this.fade(row ? row.series || row.group : null)
  }

  /** Sets the series that is read apart from the others, in the drawing below. */
  private fade(series: string | null): void {
    for (const group of this.box.current?.parentElement?.querySelectorAll<SVGGElement>('g[data-datum]') ?? []) {
      const own = group.dataset['datum'] ?? ''
      group.toggleAttribute('data-faded', series !== null && own !== series && !own.startsWith(`${series}.`))
    }
  }

  private readonly leave = (): void => {
    if (this.state.read !== null || this.state.helps) this.setState({ read: null, helps: false })
  }

  /** A touch elsewhere leaves what is read, and so does Escape, wherever the focus is. */
  private readonly elsewhere = (event: Event): void => {
    const isInside = event.target instanceof Node && this.box.current?.contains(event.target)
    if (event instanceof KeyboardEvent ? event.key === 'Escape' : !isInside) this.leave()
  }

  private readonly point = (event: PointerEvent): void => {
    const box = this.box.current?.getBoundingClientRect()
    const scene = this.scene()
    if (!box || box.width === 0) return
    const scale = box.width / scene.width
    const index = nearest(scene.points, (event.clientX - box.left) / scale, (event.clientY - box.top) / scale)
    if (index >= 0 && index !== this.state.read) this.setState({ read: index })
  }

  private readonly out = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') this.leave()
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (!isPlain(event)) return
    if (event.key === '?') this.setState(({ helps }) => ({ helps: !helps }))
    else if (isDirection(event.key)) {
      event.preventDefault()
      const next = move(this.scene().points, this.state.read ?? this.state.first, event.key)
      this.box.current?.querySelector<SVGElement>(`[data-point="${next}"]`)?.focus()
    }
  }

  private points(scene: Scene): ComponentChildren {
    const { read, first } = this.state
    const { figure, lang } = this.props
    const stop = Math.min(first, scene.points.length - 1)
    return scene.points.map(({ row, x, y }, i) => (
      <circle key={i} data-point={i} cx={x} cy={y} r={i === read ? 8 : 5} role="img" aria-label={readingOf(figure, row, wordsOf(lang))}
        tabindex={i === stop ? 0 : -1} class={i === read ? 'read' : ''} onFocus={() => this.setState({ read: i, first: i })} onBlur={this.leave} />
    ))
  }

  override render({ figure, lang }: LayerProps, { read, helps, width }: State): ComponentChildren {
    if (width === 0) return <div ref={this.box} class="layer" />
    const { messages } = wordsOf(lang)
    const scene = this.scene()
    const at = read === null ? undefined : scene.points[read]
    const scale = width / scene.width
    return (
      <div ref={this.box} class="layer" onPointerMove={this.point} onPointerDown={this.point} onPointerLeave={this.out} onKeyDown={this.press}
        onMouseDown={(event) => event.preventDefault()}>
        <svg viewBox={`0 0 ${scene.width} ${scene.height}`} role="group" aria-label={`${messages.readChart}. ${messages.readHelp}`}>
          {this.points(scene)}
        </svg>
        {at ? <Tip text={readingOf(figure, at.row, wordsOf(lang))} x={at.x * scale} y={at.y * scale} width={width} /> : null}
        {helps ? <p class="tip help" role="status">{messages.readHelp}</p> : null}
      </div>
    )
  }
}

/** The words of the value that is read, beside its point and inside the chart's box. */
const Tip = ({ text, x, y, width }: { text: string; x: number; y: number; width: number }) => (
  <p class="tip" aria-hidden="true" style={x < width / 2 ? { left: `${x + 14}px`, top: `${y}px` } : { right: `${width - x + 14}px`, top: `${y}px` }}>{text}</p>
)
