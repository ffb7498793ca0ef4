/** Times as published: a subset of EDTF (ISO 8601-2) that says how precise a date is. */

/** Days as `YYYY-MM-DD`, both ends included. */
export type Span = { readonly start: string; readonly end: string }

/** A year, month or day, or an interval of two of them; `~` marks an approximate date. */
const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)$/

const pad = (n: number): string => String(n).padStart(2, '0')
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

function pointSpan(text: string): Span | null {
  const match = DATE.exec(text)
  if (!match) return null
  const [year, month, day] = [match[1], match[2], match[3]].map((part) => (part === undefined ? undefined : Number(part)))
  if (year === undefined) return null
  if (month === undefined) return { start: `${year}-01-01`, end: `${year}-12-31` }
  if (month < 1 || month > 12) return null
  const last = daysIn(year, month)
  if (day === undefined) return { start: `${year}-${pad(month)}-01`, end: `${year}-${pad(month)}-${last}` }
  if (day < 1 || day > last) return null
  return { start: `${year}-${pad(month)}-${pad(day)}`, end: `${year}-${pad(month)}-${pad(day)}` }
}

/**
 * The days an EDTF text covers, or null when it is not one.
 *
 * spanOf('2024-02') // => { start: '2024-02-01', end: '2024-02-29' }
 * spanOf('2021-09-03/2021-10-14') // => { start: '2021-09-03', end: '2021-10-14' }
 */
export function spanOf(text: string): Span | null {
  const parts = text.split('/').map(pointSpan)
  const [first, last = first, extra] = parts
  if (!first || !last || extra !== undefined || parts.length > 2) return null
  // An interval leads forward: other readers of EDTF refuse 2024-06/2024-06 and 2024-06/2024, which are a month.
  return first === last || first.start < last.start ? { start: first.start, end: last.end } : null
}

export const isApproximate = (text: string): boolean => text.includes('~')

/** The calendar year a time begins in. Throws on a text that is not a time: it was checked when read. */
export function yearOf(text: string): number {
  const year = Number(text.slice(0, 4))
  if (text.length < 4 || !Number.isInteger(year)) throw new Error(`not a time: ${text}`)
  return year
}

/** Years a figure may speak of. */
export const FIRST_YEAR = 1900
export const LAST_YEAR = 2100

/** Both ends inclusive; null is open. */
export type TimeRange = { readonly from: string | null; readonly to: string | null }

/** Whether a time lies within a range; a year contains its days. */
export function isWithin(time: string, range: TimeRange): boolean {
  const span = spanOf(time)
  const from = range.from === null ? null : spanOf(range.from)
  const to = range.to === null ? null : spanOf(range.to)
  return !!span && (!from || span.start >= from.start) && (!to || span.end <= to.end)
}
