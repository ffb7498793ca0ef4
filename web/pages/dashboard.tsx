/** The front page: one finding, then sections that each show theirs. The three claims come first, each with its check. */
import type { ComponentChildren } from 'preact'
import { inLanguage, phrased, type Figure } from '../../data/model/figure.ts'
import type { CatalogueEntry, Front, Section } from '../../data/model/release.ts'
import { DEFAULT_VIEW, type Address } from '../address.ts'
import { caveatsOf, sourceLine, undrawnLines } from '../chart/footer.ts'
import { phrasedTitle } from '../chart/title.ts'
import { ChartBox } from '../view/chart.tsx'
import { CheckView } from '../view/check.tsx'
import { Phrased } from '../view/phrased.tsx'
import { Spark } from '../view/spark.tsx'
import { wordsOf } from '../words/index.ts'
import { fill } from '../words/words.ts'
import { figurePlace, fileLink, linkTo } from './link.ts'

type Props = { readonly front: Front; readonly entries: readonly CatalogueEntry[]; readonly address: Address }
type FigureProps = { readonly figure: Figure; readonly address: Address }

const Links = ({ figure, address }: FigureProps) => {
  const words = wordsOf(address.lang)
  const { pages } = words
  return (
    <p class="links">
      <a href={linkTo(address, figurePlace(figure.id))}>{pages.openFigure}<span class="hidden">{` (${phrasedTitle(figure, DEFAULT_VIEW, address.lang)})`}</span></a>
      <a href={fileLink(address, figure.id, null, 'csv')}>{pages.data}<span class="hidden">{` (CSV${words.comma}${inLanguage(figure.measure, address.lang)})`}</span></a>
    </p>
  )
}

/** A claim: number and bar, then at once what its source says. */
export const Claim = ({ figure, address, children }: FigureProps & { children?: ComponentChildren }) => (
  <article class="claim">
    <h3 class="hidden">{inLanguage(figure.title, address.lang)}</h3>
    <ChartBox figure={figure} view={DEFAULT_VIEW} lang={address.lang} compact />
    {figure.checks.map((check) => <CheckView key={check.claim} check={check} words={wordsOf(address.lang)} />)}
    <Links figure={figure} address={address} />
    {children}
  </article>
)

/** A chart beside its section's words. Alone in a section, it does not repeat the section's title. */
const Exhibit = ({ figure, address, alone }: FigureProps & { alone: boolean }) => {
  const words = wordsOf(address.lang)
  return (
    <article class="exhibit">
      <h3 {...(alone ? { class: 'hidden' } : {})}><Phrased text={phrased(figure.title, address.lang)} /></h3>
      <p class="subtitle"><Phrased text={phrased(figure.subtitle, address.lang)} /></p>
      <ChartBox figure={figure} view={DEFAULT_VIEW} lang={address.lang} compact={figure.shape === 'events'} />
      <p class="small">{[sourceLine(figure, DEFAULT_VIEW, words), ...undrawnLines(figure, DEFAULT_VIEW, words), caveatsOf(figure, DEFAULT_VIEW, words)[0]].filter(Boolean).join(words.space)}</p>
      <Links figure={figure} address={address} />
    </article>
  )
}

/** So many of a section's other figures stand on the front page; the catalogue has all of them. */
const MOST = 4

/** The section's other figures: a small chart and a title each, and where the rest is. */
const More = ({ entries, address, section }: Omit<Props, 'front'> & { section: Section }) => {
  const { pages } = wordsOf(address.lang)
  const all = `${linkTo(address, { kind: 'catalogue', query: '', format: null })}#${section.id}`
  return (
    <>
      <ul class="more">{entries.slice(0, MOST).map((entry) => (
        <li key={entry.id} class="item">
          <Spark preview={entry.preview} />
          <h3><a href={linkTo(address, figurePlace(entry.id))}><Phrased text={phrased(entry.title, address.lang)} /></a></h3>
        </li>
      ))}</ul>
      {entries.length > MOST
        ? <p class="links"><a href={all}>{fill(pages.moreFigures, { section: inLanguage(section.name, address.lang), count: String(entries.length + section.figures.length) })}</a></p> : null}
    </>
  )
}

const SectionView = ({ section, front, entries, address }: Props & { section: Section }) => {
  const figures = section.figures.flatMap((id) => front.figures[id] ?? [])
  const claims = figures.filter((figure) => figure.shape === 'claim')
  const exhibits = figures.filter((figure) => figure.shape !== 'claim')
  const more = entries.filter((entry) => entry.section === section.id && entry.lang.includes(address.lang) && !section.figures.includes(entry.id))
  return (
    <section class={claims.length ? 'band claims' : 'band'} aria-labelledby={section.id}>
      <div class="words">
        <p class="kicker">{inLanguage(section.name, address.lang)}</p>
        <h2 id={section.id}><Phrased text={phrased(section.title, address.lang)} /></h2>
        <p class="subtitle"><Phrased text={phrased(section.text, address.lang)} /></p>
      </div>
      {claims.length ? <div class="three">{claims.map((figure) => <Claim key={figure.id} figure={figure} address={address} />)}</div> : null}
      {claims.length ? <p class="small note">{inLanguage(front.note, address.lang)}</p> : null}
      {exhibits.length + more.length ? (
        <div class="exhibits">
          {exhibits.map((figure) => <Exhibit key={figure.id} figure={figure} address={address} alone={exhibits.length === 1} />)}
          {more.length ? <More entries={more} address={address} section={section} /> : null}
        </div>
      ) : null}
    </section>
  )
}

export const DashboardPage = ({ front, entries, address }: Props) => (
  <>
    <div class="opening">
      <h1><Phrased text={phrased(front.title, address.lang)} /></h1>
      <p class="lead"><Phrased text={phrased(front.lead, address.lang)} /></p>
    </div>
    {front.sections.map((section) => <SectionView key={section.id} section={section} front={front} entries={entries} address={address} />)}
  </>
)
