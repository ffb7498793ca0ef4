/** A figure's page that is awake: the printed column with a state around it, which is the address and how the table is sorted. */
import { Component, type ComponentChildren } from 'preact'
import { formatAddress, parseAddress, type Address } from '../address.ts'
import { chartName } from '../chart/draw.ts'
import { titleOf } from '../chart/title.ts'
import { FigureColumn, type ColumnProps } from '../view/column.tsx'
import { Sort } from '../view/slots.ts'
import { LANGUAGES, wordsOf } from '../words/index.ts'
import { Awake } from './awake.tsx'
import { chosenAt, followView, viewAt } from './navigate.ts'
import { loadChart } from './types.ts'

type Props = ColumnProps & { readonly root: Element }
type State = {
  readonly address: Address
  /** False while the page is exactly as it was printed. */
  readonly isAwake: boolean
  readonly column: number | null
  readonly isDescending: boolean
}

const here = (): Address => parseAddress(new URL(location.href), LANGUAGES)

const valuesOf = (form: HTMLFormElement, name: string): string[] => new FormData(form).getAll(name).map(String)

export class App extends Component<Props, State> {
  override state: State = { address: this.props.address, isAwake: false, column: null, isDescending: false }

  /** The view that was asked for last. */
  private wish: Address = this.props.address

  override componentDidMount(): void {
    const { root } = this.props
    root.addEventListener('click', this.followed)
    root.addEventListener('change', this.chosen)
    root.addEventListener('submit', this.chosen)
    addEventListener('popstate', () => void this.show(here()))
    this.setState({ isAwake: true })
  }

  private go(address: Address, then?: () => void): void {
    // A box that cannot be cleared is ticked again.
    if (formatAddress(address) === formatAddress(this.state.address)) return this.forceUpdate()
    history.pushState(null, '', formatAddress(address))
    void this.show(address, then)
  }

  /** Shows a view once its chart type is there; one that cannot be fetched is left to the server. */
  private async show(address: Address, then?: () => void): Promise<void> {
    this.wish = address
    try {
      await loadChart(chartName(this.props.figure, address.view))
    } catch {
      return location.assign(formatAddress(address))
    }
    if (this.wish === address) this.setState({ address, column: null }, then)
  }

  private readonly followed = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || !(event instanceof MouseEvent) || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const address = viewAt(link.href, this.state.address, location.origin)
    if (!address) return
    event.preventDefault()
    // Whoever follows the link that takes itself away goes on beside it.
    this.go(address, () => link.isConnected || this.props.root.querySelector<HTMLElement>('.choose button')?.focus())
  }

  private readonly chosen = (event: Event): void => {
    const form = event.target instanceof Element ? event.target.closest('form') : null
    if (!form?.matches('.choose form')) return
    event.preventDefault()
    const all = [...form.querySelectorAll<HTMLInputElement>('[name=select]')].map(({ value }) => value)
    const [from = '', to = ''] = [valuesOf(form, 'from')[0], valuesOf(form, 'to')[0]]
    this.go(chosenAt({ select: valuesOf(form, 'select'), all, from, to }, this.state.address))
  }

  override componentDidUpdate(_: Props, before: State): void {
    const { address } = this.state
    if (before.address === address) return
    followView(this.props.root, address)
    document.title = `${titleOf(this.props.figure, address.view, address.lang)} – ${wordsOf(address.lang).messages.site}`
  }

  private readonly sortBy = (column: number): void =>
    this.setState((state) => ({ column, isDescending: state.column === column ? !state.isDescending : false }))

  override render(): ComponentChildren {
    const { root, ...props } = this.props
    const { isAwake, column, isDescending, address } = this.state
    return (
      <Awake root={root} view={props.address.view}>
        <Sort.Provider value={isAwake ? { column, isDescending, sortBy: this.sortBy } : null}>
          <FigureColumn {...props} address={address} />
        </Sort.Provider>
      </Awake>
    )
  }
}
