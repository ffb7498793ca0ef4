/** Lanes: every value a point on a lane of its own, under the name of its series, on one scale from zero. Points are never joined. */
import { extent } from 'd3'
import { inAuthorsOrder, inLanguage, type Row } from '../../../data/model/figure.ts'
import { inUnit } from '../../../data/model/unit.ts'
import type { Token } from '../../look/tokens.ts'
import { unitWords } from '../../words/number.ts'
import { fill } from '../../words/words.ts'
import { shareAxis } from '../axis.ts'
import { tokensOf } from '../colour.ts'
import { describeSeries } from '../describe.ts'
import type { ChartType, Drawing, Plot } from '../drawing.ts'
import { datum, FONTS, line, lines, text } from '../mark.ts'
import { breakLines, textWidth } from '../measure.ts'
import { roomsOf } from '../room.ts'
import { bareValue, detailOf, isMarked, labelOf, measureAfter, nameOf, phrasedName, readingOf, rowName, statusNote, statusOf, valueOf } from '../say.ts'
import { linear, type Scale } from '../scale.ts'
import { referenceOf } from '../select.ts'
import { coordinate, px, type Mark, type PlacedRow } from '../scene.ts'

/** A series with its lanes, in the order of measures, times and publications. */
type Group = { readonly code: string; readonly token: Token; readonly rows: readonly Row[] }
/** What a lane must say besides its value, because others of the figure differ in it. */
type Differs = { readonly measure: boolean; readonly time: boolean; readonly published: boolean }

const LANE = 21
const LEADING = 15
const RADIUS = 4.5
/** Beyond so many lanes the description tells the highest and lowest only. */
const MANY = 40

const valueIn = ({ figure }: Drawing, row: Row): number => Number(inUnit(row.value ?? '0', row.unit, figure.unit))

/** A series' rows in the order of measures, times and publications; series as they come. */
function inOrder({ figure, rows }: Drawing): readonly Row[] {
  const measures = inAuthorsOrder(figure, figure.measures)
  const keyOf = (row: Row) => [String(measures.indexOf(row.measure) + 1).padStart(3, '0'), row.time, row.published].join(' ')
  return [...Map.groupBy(rows, (row) => row.series).values()].flatMap((own) =>
    own.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b)))))
}

/** Totals, "others" and groups would flatten what they are made of: they are told in words below, where anything else is drawn. */
function apart(drawing: Drawing): { readonly drawn: readonly Row[]; readonly told: readonly Row[] } {
  const { figure } = drawing
  const rows = inOrder(drawing)
  const isAggregate = (row: Row): boolean => figure.names[row.series]?.aggregate ?? false
  return rows.every(isAggregate) ? { drawn: rows, told: [] } : { drawn: rows.filter((row) => !isAggregate(row)), told: rows.filter(isAggregate) }
}

function groupsOf(drawing: Drawing, rows: readonly Row[]): Group[] {
  const { figure, view } = drawing
  const groups = Map.groupBy(rows, (row) => row.series)
  const tokens = tokensOf(figure, [...groups.keys()], view)
  return [...groups].map(([code, own]) => ({ code, token: tokens.get(code) ?? 'context', rows: own }))
}

const differsIn = (rows: readonly Row[]): Differs => {
  const several = (cell: 'measure' | 'time') => new Set(rows.map((row) => row[cell])).size > 1
  return { measure: several('measure'), time: several('time'), published: new Set(rows.map(referenceOf)).size < rows.length }
}

/** What a lane says: the value, and before it what tells it from the other lanes. */
function saidOf({ figure, words }: Drawing, row: Row, differs: Differs): string {
  const measure = figure.measures[row.measure]
  const parts = [
    ...(differs.measure && measure ? [inLanguage(measure, words.code)] : []),
    ...(differs.time ? [words.date(row.time)] : []),
    ...(differs.published ? [fill(words.messages.publishedOn, { date: words.date(row.published) })] : []),
  ]
  const status = statusOf(row, words)
  return (parts.length ? parts.join(words.comma) + words.messages.colon : '') + bareValue(figure, row, words) + (status ? ` · ${status}` : '')
}

/** A point; measures other than the figure's first are diamonds, so that they are told apart without their labels. */
function mark(drawing: Drawing, row: Row, x: number, y: number, token: Token): Mark {
  const fill = isMarked(row) ? 'ground' : token
  if (inAuthorsOrder(drawing.figure, drawing.figure.measures).indexOf(row.measure) < 1) return { kind: 'circle', x: px(x), y: px(y), r: RADIUS, fill, stroke: token, width: 1.75 }
  const [side, at] = [RADIUS + 1, coordinate]
  return {
    kind: 'path', stroke: token, width: 1.75, fill: { token: fill },
    d: `M${at(x - side)} ${at(y)}L${at(x)} ${at(y - side)}L${at(x + side)} ${at(y)}L${at(x)} ${at(y + side)}Z`,
  }
}

/** A lane's label beside its point, where it fits, and how far the hair line from zero reaches before it; else in lines above. */
function label(drawing: Drawing, said: string, at: number, zero: number, top: number): { marks: Mark[]; above: number; from: number; to: number } {
  const width = textWidth(said, FONTS.detail)
  const [left, right, y] = [at - RADIUS - 6, Math.max(at, zero) + RADIUS + 6, top + LANE / 2 + 4]
  if (right + width <= drawing.width) return { above: 0, from: zero, to: at, marks: [text(right, y, said, { font: FONTS.detail, halo: true })] }
  const free = left - width - 5
  if (free > zero) return { above: 0, from: zero, to: free, marks: [text(left, y, said, { font: FONTS.detail, anchor: 'end', halo: true })] }
  // on the side of zero that has more room, so that the line at zero runs through no word
  const [start, room] = zero < drawing.width / 2 ? [zero + 6, drawing.width - zero - 6] : [0, zero - 6]
  const above = breakLines(said, FONTS.detail, room)
  return { above: above.length * LEADING, from: zero, to: at, marks: lines(start, top + 13, above, LEADING, { font: FONTS.detail, halo: true }) }
}

function lane(drawing: Drawing, x: Scale, group: Group, row: Row, top: number, differs: Differs): { marks: Mark[]; height: number; place: PlacedRow } {
  const [zero, at] = [x(0), x(valueIn(drawing, row))]
  const { marks, above, from, to } = label(drawing, saidOf(drawing, row, differs), row.value === null ? zero : at, zero, top)
  const y = top + above + LANE / 2
  const drawn = row.value === null ? [] : [line(from, y, to, y, 'ghost', 1.5), mark(drawing, row, at, y, group.token)]
  return { height: above + LANE, place: { row, x: at, y }, marks: [...drawn, ...marks] }
}

/** What stands above a group's lanes: the name of its series, and the measure where all of them have one that others have not. */
function headOf({ figure, words, width }: Drawing, { code, rows }: Group, differs: Differs): { name: string[]; detail: string[]; differs: Differs } {
  const [first] = rows
  const shared = differs.measure && rows.every((row) => row.measure === first?.measure)
  const measure = shared ? figure.measures[first?.measure ?? ''] : undefined
  const details = [detailOf(figure, code, words), measure ? inLanguage(measure, words.code) : ''].filter(Boolean)
  return {
    name: breakLines(phrasedName(figure, code, words), FONTS.strong, width), differs: { ...differs, measure: differs.measure && !measure },
    detail: details.flatMap((said) => breakLines(said, FONTS.detail, width)),
  }
}

/** A series' name above its lanes, then the lanes before their grid; rows that share a reference stand in one group of marks. */
function groupMarks(drawing: Drawing, scale: { x: Scale; ticks: readonly number[] }, group: Group, top: number, all: Differs): { marks: Mark[]; bottom: number; places: PlacedRow[] } {
  const { figure, words } = drawing
  const { x, ticks } = scale
  const { name, detail, differs } = headOf(drawing, group, all)
  const start = top + name.length * 17 + detail.length * LEADING + 4
  let bottom = start
  const parts = group.rows.map((row) => {
    const part = lane(drawing, x, group, row, bottom, differs)
    bottom += part.height
    return { row, ...part }
  })
  const marks = [...Map.groupBy(parts, ({ row }) => referenceOf(row))].map(([reference, own]) =>
    datum(reference, own.map(({ row }) => readingOf(figure, row, words)).join(words.semicolon), own.flatMap((part) => part.marks)))
  const grid = ticks.map((tick) => line(x(tick), start, x(tick), bottom, tick === 0 ? 'ink' : 'rule'))
  return { bottom: bottom + 11, places: parts.map(({ place }) => place).filter(({ row }) => row.value !== null), marks: [
    ...lines(0, top + 13, name, 17, { font: FONTS.strong, token: group.token === 'context' ? 'ink' : group.token }),
    ...lines(0, top + 13 + name.length * 17, detail, LEADING, { font: FONTS.detail, token: 'text' }), ...grid, ...marks,
  ] }
}

/** What is told in words below: hollow points, and the totals that are not drawn. */
function notesOf(drawing: Drawing, drawn: readonly Row[], told: readonly Row[]): string[] {
  const { figure, words, width } = drawing
  const totals = [...Map.groupBy(told, (row) => row.series)].map(([code, own]) => fill(words.messages.totalLine, {
    name: nameOf(figure, code, words) + (own[0] ? measureAfter(figure, own[0], words) : ''), values: words.list(own.map((row) => `${valueOf(figure, row, words)} (${words.date(row.time)})`)),
  }))
  return [statusNote(drawn, words, 'hollow'), ...totals].filter(Boolean).flatMap((sentence) => breakLines(sentence, FONTS.detail, width))
}

/** As many ticks as have room for their numbers. */
function axisOf({ words, figure, width }: Drawing, x: Scale): { readonly ticks: readonly number[]; readonly axis: readonly Mark[] } {
  const choices = [5, 4, 3, 2, 1].map((count) => {
    const ticks = x.ticks(count)
    return { ticks, axis: shareAxis(x, 14, words, figure.unit, ticks) }
  })
  const fits = ({ axis }: { axis: readonly Mark[] }) => roomsOf(axis).every((room, i, rooms) => i === 0 || (rooms[i - 1]?.right ?? 0) + 10 <= room.left)
  const { before, axis } = unitWords(words, figure.unit)
  const zero = text(x(0), 14, `${before}0${axis}`, { font: FONTS.axis, token: 'text', anchor: x(0) > width / 2 ? 'end' : 'start' })
  return choices.find((choice) => choice.ticks.length > 1 && fits(choice)) ?? { ticks: [0], axis: [zero] }
}

const plot = (drawing: Drawing): Plot => {
  const { drawn, told } = apart(drawing)
  const differs = differsIn(drawn)
  const [low = 0, high = 0] = extent(drawn, (row) => valueIn(drawing, row))
  const x = linear([Math.min(0, low), Math.max(0, high) || (low < 0 ? 0 : 1)], [RADIUS + 2, drawing.width - RADIUS - 2])
  const { ticks, axis } = axisOf(drawing, x)
  let bottom = 30
  const marks: Mark[] = []
  const points: PlacedRow[] = []
  for (const group of groupsOf(drawing, drawn)) {
    const next = groupMarks(drawing, { x, ticks }, group, bottom, differs)
    marks.push(...next.marks)
    points.push(...next.places)
    bottom = next.bottom
  }
  const notes = notesOf(drawing, drawn, told)
  return {
    height: bottom + notes.length * 17 + 4, points,
    marks: [...axis, ...marks, ...lines(0, bottom + 10, notes, 17, { font: FONTS.detail, token: 'text' })],
  }
}

/** Every value in words with its time; of many, the highest and lowest. */
function describe(drawing: Drawing): string {
  const { figure, rows, words } = drawing
  if (!rows.length || rows.length > MANY) return describeSeries(drawing, 'chart-lanes')
  const items = inOrder(drawing).map((row) => `${rowName(figure, row, words)}${words.comma}${words.date(row.time)}${words.messages.colon}${labelOf(drawing, row)}`)
  return fill(words.messages.describePoints, { items: items.join(words.semicolon) })
}

export const lanes: ChartType = { shapes: ['series'], needs: [], apart: ['measure', 'published'], rescales: true, plot, describe }
