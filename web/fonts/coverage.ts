/** Finds characters that no shipped font can draw: a missing glyph can change a statistic, so it fails the build. */
import { FACES, type Role } from './faces.ts'
import { isInk, type Lettering } from './letters.ts'
import { codesIn, type Cache } from './subset.ts'

/** Languages whose font stacks hold the Japanese families after the Latin ones (web/look/tokens.ts, FAMILIES). */
const JAPANESE: readonly string[] = ['ja']

/** Faces of a role in a language, in the order of its font stack. */
export const stackOf = (role: Role, lang: string) =>
  FACES.filter((face) => face.role === role && (face.script === 'latin' || JAPANESE.includes(lang)))

/** The first character of a text that a language's fonts lack. */
export type MissingGlyph = { readonly figure: string; readonly lang: string; readonly character: string; readonly place: string }

/** `U+8D85`. */
export const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/**
 * Characters of the letterings that no font of the languages has, each once a place. Texts are held against the fonts of
 * their one language; digits, dates and words as a source prints them stand in any language's page, so any font will do.
 */
export function missingGlyphs(
  figure: string, langs: readonly string[], letters: readonly Lettering[], cache: Cache,
): readonly MissingGlyph[] {
  const missing = new Map<string, MissingGlyph>()
  const known = new Map<Role, readonly ReadonlySet<number>[]>()
  const fontsOf = (role: Role): readonly ReadonlySet<number>[] => {
    const files = (): readonly string[] => langs.flatMap((lang) => stackOf(role, lang).flatMap((face) => face.files))
    const fonts = known.get(role) ?? [...new Set(files())].map((file) => codesIn(file, cache))
    known.set(role, fonts)
    return fonts
  }
  for (const { text, place, roles } of letters) {
    for (const character of new Set(text)) {
      const code = character.codePointAt(0) ?? 0
      const lacks = (role: Role): boolean => !fontsOf(role).some((codes) => codes.has(code))
      if (!isInk(character) || !roles.some(lacks)) continue
      missing.set(`${place} ${character}`, { figure, lang: langs.join(', '), character, place })
    }
  }
  return [...missing.values()]
}
