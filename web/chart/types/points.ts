/** Points: values over time that are never joined, each where its date puts it, with a bar as long as the period it speaks of. */
import { extent } from 'd3'
import { inLanguage, type Row } from '../../../data/model/figure.ts'
import { isApproximate } from '../../../data/model/time.ts'
import { ECONOMY_TOKENS, type Token } from '../../look/tokens.ts'
import { fill } from '../../words/words.ts'
import { tickRoom, valueAxis, yearAxis, type Frame } from '../axis.ts'
import { calendarAxis, isYearly, momentOf, type Moment } from '../calendar.ts'
import { emphasised, tokensOf } from '../colour.ts'
import { describeSeries } from '../describe.ts'
import type { ChartType, Drawing, Plot } from '../drawing.ts'
import { endGap, endLabels } from '../ends.ts'
import { datum, FONTS, line, lines, text } from '../mark.ts'
import { breakLines, textWidth } from '../measure.ts'
import { placeFree, roomsOf, type Room } from '../room.ts'
import { bareValue, nameOf, readingOf, shortName, statusOf, valueOf } from '../say.ts'
import { linear, type Scale, type Span } from '../scale.ts'
import { referenceOf } from '../select.ts'
import { px, type Mark, type TextMark } from '../scene.ts'

/** What has one colour and one name: a series, or one measure of it. */
type Track = { readonly name: string; readonly rows: readonly Row[]; readonly strong: boolean; readonly token: Token; readonly last: Row | null }
/** One frame: all tracks, or those of one measure where both series and measures are several. */
type Panel = { readonly title: string; readonly tracks: readonly Track[] }
type Scales = { readonly x: Scale; readonly y: Scale; readonly span: Span; readonly yearly: boolean; readonly frame: Frame }
/** What all panels share: where times are, how far times and values reach, room for the names at the right. */
type Ground = { readonly yearly: boolean; readonly times: Span; readonly values: Span; readonly names: number; readonly left: number }

/** Beyond so many observations only the last of each track is told in figures. */
const MANY = 40
const TICKS = 5

const momentIn = (yearly: boolean) => (row: Row): Moment => momentOf(row.time, yearly)

const isHollow = (row: Row): boolean => row.status !== 'final' || !['exact', 'only'].includes(row.qualifier)

/** A track for each series and measure, in the figure's order, in time order within. */
function tracksOf(drawing: Drawing, rows: readonly Row[], severalSeries: boolean): Track[] {
  const { figure, words, view, width } = drawing
  const groups = Map.groupBy(rows, (row) => (severalSeries ? row.series : row.measure))
  const codes = [...new Set(drawing.rows.map((row) => row.series))]
  const tokens = tokensOf(figure, codes, view)
  const strong = emphasised(figure, codes, view)
  const measures = Object.keys(figure.measures)
  return [...groups].map(([code, own]) => {
    const sorted = own.toSorted((a, b) => momentOf(a.time, false).at - momentOf(b.time, false).at)
    const series = sorted[0]?.series ?? ''
    const measure = figure.measures[code]
    const byMeasure = !severalSeries && measure !== undefined && measures.length > 1
    return {
      name: byMeasure ? inLanguage(measure, words.code) : (width < 480 ? shortName : nameOf)(figure, series, words),
      rows: sorted, strong: strong.includes(series), last: sorted.findLast((row) => row.value !== null) ?? null,
      token: byMeasure ? ECONOMY_TOKENS[measures.indexOf(code)] ?? 'context' : tokens.get(series) ?? 'context',
    }
  })
}

function panelsOf(drawing: Drawing): Panel[] {
  const { figure, rows, words } = drawing
  const severalSeries = new Set(rows.map((row) => row.series)).size > 1
  const measures = Map.groupBy(rows, (row) => row.measure)
  if (!severalSeries || measures.size === 1) return [{ title: '', tracks: tracksOf(drawing, rows, severalSeries) }]
  return [...measures].map(([code, own]) => {
    const measure = figure.measures[code]
    return { title: measure ? inLanguage(measure, words.code) : code, tracks: tracksOf(drawing, own, true) }
  })
}

const fontOf = ({ strong }: Pick<Track, 'strong'>) => ({ ...(strong ? FONTS.strong : FONTS.label), size: strong ? 12.5 : 12 })

/** A track's name with its last value, and the year where others go on. */
function saidOf(drawing: Drawing, ground: Pick<Ground, 'times'>, track: Track): string[] {
  const { figure, words, width } = drawing
  if (!track.last) return []
  const year = Math.floor(momentOf(track.last.time, false).at)
  const when = year < Math.floor(ground.times[1] - 1e-6) ? ` (${year})` : ''
  return breakLines(`${track.name} ${bareValue(figure, track.last, words)}${when}`, fontOf(track), width * (width < 480 ? 0.38 : 0.34) - 14)
}

function groundOf(drawing: Drawing, panels: readonly Panel[]): Ground {
  const { rows, words, figure } = drawing
  const yearly = isYearly(rows.map((row) => row.time))
  const moments = rows.map(momentIn(yearly))
  const [first = 0] = extent(moments, ({ from }) => from)
  const [, last = first] = extent(moments, ({ to }) => to)
  const [low = 0, high = 0] = extent(rows, (row) => Number(row.value ?? 0))
  const times: Span = yearly ? [first, last] : [Math.floor(first), Math.ceil(last)]
  const said = panels.flatMap(({ tracks }) => tracks.flatMap((track) => saidOf(drawing, { times }, track).map((part) => textWidth(part, fontOf(track)))))
  const values: Span = [Math.min(0, low), Math.max(0, high) || (low < 0 ? 0 : 1)]
  const left = tickRoom(linear(values, [1, 0], TICKS), words, figure.unit, TICKS)
  return { yearly, times, values, names: Math.max(0, ...said) + 18, left }
}

function scalesOf(drawing: Drawing, ground: Ground, top: number, height: number): Scales {
  const { yearly, times: [first, last], values } = ground
  const frame: Frame = { left: 0, top: top + 18, right: drawing.width - ground.names, bottom: top + height - 30 }
  const inner = yearly ? 10 : 2
  const x = linear([first, yearly ? Math.max(last, first + 1) : last], [ground.left + inner, frame.right - inner])
  return { frame, yearly, span: [first, last], x, y: linear(values, [frame.bottom, frame.top], TICKS) }
}

type Spot = { readonly row: Row; readonly x: number; readonly y: number; readonly from: number; readonly to: number; readonly track: Track; readonly r: number }

const spotsOf = ({ x, y, yearly }: Scales, { tracks }: Panel): Spot[] => tracks.flatMap((track) => track.rows.map((row) => {
  const { from, at, to } = momentOf(row.time, yearly)
  return { row, x: x(at), y: y(Number(row.value ?? 0)), from: x(from), to: x(to), track, r: track.strong ? 4 : 3 }
}))

/** Whether a period is long enough to be seen beside its point. */
const hasBar = ({ from, to, r }: Spot): boolean => to - from > 2 * r + 4

function spotMarks(spot: Spot, zero: number): Mark[] {
  const { row, x, y, from, to, r, track } = spot
  if (row.value === null) return [line(x - 3, zero - 4, x + 3, zero - 4, 'text')]
  const token = track.strong ? track.token : 'ghost'
  const bar: Mark[] = hasBar(spot)
    ? [{ kind: 'rect', x: px(from + 1), y: px(y - 1.5), width: px(to - from - 2), height: 3, fill: { token } }] : []
  const around = isApproximate(row.time) ? [line(x - r - 7, y, x + r + 7, y, token, 1.5, '1.5 2.5')] : []
  return [...bar, ...around, isHollow(row)
    ? { kind: 'circle', x: px(x), y: px(y), r, fill: 'ground', stroke: token, width: 1.75 } : { kind: 'circle', x: px(x), y: px(y), r, fill: token }]
}

const roomOfSpot = (spot: Spot): Room => {
  const [left, right] = hasBar(spot) ? [spot.from, spot.to] : [spot.x - spot.r, spot.x + spot.r]
  return { left, right, top: spot.y - spot.r - 1, bottom: spot.y + spot.r + 1 }
}

/** Values beside their points, where there is room; what a track's name says already is left out, a qualified value comes first. */
function valueLabels(drawing: Drawing, spots: readonly Spot[], taken: readonly Room[], frame: Frame): TextMark[] {
  const told = spots.filter(({ row, track }) => row.value !== null && track.strong && row !== track.last)
  if (spots.length > MANY) return []
  const places = told.toSorted((a, b) => Number(isHollow(b.row)) - Number(isHollow(a.row))).map(({ row, x, y, r, track }) => {
    const words = bareValue(drawing.figure, row, drawing.words)
    const options = { font: FONTS.axis, token: track.token, halo: true } as const
    return [
      text(x, y - r - 5, words, { ...options, anchor: 'middle' }), text(x, y + r + 13, words, { ...options, anchor: 'middle' }),
      text(x + r + 4, y + 4, words, options), text(x - r - 4, y + 4, words, { ...options, anchor: 'end' }),
    ]
  })
  const room: Room = { left: frame.left, right: frame.right + 8, top: frame.top - 18, bottom: frame.bottom - 1 }
  return placeFree(places, [...taken, ...spots.filter(({ row }) => row.value !== null).map(roomOfSpot)], room)
}

/** The marks of rows that share a reference (two publications of one value) stand in one group. */
function spotGroups(drawing: Drawing, spots: readonly Spot[], zero: number): Mark[] {
  const ordered = [...spots.filter(({ track }) => !track.strong), ...spots.filter(({ track }) => track.strong)]
  return [...Map.groupBy(ordered, ({ row }) => referenceOf(row))].map(([reference, own]) =>
    datum(reference, own.map(({ row }) => readingOf(drawing.figure, row, drawing.words)).join(drawing.words.semicolon), own.flatMap((spot) => spotMarks(spot, zero))))
}

function panelMarks(drawing: Drawing, ground: Ground, panel: Panel, scales: Scales): Mark[] {
  const { x, y, frame, span, yearly } = scales
  const axis = valueAxis(y, frame, drawing.words, drawing.figure.unit, TICKS)
  const spots = spotsOf(scales, panel)
  const said = panel.tracks.map((track) => saidOf(drawing, ground, track))
  const ends = panel.tracks.flatMap((track, i) => {
    const spot = spots.find(({ row }) => row === track.last)
    return spot ? [{ x: Math.max(spot.x, hasBar(spot) ? spot.to - 2 : 0), y: spot.y, said: said[i] ?? [], font: fontOf(track), token: track.strong ? track.token : 'context' as const }] : []
  })
  return [
    ...axis, ...(yearly ? yearAxis(x, span, frame) : calendarAxis(x, span, frame)),
    ...endLabels(ends, endGap([[], ...said]), frame, '1 3'), ...spotGroups(drawing, spots, y(0)),
    ...valueLabels(drawing, spots, roomsOf(axis), frame),
  ]
}

/** What is told in words below: hollow points, bars, approximate dates, and what has no value at all. */
function notesOf(drawing: Drawing, panels: readonly Panel[], yearly: boolean): string[] {
  const { rows, words, width } = drawing
  const { messages } = words
  const drawn = rows.filter((row) => row.value !== null)
  const statuses = drawn.filter((row) => row.status !== 'final').map((row) => statusOf(row, words))
  const rounded = drawn.some((row) => !['exact', 'only'].includes(row.qualifier)) ? [messages.roundedOrBounded] : []
  const hollow = [...new Set([...statuses, ...rounded])]
  const lacking = panels.flatMap(({ tracks }) => tracks.filter(({ last }) => !last).map(({ name }) => name))
  return [
    ...(panels.length > 1 ? [messages.sharedScale] : []),
    ...(!yearly && drawn.some((row) => !/^\d{4}-\d\d-\d\d~?$/.test(row.time)) ? [messages.barPeriod] : []),
    ...(drawn.some((row) => isApproximate(row.time)) ? [messages.approximateDate] : []),
    ...(hollow.length ? [fill(messages.hollow, { statuses: words.list(hollow) })] : []),
    ...(lacking.length ? [fill(messages.withoutValues, { names: words.list(lacking) })] : []),
  ].flatMap((sentence) => breakLines(sentence, FONTS.detail, width))
}

const plot = (drawing: Drawing): Plot => {
  const panels = panelsOf(drawing)
  const ground = groundOf(drawing, panels)
  const isNarrow = drawing.width < 480
  const marks: Mark[] = []
  const spots: Spot[] = []
  let top = 0
  for (const panel of panels) {
    const title = panel.title ? breakLines(panel.title, FONTS.strong, drawing.width) : []
    marks.push(...lines(0, top + 14, title, 17, { font: FONTS.strong }))
    top += title.length * 17 + (title.length ? 12 : 0)
    const needed = panel.tracks.length * endGap([[], ...panel.tracks.map((track) => saidOf(drawing, ground, track))]) + 36
    const height = Math.max(panels.length > 1 ? 230 : isNarrow ? 320 : 380, needed)
    const scales = scalesOf(drawing, ground, top, height)
    marks.push(...panelMarks(drawing, ground, panel, scales))
    spots.push(...spotsOf(scales, panel))
    top += height + 14
  }
  const notes = notesOf(drawing, panels, ground.yearly)
  marks.push(...lines(0, top + 8, notes, 17, { font: FONTS.detail, token: 'text' }))
  return { height: top + notes.length * 17, marks, points: spots.filter(({ row }) => row.value !== null).map(({ row, x, y }) => ({ row, x, y })) }
}

/** Every value with its date, track by track; many of them are told as lines are. */
function describe(drawing: Drawing): string {
  const { figure, rows, words } = drawing
  if (!rows.length || rows.length > MANY) return describeSeries(drawing, 'chart-points')
  const panels = panelsOf(drawing)
  const items = panels.flatMap(({ title, tracks }) => tracks.map(({ name, rows: own }) =>
    (title ? title + words.comma : '') + name + words.messages.colon
      + words.list(own.map((row) => `${valueOf(figure, row, words, 'sentence')} (${words.date(row.time)})`))))
  return fill(words.messages.describePoints, { items: items.join(words.semicolon) })
}

export const points: ChartType = { shapes: ['series'], needs: [], plot, describe }
