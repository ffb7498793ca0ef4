/** The evidence of a figure in words, field by field: what is unknown in a survey says so. */
import { inLanguage, type Evidence, type Figure, type Text } from '../../data/model/figure.ts'
import { responseOf } from '../../web/chart/say.ts'
import type { Words } from '../../web/words/words.ts'
import { sourceLineOf } from './terms.ts'

/** A field's name and what stands in it. */
export type Said = readonly [name: string, said: string]

const orUnknown = (text: Text | null, { code, messages }: Words): string => (text === null ? messages.notReported : inLanguage(text, code))

function surveyFields(figure: Figure, id: string, of: Evidence, words: Words): readonly Said[] {
  const { pages, messages } = words
  return [
    [pages.response, responseOf(figure, id, words) ?? messages.notReported],
    [pages.sampling, pages[`sampling-${of.sampling ?? 'not-reported'}`]],
    [pages.mode, orUnknown(of.mode, words)],
    [pages.weighting, orUnknown(of.weighting, words)],
    [pages.question, orUnknown(of.question, words)],
    [pages.fieldwork, of.fieldwork === null ? messages.notReported : words.date(of.fieldwork)],
  ]
}

/** One piece of evidence: who, how, when, by whom, in which source and on what terms. */
export function evidenceFields(figure: Figure, id: string, words: Words): readonly Said[] {
  const { pages, messages, code } = words
  const of = figure.evidence[id]
  if (!of) return []
  const source = figure.sources[of.source]
  return [
    [messages.population, inLanguage(of.population, code)],
    [of.kind === 'survey' ? pages.asker : pages.publisher, inLanguage(of.asker, code)],
    ...(of.basis === null ? [] : [[messages.basis, messages[`basis-${of.basis}`]] as const]),
    ...(of.kind === 'survey' ? surveyFields(figure, id, of, words) : []),
    [messages.published, words.date(of.published)],
    ...(of.vintage === null ? [] : [[pages.vintage, words.date(of.vintage)] as const]),
    ...(source ? [[pages.source, `${source.id}${messages.colon}${sourceLineOf(source, words)}`] as const] : []),
  ]
}
