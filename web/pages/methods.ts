/** The methods box of a survey: what AAPOR asks to be disclosed, item by item, the unknown ones as "not reported". For pages and files alike. */
import { inLanguage, type Evidence, type Figure, type Text } from '../../data/model/figure.ts'
import { responseRate } from '../../data/model/response.ts'
import { responseOf } from '../chart/say.ts'
import { fill, type Words } from '../words/words.ts'

/** An item's name and what is said of it. */
export type Said = readonly [name: string, said: string]

const orUnknown = (text: Text | null, { code, messages }: Words): string => (text === null ? messages.notReported : inLanguage(text, code))

/** The rate and how it was computed. */
function rateSaid(of: Evidence, { pages, messages }: Words): string {
  const rate = responseRate(of)
  return rate === null ? messages.notReported : fill(pages.responseRateDerived, { rate })
}

/**
 * The items that AAPOR asks to be disclosed, after population and asker, which any evidence has.
 * Versions from before there was a box have fewer.
 */
export function methodsOf(figure: Figure, id: string, of: Evidence, words: Words): readonly Said[] {
  const { pages, messages } = words
  const item = (name: string, text: Text | null | undefined): Said => [name, orUnknown(text ?? null, words)]
  const since = (...items: readonly Said[]): readonly Said[] => (of.sponsor === undefined ? [] : items)
  return [
    ...since([pages.collection, pages.collectionSurvey], item(pages.sponsor, of.sponsor)),
    [pages.response, responseOf(figure, id, words) ?? messages.notReported],
    ...since([pages.responseRate, rateSaid(of, words)], item(pages.frame, of.frame)),
    [pages.sampling, pages[`sampling-${of.sampling ?? 'not-reported'}`]],
    ...since(item(pages.recruitment, of.recruitment)),
    item(pages.mode, of.mode),
    item(pages.weighting, of.weighting),
    ...since(item(pages.margin, of.margin_of_error), item(pages.processing, of.processing)),
    item(pages.question, of.question),
    ...since(item(pages.questionLanguage, of.language)),
    [pages.fieldwork, of.fieldwork === null ? messages.notReported : words.date(of.fieldwork)],
    ...since(item(pages.limitations, of.limitations), item(pages.contact, of.contact)),
  ]
}
