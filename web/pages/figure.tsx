/** A figure's page: the column with chart and numbers; beside it the evidence, what may be compared and how to cite. */
import { inLanguage } from '../../data/model/figure.ts'
import { announced } from '../../data/model/log.ts'
import { shortHash, type CatalogueEntry, type Version } from '../../data/model/release.ts'
import { formatAddress } from '../address.ts'
import { nameOf } from '../chart/say.ts'
import { grouped } from '../words/number.ts'
import { FigureColumn, type ColumnProps } from '../view/column.tsx'
import { EvidencePanel } from '../view/evidence.tsx'
import { Notice } from '../view/notice.tsx'
import { wordsOf } from '../words/index.ts'
import type { Words } from '../words/words.ts'
import { wordsIn } from './compared.ts'
import { citationOf } from './cite.ts'
import { figurePlace, linkTo } from './link.ts'
import { AltPanel, QuotePanel } from './quote.tsx'

export type FigureProps = ColumnProps & { readonly entry: CatalogueEntry }

const Cite = (props: FigureProps) => {
  const { address, figure, hash } = props
  const words = wordsOf(address.lang)
  const pinned = formatAddress({ ...address, place: figurePlace(figure.id, shortHash(hash)) })
  return (
    <section class="panel" aria-labelledby="cite">
      <h2 id="cite">{words.pages.cite}</h2>
      <p class="citation">{citationOf(props.site, figure, hash, address.lang)}</p>
      <p class="links"><a href={pinned}>{words.pages.pinnedLink}</a></p>
    </section>
  )
}

const Comparable = ({ figure, address }: Pick<FigureProps, 'figure' | 'address'>) => {
  const { pages } = wordsOf(address.lang)
  return (
    <section class="panel" aria-labelledby="comparable">
      <h2 id="comparable">{pages.comparable}</h2>
      {figure.comparability.length === 0 ? <p>{pages.notComparable}</p> : figure.comparability.map((one) => (
        <p key={one.reason + one.allows.join()}><strong>{pages[`reason-${one.reason}`]}</strong> {inLanguage(one.why, address.lang)}</p>
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
      <h2 id="formula">{words.pages.formula}</h2>
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

type ComparedProps = Pick<FigureProps, 'address' | 'entry'> & { readonly before: Version | undefined; readonly version: Version }

/** Leads to what changed from the version before. */
const Compared = ({ address, entry, before, version }: ComparedProps) => {
  if (!before) return null
  const place = { kind: 'comparison', id: entry.id, from: shortHash(before.hash), to: shortHash(version.hash), format: null } as const
  return <>{' '}<a href={linkTo(address, place)}>{wordsOf(address.lang).pages.whatChanged}</a></>
}

/** What a line of the history says: the kind of change and its note; of a version that only looks different, that. */
function saidOf(version: Version, { history }: CatalogueEntry, { pages, space, code }: Words): string {
  const { kind, note } = version
  if (!announced(history).includes(version)) return pages['change-redrawn']
  return kind === 'first' ? pages['change-first'] : `${pages[`change-${kind}`]}${pages.stop}${space}${wordsIn(note, code)}`
}

const Changes = ({ address, entry }: Pick<FigureProps, 'address' | 'entry'>) => {
  const words = wordsOf(address.lang)
  return (
    <section class="panel" aria-labelledby="changes">
      <h2 id="changes">{words.pages.changes}</h2>
      <ol class="plain">{entry.history.map((version, i) => (
        <li key={version.hash}>
          {words.date(version.date)}{words.messages.colon}{saidOf(version, entry, words)}{' '}
          <a href={formatAddress({ ...address, place: figurePlace(entry.id, shortHash(version.hash)) })}>{shortHash(version.hash)}</a>
          <Compared address={address} entry={entry} before={entry.history[i - 1]} version={version} />
        </li>
      )).toReversed()}</ol>
    </section>
  )
}

export const FigurePage = (props: FigureProps) => (
  <article class="figure">
    <div class="column"><Notice {...props} /><FigureColumn {...props} /></div>
    <div class="side">
      <EvidencePanel figure={props.figure} words={wordsOf(props.address.lang)} />
      <Derivations {...props} />
      {props.figure.shape === 'events' ? null : <Comparable {...props} />}
    </div>
    <div class="below">
      <QuotePanel {...props} />
      <Cite {...props} />
      <AltPanel {...props} />
      <Changes {...props} />
    </div>
  </article>
)
