/** What the reader takes in and hands back: files, the rules of this site, a collection or a list of problems. */
import type { ArticleFacts } from '../article.ts'
import type { Figure, Source, Text, Use, Row } from '../figure.ts'
import type { Front } from '../release.ts'
import type { Apart, ShapeName } from '../shape.ts'

/** A file of the data folder; `path` is relative to it, with `/`: `figures/screening/values.csv`. */
export type SourceFile = { readonly path: string; readonly bytes: Uint8Array }

/** What a chart type can draw, and what it does with observations (a line joins them). */
export type ChartRule = {
  readonly shapes: readonly ShapeName[]
  readonly needs: readonly Use[]
  /** Columns by which it keeps values of one code and time apart; left out: none, so that it draws one value of each. */
  readonly apart?: readonly Apart[]
  /** Whether it places values by the year they begin in, so that there may be one in a year. */
  readonly byYear?: boolean
  /** Codes it has a place for; left out: any. A figure that it draws has at least one of them. */
  readonly places?: readonly string[]
  /** Whether it places values of several units of one currency on one scale. */
  readonly rescales?: boolean
}

/** Where a number will stand: the qualifier `only` is left out of titles. */
export type SayPlace = 'title' | 'sentence'

/** What the reader must be told, because data know nothing of looks and languages. */
export type Rules = {
  readonly languages: readonly string[]
  readonly charts: Readonly<Record<string, ChartRule>>
  /** Colour tokens a name may have. */
  readonly tokens: readonly string[]
  /** A row's value in words, with its qualifier and unit. */
  readonly say: (row: Row, lang: string, displayDecimals: number, place: SayPlace) => string
}

/** An author's mistake, in words for someone who does not program. Lines count from 1. */
export type AuthorProblem = {
  readonly file: string
  readonly line: number
  readonly message: string
  readonly remedy: string
}

/** Everything the data folder says, read and checked. */
export type Collection = {
  readonly figures: readonly Figure[]
  readonly sources: readonly Source[]
  readonly front: Omit<Front, 'schema' | 'figures'>
  readonly article: ArticleFacts
  readonly formerly: Readonly<Record<string, string>>
  readonly withdrawn: Readonly<Record<string, Text>>
}

/** Either all of it or nothing: a half-read collection does not exist. */
export type Reading =
  | { readonly collection: Collection; readonly problems: readonly [] }
  | { readonly collection: null; readonly problems: readonly AuthorProblem[] }

/** `figures/screening/values.csv:3  qualifier "onyl" is not one we know → write one of exact, about, …` */
export const printProblem = ({ file, line, message, remedy }: AuthorProblem): string => `${file}:${line}  ${message} → ${remedy}`

/** Takes down the problems of one file. */
export type Ledger = {
  readonly file: string
  readonly add: (line: number, message: string, remedy: string) => void
}

/** A ledger that writes into a list shared by all files. */
export const ledgerOf = (file: string, problems: AuthorProblem[]): Ledger => ({
  file,
  add: (line, message, remedy) => {
    problems.push({ file, line, message, remedy })
  },
})

/** A value as a message quotes it: in full when short, its beginning otherwise. */
export const quote = (text: string): string => {
  const shown = text.length > 60 ? `${text.slice(0, 57)}…` : text
  return `"${shown.replaceAll('\n', '⏎').replaceAll('\r', '')}"`
}

/** `a, b or c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`
