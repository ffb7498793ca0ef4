/** Stacked: the answers of each population as parts of one bar, in their order; they add up to the whole. */
import { BREAK, phrased, type Row } from '../../../data/model/figure.ts'
import { add, compare } from '../../../data/model/quantity.ts'
import { STEP_TOKENS, type Token } from '../../look/tokens.ts'
import { fill } from '../../words/words.ts'
import { rect } from '../bar.ts'
import type { ChartType, Drawing, Plot } from '../drawing.ts'
import { flow } from '../flow.ts'
import { datum, FONTS, line, lines, text } from '../mark.ts'
import { breakLines, side, textWidth } from '../measure.ts'
import { bareValue, detailOf, labelOf, phrasedName, rowName } from '../say.ts'
import { codeOf, referenceOf } from '../select.ts'
import { linear, type Scale } from '../scale.ts'
import { px, type Mark, type PlacedRow } from '../scene.ts'

const THICK = 22
/** Between two parts, and between two labels. */
const [SEAM, APART] = [1.5, 8]
/** From the top of the labels to the bar. */
const ABOVE = 22

/** The answers that the figure has in any view, so that each keeps its colour. */
const answersOf = ({ figure }: Drawing): string[] => [...new Set(figure.rows.map((row) => row.answer))]

/** The steps of the scale spread over as many answers as there are: of two the darkest and the lightest. */
const tokenOf = (drawing: Drawing, answer: string): Token => {
  const answers = answersOf(drawing)
  const at = (answers.indexOf(answer) * (STEP_TOKENS.length - 1)) / Math.max(1, answers.length - 1)
  return STEP_TOKENS[Math.round(at)] ?? 'context'
}

/** An answer in words, with the marks at which they may break; its code where the figure has none. */
const answerName = ({ figure, words }: Drawing, answer: string): string => {
  const name = figure.answers[answer]
  return name ? phrased(name, words.code) : answer
}

/** A part is ruled by slanting lines, which readers know as a hatch, where its source does not print it so, or not as a plain number. */
const isHatched = ({ status, qualifier }: Row): boolean => status !== 'final' || !['exact', 'only'].includes(qualifier)

const paint = (drawing: Drawing, row: Row, x1: number, x2: number, y: number, height = THICK): Mark =>
  rect(x1, x2, y, height, tokenOf(drawing, row.answer), isHatched(row) ? 'ruled' : undefined)

/** The answers in their order, each with its colour. */
function legend(drawing: Drawing): { marks: Mark[]; bottom: number } {
  const { rows, width } = drawing
  const items = answersOf(drawing).flatMap((answer) => {
    const row = rows.find((one) => one.answer === answer)
    return row ? [{ row, lines: breakLines(answerName(drawing, answer), FONTS.detail, width - 18) }] : []
  })
  const spots = flow(items.map((item) => 18 + Math.max(...item.lines.map((words) => textWidth(words, FONTS.detail)))), width, 16)
  let [top, next] = [0, 0]
  const marks = items.flatMap((item, i) => {
    const x = spots[i]?.x ?? 0
    if (x === 0) top = next
    next = Math.max(next, top + item.lines.length * 17 + 3)
    return [paint(drawing, item.row, x, x + 12, top + 2, 12), ...lines(x + 18, top + 12.5, item.lines, 17, { font: FONTS.detail })]
  })
  return { marks, bottom: next }
}

type Part = { readonly row: Row; readonly from: number; readonly to: number }

/** Where each part of a population begins and ends, on a scale on which the line they diverge from is 0. */
function partsOf(rows: readonly Row[], centre: string | undefined): Part[] {
  let end = 0
  const parts = rows.map((row) => {
    const from = end
    end += Number(row.value ?? 0)
    return { row, from, to: end }
  })
  const zero = parts.find(({ row }) => row.answer === centre)?.to ?? 0
  return parts.map(({ row, from, to }) => ({ row, from: from - zero, to: to - zero }))
}

type Labels = { readonly of: ReadonlyMap<Row, readonly Mark[]>; readonly height: number }

/** The values in lines, each behind its colour: where they do not fit over their parts. */
function listed(drawing: Drawing, parts: readonly Part[], said: readonly string[], left: number, top: number): Labels {
  const spots = flow(said.map((label) => 16 + textWidth(label, FONTS.strong)), drawing.width - left, APART)
  const of = new Map(parts.map(({ row }, i) => {
    const [x, y] = [left + (spots[i]?.x ?? 0), top + (spots[i]?.line ?? 0) * 18]
    return [row, [paint(drawing, row, x, x + 11, y + 3, 11), text(x + 16, y + 12.5, said[i] ?? '', { font: FONTS.strong })]] as const
  }))
  return { of, height: ((spots.at(-1)?.line ?? 0) + 1) * 18 + 4 }
}

/** Each part's value above it; one that is wider than its part is moved aside and led back to it. */
function labels(drawing: Drawing, x: Scale, parts: readonly Part[], left: number, top: number): Labels {
  const { figure, words, width } = drawing
  const said = parts.map(({ row }) => bareValue(figure, row, words))
  // figures may be set in one width, the widest
  const widths = said.map((label) => textWidth(label.replaceAll(/\d/g, '0'), FONTS.strong))
  const centres = parts.map(({ from, to }) => x((from + to) / 2))
  const places = side(centres, widths, APART, left, width)
  if (places === null) return listed(drawing, parts, said, left, top)
  const of = new Map(parts.map(({ row, from, to }, i) => {
    const [at, own] = [places[i] ?? 0, centres[i] ?? 0]
    const reach = Math.min(Math.max(own, at - (widths[i] ?? 0) / 2 + 1), at + (widths[i] ?? 0) / 2 - 1)
    const isOver = x(from) <= reach && reach <= x(to)
    const leader = isOver ? [] : [line(reach, top + 16, own, top + ABOVE - 1, 'text')]
    return [row, [text(at, top + 12.5, said[i] ?? '', { font: FONTS.strong, anchor: 'middle' }), ...(row.value === null ? [] : leader)]] as const
  }))
  return { of, height: ABOVE }
}

type Block = { readonly marks: readonly Mark[]; readonly points: readonly PlacedRow[]; readonly height: number }

/** One population: its name and who was asked, beside its bar or above it. */
function block(drawing: Drawing, x: Scale, rows: readonly Row[], top: number, column: number): Block {
  const { figure, words, width } = drawing
  const [first] = rows
  if (!first) return { marks: [], points: [], height: 0 }
  const room = column > 0 ? column - 20 : width
  const time = first.time === '' ? '' : `${words.comma}${words.date(first.time)}`
  const name = breakLines(phrasedName(figure, codeOf(figure, first), words) + time, FONTS.strong, room)
  const detail = breakLines(detailOf(figure, codeOf(figure, first), words), FONTS.detail, room).filter(Boolean)
  const parts = partsOf(rows, figure.centre)
  const height = (name.length + detail.length) * 17
  const above = column > 0 ? top : top + height + 4
  const said = labels(drawing, x, parts, column, above)
  const bar = above + said.height
  const middle = (part: Part): number => x((part.from + part.to) / 2)
  const zero = x(0) - SEAM / 2
  // the thinnest part is a pixel wide, also at the very end
  const left = (part: Part): number => Math.min(x(part.from), width - 1)
  return {
    height: column > 0 ? Math.max(height, said.height + THICK) + 20 : height + 4 + said.height + THICK + 20,
    points: parts.map((part) => ({ row: part.row, x: px(middle(part)), y: px(bar + THICK / 2) })),
    marks: [
      ...lines(0, top + 13, name, 17, { font: FONTS.strong }),
      ...lines(0, top + 13 + name.length * 17, detail, 17, { font: FONTS.detail, token: 'text' }),
      ...parts.map((part) => datum(referenceOf(part.row), `${rowName(figure, part.row, words)}${words.messages.colon}${labelOf(drawing, part.row)}`, [
        ...(part.to > part.from ? [paint(drawing, part.row, left(part), Math.max(left(part) + 1, x(part.to) - SEAM), bar)] : []),
        ...(said.of.get(part.row) ?? []),
      ])),
      ...(figure.centre && parts.some((part) => part.to === 0) ? [line(zero, bar - 4, zero, bar + THICK + 5, 'ink', 1.5)] : []),
    ],
  }
}

/** Which values are not printed so by the source, and that rounded shares may miss the whole. */
function notes(drawing: Drawing, bars: readonly (readonly Row[])[], top: number): { marks: Mark[]; bottom: number } {
  const { rows, words, width } = drawing
  const hatched = Map.groupBy(rows.filter((row) => isHatched(row) && row.status !== 'final'), (row) => row.status)
  const items = [...hatched].map(([status, own]) => {
    const answers = [...new Set(own.map((row) => answerName(drawing, row.answer).replaceAll(BREAK, '')))]
    return `${words.messages[`status-${status}`]}${words.space}(${words.list(answers)})`
  })
  const isOff = bars.some((own) => compare(own.reduce((sum, row) => add(sum, row.value ?? '0'), '0'), '100') !== 0)
  const said = [items.length ? fill(words.messages.hatched, { statuses: items.join(words.semicolon) }) : '', isOff ? words.messages.roundedParts : '']
    .filter(Boolean).flatMap((sentence) => breakLines(sentence, FONTS.detail, width))
  return { marks: lines(0, top + 12, said, 17, { font: FONTS.detail, token: 'text' }), bottom: top + said.length * 17 + 4 }
}

const barsOf = (rows: readonly Row[]): (readonly Row[])[] => [...Map.groupBy(rows, (row) => `${row.group} ${row.time}`).values()]

const plot = (drawing: Drawing): Plot => {
  const { figure, rows, width } = drawing
  const column = width >= 560 ? Math.min(270, width * 0.36) : 0
  const bars = barsOf(rows)
  const ends = bars.flatMap((own) => partsOf(own, figure.centre).flatMap(({ from, to }) => [from, to]))
  const x = linear([Math.min(0, ...ends), Math.max(1, ...ends, figure.centre ? 1 : 100)], [column, width])
  const key = legend(drawing)
  let bottom = key.bottom + 14
  const blocks = bars.map((own) => {
    const next = block(drawing, x, own, bottom, column)
    bottom += next.height
    return next
  })
  const foot = notes(drawing, bars, bottom)
  return {
    height: foot.bottom, points: blocks.flatMap((one) => one.points),
    marks: [...key.marks, ...blocks.flatMap((one) => one.marks), ...foot.marks],
  }
}

const describe = ({ figure, rows, words }: Drawing): string => fill(words.messages.describeParts, {
  items: rows.map((row) => `${rowName(figure, row, words)} ${labelOf({ figure, words }, row)}`).join(words.semicolon),
})

export const stacked: ChartType = { shapes: ['shares'], needs: ['parts'], plot, describe }
