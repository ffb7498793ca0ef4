/** What a description of the API says of a place: which addresses, what they take, what they send, what may go wrong. */
import type { CatalogueEntry, Hash, Release } from '../../data/model/release.ts'
import type { Parameter, Place } from '../../web/address.ts'
import type { ProblemKind } from '../../web/problem.ts'
import type { Kind } from '../security.ts'

/** A JSON Schema of draft 2020-12, or any other object of an OpenAPI document. */
export type Json = Readonly<Record<string, unknown>>

/** What examples are made of: real values of the release that is being served. */
export type Samples = {
  readonly origin: string
  readonly hash: Hash
  readonly release: Release
  /** Which code serves it. */
  readonly code: string
  /** A figure that has several codes, years and chart types. */
  readonly entry: CatalogueEntry
}

/** The groups that operations stand in. */
export const TAGS = {
  figures: 'One figure, in any format, language and version.',
  collection: 'All figures: lists, and files of everything.',
  embedding: 'Figures in other people’s pages.',
  pages: 'Pages to read.',
  service: 'What machines ask of a site.',
} as const

export type Tag = keyof typeof TAGS

/** A body that a place may send. */
export type Sent = {
  readonly mediaType: string
  readonly kind: Kind
  /** The name of its schema among those of the document; null for text and bytes that JSON Schema says nothing of. */
  readonly schema: string | null
}

/** A parameter of one place only. */
export type OwnParameter = { readonly name: string; readonly isRequired?: true; readonly description: string; readonly schema: Json; readonly example: string | number }

/** One kind of address. Its path is the place's own, with `{id}`, `{version}` or `{hash}` where it varies. */
export type Described<P = Place> = {
  readonly place: P
  readonly tag: Tag
  /** One line: what is there. */
  readonly says: string
  /** The name of its answer: one for all places that answer alike. */
  readonly answer: string
  readonly sends: readonly Sent[]
  /** A real value for each name in braces. */
  readonly values?: Readonly<Record<string, string>>
  /** Parameters that mean something here; left out: those of the place. */
  readonly params?: readonly Parameter[]
  readonly own?: readonly OwnParameter[]
  /** What may go wrong besides what may go wrong anywhere. */
  readonly problems?: readonly ProblemKind[]
  /** Only without a language in the path. */
  readonly isOneLanguage?: true
  /** The language is chosen by the path, what is sent by `Accept`. */
  readonly isNegotiated?: true
  /** Its answer is drawn, and may be had elsewhere instead. */
  readonly isSentElsewhere?: true
}
