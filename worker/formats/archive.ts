/** ZIP archives whose bytes depend on their files alone: the date of every file is the figures' own, the order is the caller's. */
import { strToU8, zipSync } from 'fflate'

/** DOS dates have neither zone nor year before 1980; fflate reads them off the local clock, so midnight is local too. */
const dateOf = (date: string): Date => {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(year, month - 1, day)
}

/** A little smaller would take twice the time. */
const LEVEL = 1

/** An archive of texts, all of one date (`2026-11-23`). */
export const archiveOf = (files: Readonly<Record<string, string>>, date: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { level: LEVEL, mtime: dateOf(date) }))
