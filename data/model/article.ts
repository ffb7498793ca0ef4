/** The founding article as facts: what it dates and names, what it cites, and where a document says otherwise. */
import type { Figure, Source, Text } from './figure.ts'

/** Where the article prints a date: in its text, or in a footnote. */
export const STANDS = ['text', 'footnote'] as const
export type Stands = (typeof STANDS)[number]

/** Whether an instrument binds those it addresses; `in-negotiation` and `not-in-being` as of the article. */
export const BINDING = ['binding', 'not-binding', 'voluntary', 'in-negotiation', 'not-in-being', 'not-applicable'] as const
export type Binding = (typeof BINDING)[number]

/** How a note was verified: against the document, against a part of it, or from the article alone. */
export const VERIFIED = ['confirmed', 'partly-confirmed', 'internal'] as const
export type Verified = (typeof VERIFIED)[number]

/** Numbers of footnotes and of notes, as the page's anchors have them. */
type Cites = { readonly footnotes: readonly number[]; readonly notes: readonly number[] }

/** A claim of the article that the collection has as a figure. */
export type Mention = Cites & { readonly figure: string }

/** Something the article dates; `time` as it prints it, errors included. */
export type DatedEvent = Cites & { readonly time: string; readonly text: Text; readonly stands: Stands }

export type Instrument = Pick<Cites, 'footnotes'> & { readonly name: Text; readonly kind: Text; readonly binding: Binding }

/** A footnote in the article's own words; its address without the marks around it. */
export type Footnote = {
  readonly number: number
  /** '' where the article names none. */
  readonly author: string
  readonly title: string
  readonly publisher: string
  /** As printed, which is no date that a program could read. */
  readonly date: string
  readonly url: string
  /** Id of the document in sources.csv where the collection uses it, else ''. */
  readonly source: string
}

/** One fact on which the article and a document differ, or the article with itself. */
export type Note = {
  readonly number: number
  readonly title: Text
  readonly article: Text
  readonly document: Text
  readonly sources: readonly string[]
  readonly verified: Verified
  readonly footnotes: readonly number[]
  /** Dates that the documents give, EDTF: what the words may speak of besides the article's own. */
  readonly dates: readonly string[]
}

/** What article.yaml says. */
export type ArticleFacts = {
  /** Id of the article itself in sources.csv. */
  readonly source: string
  readonly author: Text
  readonly role: Text
  readonly dated: Text
  readonly views: Text
  readonly lead: Text
  readonly about_notes: Text
  readonly replies: Text
  readonly figures: readonly Mention[]
  readonly events: readonly DatedEvent[]
  readonly instruments: readonly Instrument[]
  readonly footnotes: readonly Footnote[]
  readonly notes: readonly Note[]
}

/** The article in one read: its facts, the figures that hold its claims, and the sources of its notes. */
export type Article = {
  readonly schema: 1
  readonly facts: ArticleFacts
  readonly figures: Readonly<Record<string, Figure>>
  readonly sources: Readonly<Record<string, Source>>
}

/** Ids of every source that the facts name, each once. */
export const sourcesNamed = ({ source, footnotes, notes }: ArticleFacts): readonly string[] =>
  [...new Set([source, ...footnotes.map((footnote) => footnote.source), ...notes.flatMap(({ sources }) => sources)])].filter(Boolean)
