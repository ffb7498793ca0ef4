/** The evidence of a figure in words, field by field: what is unknown in a survey says so. */
import { inLanguage, type Figure } from '../../data/model/figure.ts'
import { methodsOf, type Said } from '../../web/pages/methods.ts'
import type { Words } from '../../web/words/words.ts'
import { sourceLineOf } from './terms.ts'

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
    ...(of.kind === 'survey' ? methodsOf(figure, id, of, words) : []),
    [messages.published, words.date(of.published)],
    ...(of.vintage === null ? [] : [[pages.vintage, words.date(of.vintage)] as const]),
    ...(source ? [[pages.source, `${source.id}${messages.colon}${sourceLineOf(source, words)}`] as const] : []),
  ]
}
