/** Charts that are awake: once hydrated they get a layer to read them by, and after a change of width a drawing that fits. */
import { Component, type ComponentChildren } from 'preact'
import { Boxes, Layer } from '../view/slots.ts'
import { ReadingLayer } from './layer.tsx'

type Props = { readonly root: Element; readonly children: ComponentChildren }
type State = { readonly isAwake: boolean; readonly boxes: Readonly<Record<string, number>> }

/** Widths charts are drawn for, in pixels. */
const [NARROWEST, WIDEST] = [280, 1600]

export class Awake extends Component<Props, State> {
  override state: State = { isAwake: false, boxes: {} }
  private readonly printed = new Map<string, number>()
  private readonly observer = new ResizeObserver((entries) => this.resized(entries))

  override componentDidMount(): void {
    this.setState({ isAwake: true })
    for (const box of this.props.root.querySelectorAll('.chart')) this.observer.observe(box)
  }

  /** The printed drawings fit until a box changes its width. */
  private resized(entries: readonly ResizeObserverEntry[]): void {
    const changed = entries.flatMap(({ target, contentRect }) => {
      const id = target instanceof HTMLElement ? (target.dataset['figure'] ?? '') : ''
      const width = Math.round(contentRect.width)
      const before = this.printed.get(id)
      if (before === undefined) this.printed.set(id, width)
      return before === undefined || before === width || width === 0 ? [] : [[id, Math.min(WIDEST, Math.max(NARROWEST, width))] as const]
    })
    if (changed.length) this.setState(({ boxes }) => ({ boxes: { ...boxes, ...Object.fromEntries(changed) } }))
  }

  override render(): ComponentChildren {
    return (
      <Boxes.Provider value={this.state.boxes}>
        <Layer.Provider value={this.state.isAwake ? ReadingLayer : null}>{this.props.children}</Layer.Provider>
      </Boxes.Provider>
    )
  }
}
