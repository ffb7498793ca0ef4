/** The room that marks take in a scene, measured without a browser: for tests of what stands where. */
import { textWidth } from '../../web/chart/measure.ts'
import { px, type Mark, type Scene, type TextMark } from '../../web/chart/scene.ts'

export type Leaf = Exclude<Mark, { kind: 'group' }>
export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
export type Placed = { readonly mark: Leaf; readonly box: Box; readonly said: string }

/** Ink of Latin, figures and kanji above and below the baseline, in parts of the font size. */
const ABOVE = 0.78
const BELOW = 0.22

function textBox({ x, y, text, font, anchor }: TextMark): Box {
  const width = textWidth(text, font)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - ABOVE * font.size, bottom: y + BELOW * font.size }
}

const around = (points: readonly (readonly [number, number])[]): Box => ({
  left: Math.min(...points.map(([x]) => x)), right: Math.max(...points.map(([x]) => x)),
  top: Math.min(...points.map(([, y]) => y)), bottom: Math.max(...points.map(([, y]) => y)),
})

/** The points of a path of straight lines; other commands are an error, so that no mark is measured wrongly in silence. */
export function pathPoints(d: string): [number, number][] {
  const points: [number, number][] = []
  let [x, y] = [0, 0]
  for (const [, command = '', text = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = text.trim().split(/[\s,]+/).filter(Boolean).map(Number)
    if (command === 'h') x += numbers[0] ?? NaN
    else if (command === 'v') y += numbers[0] ?? NaN
    else if (command === 'M' || command === 'L') {
      for (let i = 0; i < numbers.length; i += 2) points.push([x, y] = [numbers[i] ?? NaN, numbers[i + 1] ?? NaN])
    } else if (command !== 'Z') throw new Error(`path command that is not measured: ${command} in ${d.slice(0, 40)}`)
    points.push([x, y])
  }
  return points
}

function boxOf(mark: Leaf): Box {
  switch (mark.kind) {
    case 'text': return textBox(mark)
    case 'line': return around([[mark.x1, mark.y1], [mark.x2, mark.y2]])
    case 'path': return around(pathPoints(mark.d))
    case 'rect': return around([[mark.x, mark.y], [mark.x + mark.width, mark.y + mark.height]])
    case 'circle': return around([[mark.x - mark.r, mark.y - mark.r], [mark.x + mark.r, mark.y + mark.r]])
    default: return mark satisfies never
  }
}

const moved = (box: Box, x: number, y: number, by: number): Box =>
  ({ left: box.left * by + x, right: box.right * by + x, top: box.top * by + y, bottom: box.bottom * by + y })

const rounded = (box: Box): string => [box.left, box.top, box.right, box.bottom].map((n) => Math.round(n * 10) / 10).join(' ')

/** Every mark that is drawn, with its box on the scene and a line that names it in a failure. */
export function placed(marks: readonly Mark[], x = 0, y = 0, by = 1): Placed[] {
  return marks.flatMap((mark) => {
    if (mark.kind === 'group') return placed(mark.marks, x + (mark.x ?? 0) * by, y + (mark.y ?? 0) * by, by * (mark.scale ?? 1))
    const box = moved(boxOf(mark), x, y, by)
    const what = mark.kind === 'text' ? `“${mark.text}” ${mark.font.size}px` : mark.kind
    return [{ mark, box, said: `${what} at ${rounded(box)}` }]
  })
}

/** Rounding of coordinates, and the hair that kerning or a stroke's half width adds. */
const TOLERANCE = 0.75

/** Marks that reach out of the frame. */
export const outside = ({ marks, width, height }: Pick<Scene, 'marks' | 'width' | 'height'>): string[] => placed(marks)
  .filter(({ box }) => !(box.left >= -TOLERANCE - 2 && box.right <= width + TOLERANCE && box.top >= -TOLERANCE && box.bottom <= height + TOLERANCE))
  .map(({ said }) => `${said} outside 0 0 ${width} ${height}`)

const touch = (a: Box, b: Box): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > TOLERANCE && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > TOLERANCE

export const texts = (marks: readonly Mark[]): (Placed & { readonly mark: TextMark })[] =>
  placed(marks).flatMap((one) => (one.mark.kind === 'text' ? [{ ...one, mark: one.mark }] : []))

/** Texts that stand on one another. */
export function overlaps(marks: readonly Mark[]): string[] {
  const all = texts(marks).filter(({ mark }) => mark.text.trim() !== '')
  return all.flatMap((a, i) => all.slice(i + 1).filter((b) => touch(a.box, b.box)).map((b) => `${a.said} on ${b.said}`))
}

/** Coordinates are rounded to hundredths, so that no machine prints another last digit. */
const isBad = (value: unknown): boolean =>
  (typeof value === 'number' && (!Number.isFinite(value) || px(value) !== value)) || (typeof value === 'string' && /NaN|Infinity|undefined|\[object|\{\w+\}/.test(value))

/** Attributes of marks, and words of the scene, that no picture may have: NaN, Infinity, undefined, a long fraction, a place not filled. */
export function unfit(scene: Scene): string[] {
  const words = [scene.id, scene.title, scene.description, scene.width, scene.height].filter(isBad).map(String)
  const visit = (mark: Mark): string[] => {
    const own = Object.entries(mark).filter(([, value]) => isBad(value)).map(([name, value]) => `${mark.kind} ${name}: ${String(value)}`)
    return mark.kind === 'group' ? [...own, ...mark.marks.flatMap(visit)] : own
  }
  return [...words, ...scene.marks.flatMap(visit)]
}

/** Everything that is wrong with a scene, whatever it shows. Empty = nothing. */
export const faults = (scene: Scene): string[] => [...unfit(scene), ...outside(scene), ...overlaps(scene.marks)]
