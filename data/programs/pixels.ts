/** Pictures in pixels that readers and search engines ask for most, made ahead: drawing one takes longer than an edge may. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Figure } from '../model/figure.ts'
import { entryOf, type Entry, type Hash, type MadePictures } from '../model/release.ts'
import { DEFAULT_VIEW, type Address } from '../../web/address.ts'
import type { Outlines } from '../../web/chart/lettered.ts'
import { MADE_SIZES, type MadePicture } from '../../web/chart/picture.ts'
import type { Cache } from '../../web/fonts/subset.ts'
import { openRaster, type Raster } from '../../worker/raster.ts'
import type { ByFigure } from './lettering.ts'
import type { Print } from './printed.ts'

/** Raise when the same picture begins to give other pixels. */
const MAKER = 1

const require = createRequire(import.meta.url)

/** resvg as the build runs it: the same WebAssembly as the Worker's. */
export const rasterHere = (): Promise<Raster> => openRaster(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')))

/** What pictures are made with. */
export type Studio = { readonly print: Print; readonly raster: Raster; readonly origin: string; readonly cache: Cache }

/** The pixels of a picture, from the cache where it was made before. */
async function drawn(svg: string, outlines: Outlines, { raster, cache }: Studio): Promise<Uint8Array> {
  const key = `png-${createHash('sha256').update(`${MAKER}\0${svg}\0`).update(JSON.stringify(outlines)).digest('hex')}`
  const known = cache.read(key)
  if (known) return known
  const png = await raster(svg, outlines, 1)
  cache.write(key, png)
  return png
}

/** The made pictures of a figure in one language as entries, by size. */
export async function picturesOf(
  figure: Figure, hash: Hash, lang: string, outlines: Outlines, studio: Studio,
): Promise<{ readonly entries: readonly Entry[]; readonly made: MadePictures }> {
  const { print, origin } = studio
  const made: Record<string, Hash> = {}
  const entries: Entry[] = []
  for (const size of MADE_SIZES) {
    const place = { kind: 'figure', id: figure.id, version: null, format: 'png' } as const
    const address: Address = { lang, place, view: { ...DEFAULT_VIEW, size: size === 'page' ? null : size }, download: false }
    const svg = print.printPicture({ origin }, address, figure, hash, { outlines })
    const png = Buffer.from(await drawn(svg, outlines, studio)).toString('base64')
    const entry = await entryOf('file', { origin, png } satisfies MadePicture)
    entries.push(entry)
    made[size] = entry.hash
  }
  return { entries, made }
}

/** The made pictures of all figures in all their languages: the entries, and their keys by figure, language and size. */
export async function allPictures(figures: readonly Figure[], outlines: ByFigure<Outlines>, studio: Studio) {
  const pictures: Record<string, Record<string, MadePictures>> = {}
  const made: Entry[] = []
  for (const figure of figures) {
    const { hash } = await entryOf('figure', figure)
    for (const [lang, fonts] of Object.entries(outlines[figure.id] ?? {})) {
      const one = await picturesOf(figure, hash, lang, fonts, studio)
      made.push(...one.entries)
      pictures[figure.id] = { ...pictures[figure.id], [lang]: one.made }
    }
  }
  return { made, pictures }
}
