/** Matrix: for each code a paragraph of the things it is paired with, each behind the marks of the kinds that apply. */
import { inAuthorsOrder, inLanguage, phrased, type Row } from '../../../data/model/figure.ts'
import { fill } from '../../words/words.ts'
import type { ChartType, Drawing, Plot } from '../drawing.ts'
import { isBlank, kindName, pairName, pairsOf } from '../entry.ts'
import { flow } from '../flow.ts'
import { datum, FONTS, line, lines, text } from '../mark.ts'
import { breakLines, textWidth } from '../measure.ts'
import { nameOf, phrasedName } from '../say.ts'
import { codeOf, codesOf, referenceOf } from '../select.ts'
import { coordinate, px, type Mark, type PlacedRow } from '../scene.ts'

/** From one mark to the next of the same thing, from thing to thing, and from line to line. */
const [STEP, GAP, LEADING] = [12, 16, 23]
const R = 4.5
const DETAIL = { font: FONTS.detail, token: 'text' } as const

const path = (x: number, y: number, points: readonly (readonly [number, number])[]): string =>
  `${points.map(([dx, dy], i) => `${i === 0 ? 'M' : 'L'}${coordinate(x + dx)} ${coordinate(y + dy)}`).join('')}Z`

/** The mark of a kind, told apart by its form alone; a kind past the last form is its number. */
function glyph(kind: number, x: number, y: number): Mark {
  const form = (points: readonly (readonly [number, number])[]): Mark => ({ kind: 'path', d: path(x, y, points), fill: { token: 'ink' } })
  switch (kind) {
    case 0: return { kind: 'circle', x: px(x), y: px(y), r: R, fill: 'ink' }
    case 1: return form([[0, -5.5], [5.5, 0], [0, 5.5], [-5.5, 0]])
    case 2: return form([[0, -5], [5, 4], [-5, 4]])
    case 3: return { kind: 'circle', x: px(x), y: px(y), r: R - 0.75, fill: 'ground', stroke: 'ink', width: 1.5 }
    case 4: return form([[-4, -4], [4, -4], [4, 4], [-4, 4]])
    default: return text(x, y + 4, String(kind + 1), { font: FONTS.axis, anchor: 'middle' })
  }
}

const kindsIn = ({ figure, rows }: Drawing): string[] => inAuthorsOrder(figure, figure.answers).filter((kind) => rows.some((row) => row.answer === kind))

/** The forms keep their meaning in every selection of the figure. */
const formOf = ({ figure }: Drawing, row: Row): number => inAuthorsOrder(figure, figure.answers).indexOf(row.answer)

/** What the marks mean, and how many things each applies to. */
function legend(drawing: Drawing): { marks: Mark[]; bottom: number } {
  const { figure, rows, words, width } = drawing
  const items = kindsIn(drawing).map((kind) => {
    const count = words.number(String(rows.filter((row) => row.answer === kind).length))
    const name = `${phrased(figure.answers[kind] ?? {}, words.code)}${words.comma}${count}`
    return { form: inAuthorsOrder(figure, figure.answers).indexOf(kind), lines: breakLines(name, FONTS.detail, width - 16) }
  })
  const spots = flow(items.map((item) => 16 + Math.max(0, ...item.lines.map((words) => textWidth(words, FONTS.detail)))), width, GAP)
  const tops = topsOf(spots.map((spot) => spot.line), items.map((item) => item.lines.length * 17), 3)
  const marks = items.flatMap((item, i) => {
    const [x, y] = [spots[i]?.x ?? 0, tops.at(i)]
    return [glyph(item.form, x + 5.5, y + 8), ...lines(x + 16, y + 12.5, item.lines, 17, { font: FONTS.detail })]
  })
  return { marks, bottom: tops.bottom }
}

/** Tops of items in lines, each line as high as its highest item. */
function topsOf(lineOf: readonly number[], heights: readonly number[], between: number): { at: (item: number) => number; bottom: number } {
  const tops: number[] = []
  let bottom = 0
  for (let i = 0; i <= Math.max(-1, ...lineOf); i += 1) {
    tops.push(bottom)
    bottom += between + Math.max(0, ...heights.filter((_, item) => lineOf[item] === i))
  }
  return { at: (item) => tops[lineOf[item] ?? 0] ?? 0, bottom }
}

type Placed = { readonly marks: readonly Mark[]; readonly points: readonly PlacedRow[]; readonly bottom: number }

/** The marks of one thing, and its name after them. */
function thing(drawing: Drawing, rows: readonly Row[], name: readonly string[], x: number, y: number): Placed {
  const { figure, words } = drawing
  const places = rows.map((row, i) => ({ row, x: px(x + 5.5 + i * STEP), y: px(y + 9) }))
  const marks = places.map((place, i) => datum(
    referenceOf(place.row), `${pairName(figure, place.row, words)}${words.messages.colon}${kindName(figure, place.row, words)}`,
    [glyph(formOf(drawing, place.row), place.x, place.y), ...(i === 0 ? lines(x + rows.length * STEP + 3, y + 13.5, name, 17) : [])],
  ))
  return { marks, points: places, bottom: y + name.length * 17 }
}

/** The words of a code without entry: where they stand is where it is read. */
function blank(drawing: Drawing, row: Row, x: number, y: number): Placed {
  const { figure, words } = drawing
  const label = `${nameOf(figure, codeOf(figure, row), words)}${words.messages.colon}${words.messages.noEntry}`
  const mark = datum(referenceOf(row), label, [text(x, y + 13.5, words.messages.noEntry, { token: 'text' })])
  return { marks: [mark], points: [{ row, x: px(x + 5.5), y: px(y + 9) }], bottom: y + 17 }
}

/** All that a code is paired with, in lines from `x` to the right edge. */
function paragraph(drawing: Drawing, rows: readonly Row[], x: number, top: number): Placed {
  const { figure, words, width } = drawing
  const [first] = rows
  if (first && isBlank(first)) return blank(drawing, first, x, top)
  const pairs = pairsOf(rows).map((own) => {
    const indent = own.length * STEP + 3
    const name = breakLines(phrasedName(figure, own[0]?.group ?? '', words), FONTS.label, width - x - indent)
    return { own, name, width: indent + Math.max(0, ...name.map((line) => textWidth(line, FONTS.label))) }
  })
  const spots = flow(pairs.map((pair) => pair.width), width - x, GAP)
  const tops = topsOf(spots.map((spot) => spot.line), pairs.map((pair) => pair.name.length * 17), LEADING - 17)
  const things = pairs.map(({ own, name }, i) => thing(drawing, own, name, x + (spots[i]?.x ?? 0), top + tops.at(i)))
  return { marks: things.flatMap((one) => one.marks), points: things.flatMap((one) => one.points), bottom: top + tops.bottom - (LEADING - 17) }
}

/** A code's name and how much it is paired with, and its paragraph beside it or, on a phone, below. */
function block(drawing: Drawing, code: string, top: number, column: number): Placed {
  const { figure, words, width } = drawing
  const rows = drawing.rows.filter((row) => codeOf(figure, row) === code)
  const isListed = rows.some((row) => !isBlank(row))
  const count = fill(words.messages.listed, { count: words.number(String(pairsOf(rows).length)) })
  const name = breakLines(phrasedName(figure, code, words), FONTS.strong, column > 0 ? column - 16 : width)
  const end = textWidth(name.at(-1) ?? '', FONTS.strong) + 8
  const beside = column === 0 && end + textWidth(isListed ? count : words.messages.noEntry, FONTS.label) <= width
  const last = top + name.length * 17
  const head = isListed && !beside ? last + 17 : last
  const body = beside && !isListed ? paragraph(drawing, rows, end, last - 17) : paragraph(drawing, rows, column, column > 0 ? top : head + 5)
  const under = beside ? text(end, last - 3.5, count, DETAIL) : text(0, last + 13.5, count, DETAIL)
  return {
    ...body, bottom: Math.max(body.bottom, head),
    marks: [...lines(0, top + 13.5, name, 17, { font: FONTS.strong }), ...(isListed ? [under] : []), ...body.marks],
  }
}

const plot = (drawing: Drawing): Plot => {
  const { figure, rows, width } = drawing
  const column = width >= 480 ? Math.min(132, width * 0.25) : 0
  const key = legend(drawing)
  const marks: Mark[] = [...key.marks]
  const points: PlacedRow[] = []
  let bottom = key.bottom + 8
  for (const code of codesOf(figure, rows)) {
    const next = block(drawing, code, bottom + 10, column)
    marks.push(line(0, bottom, width, bottom, 'rule'), ...next.marks)
    points.push(...next.points)
    bottom = next.bottom + 10
  }
  return { height: bottom, marks, points }
}

const describe = (drawing: Drawing): string => {
  const { figure, rows, words } = drawing
  const counted = (name: string, count: number): string => `${name} ${words.number(String(count))}`
  const of = (code: string): Row[] => rows.filter((row) => codeOf(figure, row) === code)
  const items = codesOf(figure, rows).map((code) => (of(code).every(isBlank)
    ? `${nameOf(figure, code, words)} ${words.messages.noEntry}`
    : counted(nameOf(figure, code, words), pairsOf(of(code)).length)))
  const kinds = kindsIn(drawing).map((kind) => counted(inLanguage(figure.answers[kind] ?? {}, words.code), rows.filter((row) => row.answer === kind).length))
  return fill(words.messages.describeMatrix, {
    measure: inLanguage(figure.measure, words.code), items: items.join(words.semicolon), kinds: kinds.join(words.semicolon) || words.messages.noEntry,
  })
}

export const matrix: ChartType = { shapes: ['matrix'], needs: [], plot, describe }
