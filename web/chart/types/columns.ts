/** Columns: a small panel a series on one shared scale, one column a time. Nothing is stacked, totals are told in words. */
import { extent, max, min } from 'd3'
import type { Row } from '../../../data/model/figure.ts'
import { yearOf } from '../../../data/model/time.ts'
import type { Token } from '../../look/tokens.ts'
import { unitWords } from '../../words/number.ts'
import { fill } from '../../words/words.ts'
import { tokensOf } from '../colour.ts'
import { describeSeries } from '../describe.ts'
import type { ChartType, Drawing, Plot } from '../drawing.ts'
import { datum, FONTS, line, lines, text } from '../mark.ts'
import { breakLines, textWidth } from '../measure.ts'
import { bareValue, detailOf, isMarked, madeNote, nameOf, phrasedName, shortName, statusNote, valueOf } from '../say.ts'
import { linear, type Scale } from '../scale.ts'
import { px, type Font, type Mark } from '../scene.ts'

type Panel = { code: string; rows: Row[]; token: Token; title: string[]; detail: string[] }
type Layout = { across: number; width: number; head: number; body: number; years: readonly [number, number]; y: Scale }

const SMALL: Font = FONTS.axis
const GUTTER = 18
/** Room above a column for its value, and below for the years. */
const ABOVE = 18
const BELOW = 38

/** Codes that are a total of others here: drawn to the same scale they would flatten what they are made of. */
const totals = ({ figure }: Drawing): readonly string[] => figure.totals.map((one) => one.total)

/** In time order, whatever order the figure lists them in. */
const byTime = (rows: readonly Row[]): Row[] => rows.toSorted((a, b) => yearOf(a.time) - yearOf(b.time))

const panelRows = (drawing: Drawing): Map<string, Row[]> => {
  const groups = Map.groupBy(drawing.rows, (row) => row.series)
  const members = [...groups].filter(([code]) => !totals(drawing).includes(code))
  return new Map((members.length ? members : [...groups]).map(([code, rows]) => [code, byTime(rows)]))
}

function panelsOf(drawing: Drawing, width: number): Panel[] {
  const { figure, words, view } = drawing
  const groups = panelRows(drawing)
  const tokens = tokensOf(figure, [...groups.keys()], view)
  return [...groups].map(([code, rows]) => {
    const full = phrasedName(figure, code, words)
    const name = textWidth(full, FONTS.strong) <= width ? full : shortName(figure, code, words)
    return {
      code, rows, token: tokens.get(code) ?? 'context',
      title: breakLines(name, FONTS.strong, width), detail: breakLines(detailOf(figure, code, words), SMALL, width).filter(Boolean),
    }
  })
}

function layoutOf(drawing: Drawing, count: number): Omit<Layout, 'head'> {
  const { width } = drawing
  const rows = [...panelRows(drawing).values()].flat()
  // no panel is narrower than the widest value that may stand in it
  const least = Math.max(width < 400 ? 88 : 110, ...rows.map((row) => textWidth(bareValue(drawing.figure, row, drawing.words), SMALL)))
  const across = Math.max(1, Math.min(count, Math.floor((width + GUTTER) / (least + GUTTER))))
  const values = rows.filter((row) => row.value !== null).map((row) => Number(row.value))
  const body = count === 1 ? (drawing.low ? 150 : 260) : drawing.low ? 44 : width < 400 ? 68 : 84
  const y = linear([Math.min(0, min(values) ?? 0), Math.max(0, max(values) ?? 0) || 1], [body, 0])
  const [first = 0, last = first] = extent(rows, (row) => yearOf(row.time))
  return { across, width: (width - GUTTER * (across - 1)) / across, body, years: [first, last], y }
}

/** Whether a value's label fits over its own column; else only the last one is said. */
const allLabelled = (panel: Panel, drawing: Drawing, step: number): boolean =>
  panel.rows.every((row) => textWidth(bareValue(drawing.figure, row, drawing.words), SMALL) <= step)

/** The middle of a row's column, and where its value ends. */
function place(layout: Layout, row: Row, left: number, top: number): { centre: number; end: number } {
  const [first, last] = layout.years
  const step = layout.width / (last - first + 1)
  return { centre: left + (yearOf(row.time) - first + 0.5) * step, end: top + layout.y(Number(row.value ?? 0)) }
}

function column(drawing: Drawing, layout: Layout, panel: Panel, row: Row, left: number, top: number): Mark[] {
  const [first, last] = layout.years
  const step = layout.width / (last - first + 1)
  const { centre, end } = place(layout, row, left, top)
  const bar = Math.min(step * 0.72, 46)
  const zero = top + layout.y(0)
  if (row.value === null) return [line(centre - Math.min(bar, 6) / 2, zero - 4, centre + Math.min(bar, 6) / 2, zero - 4, 'text')]
  const says = allLabelled(panel, drawing, step) || row === panel.rows.at(-1)
  const label = bareValue(drawing.figure, row, drawing.words)
  const isLast = row === panel.rows.at(-1) && !allLabelled(panel, drawing, step)
  const half = textWidth(label, SMALL) / 2
  const at = Math.min(Math.max(centre, left + half), left + layout.width - half)
  // a label wider than its column stands clear of the columns it reaches over, and of the dashes that say "missing"
  const reached = isLast ? panel.rows.filter((one) => Math.abs(place(layout, one, left, top).centre - at) < half + bar / 2) : [row]
  const above = Math.min(...reached.map((one) => (one.value === null ? zero - 16 : Math.min(zero, place(layout, one, left, top).end) - 5)))
  const fill = isMarked(row) ? { token: panel.token, texture: 'hatch' } as const : { token: panel.token }
  return [
    { kind: 'rect', x: px(centre - bar / 2), y: px(Math.min(zero, end)), width: px(bar), height: px(Math.abs(end - zero)), fill },
    ...(says ? [text(at, end <= zero ? above : end + 13, label, { font: SMALL, anchor: 'middle', halo: true })] : []),
  ]
}

/** First and last year under a panel; every year where there is room. */
function years(layout: Layout, left: number, y: number): Mark[] {
  const [first, last] = layout.years
  const step = layout.width / (last - first + 1)
  const at = (year: number) => text(left + (year - first + 0.5) * step, y, String(year), { font: SMALL, token: 'text', anchor: 'middle' })
  if (step >= textWidth('2000', SMALL) + 3) return Array.from({ length: last - first + 1 }, (_, i) => at(first + i))
  return [
    text(left, y, String(first), { font: SMALL, token: 'text' }),
    text(left + layout.width, y, String(last), { font: SMALL, token: 'text', anchor: 'end' }),
  ]
}

function panelMarks(drawing: Drawing, layout: Layout, panel: Panel, left: number, top: number): Mark {
  const { figure, words } = drawing
  const plotTop = top + layout.head + ABOVE
  const zero = plotTop + layout.y(0)
  const said = panel.rows.map((row) => `${valueOf(figure, row, words)} (${row.time})`).join(', ')
  return datum(panel.code, `${nameOf(figure, panel.code, words)}: ${said}`, [
    ...lines(left, top + 13, panel.title, 16, { font: FONTS.strong, token: panel.token === 'context' ? 'ink' : panel.token }),
    ...lines(left, top + 13 + panel.title.length * 16, panel.detail, 15, { font: SMALL, token: 'text' }),
    ...panel.rows.flatMap((row) => column(drawing, layout, panel, row, left, plotTop)),
    line(left, zero, left + layout.width, zero, 'ink'),
    ...years(layout, left, plotTop + layout.body + 30),
  ])
}

/** What is told in words below: the unit, that the scale is shared, the totals. */
function footnotes(drawing: Drawing, top: number, count: number): { marks: Mark[]; bottom: number } {
  const { figure, rows, words, width } = drawing
  const total = totals(drawing).filter((code) => panelRows(drawing).get(code) === undefined).flatMap((code) => {
    const own = byTime(rows.filter((row) => row.series === code))
    const values = words.list(own.map((row) => `${valueOf(figure, row, words)} (${row.time})`))
    return own.length ? [fill(words.messages.totalLine, { name: phrasedName(figure, code, words), values })] : []
  })
  const shared = count > 1 ? [words.messages.sharedScale] : []
  const said = [...shared, statusNote(rows, words, 'hatched'), madeNote(figure, rows, words), ...total].filter(Boolean).flatMap((sentence) => breakLines(sentence, FONTS.detail, width))
  return { marks: lines(0, top + 12, said, 17, { font: FONTS.detail, token: 'text' }), bottom: top + said.length * 17 }
}

const plot = (drawing: Drawing): Plot => {
  const count = panelRows(drawing).size
  const base = layoutOf(drawing, count)
  const panels = panelsOf(drawing, base.width)
  const head = Math.max(0, ...panels.map((panel) => panel.title.length * 16 + panel.detail.length * 15))
  const layout: Layout = { ...base, head }
  const pitch = head + ABOVE + layout.body + BELOW + 14
  const { before, axis } = unitWords(drawing.words, drawing.figure.unit)
  const placed = panels.map((panel, i) => ({ panel, left: (i % layout.across) * (layout.width + GUTTER), top: 26 + Math.floor(i / layout.across) * pitch }))
  const marks = placed.map(({ panel, left, top }) => panelMarks(drawing, layout, panel, left, top))
  const points = placed.flatMap(({ panel, left, top }) => panel.rows.filter((row) => row.value !== null).map((row) => {
    const { centre, end } = place(layout, row, left, top + head + ABOVE)
    return { row, x: centre, y: end }
  }))
  const notes = footnotes(drawing, 26 + Math.ceil(count / layout.across) * pitch, count)
  return { height: notes.bottom + 4, marks: [text(0, 12, (before + axis).trim(), { font: FONTS.axis, token: 'text' }), ...marks, ...notes.marks], points }
}

export const columns: ChartType = { shapes: ['series'], needs: [], byYear: true, plot, describe: (drawing) => describeSeries(drawing, 'chart-columns') }
