/** Lines: values over time, joined where the figure declares them comparable, each line named at its end. */
import type { Row } from '../../../data/model/figure.ts'
import { yearOf } from '../../../data/model/time.ts'
import type { Token } from '../../look/tokens.ts'
import { valueAxis, yearAxis, type Frame } from '../axis.ts'
import { emphasised, tokensOf } from '../colour.ts'
import { describeSeries } from '../describe.ts'
import type { ChartType, Drawing, Plot } from '../drawing.ts'
import { endGap, endLabels } from '../ends.ts'
import { datum, FONTS, lines as textLines } from '../mark.ts'
import { breakLines, textWidth } from '../measure.ts'
import { bareValue, isMarked, madeNote, nameOf, shortName, statusNote, valueOf } from '../say.ts'
import { linear, type Scale } from '../scale.ts'
import { coordinate, px, type Font, type Mark } from '../scene.ts'

/** An observation as numbers: `value` is null where nothing was published. */
type Point = { readonly row: Row; readonly year: number; readonly value: number | null }
type Last = { readonly row: Row; readonly year: number; readonly value: number }
/** One series: its points in time order, whether it is in colour, and the words at its end. */
type Series = { code: string; points: Point[]; strong: boolean; token: Token; last: Last | null; said: string[] }
type Scales = { x: Scale; y: Scale; frame: Frame; span: readonly [number, number]; years: ReadonlyMap<number, number> }

const pointOf = (row: Row): Point => ({ row, year: yearOf(row.time), value: row.value === null ? null : Number(row.value) })

function lastOf(points: readonly Point[]): Last | null {
  const point = points.findLast(({ value }) => value !== null)
  return point && point.value !== null ? { ...point, value: point.value } : null
}

const fontOf = (strong: boolean): Font => ({ ...(strong ? FONTS.strong : FONTS.label), size: strong ? 12.5 : 12 })
/** Room at the left for the axis' numbers, so that no line runs through them. */
const GUTTER = 24
/** Up to so many points, each is drawn besides the line. */
const FEW = 3

/** Room that each label takes. */
const gapOf = (series: readonly Series[]): number => endGap(series.map(({ said }) => said))

/** How far times and values reach; values always to zero. */
type Reach = { readonly first: number; readonly last: number; readonly low: number; readonly high: number }

function reachOf(rows: readonly Row[]): Reach {
  let [first, last, low, high] = [Infinity, -Infinity, 0, 0]
  for (const row of rows) {
    const year = yearOf(row.time)
    if (year < first) first = year
    if (year > last) last = year
    const value = Number(row.value ?? 0)
    if (value < low) low = value
    if (value > high) high = value
  }
  return { first, last, low, high }
}

function seriesOf(drawing: Drawing, reach: Reach): Series[] {
  const { figure, rows, words, view, width } = drawing
  const groups = Map.groupBy(rows, (row) => row.series)
  const codes = [...groups.keys()]
  const tokens = tokensOf(figure, codes, view)
  const strong = emphasised(figure, codes, view)
  return codes.map((code) => {
    const points = (groups.get(code) ?? []).map(pointOf).sort((a, b) => a.year - b.year)
    const last = lastOf(points)
    const name = width < 480 ? shortName(figure, code, words) : nameOf(figure, code, words)
    const when = last && last.year < reach.last ? ` (${last.year})` : ''
    const label = name + (last ? ` ${bareValue(figure, last.row, words)}${when}` : '')
    const isStrong = strong.includes(code)
    // a long name takes several lines rather than more than half of the picture
    return { code, points, strong: isStrong, token: tokens.get(code) ?? 'context', last, said: breakLines(label, fontOf(isStrong), width * 0.55 - 14) }
  })
}

function scalesOf(drawing: Drawing, series: readonly Series[], reach: Reach): Scales {
  const { width } = drawing
  const points = series.flatMap((one) => one.points)
  const labels = Math.max(...series.flatMap(({ said, strong }) => said.map((line) => textWidth(line, fontOf(strong))))) + (width < 480 ? 14 : 18)
  const height = Math.max(drawing.low ? 240 : width < 480 ? 320 : 400, series.length * gapOf(series) + 36)
  const frame: Frame = { left: 0, top: 18, right: width - labels, bottom: height - 30 }
  const { first, last, low, high } = reach
  const x = linear([first, Math.max(last, first + 1)], [frame.left + GUTTER, frame.right - 6])
  const years = new Map([...new Set(points.map((point) => point.year))].sort((a, b) => a - b).map((year, i) => [year, i]))
  return { frame, years, span: [first, last], x, y: linear([low, high === low ? low + 1 : high], [frame.bottom, frame.top], 5) }
}

/** Whether the figure declares that this series' observations may be joined. */
const mayJoin = ({ figure }: Drawing, code: string): boolean =>
  figure.comparability.some((one) => one.allows.includes('join') && (one.of === null || one.of.includes(code)))

/**
 * A straight line through every value; a missing one is a gap, and so is a year that other series have and this one has not.
 * Written out here, since this is the hottest loop of all.
 */
function pathOf({ x, y, years }: Scales, points: readonly Point[]): string {
  let path = ''
  let pen = 'M'
  let at = -1
  for (const { year, value } of points) {
    const index = years.get(year) ?? 0
    if (index !== at + 1) pen = 'M'
    at = index
    // h0: a value between two gaps is a dot, by the line's round end
    if (value !== null) path += `${pen}${coordinate(x(year))},${coordinate(y(value))}${pen === 'M' ? 'h0' : ''}`
    pen = value === null ? 'M' : 'L'
  }
  return path
}

function marksOf(drawing: Drawing, scales: Scales, series: Series): Mark {
  const { x, y } = scales
  const { last } = series
  const token = series.strong ? series.token : 'ghost'
  const dot = last ? [{ kind: 'circle', x: px(x(last.year)), y: px(y(last.value)), r: series.strong ? 3.5 : 2, fill: token } as const] : []
  const path: Mark[] = mayJoin(drawing, series.code)
    ? [{ kind: 'path', d: pathOf(scales, series.points), stroke: token, width: series.strong ? 2.25 : 1.25 }]
    : []
  return datum(series.code, labelOf(drawing, series), [...path, ...dot, ...pointsOf(drawing, scales, series, token)])
}

/** Points that a line would hide: all where they may not be joined or are few; hollow where the value's status is to be seen. */
function pointsOf(drawing: Drawing, { x, y }: Scales, { code, points }: Series, token: Token): Mark[] {
  const all = points.length <= FEW || !mayJoin(drawing, code)
  return points.flatMap(({ row, year, value }) => {
    if (value === null || !(all || isMarked(row))) return []
    const at = { kind: 'circle', x: px(x(year)), y: px(y(value)) } as const
    return [isMarked(row) ? { ...at, r: 3, fill: 'ground', stroke: token, width: 1.5 } as const : { ...at, r: 2.5, fill: token }]
  })
}

const labelOf = ({ figure, words }: Drawing, { code, last }: Series): string =>
  `${nameOf(figure, code, words)}${last ? `, ${valueOf(figure, last.row, words)} (${last.row.time})` : ''}`

/** Every series named at its last value. */
const namesAtEnds = ({ x, y, frame }: Scales, series: readonly Series[]): Mark[] =>
  endLabels(series.flatMap(({ last, said, strong, token }) => (last === null ? [] : [{
    x: x(last.year), y: y(last.value), said, font: fontOf(strong), token: strong ? token : 'context' as const,
  }])), gapOf(series), frame)

const plot = (drawing: Drawing): Plot => {
  const reach = reachOf(drawing.rows)
  const series = seriesOf(drawing, reach)
  const scales = scalesOf(drawing, series, reach)
  const drawn = [...series.filter((one) => !one.strong), ...series.filter((one) => one.strong)]
  const note = [statusNote(drawing.rows, drawing.words, 'hollow'), madeNote(drawing.figure, drawing.rows, drawing.words)].filter(Boolean)
    .flatMap((sentence) => breakLines(sentence, FONTS.detail, drawing.width))
  const bottom = scales.frame.bottom + 30
  return {
    height: bottom + note.length * 17 + (note.length ? 8 : 0),
    marks: [
      ...valueAxis(scales.y, scales.frame, drawing.words, drawing.figure.unit, 5),
      ...yearAxis(scales.x, scales.span, scales.frame),
      ...drawn.map((one) => marksOf(drawing, scales, one)),
      ...namesAtEnds(scales, series),
      ...textLines(0, bottom + 16, note, 17, { font: FONTS.detail, token: 'text' }),
    ],
    points: series.flatMap((one) => one.points.flatMap(({ row, year, value }) => (value === null ? [] : [{ row, x: scales.x(year), y: scales.y(value) }]))),
  }
}

export const lines: ChartType = { shapes: ['series'], needs: ['join'], byYear: true, plot, describe: (drawing) => describeSeries(drawing, 'chart-lines') }
