/** Lines: values over time, joined where the figure declares them comparable, each line named at its end. */
import { extent, group, line as curve, scaleLinear, type ScaleLinear } from 'd3'
import type { Row } from '../../../data/model/figure.ts'
import { yearOf } from '../../../data/model/time.ts'
import type { Token } from '../../look/tokens.ts'
import { valueAxis, yearAxis, type Frame } from '../axis.ts'
import { emphasised, tokensOf } from '../colour.ts'
import { describeSeries } from '../describe.ts'
import type { ChartType, Drawing, Plot } from '../drawing.ts'
import { datum, FONTS, line, text } from '../mark.ts'
import { spread, textWidth } from '../measure.ts'
import { bareValue, nameOf, shortName, valueOf } from '../say.ts'
import { px, type Font, type Mark } from '../scene.ts'

type Scale = ScaleLinear<number, number>
/** One series: its rows in time order, whether it is in colour, and the words at its end. */
type Series = { code: string; rows: Row[]; strong: boolean; token: Token; last: Row | undefined; label: string }
type Scales = { x: Scale; y: Scale; frame: Frame }

const byTime = (a: Row, b: Row): number => yearOf(a.time) - yearOf(b.time)
const number = (row: Row): number => Number(row.value)
const fontOf = (series: Series): Font => ({ ...(series.strong ? FONTS.strong : FONTS.label), size: 12.5 })

function seriesOf(drawing: Drawing): Series[] {
  const { figure, rows, words, view, width } = drawing
  const groups = group(rows, (row) => row.series)
  const codes = [...groups.keys()]
  const tokens = tokensOf(figure, codes, view)
  const strong = emphasised(figure, codes, view)
  return codes.map((code) => {
    const own = [...(groups.get(code) ?? [])].sort(byTime)
    const last = own.findLast((row) => row.value !== null)
    const name = width < 480 ? shortName(figure, code, words) : nameOf(figure, code, words)
    const value = last ? ` ${bareValue(figure, last, words)}` : ''
    return { code, rows: own, strong: strong.includes(code), token: tokens.get(code) ?? 'context', last, label: name + value }
  })
}

function scalesOf(drawing: Drawing, series: readonly Series[]): Scales {
  const { rows, width } = drawing
  const labels = Math.max(...series.map((one) => textWidth(one.label, fontOf(one)))) + 18
  const height = Math.max(width < 480 ? 320 : 400, series.length * 17 + 20)
  const frame: Frame = { left: 0, top: 18, right: Math.max(width * 0.4, width - labels), bottom: height - 30 }
  const [first = 2000, last = first] = extent(rows, (row) => yearOf(row.time))
  const values = rows.filter((row) => row.value !== null).map(number)
  const [low = 0, high = 0] = extent([0, ...values])
  const x = scaleLinear([first, Math.max(last, first + 1)], [frame.left + 2, frame.right - 6])
  return { frame, x, y: scaleLinear([low, high === low ? low + 1 : high], [frame.bottom, frame.top]).nice(5) }
}

/** Whether the figure declares that this series' observations may be joined. */
const mayJoin = ({ figure }: Drawing, code: string): boolean =>
  figure.comparability.some((one) => one.allows.includes('join') && (one.of === null || one.of.includes(code)))

function marksOf(drawing: Drawing, { x, y }: Scales, series: Series): Mark {
  const path = curve<Row>().defined((row) => row.value !== null).x((row) => px(x(yearOf(row.time)))).y((row) => px(y(number(row)))).digits(2)
  const joined = mayJoin(drawing, series.code) ? path(series.rows) : null
  const token = series.strong ? series.token : 'ghost'
  const dot = series.last
    ? [{ kind: 'circle', x: px(x(yearOf(series.last.time))), y: px(y(number(series.last))), r: series.strong ? 3.5 : 2, fill: token } as const]
    : []
  const line: Mark[] = joined ? [{ kind: 'path', d: joined, stroke: token, width: series.strong ? 2.25 : 1.25 }] : []
  return datum(series.code, labelOf(drawing, series), [...line, ...dot])
}

const labelOf = ({ figure, words }: Drawing, { code, last }: Series): string =>
  `${nameOf(figure, code, words)}${last ? `, ${valueOf(figure, last, words)} (${last.time})` : ''}`

/** Names at the ends, moved apart where they would touch, with a hair line to their point where they had to move. */
function endLabels({ x, y, frame }: Scales, series: readonly Series[]): Mark[] {
  const named = series.filter((one) => one.last !== undefined)
  const wishes = named.map((one) => (one.last ? y(number(one.last)) : 0))
  const places = spread(wishes, 16, frame.top - 8, frame.bottom + 8)
  return named.flatMap((one, i) => {
    const [wish = 0, place = 0] = [wishes[i], places[i]]
    const from = one.last ? x(yearOf(one.last.time)) + 5 : frame.right
    const leader = Math.abs(wish - place) > 3 || from < frame.right - 4 ? [line(from, wish, frame.right + 8, place, 'ghost', 0.75)] : []
    return [...leader, text(frame.right + 12, place + 4, one.label, { font: fontOf(one), token: one.strong ? one.token : 'context' })]
  })
}

const plot = (drawing: Drawing): Plot => {
  const series = seriesOf(drawing)
  const scales = scalesOf(drawing, series)
  const [first = 0, last = first] = extent(drawing.rows, (row) => yearOf(row.time))
  const drawn = [...series.filter((one) => !one.strong), ...series.filter((one) => one.strong)]
  return {
    height: scales.frame.bottom + 30,
    marks: [
      ...valueAxis(scales.y, scales.frame, drawing.words, drawing.figure.unit, 5),
      ...yearAxis(scales.x, [first, last], scales.frame),
      ...drawn.map((one) => marksOf(drawing, scales, one)),
      ...endLabels(scales, series),
    ],
  }
}

export const lines: ChartType = { shapes: ['series'], needs: ['join'], plot, describe: (drawing) => describeSeries(drawing, 'chart-lines') }
