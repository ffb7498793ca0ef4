/** Where lines may break in Japanese: found once, at build, so that every runtime breaks the same. */
import { loadDefaultJapaneseParser } from 'budoux'
import type { ArticleFacts } from '../../data/model/article.ts'
import { BREAK, type Figure, type Text } from '../../data/model/figure.ts'
import type { Front } from '../../data/model/release.ts'

type Parser = { readonly parse: (text: string) => string[] }

/** Languages written without spaces, and what finds their phrases. */
const parsers: Readonly<Record<string, () => Parser>> = { ja: loadDefaultJapaneseParser }

/** Closing marks that may not begin a line, should a phrase begin with one. */
const closing = /^[、。，．：；！？)）」』】ー%]/

/** Between Chinese characters and a loanword too long for a narrow column: 人権|デューディリジェンス. */
const beforeLoanword = /(?<=\p{Script=Han})(?=[ァ-ヴー]{8})/gu

const marked = (parser: Parser, text: string): string =>
  parser.parse(text).map((phrase) => phrase.replace(beforeLoanword, BREAK)).reduce((line, phrase) => (line === '' || closing.test(phrase) || /[ー0-9,.]$/.test(line) && /^[0-9,.%]/.test(phrase)
    ? line + phrase : line + BREAK + phrase), '')

/** A text with break marks in the languages that need them; marks that a writer set stay as they are. */
export function markText(text: Text): Text {
  return Object.fromEntries(Object.entries(text).map(([lang, words]) => {
    const parser = parsers[lang]
    return [lang, parser && !words.includes(BREAK) ? marked(parser(), words) : words]
  }))
}

/** A figure whose headings and labels know where to break. Everything else keeps its text as it is. */
export const markFigure = (figure: Figure): Figure => ({
  ...figure,
  title: markText(figure.title),
  subtitle: markText(figure.subtitle),
  names: Object.fromEntries(Object.entries(figure.names).map(([code, name]) => [code, {
    ...name, name: markText(name.name), detail: name.detail && markText(name.detail),
  }])),
  answers: Object.fromEntries(Object.entries(figure.answers).map(([code, text]) => [code, markText(text)])),
  checks: figure.checks.map((check) => ({ ...check, finding: markText(check.finding) })),
  not_drawn: figure.not_drawn.map((entry) => ({ ...entry, why: markText(entry.why) })),
  caveats: figure.caveats.map((caveat) => ({ ...caveat, text: markText(caveat.text) })),
  evidence: Object.fromEntries(Object.entries(figure.evidence).map(([id, evidence]) => [id, { ...evidence, population: markText(evidence.population) }])),
})

type Marked = {
  readonly figures: readonly Figure[]
  readonly front: Omit<Front, 'schema' | 'figures'>
  readonly article: ArticleFacts
}

/** A whole collection with break marks: its figures, the words of the front page and those of the article. */
export const markCollection = <C extends Marked>(collection: C): C => ({
  ...collection,
  figures: collection.figures.map(markFigure),
  front: {
    ...collection.front,
    title: markText(collection.front.title),
    lead: markText(collection.front.lead),
    sections: collection.front.sections.map((section) => ({ ...section, title: markText(section.title), text: markText(section.text) })),
  },
  article: {
    ...collection.article,
    lead: markText(collection.article.lead),
    notes: collection.article.notes.map((note) => ({ ...note, title: markText(note.title) })),
  },
})
