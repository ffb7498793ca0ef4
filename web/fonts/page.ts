/**
 * The fonts of a language's pages: files with hashed names and the @font-face rules that name them. What is on most pages is
 * in files that all share; what a page has besides is in files of its own, so that it fetches little that it does not need;
 * for whatever a reader may choose to see there are slices.
 */
import { createHash } from 'node:crypto'
import type { Role } from './faces.ts'
import { fallbackFaces, fontFace, lateness, unicodeRange, wholeRange } from './css.ts'
import { ALWAYS, codesFor, type Lettering } from './letters.ts'
import { stackOf } from './coverage.ts'
import { commonOf, slicesOf } from './slices.ts'
import { cutFace, without, type Cache, type Cut } from './subset.ts'

/** What a page has for itself; its rules come after the shared ones, and so before them where both have a character. */
export type OwnFonts = { readonly cuts: readonly PageCut[]; readonly css: string }

/** Fonts of a language: their files, the rules for its style sheet, and the URLs every page needs at once. */
export type PageFonts = OwnFonts & {
  readonly preloads: readonly string[]
  /** Rules of the slices. */
  readonly slices: string
  /** By the page's name; some have none. */
  readonly own: Readonly<Record<string, OwnFonts>>
}

/** Bytes of fonts a page may load, by language. */
export const FONT_BUDGET: Readonly<Record<string, number>> = { en: 60_000, ja: 150_000 }

/** Roles of a language's pages. Italics set the English word above a number, which Japanese does not have. */
export const rolesOf = (lang: string): readonly Role[] =>
  lang === 'en' ? ['sans-400', 'sans-600', 'serif-600', 'serif-400-italic'] : ['sans-400', 'sans-600', 'serif-600']

const ROLES: readonly Role[] = ['sans-400', 'sans-600', 'serif-600', 'serif-400-italic']

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
  /** Each page as it is printed, by its name. */
  readonly pages: Readonly<Record<string, Letters>>
  /** What the titles of chosen views are made of, by figure. */
  readonly views: readonly Letters[]
  /** Everything that could be asked for besides. */
  readonly all: Letters
}

type Cuts = readonly PageCut[]

const named = (role: Role, cuts: readonly Cut[], isFirst = false): Cuts =>
  cuts.map((cut) => ({ ...cut, role, first: isFirst && cut.part === 0, name: assetName(cut) }))

/** A role's files: those that every page names, slices, and those of each page. */
type RoleCuts = { readonly first: Cuts; readonly slices: Cuts; readonly own: Readonly<Record<string, Cuts>> }

/**
 * Cuts the files of a role. The Latin faces are cut in one piece; what they lack is Japanese, in whatever language the page
 * is: titles of sources and the name of the other language are printed everywhere.
 */
async function cutRole(role: Role, { pages, views, all }: PageLetters, cache: Cache): Promise<RoleCuts> {
  const printed = Object.values(pages)
  const every = new Set([...ALWAYS, ...codesFor([...printed, ...views, all].flat(), role)])
  const latin = await cutStack(role, 'latin', every, cache)
  const common = await cutStack(role, 'ja', commonOf(printed.map((letters) => without(codesFor(letters, role), latin))), cache)
  const rest = (letters: Letters): Codes => without(codesFor(letters, role), [...latin, ...common])
  const slices: Cut[] = []
  for (const codes of slicesOf(views.map(rest), rest(all))) slices.push(...await cutStack(role, 'ja', codes, cache))
  const own: Record<string, Cuts> = {}
  for (const [page, letters] of Object.entries(pages)) own[page] = named(role, await cutStack(role, 'ja', rest(letters), cache))
  return { first: named(role, [...latin, ...common], true), slices: named(role, slices), own }
}

const rulesOf = (cuts: Cuts): string => cuts.map(({ face, name, first, codes }) =>
  fontFace(face, `/assets/${name}`, first ? wholeRange(face) : unicodeRange(codes), lateness(face))).join('')

/** Cuts the fonts of a language's pages. */
export async function pageFonts(lang: string, letters: PageLetters, cache: Cache): Promise<PageFonts> {
  const roles: RoleCuts[] = []
  for (const role of rolesOf(lang)) roles.push(await cutRole(role, letters, cache))
  const [first, slices] = [roles.flatMap((role) => role.first), roles.flatMap((role) => role.slices)]
  const own = Object.keys(letters.pages).map((page) => [page, roles.flatMap((role) => role.own[page] ?? [])] as const)
  return {
    cuts: [...first, ...slices],
    css: fallbackFaces() + rulesOf(first),
    slices: rulesOf(slices),
    own: Object.fromEntries(own.map(([page, cuts]) => [page, { cuts, css: rulesOf(cuts) }])),
    preloads: first.filter((cut) => cut.first && FIRST.includes(cut.role)).map(({ name }) => `/assets/${name}`),
  }
}

/** Bytes of fonts that a page with these letters loads: what is preloaded, and what it has a character of, its own files first. */
export function fontBytes({ cuts, own }: PageFonts, letters: Letters, name: string): number {
  const loaded = new Set(cuts.filter(({ role, first }) => first && FIRST.includes(role)))
  for (const role of ROLES) {
    let left: Codes = codesFor(letters, role)
    for (const cut of [...own[name]?.cuts ?? [], ...cuts].filter((one) => one.role === role)) {
      if (cut.codes.some((code) => left.has(code))) loaded.add(cut)
      left = without(left, [cut])
    }
  }
  return [...loaded].reduce((sum, { bytes }) => sum + bytes.length, 0)
}
