/** What the log of releases says of figures, seen from today: where each is now, and where its versions are compared. */
import type { Step } from '../../data/model/log.ts'
import { filesOfVersion, shortHash, type MadeFiles, type Release } from '../../data/model/release.ts'
import type { Place } from '../address.ts'

/** The id that a figure of the log has today, null where it is not there any more, or not in this language. */
export function presentId({ figures, formerly }: Release, id: string, lang: string): string | null {
  const now = formerly[id] ?? id
  return figures.some((entry) => entry.id === now && entry.lang.includes(lang)) ? now : null
}

/** Where the two versions of a step are compared; null where there are not two, or the same is told by both. */
export function comparisonOf(release: Release, { id, kind, from, to }: Step, lang: string): Place | null {
  const now = presentId(release, id, lang)
  if (now === null || from === null || to === null || kind === 'renamed' || kind === 'redrawn') return null
  return { kind: 'comparison', id: now, from: shortHash(from), to: shortHash(to), format: null }
}

/** The files of a listed version, as the present catalogue knows them: those are the ones that are served. */
export const filesOf = ({ figures }: Release, hash: string): MadeFiles => filesOfVersion(figures.flatMap(({ history }) => history), hash)

/** Steps that readers of an earlier version should know of: not what is new, nor what only looks different. */
export const isTold = ({ kind }: Step): boolean => kind !== 'added' && kind !== 'redrawn'
