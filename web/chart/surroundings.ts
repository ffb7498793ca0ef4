/** What stands around the chart in a picture: title above, sources and caveat below, and whose picture of which version it is. */
import { phrased, type Figure } from '../../data/model/figure.ts'
import type { View } from '../address.ts'
import { wordsOf } from '../words/index.ts'
import { caveatLine, responseLine, sourceLine, undrawnLines } from './footer.ts'
import { FONTS, lines, text } from './mark.ts'
import { breakLines, textWidth } from './measure.ts'
import { rateLine } from './response.ts'
import { px, type Mark } from './scene.ts'
import { phrasedTitle } from './title.ts'

/** Marks from their top left corner, and the height they take. */
export type Block = { readonly marks: readonly Mark[]; readonly height: number }

/** Marks moved, and enlarged where a scale is given. */
export const move = (x: number, y: number, marks: readonly Mark[], scale = 1): Mark =>
  ({ kind: 'group', datum: '', label: '', x: px(x), y: px(y), marks, ...(scale === 1 ? {} : { scale }) })

/** Title and subtitle, below a rule. */
export function headOf(figure: Figure, view: View, lang: string, width: number): Block {
  const title = breakLines(phrasedTitle(figure, view, lang), FONTS.title, width)
  const subtitle = breakLines(phrased(figure.subtitle, lang), FONTS.subtitle, width)
  return {
    marks: [...lines(0, 32, title, 31, { font: FONTS.title }), ...lines(0, 30 + title.length * 31, subtitle, 21, { font: FONTS.subtitle, token: 'text' })],
    height: title.length * 31 + subtitle.length * 21,
  }
}

/** Sources, responses and their rates, what is not drawn and why, and the first caveat. */
export function footOf(figure: Figure, view: View, lang: string, width: number): Block {
  const words = wordsOf(lang)
  // the rate goes on where the line before it ends: a line less leaves the chart its room
  const rests = [sourceLine(figure, view, words), responseLine(figure, view, words)].filter(Boolean)
  const rated = [...rests.slice(0, -1), [...rests.slice(-1), rateLine(figure, view, words)].filter(Boolean).join(words.space)]
  const sentences = [...rated, ...undrawnLines(figure, view, words), caveatLine(figure, view, words)]
  const foot = sentences.filter(Boolean).flatMap((sentence) => breakLines(sentence, FONTS.detail, width))
  return { marks: lines(0, 12, foot, 17, { font: FONTS.detail, token: 'text' }), height: foot.length * 17 }
}

/** Whose picture it is and of which version: on one line, or in a narrow one on lines under each other. */
export function signature(lang: string, place: string, width: number): Block {
  const font = { ...FONTS.strong, face: 'serif' } as const
  const site = wordsOf(lang).messages.site
  const name = text(0, 12, site, { font })
  if (textWidth(site, font) + textWidth(place, FONTS.axis) + 16 <= width) {
    return { marks: [name, text(width, 12, place, { font: FONTS.axis, token: 'text', anchor: 'end' })], height: 16 }
  }
  const under = breakLines(place, FONTS.axis, width)
  return { marks: [name, ...lines(0, 30, under, 16, { font: FONTS.axis, token: 'text' })], height: 18 + under.length * 16 }
}
