/** The fonts a picture carries in itself: an SVG shown by <img> may fetch nothing, so its glyphs are in its style sheet. */
import { createHash } from 'node:crypto'
import type { Figure } from '../../data/model/figure.ts'
import { DEFAULT_VIEW } from '../address.ts'
import { roleOf } from '../chart/lettered.ts'
import { MADE_SIZES, picture } from '../chart/picture.ts'
import type { Mark } from '../chart/scene.ts'
import type { Words } from '../words/words.ts'
import { dataUrl, fontFace, unicodeRange } from './css.ts'
import type { Role } from './faces.ts'
import { ALWAYS, codesFor, lettersOf, type Lettering } from './letters.ts'
import { cutStack } from './page.ts'
import { without, type Cache, type Cut } from './subset.ts'

/**
 * `css` is the exact and whole text content of the picture's one <style> element: @font-face rules with data URLs.
 * `sha256` is the base64 of the sha-256 of that text in UTF-8, for `style-src 'sha256-…'`. The text has no & < > " in it,
 * so that it reads the same as HTML and as XML.
 */
export type FontPack = { readonly css: string; readonly sha256: string }

const BODY: readonly Role[] = ['sans-400']
const ROLES: readonly Role[] = ['sans-400', 'sans-600', 'serif-600', 'serif-400-italic']

/** Faces that any address, version or number may be set in; the italic sets qualifiers only. */
const ANY: readonly Role[] = ['sans-400', 'sans-600', 'serif-600']

/** Fields no picture prints; sources are printed as the language words them. */
const UNPRINTED =
  /^(id|shape|section|schema|description|changes|charts|comparability|derived|sources|evidence\..*\.(mode|weighting|question))(\.|$)/

/** What a picture of a figure can be lettered with besides what all charts of the language say: the figure's own texts. */
export function pictureLetters(figure: Figure, words: Words, languages: readonly string[]): readonly Lettering[] {
  const own = lettersOf(figure, words.code, languages, true).filter(({ place }) => !UNPRINTED.test(place))
  const sources = Object.values(figure.sources).map((source) => ({ text: words.source(source), place: 'sources', roles: BODY }))
  const alt = Object.entries(words.pages).filter(([key]) => key.startsWith('alt')).map(([place, text]) => ({ text, place, roles: BODY }))
  return [...own, ...sources, ...alt, ...drawnLetters(figure, words.code)]
}

type Letters = readonly Lettering[]

/** What stands in pictures of the default view, by each chart type, in the very fonts that it is set in. */
function drawnLetters(figure: Figure, lang: string): Letters {
  const lettersIn = (marks: readonly Mark[]): Letters => marks.flatMap((mark) => {
    if (mark.kind === 'group') return lettersIn(mark.marks)
    const role = mark.kind === 'text' ? ROLES.find((one) => one === roleOf(mark.font)) : undefined
    return mark.kind === 'text' && role ? [{ text: mark.text, place: 'drawn', roles: [role] }] : []
  })
  return figure.charts.flatMap((chart) => MADE_SIZES.flatMap((size) =>
    lettersIn(picture(figure, { view: { ...DEFAULT_VIEW, chart, size }, lang, version: '', address: '' }).marks)))
}

/** A cut for one role; `isShared`: the letters that all charts share, cut once for all figures. */
type RoleCut = { readonly role: Role; readonly cut: Cut; readonly isShared: boolean }

async function cutsOf(role: Role, lang: string, charts: Letters, own: Letters, cache: Cache): Promise<readonly RoleCut[]> {
  const every = new Set([...(ANY.includes(role) ? ALWAYS : []), ...codesFor(charts, role)])
  const latin = await cutStack(role, 'latin', new Set([...every, ...codesFor(own, role)]), cache)
  const shared = await cutStack(role, lang, without(every, latin), cache)
  const rest = await cutStack(role, lang, without(codesFor(own, role), [...latin, ...shared]), cache)
  return [...[...latin, ...rest].map((cut) => ({ role, cut, isShared: false })), ...shared.map((cut) => ({ role, cut, isShared: true }))]
}

/**
 * Cuts the fonts of a figure's pictures in one language. For each role Latin as one file; what it lacks in a file of the letters
 * that all charts share, cut once for all figures, and one of the figure's own.
 */
export async function cutsFor(lang: string, charts: Letters, own: Letters, cache: Cache): Promise<readonly RoleCut[]> {
  const cuts: RoleCut[] = []
  for (const role of ROLES) cuts.push(...await cutsOf(role, lang, charts, own, cache))
  return cuts
}

/** The style sheet of a figure's pictures in one language. A role's shared rule comes last and says its range, so that it wins there. */
export async function fontPack(lang: string, charts: Letters, own: Letters, cache: Cache): Promise<FontPack> {
  const cuts = await cutsFor(lang, charts, own, cache)
  const css = cuts.map(({ cut, isShared }) => fontFace(cut.face, dataUrl(cut), cut.part > 0 || isShared ? unicodeRange(cut.codes) : null)).join('')
  return { css, sha256: createHash('sha256').update(css).digest('base64') }
}
