/** Folders on disk: reading all files below one, and the cache between builds. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import type { SourceFile } from '../model/read/rules.ts'
import type { Cache } from '../../web/fonts/subset.ts'

/** By code unit, the same on every machine. */
const byPath = (a: SourceFile, b: SourceFile): number => (a.path < b.path ? -1 : 1)

/** Files below a folder with their bytes, by path. Hidden files are left out. */
export function filesBelow(root: string, wanted: (path: string) => boolean): readonly SourceFile[] {
  if (!existsSync(root)) return []
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')) && wanted(path))
    .map((path) => ({ path, bytes: new Uint8Array(readFileSync(join(root, path))) }))
    .sort(byPath)
}

/** The facts in data/: everything but programs and what explains them. */
export const isFact = (path: string): boolean => /^[^/]+\.(csv|ya?ml)$/.test(path) || path.startsWith('figures/')

/** Writes a file and the folders it needs. */
export function writeFile(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

/** A cache in a folder. A file appears whole or not at all, so that an interrupted build leaves no half of one. */
export const folderCache = (folder: string): Cache => ({
  read: (key) => (existsSync(join(folder, key)) ? new Uint8Array(readFileSync(join(folder, key))) : null),
  write: (key, bytes) => {
    writeFile(join(folder, `${key}.${process.pid}`), bytes)
    renameSync(join(folder, `${key}.${process.pid}`), join(folder, key))
  },
})
