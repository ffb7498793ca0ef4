/** Titles: the finding belongs to the default view; any other view is named by measure, places and times. */
import { BREAK, inLanguage, phrased, type Figure } from '../../data/model/figure.ts'
import { shapeOf } from '../../data/model/shape.ts'
import { yearOf } from '../../data/model/time.ts'
import type { View } from '../address.ts'
import { wordsOf } from '../words/index.ts'
import { fill } from '../words/words.ts'
import { namesOf } from './describe.ts'
import { selectRows } from './select.ts'

/** Whether a view shows the figure as its finding was written for. The chart type does not change what is shown. */
export const isDefaultView = ({ select, time }: Pick<View, 'select' | 'time'>): boolean => select === null && time === null

function timesOf(figure: Figure, view: View, lang: string): string {
  const words = wordsOf(lang)
  const years = selectRows(figure, view).filter((row) => row.time !== '').map((row) => yearOf(row.time))
  if (!years.length || !shapeOf(figure.shape).time) return ''
  const [first, last] = [Math.min(...years), Math.max(...years)].map((year) => words.date(String(year)))
  return first === last ? String(first) : `${first}${words.range}${last}`
}

/** The title of a view, with break marks; the measure alone where a view holds nothing. */
export function phrasedTitle(figure: Figure, view: View, lang: string): string {
  if (isDefaultView(view)) return phrased(figure.title, lang)
  const words = wordsOf(lang)
  const rows = selectRows(figure, view)
  const names = namesOf({ figure, rows, view, words, width: 0, compact: false })
  const times = timesOf(figure, view, lang)
  const measure = inLanguage(figure.measure, lang)
  if (!rows.length || !(names || times)) return measure
  return fill(names && times ? words.messages.titleView : words.messages.titleViewNoTime, { measure, names: names || times, times })
}

/** The title of a view, as plain text. */
export const titleOf = (figure: Figure, view: View, lang: string): string => phrasedTitle(figure, view, lang).replaceAll(BREAK, '')
