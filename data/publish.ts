/** Program: brings .build/ into KV, here or (with --remote) in the account that wrangler is logged in to. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './build.ts'
import { copyPath } from './programs/assemble.ts'
import { filesBelow, writeFile } from './programs/folder.ts'
import { isCurrent, publish, readAs, type Built, type Published, type Publishing, type Store } from './programs/publishing.ts'
import { persistFolder, remoteStore, withLocalStore, wrangler } from './programs/stores.ts'
import { printProblem } from './model/read/rules.ts'
import { canonical, type Entry, type EntryKind } from './model/release.ts'

const KINDS: readonly EntryKind[] = ['figure', 'front', 'file', 'release']
const isKind = (name: string): name is EntryKind => KINDS.some((kind) => kind === name)

/** What the last build left. Throws when there was none. */
export function readBuild(folder: string): Built {
  if (!existsSync(join(folder, 'site.json'))) throw new Error('there is nothing to publish → run npm run build')
  const { release } = readAs(readFileSync(join(folder, 'site.json'), 'utf8'), isCurrent)
  const entries = filesBelow(join(folder, 'entries'), (path) => path.includes('/')).flatMap(({ path, bytes }): Entry[] => {
    const [kind = '', file = ''] = path.split('/')
    return isKind(kind) ? [{ kind, hash: file.replace('.json', ''), text: new TextDecoder().decode(bytes) }] : []
  })
  return { entries, current: { release } }
}

/** The Worker's copy follows what was published, and says when: the release with its history and log, and the versions that history lists. */
export function updateCopy(folder: string, { made, earlier, current }: Published): void {
  for (const entry of [...made, ...earlier]) writeFile(join(folder, 'public', copyPath(entry)), entry.text)
  for (const { kind, hash, text } of made) writeFile(join(folder, 'entries', kind, `${hash}.json`), text)
  writeFile(join(folder, 'entries/current.json'), canonical(current))
  const site = readAs(readFileSync(join(folder, 'site.json'), 'utf8'), isCurrent)
  writeFile(join(folder, 'site.json'), canonical({ ...site, ...current, published: new Date().toISOString() }))
}

/** Publishes the last build to a store and brings the copy up to date; says what authors have to mend. */
export async function publishBuild(folder: string, store: Store, options: { readonly isPreview?: boolean } = {}): Promise<Publishing> {
  const { published, problems } = await publish(readBuild(folder), store, options)
  if (published) updateCopy(folder, published)
  return { published, problems: problems.map((problem) => ({ ...problem, file: `data/${problem.file}`, line: lineOf(problem.file) })) }
}

/** The line a list of changes begins in, the first of any other file. */
function lineOf(file: string): number {
  const path = join(ROOT, 'data', file)
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
  return Math.max(lines.findIndex((line) => line.startsWith('changes:')), 0) + 1
}

/** Resolves to the exit code: 1 when authors have something to say first, and then nothing was published. */
export async function main(given: readonly string[]): Promise<number> {
  const folder = join(ROOT, '.build')
  const run = (store: Store): Promise<Publishing> => publishBuild(folder, store)
  const { published, problems } = given.includes('--remote')
    ? await run(await remoteStore(wrangler(ROOT)))
    : await withLocalStore(ROOT, persistFolder(ROOT), run)
  for (const problem of problems) console.error(printProblem(problem))
  if (!published) {
    console.error(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in data/; nothing was published`)
    return 1
  }
  const { written, current } = published
  console.log(`release ${current.release.slice(0, 16)}: ${written.length} ${written.length === 1 ? 'entry' : 'entries'} written`)
  return 0
}
