/** A picture in a frame that is fixed: title and sources above and below the chart or beside it, whichever leaves the chart larger. */
import type { Figure } from '../../data/model/figure.ts'
import { altOf } from './alt.ts'
import { draw } from './draw.ts'
import { FONTS, line, lines } from './mark.ts'
import { breakLines } from './measure.ts'
import type { PictureOptions } from './picture.ts'
import { px, type Mark, type Scene } from './scene.ts'
import { footOf, headOf, move, signature, type Block } from './surroundings.ts'
import { titleOf } from './title.ts'

/** Room in pixels before enlarging. */
export type Room = { readonly width: number; readonly height: number; readonly zoom: number }

/** How large a chart may be drawn, in pixels of the frame to a pixel of the drawing; only the last may be too small for its letters. */
const LARGENESS = [1.6, 1.45, 1.3, 1.2, 1.1, 1, 0.92, 0.85] as const

/** The narrowest width charts are drawn for. */
const NARROWEST = 280

/** Space between the parts, and between two columns. */
const [GAP, GUTTER] = [16, 36]

/** The share of the width that words beside a chart take, and the larger one where they are many. */
const [BESIDE, BROAD] = [0.36, 0.44]

/** Pixels of the frame, before enlarging, that the smallest letter has at least. */
const LETTER = 10

const smallest = (marks: readonly Mark[]): number =>
  Math.min(...marks.map((mark) => (mark.kind === 'text' ? mark.font.size : mark.kind === 'group' ? smallest(mark.marks) * (mark.scale ?? 1) : Infinity)))

type Fitted = { readonly scene: Scene; readonly scale: number }

/** The chart at one size; null where it does not fit. */
function tried(figure: Figure, { view, lang }: PictureOptions, { width, height, zoom }: Room, large: number, low: boolean): Fitted | null {
  const scale = Math.floor((large / zoom) * 100) / 100
  // a pixel less: what may reach over the frame by a hair does so enlarged
  const drawn = Math.floor(width / scale) - 1
  if (drawn < NARROWEST) return null
  const scene = draw(figure, { view, lang, width: drawn, low })
  return scene.height * scale <= height && smallest(scene.marks) * large >= LETTER ? { scene, scale } : null
}

/** The chart as large as it can be in a room, found by halving, since a larger one is higher; null where it does not fit. */
function largest(figure: Figure, options: PictureOptions, room: Room, low: boolean): Fitted | null {
  let best: Fitted | null = null
  let [from, to]: [number, number] = [0, LARGENESS.length]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    const fit = tried(figure, options, room, LARGENESS[middle] ?? 1, low)
    best = fit ?? best
    if (fit) to = middle
    else from = middle + 1
  }
  return best
}

/** The chart as it is in pages, and where that is too high as low as it can be read. */
const fitted = (figure: Figure, options: PictureOptions, room: Room): Fitted | null =>
  largest(figure, options, room, false) ?? largest(figure, options, room, true)

type Layout = { readonly marks: readonly Mark[]; readonly chart: Room & { readonly x: number; readonly y: number } }

/** Words above and below. */
function above(head: Block, foot: Block, sign: Block, room: Room): Layout {
  const bottom = room.height - sign.height
  const top = head.height + GAP + 6
  const end = bottom - foot.height - 10
  return {
    marks: [...head.marks, move(0, end, foot.marks), move(0, bottom, sign.marks)],
    chart: { x: 0, y: top, width: room.width, height: end - GAP - top, zoom: room.zoom },
  }
}

/** Words in a column at the left; the chart has the whole height. Null where the words are higher than the frame. */
function beside(figure: Figure, options: PictureOptions, room: Room, share: number): Layout | null {
  const { view, lang } = options
  const column = Math.round(room.width * share)
  const [head, foot, sign] = [headOf(figure, view, lang, column), footOf(figure, view, lang, column), signOf(options, column)]
  if (head.height + foot.height + sign.height + 2 * GAP > room.height) return null
  const { marks } = above(head, foot, sign, { ...room, width: column })
  return { marks, chart: { x: column + GUTTER, y: GAP, width: room.width - column - GUTTER, height: room.height - GAP, zoom: room.zoom } }
}

const signOf = ({ lang, version, address }: PictureOptions, width: number): Block => signature(lang, `${address} · ${version}`, width)

/** A chart that fits nowhere is told, below its title: as many sentences as there is room for. */
function told(figure: Figure, { view, lang }: PictureOptions, { width, height }: Room): readonly Mark[] {
  const font = { ...FONTS.subtitle, size: 16 }
  const said: string[] = []
  for (const sentence of altOf(figure, view, lang).sentences.slice(1)) {
    const more = breakLines(sentence, font, width)
    if ((said.length + more.length) * 24 > height) break
    said.push(...more)
  }
  return lines(0, 18, said, 24, { font })
}

/** The scene of a view in a frame. */
export function arranged(figure: Figure, options: PictureOptions, room: Room): Scene {
  const { view, lang } = options
  const layouts = [
    above(headOf(figure, view, lang, room.width), footOf(figure, view, lang, room.width), signOf(options, room.width), room),
    room.width > room.height ? beside(figure, options, room, BESIDE) ?? beside(figure, options, room, BROAD) : null,
  ].flatMap((layout) => (layout ? [{ layout, fit: fitted(figure, options, layout.chart) }] : []))
  const best = layouts.toSorted((a, b) => (b.fit?.scale ?? 0) - (a.fit?.scale ?? 0))[0]
  const rule = line(0, 0, room.width, 0, 'ink', 2)
  const whole = { id: `${figure.id}-${lang}-frame`, title: titleOf(figure, view, lang), description: '', width: room.width, height: room.height, points: [] }
  if (!best) return { ...whole, marks: [rule] }
  const { layout: { marks, chart }, fit } = best
  if (!fit) return { ...whole, marks: [rule, ...marks, move(chart.x, chart.y, told(figure, options, chart))] }
  const [x, y] = [chart.x + (chart.width - fit.scene.width * fit.scale) / 2, chart.y + (chart.height - fit.scene.height * fit.scale) / 2]
  return { ...whole, marks: [rule, ...marks, move(px(x), px(y), fit.scene.marks, px(fit.scale))] }
}
