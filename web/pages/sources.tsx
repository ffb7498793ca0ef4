/** Every source of the collection by what it is used for: what it is, how far it was read, its terms, and what rests on it. */
import type { ArticleFacts } from '../../data/model/article.ts'
import { inLanguage, READ, type Source } from '../../data/model/figure.ts'
import type { CatalogueEntry } from '../../data/model/release.ts'
import type { Address } from '../address.ts'
import { copyLine, RightsView, SourceTitle } from '../view/evidence.tsx'
import { wordsOf } from '../words/index.ts'
import { fill } from '../words/words.ts'
import { figurePlace, linkTo } from './link.ts'
import type { Site } from './site.ts'

type Props = { readonly site: Site; readonly sources: readonly Source[]; readonly facts: ArticleFacts; readonly address: Address }

/** A source with what rests on it: figures, and numbers of the notes on the founding article. */
type Used = { readonly source: Source; readonly figures: readonly CatalogueEntry[]; readonly notes: readonly number[]; readonly isCited: boolean }
type Group = { readonly id: string; readonly name: string; readonly used: readonly Used[] }

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const useOf = (source: Source, { site, facts, address }: Omit<Props, 'sources'>): Used => ({
  source,
  figures: site.release.figures.filter((entry) => entry.sources.includes(source.id) && entry.lang.includes(address.lang)),
  notes: facts.notes.filter(({ sources }) => sources.includes(source.id)).map(({ number }) => number),
  isCited: facts.source === source.id || facts.footnotes.some((footnote) => footnote.source === source.id),
})

/** Sources by the first section of the dashboard that rests on them, then those of the article alone, then the rest; by publisher. */
function groupsOf(props: Props): readonly Group[] {
  const { site, sources, address: { lang } } = props
  const { pages } = wordsOf(lang)
  const order = ({ source }: Used) => `${inLanguage(source.publisher, lang)}\n${source.date}\n${source.id}`
  const used = sources.map((source) => useOf(source, props)).toSorted((a, b) => byText(order(a), order(b)))
  const sections = site.release.sections.map(({ id, name }) => ({ id, name: inLanguage(name, lang) }))
  const placeOf = ({ figures, notes, isCited }: Used): string =>
    sections.find(({ id }) => figures.some(({ section }) => section === id))?.id ?? (notes.length || isCited ? 'article' : 'unused')
  return [...sections, { id: 'article', name: pages.sourcesOfArticle }, { id: 'unused', name: pages.sourcesUnused }]
    .map((group) => ({ ...group, used: used.filter((one) => placeOf(one) === group.id) })).filter((group) => group.used.length > 0)
}

const Users = ({ used: { figures, notes, isCited }, address }: { used: Used; address: Address }) => {
  const { pages } = wordsOf(address.lang)
  const article = linkTo(address, { kind: 'article' })
  return (
    <p class="cites">
      {figures.map((entry) => <a key={entry.id} href={linkTo(address, figurePlace(entry.id))}>{inLanguage(entry.measure, address.lang)}</a>)}
      {notes.map((number) => <a key={number} href={`${article}#note-${number}`}>{fill(pages.noteOnArticle, { number: String(number) })}</a>)}
      {isCited && notes.length === 0 ? <a href={article}>{pages.article}</a> : null}
    </p>
  )
}

const SourceView = ({ used, address }: { used: Used; address: Address }) => {
  const { source } = used
  const words = wordsOf(address.lang)
  const { messages, pages } = words
  return (
    <li id={source.id}>
      <div>
        <p><SourceTitle source={source} /></p>
        <p class="small">{words.source(source)}</p>
        <Users used={used} address={address} />
      </div>
      <dl class="small">
        <div><dt>{messages.read}</dt><dd>{pages[`read-${source.read}`]}{source.copy ? <span class="aside"> {copyLine(source, words)}</span> : null}</dd></div>
        {source.no_url ? <div><dt>{pages.guideAddress}</dt><dd>{pages[`no-url-${source.no_url}`]}</dd></div> : null}
        <div><dt>{pages.rights}</dt><dd><RightsView source={source} words={words} /></dd></div>
      </dl>
    </li>
  )
}

/** How many there are, and how far they were read. */
const Counts = ({ sources, lang }: { sources: readonly Source[]; lang: string }) => {
  const words = wordsOf(lang)
  const read = READ.map((extent) => [extent, sources.filter((source) => source.read === extent).length] as const).filter(([, count]) => count > 0)
  const items = read.map(([extent, count]) => fill(words.pages.sourcesRead, { read: words.pages[`read-${extent}`], count: String(count) }))
  return <p class="subtitle">{fill(words.pages.sourcesCount, { count: String(sources.length), items: words.list(items) })}</p>
}

export const SourcesPage = (props: Props) => {
  const { sources, address } = props
  const { pages } = wordsOf(address.lang)
  const groups = groupsOf(props)
  return (
    <>
      <div class="opening">
        <h1>{pages.sourcesTitle}</h1>
        <p class="lead">{pages.sourcesLead}</p>
        <Counts sources={sources} lang={address.lang} />
        <nav class="contents" aria-label={pages.contents}>{groups.map(({ id, name, used }) => <a key={id} href={`#for-${id}`}>{`${name} (${used.length})`}</a>)}</nav>
      </div>
      {groups.map(({ id, name, used }) => (
        <section key={id} class="band" aria-labelledby={`for-${id}`}>
          <h2 id={`for-${id}`}>{name}</h2>
          <ul class="sources">{used.map((one) => <SourceView key={one.source.id} used={one} address={address} />)}</ul>
        </section>
      ))}
    </>
  )
}
