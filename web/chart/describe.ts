/** What a chart shows, in words made from the data: for those who do not see it, and where only words fit. */
import { inLanguage, type Row } from '../../data/model/figure.ts'
import { compare } from '../../data/model/quantity.ts'
import { yearOf } from '../../data/model/time.ts'
import { unitWords } from '../words/number.ts'
import { fill } from '../words/words.ts'
import type { MessageKey } from '../words/en.ts'
import type { Drawing } from './drawing.ts'
import { nameOf, valueOf } from './say.ts'
import { codesOf } from './select.ts'

/** Rows of members, with a value: totals, "others" and groups are never called highest or lowest. */
const ranked = ({ figure, rows }: Drawing): { row: Row; value: string }[] =>
  rows.flatMap((row) => (row.value === null || figure.names[row.series]?.aggregate ? [] : [{ row, value: row.value }]))

function extreme(drawing: Drawing, key: 'highest' | 'lowest'): string {
  const { figure, words } = drawing
  const sign = key === 'highest' ? 1 : -1
  const rows = ranked(drawing)
  const [first] = rows
  if (!first) return ''
  const best = rows.reduce((a, b) => (compare(b.value, a.value) * sign > 0 ? b : a), first).row
  const time = words.date(best.time)
  return fill(words.messages[key], { name: nameOf(figure, best.series, words), value: valueOf(figure, best, words, 'sentence'), time })
}

/** Names one by one up to six, a count beyond that. */
export function namesOf({ figure, rows, words }: Drawing): string {
  const codes = codesOf(figure, rows)
  const all = String(codesOf(figure, figure.rows).length)
  if (codes.length <= 6) return words.list(codes.map((code) => nameOf(figure, code, words)))
  return fill(words.messages.manyNames, { count: String(codes.length), all })
}

/** "Lines of …, % of GDP, A and B, 2000 to 2024. Highest: … Lowest: …" */
export function describeSeries(drawing: Drawing, chart: MessageKey): string {
  const { figure, rows, words } = drawing
  if (!rows.length) return words.messages.emptySelection
  const years = rows.map((row) => yearOf(row.time))
  const what = fill(words.messages.describeSeries, {
    chart: words.messages[chart], measure: inLanguage(figure.measure, words.code), unit: unitWords(words, figure.unit).printed,
    names: namesOf(drawing), from: String(Math.min(...years)), to: String(Math.max(...years)),
  })
  return [what, extreme(drawing, 'highest'), extreme(drawing, 'lowest')].filter(Boolean).join(' ')
}
