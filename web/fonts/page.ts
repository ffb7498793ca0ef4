/** The fonts of a language's pages: files with hashed names and the @font-face rules that name them. */
import { createHash } from 'node:crypto'
import type { Role } from './faces.ts'
import { fallbackFaces, fontFace } from './css.ts'
import { ALWAYS, codesFor, type Lettering } from './letters.ts'
import { stackOf } from './coverage.ts'
import { cutFace, without, type Cache, type Cut } from './subset.ts'

/** A file under /assets/, its name with the hash of its bytes. */
export type Asset = { readonly name: string; readonly bytes: Uint8Array }

/** Fonts of a language: their files, the rules for its style sheet, and the URLs every page needs at once. */
export type PageFonts = { readonly files: readonly Asset[]; readonly css: string; readonly preloads: readonly string[] }

/** Bytes of fonts a page may load, by language. */
export const FONT_BUDGET: Readonly<Record<string, number>> = { en: 60_000, ja: 150_000 }

/** Roles of a language's pages. Italics set the English word above a number, which Japanese does not have. */
export const rolesOf = (lang: string): readonly Role[] =>
  lang === 'en' ? ['sans-400', 'sans-600', 'serif-600', 'serif-400-italic'] : ['sans-400', 'sans-600', 'serif-600']

/** Roles that stand at the top of every page. */
const FIRST: readonly Role[] = ['sans-400', 'serif-600']

/** Cuts the whole stack of a role: each family has what the ones before it lack. */
export async function cutStack(role: Role, lang: string, wanted: ReadonlySet<number>, cache: Cache): Promise<readonly Cut[]> {
  const cuts: Cut[] = []
  let left = wanted
  for (const face of stackOf(role, lang)) {
    const made = await cutFace(face, left, cache)
    cuts.push(...made)
    left = without(left, made)
  }
  return cuts
}

const assetName = ({ face, part, bytes }: Cut): string =>
  `fonts/${face.name}${part > 0 ? `-${part}` : ''}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.woff2`

/** Cuts the fonts of a language's pages to the letters that are set in them. */
export async function pageFonts(lang: string, letters: readonly Lettering[], cache: Cache): Promise<PageFonts> {
  const cuts: Cut[] = []
  for (const role of rolesOf(lang)) cuts.push(...await cutStack(role, lang, new Set([...ALWAYS, ...codesFor(letters, role)]), cache))
  const named = cuts.map((cut) => ({ cut, name: assetName(cut) }))
  return {
    files: named.map(({ cut, name }) => ({ name, bytes: cut.bytes })),
    // A second file of a face (accented letters) is fetched only where it is needed.
    css: fallbackFaces() + named.map(({ cut, name }) => fontFace(cut.face, `/assets/${name}`, cut.part > 0 ? cut.codes : null)).join(''),
    preloads: named.filter(({ cut }) => cut.part === 0 && FIRST.includes(cut.face.role)).map(({ name }) => `/assets/${name}`),
  }
}
