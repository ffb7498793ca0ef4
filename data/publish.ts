/** Program: brings .build/ into KV, here or (with --remote) in the account that wrangler is logged in to. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './build.ts'
import { copyPath } from './programs/assemble.ts'
import { filesBelow, writeFile } from './programs/folder.ts'
import { isCurrent, publish, readAs, type Built, type Published, type Store } from './programs/publishing.ts'
import { persistFolder, remoteStore, withLocalStore, wrangler } from './programs/stores.ts'
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

/** The Worker's copy follows what was published: the release with its history, and the versions that history lists. */
export function updateCopy(folder: string, { entries, earlier, current }: Published): void {
  for (const entry of [...entries.filter(({ kind }) => kind === 'release'), ...earlier]) {
    writeFile(join(folder, 'public', copyPath(entry)), entry.text)
  }
  for (const { kind, hash, text } of entries.filter((entry) => entry.kind === 'release')) {
    writeFile(join(folder, 'entries', kind, `${hash}.json`), text)
  }
  writeFile(join(folder, 'entries/current.json'), canonical(current))
  const site = readAs(readFileSync(join(folder, 'site.json'), 'utf8'), isCurrent)
  writeFile(join(folder, 'site.json'), canonical({ ...site, ...current }))
}

/** Publishes the last build to a store and brings the copy up to date. */
export async function publishBuild(folder: string, store: Store): Promise<Published> {
  const published = await publish(readBuild(folder), store)
  updateCopy(folder, published)
  return published
}

/** Resolves to the exit code. */
export async function main(given: readonly string[]): Promise<number> {
  const folder = join(ROOT, '.build')
  const run = (store: Store): Promise<Published> => publishBuild(folder, store)
  const { written, current } = given.includes('--remote')
    ? await run(await remoteStore(wrangler(ROOT)))
    : await withLocalStore(ROOT, persistFolder(ROOT), run)
  console.log(`release ${current.release.slice(0, 16)}: ${written.length} ${written.length === 1 ? 'entry' : 'entries'} written`)
  return 0
}
