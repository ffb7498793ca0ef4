/** What has one colour and one name in charts of values over time: a series, or one measure of it; and the panels that tracks stand in. */
import { inAuthorsOrder, inLanguage, type Row } from '../../data/model/figure.ts'
import { ECONOMY_TOKENS, type Token } from '../look/tokens.ts'
import { momentOf } from './calendar.ts'
import { emphasised, tokensOf } from './colour.ts'
import type { Drawing } from './drawing.ts'
import { nameOf, shortName } from './say.ts'
import { codesOf } from './select.ts'

/** Its rows in time order, and the last of them that has a value. */
export type Track = { readonly name: string; readonly rows: readonly Row[]; readonly strong: boolean; readonly token: Token; readonly last: Row | null }
/** All tracks, or those of one measure where both series and measures are several. */
export type Panel = { readonly title: string; readonly tracks: readonly Track[] }

/** Below this width short names stand for long ones. */
export const NARROW = 480
export const isNarrow = ({ width }: Pick<Drawing, 'width'>): boolean => width < NARROW

/** The colour of a track: its measure's, else its series'; one for all where each is a single point and has its name beside it. */
function colourOf({ figure, rows, view }: Drawing): (series: string, measure: string | null) => Token {
  const tokens = tokensOf(figure, [...new Set(rows.map((row) => row.series))], view)
  const measures = inAuthorsOrder(figure, figure.measures)
  const single = codesOf(figure, figure.rows).length === figure.rows.length
  return (series, measure) => {
    if (measure !== null) return ECONOMY_TOKENS[measures.indexOf(measure)] ?? 'context'
    const token = tokens.get(series) ?? 'context'
    return single && token.startsWith('economy-') ? 'economy-1' : token
  }
}

/** A track for each series and measure, in the figure's order, in time order within. */
function tracksOf(drawing: Drawing, rows: readonly Row[], severalSeries: boolean): Track[] {
  const { figure, words, view } = drawing
  const order = severalSeries ? codesOf(figure, figure.rows) : inAuthorsOrder(figure, figure.measures)
  const groups = [...Map.groupBy(rows, (row) => (severalSeries ? row.series : row.measure))].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  const strong = emphasised(figure, [...new Set(drawing.rows.map((row) => row.series))], view)
  const colour = colourOf(drawing)
  return groups.map(([code, own]) => {
    const sorted = own.toSorted((a, b) => momentOf(a.time, false).at - momentOf(b.time, false).at)
    const series = sorted[0]?.series ?? ''
    const measure = figure.measures[code]
    const byMeasure = !severalSeries && measure !== undefined && Object.keys(figure.measures).length > 1
    return {
      name: byMeasure ? inLanguage(measure, words.code) : (isNarrow(drawing) ? shortName : nameOf)(figure, series, words),
      rows: sorted, strong: strong.includes(series), last: sorted.findLast((row) => row.value !== null) ?? null,
      token: colour(series, byMeasure ? code : null),
    }
  })
}

/** The panels of a drawing, in the figure's order. */
export function panelsOf(drawing: Drawing): Panel[] {
  const { figure, rows, words } = drawing
  const severalSeries = new Set(rows.map((row) => row.series)).size > 1
  const measures = Map.groupBy(rows, (row) => row.measure)
  if (!severalSeries || measures.size === 1) return [{ title: '', tracks: tracksOf(drawing, rows, severalSeries) }]
  const order = inAuthorsOrder(figure, figure.measures)
  return [...measures].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)).map(([code, own]) => {
    const measure = figure.measures[code]
    return { title: measure ? inLanguage(measure, words.code) : code, tracks: tracksOf(drawing, own, true) }
  })
}
