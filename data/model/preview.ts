/** A figure in a few numbers, for the small charts of lists: what the catalogue knows without reading the figure. */
import { endsOf } from './ends.ts'
import type { Figure, Row } from './figure.ts'
import { shapeOf } from './shape.ts'
import { yearOf } from './time.ts'
import { isOf } from './undrawn.ts'

/**
 * Over time: a row of values for each highlighted series, null where there is none; joined only where all of them may be.
 * Otherwise one value for each observation, or of a matrix one count for each code.
 */
export type Preview =
  | { readonly kind: 'times' | 'points'; readonly years: readonly number[]; readonly series: readonly (readonly (number | null)[])[] }
  | { readonly kind: 'values'; readonly values: readonly number[] }

/** The most series or values that a small chart can show. */
const MOST = 7

/** How many things each of the first codes that have any is paired with. */
function pairCounts(rows: readonly Row[]): readonly number[] {
  const pairs = Map.groupBy(rows.filter((row) => row.group !== ''), (row) => row.series)
  return [...pairs.values()].slice(0, MOST).map((own) => new Set(own.map((row) => row.group)).size)
}

/** How many events began in each year, from the first year to the last. */
function eventsAYear({ rows }: Figure): readonly number[] {
  const years = rows.map((row) => yearOf(row.time))
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return Array.from({ length: last - first + 1 }, (_, i) => years.filter((year) => year === first + i).length)
}

const mayJoin = ({ comparability }: Figure, code: string): boolean =>
  comparability.some(({ allows, of }) => allows.includes('join') && (of === null || of.includes(code)))

/** What a small chart of a figure shows: its highlights, or the first of its codes; totals only where nothing else is highlighted. */
export function previewOf(figure: Figure): Preview {
  if (figure.shape === 'events') return { kind: 'values', values: eventsAYear(figure) }
  const { select, time } = shapeOf(figure.shape)
  // of several measures the first: values of two are never in one line
  const first = figure.rows[0]?.measure
  const rows = figure.rows.filter((row) => row.measure === first && !figure.not_drawn.some((entry) => isOf(entry, row[select], row.time)))
  if (figure.shape === 'matrix') return { kind: 'values', values: pairCounts(rows) }
  const years = [...new Set(rows.filter((row) => row.time !== '').map((row) => yearOf(row.time)))].sort((a, b) => a - b)
  const codesHere = new Set(rows.map((row) => row[select]))
  if (!time || years.length < 2 || codesHere.size === rows.length) return { kind: 'values', values: rows.slice(0, MOST).map((row) => Number(endsOf(row)?.from ?? 0)) }
  const codes = figure.highlight.length ? figure.highlight : [...codesHere]
  const series = codes.slice(0, MOST).map((code) => years.map((year) => {
    const row = rows.find((one) => one[select] === code && yearOf(one.time) === year)
    return row?.value === undefined || row.value === null ? null : Number(row.value)
  }))
  return { kind: codes.every((code) => mayJoin(figure, code)) ? 'times' : 'points', years, series }
}
