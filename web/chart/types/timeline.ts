/** Timeline: a line of words for every event, in the order of the dates; its mark stands in a lane, at its place in the year. */
import { codesAlong } from '../../../data/model/choose.ts'
import type { Row } from '../../../data/model/figure.ts'
import { isApproximate, yearOf } from '../../../data/model/time.ts'
import type { Token } from '../../look/tokens.ts'
import { fill } from '../../words/words.ts'
import { momentOf } from '../calendar.ts'
import { tokensOf } from '../colour.ts'
import type { ChartType, Drawing, Plot } from '../drawing.ts'
import { inTimeOrder, isAhead, spanOfEvent } from '../event.ts'
import { datum, FONTS, line, lines, text } from '../mark.ts'
import { breakLines, textWidth } from '../measure.ts'
import { kindOf, nameOf, phrasedName, shortName } from '../say.ts'
import { px, type Font, type Mark, type PlacedRow } from '../scene.ts'
import { kindKey, LANE as HEAD, moved, RADIUS, shapeOf } from '../kinds.ts'
import { overview } from '../overview.ts'
import { symbol } from '../symbol.ts'

const YEAR: Font = { face: 'serif', size: 16, weight: 600 }
const LEADING = 17
const GAP = 7

/** A lane's mark area spans a year; where lanes do not fit beside the words, all share one and are named in words. */
type Layout = {
  readonly lanes: readonly string[]
  readonly isApart: boolean
  readonly left: number
  readonly lane: number
  /** Left edges of the date (wide only) and of the words, and the width of both. */
  readonly date: number
  readonly words: number
  readonly dateWidth: number
  readonly wordsWidth: number
  readonly tokens: ReadonlyMap<string, Token>
}

function layoutOf(drawing: Drawing): Layout {
  const { figure, rows, words, width, view } = drawing
  const lanes = codesAlong(figure, 'group').filter((code) => rows.some((row) => row.group === code))
  const tokens = tokensOf(figure, codesAlong(figure, 'group'), { ...view, select: null })
  const left = textWidth('2000', YEAR) + 10
  const lane = Math.min(58, (width * 0.4) / lanes.length)
  const isApart = width >= 620 && lanes.every((code) => textWidth(shortName(figure, code, words), HEAD) <= lane - 4)
  if (!isApart) {
    const strip = 56
    return { lanes, isApart, left: 0, lane: strip, date: 0, dateWidth: 0, words: strip + 10, wordsWidth: width - strip - 10, tokens }
  }
  const date = Math.round(left + lane * lanes.length + 12)
  return { lanes, isApart, left, lane, date, dateWidth: 84, words: date + 92, wordsWidth: width - date - 92, tokens }
}

/** Where an event's mark begins and ends; a day has no length. What reaches into another year ends with its first. */
function extentOf(layout: Layout, row: Row): readonly [from: number, to: number] {
  const { start, end } = spanOfEvent(row)
  const { from, to } = momentOf(row.time, false)
  const [edge, room] = [RADIUS + 3, layout.lane - 2 * RADIUS - 6]
  const left = layout.left + (layout.isApart ? layout.lanes.indexOf(row.group) * layout.lane : 0) + edge
  const at = (moment: number) => left + Math.min(moment - yearOf(row.time), 1) * room
  return start === end ? [at(from), at(from)] : [at(from), Math.max(at(to), at(from) + 3)]
}

type Placed = { readonly mark: Mark; readonly point: PlacedRow; readonly height: number }

/** The mark of an event with its middle at height 8, and where that is. */
function signs(drawing: Drawing, layout: Layout, row: Row): { marks: Mark[]; x: number } {
  const token = layout.tokens.get(row.group) ?? 'context'
  const [from, to] = extentOf(layout, row)
  const ahead = isAhead(drawing.figure, row)
  const [x, half] = [Math.round((from + to) / 2), Math.ceil((to - from) / 2)]
  const span = half === 0 ? [] : [line(-half, 8, half, 8, token, 2, ahead || isApproximate(row.time) ? '3 2' : undefined)]
  return { marks: [moved(x, 8, [...span, symbol(shapeOf(drawing, row.answer), 0, 0, RADIUS, token, ahead)])], x }
}

/** One event: its marks, and date and title beside (wide) or lane and date above the title (narrow). */
function event(drawing: Drawing, layout: Layout, row: Row, top: number): Placed {
  const { figure, words } = drawing
  const title = breakLines(phrasedName(figure, row.series, words), FONTS.label, layout.wordsWidth)
  const when = words.dateInYear(row.time)
  const lane = `${when}${words.comma}${shortName(figure, row.group, words)}`
  const head = layout.isApart ? breakLines(when, FONTS.axis, layout.dateWidth) : breakLines(lane, HEAD, layout.wordsWidth)
  const token = layout.isApart ? 'text' : layout.tokens.get(row.group) ?? 'context'
  const below = layout.isApart ? 0 : head.length * LEADING
  const { marks, x } = signs(drawing, layout, row)
  const height = Math.max(head.length, title.length + below / LEADING) * LEADING + GAP
  return { height, point: { row, x, y: top + 8 }, mark: { ...datum(row.series, kindOf(figure, row, words) || words.date(row.time), [
    ...marks,
    ...lines(layout.isApart ? layout.date : layout.words, 12, head, LEADING, { font: layout.isApart ? FONTS.axis : HEAD, token }),
    ...lines(layout.words, 12 + below, title, LEADING),
  ]), y: top } }
}

type Part = { readonly marks: readonly Mark[]; readonly points: readonly PlacedRow[]; readonly bottom: number }

const nowLabel = ({ figure, words }: Drawing): string => fill(words.messages.timelineNow, { date: words.date(figure.published) })

/** The line that says until when the list is known; below it stands what was announced. */
function nowLine(drawing: Drawing, top: number): Part {
  const said = breakLines(nowLabel(drawing), HEAD, drawing.width)
  const marks = [line(0, top + 5, drawing.width, top + 5, 'ink', 1.5), ...lines(0, top + 21, said, 16, { font: HEAD })]
  return { marks, points: [], bottom: top + 21 + said.length * 16 }
}

/** The events of one year under a rule, with the year beside them (wide) or above. */
function section(drawing: Drawing, layout: Layout, rows: readonly Row[], top: number): Part {
  const year = String(yearOf(rows[0]?.time ?? ''))
  const marks: Mark[] = [line(0, 0, drawing.width, 0, 'rule'), text(0, layout.isApart ? 20 : 18, year, { font: YEAR })]
  const points: PlacedRow[] = []
  let bottom = layout.isApart ? 7 : 24
  for (const row of rows) {
    const placed = event(drawing, layout, row, bottom)
    marks.push(placed.mark)
    points.push({ ...placed.point, y: top + placed.point.y })
    bottom += placed.height
  }
  return { marks: [moved(0, top, marks)], points, bottom: top + bottom + 3 }
}

/** All years, with the line of what is known between what was and what is announced. */
function body(drawing: Drawing, layout: Layout, top: number): Part {
  const marks: Mark[] = []
  const points: PlacedRow[] = []
  let bottom = Math.round(top)
  const add = (part: Part): void => {
    marks.push(...part.marks)
    points.push(...part.points)
    bottom = part.bottom
  }
  const rows = inTimeOrder(drawing.rows)
  const [known, ahead] = [rows.filter((row) => !isAhead(drawing.figure, row)), rows.filter((row) => isAhead(drawing.figure, row))]
  const years = (of: readonly Row[]) => [...Map.groupBy(of, (row) => yearOf(row.time)).values()]
  for (const own of years(known)) add(section(drawing, layout, own, bottom))
  if (ahead.length) add(nowLine(drawing, bottom))
  for (const own of years(ahead)) add(section(drawing, layout, own, bottom))
  return { marks, points, bottom }
}

/** Lanes as stripes under their names, or one stripe for all. */
function stripes({ figure, words }: Drawing, layout: Layout, top: number, bottom: number): Mark[] {
  const shown = layout.isApart ? layout.lanes : ['']
  return shown.flatMap((code, i): Mark[] => {
    const x = layout.left + i * layout.lane
    const stripe: Mark = { kind: 'rect', x: px(x + 1), y: px(top), width: px(layout.lane - 2), height: px(bottom - top), fill: { token: 'track' } }
    const name = layout.isApart ? [text(x + layout.lane / 2, top - 8, shortName(figure, code, words), { font: HEAD, token: layout.tokens.get(code) ?? 'context', anchor: 'middle' })] : []
    return [stripe, ...name]
  })
}

const plot = (drawing: Drawing): Plot => {
  const layout = layoutOf(drawing)
  if (drawing.compact || drawing.low) return overview(drawing)
  const legend = kindKey(drawing, drawing.words.messages.timelineKey)
  const top = legend.bottom + (layout.isApart ? 26 : 4)
  const { marks, points, bottom } = body(drawing, layout, top)
  return { height: bottom, marks: [...legend.marks, ...stripes(drawing, layout, top, bottom), ...marks], points }
}

/** How many events, from when to when, how many in each lane, and what is announced. */
function describe(drawing: Drawing): string {
  const { figure, rows, words } = drawing
  const ordered = inTimeOrder(rows)
  const [first, last] = [ordered[0], ordered.at(-1)]
  const lanes = codesAlong({ ...figure, rows }, 'group').map((code) => `${nameOf(figure, code, words)} ${rows.filter((row) => row.group === code).length}`)
  const ahead = ordered.filter((row) => isAhead(figure, row)).map((row) => `${words.date(row.time)}${words.comma}${nameOf(figure, row.series, words)}`)
  return [
    fill(words.messages.describeEvents, {
      count: String(rows.length), from: String(yearOf(first?.time ?? '')), to: String(yearOf(last?.time ?? '')), lanes: lanes.join(words.comma),
    }),
    ahead.length ? fill(words.messages.describeLater, { date: words.date(figure.published), items: ahead.join(words.semicolon) }) : '',
  ].filter(Boolean).join(words.space)
}

export const timeline: ChartType = { shapes: ['events'], needs: [], plot, describe }
