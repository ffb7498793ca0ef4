/** Vintages: every published number at the date it was published, a panel a series; numbers of one year are seen to change, none are joined. */
import { extent } from 'd3'
import { inAuthorsOrder, inLanguage, type Row } from '../../../data/model/figure.ts'
import { decimals, significantDigits } from '../../../data/model/quantity.ts'
import { inUnit } from '../../../data/model/unit.ts'
import type { Token } from '../../look/tokens.ts'
import { unitWords } from '../../words/number.ts'
import { fill } from '../../words/words.ts'
import { tickRoom, valueAxis, type Frame } from '../axis.ts'
import { callouts } from '../callout.ts'
import { calendarAxis, momentOf } from '../calendar.ts'
import { emphasised, tokensOf } from '../colour.ts'
import { namesOf } from '../describe.ts'
import type { ChartType, Drawing, Plot } from '../drawing.ts'
import { datum, FONTS, line, lines } from '../mark.ts'
import { breakLines, textWidth } from '../measure.ts'
import { roomsOf } from '../room.ts'
import { bareValue, detailOf, isMarked, measureAfter, nameOf, phrasedName, readingOf, statusNote, valueOf } from '../say.ts'
import { linear, type Scale } from '../scale.ts'
import { referenceOf } from '../select.ts'
import { coordinate, px, type Font, type Mark } from '../scene.ts'

/** One series, or one measure of it: its numbers in the order of their publication. */
type Panel = { readonly code: string; readonly title: readonly string[]; readonly detail: readonly string[]; readonly token: Token; readonly rows: readonly Row[] }
type Layout = { readonly width: number; readonly across: number; readonly head: number; readonly body: number; readonly years: readonly [number, number] }
type Spot = { readonly row: Row; readonly x: number; readonly y: number; readonly from: number; readonly to: number }

const SMALL: Font = { ...FONTS.axis, size: 11 }
const STRONG: Font = { ...SMALL, weight: 600 }
const GUTTER = 28
const TICKS = 4
/** Half the height of a mark, of the ring around a number of few digits, and how far a label stands from it. */
const [DOT, RING] = [3, 5.5]
/** How far an arrow ends from the middle of a mark. */
const CLEAR = RING + 1
/** Numbers printed with so many digits or fewer have a ring. */
const FEW_DIGITS = 3
/** A date is vague from so many pixels on. */
const VAGUE = 4 * DOT
/** From one year described to the next, then from one publication to the next. */
const inOrder = (a: Row, b: Row): number =>
  momentOf(a.published, false).at - momentOf(b.published, false).at || (a.time < b.time ? -1 : a.time > b.time ? 1 : 0)

const valueIn = ({ figure }: Drawing, row: Row): number => Number(inUnit(row.value ?? '0', row.unit, figure.unit))

/** Half of the last digit that is printed, in the figure's unit: what rounding to it may have hidden. */
const roundingOf = ({ figure }: Drawing, row: Row): number =>
  Number(inUnit((0.5 * 10 ** -decimals(row.value ?? '0')).toFixed(decimals(row.value ?? '0') + 1), row.unit, figure.unit))

const isCoarse = (row: Row): boolean => significantDigits(row.value ?? '0') <= FEW_DIGITS

/** Whether it replaced another number of its year, or was replaced by one. */
const isReplacing = (row: Row): boolean => row.status === 'superseded' || row.status === 'revised'

const isUnstated = ({ figure }: Drawing, row: Row): boolean => figure.evidence[row.evidence]?.basis === 'not-stated'

/** The series that are drawn: the chosen ones, else those the figure highlights. The others are named below. */
function drawnOf({ figure, rows, view }: Drawing): { readonly drawn: readonly Row[]; readonly left: readonly string[] } {
  const codes = [...new Set(rows.map((row) => row.series))]
  const shown = emphasised(figure, codes, view)
  const measures = inAuthorsOrder(figure, figure.measures)
  const ordered = rows.toSorted((a, b) => codes.indexOf(a.series) - codes.indexOf(b.series)
    || measures.indexOf(a.measure) - measures.indexOf(b.measure) || inOrder(a, b))
  return { drawn: ordered.filter((row) => shown.includes(row.series)), left: codes.filter((code) => !shown.includes(code)) }
}

function panelsOf(drawing: Drawing, rows: readonly Row[], width: number): Panel[] {
  const { figure, words, view } = drawing
  const tokens = tokensOf(figure, [...new Set(drawing.rows.map((row) => row.series))], view)
  return [...Map.groupBy(rows, (row) => `${row.series} ${row.measure}`).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const name = phrasedName(figure, first.series, words) + measureAfter(figure, first, words)
    return [{
      code: first.series, title: breakLines(name, FONTS.strong, width), detail: breakLines(detailOf(figure, first.series, words), FONTS.detail, width).filter(Boolean),
      token: tokens.get(first.series) ?? 'context', rows: own.toSorted(inOrder),
    }]
  })
}

/** Two panels beside each other where there is room; as high as the fullest of them needs for its labels. */
function layoutOf(drawing: Drawing, rows: readonly Row[]): Layout {
  const across = drawing.width >= 640 && new Set(rows.map((row) => row.series + row.measure)).size > 1 ? 2 : 1
  const width = (drawing.width - GUTTER * (across - 1)) / across
  const panels = panelsOf(drawing, rows, width)
  const [first = 0] = extent(rows, (row) => momentOf(row.published, false).from)
  const [, last = first] = extent(rows, (row) => momentOf(row.published, false).to)
  const fullest = Math.max(...panels.map((panel) => panel.rows.length))
  return {
    across, width, years: [Math.floor(first), Math.ceil(last - 1e-6)], body: Math.min(300, Math.max(130, 60 + fullest * 11)),
    head: Math.max(...panels.map(({ title, detail }) => title.length * 17 + detail.length * 16)) + 24,
  }
}

/** Room at the right, so that the newest numbers too can have their label beside them. */
function roomAtRight(drawing: Drawing, layout: Layout, rows: readonly Row[]): number {
  const newest = rows.filter((row) => momentOf(row.published, false).at > layout.years[1] - 2)
  return Math.min(layout.width * 0.3, Math.max(0, ...newest.map((row) => textWidth(labelOf(drawing, row), STRONG) + RING + 6)))
}

function scalesOf(drawing: Drawing, layout: Layout, { rows }: Panel, left: number, top: number): { x: Scale; y: Scale; frame: Frame } {
  const ends = rows.flatMap((row) => [valueIn(drawing, row) - roundingOf(drawing, row), valueIn(drawing, row) + roundingOf(drawing, row)])
  const [low = 0, high = 0] = extent(ends)
  const frame: Frame = { left, top: top + layout.head, right: left + layout.width, bottom: top + layout.head + layout.body }
  const y = linear([Math.min(0, low), Math.max(0, high) || (low < 0 ? 0 : 1)], [frame.bottom, frame.top], TICKS)
  const room = tickRoom(y, drawing.words, drawing.figure.unit, TICKS) + 4
  return { frame, y, x: linear(layout.years, [left + room, frame.right - roomAtRight(drawing, layout, rows)]) }
}

const mark = (token: Token, hollow: boolean, x: number, y: number): Mark => ({
  kind: 'circle', x: px(x), y: px(y), r: DOT, fill: hollow ? 'ground' : token, stroke: token, width: 1.5,
})

const cross = (token: Token, x: number, y: number): Mark => ({
  kind: 'path', stroke: token, width: 2,
  d: `M${coordinate(x - DOT)} ${coordinate(y - DOT)}L${coordinate(x + DOT)} ${coordinate(y + DOT)}M${coordinate(x - DOT)} ${coordinate(y + DOT)}L${coordinate(x + DOT)} ${coordinate(y - DOT)}`,
})

/** A number: as wide as its date is vague, as high as its rounding, a ring where it has few digits, a cross where its basis is not stated. */
function spotMarks(drawing: Drawing, { row, x, y, from, to }: Spot, scale: Scale, token: Token): Mark[] {
  const half = Math.abs(scale(0) - scale(roundingOf(drawing, row)))
  return [
    ...(to - from > VAGUE ? [line(from, y, to, y, 'ghost', 1.5)] : []),
    ...(row.qualifier === 'exact' && half > RING ? [line(x, y - half, x, y + half, token, 1.5)] : []),
    ...(isCoarse(row) ? [{ kind: 'circle', x: px(x), y: px(y), r: RING, fill: 'ground', stroke: token, width: 0.75 } as const] : []),
    isUnstated(drawing, row) ? cross(token, x, y) : mark(token, isMarked(row), x, y),
  ]
}

/** From a number that was replaced to the one that replaced it: said by their statuses, and no line of a series. */
function revisions(spots: readonly Spot[]): Mark[] {
  return [...Map.groupBy(spots, ({ row }) => row.time).values()].flatMap((own) => own.flatMap((spot, i) => {
    const next = own[i + 1]
    if (!next || spot.row.status !== 'superseded' || next.row.status !== 'revised') return []
    const [dx, dy] = [next.x - spot.x, next.y - spot.y]
    const length = Math.hypot(dx, dy)
    if (length < 2 * CLEAR + 4) return []
    const [ux, uy] = [dx / length, dy / length]
    const [tipX, tipY] = [next.x - ux * (CLEAR), next.y - uy * (CLEAR)]
    const barb = (side: number) => `${coordinate(tipX - ux * 5 - uy * 3.5 * side)} ${coordinate(tipY - uy * 5 + ux * 3.5 * side)}`
    return [
      line(spot.x + ux * (CLEAR), spot.y + uy * (CLEAR), tipX, tipY, 'text', 1.25, '2 2.5'),
      { kind: 'path', d: `M${barb(1)}L${coordinate(tipX)} ${coordinate(tipY)}L${barb(-1)}`, stroke: 'text', width: 1.25 } as const,
    ]
  }))
}

/** What a label says: the year that the number describes, the number with all its digits, and what must not be overlooked. */
const labelOf = (drawing: Drawing, row: Row): string => {
  const { figure, words } = drawing
  const unstated = isUnstated(drawing, row) ? ` ${words.messages.basisShort}` : ''
  const value = bareValue(figure, row, words)
  // zeros that end a whole number are no decimals when the point moves before them
  const digits = row.value?.includes('.') || !value.includes('.') ? value : value.replace(/\.?0+$/, '')
  // a year by its digits alone: there are many labels, and little room for each
  const year = /^\d{4}$/.test(row.time) ? row.time : words.date(row.time)
  return `${year}${words.messages.colon}${digits}${unstated}`
}

function panelMarks(drawing: Drawing, layout: Layout, panel: Panel, left: number, top: number): { marks: Mark[]; spots: Spot[]; lacking: boolean } {
  const { x, y, frame } = scalesOf(drawing, layout, panel, left, top)
  const axis = valueAxis(y, frame, drawing.words, drawing.figure.unit, TICKS)
  const spots = panel.rows.filter((row) => row.value !== null).map((row) => {
    const { from, at, to } = momentOf(row.published, false)
    return { row, x: x(at), y: y(valueIn(drawing, row)), from: x(from), to: x(to) }
  })
  // what was replaced, what replaced it and what rests on nothing stated is labelled first
  const rank = ({ row }: Spot): number => (isReplacing(row) ? 0 : isUnstated(drawing, row) ? 1 : 2)
  const told = spots.toSorted((a, b) => rank(a) - rank(b))
    .map(({ row, x: at, y: high }) => ({ x: at, y: high, reach: RING, words: labelOf(drawing, row), font: isReplacing(row) ? STRONG : SMALL }))
  const room = { left: frame.left, right: frame.right, top: frame.top - 14, bottom: frame.bottom + 1 }
  const { leaders, labels } = callouts(told, roomsOf(axis), room)
  const groups = [...Map.groupBy(spots, ({ row }) => referenceOf(row))].map(([reference, own]) =>
    datum(reference, own.map(({ row }) => readingOf(drawing.figure, row, drawing.words)).join(drawing.words.semicolon),
      own.flatMap((spot) => spotMarks(drawing, spot, y, panel.token))))
  return { spots, lacking: labels.length < spots.length, marks: [
    ...lines(left, top + 14, panel.title, 17, { font: FONTS.strong, token: panel.token === 'context' ? 'ink' : panel.token }),
    ...lines(left, top + 14 + panel.title.length * 17, panel.detail, 16, { font: FONTS.detail, token: 'text' }),
    ...axis, ...calendarAxis(x, layout.years, { ...frame, right: x(layout.years[1]) }), ...leaders, ...revisions(spots), ...groups, ...labels,
  ] }
}

/** What is told in words below: how to read the panels, what their marks mean, and the series that are not drawn. */
function notesOf(drawing: Drawing, panels: readonly Panel[], left: readonly string[], spots: readonly Spot[], lacking: boolean): string[] {
  const { figure, words, width } = drawing
  const { messages } = words
  const rows = spots.map(({ row }) => row)
  const has = (is: (row: Row) => boolean, message: string): string[] => (rows.some(is) ? [message] : [])
  return [
    messages.vintagesAxis,
    ...(panels.length > 1 ? [messages.ownScale] : []),
    ...has((row) => row.status === 'superseded', messages.vintageRevised),
    statusNote(rows, words, 'hollow'),
    ...has(isCoarse, messages.vintageRing),
    ...has((row) => isUnstated(drawing, row), messages.vintageCross),
    ...(spots.some(({ from, to }) => to - from > VAGUE) ? [messages.vintageDate] : []),
    ...(lacking ? [messages.labelsLeft] : []),
    ...(left.length ? [fill(messages.vintagesLeft, { names: words.list(left.map((code) => nameOf(figure, code, words))) })] : []),
  ].filter(Boolean).flatMap((sentence) => breakLines(sentence, FONTS.detail, width))
}

const plot = (drawing: Drawing): Plot => {
  const { drawn, left } = drawnOf(drawing)
  const layout = layoutOf(drawing, drawn)
  const panels = panelsOf(drawing, drawn, layout.width)
  const pitch = layout.head + layout.body + 54
  const parts = panels.map((panel, i) =>
    panelMarks(drawing, layout, panel, (i % layout.across) * (layout.width + GUTTER), Math.floor(i / layout.across) * pitch))
  const spots = parts.flatMap((part) => part.spots)
  const notes = notesOf(drawing, panels, left, spots, parts.some(({ lacking }) => lacking))
  const bottom = Math.ceil(panels.length / layout.across) * pitch
  return {
    height: bottom + notes.length * 17, points: spots.map(({ row, x, y }) => ({ row, x, y })),
    marks: [...parts.flatMap(({ marks }) => marks), ...lines(0, bottom + 8, notes, 17, { font: FONTS.detail, token: 'text' })],
  }
}

/** What was revised, with both numbers and their dates; then what is shown. */
function describe(drawing: Drawing): string {
  const { figure, words } = drawing
  const { drawn } = drawnOf(drawing)
  const what = fill(words.messages.describeVintages, {
    measure: inLanguage(figure.measure, words.code), unit: unitWords(words, figure.unit).printed, names: namesOf({ ...drawing, rows: drawn }),
  })
  const replaced = drawn.filter((row) => row.status === 'superseded')
  const items = replaced.map((old) => {
    const own = drawn.filter((row) => referenceOf(row) === referenceOf(old)).toSorted(inOrder)
    const values = own.map((row) => `${valueOf(figure, row, words, 'sentence')} (${fill(words.messages.publishedOn, { date: words.date(row.published) })})`)
    return `${nameOf(figure, old.series, words)}${words.comma}${words.date(old.time)}${words.messages.colon}${values.join(words.comma)}`
  })
  return [what, ...(items.length ? [fill(words.messages.describeRevised, { items: items.join(words.semicolon) })] : [])].join(words.space)
}

export const vintages: ChartType = { shapes: ['series'], needs: [], apart: ['measure', 'published'], rescales: true, plot, describe }
