/** Points: values over time that are never joined, each where its date puts it, with a bar as long as the period it speaks of. */
import { extent } from 'd3'
import type { Row } from '../../../data/model/figure.ts'
import { isApproximate, spanOf, yearOf } from '../../../data/model/time.ts'
import { fill } from '../../words/words.ts'
import { tickRoom, valueAxis, yearAxis, type Frame } from '../axis.ts'
import { calendarAxis, isYearly, momentOf, namedAxis, namedHeight, namedTimes, type Moment, type NamedTime } from '../calendar.ts'
import { describeSeries } from '../describe.ts'
import type { ChartType, Drawing, Plot } from '../drawing.ts'
import { endGap, endLabels } from '../ends.ts'
import { datum, FONTS, line, lines, text } from '../mark.ts'
import { breakLines, textWidth } from '../measure.ts'
import { placeFree, roomsOf, type Room } from '../room.ts'
import { bareValue, readingOf, statusOf, valueOf } from '../say.ts'
import { linear, type Scale, type Span } from '../scale.ts'
import { referenceOf } from '../select.ts'
import { px, type Mark, type TextMark } from '../scene.ts'
import { isNarrow, NARROW, panelsOf, type Panel, type Track } from '../track.ts'

type Scales = { readonly x: Scale; readonly y: Scale; readonly span: Span; readonly yearly: boolean; readonly frame: Frame }
/** What all panels share. */
type Ground = {
  readonly yearly: boolean
  /** Whether every track is a single observation. */
  readonly solo: boolean
  readonly newest: number
  /** How far times and values reach. */
  readonly times: Span
  readonly values: Span
  readonly ticks: number
  /** Room for the names at the right and for the axis' numbers at the left. */
  readonly names: number
  readonly left: number
  /** The times themselves, where they name the axis. */
  readonly named: readonly NamedTime[] | null
}

/** Beyond so many observations only the last of each track is told in figures. */
const MANY = 40
/** How far two points stand apart that would hide one another. */
const ASIDE = 8
/** The most that counts as within a year, in years: a leap year's days are shorter parts of theirs. */
const YEAR = 1.01

const momentIn = (yearly: boolean) => (row: Row): Moment => momentOf(row.time, yearly)

const lastYear = (time: string): number => Number(spanOf(time)?.end.slice(0, 4) ?? yearOf(time))

const isHollow = (row: Row): boolean => row.status !== 'final' || !['exact', 'only'].includes(row.qualifier)

const fontOf = ({ strong }: Pick<Track, 'strong'>) => ({ ...(strong ? FONTS.strong : FONTS.label), size: strong ? 12.5 : 12 })

/** A track's name with its last value, and the year where others go on. */
function saidOf(drawing: Drawing, ground: Pick<Ground, 'newest' | 'solo'>, track: Track): string[] {
  const { figure, words, width } = drawing
  if (!track.last) return []
  const year = lastYear(track.last.time)
  const when = !ground.solo && year < ground.newest ? ` (${year})` : ''
  return breakLines(`${track.name} ${bareValue(figure, track.last, words)}${when}`, fontOf(track), width * (isNarrow(drawing) ? 0.38 : 0.34) - 14)
}

function groundOf(drawing: Drawing, panels: readonly Panel[]): Ground {
  const { rows, words, figure } = drawing
  const yearly = isYearly(rows.map((row) => row.time))
  const moments = rows.map(momentIn(yearly))
  const [first = 0] = extent(moments, ({ from }) => from)
  const [, last = first] = extent(moments, ({ to }) => to)
  const [low = 0, high = 0] = extent(rows, (row) => Number(row.value ?? 0))
  const newest = Math.max(...rows.map((row) => lastYear(row.time)))
  const solo = panels.every(({ tracks }) => tracks.every((track) => track.rows.length === 1))
  const said = panels.flatMap(({ tracks }) => tracks.flatMap((track) => saidOf(drawing, { newest, solo }, track).map((part) => textWidth(part, fontOf(track)))))
  const values: Span = [Math.min(0, low), Math.max(0, high) || (low < 0 ? 0 : 1)]
  const ticks = panels.length > 1 ? 3 : 5
  const left = tickRoom(linear(values, [1, 0], ticks), words, figure.unit, ticks)
  const base = { yearly, solo, newest, values, ticks, names: Math.max(0, ...said) + 18, left, times: [first, last] as const, named: null }
  if (yearly) return base
  // within a year the times themselves are named if they fit, else and beyond it the years
  const { x, frame } = scalesOf(drawing, base, 0, 0)
  const named = last - first > YEAR ? null : namedTimes(x, rows.map((row) => row.time), frame, words)
  return named ? { ...base, named } : { ...base, times: [Math.floor(first), Math.ceil(last)] }
}

function scalesOf(drawing: Drawing, ground: Ground, top: number, height: number): Scales {
  const { yearly, times: [first, last], values } = ground
  const frame: Frame = { left: 0, top: top + 18, right: drawing.width - ground.names, bottom: top + height - 30 - (ground.named ? namedHeight(ground.named) : 0) }
  const inner = yearly ? 10 : 2
  const x = linear([first, yearly ? Math.max(last, first + 1) : last], [ground.left + inner, frame.right - inner])
  return { frame, yearly, span: [first, last], x, y: linear(values, [frame.bottom, frame.top], ground.ticks) }
}

type Spot = { readonly row: Row; readonly x: number; readonly y: number; readonly from: number; readonly to: number; readonly track: Track; readonly r: number }

function spotsOf({ x, y, yearly }: Scales, { tracks }: Panel): Spot[] {
  const spots = tracks.flatMap((track) => track.rows.map((row): Spot => {
    const { from, at, to } = momentOf(row.time, yearly)
    return { row, x: x(at), y: y(Number(row.value ?? 0)), from: x(from), to: x(to), track, r: track.strong ? 4 : 3 }
  }))
  return yearly && x(1) - x(0) >= ASIDE * 1.5 ? sideBySide(spots) : spots
}

/** Pairs of points of one year that would hide one another stand beside each other; more than two would wander off their year. */
function sideBySide(spots: readonly Spot[]): Spot[] {
  return spots.map((spot) => {
    const hidden = spots.filter((other) => isShown(other) && other.x === spot.x && Math.abs(other.y - spot.y) < ASIDE)
    const [first, second] = hidden
    if (!isShown(spot) || hidden.length !== 2 || !first || !second) return spot
    return { ...spot, x: spot.x + (spot === first ? -ASIDE / 2 : ASIDE / 2) }
  })
}

const isShown = ({ row, track }: Spot): boolean => row.value !== null && track.strong

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

/** The room of a point with what is beside it, and so much more that no label seems to belong to a neighbour. */
const roomOfSpot = (spot: Spot): Room => {
  const half = spot.r + (isApproximate(spot.row.time) ? 8 : 4)
  const [left, right] = hasBar(spot) ? [spot.from, spot.to] : [spot.x - half, spot.x + half]
  return { left, right, top: spot.y - spot.r - 1, bottom: spot.y + spot.r + 1 }
}

/** Values beside their points, where there is room; what a track's name says already is left out, a qualified value comes first. */
function valueLabels(drawing: Drawing, spots: readonly Spot[], taken: readonly Room[], frame: Frame): TextMark[] {
  const told = spots.filter((spot) => isShown(spot) && spot.row !== spot.track.last)
  if (spots.length > MANY) return []
  const places = told.toSorted((a, b) => Number(isHollow(b.row)) - Number(isHollow(a.row))).map(({ row, x, y, r, track }) => {
    const words = bareValue(drawing.figure, row, drawing.words)
    const options = { font: FONTS.axis, token: track.token, halo: true } as const
    const aside = isApproximate(row.time) ? 9 : 5
    return [
      text(x, y - r - 5, words, { ...options, anchor: 'middle' }), text(x, y + r + 13, words, { ...options, anchor: 'middle' }),
      text(x + r + aside, y + 4, words, options), text(x - r - aside, y + 4, words, { ...options, anchor: 'end' }),
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

function timeAxis({ named, yearly }: Ground, { x, span, frame }: Scales): Mark[] {
  if (yearly) return yearAxis(x, span, frame)
  return named ? namedAxis(named, frame) : calendarAxis(x, span, frame)
}

function panelMarks(drawing: Drawing, ground: Ground, panel: Panel, scales: Scales): Mark[] {
  const { y, frame } = scales
  const axis = valueAxis(y, frame, drawing.words, drawing.figure.unit, ground.ticks)
  const spots = spotsOf(scales, panel)
  const said = panel.tracks.map((track) => saidOf(drawing, ground, track))
  const ends = panel.tracks.flatMap((track, i) => {
    const spot = spots.find(({ row }) => row === track.last)
    return spot ? [{ x: Math.max(spot.x, hasBar(spot) ? spot.to - 2 : 0), y: spot.y, said: said[i] ?? [], font: fontOf(track), token: track.strong ? track.token : 'context' as const }] : []
  })
  return [
    ...axis, ...timeAxis(ground, scales),
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
  const marks: Mark[] = []
  const spots: Spot[] = []
  let top = 0
  for (const panel of panels) {
    const title = panel.title ? breakLines(panel.title, FONTS.strong, drawing.width) : []
    marks.push(...lines(0, top + 14, title, 17, { font: FONTS.strong }))
    top += title.length * 17 + (title.length ? 12 : 0)
    const needed = panel.tracks.length * endGap([[], ...panel.tracks.map((track) => saidOf(drawing, ground, track))]) + 36
    const height = Math.max(panels.length > 1 ? (drawing.low ? 130 : 230) : drawing.low ? 220 : isNarrow(drawing) ? 320 : 380, needed)
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
  const panels = panelsOf({ ...drawing, width: NARROW })
  const items = panels.flatMap(({ title, tracks }) => tracks.map(({ name, rows: own }) =>
    (title ? title + words.comma : '') + name + words.messages.colon
      + words.list(own.map((row) => `${valueOf(figure, row, words, 'sentence')} (${words.date(row.time)})`))))
  return fill(words.messages.describePoints, { items: items.join(words.semicolon) })
}

export const points: ChartType = { shapes: ['series'], needs: [], apart: ['measure'], plot, describe }
