/** Charts that are awake: near the reader they get a layer to read them by, and after a change of width a drawing that fits. */
import { Component, type ComponentChildren } from 'preact'
import { Box, Layer, Printed } from '../view/slots.ts'
import { ReadingLayer } from './layer.tsx'
import { whenNear } from './near.ts'

type Props = {
  readonly root: Element
  readonly children: ComponentChildren
}
type State = {
  readonly isAwake: boolean
  /** Width to draw for, in pixels; null as long as the printed drawings fit. */
  readonly box: number | null
}

/** Widths charts are drawn for, in pixels. */
const [NARROWEST, WIDEST] = [280, 1600]

export class Awake extends Component<Props, State> {
  override state: State = { isAwake: false, box: null }
  private printed = 0
  /** The printed drawings fit until the box changes its width. */
  private readonly observer = new ResizeObserver(([entry]) => {
    const width = Math.round(entry?.contentRect.width ?? 0)
    this.printed ||= width
    if (width && (width !== this.printed || this.state.box)) this.setState({ box: Math.min(WIDEST, Math.max(NARROWEST, width)) })
  })

  override componentDidMount(): void {
    void whenNear(this.props.root).then(() => this.setState({ isAwake: true }))
    const box = this.props.root.querySelector('.chart')
    if (box) this.observer.observe(box)
  }

  override render(): ComponentChildren {
    return (
      <Box.Provider value={this.state.box}>
        <Printed.Provider value={true}>
          <Layer.Provider value={this.state.isAwake ? ReadingLayer : null}>{this.props.children}</Layer.Provider>
        </Printed.Provider>
      </Box.Provider>
    )
  }
}
