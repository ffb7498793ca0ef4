/** The methods box of a survey: what AAPOR asks to be disclosed, item by item, the unknown ones as "not reported". For pages and files alike. */
import { inLanguage, type Evidence, type Figure, type Text } from '../../data/model/figure.ts'
import { RATE_FORMULA, responseRate } from '../../data/model/response.ts'
import { responseOf } from '../chart/say.ts'
import { fill, type Words } from '../words/words.ts'

/** An item's name and what is said of it. */
export type Said = readonly [name: string, said: string]

const orUnknown = (text: Text | null, { code, messages }: Words): string => (text === null ? messages.notReported : inLanguage(text, code))

/** The rate with its formula in the words of this box. */
function rateSaid(of: Evidence, { pages, messages }: Words): string {
  const rate = responseRate(of)
  return rate === null ? messages.notReported : fill(pages.responseRateDerived, { rate, formula: RATE_FORMULA })
}

/** The items in AAPOR's order after population and asker, which any evidence has. Versions from before there was a box have fewer. */
export function methodsOf(figure: Figure, id: string, of: Evidence, words: Words): readonly Said[] {
  const { pages, messages } = words
  const { sponsor, frame, language } = of
  const since = (text: Text | null | undefined, name: string): readonly Said[] => (text === undefined ? [] : [[name, orUnknown(text, words)]])
  const made: readonly Said[] = sponsor === undefined ? [] : [[pages.responseRate, rateSaid(of, words)]]
  const margin: readonly Said[] = sponsor === undefined ? [] : [[pages.margin, pages.marginNone]]
  return [
    ...since(sponsor, pages.sponsor),
    [pages.response, responseOf(figure, id, words) ?? messages.notReported],
    ...made,
    ...since(frame, pages.frame),
    [pages.sampling, pages[`sampling-${of.sampling ?? 'not-reported'}`]],
    [pages.mode, orUnknown(of.mode, words)],
    [pages.weighting, orUnknown(of.weighting, words)],
    ...margin,
    [pages.question, orUnknown(of.question, words)],
    ...since(language, pages.questionLanguage),
    [pages.fieldwork, of.fieldwork === null ? messages.notReported : words.date(of.fieldwork)],
  ]
}
