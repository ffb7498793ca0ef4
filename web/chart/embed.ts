/** What an embed says below its chart, and whether its drawings are fewer, so that it stays light. */
import type { Figure } from '../../data/model/figure.ts'
import type { View } from '../address.ts'
import type { Words } from '../words/words.ts'
import { caveatsOf, responseLine, sourceLine, undrawnLines } from './footer.ts'
import { selectRows } from './select.ts'

/** Sources, replies, what is not drawn and the first caveat. */
export const embedFooter = (figure: Figure, view: View, words: Words): string =>
  [sourceLine(figure, view, words), responseLine(figure, view, words), ...undrawnLines(figure, view, words), caveatsOf(figure, view, words)[0]]
    .filter(Boolean).join(words.space)

/** More observations than an embed draws at three widths: two are scaled further instead. */
const MUCH = 100

/** Whether a view of a figure is drawn at fewer widths in its embed, so that it stays light. */
export const isMuch = (figure: Figure, view: View): boolean => figure.shape === 'events' || selectRows(figure, view).length > MUCH
