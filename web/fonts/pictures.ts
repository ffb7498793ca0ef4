/** The fonts a picture carries in itself: an SVG shown by <img> may fetch nothing, so its glyphs are in its style sheet. */
import { createHash } from 'node:crypto'
import type { Figure } from '../../data/model/figure.ts'
import { dataUrl, fontFace } from './css.ts'
import type { Role } from './faces.ts'
import { ALWAYS, codesFor, lettersOf, type Lettering } from './letters.ts'
import { cutStack } from './page.ts'
import type { Cache } from './subset.ts'

/**
 * `css` is the exact and whole text content of the picture's one <style> element: @font-face rules with data URLs.
 * `sha256` is the base64 of the sha-256 of that text in UTF-8, for `style-src 'sha256-…'`. The text has no & < > " in it,
 * so that it reads the same as HTML and as XML.
 */
export type FontPack = { readonly css: string; readonly sha256: string }

const ROLES: readonly Role[] = ['sans-400', 'sans-600', 'serif-600']

/** Fields no picture prints. Titles of sources are in the language of the source, and pictures name publishers. */
const UNPRINTED = /^(id|shape|section|schema|description|changes|charts|derived|evidence\..*\.(mode|weighting|question)|sources\..*\.(title|url|copy|no_url))(\.|$)/

/** What a picture of a figure can be lettered with: the figure's own texts, and words of the interface. */
export function pictureLetters(figure: Figure, lang: string, languages: readonly string[], words: readonly Lettering[]): readonly Lettering[] {
  const own = lettersOf(figure, lang, languages, true).filter(({ place }) => !UNPRINTED.test(place))
  return [...own, ...words]
}

/** Cuts the fonts of a figure's pictures in one language; every address, version and number can be set in them. */
export async function fontPack(lang: string, letters: readonly Lettering[], cache: Cache): Promise<FontPack> {
  const rules: string[] = []
  for (const role of ROLES) {
    const cuts = await cutStack(role, lang, new Set([...ALWAYS, ...codesFor(letters, role)]), cache)
    rules.push(...cuts.map((cut) => fontFace(cut.face, dataUrl(cut), cut.part > 0 ? cut.codes : null)))
  }
  const css = rules.join('')
  return { css, sha256: createHash('sha256').update(css).digest('base64') }
}
