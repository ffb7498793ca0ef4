/** Program: reads data/ and writes .build/ (the release, its copy for the Worker, what browsers load), or says what is wrong. */
import { join } from 'node:path'
import { printProblem } from './model/read/rules.ts'
import { assemble } from './programs/assemble.ts'
import { folderCache } from './programs/folder.ts'
import { ingredients } from './programs/ingredients.ts'
import { writeBuild } from './programs/output.ts'

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '..')

/** Builds into `.build/` and resolves to the exit code: 1 when authors have something to mend, and then nothing was written. */
export async function main(): Promise<number> {
  const folder = join(ROOT, '.build')
  const { built, problems } = await assemble(await ingredients(ROOT), folderCache(join(folder, 'cache')))
  if (built) {
    writeBuild(folder, built)
    return 0
  }
  for (const problem of problems) console.error(printProblem({ ...problem, file: `data/${problem.file}` }))
  console.error(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in data/; nothing was built`)
  return 1
}
