/** The fonts of a language's pages: files with hashed names and the @font-face rules that name them. */
import { createHash } from 'node:crypto'
import type { Role } from './faces.ts'
import { fallbackFaces, fontFace, lateness } from './css.ts'
import { ALWAYS, codesFor, type Lettering } from './letters.ts'
import { stackOf } from './coverage.ts'
import { slicesOf } from './slices.ts'
import { cutFace, without, type Cache, type Cut } from './subset.ts'

/** Fonts of a language: their files, the rules for its style sheet, and the URLs every page needs at once. */
export type PageFonts = { readonly cuts: readonly PageCut[]; readonly css: string; readonly preloads: readonly string[] }

/** Bytes of fonts a page may load, by language. */
export const FONT_BUDGET: Readonly<Record<string, number>> = { en: 60_000, ja: 150_000 }

/** Roles of a language's pages. Italics set the English word above a number, which Japanese does not have. */
export const rolesOf = (lang: string): readonly Role[] =>
  lang === 'en' ? ['sans-400', 'sans-600', 'serif-600', 'serif-400-italic'] : ['sans-400', 'sans-600', 'serif-600']

/** Roles that every page asks for at once: what is not there before the first look is not used in it. */
const FIRST: readonly Role[] = ['sans-400', 'sans-600', 'serif-600']

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

type Codes = ReadonlySet<number>

/** A cut font as a file; `first` is on every page, others come when a page has one of their characters. */
export type PageCut = Cut & { readonly role: Role; readonly first: boolean; readonly name: string }

const assetName = ({ face, part, bytes }: Cut): string =>
  `fonts/${face.name}${part > 0 ? `-${part}` : ''}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.woff2`

type Letters = readonly Lettering[]

/** What a language's pages are lettered with. */
export type PageLetters = {
  /** Each page as it is printed, the most visited first. */
  readonly pages: readonly Letters[]
  /** What the titles of chosen views are made of, by figure. */
  readonly views: readonly Letters[]
  /** Everything that could be asked for besides. */
  readonly all: Letters
}

/**
 * The Latin faces are cut in one piece; what they lack is Japanese and comes in slices, in whatever language the page is:
 * titles of sources and the name of the other language are printed everywhere.
 */
async function cutRole(role: Role, { pages, views, all }: PageLetters, cache: Cache): Promise<readonly PageCut[]> {
  const everything = codesFor([...pages.flat(), ...views.flat(), ...all], role)
  const latin = await cutStack(role, 'latin', new Set([...ALWAYS, ...everything]), cache)
  const named = (cut: Cut, isFirst: boolean): PageCut =>
    ({ ...cut, role, first: isFirst && cut.part === 0, name: assetName(cut) })
  const cuts = latin.map((cut) => named(cut, true))
  const japaneseIn = (letters: Letters): Codes => without(codesFor(letters, role), latin)
  for (const { codes, isEverywhere } of slicesOf(pages.map(japaneseIn), views.map(japaneseIn), without(everything, latin))) {
    cuts.push(...(await cutStack(role, 'ja', codes, cache)).map((cut) => named(cut, isEverywhere)))
  }
  return cuts
}

/** Cuts the fonts of a language's pages. */
export async function pageFonts(lang: string, letters: PageLetters, cache: Cache): Promise<PageFonts> {
  const cuts: PageCut[] = []
  for (const role of rolesOf(lang)) cuts.push(...await cutRole(role, letters, cache))
  return {
    cuts,
    css: fallbackFaces() + cuts.map(({ face, name, first, codes }) =>
      fontFace(face, `/assets/${name}`, first ? null : codes, lateness(face))).join(''),
    preloads: cuts.filter((cut) => cut.first && FIRST.includes(cut.role)).map(({ name }) => `/assets/${name}`),
  }
}

/** Bytes of fonts that a page with these letters loads: what is preloaded, and every slice it has a character of. */
export function fontBytes(fonts: PageFonts, letters: Letters): number {
  const needed = fonts.cuts.filter(({ role, codes, first }) => {
    const here = codesFor(letters, role)
    return (first && FIRST.includes(role)) || codes.some((code) => here.has(code))
  })
  return needed.reduce((sum, { bytes }) => sum + bytes.length, 0)
}
