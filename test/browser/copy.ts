/** A copy of the project to run its commands in, so that nothing a test does touches the reader's own build or KV. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** What the commands need. The cache of cut fonts goes along: it changes no byte of a build, only how long one takes. */
const NEEDED = ['data', 'web', 'worker', 'package.json', 'wrangler.toml', '.build/cache']

export type ProjectCopy = {
  readonly folder: string
  /** Changes a file's text. Throws when that changes nothing. */
  readonly edit: (path: string, change: (text: string) => string) => void
  readonly remove: () => void
}

/** Copies the project as it is now to a new folder. */
export function copyProject(): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), 'supply-lines-site-'))
  for (const name of NEEDED.filter((one) => existsSync(join(ROOT, one)))) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir')
  return {
    folder,
    edit: (path, change) => {
      const before = readFileSync(join(folder, path), 'utf8')
      const after = change(before)
      if (after === before) throw new Error(`nothing to change in ${path}`)
      writeFileSync(join(folder, path), after)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
