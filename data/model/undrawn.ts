/** What a figure keeps in its table and downloads and leaves out of its charts: one rule for the build and for charts. */
import type { NotDrawn } from './figure.ts'
import { isWithin } from './time.ts'

/** Whether an entry speaks of a row: `code` is the row's cell in the shape's `select` column, `time` its time. */
export const isOf = ({ of, time: span }: NotDrawn, code: string, time: string): boolean =>
  of.includes(code) && (span === null || isWithin(time, { from: span, to: span }))
