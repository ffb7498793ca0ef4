/** When data last changed, for caches that go by dates: `Last-Modified` and `If-Modified-Since` (RFC 9110, §8.8.2 and §13.1.3). */
import type { CatalogueEntry, Hash, Release, Version } from '../data/model/release.ts'

/** Midnight of a day, and a second more for each change of that day that came before: two changes never have one date. */
const momentOf = (day: string, earlier: number): Date => new Date(Date.parse(`${day}T00:00:00Z`) + earlier * 1000)

const sameDay = (history: readonly Version[], day: string): number => history.filter(({ date }) => date === day).length

/** When a version of a figure was published; null for one that is not listed. */
export function versionModified({ entry: { history }, hash }: { readonly entry: CatalogueEntry; readonly hash: Hash }): Date | null {
  const place = history.findIndex((version) => version.hash === hash)
  const version = history[place]
  return version ? momentOf(version.date, sameDay(history.slice(0, place), version.date)) : null
}

/** When anything in a release last changed. */
export const releaseModified = ({ date, figures }: Release): Date | null =>
  (date === '' ? null : momentOf(date, figures.reduce((sum, { history }) => sum + sameDay(history, date), 0) - 1))

/** Nothing for a date that is still to come: a day begins earlier in the east than in UTC. */
export const modifiedHeader = (modified: Date | null, now: number = Date.now()): Record<string, string> =>
  (modified === null || modified.getTime() > now ? {} : { 'Last-Modified': modified.toUTCString() })

const DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /

/** The moment an HTTP date in any of its three forms names (RFC 9110, §5.6.7); NaN for anything else. */
const readDate = (text: string): number => (DATE.test(text) ? Date.parse(text.endsWith(' GMT') ? text : `${text} GMT`) : Number.NaN)

/**
 * Whether nothing changed since the date of `If-Modified-Since`. A header that is no date, or an answer without one: it may have.
 *
 * isUnchanged('Tue, 24 Nov 2026 00:00:00 GMT', new Date('2026-11-23')) // => true
 */
export const isUnchanged = (header: string | null, modified: Date | null): boolean =>
  header !== null && modified !== null && modified.getTime() <= readDate(header)
