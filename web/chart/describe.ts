/** What a chart shows, in words made from the data: for those who do not see it, and where only words fit. */
import { extent } from 'd3'
import { codesAlong } from '../../data/model/choose.ts'
import { inLanguage, type Row } from '../../data/model/figure.ts'
import { shapeOf } from '../../data/model/shape.ts'
import { yearOf } from '../../data/model/time.ts'
import { unitWords } from '../words/number.ts'
import { fill } from '../words/words.ts'
import type { MessageKey } from '../words/en/index.ts'
import type { Drawing } from './drawing.ts'
import { labelOf, nameOf, rowName, valueOf } from './say.ts'
import { codesOf } from './select.ts'

/** Whether a figure declares that these observations are comparable with each other: by one declaration, and in one unit. */
export const areComparable = ({ figure, rows }: Pick<Drawing, 'figure' | 'rows'>): boolean =>
  new Set(rows.map(({ unit }) => unit)).size === 1 &&
  figure.comparability.some(({ of }) => of === null || rows.every(({ series, group }) => of.includes(series) || of.includes(group)))

/** The highest and lowest rows of several comparable ones; totals, "others" and groups are never called either. Equal values: the first. */
export function extremes({ figure, rows }: Drawing): { highest: Row | null; lowest: Row | null } {
  let [highest, lowest]: (Row | null)[] = []
  if (rows.length < 2 || !areComparable({ figure, rows })) return { highest: null, lowest: null }
  let [most, least] = [-Infinity, Infinity]
  for (const row of rows) {
    if (row.value === null || figure.names[row.series]?.aggregate) continue
    const value = Number(row.value)
    if (value > most) [highest, most] = [row, value]
    if (value < least) [lowest, least] = [row, value]
  }
  return { highest: highest ?? null, lowest: lowest ?? null }
}

function say({ figure, words }: Drawing, row: Row | null, key: 'highest' | 'lowest'): string {
  if (row === null) return ''
  const [name, value] = [nameOf(figure, row.series, words), valueOf(figure, row, words, 'sentence')]
  return fill(words.messages[key], { name, value, time: words.date(row.time) })
}

/** What was chosen in each of several dimensions: "Japan and Europe; Law". '' where nothing was. */
function chosenNames({ figure, view, words }: Drawing): string {
  const named = (code: string) => (figure.answers[code] ? inLanguage(figure.answers[code], words.code) : nameOf(figure, code, words))
  const chosen = shapeOf(figure.shape).dimensions.map((dimension) => codesAlong(figure, dimension).filter((code) => view.select?.includes(code)))
  return chosen.filter((codes) => codes.length).map((codes) => words.list(codes.map(named))).join(words.semicolon)
}

/** Names one by one up to six, a count beyond that. */
export function namesOf(drawing: Drawing): string {
  const { figure, rows, words } = drawing
  if (shapeOf(figure.shape).dimensions.length > 1) return chosenNames(drawing)
  const codes = codesOf(figure, rows)
  const all = String(codesOf(figure, figure.rows).length)
  if (codes.length <= 6) return words.list(codes.map((code) => nameOf(figure, code, words)))
  return fill(String(codes.length) === all ? words.messages.allNames : words.messages.manyNames, { count: String(codes.length), all })
}

/** Every observation with its name, value and status. */
const itemsOf = ({ figure, rows, words }: Drawing): string =>
  rows.map((row) => `${rowName(figure, row, words)} ${labelOf({ figure, words }, row)}`).join(words.semicolon)

/** "Points, not joined: …": every observation. */
export const describePoints = (drawing: Drawing): string => fill(drawing.words.messages.describePoints, { items: itemsOf(drawing) })

/** "Bars, each from zero: …": every observation. */
export const describeBars = (drawing: Drawing): string => fill(drawing.words.messages.describeBars, { items: itemsOf(drawing) })

/** "Lines of …, % of GDP, A and B, 2000 to 2024. Highest: … Lowest: …" */
export function describeSeries(drawing: Drawing, chart: MessageKey): string {
  const { figure, rows, words } = drawing
  if (!rows.length) return words.messages.emptySelection
  const [from = 0, to = from] = extent(rows, (row) => yearOf(row.time))
  const what = fill(words.messages.describeSeries, {
    chart: words.messages[chart], measure: inLanguage(figure.measure, words.code), unit: unitWords(words, figure.unit).printed,
    names: namesOf(drawing), from: String(from), to: String(to),
  })
  const { highest, lowest } = extremes(drawing)
  return [what, say(drawing, highest, 'highest'), say(drawing, lowest, 'lowest')].filter(Boolean).join(words.space)
}
