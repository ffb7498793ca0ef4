/** Dots: one point a population, on one scale from zero, with who was asked beside it. Points are never joined. */
import { max } from 'd3'
import { spanOf } from '../../../data/model/ends.ts'
import type { Row } from '../../../data/model/figure.ts'
import { isToken, type Token } from '../../look/tokens.ts'
import { shareAxis } from '../axis.ts'
import { rect } from '../bar.ts'
import { describePoints } from '../describe.ts'
import type { ChartType, Drawing, Plot } from '../drawing.ts'
import { headingMarks, headingOf, whoMarks } from '../heading.ts'
import { datum, FONTS, line, text } from '../mark.ts'
import { textWidth } from '../measure.ts'
import { labelOf, rowName } from '../say.ts'
import { codeOf, referenceOf } from '../select.ts'
import { linear, type Scale } from '../scale.ts'
import { px, type Mark, type PlacedRow } from '../scene.ts'

/** A value the source rounded or bounded is a hollow point; a precise one is full. */
const isHollow = (row: Row): boolean => !['exact', 'only'].includes(row.qualifier)

/** The colour of who was asked; Japanese companies where the figure says nothing. */
function tokenOf({ figure }: Drawing, row: Row): Token {
  const own = figure.names[codeOf(figure, row)]?.colour ?? ''
  return isToken(own) ? own : 'japan'
}

/** A point, or two ends with a hatch between them for a range. */
function ends(x: Scale, row: Row, y: number, token: Token): Mark[] {
  const span = spanOf(row)
  if (!span) return []
  const [from, to] = [x(span.from), x(span.to)]
  const circle = (at: number): Mark => ({ kind: 'circle', x: px(at), y: px(y), r: 6, fill: isHollow(row) ? 'ground' : token, stroke: token, width: 2 })
  const leader = line(x(0), y, from, y, 'ghost', 1.5, isHollow(row) ? '2 3' : undefined)
  return to > from ? [leader, rect(from, to, px(y - 5), 10, token, 'hatch'), circle(from), circle(to)] : [leader, circle(from)]
}

function point(drawing: Drawing, x: Scale, row: Row, y: number): Mark[] {
  const span = spanOf(row)
  if (!span) return [text(x(0) + 8, y + 4, drawing.words.messages.missing, { token: 'text' })]
  const words = labelOf(drawing, row)
  const [left, right] = [x(span.from) - 12, x(span.to) + 12]
  const width = textWidth(words, FONTS.strong)
  const isRight = right + width <= drawing.width || left - width < x(0)
  return [
    ...ends(x, row, y, tokenOf(drawing, row)),
    isRight
      ? text(Math.min(right + 1, drawing.width - width), y + 4.5, words, { font: FONTS.strong, halo: true })
      : text(left - 1, y + 4.5, words, { font: FONTS.strong, anchor: 'end', halo: true }),
  ]
}

/** One row's marks under each other (narrow) or beside each other (wide), and its height. */
function row(drawing: Drawing, x: Scale, of: Row, top: number, column: number): { mark: Mark; height: number; y: number } {
  const isWide = column > 0
  const heading = headingOf(drawing, of, isWide ? column - 20 : drawing.width)
  const y = isWide ? top + Math.max(17, heading.height / 2 + 2) : top + heading.height + 16
  const height = isWide ? Math.max(48, heading.height + 24) : heading.height + 46
  const full = `${rowName(drawing.figure, of, drawing.words)}: ${labelOf(drawing, of)}`
  return { y, height, mark: datum(referenceOf(of), full, [...headingMarks(heading, top + 13), ...point(drawing, x, of, y)]) }
}

/** Ticks with room for a number each, and for the unit at the last one. */
const ticksOf = (x: Scale, top: number, width: number): number[] => (width < 420 ? [3, 2] : [5, 3, 2]).map((count) => x.ticks(count))
  .find(([first = 0, second = top]) => x(second) - x(first) >= 48) ?? x.ticks(1)

const plot = (drawing: Drawing): Plot => {
  const { rows, width, words, figure } = drawing
  const column = width >= 560 ? Math.min(290, width * 0.42) : 0
  const top = max(rows, (of) => Math.max(Number(of.upper ?? 0), spanOf(of)?.to ?? 0)) ?? 0
  const room = max(rows, (of) => ((spanOf(of)?.to ?? 0) > top * 0.7 ? textWidth(labelOf(drawing, of), FONTS.strong) : 0)) ?? 0
  const x = linear([0, Math.max(top, 1)], [Math.max(column, 8), width - Math.max(16, room + 14)], 4)
  const ticks = ticksOf(x, top, width)
  const who = whoMarks(drawing)
  let bottom = who.height + 28
  const marks: Mark[] = []
  const points: PlacedRow[] = []
  for (const of of rows) {
    const next = row(drawing, x, of, bottom, column)
    marks.push(next.mark)
    points.push({ row: of, x: x(spanOf(of)?.middle ?? 0), y: next.y })
    bottom += next.height
  }
  const grid = ticks.map((tick) => line(x(tick), who.height + 22, x(tick), bottom - 8, tick === 0 ? 'ink' : 'rule'))
  const behind = column > 0 ? grid : []
  return { height: bottom, marks: [...who.marks, ...shareAxis(x, who.height + 14, words, figure.unit, ticks), ...behind, ...marks], points }
}

export const dots: ChartType = { shapes: ['shares'], needs: [], plot, describe: describePoints }
