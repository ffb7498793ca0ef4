/** When a release and its versions came, for caches that go by dates: a moment that is later than that of every release before. */
import type { ReleaseLog } from './log.ts'
import { canonical, type Release, type Version } from './release.ts'

/** The release before, and its log where it has one. */
type Before = { readonly release: Release; readonly log: ReleaseLog | null }

/** Milliseconds after which nobody is sent what was there before: uploads and caches take theirs. */
export const SETTLES = 600_000

const SECOND = 1000
const DAY = 86_400 * SECOND

const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** A release that was published without a moment came before the end of its newest day. */
const cameBy = ({ release: { modified, date }, log }: Before): number =>
  (modified === undefined ? Math.max(...[date, ...(log?.earlier ?? []).map((one) => one.date)].filter(Boolean).map(midnight), 0) + DAY : Date.parse(modified))

/**
 * When it is published, midnight of the newest day in it, or a second after the release before, whichever is latest; of the first,
 * which nobody had before, midnight of that day, so that the same build is the same release. Null for one that has no day.
 */
function momentOf({ date }: Release, previous: Before | null, now: number): string | null {
  if (date === '') return null
  const moment = previous === null ? midnight(date) : Math.max(midnight(date), cameBy(previous) + SECOND, now - (now % SECOND))
  return new Date(moment).toISOString()
}

/**
 * A release and those of its versions that have no moment yet, with the moment after the release before; `null` for the first.
 * `now` is when it is published, in milliseconds.
 */
export function withMoments(release: Release, previous: Before | null, now = 0): Release {
  const modified = momentOf(release, previous, now)
  if (modified === null) return release
  const dated = (version: Version): Version => ({ ...version, modified: version.modified ?? modified })
  return { ...release, modified, figures: release.figures.map((entry) => ({ ...entry, history: entry.history.map(dated) })) }
}

/** What a release says, whenever it came: two that say the same are one. */
export const told = (release: Release): string => canonical({
  ...release, log: '', modified: undefined,
  figures: release.figures.map((entry) => ({ ...entry, history: entry.history.map((version) => ({ ...version, modified: undefined })) })),
})
