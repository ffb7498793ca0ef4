/** Bars: shares of one population or several, each from zero on one scale, ending as its qualifier says. Never stacked. */
import { max } from 'd3'
import { phrased, type Row } from '../../../data/model/figure.ts'
import { isUnit, UNITS } from '../../../data/model/unit.ts'
import { bar } from '../bar.ts'
import { shareAxis } from '../axis.ts'
import { tokensOf } from '../colour.ts'
import { describePoints } from '../describe.ts'
import type { ChartType, Drawing, Plot } from '../drawing.ts'
import { datum, FONTS, line, lines, text } from '../mark.ts'
import { breakLines, textWidth } from '../measure.ts'
import { detailOf, labelOf, phrasedName, rowName } from '../say.ts'
import { codeOf, codesOf, referenceOf } from '../select.ts'
import { linear, type Scale } from '../scale.ts'
import type { Mark, PlacedRow } from '../scene.ts'

const THICK = 16

/** What a bar is called: the answer where one population gave them all, else the population, and the answer if there are several. */
function wordsOf(drawing: Drawing, row: Row, width: number): { name: string[]; detail: string[] } {
  const { figure, rows, words } = drawing
  const answer = figure.answers[row.answer]
  const one = codesOf(figure, rows).length === 1 && answer !== undefined
  const name = one ? phrased(answer, words.code) : phrasedName(figure, codeOf(figure, row), words)
  const detail = one ? '' : detailOf(figure, codeOf(figure, row), words)
  return { name: breakLines(name, FONTS.strong, width), detail: breakLines(detail, FONTS.detail, width).filter(Boolean) }
}

function value(drawing: Drawing, x: Scale, row: Row, y: number): Mark[] {
  if (row.value === null) return [text(x(0) + 8, y + 12, drawing.words.messages.missing, { token: 'text' })]
  const token = tokensOf(drawing.figure, codesOf(drawing.figure, drawing.rows), drawing.view).get(codeOf(drawing.figure, row)) ?? 'context'
  const label = labelOf(drawing, row)
  const end = Math.max(...bar(x, row, y, THICK, token).map((mark) => (mark.kind === 'rect' ? mark.x + mark.width : 0)))
  const left = Math.min(end + 8, drawing.width - textWidth(label, FONTS.strong))
  return [...bar(x, row, y, THICK, token), text(left, y + 12.5, label, { font: FONTS.strong, halo: true })]
}

function rowMarks(drawing: Drawing, x: Scale, row: Row, top: number, column: number): { mark: Mark; height: number; y: number } {
  const { name, detail } = wordsOf(drawing, row, column > 0 ? column - 20 : drawing.width)
  const words = (name.length + detail.length) * 17
  const y = column > 0 ? top + 3 : top + words + 6
  return {
    y: y + THICK / 2,
    height: column > 0 ? Math.max(38, words + 14) : words + THICK + 26,
    mark: datum(referenceOf(row), `${rowName(drawing.figure, row, drawing.words)}: ${labelOf(drawing, row)}`, [
      ...lines(0, top + 14, name, 17, { font: FONTS.strong }),
      ...lines(0, top + 14 + name.length * 17, detail, 17, { font: FONTS.detail, token: 'text' }),
      ...value(drawing, x, row, y),
    ]),
  }
}

const plot = (drawing: Drawing): Plot => {
  const { rows, width, words, figure } = drawing
  const column = width >= 560 ? Math.min(310, width * 0.42) : 0
  const share = isUnit(figure.unit) && UNITS[figure.unit].share
  const top = share ? 100 : (max(rows, (row) => Number(row.upper ?? row.value ?? 0)) ?? 1)
  const x = linear([0, top], [column, width - 16])
  const ticks = share ? [0, 50, 100] : x.ticks(4)
  let bottom = 30
  const marks: Mark[] = []
  const points: PlacedRow[] = []
  for (const row of rows) {
    const next = rowMarks(drawing, x, row, bottom, column)
    marks.push(next.mark)
    points.push({ row, x: x(Number(row.value ?? 0)), y: next.y })
    bottom += next.height
  }
  const grid = ticks.map((tick) => line(x(tick), 22, x(tick), bottom - 8, tick === 0 ? 'ink' : 'rule'))
  return { height: bottom, marks: [...shareAxis(x, 14, words, figure.unit, ticks), ...(column > 0 ? grid : []), ...marks], points }
}

export const bars: ChartType = { shapes: ['shares'], needs: [], plot, describe: describePoints }
