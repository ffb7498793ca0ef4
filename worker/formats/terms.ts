/** On what terms a figure may be used: our words and structure under one licence, the numbers on the terms of their sources. */
import { inLanguage, type Figure, type Source } from '../../data/model/figure.ts'
import { RIGHTS } from '../../data/model/rights.ts'
import { wordsOf } from '../../web/words/index.ts'
import type { Words } from '../../web/words/words.ts'

export { OWN_LICENSE } from '../../data/model/rights.ts'

const endOf = (words: Words, text: string): string => text + (/[.。!?]$/.test(text) ? '' : words.pages.stop)

/** One source in a line: publisher, title, date, address, how far it was read, its terms. */
export function sourceLineOf(source: Source, words: Words): string {
  const { messages, pages } = words
  const license = RIGHTS[source.rights].url
  const parts = [
    [inLanguage(source.publisher, words.code), source.title, source.date ? words.date(source.date) : messages.undated].join(words.comma),
    source.url === null ? (source.no_url === null ? '' : pages[`no-url-${source.no_url}`]) : `<${source.url}>`,
    `${messages.read}${messages.colon}${pages[`read-${source.read}`]}`,
    `${pages.rights}${messages.colon}${words.rights[source.rights]}${license === null ? '' : ` <${license}>`}`,
  ]
  return parts.filter(Boolean).map((part) => endOf(words, part)).join(words.space)
}

/** The terms of a figure as lines of text: the sentence for all of it, then each source. */
export function termsOf(figures: readonly Figure[], lang: string): readonly string[] {
  const words = wordsOf(lang)
  const sources = new Map(figures.flatMap((figure) => Object.values(figure.sources)).map((source) => [source.id, source]))
  return [words.pages.footer, '', ...[...sources.values()].map((source) => `- ${source.id}${words.messages.colon}${sourceLineOf(source, words)}`)]
}
