/**
 * The embed: a figure that is complete by itself in somebody else's page, without JavaScript, from 280 px. In a frame lower
 * than 320 px the style sheet shows its short form: the finding, what was checked, the source and the link.
 */
import { phrased } from '../../data/model/figure.ts'
import { formatAddress } from '../address.ts'
import { draw } from '../chart/draw.ts'
import { embedFooter, isMuch } from '../chart/embed.ts'
import { isDefaultView, phrasedTitle } from '../chart/title.ts'
import { ChartBox } from '../view/chart.tsx'
import { CheckView } from '../view/check.tsx'
import { Notice } from '../view/notice.tsx'
import { Phrased } from '../view/phrased.tsx'
import { TableView } from '../view/table.tsx'
import { wordsOf } from '../words/index.ts'
import type { FigureProps } from './figure.tsx'
import { figurePlace } from './link.ts'

/** Every number or event of the view, folded, as text. */
const Numbers = ({ address, figure }: FigureProps) => {
  const words = wordsOf(address.lang)
  return (
    <details>
      <summary>{figure.shape === 'events' ? words.pages.tableFoldedEvents : words.pages.tableFolded}</summary>
      <TableView figure={figure} view={address.view} words={words} bare />
    </details>
  )
}

/** What stands in the short form for a chart whose title is no finding: its description. */
const Said = ({ address: { view, lang }, figure }: FigureProps) =>
  (isDefaultView(view) ? null : <p class="small said">{draw(figure, { view, lang, width: 300 }).description}</p>)

export const EmbedPage = (props: FigureProps) => {
  const { site, address, figure } = props
  const words = wordsOf(address.lang)
  const version = address.place.kind === 'embed' ? address.place.version : null
  const page = site.origin + formatAddress({ ...address, place: figurePlace(figure.id, version), view: { ...address.view, theme: null } })
  return (
    <main class="embed">
      <h1><Phrased text={phrasedTitle(figure, address.view, address.lang)} /></h1>
      <p class="subtitle"><Phrased text={phrased(figure.subtitle, address.lang)} /></p>
      <Notice {...props} />
      <ChartBox figure={figure} view={address.view} lang={address.lang} compact={figure.shape === 'claim'} few={isMuch(figure, address.view)} />
      <Said {...props} />
      {figure.checks.map((check) => <CheckView key={check.claim} check={check} words={words} />)}
      <p class="small">{embedFooter(figure, address.view, words)}</p>
      <Numbers {...props} />
      <p class="links"><a href={page} target="_top">{words.pages.embedMore}</a></p>
    </main>
  )
}
