/** Missing glyphs as author problems: where in the data folder the character stands. */
import type { AuthorProblem, SourceFile } from '../model/read/rules.ts'
import { codePointName, type MissingGlyph } from '../../web/fonts/coverage.ts'

const TABLES: readonly string[] = ['places.csv', 'actors.csv', 'sources.csv', 'dashboard.yaml', 'article.yaml', 'moved.yaml']

/** The first file and line that has the character: the figure's own files, then those that all figures share. */
function standsAt(missing: MissingGlyph, files: readonly SourceFile[]): { readonly file: string; readonly line: number } {
  const own = files.filter(({ path }) => path.startsWith(`figures/${missing.figure}/`))
  const shared = files.filter(({ path }) => TABLES.includes(path))
  for (const { path, bytes } of [...own, ...shared]) {
    const lines = new TextDecoder().decode(bytes).split('\n')
    const at = lines.findIndex((line) => line.includes(missing.character))
    if (at >= 0) return { file: path, line: at + 1 }
  }
  return { file: missing.figure === '' ? missing.place : `figures/${missing.figure}/figure.yaml`, line: 1 }
}

/** `figures/screening/figure.yaml:7  no font has "𠮟" (U+20B9F) in ja, at title → …` */
export const glyphProblem = (missing: MissingGlyph, files: readonly SourceFile[]): AuthorProblem => ({
  ...standsAt(missing, files),
  message: `${missing.figure === '' ? 'the site' : missing.figure}: no font has "${missing.character}" ` +
    `(${codePointName(missing.character)}) in ${missing.lang}, at ${missing.place}`,
  remedy: 'write it with another character, or add a font file that has it to web/fonts/faces.ts',
})
