/** The column of a figure's page that changes with the view: title, choices, chart, check, caveats, files, numbers. */
import { inLanguage, phrased, type Figure } from '../../data/model/figure.ts'
import { shortHash, type Hash } from '../../data/model/release.ts'
import { formatAddress, type Address } from '../address.ts'
import { caveatsOf, sourceLine, undrawnLines } from '../chart/footer.ts'
import { phrasedTitle } from '../chart/title.ts'
import { fileLink } from '../pages/link.ts'
import type { Site } from '../pages/site.ts'
import { wordsOf } from '../words/index.ts'
import { ChartView } from './chart.tsx'
import { CheckView } from './check.tsx'
import { Controls } from './controls.tsx'
import { Phrased } from './phrased.tsx'
import { TableView } from './table.tsx'

/** What the column needs of the site: small enough to travel in the page for the browser side. */
export type ColumnProps = {
  readonly site: Pick<Site, 'origin' | 'formats'> & { readonly release: Pick<Site['release'], 'sections'> }
  readonly address: Address
  readonly figure: Figure
  readonly hash: Hash
}

const PICTURES: readonly string[] = ['svg', 'png']

/** Files of exactly what is shown, and the embed of it. */
const Files = ({ site, address, figure, hash }: ColumnProps) => {
  const { messages } = wordsOf(address.lang)
  const version = address.place.kind === 'figure' ? address.place.version : null
  const shown = { ...address.view, size: null, scale: null }
  const facts = { ...shown, chart: null, theme: null }
  const link = (format: string) => (
    <a key={format} href={fileLink(address, figure.id, version, format, PICTURES.includes(format) ? shown : facts)}>{format.toUpperCase()}</a>
  )
  const formats = site.formats.filter((format) => format !== 'html')
  return (
    <nav class="files" aria-label={messages.takeData}>
      <p class="buttons">
        {formats.filter((format) => !PICTURES.includes(format)).map(link)}
        {formats.filter((format) => PICTURES.includes(format)).map(link)}
        <a href={formatAddress({ ...address, place: { kind: 'embed', id: figure.id, version }, view: shown })}>{messages.embed}</a>
      </p>
      <p class="small">{`${messages.version} ${shortHash(hash)}`}</p>
    </nav>
  )
}

export const FigureColumn = (props: ColumnProps) => {
  const { site, address, figure } = props
  const words = wordsOf(address.lang)
  const section = site.release.sections.find(({ id }) => id === figure.section)
  return (
    <>
      <p class="kicker">{section ? inLanguage(section.name, address.lang) : ''}</p>
      <h1><Phrased text={phrasedTitle(figure, address.view, address.lang)} /></h1>
      <p class="subtitle"><Phrased text={phrased(figure.subtitle, address.lang)} /></p>
      <Controls figure={figure} address={address} />
      <figure>
        <ChartView figure={figure} view={address.view} lang={address.lang} />
        <figcaption class="small">{[...undrawnLines(figure, address.view, words), sourceLine(figure, address.view, words)].join(words.space)}</figcaption>
      </figure>
      {figure.checks.length ? <h2 class="hidden">{words.messages.checks}</h2> : null}
      {figure.checks.map((check) => <CheckView key={check.claim} check={check} words={words} />)}
      {caveatsOf(figure, address.view, words).map((caveat) => <p key={caveat} class="caveat">{caveat}</p>)}
      <Files {...props} />
      <h2 id="table">{figure.shape === 'events' ? words.messages.tableOfEvents : words.messages.tableOf}</h2>
      <TableView figure={figure} view={address.view} words={words} />
    </>
  )
}
