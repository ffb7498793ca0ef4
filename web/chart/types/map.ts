/** Map: Southeast Asia in one year of a series. Every value is printed beside its name, so that no shade has to be read. */
import { BREAK, inLanguage, type Row } from '../../../data/model/figure.ts'
import { unitWords } from '../../words/number.ts'
import { fill } from '../../words/words.ts'
import type { ChartType, Drawing, Plot } from '../drawing.ts'
import { rect } from '../bar.ts'
import { AROUND, LAND, MAP_SIZE } from '../land.ts'
import { datum, FONTS, line, lines, text } from '../mark.ts'
import { breakLines } from '../measure.ts'
import { apartOf, itemOf, momentOf, spoken, type Moment } from '../moment.ts'
import { roomOf, touches, type Room } from '../room.ts'
import { bareValue, isMarked, labelOf, nameOf, shortName, statusOf } from '../say.ts'
import { coordinate, px, type Mark, type Paint, type TextMark } from '../scene.ts'
import { referenceOf } from '../select.ts'
import { shadesOf, type Shade } from '../shades.ts'

type Code = keyof typeof LAND
type Spot = readonly [x: number, y: number]

/** Where the words of an economy stand, in map units; with a place to point at where they stand in the sea. */
const SPOTS: Readonly<Record<Code, { readonly at: Spot; readonly from?: Spot; readonly isSmall?: true }>> = {
  BRN: { at: [430, 425], from: [463, 490], isSmall: true }, IDN: { at: [440, 600] }, KHM: { at: [266, 328] },
  LAO: { at: [222, 182] }, MMR: { at: [92, 110] }, MYS: { at: [205, 500] }, PHL: { at: [770, 300], from: [690, 330] },
  SGP: { at: [305, 620], from: [241, 555], isSmall: true }, THA: { at: [196, 246] },
  TLS: { at: [800, 775], from: [694, 760], isSmall: true }, VNM: { at: [425, 250], from: [345, 290] },
}

const isOnMap = (code: string): code is Code => Object.hasOwn(LAND, code)
const CODES = Object.keys(LAND).filter(isOnMap)

/** Rings of map units as a path, `scale` pixels a unit. */
function pathOf(rings: string, scale: number): string {
  return rings.split(',').map((ring) => {
    const steps = ring.trim().split(' ').map(Number)
    let [x, y] = [0, 0]
    const points = steps.flatMap((step, i) => {
      if (i % 2 === 0) { x += step; return [] }
      y += step
      return [`${coordinate(x * scale)},${coordinate(y * scale)}`]
    })
    return `M${points.join('L')}Z`
  }).join('')
}

type Layout = { readonly scale: number; readonly top: number; readonly moment: Moment; readonly shades: readonly Shade[] }

const rowAt = (moment: Moment, code: string): Row | null => moment.ranked.find((row) => row.series === code) ?? null

/** The shade of an economy; hatched where there is no value, or one that is not its source's last word. */
function paintOf({ shades, moment }: Layout, code: string): Paint {
  const row = rowAt(moment, code)
  const token = row ? shades.find(({ rows }) => rows.includes(row))?.token : undefined
  return token && row ? { token, ...(isMarked(row) ? { texture: 'hatch' as const } : {}) } : { token: 'ghost', texture: 'hatch' }
}

/** Words of an economy on the map: its value, and from a middle width on its name above it. */
function wordsOn(drawing: Drawing, layout: Layout, code: Code): TextMark[] {
  const { figure, words, width } = drawing
  const row = rowAt(layout.moment, code)
  const { at: [x, y] } = SPOTS[code]
  const value = row ? bareValue(figure, row, words) : ''
  const said = width >= 480 ? [shortName(figure, code, words), value].filter(Boolean) : [value].filter(Boolean)
  const first = layout.top + y * layout.scale - (said.length - 1) * 7 + 4
  return said.map((one, i) => text(x * layout.scale, first + i * 14, one, {
    font: i === said.length - 1 && value ? { ...FONTS.strong, size: 12 } : FONTS.axis, anchor: 'middle', halo: true,
  }))
}

/** Words of every economy that has room for them; the list below has all of them. */
function placedWords(drawing: Drawing, layout: Layout): ReadonlyMap<Code, readonly TextMark[]> {
  const taken: Room[] = []
  const placed = new Map<Code, readonly TextMark[]>()
  for (const { series } of layout.moment.ranked) {
    if (!isOnMap(series)) continue
    const marks = wordsOn(drawing, layout, series)
    const rooms = marks.map(roomOf)
    if (rooms.some((room) => room.left < 0 || room.right > drawing.width || taken.some((other) => touches(room, other)))) continue
    taken.push(...rooms)
    placed.set(series, marks)
  }
  return placed
}

function economy(drawing: Drawing, layout: Layout, code: Code, said: readonly TextMark[]): { land: Mark; over: Mark[] } {
  const { figure, words } = drawing
  const { scale, top, moment } = layout
  const row = rowAt(moment, code)
  const paint = paintOf(layout, code)
  const { at: [x, y], from, isSmall } = SPOTS[code]
  const name = nameOf(figure, code, words)
  const leader = from && said.length ? [line(from[0] * scale, top + from[1] * scale, x * scale, top + y * scale, 'text', 0.75)] : []
  const disc: Mark[] = from && isSmall
    ? [{ kind: 'circle', x: px(from[0] * scale), y: px(top + from[1] * scale), r: 5, fill: paint.texture ? 'ground' : paint.token, stroke: 'text', width: 1.25 }]
    : []
  const land: Mark = {
    kind: 'group', datum: '', label: '', x: 0, y: top,
    marks: [{ kind: 'path', d: pathOf(LAND[code], scale), fill: paint, stroke: 'ground', width: 0.75 }],
  }
  const label = row ? `${name}: ${labelOf(drawing, row)}` : `${name}: ${words.messages.missing}`
  return { land: datum(row ? referenceOf(row) : '', label, [land]), over: [...leader, ...disc, ...said] }
}

const SWATCH = 14
const INDENT = 24

/** A line of the list: a swatch, and all names and values that have it. */
function entry({ width }: Drawing, top: number, paint: Paint, words: string): { marks: Mark[]; height: number } {
  const said = breakLines(words, FONTS.label, width - INDENT)
  return {
    height: said.length * 18 + 6,
    marks: [rect(0, SWATCH, top, SWATCH, paint.token, paint.texture), ...lines(INDENT, top + 12, said, 18)],
  }
}

/** Every value of the year with its name, shade by shade: the key of the map and the numbers in one. */
function list(drawing: Drawing, { shades, moment }: Layout, top: number): { marks: Mark[]; bottom: number } {
  const { figure, words } = drawing
  const itemWith = (row: Row): string => `${itemOf(drawing, row)}${isMarked(row) ? ` (${statusOf(row, words)})` : ''}`
  // a line may break between two items, never within one
  const all = (items: readonly string[]): string => items.map((one) => one.replaceAll(' ', '\u00a0')).join(`${words.semicolon}${BREAK}`)
  const entries: { paint: Paint; said: string }[] = shades.flatMap(({ token, rows }) => {
    const here = rows.filter((row) => isOnMap(row.series))
    const note = token === 'below-zero' ? `${words.messages.belowZero}${words.messages.colon}` : ''
    return here.length ? [{ paint: { token }, said: note + all(here.map(itemWith)) }] : []
  })
  const none = [...moment.missing, ...moment.undrawn].filter(isOnMap)
  if (none.length) {
    entries.push({
      paint: { token: 'ghost', texture: 'hatch' },
      said: `${words.messages.missing}${words.messages.colon}${all(none.map((code) => nameOf(figure, code, words)))}`,
    })
  }
  return entries.reduce<{ marks: Mark[]; bottom: number }>(({ marks, bottom }, { paint, said }) => {
    const next = entry(drawing, bottom, paint, said)
    return { marks: [...marks, ...next.marks], bottom: bottom + next.height }
  }, { marks: [], bottom: top })
}

/** What is told in words: what is not on the map, what the shades and the borders mean. */
function notes(drawing: Drawing, { moment, shades }: Layout): string[] {
  const { words, width, figure } = drawing
  const { messages } = words
  const off = moment.ranked.filter((row) => !isOnMap(row.series))
  const offNone = { ...moment, missing: moment.missing.filter((code) => !isOnMap(code) && !figure.names[code]?.aggregate) }
  return [
    off.length ? fill(messages.offMap, { items: off.map((row) => itemOf(drawing, row)).join(words.semicolon) }) : '',
    ...apartOf(drawing, offNone, 'notMapped'),
    shades.length > 1 ? messages.mapShades : '',
    messages.mapBorders,
  ].filter(Boolean).flatMap((sentence) => breakLines(sentence, FONTS.detail, width))
}

const plot = (drawing: Drawing): Plot => {
  const { width, words, figure } = drawing
  const moment = momentOf(drawing)
  const head = breakLines(fill(words.messages.mappedYear, { time: words.date(String(moment.year)) }), FONTS.detail, width)
  const layout: Layout = {
    moment, scale: Math.min(width, 740) / MAP_SIZE.width, top: head.length * 17 + 8, shades: shadesOf(moment.ranked.filter((row) => isOnMap(row.series))),
  }
  const { scale, top } = layout
  const placed = placedWords(drawing, layout)
  const shown = CODES.filter((code) => Object.hasOwn(figure.names, code) && (rowAt(moment, code) || moment.missing.includes(code) || moment.undrawn.includes(code)))
  const drawn = shown.map((code) => economy(drawing, layout, code, placed.get(code) ?? []))
  const ground = [AROUND, ...CODES.filter((code) => !shown.includes(code)).map((code) => LAND[code])].map((rings): Mark =>
    ({ kind: 'path', d: pathOf(rings, scale), fill: { token: 'track' } }))
  const key = list(drawing, layout, top + MAP_SIZE.height * scale + 16)
  const said = notes(drawing, layout)
  return {
    height: key.bottom + said.length * 17 + 10,
    marks: [
      ...lines(0, 13, head, 17, { font: FONTS.detail, token: 'text' }),
      { kind: 'group', datum: '', label: '', x: 0, y: px(top), marks: ground },
      ...drawn.map(({ land }) => land), ...drawn.flatMap(({ over }) => over),
      ...key.marks,
      ...lines(0, key.bottom + 14, said, 17, { font: FONTS.detail, token: 'text' }),
    ],
    points: shown.flatMap((code) => {
      const row = rowAt(moment, code)
      const { at, from } = SPOTS[code]
      const [x, y] = from ?? at
      return row ? [{ row, x: px(x * scale), y: px(top + y * scale) }] : []
    }),
  }
}

/** "Map of …, % of GDP, 2024: Singapore 27.8%; …" and what stands apart. */
const describe = (drawing: Drawing): string => {
  const { figure, words, rows } = drawing
  if (!rows.length) return words.messages.emptySelection
  const moment = momentOf(drawing)
  const mapped = fill(words.messages.describeYear, {
    chart: words.messages['chart-map'], measure: inLanguage(figure.measure, words.code), unit: unitWords(words, figure.unit).printed,
    time: words.date(String(moment.year)), items: moment.ranked.filter((row) => isOnMap(row.series)).map((row) => itemOf(drawing, row)).join(words.semicolon),
  })
  return spoken([mapped, ...apartOf(drawing, moment, 'notMapped')], drawing)
}

export const map: ChartType = { shapes: ['series'], needs: [], byYear: true, places: CODES, plot, describe }
