/** Golden files: what was looked at and accepted, compared byte by byte with what is drawn now. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AssertionError } from 'node:assert'

const FOLDER = import.meta.dirname
const CHANGED = '-changed.svg'

const pathOf = (name: string): string => join(FOLDER, `${name}.svg`)

/** Names of the golden files there are, without what a failing run left. */
const goldenNames = (): readonly string[] => readdirSync(FOLDER)
  .filter((file) => file.endsWith('.svg') && !file.endsWith(CHANGED)).map((file) => file.slice(0, -'.svg'.length)).toSorted()

/** Golden files of pictures that there are no more; `UPDATE=1` deletes them. */
export function staleGoldens(names: readonly string[]): readonly string[] {
  const stale = goldenNames().filter((name) => !names.includes(name))
  if (!process.env['UPDATE']) return stale
  for (const name of stale) rmSync(pathOf(name))
  return []
}

/** The first line in which two texts differ, and how many do. */
export function difference(golden: string, actual: string): string {
  const [before, now] = [golden.split('\n'), actual.split('\n')]
  const differing = Array.from({ length: Math.max(before.length, now.length) }, (_, i) => i).filter((i) => before[i] !== now[i])
  const first = differing[0] ?? 0
  return `${differing.length} lines differ, first line ${first + 1}:\n  golden: ${before[first] ?? '(ends)'}\n  now:    ${now[first] ?? '(ends)'}`
}

function accept(name: string, actual: string): void {
  writeFileSync(pathOf(name), actual)
  rmSync(join(FOLDER, name + CHANGED), { force: true })
}

/**
 * Passes when the golden file has these bytes. A missing one is written to be looked at, but not where `CI` is set;
 * a changed one is written beside it as `<name>-changed.svg` and fails. `UPDATE=1` accepts whatever is drawn.
 */
export function compareGolden(name: string, actual: string): void {
  const isNew = !existsSync(pathOf(name))
  if (process.env['UPDATE'] || (isNew && !process.env['CI'])) return accept(name, actual)
  const golden = isNew ? null : readFileSync(pathOf(name), 'utf8')
  if (golden === actual) return rmSync(join(FOLDER, name + CHANGED), { force: true })
  if (golden !== null) writeFileSync(join(FOLDER, name + CHANGED), actual)
  throw new AssertionError({ message: golden === null
    ? `test/gallery/${name}.svg is missing: run the tests without CI set, look at it, commit it`
    : `test/gallery/${name}.svg is not what is drawn now (see ${name}${CHANGED}; UPDATE=1 accepts it)\n${difference(golden, actual)}` })
}
