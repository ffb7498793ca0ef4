/** A figure's page: the chart and its caveats, the check, the numbers; beside them the evidence, the data and how to cite. */
import { inLanguage, phrased, type Figure } from '../../data/model/figure.ts'
import { shortHash, type CatalogueEntry, type Hash } from '../../data/model/release.ts'
import { formatAddress, type Address } from '../address.ts'
import { caveatsOf, sourceLine } from '../chart/footer.ts'
import { nameOf } from '../chart/say.ts'
import { grouped } from '../words/number.ts'
import { phrasedTitle } from '../chart/title.ts'
import { ChartView } from '../view/chart.tsx'
import { CheckView } from '../view/check.tsx'
import { Controls } from '../view/controls.tsx'
import { EvidencePanel } from '../view/evidence.tsx'
import { Phrased } from '../view/phrased.tsx'
import { TableView } from '../view/table.tsx'
import { wordsOf } from '../words/index.ts'
import { citationOf } from './cite.ts'
import { figurePlace, fileLink } from './link.ts'
import type { Site } from './site.ts'

export type FigureProps = {
  readonly site: Site
  readonly address: Address
  readonly figure: Figure
  readonly entry: CatalogueEntry
  readonly hash: Hash
}

const Downloads = ({ site, address, figure, hash }: FigureProps) => {
  const { messages } = wordsOf(address.lang)
  const version = address.place.kind === 'figure' ? address.place.version : null
  const view = { ...address.view, chart: null, theme: null, size: null, scale: null }
  const pictures = ['svg', 'png']
  const link = (format: string) => (
    <a key={format} href={fileLink(address, figure.id, version, format, pictures.includes(format) ? { ...address.view, size: null, scale: null } : view)}>
      {format.toUpperCase()}
    </a>
  )
  const files = site.formats.filter((format) => format !== 'html')
  return (
    <section class="panel" aria-labelledby="data">
      <h2 id="data">{messages.takeData}</h2>
      <p class="buttons">{files.filter((format) => !pictures.includes(format)).map(link)}</p>
      <h2>{messages.useChart}</h2>
      <p class="buttons">
        {files.filter((format) => pictures.includes(format)).map(link)}
        <a href={formatAddress({ ...address, place: { kind: 'embed', id: figure.id, version }, view: { ...address.view, size: null, scale: null } })}>{messages.embed}</a>
      </p>
      <p class="small">{messages.version} {shortHash(hash)}</p>
    </section>
  )
}

const Cite = (props: FigureProps) => {
  const { address, figure, hash } = props
  const words = wordsOf(address.lang)
  const pinned = formatAddress({ ...address, place: figurePlace(figure.id, shortHash(hash)) })
  return (
    <section class="panel" aria-labelledby="cite">
      <h2 id="cite">{words.messages.cite}</h2>
      <p class="citation">{citationOf(props.site, figure, hash, address.lang)}</p>
      <p class="links"><a href={pinned}>{words.messages.pinnedLink}</a></p>
    </section>
  )
}

const Comparable = ({ figure, address }: Pick<FigureProps, 'figure' | 'address'>) => {
  const { messages } = wordsOf(address.lang)
  return (
    <section class="panel" aria-labelledby="comparable">
      <h2 id="comparable">{messages.comparable}</h2>
      {figure.comparability.length === 0 ? <p>{messages.notComparable}</p> : figure.comparability.map((one) => (
        <p key={one.reason + one.allows.join()}><strong>{messages[`reason-${one.reason}`]}</strong> {inLanguage(one.why, address.lang)}</p>
      ))}
    </section>
  )
}

/** Derived values with their formula and what went into it. */
const Derivations = ({ figure, address }: Pick<FigureProps, 'figure' | 'address'>) => {
  const words = wordsOf(address.lang)
  if (figure.derived.length === 0) return null
  return (
    <section class="panel" aria-labelledby="formula">
      <h2 id="formula">{words.messages.formula}</h2>
      {figure.derived.map(({ of, formula, inputs }) => (
        <p key={of}>
          {nameOf(figure, of.split('.')[0] ?? of, words)}{words.messages.colon}{formula.replace(/[a-z][\w-]*/g, (name) => {
            const input = inputs.find((one) => one.name === name)
            return input ? `${grouped(input.value)} (${inLanguage(input.text, address.lang)})` : name
          }).replaceAll(' - ', ' − ')}
        </p>
      ))}
    </section>
  )
}

const Changes = ({ address, entry }: Pick<FigureProps, 'address' | 'entry'>) => {
  const words = wordsOf(address.lang)
  return (
    <section class="panel" aria-labelledby="changes">
      <h2 id="changes">{words.messages.changes}</h2>
      <ol class="plain">{[...entry.history].reverse().map(({ hash, date, kind, note }) => (
        <li key={hash}>
          {words.date(date)}{words.messages.colon}{kind === 'first' ? words.messages['change-first'] : `${words.messages[`change-${kind}`]}. ${inLanguage(note, address.lang)}`}{' '}
          <a href={formatAddress({ ...address, place: figurePlace(entry.id, shortHash(hash)) })}>{shortHash(hash)}</a>
        </li>
      ))}</ol>
    </section>
  )
}

const Main = ({ site, address, figure }: FigureProps) => {
  const words = wordsOf(address.lang)
  const section = site.release.sections.find(({ id }) => id === figure.section)
  return (
    <div class="column">
      <p class="kicker">{section ? inLanguage(section.name, address.lang) : ''}</p>
      <h1><Phrased text={phrasedTitle(figure, address.view, address.lang)} /></h1>
      <p class="subtitle"><Phrased text={phrased(figure.subtitle, address.lang)} /></p>
      <Controls figure={figure} address={address} />
      <figure>
        <ChartView figure={figure} view={address.view} lang={address.lang} />
        <figcaption class="small">{sourceLine(figure, address.view, words)}</figcaption>
      </figure>
      {figure.checks.length ? <h2 class="hidden">{words.messages.checks}</h2> : null}
      {figure.checks.map((check) => <CheckView key={check.claim} check={check} words={words} />)}
      {caveatsOf(figure, address.view, words).map((caveat) => <p key={caveat} class="caveat">{caveat}</p>)}
      <h2 id="table">{words.messages.tableOf}</h2>
      <TableView figure={figure} view={address.view} words={words} />
    </div>
  )
}

export const FigurePage = (props: FigureProps) => (
  <article class="figure">
    <Main {...props} />
    <div class="side">
      <Downloads {...props} />
      <Cite {...props} />
      <EvidencePanel figure={props.figure} words={wordsOf(props.address.lang)} />
      <Derivations {...props} />
      <Comparable {...props} />
      <Changes {...props} />
    </div>
  </article>
)
