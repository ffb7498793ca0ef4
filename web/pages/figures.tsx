/** The catalogue: every figure by section, with a search that works as a plain form. */
import { inLanguage, phrased } from '../../data/model/figure.ts'
import { shortHash, type CatalogueEntry } from '../../data/model/release.ts'
import { formatAddress, type Address } from '../address.ts'
import { Phrased } from '../view/phrased.tsx'
import { Spark } from '../view/spark.tsx'
import { wordsOf } from '../words/index.ts'
import { fill } from '../words/words.ts'
import { figurePlace, linkTo } from './link.ts'
import type { Site } from './site.ts'

type Props = { readonly site: Site; readonly entries: readonly CatalogueEntry[]; readonly address: Address }

const queryOf = ({ place }: Address): string => (place.kind === 'catalogue' ? place.query : '')

const Found = ({ entries, address }: Omit<Props, 'site'>) => {
  const { messages, pages } = wordsOf(address.lang)
  const query = queryOf(address)
  if (query === '') return null
  const message = entries.length ? fill(pages.found, { count: String(entries.length), query }) : fill(pages.foundNone, { query })
  return <p role="status">{message} <a href={formatAddress({ ...address, place: { kind: 'catalogue', query: '', format: null } })}>{messages.reset}</a></p>
}

const Item = ({ entry, address }: { entry: CatalogueEntry; address: Address }) => {
  const words = wordsOf(address.lang)
  return (
    <li class="item">
      <Spark preview={entry.preview} />
      <div>
        <h3><a href={linkTo(address, figurePlace(entry.id))}><Phrased text={phrased(entry.title, address.lang)} /></a></h3>
        <p class="subtitle">{inLanguage(entry.measure, address.lang)}</p>
        <p class="small">{words.messages.version} {shortHash(entry.hash)}{words.comma}{words.date(entry.history.at(-1)?.date ?? '')}</p>
      </div>
    </li>
  )
}

export const CataloguePage = ({ site, entries, address }: Props) => {
  const { pages } = wordsOf(address.lang)
  const action = formatAddress({ ...address, place: { kind: 'catalogue', query: '', format: null } }).split('?')[0]
  return (
    <>
      <div class="opening">
        <h1>{pages.catalogueTitle}</h1>
        <p class="lead">{pages.catalogueLead}</p>
      </div>
      <form class="search" role="search" action={action} method="get">
        <label for="q">{pages.searchLabel}</label>
        <input id="q" name="q" type="search" value={queryOf(address)} />
        <button type="submit">{pages.search}</button>
      </form>
      <Found entries={entries} address={address} />
      {site.release.sections.map((section) => {
        const own = entries.filter((entry) => entry.section === section.id)
        return own.length === 0 ? null : (
          <section key={section.id} class="band" aria-labelledby={section.id}>
            <h2 id={section.id}>{inLanguage(section.name, address.lang)}</h2>
            <ul class="list">{own.map((entry) => <Item key={entry.id} entry={entry} address={address} />)}</ul>
          </section>
        )
      })}
    </>
  )
}
