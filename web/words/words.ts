/** What every language says: numbers, units, dates, qualifiers, problems and the words of pages. */
import type { Row, Source } from '../../data/model/figure.ts'
import type { ColumnName } from '../../data/model/shape.ts'
import type { UnitCode } from '../../data/model/unit.ts'
import type { QualifierCode } from '../../data/model/qualifier.ts'
import type { Rights } from '../../data/model/rights.ts'
import type { Problem } from '../problem.ts'
import type { MessageKey } from './en/index.ts'
import type { PageKey } from './en/pages.ts'

/** Where a number is said. Titles leave out `only`, which is the source's judgement; labels may leave out the unit's noun. */
export type Saying = 'title' | 'sentence' | 'label'

/** The cells of an observation that decide how it is said. */
export type Quantity = Pick<Row, 'value' | 'qualifier' | 'lower' | 'upper' | 'unit'>

/** A quantity in pieces, for layouts that set the number larger than the words around it. */
export type Pieces = { readonly before: string; readonly number: string; readonly unit: string; readonly after: string }

export type UnitWords = {
  /** Power of ten by which labels move the decimal point: exact, no rounding. Tables and downloads never do. */
  readonly shift: number
  /** Around a number in a sentence or label. */
  readonly before: string
  readonly after: string
  /** In texts, where a number is as great as one of it: a greater unit, by how many digits it is greater, and what follows it where nothing is left. */
  readonly greater?: { readonly word: string; readonly digits: number; readonly after: string }
  /** On an axis, after the last tick's number, and with `before` the unit's name above small panels. */
  readonly axis: string
  /** The unit of the source's own digits, for table headings. */
  readonly printed: string
}

/** Words before and after a number. */
export type QualifierWords = { readonly before: string; readonly after: string }

export type Citation = { readonly title: string; readonly publisher: string; readonly date: string; readonly version: string; readonly url: string }

export type Words = {
  readonly code: string
  /** The language's name in itself. */
  readonly name: string
  readonly units: Readonly<Record<UnitCode, UnitWords>>
  readonly qualifiers: Readonly<Record<QualifierCode, QualifierWords>>
  readonly rights: Readonly<Record<Rights, string>>
  /** What each column of the downloads holds. */
  readonly columns: Readonly<Record<ColumnName | 'decimals', string>>
  readonly messages: Readonly<Record<MessageKey, string>>
  /** What only pages say; empty in the browser. */
  readonly pages: Readonly<Record<PageKey, string>>
  /** "12,345.6" with a true minus sign. */
  readonly number: (decimal: string) => string
  /** Between the two ends of a range. */
  readonly range: string
  /** An EDTF date in words. */
  readonly date: (edtf: string) => string
  /** The same where its year stands beside it: "13 September", "5–13 February"; the year itself where nothing else is known. */
  readonly dateInYear: (edtf: string) => string
  /** The bounds a qualifier implies, in words: whether its number is let in is the qualifier's to say. '' = no bound. */
  readonly bounds: (qualifier: QualifierCode, lower: string, upper: string) => string
  /** Between two parts of a name. */
  readonly comma: string
  /** Between the items of a list that have commas of their own. */
  readonly semicolon: string
  /** Between two sentences. */
  readonly space: string
  readonly list: (items: readonly string[]) => string
  readonly citation: (citation: Citation) => string
  readonly source: (source: Source) => string
  readonly problem: (problem: Problem) => { readonly title: string; readonly detail: string }
}

/** Fills `{name}` in a message: `fill('{n} of {asked}', { n: '760', asked: '2,786' }) // => '760 of 2,786'`. */
export const fill = (message: string, values: Readonly<Record<string, string>>): string =>
  message.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
