/** The founding article as facts: its claims with their checks, what it dates, names and cites, and where a document differs. */
import type { ComponentChildren } from 'preact'
import type { Article, DatedEvent, Footnote, Note } from '../../data/model/article.ts'
import { inLanguage, phrased } from '../../data/model/figure.ts'
import type { Address } from '../address.ts'
import { SourceTitle } from '../view/evidence.tsx'
import { Phrased } from '../view/phrased.tsx'
import { wordsOf } from '../words/index.ts'
import type { PageKey } from '../words/en/pages.ts'
import { fill } from '../words/words.ts'
import { Claim } from './dashboard.tsx'
import { linkTo } from './link.ts'

type Props = { readonly article: Article; readonly address: Address }

/** The parts of the page in their order, and what they are called. */
const PARTS = {
  document: 'articleDocument', claims: 'articleClaims', notes: 'articleNotes', events: 'articleEvents',
  instruments: 'articleInstruments', footnotes: 'articleFootnotes',
} as const satisfies Record<string, PageKey>

type PartName = keyof typeof PARTS
const PART_NAMES = Object.keys(PARTS).filter((name): name is PartName => Object.hasOwn(PARTS, name))

const Part = ({ name, lang, text, children }: { name: PartName; lang: string; text?: string; children: ComponentChildren }) => (
  <section class={name === 'claims' ? 'band claims' : 'band'} aria-labelledby={name}>
    <div class="words">
      <h2 id={name}>{wordsOf(lang).pages[PARTS[name]]}</h2>
      {text === undefined ? null : <p class="subtitle">{text}</p>}
    </div>
    {children}
  </section>
)

type AnchorKind = 'footnote' | 'note'

/** Links to numbered footnotes or notes of this page. */
const Anchors = ({ kind, numbers, lang }: { kind: AnchorKind; numbers: readonly number[]; lang: string }) => (
  <>{numbers.map((number) => <a key={number} href={`#${kind}-${number}`}>{fill(wordsOf(lang).pages[kind], { number: String(number) })}</a>)}</>
)

const Contents = ({ lang }: { lang: string }) => {
  const { pages } = wordsOf(lang)
  return (
    <nav class="contents" aria-label={pages.contents}>
      {PART_NAMES.map((name) => <a key={name} href={`#${name}`}>{pages[PARTS[name]]}</a>)}
    </nav>
  )
}

const Field = ({ name, children }: { name: string; children: ComponentChildren }) => <div class="field"><dt>{name}</dt><dd>{children}</dd></div>

const Document = ({ article: { facts, sources }, address: { lang } }: Props) => {
  const { pages, comma } = wordsOf(lang)
  const source = sources[facts.source]
  const counts = Object.entries({ ...facts }).flatMap(([name, list]) => (Array.isArray(list) ? [[name, String(list.length)] as const] : []))
  return (
    <dl class="fields document">
      {source ? <Field name={pages.source}><SourceTitle source={source} />{comma}{inLanguage(source.publisher, lang)}</Field> : null}
      <Field name={pages.articleAuthor}>{inLanguage(facts.author, lang)}{comma}{inLanguage(facts.role, lang)}</Field>
      <Field name={pages.articleDated}>{inLanguage(facts.dated, lang)}</Field>
      <Field name={pages.articleViews}>{inLanguage(facts.views, lang)}</Field>
      <Field name={pages.articleHolds}>{fill(pages.articleCounts, Object.fromEntries(counts))}</Field>
    </dl>
  )
}

const Claims = ({ article, address }: Props) => (
  <div class="three">{article.facts.figures.map(({ figure: id, footnotes, notes }) => {
    const figure = article.figures[id]
    return figure?.lang.includes(address.lang) ? (
      <Claim key={id} figure={figure} address={address}>
        <p class="cites"><Anchors kind="footnote" numbers={footnotes} lang={address.lang} /><Anchors kind="note" numbers={notes} lang={address.lang} /></p>
      </Claim>
    ) : null
  })}</div>
)

const EventView = ({ event, lang }: { event: DatedEvent; lang: string }) => {
  const words = wordsOf(lang)
  return (
    <li>
      <time dateTime={event.time}>{words.date(event.time)}</time>
      <div>
        <p>{inLanguage(event.text, lang)}</p>
        <p class="cites">
          {event.stands === 'text' ? <span>{words.pages.inText}</span> : null}
          <Anchors kind="footnote" numbers={event.footnotes} lang={lang} />
          <Anchors kind="note" numbers={event.notes} lang={lang} />
        </p>
      </div>
    </li>
  )
}

const Instruments = ({ article, address: { lang } }: Props) => {
  const { pages } = wordsOf(lang)
  const heads = [pages.instrument, pages.isBinding, pages.footnotes]
  return (
    <section class="scroll instruments" aria-label={heads.join(' ')} tabindex={0}><table>
      <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
      <tbody>{article.facts.instruments.map(({ name, kind, binding, footnotes }) => (
        <tr key={inLanguage(name, lang)}>
          <th scope="row">{inLanguage(name, lang)} <span class="aside">{inLanguage(kind, lang)}</span></th>
          <td>{pages[`binding-${binding}`]}</td>
          <td>{footnotes.map((number) => <><a href={`#footnote-${number}`} aria-label={fill(pages.footnote, { number: String(number) })}>{number}</a> </>)}</td>
        </tr>
      ))}</tbody>
    </table></section>
  )
}

/** What stands beside the article: the documents, or where the article differs with itself what its footnotes cite. */
const besideOf = ({ verified, sources }: Note): PageKey =>
  (verified === 'internal' ? 'noteInternal' : sources.length > 1 ? 'noteDocuments' : 'noteDocument')

const NoteView = ({ note, article, address }: Props & { note: Note }) => {
  const { lang } = address
  const words = wordsOf(lang)
  const { pages } = words
  return (
    <li id={`note-${note.number}`}>
      <p class="kicker">{fill(pages.note, { number: String(note.number) })}</p>
      <h3><Phrased text={phrased(note.title, lang)} /></h3>
      <dl class="pair">
        <div><dt>{pages.noteArticle}</dt><dd>{inLanguage(note.article, lang)}</dd></div>
        <div><dt>{pages[besideOf(note)]}</dt><dd>{inLanguage(note.document, lang)}</dd></div>
      </dl>
      <p class="cites">
        <span>{pages[`verified-${note.verified}`]}</span>
        {note.sources.flatMap((id) => article.sources[id] ?? []).map((source) => (
          <a key={source.id} href={`${linkTo(address, { kind: 'sources' })}#${source.id}`}>{words.source(source)}</a>
        ))}
        <Anchors kind="footnote" numbers={note.footnotes} lang={lang} />
      </p>
    </li>
  )
}

const FootnoteView = ({ footnote, article: { facts, sources }, address }: Props & { footnote: Footnote }) => {
  const { pages, messages } = wordsOf(address.lang)
  const { number, author, title, publisher, date, url } = footnote
  const notes = facts.notes.filter((note) => note.footnotes.includes(number)).map((note) => note.number)
  const source = sources[footnote.source]
  return (
    <li id={`footnote-${number}`}>
      <p lang="en">{author ? `${author}, ` : ''}<a href={url} rel="external"><cite>{title}</cite></a>{`, ${publisher}, ${date}`}</p>
      {source || notes.length ? (
        <p class="cites">
          {source ? <a href={`${linkTo(address, { kind: 'sources' })}#${source.id}`}>{`${messages.read}${messages.colon}${pages[`read-${source.read}`]}`}</a> : null}
          <Anchors kind="note" numbers={notes} lang={address.lang} />
        </p>
      ) : null}
    </li>
  )
}

export const ArticlePage = ({ article, address }: Props) => {
  const { lang } = address
  const { pages } = wordsOf(lang)
  const { facts } = article
  return (
    <>
      <div class="opening">
        <h1><Phrased text={pages.articleTitle} /></h1>
        <p class="lead"><Phrased text={phrased(facts.lead, lang)} /></p>
        <Contents lang={lang} />
      </div>
      <Part name="document" lang={lang}><Document article={article} address={address} /></Part>
      <Part name="claims" lang={lang}><Claims article={article} address={address} /></Part>
      <Part name="notes" lang={lang} text={inLanguage(facts.about_notes, lang)}>
        <div>
          <ol class="notes">{facts.notes.map((note) => <NoteView key={note.number} note={note} article={article} address={address} />)}</ol>
          <h3 class="replies">{pages.articleReplies}</h3>
          <p class="subtitle">{inLanguage(facts.replies, lang)}</p>
        </div>
      </Part>
      <Part name="events" lang={lang} text={pages.articleEventsText}>
        <ol class="events">{facts.events.map((event, i) => <EventView key={i} event={event} lang={lang} />)}</ol>
      </Part>
      <Part name="instruments" lang={lang} text={pages.articleInstrumentsText}><Instruments article={article} address={address} /></Part>
      <Part name="footnotes" lang={lang} text={pages.articleFootnotesText}>
        <ol class="footnotes">{facts.footnotes.map((footnote) => <FootnoteView key={footnote.number} footnote={footnote} article={article} address={address} />)}</ol>
      </Part>
    </>
  )
}
