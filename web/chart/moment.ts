/** One year of a figure: what can be put in order, what is a total and cannot, and what has no value and is named all the same. */
import { isMissing } from '../../data/model/ends.ts'
import { BREAK, inAuthorsOrder, type Row } from '../../data/model/figure.ts'
import { yearOf } from '../../data/model/time.ts'
import { fill } from '../words/words.ts'
import type { Drawing } from './drawing.ts'
import { nameOf, valueOf } from './say.ts'
import { referenceOf, selectRows } from './select.ts'

export type Moment = {
  readonly year: number
  /** Values of single economies or actors, highest first. */
  readonly ranked: readonly Row[]
  /** Values of totals, remainders and groups, in the figure's order: never ranked and never mapped. */
  readonly aggregates: readonly Row[]
  /** Codes without a value in that year. */
  readonly missing: readonly string[]
  /** Codes whose value the figure keeps out of charts. */
  readonly undrawn: readonly string[]
}

/** The codes a view asks for, with or without values. */
export const wanted = ({ figure, view }: Pick<Drawing, 'figure' | 'view'>): readonly string[] =>
  inAuthorsOrder(figure, figure.names).filter((code) => view.select === null || view.select.includes(code))

const hasValue = (row: Row): boolean => row.value !== null

/** The newest row of a code, where a year has several. */
const newest = (rows: readonly Row[], code: string): Row | undefined =>
  rows.filter((row) => row.series === code).toSorted((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0))[0]

/** The newest year of a drawing in which anything has a value. */
export function momentOf(drawing: Drawing): Moment {
  const { figure, rows, view } = drawing
  const valued = rows.filter(hasValue)
  const year = Math.max(...(valued.length ? valued : rows).map((row) => yearOf(row.time)))
  const isThen = (row: Row): boolean => yearOf(row.time) === year
  const codes = wanted(drawing)
  const then = codes.flatMap((code) => newest(valued.filter(isThen), code) ?? [])
  const lacking = codes.filter((code) => !then.some((row) => row.series === code))
  const kept = selectRows(figure, view).filter((row) => isThen(row) && !isMissing(row)).map((row) => row.series)
  return {
    year,
    ranked: then.filter((row) => !figure.names[row.series]?.aggregate).toSorted((a, b) => Number(b.value) - Number(a.value)),
    aggregates: then.filter((row) => figure.names[row.series]?.aggregate),
    missing: lacking.filter((code) => !kept.includes(code)),
    undrawn: lacking.filter((code) => kept.includes(code) && !rows.some((row) => row.series === code && isThen(row) && !isMissing(row))),
  }
}

/** A sentence on values that are given as a range and have no place of their own; '' where there are none. */
export function rangesLine(drawing: Drawing, rows: readonly Row[]): string {
  const ranges = rows.filter((row) => row.value === null && !isMissing(row))
  const items = ranges.map((row) => `${itemOf(drawing, row)} (${drawing.words.date(row.time)})`).join(drawing.words.semicolon)
  return ranges.length ? fill(drawing.words.messages.rangesApart, { items }) : ''
}

/** The reference of a code in that year, whether it has a value or not. */
export const referenceAt = ({ figure }: Pick<Drawing, 'figure'>, code: string, year: number): string => {
  const row = figure.rows.find((one) => one.series === code && yearOf(one.time) === year)
  return row ? referenceOf(row) : code
}

/** Sentences without the marks at which a line may break, for descriptions. */
export const spoken = (sentences: readonly string[], { words }: Drawing): string =>
  sentences.filter(Boolean).join(words.space).replaceAll(BREAK, '')

/** "ASEAN US$209 billion": a value with its name, as sentences list them. */
export const itemOf = ({ figure, words }: Drawing, row: Row): string => `${nameOf(figure, row.series, words)} ${valueOf(figure, row, words)}`

/** Sentences on what stands apart: totals, what has no value, what is not drawn. `unranked` says why totals are apart. */
export function apartOf(drawing: Drawing, moment: Moment, unranked: 'notRanked' | 'notMapped'): string[] {
  const { figure, words } = drawing
  const { messages } = words
  const names = (codes: readonly string[]): string => words.list(codes.map((code) => nameOf(figure, code, words)))
  const time = words.date(String(moment.year))
  return [
    moment.aggregates.length ? fill(messages[unranked], { items: moment.aggregates.map((row) => itemOf(drawing, row)).join(words.semicolon) }) : '',
    rangesLine(drawing, drawing.rows.filter((row) => yearOf(row.time) === moment.year)),
    moment.missing.length ? fill(messages.missingAt, { time, names: names(moment.missing) }) : '',
    moment.undrawn.length ? fill(messages.undrawnAt, { time, names: names(moment.undrawn) }) : '',
  ].filter(Boolean)
}
