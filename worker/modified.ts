/** When data last changed, for caches that go by dates: `Last-Modified` and `If-Modified-Since` (RFC 9110, §8.8.2 and §13.1.3). */
import { SETTLES } from '../data/model/moments.ts'
import type { CatalogueEntry, Hash, Release } from '../data/model/release.ts'
import type { Build } from './build.ts'

/** A moment that was published, and so many seconds more; null for none. */
const momentOf = (modified: string | undefined, more = 0): Date | null => (modified === undefined ? null : new Date(Date.parse(modified) + more * 1000))

/**
 * When a file of a version became what it is: with the version, and a second for each number its encoder has come to. A live
 * file's number is higher by one for each format that only live files link to.
 * Moments of versions only grow (each is that of its release), and so do numbers of encoders: no file goes back. Null for a version that is not listed.
 */
export const versionModified = ({ entry: { history }, hash }: { readonly entry: CatalogueEntry; readonly hash: Hash }, encoder: number): Date | null =>
  momentOf(history.findLast((version) => version.hash === hash)?.modified, encoder)

/** When anything in a release last changed, for files that were made with it; null for one that was never published. */
export const releaseModified = ({ modified }: Release): Date | null => momentOf(modified)

/**
 * When what this code makes of a release last changed: with the release, or when this code came to be deployed, if that is later.
 * Null where the release was published with other code, so that nobody can say.
 */
export function madeModified({ modified, code }: Release, { code: own, published }: Pick<Build, 'code' | 'published'>): Date | null {
  if (code !== own || modified === undefined) return null
  const moment = Math.max(Date.parse(modified), published === undefined ? 0 : Date.parse(published) + SETTLES)
  // HTTP dates have seconds (RFC 9110, §5.6.7): a reader who sends this one back has it
  return new Date(Math.floor(moment / 1000) * 1000)
}

/** Null for a date that is still to come: a day begins earlier in the east than in UTC. */
export const past = (modified: Date | null, now: number = Date.now()): Date | null => (modified === null || modified.getTime() > now ? null : modified)

export const modifiedHeader = (modified: Date | null): Record<string, string> => (modified === null ? {} : { 'Last-Modified': modified.toUTCString() })

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
