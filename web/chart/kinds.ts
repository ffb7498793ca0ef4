/** How charts of events show kinds: each by a shape that is the same in every view of the figure, with a key to them. */
import { codesAlong } from '../../data/model/choose.ts'
import { fill } from '../words/words.ts'
import type { Drawing } from './drawing.ts'
import { isAhead } from './event.ts'
import { FONTS, lines } from './mark.ts'
import { breakLines, textWidth } from './measure.ts'
import { kindOf } from './say.ts'
import type { Font, GroupMark, Mark } from './scene.ts'
import { symbol } from './symbol.ts'

/** What names of lanes are set in. */
export const LANE: Font = { face: 'sans', size: 12, weight: 600 }

export const RADIUS = 4.5

/** The shape of a kind. */
export const shapeOf = ({ figure }: Drawing, kind: string): number => Math.max(0, codesAlong(figure, 'answer').indexOf(kind))

/** Marks moved together by whole pixels: those of like events are then alike, which is what keeps many of them small. */
export const moved = (x: number, y: number, marks: readonly Mark[]): GroupMark =>
  ({ kind: 'group', datum: '', label: '', x: Math.round(x), y: Math.round(y), marks })

/** The shapes with their kinds, and a sentence on how marks are to be read. */
export function kindKey(drawing: Drawing, sentence: string): { marks: Mark[]; bottom: number } {
  const { figure, rows, words, width } = drawing
  const marks: Mark[] = []
  let [x, y] = [0, 8]
  for (const kind of codesAlong(figure, 'answer')) {
    const [row] = rows.filter((one) => one.answer === kind)
    if (!row) continue
    const name = kindOf(figure, row, words)
    const room = 16 + textWidth(name, FONTS.axis)
    if (x > 0 && x + room > width) [x, y] = [0, y + 20]
    const said = breakLines(name, FONTS.axis, width - 16)
    marks.push(moved(x + 6, y, [symbol(shapeOf(drawing, kind), 0, 0, RADIUS, 'context', false)]))
    marks.push(...lines(x + 16, y + 4, said, 16, { font: FONTS.axis, token: 'text' }))
    x += room + 16
    y += (said.length - 1) * 16
  }
  const hollow = rows.some((row) => isAhead(figure, row)) ? fill(words.messages.timelineHollow, { date: words.date(figure.published) }) : ''
  const said = breakLines([sentence, hollow].filter(Boolean).join(words.space), FONTS.axis, width).filter(Boolean)
  const top = marks.length ? y + 26 : 12
  return { marks: [...marks, ...lines(0, top, said, 16, { font: FONTS.axis, token: 'text' })], bottom: top + said.length * 16 }
}
