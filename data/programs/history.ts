/** How a release goes on from the one before it: the versions of each figure, what the log says of them, and what may not change in silence. */
import { compare, tellSame, type Difference } from '../model/compare.ts'
import type { Change, Figure } from '../model/figure.ts'
import { firstLog, gravest, type ReleaseLog, type Step, type StepKind } from '../model/log.ts'
import { told } from '../model/moments.ts'
import type { AuthorProblem } from '../model/read/rules.ts'
import { canonical, shortHash, type CatalogueEntry, type Hash, type MadeFiles, type Release, type Version } from '../model/release.ts'

/** What a store has of the release that is served there. `gone`: figures that were taken away and are in the next one, as they last were. */
export type Previous = { readonly hash: Hash; readonly release: Release; readonly log: ReleaseLog | null; readonly gone: readonly CatalogueEntry[] }

/** A figure of the new release, and what was published of it; `was` is null where it is new. */
type Course = {
  readonly entry: CatalogueEntry
  readonly before: CatalogueEntry | null
  /** Whether it was taken away and comes back. */
  readonly isBack: boolean
  readonly versions: readonly Version[]
  readonly is: Figure | null
  readonly was: Figure | null
}

/** Reads figures by their hashes, all of them at once. */
export type Figures = (hashes: readonly Hash[]) => Promise<ReadonlyMap<Hash, Figure>>

/** The names of a figure, the present one last. */
export const namesOf = ({ formerly }: Release, id: string): readonly string[] => [...Object.entries(formerly).filter(([, now]) => now === id).map(([old]) => old), id]

/** The versions of a figure, each with what is no longer true of the one that is listed now. */
const versionsOf = ({ history, lang, shape }: CatalogueEntry, now: CatalogueEntry): readonly Version[] =>
  (shape === now.shape && canonical(lang) === canonical(now.lang) ? history : history.map((version) => ({ lang, shape, ...version })))

/** Every figure of a release with what was published of it under this name or an old one. Only figures that changed are read. */
export async function coursesOf(release: Release, previous: Pick<Previous, 'release' | 'gone'> | null, figures: Figures): Promise<readonly Course[]> {
  const courses = release.figures.map((entry) => {
    const knownIn = (entries: readonly CatalogueEntry[] = []) => namesOf(release, entry.id).flatMap((name) => entries.find(({ id }) => id === name) ?? [])
    const [present, gone] = [knownIn(previous?.release.figures), knownIn(previous?.gone)]
    const known = [...gone, ...present]
    return { entry, before: known.at(-1) ?? null, isBack: known.length > 0 && present.length === 0, versions: known.flatMap((one) => versionsOf(one, entry)) }
  })
  const changed = courses.filter(({ entry, before }) => before?.hash !== entry.hash)
  const read = await figures([...new Set(changed.flatMap(({ entry, before }) => (before ? [entry.hash, before.hash] : [entry.hash])))])
  const figureOf = (hash: Hash | undefined): Figure | null => read.get(hash ?? '') ?? null
  return courses.map((course) => (changed.includes(course)
    ? { ...course, is: figureOf(course.entry.hash), was: figureOf(course.before?.hash) }
    : { ...course, is: null, was: null }))
}

/** Lines of a figure's changes that were not there when it was last published. */
const newLines = ({ is, was }: Course): readonly Change[] => is?.changes.slice(was?.changes.length ?? 0) ?? []

const isRestored = ({ entry, versions }: Course): boolean => versions.some(({ hash }) => hash === entry.hash)

/** The files of a version that was published before: each stays as it is, unless another encoder made it or it is new. */
function keptFiles(before: MadeFiles = {}, made: MadeFiles = {}): MadeFiles {
  const kept = Object.entries(made).map(([extension, file]) => [extension, before[extension]?.encoder === file.encoder ? before[extension] : file])
  return { ...before, ...Object.fromEntries(kept) }
}

/** A version of before without what is no longer true of it: the weight of a file that is made when it is asked for, by another encoder now. */
function stillTrue(version: Version, made: MadeFiles | undefined): Version {
  if (!version.files || !made) return version
  const isTrue = ([extension, { encoder, of }]: [string, MadeFiles[string]]): boolean =>
    made[extension]?.encoder === encoder || Object.values(of).every(({ entry }) => entry !== null)
  return { ...version, files: Object.fromEntries(Object.entries(version.files).filter(isTrue)) }
}

/** A version with the files that it has now; where one of them is another, it has no moment yet. */
function withFiles({ modified, ...version }: Version, made: MadeFiles): Version {
  const files = keptFiles(version.files, made)
  return { ...version, files, ...(modified !== undefined && canonical(files) === canonical(version.files) && { modified }) }
}

/** The versions published so far, and this one after them when it is another: with the gravest of its new lines, or none of its own. */
function historyOf(course: Course): readonly Version[] {
  const { entry } = course
  const present = entry.history.at(-1)
  const versions = course.versions.map((version) => stillTrue(version, present?.files))
  const last = course.versions.at(-1)
  if (!present || !last) return (present ? [present] : versions).map(({ modified: _, ...version }) => version)
  if (last.hash === present.hash) return [...versions.slice(0, -1), present.files ? withFiles(last, present.files) : last]
  const { date, kind, note } = isRestored(course) ? present : gravest(newLines(course)) ?? last
  const { modified: _, ...undated } = present
  return [...versions, { ...undated, date, kind, note }]
}

/** A release with the history of the one it follows: a renamed figure keeps the versions it had under its old name. */
export const withHistory = (release: Release, courses: readonly Course[]): Release =>
  ({ ...release, figures: courses.map((course) => ({ ...course.entry, history: historyOf(course) })) })

const KIND_OF = { withdrawal: 'withdrawn', correction: 'corrected', update: 'updated', first: 'updated' } as const satisfies Record<Change['kind'], StepKind>

function kindOf(course: Course): StepKind {
  const { entry, before, isBack, is, was } = course
  const line = gravest(newLines(course))
  if (before === null) return 'added'
  if (isRestored(course)) return 'restored'
  if (isBack) return 'added'
  if (line) return KIND_OF[line.kind]
  if (before.id !== entry.id) return 'renamed'
  return is && was && tellSame(was, is) ? 'redrawn' : 'updated'
}

function stepOf(course: Course): readonly Step[] {
  const { entry: { id, title, hash } } = course
  const before = course.isBack ? null : course.before
  if (before?.hash === hash) return []
  const formerly = before && before.id !== id ? { formerly: before.id } : {}
  return [{ id, kind: kindOf(course), title, from: before?.hash ?? null, to: hash, ...formerly, changes: newLines(course) }]
}

/** Figures that were published and are in the release under no name. */
const goneFrom = (release: Release, previous: Release | null): readonly CatalogueEntry[] =>
  (previous?.figures ?? []).filter(({ id }) => !release.figures.some((entry) => entry.id === id || entry.id === release.formerly[id]))

/** What the log says once this release follows the previous one. */
export function logOf(release: Release, previous: Previous | null, courses: readonly Course[]): ReleaseLog {
  const steps = courses.flatMap(stepOf)
  if (previous === null) return { schema: 1, earlier: [], steps }
  const removed = goneFrom(release, previous.release).map(({ id, title, hash }): Step => {
    const reason = release.withdrawn[id]
    return { id, kind: 'withdrawn', title, from: hash, to: null, changes: [], ...(reason && { reason }) }
  })
  const { hash, release: { date, figures } } = previous
  const log = previous.log ?? firstLog(figures.map((entry) => ({ ...entry, changes: entry.history.slice(0, 1).map(({ date: day, kind, note }) => ({ date: day, kind, note })) })))
  return { schema: 1, earlier: [...log.earlier, { hash, date, steps: log.steps }], steps: [...steps, ...removed] }
}

/** Whether a release is the previous one over again; log and moments are left out of account. */
export const isSame = (release: Release, previous: Previous | null): previous is Previous =>
  previous !== null && previous.log !== null && told(release) === told(previous.release)

/** How many of the things that changed a message names. */
const NAMED = 4

/** What changed, in a few words: cells by their key and column, facts by their path. */
function inShort({ rows, facts }: Difference): string {
  const cells = rows.flatMap(({ change, key, cells: own }) => {
    const at = Object.values(key).join(' ')
    return change === 'changed' ? own.map(({ column }) => `${column} of ${at}`) : [`${at} ${change}`]
  })
  const all = [...cells, ...facts.map(({ path }) => path)]
  return all.length > NAMED ? `${all.slice(0, NAMED).join(', ')} and ${all.length - NAMED} more` : all.join(', ')
}

/** What readers were told and are told otherwise now, without a word to them: DESIGN §4. Each problem is the author's to mend. */
export function silences(release: Release, previous: Release | null, courses: readonly Course[]): readonly AuthorProblem[] {
  const silent = courses.flatMap((course): AuthorProblem[] => {
    const { entry, before, is, was } = course
    if (!before || !is || !was || isRestored(course) || newLines(course).length > 0 || tellSame(was, is)) return []
    return [{
      file: `figures/${entry.id}/figure.yaml`, line: 1,
      message: `changed since version ${shortHash(before.hash)} was published (${inShort(compare(was, is))}), and no new line under "changes:" says so`,
      remedy: 'add a line at the end of "changes:" with the date, the kind (correction, update or withdrawal) and a note in each language',
    }]
  })
  const gone = goneFrom(release, previous).filter(({ id }) => release.withdrawn[id] === undefined).map(({ id }) => ({
    file: 'moved.yaml', line: 1, message: `the figure "${id}" was published and is no longer there`,
    remedy: 'put its folder back, write its new id under "formerly:", or the reason under "withdrawn:"',
  }))
  return [...silent, ...gone]
}
