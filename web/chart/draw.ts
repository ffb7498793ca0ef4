/** Figure in, scene out: the one way a chart comes to be. */
import type { Figure } from '../../data/model/figure.ts'
import type { View } from '../address.ts'
import { wordsOf } from '../words/index.ts'
import type { Drawing } from './drawing.ts'
import { FONTS, lines } from './mark.ts'
import { breakLines } from './measure.ts'
import type { Scene } from './scene.ts'
import { drawnRows, selectRows } from './select.ts'
import { titleOf } from './title.ts'
import { chartOf } from './types/index.ts'

export type DrawOptions = { readonly view: View; readonly lang: string; readonly width: number; readonly compact?: boolean; readonly low?: boolean }

/** The chart a view shows: the one asked for, else the figure's first. Throws for a figure without charts. */
export function chartName(figure: Pick<Figure, 'charts' | 'id'>, view: Pick<View, 'chart'>): string {
  const name = view.chart ?? figure.charts[0]
  if (name === undefined) throw new Error(`figure without a chart type: ${figure.id}`)
  return name
}

/** Everything decided but the pixels. */
export const drawingOf = (figure: Figure, { view, lang, width, compact = false, low = false }: DrawOptions): Drawing =>
  ({ figure, rows: drawnRows(figure, selectRows(figure, view)), view, words: wordsOf(lang), width, compact, low })

/** A figure in pixels, `width` wide. An empty selection is said in words, never an empty frame. */
export function draw(figure: Figure, options: DrawOptions): Scene {
  const drawing = drawingOf(figure, options)
  const chart = chartOf(chartName(figure, options.view))
  const { width, lang } = options
  const empty = breakLines(drawing.words.messages.emptySelection, FONTS.label, width)
  const plot = drawing.rows.length
    ? chart.plot(drawing)
    : { height: empty.length * 20 + 20, marks: lines(0, 20, empty, 20, { token: 'text' }), points: [] }
  return {
    id: `${figure.id}-${lang}-${width}`, width, height: Math.ceil(plot.height), title: titleOf(figure, options.view, lang),
    description: drawing.rows.length ? chart.describe(drawing) : drawing.words.messages.emptySelection, marks: plot.marks, points: plot.points,
  }
}
