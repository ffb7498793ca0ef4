/** Events at a glance, where their words do not fit: a mark for each in its lane, over the years. */
import { extent } from 'd3'
import { codesAlong } from '../../data/model/choose.ts'
import type { Row } from '../../data/model/figure.ts'
import { calendarAxis, momentOf } from './calendar.ts'
import { tokensOf } from './colour.ts'
import type { Drawing, Plot } from './drawing.ts'
import { inTimeOrder, isAhead } from './event.ts'
import { kindKey, LANE, moved, RADIUS, shapeOf } from './kinds.ts'
import { datum, line, lines } from './mark.ts'
import { breakLines } from './measure.ts'
import { phrasedName, readingOf } from './say.ts'
import { linear, type Scale } from './scale.ts'
import { px, type Mark, type PlacedRow } from './scene.ts'
import { symbol } from './symbol.ts'

/** Room that a mark takes to its right and below. */
const ROOM = 11

/** Rows of marks within a lane: each event in the first row where it hides no other. */
function stackedBy(rows: readonly Row[], x: Scale): readonly number[] {
  const ends: number[] = []
  return inTimeOrder(rows).map((row) => {
    const at = x(momentOf(row.time, false).at)
    const free = ends.findIndex((end) => Math.abs(at - end) >= ROOM)
    const level = free < 0 ? ends.length : free
    ends[level] = at
    return level
  })
}

type Lane = { readonly marks: readonly Mark[]; readonly points: readonly PlacedRow[]; readonly bottom: number }

/** One lane: its name beside (wide) or above its marks, on a stripe. */
function lane(drawing: Drawing, code: string, x: Scale, left: number, top: number): Lane {
  const { figure, words, width } = drawing
  const rows = inTimeOrder(drawing.rows.filter((row) => row.group === code))
  const token = tokensOf(figure, codesAlong(figure, 'group'), { select: null }).get(code) ?? 'context'
  const name = breakLines(phrasedName(figure, code, words), LANE, left > 0 ? left - 12 : width)
  const levels = stackedBy(rows, x)
  const stripe = top + (left > 0 ? 0 : name.length * 16 + 4)
  const height = Math.max((Math.max(...levels) + 1) * ROOM + 5, left > 0 ? name.length * 16 + 4 : 0)
  const points = rows.map((row, i) => ({ row, x: Math.round(x(momentOf(row.time, false).at)), y: stripe + 8 + (levels[i] ?? 0) * ROOM }))
  const marks = points.map(({ row, x: at, y }) => {
    const [from, to] = [x(momentOf(row.time, false).from), x(momentOf(row.time, false).to)]
    const span = row.time.length === 10 ? [] : [line(from - at, 0, to - at, 0, token, 1.5)]
    return { ...datum(row.series, readingOf(figure, row, words), [...span, symbol(shapeOf(drawing, row.answer), 0, 0, RADIUS, token, isAhead(figure, row))]), x: at, y }
  })
  const ground: Mark = { kind: 'rect', x: px(left), y: px(stripe), width: px(width - left), height, fill: { token: 'track' } }
  return { marks: [ground, ...lines(0, top + 13, name, 16, { font: LANE, token }), ...marks], points, bottom: stripe + height + 6 }
}

/** All lanes over one axis of years, with a line at the day until which the list is known. */
export function overview(drawing: Drawing): Plot {
  const { figure, rows, width } = drawing
  const moments = rows.map((row) => momentOf(row.time, false))
  const [first = 0, last = first] = extent(moments.flatMap(({ from, to }) => [Math.floor(from), Math.ceil(to)]))
  const left = width >= 560 ? 150 : 0
  const x = linear([first, Math.max(last, first + 1)], [left + RADIUS + 2, width - RADIUS - 2])
  const key = kindKey(drawing, '')
  const marks: Mark[] = []
  const points: PlacedRow[] = []
  const top = key.bottom + 6
  let bottom = top
  for (const code of codesAlong(figure, 'group').filter((one) => rows.some((row) => row.group === one))) {
    const own = lane(drawing, code, x, left, bottom)
    marks.push(...own.marks)
    points.push(...own.points)
    bottom = own.bottom
  }
  const now = momentOf(figure.published, false).from
  const known = now > first && now < last ? [line(x(now), top, x(now), bottom, 'ink', 1, '2 3')] : []
  const axis = calendarAxis(x, [first, Math.max(last, first + 1)], { left, top, right: width, bottom: bottom - 4 })
  return { height: bottom + 26, marks: [moved(0, 0, key.marks), ...marks, ...known, ...axis], points }
}
