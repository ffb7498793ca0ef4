/** The response rates of the surveys that a picture rests on: pictures travel alone, so it stands in them. */
import { inLanguage, type Figure } from '../../data/model/figure.ts'
import { responseRate } from '../../data/model/response.ts'
import { yearOf } from '../../data/model/time.ts'
import type { View } from '../address.ts'
import { fill, type Words } from '../words/words.ts'
import { evidenceOf } from './footer.ts'
import { selectRows } from './select.ts'

/** "Response rate: 27.3%." or, of several surveys, whose each is; '' where none is known. */
export function rateLine(figure: Figure, view: View, words: Words): string {
  const surveys = evidenceOf(selectRows(figure, view)).flatMap((id) => figure.evidence[id] ?? []).filter(({ kind }) => kind === 'survey')
  const known = surveys.flatMap((of) => {
    const rate = responseRate(of)
    return rate === null ? [] : [{ rate, asker: inLanguage(of.asker, words.code), when: words.date(String(yearOf(of.fieldwork ?? of.published))) }]
  })
  if (known.length === 0) return ''
  const whose = ({ asker, when }: (typeof known)[number]) => (known.filter((other) => other.asker === asker).length > 1 ? asker + words.comma + when : asker)
  const items = known.map((one) => (surveys.length === 1 ? `${one.rate}%` : fill(words.pages.rateOf, { rate: one.rate, who: whose(one) })))
  return fill(words.pages.ratesLine, { items: [...new Set(items)].join(words.semicolon) })
}
