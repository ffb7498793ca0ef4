/** How wide text will be, known from the shipped fonts' own advance widths, and where it breaks. */
import { BREAK } from '../../data/model/figure.ts'
import { widthOf, type MeasuredFont } from './widths.ts'
import { px, type Font } from './scene.ts'

const measured = ({ face, weight }: Font): MeasuredFont => (face !== 'sans' ? 'serif-600' : weight === 600 ? 'sans-600' : 'sans-400')

/** How wide the italic is beside the upright letters of the table. */
const ITALIC = 0.9

/** Width in pixels, without kerning. Break marks have none. */
export function textWidth(text: string, font: Font): number {
  let units = 0
  for (const char of text) if (char !== BREAK) units += widthOf(measured(font), char)
  return (units * font.size * (font.face === 'italic' ? ITALIC : 1)) / 1000
}

/** Characters that may not begin a line in Japanese (JIS X 4051, the common subset). */
const NO_START = '、。，．・：；？！)）」』】〉》〕ー〜ぁぃぅぇぉっゃゅょァィゥェォッャュョ々%'

/** Where a marked text may break besides its marks: after a space, and after a Japanese comma or full stop that closes nothing. */
const AFTER_STOP = /(?<= )|(?<=[、。／])(?![、。／）)」』])/

/** The smallest pieces a line may be made of: at break marks, spaces and commas, or without marks between full-width characters. */
function unbreakable(text: string): string[] {
  if (text.includes(BREAK)) return text.split(BREAK).flatMap((part) => part.split(AFTER_STOP))
  return text.split(/(?<= )|(?<=[\u2e80-\uffef])/).reduce<string[]>((pieces, piece) => {
    const last = pieces.at(-1)
    if (last !== undefined && NO_START.includes(piece[0] ?? '')) pieces[pieces.length - 1] = last + piece
    else pieces.push(piece)
    return pieces
  }, [])
}

/** A piece that is wider than a line by itself is cut between characters: nothing is ever clipped. */
function cut(piece: string, font: Font, width: number): string[] {
  if (textWidth(piece.trimEnd(), font) <= width) return [piece]
  return [...piece].reduce<string[]>((lines, char) => {
    const last = lines.at(-1) ?? ''
    if (last !== '' && char !== ' ' && textWidth(last + char, font) > width) lines.push(char)
    else lines[Math.max(0, lines.length - 1)] = last + char
    return lines
  }, [])
}

/** Text in lines no wider than `width` pixels. */
export function breakLines(text: string, font: Font, width: number): string[] {
  const lines: string[] = []
  for (const piece of unbreakable(text).flatMap((piece) => cut(piece, font, width))) {
    const last = lines.at(-1)
    if (last !== undefined && textWidth((last + piece).trimEnd(), font) <= width) lines[lines.length - 1] = last + piece
    else lines.push(piece)
  }
  return lines.map((line) => line.trim())
}

/** A box that a label takes on a scene. */
export type Box = { readonly top: number; readonly height: number }

/**
 * Moves boxes apart so that none overlap, each as near as can be to where it wants to be, all within [from, to].
 * Wishes are centres, given in any order; centres are returned in that order.
 *
 * spread([10, 11], 8, 0, 100) // => [6.5, 14.5]
 */
export function spread(wishes: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wishes.map((_, index) => index).sort((a, b) => (wishes[a] ?? 0) - (wishes[b] ?? 0) || a - b)
  type Block = { centre: number; sum: number; members: number[] }
  const place = (block: Block): Block => {
    const half = (block.members.length * gap) / 2
    const mean = block.sum / block.members.length
    return { ...block, centre: Math.min(Math.max(mean, from + half), Math.max(from + half, to - half)) }
  }
  const blocks: Block[] = []
  for (const index of order) {
    let block = place({ centre: 0, sum: wishes[index] ?? 0, members: [index] })
    let before = blocks.at(-1)
    while (before && before.centre + (before.members.length * gap) / 2 > block.centre - (block.members.length * gap) / 2 + 1e-9) {
      blocks.pop()
      block = place({ centre: 0, sum: before.sum + block.sum, members: [...before.members, ...block.members] })
      before = blocks.at(-1)
    }
    blocks.push(block)
  }
  const centres: number[] = wishes.map(() => 0)
  for (const { centre, members } of blocks) {
    members.forEach((index, i) => { centres[index] = px(centre + (i - (members.length - 1) / 2) * gap) })
  }
  return centres
}

/**
 * Moves labels in one line apart, in their order, each as near as can be to where it wants to be, all within [from, to].
 * Wishes and results are centres. Null where the line is too short for all of them.
 *
 * side([10, 12], [8, 8], 2, 0, 100) // => [10, 20]
 */
export function side(wishes: readonly number[], widths: readonly number[], gap: number, from: number, to: number): number[] | null {
  const room = widths.reduce((sum, width) => sum + width, 0) + gap * Math.max(0, widths.length - 1)
  if (room > to - from) return null
  const centres: number[] = []
  let edge = from
  for (const [i, width] of widths.entries()) {
    centres.push(Math.max(wishes[i] ?? 0, edge + width / 2))
    edge = (centres[i] ?? 0) + width / 2 + gap
  }
  edge = to
  for (const [i, width] of [...widths.entries()].reverse()) {
    centres[i] = Math.min(centres[i] ?? 0, edge - width / 2)
    edge = (centres[i] ?? 0) - width / 2 - gap
  }
  return centres.map(px)
}
