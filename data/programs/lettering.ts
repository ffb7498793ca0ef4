/** All fonts of the site: pages by language, pictures by figure and language, and the characters that none of them has. */
import { entryOf, type Entry, type Hash } from '../model/release.ts'
import type { Collection } from '../model/read/rules.ts'
import type { Outlines } from '../../web/chart/lettered.ts'
import { missingGlyphs, type MissingGlyph } from '../../web/fonts/coverage.ts'
import { chartLetters, interfaceLetters, lettersOf, type Lettering } from '../../web/fonts/letters.ts'
import { outlinesFor } from '../../web/fonts/outlines.ts'
import { pageFonts, type PageFonts } from '../../web/fonts/page.ts'
import { fontPack, pictureLetters } from '../../web/fonts/pictures.ts'
import type { Cache } from '../../web/fonts/subset.ts'
import { Problem, PROBLEM_KINDS } from '../../web/problem.ts'
import type { Words } from '../../web/words/words.ts'

/** Source texts that words are found in: a language's file of words, and what draws charts and pictures. */
export type WordSources = { readonly words: Readonly<Record<string, string>>; readonly charts: string }

/** By figure and language. */
export type ByFigure<T> = Readonly<Record<string, Readonly<Record<string, T>>>>

export type Lettered = {
  readonly pages: Readonly<Record<string, PageFonts>>
  readonly packs: readonly Entry[]
  /** Keys of the packs by figure and language, as the release lists them. */
  readonly fonts: ByFigure<Hash>
  /** What pictures in pixels are set in, and its keys. */
  readonly outlines: ByFigure<Outlines>
  readonly outlineKeys: ByFigure<Hash>
}

/** Letters of each language's pages as they are printed, by the page's name. */
export type Printed = Readonly<Record<string, Readonly<Record<string, readonly Lettering[]>>>>

type Site = {
  readonly collection: Collection
  readonly words: readonly Words[]
  readonly sources: WordSources
  readonly printed: Printed
}

const languagesOf = (site: Pick<Site, 'words'>): readonly string[] => site.words.map(({ code }) => code)

const uiLetters = (words: Words, sources: WordSources): readonly Lettering[] =>
  interfaceLetters(words, words.code, sources.words[words.code] ?? '')

/**
 * Everything a language's pages can say that is not printed beforehand: the interface, the sources, and every figure. What
 * only the dashboard or the article says stands in their own fonts.
 */
function possibleLetters(site: Site, words: Words): readonly Lettering[] {
  const { figures, sources, withdrawn } = site.collection
  const languages = languagesOf(site)
  const own = sources.filter(({ lang }) => lang === words.code)
  return [
    ...uiLetters(words, site.sources),
    ...figures.flatMap((figure) => lettersOf(figure, words.code, languages, false)),
    ...lettersOf({ withdrawn, sources }, words.code, languages, false),
    ...lettersOf([own, figures.map(({ rows }) => rows)], words.code, [], true),
  ]
}

/** What is said where a page cannot be shown. */
const problemLetters = (words: Words): readonly Lettering[] =>
  PROBLEM_KINDS.map((kind) => ({ text: words.problem(new Problem(kind)).title, place: `problem.${kind}`, roles: ['serif-600'] }))

/** Titles that no page has at first: of problems, and of views, what all have and then each figure's measure and names. */
const viewLetters = (site: Site, words: Words): readonly (readonly Lettering[])[] => [
  problemLetters(words),
  chartLetters(words, site.sources.charts).filter(({ place }) => /title|many/i.test(place)),
  ...site.collection.figures.map((figure) =>
    lettersOf(figure, words.code, languagesOf(site), false).filter(({ place }) => /^(measure$|names|answers|measures)/.test(place)),
  ),
]

/** Characters without a glyph: of every figure, of what stands around them, and of the interface. */
export function findMissing(site: Omit<Site, 'printed'>, cache: Cache): readonly MissingGlyph[] {
  const languages = languagesOf(site)
  const { figures, front, article, sources, withdrawn } = site.collection
  const check = (figure: string, value: unknown): readonly MissingGlyph[] => [
    ...languages.flatMap((lang) => missingGlyphs(figure, [lang], lettersOf(value, lang, languages, false), cache)),
    ...missingGlyphs(figure, languages, lettersOf(value, '', languages, true), cache),
  ]
  return [
    ...figures.flatMap((figure) => check(figure.id, figure)),
    ...check('', { front, article, withdrawn, sources }),
    ...site.words.flatMap((words) => missingGlyphs('', [words.code], uiLetters(words, site.sources), cache)),
  ]
}

/** Cuts all fonts. Everything has a glyph: see findMissing. */
export async function letter(site: Site, cache: Cache): Promise<Lettered> {
  const pages: Record<string, PageFonts> = {}
  const fonts: Record<string, Record<string, Hash>> = {}
  const outlines: Record<string, Record<string, Outlines>> = {}
  const outlineKeys: Record<string, Record<string, Hash>> = {}
  const packs: Entry[] = []
  for (const words of site.words) {
    pages[words.code] = await pageFonts(words.code, {
      pages: site.printed[words.code] ?? {}, views: viewLetters(site, words), all: possibleLetters(site, words),
    }, cache)
    const charts = chartLetters(words, site.sources.charts)
    for (const figure of site.collection.figures.filter(({ lang }) => lang.includes(words.code))) {
      const own = pictureLetters(figure, words, languagesOf(site))
      const pack = await entryOf('file', await fontPack(words.code, charts, own, cache))
      const outline = await outlinesFor(words.code, charts, own, cache)
      const kept = await entryOf('file', outline)
      packs.push(pack, kept)
      fonts[figure.id] = { ...fonts[figure.id], [words.code]: pack.hash }
      outlines[figure.id] = { ...outlines[figure.id], [words.code]: outline }
      outlineKeys[figure.id] = { ...outlineKeys[figure.id], [words.code]: kept.hash }
    }
  }
  return { pages, packs, fonts, outlines, outlineKeys }
}
