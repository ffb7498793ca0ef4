/** Slope: two years side by side, a line for each series whose two values are declared comparable, named at both ends. */
import { max } from 'd3'
import { BREAK, inLanguage, type Row } from '../../../data/model/figure.ts'
import { yearOf } from '../../../data/model/time.ts'
import type { Token } from '../../look/tokens.ts'
import { unitWords } from '../../words/number.ts'
import { fill } from '../../words/words.ts'
import { emphasised, tokensOf } from '../colour.ts'
import type { ChartType, Drawing, Plot } from '../drawing.ts'
import { mayJoin } from '../joined.ts'
import { datum, FONTS, line, lines, text } from '../mark.ts'
import { breakLines, spread, textWidth } from '../measure.ts'
import { rangesLine, referenceAt, wanted } from '../moment.ts'
import { byMeasure, describeByMeasure } from '../parts.ts'
import { bareValue, isMarked, nameOf, shortName, statusNote, valueOf } from '../say.ts'
import { linear, type Scale } from '../scale.ts'
import { px, type Font, type Mark } from '../scene.ts'

type Pair = { code: string; from: Row | null; to: Row | null; strong: boolean; token: Token }
type Side = { readonly row: Row; readonly pair: Pair; readonly said: readonly string[] }
type Frame = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number; readonly y: Scale }

const LEADING = 14
const TOP = 40

const fontOf = (strong: boolean): Font => ({ ...(strong ? FONTS.strong : FONTS.label), size: 12 })

/** The first and the last year in which anything has a value. */
export function endsOf(rows: readonly Row[]): readonly [number, number] {
  const years = rows.filter((row) => row.value !== null).map((row) => yearOf(row.time))
  return years.length ? [Math.min(...years), Math.max(...years)] : [0, 0]
}

function pairsOf(drawing: Drawing): Pair[] {
  const { figure, rows, view } = drawing
  const [first, last] = endsOf(rows)
  const codes = wanted(drawing)
  const tokens = tokensOf(figure, codes, view)
  const strong = emphasised(figure, codes, view)
  const at = (code: string, year: number): Row | null =>
    rows.find((row) => row.series === code && yearOf(row.time) === year && row.value !== null) ?? null
  return codes.map((code) => ({
    code, from: first === last ? null : at(code, first), to: at(code, last), strong: strong.includes(code), token: tokens.get(code) ?? 'context',
  }))
}

/** The words at one end: name and value, in lines no wider than `room`. */
function sideOf({ figure, words, width }: Drawing, pairs: readonly Pair[], end: 'from' | 'to', room: number): Side[] {
  return pairs.flatMap((pair) => {
    const row = pair[end]
    if (!row) return []
    const name = width < 480 ? shortName(figure, pair.code, words) : nameOf(figure, pair.code, words)
    const value = bareValue(figure, row, words)
    const alone = end === 'to' ? pair.from === null : pair.to === null
    // at the left of a phone the name is left out, since the line leads to it
    const isNamed = width >= 480 || end === 'to' || alone
    // a line may break between the two, and in neither where there is room
    const label = end === 'to' ? `${value} ${BREAK}${name}` : isNamed ? `${name} ${BREAK}${value}` : value
    return [{ row, pair, said: breakLines(label, fontOf(pair.strong), room) }]
  })
}

const widest = (sides: readonly Side[]): number =>
  max(sides, ({ said, pair }) => Math.max(...said.map((one) => textWidth(one, fontOf(pair.strong))))) ?? 0

const gapOf = (sides: readonly Side[]): number => (max(sides, ({ said }) => said.length) ?? 1) * LEADING + 2

/** Labels beside their points, moved apart where they would touch, with a hair line to where they belong. */
function labels(sides: readonly Side[], { y, left, right, top, bottom }: Frame, end: 'from' | 'to'): Mark[] {
  const wishes = sides.map(({ row }) => y(Number(row.value)))
  const places = spread(wishes, gapOf(sides), top - 8, bottom + 8)
  return sides.flatMap(({ said, pair }, i) => {
    const [wish = 0, place = 0] = [wishes[i], places[i]]
    const [from, to] = end === 'to' ? [right + 5, right + 14] : [left - 5, left - 14]
    const leader = Math.abs(wish - place) > 3 ? [line(from, wish, to, place, 'ghost', 0.75)] : []
    const first = place + 4 - ((said.length - 1) * LEADING) / 2
    return [...leader, ...lines(end === 'to' ? right + 18 : left - 18, first, said, LEADING, {
      font: fontOf(pair.strong), token: pair.strong ? pair.token : 'context', anchor: end === 'to' ? 'start' : 'end',
    })]
  })
}

function pairMarks(drawing: Drawing, { y, left, right }: Frame, pair: Pair): Mark {
  const { figure, words } = drawing
  const token = pair.strong ? pair.token : 'context'
  const ends = [{ row: pair.from, x: left }, { row: pair.to, x: right }].flatMap(({ row, x }) => (row ? [{ row, x: px(x), y: px(y(Number(row.value))) }] : []))
  const [a, b] = ends
  const joined: Mark[] = a && b && mayJoin(drawing, pair.code) ? [line(a.x, a.y, b.x, b.y, pair.strong ? token : 'ghost', pair.strong ? 2 : 1.25)] : []
  const dots = ends.map(({ row, x, y: at }): Mark => (isMarked(row)
    ? { kind: 'circle', x, y: at, r: 3, fill: 'ground', stroke: token, width: 1.5 }
    : { kind: 'circle', x, y: at, r: 3, fill: token }))
  const said = ends.map(({ row }) => `${valueOf(figure, row, words)} (${words.date(row.time)})`).join(', ')
  const reference = Object.keys(figure.measures).length > 1 ? referenceAt(drawing, pair.code, yearOf((pair.to ?? pair.from)?.time ?? '')) : pair.code
  return datum(reference, `${nameOf(figure, pair.code, words)}: ${said}`, [...joined, ...dots])
}

/** What is told in words below: what the lines leave out, and every series that has a value in one year only, or in neither. */
function notes(drawing: Drawing, pairs: readonly Pair[]): string[] {
  const { figure, words, rows, width } = drawing
  const { messages } = words
  const names = (those: readonly Pair[]): string => words.list(those.map(({ code }) => nameOf(figure, code, words)))
  const [first, last] = endsOf(rows)
  const alone = first === last ? [] : pairs.filter(({ from, to }) => (from === null) !== (to === null))
  const none = pairs.filter(({ from, to }) => from === null && to === null)
  const isJoined = pairs.some((pair) => pair.from && pair.to && mayJoin(drawing, pair.code))
  const time = first === last ? words.date(String(last)) : words.list([first, last].map((year) => words.date(String(year))))
  return [
    first === last ? messages.slopeOneYear : isJoined ? messages.slopeBetween : '',
    alone.length ? fill(messages.slopeUnjoined, { names: names(alone) }) : '',
    none.length && first !== 0 ? fill(messages.missingAt, { time, names: names(none) }) : '',
    rangesLine(drawing, rows),
    statusNote(rows.filter((row) => pairs.some(({ from, to }) => row === from || row === to)), words, 'hollow'),
  ].filter(Boolean).flatMap((sentence) => breakLines(sentence, FONTS.detail, width))
}

function frameOf(drawing: Drawing, from: readonly Side[], to: readonly Side[]): Frame {
  const { width } = drawing
  const values = [...from, ...to].map(({ row }) => Number(row.value))
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  const needed = Math.max(from.length * gapOf(from), to.length * gapOf(to))
  const bottom = TOP + Math.max(width < 480 ? 280 : 320, needed)
  const year = textWidth('2000', FONTS.strong) / 2
  return {
    top: TOP, bottom, left: Math.max(year, widest(from) + 18), right: width - Math.max(year, widest(to) + 18),
    y: linear([low, high === low ? low + 1 : high], [bottom, TOP]),
  }
}

const plotOne = (drawing: Drawing): Plot => {
  const { width, words, rows, figure } = drawing
  const pairs = pairsOf(drawing)
  const [from, to] = [sideOf(drawing, pairs, 'from', width * 0.3), sideOf(drawing, pairs, 'to', width * (width < 480 ? 0.42 : 0.36))]
  const frame = frameOf(drawing, from, to)
  const { top, bottom, left, right, y } = frame
  const [first, last] = endsOf(rows)
  const drawn = pairs.filter((pair) => pair.from ?? pair.to).toSorted((a, b) => Number(a.strong) - Number(b.strong))
  const said = notes(drawing, pairs)
  const { before, axis } = unitWords(words, figure.unit)
  const heads = (first === last ? [[last, right]] as const : [[first, left], [last, right]] as const)
  return {
    height: bottom + 30 + said.length * 17,
    marks: [
      text(0, 12, (before + axis).trim(), { font: FONTS.axis, token: 'text' }),
      ...(first === 0 ? [] : heads.flatMap(([year, x]) => [
        line(x, top, x, bottom, 'rule'), text(x, top - 12, String(year), { font: FONTS.strong, anchor: 'middle' }),
      ])),
      ...drawn.map((pair) => pairMarks(drawing, frame, pair)),
      ...labels(from, frame, 'from'), ...labels(to, frame, 'to'),
      ...lines(0, bottom + 32, said, 17, { font: FONTS.detail, token: 'text' }),
    ],
    points: drawn.flatMap((pair) => [[pair.from, left], [pair.to, right]] as const)
      .flatMap(([row, x]) => (row ? [{ row, x: px(x), y: px(y(Number(row.value))) }] : [])),
  }
}

/** "…, % of GDP, 2000 and 2024: Viet Nam 53.9% → 90.2%; …" */
const describeOne = (drawing: Drawing): string => {
  const { figure, words, rows } = drawing
  if (!rows.length) return words.messages.emptySelection
  const pairs = pairsOf(drawing)
  const [from, to] = endsOf(rows).map((year) => words.date(String(year)))
  const say = (row: Row | null): string => (row ? valueOf(figure, row, words) : words.messages.missing)
  return fill(words.messages.describeSlope, {
    measure: inLanguage(figure.measure, words.code), unit: unitWords(words, figure.unit).printed, from: from ?? '', to: to ?? '',
    items: pairs.map((pair) => fill(words.messages.slopeItem, { name: nameOf(figure, pair.code, words), from: say(pair.from), to: say(pair.to) })).join(words.semicolon),
  })
}

export const slope: ChartType = { shapes: ['series'], needs: ['join'], byYear: true, apart: ['measure'], plot: byMeasure(plotOne), describe: describeByMeasure(describeOne) }
