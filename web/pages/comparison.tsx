/** Two versions of a figure side by side: what was said of the change, every number and every fact that is another. */
import { inLanguage } from '../../data/model/figure.ts'
import { shortHash, type Version } from '../../data/model/release.ts'
import type { Address } from '../address.ts'
import { FactsView, RowsView } from '../view/difference.tsx'
import { wordsOf } from '../words/index.ts'
import { fill } from '../words/words.ts'
import { comparedIn, type Comparison } from './compared.ts'
import { figurePlace, linkTo } from './link.ts'

type Props = { readonly comparison: Comparison; readonly address: Address }

/** From which version to which, and where both are. */
const Versions = ({ comparison: { entry, from, to }, address }: Props) => {
  const words = wordsOf(address.lang)
  const { pages } = words
  const said = ({ hash, date }: Version) => ({ hash: shortHash(hash), date: words.date(date) })
  const [first, second] = [said(from), said(to)]
  const place = { kind: 'comparison', id: entry.id, from: first.hash, to: second.hash } as const
  return (
    <>
      <p class="lead">{fill(pages.comparedLead, { from: first.hash, fromDate: first.date, to: second.hash, toDate: second.date })}</p>
      <p class="links">
        <a href={linkTo(address, figurePlace(entry.id))}>{pages.openFigure}</a>
        <a href={linkTo(address, figurePlace(entry.id, first.hash))}>{pages.versionBefore}</a>
        <a href={linkTo(address, figurePlace(entry.id, second.hash))}>{pages.versionAfter}</a>
        <a href={linkTo({ ...address, view: { ...address.view, theme: null } }, { ...place, format: 'json' })}>JSON</a>
      </p>
    </>
  )
}

export const ComparisonPage = ({ comparison, address }: Props) => {
  const { entry, from, to, after } = comparison
  const { lang } = address
  const words = wordsOf(lang)
  const { pages, messages } = words
  const { changes, rows, facts } = comparedIn(comparison, lang)
  const isNothing = rows.length === 0 && facts.length === 0
  return (
    <>
      <div class="opening">
        <h1>{fill(pages.comparedTitle, { title: inLanguage(entry.title, lang) })}</h1>
        <Versions comparison={comparison} address={address} />
      </div>
      {isNothing ? <p class="band">{from.hash === to.hash ? pages.comparedSame : pages.comparedNothing}</p> : null}
      {changes.length === 0 ? null : (
        <section class="band" aria-labelledby="said">
          <h2 id="said">{pages.comparedSaid}</h2>
          <ul class="list">{changes.map(({ date, kind, note }, i) => <li key={i}>{`${words.date(date)}${messages.colon}${pages[`change-${kind}`]}${pages.stop}${words.space}${note}`}</li>)}</ul>
        </section>
      )}
      {rows.length === 0 ? null : (
        <section class="band" aria-labelledby="numbers">
          <h2 id="numbers">{after.shape === 'events' || after.shape === 'matrix' ? pages.comparedEntries : pages.comparedRows}</h2>
          <div><RowsView rows={rows} figure={after} lang={lang} /></div>
        </section>
      )}
      {facts.length === 0 ? null : (
        <section class="band" aria-labelledby="facts">
          <h2 id="facts">{pages.comparedFacts}</h2>
          <div><FactsView facts={facts} lang={lang} /></div>
        </section>
      )}
    </>
  )
}
