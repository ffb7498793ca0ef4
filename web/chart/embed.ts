/** What an embed says below its chart, and what it leaves out where a figure holds very much. */
import type { Figure } from '../../data/model/figure.ts'
import { yearOf } from '../../data/model/time.ts'
import type { View } from '../address.ts'
import type { Words } from '../words/words.ts'
import { caveatsOf, responseLine, sourceLine, undrawnLines } from './footer.ts'
import { selectRows } from './select.ts'

/** Sources, replies, what is not drawn and the first caveat. */
export const embedFooter = (figure: Figure, view: View, words: Words): string =>
  [sourceLine(figure, view, words), responseLine(figure, view, words), ...undrawnLines(figure, view, words), caveatsOf(figure, view, words)[0]]
    .filter(Boolean).join(words.space)

/** More numbers than the table of an embed holds. */
const MOST = 120

/** The year from which the table of an embed has the numbers of a view; null where it has them all. */
export function tableStart(figure: Figure, view: View): number | null {
  const rows = selectRows(figure, view)
  if (figure.shape !== 'series' || rows.length <= MOST) return null
  const years = [...new Set(rows.map((row) => yearOf(row.time)))].sort((a, b) => b - a)
  const fits = years.filter((year) => rows.filter((row) => yearOf(row.time) >= year).length <= MOST)
  return fits.at(-1) ?? years[0] ?? null
}

/** More observations than an embed draws at three widths: two are scaled further instead. */
const MUCH = 100

/** Whether a view of a figure is drawn at fewer widths in its embed, so that it stays light. */
export const isMuch = (figure: Figure, view: View): boolean => figure.shape === 'events' || selectRows(figure, view).length > MUCH
