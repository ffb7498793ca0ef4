/** Dots: one point a population, on one scale from zero, with who was asked beside it. Points are never joined. */
import { max } from 'd3'
import { type Row } from '../../../data/model/figure.ts'
import { shareAxis } from '../axis.ts'
import { describePoints } from '../describe.ts'
import type { ChartType, Drawing, Plot } from '../drawing.ts'
import { datum, FONTS, line, lines, text } from '../mark.ts'
import { breakLines, textWidth } from '../measure.ts'
import { detailOf, labelOf, nameOf, phrasedName } from '../say.ts'
import { codeOf, referenceOf } from '../select.ts'
import { linear, type Scale } from '../scale.ts'
import { px, type Mark, type PlacedRow } from '../scene.ts'

/** A value the source rounded or bounded is a hollow point; a precise one is full. */
const isHollow = (row: Row): boolean => !['exact', 'only'].includes(row.qualifier)

/** The words of a row, in a column of `width` pixels. */
function wordsOf(drawing: Drawing, row: Row, width: number): { name: string[]; detail: string[] } {
  const code = codeOf(drawing.figure, row)
  return {
    name: breakLines(phrasedName(drawing.figure, code, drawing.words), FONTS.strong, width),
    detail: breakLines(detailOf(drawing.figure, code, drawing.words), FONTS.detail, width).filter(Boolean),
  }
}

function point(drawing: Drawing, x: Scale, row: Row, y: number): Mark[] {
  if (row.value === null) return [text(x(0) + 8, y + 4, drawing.words.messages.missing, { token: 'text' })]
  const words = labelOf(drawing, row)
  const at = x(Number(row.value))
  const right = at + 12 + textWidth(words, FONTS.strong) <= drawing.width
  const below = at - 12 - textWidth(words, FONTS.strong) < x(0)
  return [
    line(x(0), y, at, y, 'ghost', 1.5, isHollow(row) ? '2 3' : undefined),
    { kind: 'circle', x: px(at), y: px(y), r: 6, fill: isHollow(row) ? 'ground' : 'japan', stroke: 'japan', width: 2 },
    right || below
      ? text(Math.min(at + 13, drawing.width - textWidth(words, FONTS.strong)), y + 4.5, words, { font: FONTS.strong, halo: true })
      : text(at - 13, y + 4.5, words, { font: FONTS.strong, anchor: 'end', halo: true }),
  ]
}

/** One row's marks under each other (narrow) or beside each other (wide), and its height. */
function row(drawing: Drawing, x: Scale, of: Row, top: number, column: number): { mark: Mark; height: number; y: number } {
  const isWide = column > 0
  const { name, detail } = wordsOf(drawing, of, isWide ? column - 20 : drawing.width)
  const text = (name.length + detail.length) * 17
  const y = isWide ? top + Math.max(17, text / 2 + 2) : top + text + 16
  const height = isWide ? Math.max(48, text + 24) : text + 46
  const full = `${nameOf(drawing.figure, codeOf(drawing.figure, of), drawing.words)}: ${labelOf(drawing, of)}`
  return { y, height, mark: datum(referenceOf(of), full, [
    ...lines(0, top + 13, name, 17, { font: FONTS.strong }),
    ...lines(0, top + 13 + name.length * 17, detail, 17, { font: FONTS.detail, token: 'text' }),
    ...point(drawing, x, of, y),
  ]) }
}

const plot = (drawing: Drawing): Plot => {
  const { rows, width, words, figure } = drawing
  const column = width >= 560 ? Math.min(290, width * 0.42) : 0
  const top = max(rows, (of) => Number(of.upper ?? of.value ?? 0)) ?? 0
  const room = max(rows, (of) => (Number(of.value) > top * 0.7 ? textWidth(labelOf(drawing, of), FONTS.strong) : 0)) ?? 0
  const x = linear([0, Math.max(top, 1)], [Math.max(column, 8), width - Math.max(16, room + 14)], 4)
  // a tick's number, and the unit at the last one, need this much room
  const ticks = (width < 420 ? [3, 2] : [5, 3, 2]).map((count) => x.ticks(count))
    .find(([first = 0, second = top]) => x(second) - x(first) >= 48) ?? x.ticks(1)
  let bottom = 28
  const marks: Mark[] = []
  const points: PlacedRow[] = []
  for (const of of rows) {
    const next = row(drawing, x, of, bottom, column)
    marks.push(next.mark)
    points.push({ row: of, x: x(Number(of.value ?? 0)), y: next.y })
    bottom += next.height
  }
  const grid = ticks.map((tick) => line(x(tick), 22, x(tick), bottom - 8, tick === 0 ? 'ink' : 'rule'))
  const behind = column > 0 ? grid : []
  return { height: bottom, marks: [...shareAxis(x, 14, words, figure.unit, ticks), ...behind, ...marks], points }
}

export const dots: ChartType = { shapes: ['shares'], needs: [], plot, describe: describePoints }
