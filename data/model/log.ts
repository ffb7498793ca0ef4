/** The log of releases: what each one changed. From it every release can be told again without reading any of them. */
import type { Change, ChangeKind, Text } from './figure.ts'
import { canonical, type Hash, type Version } from './release.ts'

/** What a release did to a figure. `redrawn`: other looks, the same facts and words. `restored`: a version that there was before. */
export const STEP_KINDS = ['added', 'corrected', 'withdrawn', 'updated', 'renamed', 'restored', 'redrawn'] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** One figure in one release. */
export type Step = {
  readonly id: string
  readonly kind: StepKind
  readonly title: Text
  /** Its version before and since; null where there was or is none. */
  readonly from: Hash | null
  readonly to: Hash | null
  /** The id it had before, where that was another. */
  readonly formerly?: string
  /** The lines of the figure's own list of changes that are new. */
  readonly changes: readonly Change[]
  /** Why it was taken away. */
  readonly reason?: Text
}

export type LoggedRelease = { readonly hash: Hash; readonly date: string; readonly steps: readonly Step[] }

/** What lies under a release's `log`: the releases before it, oldest first, and what it did itself. Its own hash it cannot know. */
export type ReleaseLog = { readonly schema: 1; readonly earlier: readonly LoggedRelease[]; readonly steps: readonly Step[] }

const GRAVE: readonly ChangeKind[] = ['withdrawal', 'correction', 'update', 'first']

/** Of several new lines the one that readers of the version before must know of: the gravest, and the newest of these. */
export function gravest(changes: readonly Change[]): Change | null {
  for (const kind of GRAVE) {
    const found = changes.findLast((change) => change.kind === kind)
    if (found) return found
  }
  return null
}

/** A figure in a release of the log. */
export type Listed = { readonly id: string; readonly title: Text; readonly hash: Hash }

/** The log of a release that follows none: every figure is added. */
export const firstLog = (figures: readonly (Listed & { readonly changes: readonly Change[] })[]): ReleaseLog => ({
  schema: 1, earlier: [],
  steps: figures.map(({ id, title, hash, changes }) => ({ id, kind: 'added', title, from: null, to: hash, changes })),
})

/** All releases, newest first, the present one under the hash it has. */
export const releasesIn = ({ earlier, steps }: ReleaseLog, present: { readonly hash: Hash; readonly date: string }): readonly LoggedRelease[] =>
  [...earlier, { ...present, steps }].toReversed()

/** The figures there were after releases of the log, in the order they came. `releases` is newest first and goes back to the first of all. */
export function figuresIn(releases: readonly LoggedRelease[]): readonly Listed[] {
  const listed = new Map<string, Listed>()
  for (const { id, title, to, formerly } of releases.toReversed().flatMap(({ steps }) => steps)) {
    if (formerly !== undefined) listed.delete(formerly)
    if (to === null) listed.delete(id)
    else listed.set(id, { id, title, hash: to })
  }
  return [...listed.values()]
}

/** The release before the one that last took a figure away: the last that had it. Null where none took it away. */
export function lastWith({ earlier, steps }: ReleaseLog, id: string): Hash | null {
  const after = [...earlier.map((release) => release.steps), steps].findLastIndex((all) => all.some((step) => step.id === id && step.to === null))
  return earlier[after - 1]?.hash ?? null
}

/** Versions of a history that came with a line of their own: one that only looks different repeats the words of the version before it. */
export const announced = (history: readonly Version[]): readonly Version[] => history.filter((version, i) => {
  const before = history[i - 1]
  const said = ({ date, kind, note }: Version): string => canonical([date, kind, note])
  return before === undefined || said(before) !== said(version)
})
