/** Writes a build to its folder: whole, or not at all. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { canonical } from '../model/release.ts'
import type { Built } from './assemble.ts'
import { writeFile } from './folder.ts'

/** Puts a new folder or file in the place of an old one. */
function replace(made: string, place: string): void {
  const old = `${made}.old`
  if (existsSync(place)) renameSync(place, old)
  renameSync(made, place)
  rmSync(old, { recursive: true, force: true })
}

/**
 * `entries/<kind>/<hash>.json`, `entries/current.json`, `public/` and `site.json` below the folder. They are made beside it
 * first, and take the place of the old ones when all are there: `site.json`, which names the others, last.
 */
export function writeBuild(folder: string, { entries, current, files, site }: Built): void {
  const next = join(folder, `next-${process.pid}`)
  mkdirSync(next, { recursive: true })
  try {
    for (const { kind, hash, text } of entries) writeFile(join(next, 'entries', kind, `${hash}.json`), text)
    writeFile(join(next, 'entries/current.json'), canonical(current))
    for (const { path, content } of files) writeFile(join(next, 'public', path), content)
    writeFile(join(next, 'site.json'), canonical(site))
    for (const name of ['entries', 'public', 'site.json']) replace(join(next, name), join(folder, name))
  } finally {
    rmSync(next, { recursive: true, force: true })
  }
}
