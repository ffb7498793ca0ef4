/** Bars: shares of one population or several, each from zero on one scale, ending as its qualifier says. Never stacked. */
import { max } from 'd3'
import { isMissing, spanOf } from '../../../data/model/ends.ts'
import type { Row } from '../../../data/model/figure.ts'
import { isUnit, UNITS } from '../../../data/model/unit.ts'
import { bar } from '../bar.ts'
import { shareAxis } from '../axis.ts'
import { tokensOf } from '../colour.ts'
import { describeBars } from '../describe.ts'
import type { ChartType, Drawing, Plot } from '../drawing.ts'
import { headingMarks, headingOf, whoMarks } from '../heading.ts'
import { datum, FONTS, line, text } from '../mark.ts'
import { textWidth } from '../measure.ts'
import { labelOf, rowName } from '../say.ts'
import { codeOf, codesOf, referenceOf } from '../select.ts'
import { linear, type Scale } from '../scale.ts'
import type { Mark, PlacedRow } from '../scene.ts'

const THICK = 16

function value(drawing: Drawing, x: Scale, row: Row, y: number): Mark[] {
  if (isMissing(row)) return [text(x(0) + 8, y + 12, drawing.words.messages.missing, { token: 'text' })]
  const token = tokensOf(drawing.figure, codesOf(drawing.figure, drawing.rows), drawing.view).get(codeOf(drawing.figure, row)) ?? 'context'
  const label = labelOf(drawing, row)
  const end = Math.max(...bar(x, row, y, THICK, token).map((mark) => (mark.kind === 'rect' ? mark.x + mark.width : 0)))
  const left = Math.min(end + 8, drawing.width - textWidth(label, FONTS.strong))
  return [...bar(x, row, y, THICK, token), text(left, y + 12.5, label, { font: FONTS.strong, halo: true })]
}

function rowMarks(drawing: Drawing, x: Scale, row: Row, top: number, column: number): { mark: Mark; height: number; y: number } {
  const heading = headingOf(drawing, row, column > 0 ? column - 20 : drawing.width)
  const y = column > 0 ? top + 3 : top + heading.height + 6
  return {
    y: y + THICK / 2,
    height: column > 0 ? Math.max(38, heading.height + 14) : heading.height + THICK + 26,
    mark: datum(referenceOf(row), `${rowName(drawing.figure, row, drawing.words)}: ${labelOf(drawing, row)}`,
      [...headingMarks(heading, top + 14), ...value(drawing, x, row, y)]),
  }
}

const plot = (drawing: Drawing): Plot => {
  const { rows, width, words, figure } = drawing
  const column = width >= 560 ? Math.min(310, width * 0.42) : 0
  const share = isUnit(figure.unit) && UNITS[figure.unit].share
  const top = share ? 100 : (max(rows, (row) => Math.max(Number(row.upper ?? 0), spanOf(row)?.to ?? 0)) ?? 1)
  const x = linear([0, top], [column, width - 16])
  const ticks = share ? [0, 50, 100] : x.ticks(4)
  const who = whoMarks(drawing)
  let bottom = who.height + 30
  const marks: Mark[] = []
  const points: PlacedRow[] = []
  for (const row of rows) {
    const next = rowMarks(drawing, x, row, bottom, column)
    marks.push(next.mark)
    points.push({ row, x: x(spanOf(row)?.middle ?? 0), y: next.y })
    bottom += next.height
  }
  const grid = ticks.map((tick) => line(x(tick), who.height + 22, x(tick), bottom - 8, tick === 0 ? 'ink' : 'rule'))
  return { height: bottom, marks: [...who.marks, ...shareAxis(x, who.height + 14, words, figure.unit, ticks), ...(column > 0 ? grid : []), ...marks], points }
}

export const bars: ChartType = { shapes: ['shares'], needs: [], plot, describe: describeBars }
