/** Charts that are awake: near the reader they get a layer to read them by, and after a change of width a drawing that fits. */
import { Component, type ComponentChildren } from 'preact'
import type { View } from '../address.ts'
import { Boxes, Layer, Printed } from '../view/slots.ts'
import { ReadingLayer } from './layer.tsx'

type Props = {
  readonly root: Element
  /** The view that was printed. */
  readonly view: View
  readonly children: ComponentChildren
}
type State = { readonly isAwake: boolean; readonly boxes: Readonly<Record<string, number>> }

/** Widths charts are drawn for, in pixels. */
const [NARROWEST, WIDEST] = [280, 1600]

export class Awake extends Component<Props, State> {
  override state: State = { isAwake: false, boxes: {} }
  private readonly printed = new Map<string, number>()
  private readonly observer = new ResizeObserver((entries) => this.resized(entries))

  override componentDidMount(): void {
    // Charts far below cost nothing until the reader comes near them.
    new IntersectionObserver((entries, observer) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      this.setState({ isAwake: true })
    }, { rootMargin: '100%' }).observe(this.props.root)
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
        <Printed.Provider value={this.props.view}>
          <Layer.Provider value={this.state.isAwake ? ReadingLayer : null}>{this.props.children}</Layer.Provider>
        </Printed.Provider>
      </Boxes.Provider>
    )
  }
}
