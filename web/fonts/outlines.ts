/** The fonts that pictures in pixels are set in: the same cuts that pictures carry, as plain OpenType, each under a name of its own. */
import { createHash } from 'node:crypto'
import subsetFont from 'subset-font'
import type { Outline, Outlines } from '../chart/lettered.ts'
import type { Lettering } from './letters.ts'
import { cutsFor } from './pictures.ts'
import { renamed } from './sfnt.ts'
import type { Cache, Cut } from './subset.ts'

/** Raise when the way they are made changes. */
const MAKER = 1

/** A cut as OpenType, from the cache where it has been made before. */
async function opened({ bytes }: Cut, name: string, cache: Cache): Promise<Uint8Array> {
  const key = `outline-${createHash('sha256').update(`${MAKER} ${name} `).update(bytes).digest('hex')}`
  const known = cache.read(key)
  if (known) return known
  const made = renamed(await subsetFont(Buffer.from(bytes), null, { targetFormat: 'sfnt', keepAllGlyphs: true }), name)
  cache.write(key, made)
  return made
}

/** Code points as first and last of each run of neighbours. */
export function runsOf(codes: readonly number[]): readonly number[] {
  const runs: number[] = []
  for (const code of [...codes].sort((a, b) => a - b)) {
    if (runs.at(-1) === code - 1) runs[runs.length - 1] = code
    else runs.push(code, code)
  }
  return runs
}

/** The fonts of a figure's pictures in one language, in the order in which their characters are looked for. */
export async function outlinesFor(
  lang: string, charts: readonly Lettering[], own: readonly Lettering[], cache: Cache,
): Promise<Outlines> {
  const faces: Outline[] = []
  for (const { role, cut, isShared } of await cutsFor(lang, charts, own, cache)) {
    const name = cut.face.name + (cut.part > 0 ? `-part-${cut.part}` : '') + (isShared ? '-shared' : '')
    const font = Buffer.from(await opened(cut, name, cache)).toString('base64')
    faces.push({ name, role, codes: runsOf(cut.codes), font })
  }
  return { faces }
}
