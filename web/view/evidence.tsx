/** The evidence panel: for each survey or statistic who, how, when, by whom, how far it was read and on what terms. */
import type { ComponentChildren } from 'preact'
import { inLanguage, type Figure, type Source } from '../../data/model/figure.ts'
import { RIGHTS } from '../../data/model/rights.ts'
import { nameOf } from '../chart/say.ts'
import { methodsOf } from '../pages/methods.ts'
import { fill, type Words } from '../words/words.ts'

const Field = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div class="field"><dt>{name}</dt><dd>{children}</dd></div>
)

/** A source's title as a link to its publisher's own address; a copy is named, never linked. */
export const SourceTitle = ({ source }: { source: Source }) => (
  source.url === null ? <cite lang={source.lang}>{source.title}</cite> : <a href={source.url} lang={source.lang} rel="external"><cite>{source.title}</cite></a>
)

export const RightsView = ({ source, words }: { source: Source; words: Words }) => {
  const { url } = RIGHTS[source.rights]
  return url === null ? <>{words.rights[source.rights]}</> : <a href={url} rel="license external">{words.rights[source.rights]}</a>
}

/** That a copy was read, and whose: `not-recorded` where nobody noted it. */
export const copyLine = ({ copy }: Source, { pages }: Words): string =>
  (copy === 'not-recorded' ? pages.readCopyUnnamed : fill(pages.readCopy, { copy }))

const SourceFields = ({ source, words }: { source: Source; words: Words }) => (
  <>
    <Field name={words.pages.source}>
      {inLanguage(source.publisher, words.code)}{words.comma}<SourceTitle source={source} />{words.comma}{source.date ? words.date(source.date) : words.messages.undated}
      {source.copy ? <span class="aside"> {copyLine(source, words)}</span> : null}
      {source.no_url ? <span class="aside"> {words.pages[`no-url-${source.no_url}`]}</span> : null}
    </Field>
    <Field name={words.messages.read}>{words.pages[`read-${source.read}`]}</Field>
    <Field name={words.pages.rights}><RightsView source={source} words={words} /></Field>
  </>
)

const EvidenceView = ({ figure, id, words }: { figure: Figure; id: string; words: Words }) => {
  const of = figure.evidence[id]
  const source = of && figure.sources[of.source]
  if (!of) return null
  return (
    <dl class="fields">
      <Field name={words.messages.population}>{inLanguage(of.population, words.code)}</Field>
      <Field name={of.kind === 'survey' ? words.pages.asker : words.pages.publisher}>{inLanguage(of.asker, words.code)}</Field>
      {of.basis === null ? null : <Field name={words.messages.basis}>{words.messages[`basis-${of.basis}`]}</Field>}
      {of.kind === 'survey' ? methodsOf(figure, id, of, words).map(([name, said]) => <Field key={name} name={name}>{said}</Field>) : null}
      <Field name={words.messages.published}>{words.date(of.published)}</Field>
      {of.vintage === null || of.vintage === of.published ? null : <Field name={words.pages.vintage}>{words.date(of.vintage)}</Field>}
      {source ? <SourceFields source={source} words={words} /> : null}
    </dl>
  )
}

const codesOn = (figure: Figure, id: string): string[] =>
  [...new Set(figure.rows.filter((row) => row.evidence === id).map((row) => row.group || row.series))]

/** What an evidence is called in the panel: what rests on it alone, else who published it and when. */
function titleOf(figure: Figure, id: string, words: Words): string {
  const codes = codesOn(figure, id)
  const isShared = Object.keys(figure.evidence).some((other) => other !== id && codesOn(figure, other).some((code) => codes.includes(code)))
  const of = figure.evidence[id]
  if (of && (isShared || codes.length > 3)) return `${inLanguage(of.asker, words.code)}${words.comma}${words.date(of.published)}`
  return words.list(codes.map((code) => nameOf(figure, code, words)))
}

/** Where no observation has evidence of its own, as in a list of events, the sources by themselves. */
const SourceList = ({ figure, words }: { figure: Figure; words: Words }) => {
  const sources = Object.values(figure.sources)
  return (
    <details>
      <summary>{`${words.pages.sources} (${sources.length})`}</summary>
      {sources.map((source) => <dl key={source.id} class="fields"><SourceFields source={source} words={words} /></dl>)}
    </details>
  )
}

/** All evidence of a figure; one stands open, several fold, each under the names of what rests on it. */
export const EvidencePanel = ({ figure, words }: { figure: Figure; words: Words }) => {
  const ids = Object.keys(figure.evidence).filter((id) => figure.rows.some((row) => row.evidence === id))
  const order = [...ids].sort((a, b) => figure.rows.findIndex((row) => row.evidence === a) - figure.rows.findIndex((row) => row.evidence === b))
  const hasSurvey = ids.some((id) => figure.evidence[id]?.kind === 'survey')
  return (
    <section class="panel" aria-labelledby="evidence">
      <h2 id="evidence">{words.messages.evidence}</h2>
      {order.length === 0 ? <SourceList figure={figure} words={words} /> : null}
      {order.length === 1
        ? <EvidenceView figure={figure} id={order[0] ?? ''} words={words} />
        : order.map((id, i) => (
          <details key={id} open={i === 0}>
            <summary>{titleOf(figure, id, words)}</summary>
            <EvidenceView figure={figure} id={id} words={words} />
          </details>
        ))}
      {hasSurvey ? <p class="small">{words.pages.noSamplingError}</p> : null}
    </section>
  )
}
