/** Small multiples: a panel for each series, on one scale or each on its own as the chart says; joined where that is declared. */
import { type Row } from '../../../data/model/figure.ts'
import { yearOf } from '../../../data/model/time.ts'
import type { Token } from '../../look/tokens.ts'
import { unitWords } from '../../words/number.ts'
import { fill } from '../../words/words.ts'
import { tokensOf } from '../colour.ts'
import { describeSeries } from '../describe.ts'
import type { ChartType, Drawing, Plot } from '../drawing.ts'
import { mayJoin, pathThrough, type Stop } from '../joined.ts'
import { datum, FONTS, line, lines, text } from '../mark.ts'
import { breakLines, textWidth } from '../measure.ts'
import { rangesLine, wanted } from '../moment.ts'
import { byMeasure, describeByMeasure } from '../parts.ts'
import { bareValue, isMarked, nameOf, phrasedName, shortName, statusNote, valueOf } from '../say.ts'
import { linear, type Scale } from '../scale.ts'
import { px, type Mark } from '../scene.ts'
import { referenceOf } from '../select.ts'
import { tickWords } from '../axis.ts'

type Panel = { code: string; rows: Row[]; last: Row; token: Token; title: string[]; detail: string[] }
type Span = readonly [low: number, high: number]
type Layout = { across: number; width: number; head: number; body: number; years: readonly number[]; isShared: boolean; whole: Span }

const GUTTER = 18
/** Room above a panel for the number of its top line, and below for the years. */
const ABOVE = 18
const BELOW = 20
const ROW_GAP = 22
/** From so far below zero on, the lowest value is said. */
const LOW_LABEL = 20

/** Panels share a scale unless the flattest would use less than this part of it. */
const FLATTEST = 0.25

const byTime = (rows: readonly Row[]): Row[] => rows.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))

/** From the lowest to the highest value, and always to zero. */
const spanOf = (rows: readonly Row[]): Span => rows.reduce<Span>(([low, high], { value }) => {
  const number = Number(value ?? 0)
  return [Math.min(low, number), Math.max(high, number)]
}, [0, 0])

const extentOf = ([low, high]: Span): number => high - low

/** Whether the flattest panel can still be read on the scale that holds them all. */
function isShared(panels: readonly Pick<Panel, 'rows'>[], whole: Span): boolean {
  const extents = panels.map(({ rows }) => extentOf(spanOf(rows))).filter((extent) => extent > 0)
  return panels.length < 2 || Math.min(...extents) >= extentOf(whole) * FLATTEST
}

/** A panel for each code that has a value. */
function panelsOf(drawing: Drawing, width: number): Panel[] {
  const { figure, words, view, rows } = drawing
  const codes = wanted(drawing)
  const tokens = tokensOf(figure, codes, view)
  const newest = Math.max(...rows.map((row) => yearOf(row.time)))
  return codes.flatMap((code) => {
    const own = byTime(rows.filter((row) => row.series === code))
    const last = own.findLast((row) => row.value !== null)
    if (!last) return []
    const full = phrasedName(figure, code, words)
    const name = textWidth(full, FONTS.strong) <= width ? full : shortName(figure, code, words)
    const said = bareValue(figure, last, words) + (yearOf(last.time) < newest ? ` (${words.date(last.time)})` : '')
    return [{
      code, rows: own, last, token: tokens.get(code) ?? 'context',
      title: breakLines(name, FONTS.strong, width), detail: breakLines(said, FONTS.detail, width),
    }]
  })
}

function layoutOf({ rows, width, figure, words, low }: Drawing, count: number): Pick<Layout, 'across' | 'width' | 'body'> {
  const widest = Math.max(0, ...rows.map((row) => textWidth(fill(words.messages.panelHigh, { value: bareValue(figure, row, words) }), FONTS.axis)))
  const least = Math.max(width < 400 ? 80 : 118, widest + 2)
  const across = Math.max(1, Math.min(count, Math.floor((width + GUTTER) / (least + GUTTER))))
  return { across, width: (width - GUTTER * (across - 1)) / across, body: low ? 40 : count === 1 ? 220 : 64 }
}

/** The scale of a panel, as high as its body: from its own lowest to its own highest value, or one of round values for all. */
const scaleOf = (layout: Layout, rows: readonly Row[]): Scale => {
  const [low, high] = layout.isShared ? layout.whole : spanOf(rows)
  return linear([low, high === low ? low + 1 : high], [layout.body, 0], layout.isShared ? 2 : undefined)
}

const xOf = (layout: Layout, left: number): Scale => {
  const [first = 0, last = first] = [layout.years[0], layout.years.at(-1)]
  return linear([first, Math.max(last, first + 1)], [left + 3, left + layout.width - 5])
}

/** Where each year of the chart is in a panel, a gap where it has no value. */
function stopsOf(layout: Layout, panel: Panel, left: number, top: number): Stop[] {
  const [x, y] = [xOf(layout, left), scaleOf(layout, panel.rows)]
  return layout.years.flatMap((year): Stop[] => {
    const rows = panel.rows.filter((row) => yearOf(row.time) === year)
    return rows.length ? rows.map((row) => (row.value === null ? null : { row, x: px(x(year)), y: px(top + y(Number(row.value))) })) : [null]
  })
}

/** Points that a line would hide: all where they are not joined; hollow where the status is to be seen; and the newest. */
const dots = (panel: Panel, stops: readonly Stop[], isJoined: boolean): Mark[] => stops.flatMap((stop): Mark[] => {
  if (!stop || (isJoined && !isMarked(stop.row) && stop.row !== panel.last)) return []
  const at = { kind: 'circle', x: stop.x, y: stop.y } as const
  return [isMarked(stop.row) ? { ...at, r: 3, fill: 'ground', stroke: panel.token, width: 1.5 } : { ...at, r: 2.5, fill: panel.token }]
})

/** What stands at an end of a panel's scale: the value that reaches it, or a round number where all panels share one. */
function endLabel({ figure, words }: Drawing, layout: Layout, panel: Panel, end: number): string {
  const row = panel.rows.find(({ value }) => value !== null && Number(value) === end)
  if (layout.isShared || !row) return tickWords([0, end], words, figure.unit)(end)
  // the newest value is said above the panel already
  if (Number(panel.last.value) === end) return ''
  return fill(end > 0 ? words.messages.panelHigh : words.messages.panelLow, { value: bareValue(figure, row, words) })
}

/** Zero in ink, and a line at each end of the scale with its number; the lower one only where zero leaves room for it. */
function grid(drawing: Drawing, layout: Layout, panel: Panel, left: number, top: number): Mark[] {
  const y = scaleOf(layout, panel.rows)
  const ends = [...new Set([y.domain[0], 0, y.domain[1]])]
  const isSaid = (end: number): boolean => end > 0 ? y(0) - y(end) > 1 : y(end) - y(0) >= LOW_LABEL
  return ends.flatMap((end) => [
    line(left, top + y(end), left + layout.width, top + y(end), end === 0 ? 'ink' : 'rule'),
    ...(end === 0 || !isSaid(end) ? []
      : [text(left, top + y(end) - 4, endLabel(drawing, layout, panel, end), { font: FONTS.axis, token: 'text', halo: true })]),
  ])
}

function years({ years: all, width, body }: Layout, left: number, top: number): Mark[] {
  const [first, last] = [all[0], all.at(-1)].map(String)
  const y = top + body + BELOW - 4
  const at = { font: FONTS.axis, token: 'text' } as const
  return [text(left, y, first ?? '', at), ...(first === last ? [] : [text(left + width, y, last ?? '', { ...at, anchor: 'end' })])]
}

function panelMarks(drawing: Drawing, layout: Layout, panel: Panel, stops: readonly Stop[], left: number, top: number): Mark {
  const { figure, words } = drawing
  const { code, title, detail, token, last } = panel
  const isJoined = mayJoin(drawing, code)
  const plotTop = top + layout.head + ABOVE
  const reference = Object.keys(figure.measures).length > 1 ? referenceOf(last) : code
  return datum(reference, `${nameOf(figure, code, words)}, ${valueOf(figure, last, words)} (${words.date(last.time)})`, [
    ...lines(left, top + 13, title, 16, { font: FONTS.strong, token: token === 'context' ? 'ink' : token }),
    ...lines(left, top + 13 + title.length * 16, detail, 15, { font: FONTS.detail, token: 'text' }),
    ...grid(drawing, layout, panel, left, plotTop),
    ...(isJoined ? [{ kind: 'path', d: pathThrough(stops), stroke: token, width: 1.75 } as const] : []),
    ...dots(panel, stops, isJoined),
    ...years(layout, left, plotTop),
  ])
}

/** What is told in words below: the scale, statuses, and series without any value. */
function notes(drawing: Drawing, layout: Layout, panels: readonly Panel[]): string[] {
  const { figure, words, rows, width } = drawing
  const { messages } = words
  const none = wanted(drawing).filter((code) => !panels.some((panel) => panel.code === code))
  return [
    panels.length < 2 ? '' : layout.isShared ? messages.sharedScale : messages.ownScales,
    statusNote(rows, words, 'hollow'), rangesLine(drawing, rows),
    none.length ? fill(messages.missingEver, { names: words.list(none.map((code) => nameOf(figure, code, words))) }) : '',
  ].filter(Boolean).flatMap((sentence) => breakLines(sentence, FONTS.detail, width))
}

const plotOne = (drawing: Drawing): Plot => {
  const { rows, words, figure } = drawing
  const count = new Set(rows.filter((row) => row.value !== null).map((row) => row.series)).size
  const base = layoutOf(drawing, count)
  const panels = panelsOf(drawing, base.width)
  const whole = spanOf(panels.flatMap((panel) => panel.rows))
  const head = Math.max(0, ...panels.map(({ title, detail }) => title.length * 16 + detail.length * 15))
  const layout: Layout = {
    ...base, head, whole, isShared: isShared(panels, whole), years: [...new Set(rows.map((row) => yearOf(row.time)))].sort((a, b) => a - b),
  }
  const pitch = head + ABOVE + layout.body + BELOW + ROW_GAP
  const placed = panels.map((panel, i) => {
    const [left, top] = [(i % layout.across) * (layout.width + GUTTER), 26 + Math.floor(i / layout.across) * pitch]
    return { panel, left, top, stops: stopsOf(layout, panel, left, top + head + ABOVE) }
  })
  const bottom = 26 + Math.ceil(count / layout.across) * pitch
  const said = notes(drawing, layout, panels)
  const { before, axis } = unitWords(words, figure.unit)
  return {
    height: bottom + said.length * 17 + 4,
    marks: [
      text(0, 12, (before + axis).trim(), { font: FONTS.axis, token: 'text' }),
      ...placed.map(({ panel, stops, left, top }) => panelMarks(drawing, layout, panel, stops, left, top)),
      ...lines(0, bottom + 12, said, 17, { font: FONTS.detail, token: 'text' }),
    ],
    points: placed.flatMap(({ stops }) => stops.flatMap((stop) => (stop ? [stop] : []))),
  }
}

export const smallMultiples: ChartType = {
  shapes: ['series'], needs: [], apart: ['measure'], byYear: true, plot: byMeasure(plotOne),
  describe: describeByMeasure((drawing) => describeSeries(drawing, 'chart-small-multiples')),
}
