/** Ranking: the values of one year in order, the year said. Totals stand apart in words, and what has no value is named. */
import { max, min } from 'd3'
import type { Row } from '../../../data/model/figure.ts'
import type { Token } from '../../look/tokens.ts'
import { unitWords } from '../../words/number.ts'
import { fill } from '../../words/words.ts'
import { bar, rect } from '../bar.ts'
import { tokensOf } from '../colour.ts'
import type { ChartType, Drawing, Plot } from '../drawing.ts'
import { datum, FONTS, line, lines, text } from '../mark.ts'
import { breakLines, textWidth } from '../measure.ts'
import { apartOf, itemOf, momentOf, spoken, type Moment } from '../moment.ts'
import { byMeasure, describeByMeasure } from '../parts.ts'
import { detailOf, isMarked, labelOf, nameOf, phrasedName, shortName, statusNote, valueOf } from '../say.ts'
import { linear, type Scale } from '../scale.ts'
import type { Mark } from '../scene.ts'
import { referenceOf } from '../select.ts'
import { inAuthorsOrder, inLanguage } from '../../../data/model/figure.ts'

const THICK = 14
const LEADING = 15

type Layout = { readonly x: Scale; readonly column: number }
type Named = { readonly row: Row; readonly name: readonly string[]; readonly detail: readonly string[] }

/** The name beside a bar, short where the long one would not stand on one line, and what it is part of. */
function namedOf({ figure, words }: Drawing, row: Row, room: number): Named {
  const full = phrasedName(figure, row.series, words)
  const name = textWidth(full, FONTS.label) <= room ? full : shortName(figure, row.series, words)
  return {
    row, name: breakLines(name, FONTS.label, room),
    detail: breakLines(detailOf(figure, row.series, words), FONTS.detail, room).filter(Boolean),
  }
}

/** Names at the left, as wide as they are and at most two fifths; at the right room for the widest value. */
function layoutOf(drawing: Drawing, ranked: readonly Row[]): Layout {
  const { width, figure, words } = drawing
  const room = max(ranked, (row) => textWidth(valueOf(figure, row, words), FONTS.strong)) ?? 0
  const widest = max(ranked, (row) => textWidth(nameOf(figure, row.series, words), FONTS.label)) ?? 0
  const column = Math.min(widest + 14, width * 0.4)
  const [low, high] = [Math.min(0, min(ranked, (row) => Number(row.value)) ?? 0), max(ranked, (row) => Number(row.upper ?? row.value)) ?? 0]
  const end = Math.max(column + 24, width - room - 14)
  return { column, x: linear([low, Math.max(0, high) || (low < 0 ? 0 : 1)], [column, end]) }
}

/** A bar from zero either way; hatched where the value is provisional or has been replaced. */
function barMarks(x: Scale, row: Row, y: number, token: Token): Mark[] {
  const value = Number(row.value)
  const [from, to] = [Math.min(x(0), x(value)), Math.max(x(0), x(value))]
  if (value < 0 || isMarked(row)) return [rect(from, to, y, THICK, token, isMarked(row) ? 'hatch' : undefined)]
  return row.qualifier === 'exact' ? [rect(from, to, y, THICK, token)] : bar(x, row, y, THICK, token)
}

const endOf = (marks: readonly Mark[]): number => Math.max(...marks.map((mark) => (mark.kind === 'rect' ? mark.x + mark.width : 0)))

function rowMarks(drawing: Drawing, { x, column }: Layout, { row, name, detail }: Named, token: Token, middle: number): Mark {
  const { figure, words, width } = drawing
  const label = valueOf(figure, row, words)
  const drawn = barMarks(x, row, middle - THICK / 2, token)
  const left = Math.min(Math.max(x(0), endOf(drawn)) + 8, width - textWidth(label, FONTS.strong))
  const first = middle + 4.5 - ((name.length + detail.length - 1) * LEADING) / 2
  return datum(referenceOf(row), `${nameOf(figure, row.series, words)}: ${labelOf(drawing, row)}`, [
    ...lines(column - 10, first, name, LEADING, { anchor: 'end' }),
    ...lines(column - 10, first + name.length * LEADING, detail, LEADING, { font: FONTS.detail, token: 'text', anchor: 'end' }),
    ...drawn,
    text(left, middle + 4.5, label, { font: FONTS.strong, halo: true }),
  ])
}

function headOf({ words, width }: Drawing, { year, ranked }: Moment): string[] {
  return ranked.length ? breakLines(fill(words.messages.ofYear, { time: words.date(String(year)) }), FONTS.detail, width) : []
}

const plotOne = (drawing: Drawing): Plot => {
  const { figure, words, width, view } = drawing
  const moment = momentOf(drawing)
  const layout = layoutOf(drawing, moment.ranked)
  const tokens = tokensOf(figure, inAuthorsOrder(figure, figure.names), view)
  const head = headOf(drawing, moment)
  const top = head.length * 17 + (head.length ? 8 : 0)
  const named = moment.ranked.map((row) => namedOf(drawing, row, layout.column - 12))
  const heights = named.map(({ name, detail }) => Math.max(26, (name.length + detail.length) * LEADING + 10))
  const middles = heights.map((height, i) => top + heights.slice(0, i).reduce((sum, one) => sum + one, 0) + height / 2)
  const bottom = top + heights.reduce((sum, one) => sum + one, 0)
  const said = [statusNote(moment.ranked, words, 'hatched'), ...apartOf(drawing, moment, 'notRanked')].filter(Boolean)
    .flatMap((sentence) => breakLines(sentence, FONTS.detail, width))
  const token = ({ row }: Named): Token => tokens.get(row.series) ?? 'context'
  return {
    height: bottom + said.length * 17 + 12,
    marks: [
      ...lines(0, 13, head, 17, { font: FONTS.detail, token: 'text' }),
      ...(named.length ? [line(layout.x(0), top, layout.x(0), bottom, 'ink')] : []),
      ...named.map((one, i) => rowMarks(drawing, layout, one, token(one), middles[i] ?? 0)),
      ...lines(0, bottom + 18, said, 17, { font: FONTS.detail, token: 'text' }),
    ],
    points: named.map(({ row }, i) => ({ row, x: layout.x(Number(row.value)), y: middles[i] ?? 0 })),
  }
}

/** "Ranking of …, % of GDP, 2024: Singapore 27.8%; …" and what stands apart. */
const describeOne = (drawing: Drawing): string => {
  const { figure, words, rows } = drawing
  if (!rows.length) return words.messages.emptySelection
  const moment = momentOf(drawing)
  const ranked = fill(words.messages.describeYear, {
    chart: words.messages['chart-ranking'], measure: inLanguage(figure.measure, words.code), unit: unitWords(words, figure.unit).printed,
    time: words.date(String(moment.year)), items: moment.ranked.map((row) => itemOf(drawing, row)).join(words.semicolon),
  })
  return spoken([moment.ranked.length ? ranked : '', ...apartOf(drawing, moment, 'notRanked')], drawing)
}

export const ranking: ChartType = { shapes: ['series'], needs: [], byYear: true, apart: ['measure'], plot: byMeasure(plotOne), describe: describeByMeasure(describeOne) }
