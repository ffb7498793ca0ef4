/**
 * The embed: a figure that is complete by itself in somebody else's page, without JavaScript, from 280 px.
 * A list of events says all in its chart; the table with their many sources stays on the figure's own page.
 */
import { phrased } from '../../data/model/figure.ts'
import { formatAddress } from '../address.ts'
import { caveatsOf, responseLine, sourceLine, undrawnLines } from '../chart/footer.ts'
import { phrasedTitle } from '../chart/title.ts'
import { ChartBox } from '../view/chart.tsx'
import { CheckView } from '../view/check.tsx'
import { Phrased } from '../view/phrased.tsx'
import { TableView } from '../view/table.tsx'
import { wordsOf } from '../words/index.ts'
import type { FigureProps } from './figure.tsx'
import { figurePlace } from './link.ts'

export const EmbedPage = ({ site, address, figure }: FigureProps) => {
  const words = wordsOf(address.lang)
  const version = address.place.kind === 'embed' ? address.place.version : null
  const page = formatAddress({ ...address, place: figurePlace(figure.id, version), view: { ...address.view, theme: null } })
  return (
    <main class="embed">
      <h1><Phrased text={phrasedTitle(figure, address.view, address.lang)} /></h1>
      <p class="subtitle"><Phrased text={phrased(figure.subtitle, address.lang)} /></p>
      <ChartBox figure={figure} view={address.view} lang={address.lang} compact={figure.shape === 'claim'} />
      {figure.checks.map((check) => <CheckView key={check.claim} check={check} words={words} />)}
      <p class="small">{[sourceLine(figure, address.view, words), responseLine(figure, address.view, words), ...undrawnLines(figure, address.view, words), caveatsOf(figure, address.view, words)[0]].filter(Boolean).join(words.space)}</p>
      {figure.shape === 'events' ? null
        : <details><summary>{words.pages.tableFolded}</summary><TableView figure={figure} view={address.view} words={words} /></details>}
      <p class="links"><a href={site.origin + page} target="_top">{words.pages.embedMore}</a></p>
    </main>
  )
}
