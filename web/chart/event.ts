/** Events in the order of their dates, and which are still to come as of the figure's own date. */
import type { Figure, Row } from '../../data/model/figure.ts'
import { spanOf, yearOf, type Span } from '../../data/model/time.ts'

/** The days an event may lie on. Throws on a time that is none: it was checked when read. */
export function spanOfEvent({ time }: Pick<Row, 'time'>): Span {
  const span = spanOf(time)
  if (!span) throw new Error(`not a time: ${time}`)
  return span
}

/** Year by year; within a year by the last day it may have been, so that a month follows its days and a year its months. */
export const inTimeOrder = (rows: readonly Row[]): readonly Row[] => {
  const keys = new Map(rows.map((row) => {
    const { start, end } = spanOfEvent(row)
    return [row, `${yearOf(row.time)} ${end} ${start}`]
  }))
  const key = (row: Row) => keys.get(row) ?? ''
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

/** Whether an event begins after the day on which this version of the figure was published: never the clock of a machine. */
export const isAhead = (figure: Pick<Figure, 'published'>, row: Row): boolean => spanOfEvent(row).start > figure.published
