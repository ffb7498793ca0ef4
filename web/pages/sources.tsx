/** Every source of the collection: what it is, how far it was read, its terms, and what rests on it. */
import { inLanguage, type Source } from '../../data/model/figure.ts'
import type { Address } from '../address.ts'
import { copyLine, RightsView, SourceTitle } from '../view/evidence.tsx'
import { wordsOf } from '../words/index.ts'
import { figurePlace, linkTo } from './link.ts'
import type { Site } from './site.ts'

type Props = { readonly site: Site; readonly sources: readonly Source[]; readonly address: Address }

const SourceView = ({ site, source, address }: Omit<Props, 'sources'> & { source: Source }) => {
  const words = wordsOf(address.lang)
  const { messages, pages } = words
  const users = site.release.figures.filter((entry) => entry.sources.includes(source.id) && entry.lang.includes(address.lang))
  return (
    <li id={source.id}>
      <h2><SourceTitle source={source} /></h2>
      <p class="subtitle">{words.source(source)}</p>
      <p class="small">
        {messages.read}{messages.colon}{pages[`read-${source.read}`]}{pages.stop}{words.space}
        {source.copy ? `${copyLine(source, words)}${pages.stop}${words.space}` : ''}
        {source.no_url ? `${pages[`no-url-${source.no_url}`]}${words.space}` : ''}
        {pages.rights}{messages.colon}<RightsView source={source} words={words} />{pages.stop}
      </p>
      <p class="small">{pages.usedBy}{messages.colon}{users.map((entry, i) => (
        <>{i ? words.semicolon : ''}<a href={linkTo(address, figurePlace(entry.id))}>{inLanguage(entry.title, address.lang)}</a></>
      ))}</p>
    </li>
  )
}

export const SourcesPage = ({ site, sources, address }: Props) => {
  const { pages } = wordsOf(address.lang)
  return (
    <>
      <div class="opening">
        <h1>{pages.sourcesTitle}</h1>
        <p class="lead">{pages.sourcesLead}</p>
      </div>
      <ul class="list band">{sources.map((source) => <SourceView key={source.id} site={site} source={source} address={address} />)}</ul>
    </>
  )
}
