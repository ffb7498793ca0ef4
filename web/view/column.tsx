/** The column of a figure's page that changes with the view: title, choices, chart, check, caveats, files, numbers. */
import { inLanguage, phrased, type Figure } from '../../data/model/figure.ts'
import { shortHash, type Hash } from '../../data/model/release.ts'
import type { ShapeName } from '../../data/model/shape.ts'
import { DEFAULT_VIEW, formatAddress, type Address } from '../address.ts'
import { caveatsOf, sourceLine, undrawnLines } from '../chart/footer.ts'
import { phrasedTitle } from '../chart/title.ts'
import { excelLink, fileLink } from '../pages/link.ts'
import { filesOf, type FileFacts, type Site } from '../pages/site.ts'
import { wordsOf } from '../words/index.ts'
import { ChartBox } from './chart.tsx'
import { CheckView } from './check.tsx'
import { Controls } from './controls.tsx'
import { Phrased } from './phrased.tsx'
import { TableView } from './table.tsx'

/** What the column needs of the site. */
export type ColumnProps = {
  readonly site: { readonly origin: string; readonly files: readonly FileFacts[]; readonly release: Pick<Site['release'], 'sections'> }
  readonly address: Address
  readonly figure: Figure
  readonly hash: Hash
}

/** What a figure's page needs of the site, for a figure of this shape. */
export const columnSite = (site: Site, shape: ShapeName): ColumnProps['site'] =>
  ({ origin: site.origin, files: filesOf(site, shape), release: { sections: site.release.sections } })

/** Most readers want one of these; in this order. */
const FOREMOST: readonly string[] = ['csv', 'xlsx', 'json', 'svg', 'png']
const PICTURES: readonly string[] = ['svg', 'png']

/** Files of exactly what is shown, and the embed of it. */
const Files = ({ site, address, figure, hash }: ColumnProps) => {
  const { messages, pages } = wordsOf(address.lang)
  const version = address.place.kind === 'figure' ? address.place.version : null
  const shown = { ...address.view, size: null, scale: null }
  const facts = { ...shown, chart: null, theme: null }
  const viewOf = ({ extension, isSelective }: FileFacts) => (PICTURES.includes(extension) ? shown : isSelective ? facts : DEFAULT_VIEW)
  const hrefOf = (file: FileFacts) => fileLink(address, figure.id, version, file.extension, viewOf(file))
  const foremost = FOREMOST.flatMap((extension) => site.files.find((file) => file.extension === extension) ?? [])
  const others = site.files.filter((file) => file.extension !== 'html' && !foremost.includes(file))
  return (
    <nav class="files" aria-label={messages.takeData}>
      <p class="buttons">
        {foremost.map((file) => <a key={file.extension} href={hrefOf(file)}>{file.extension.toUpperCase()}</a>)}
        <a href={formatAddress({ ...address, place: { kind: 'snippets', id: figure.id, version }, view: shown })} data-asks="snippets">{messages.embed}</a>
      </p>
      <p class="small links">
        <a href={excelLink(address, figure.id, version, facts)}>{pages.csvForExcel}</a>
        {others.map((file) => <a key={file.extension} href={hrefOf(file)}>{file.extension}</a>)}
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
        <ChartBox figure={figure} view={address.view} lang={address.lang} />
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
