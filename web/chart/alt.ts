/** A figure in words instead of its picture: from the data, in one line for an attribute and in full for a reader. */
import { inLanguage, type Figure, type Row } from '../../data/model/figure.ts'
import { shapeOf } from '../../data/model/shape.ts'
import { yearOf } from '../../data/model/time.ts'
import type { View } from '../address.ts'
import { unitWords } from '../words/number.ts'
import { fill } from '../words/words.ts'
import { extremes, namesOf } from './describe.ts'
import { chartName, drawingOf } from './draw.ts'
import type { Drawing } from './drawing.ts'
import { labelOf, readingOf, rowName } from './say.ts'
import { titleOf } from './title.ts'
import { chartOf } from './types/index.ts'

export type Alt = {
  /** At most 125 characters. */
  readonly short: string
  /** What is shown, of whom, from when to when, the highest, the lowest and the last value. */
  readonly sentences: readonly string[]
}

/** What screen readers say in one breath. */
const SHORT = 125

/** As many observations as can be said one by one, groups of respondents, and measures. */
const [FEW, GROUPS, MEASURES] = [8, 3, 2]

/** The name of a chart type, '' for one without. */
export function chartWord({ figure, view, words }: Drawing): string {
  const key = `chart-${chartName(figure, view)}`
  return Object.entries(words.messages).find(([name]) => name === key)?.[1] ?? ''
}

const unitOf = ({ figure, words }: Drawing): string => unitWords(words, figure.unit).printed

/** "2000–2024"; '' where nothing has a time. */
function timesOf({ figure, rows, words }: Drawing): string {
  if (!shapeOf(figure.shape).time) return ''
  const years = rows.filter(({ time }) => time !== '').map(({ time }) => yearOf(time))
  const [from, to] = [Math.min(...years), Math.max(...years)]
  if (!years.length) return ''
  return from === to ? words.date(String(from)) : `${words.date(String(from))}${words.range}${words.date(String(to))}`
}

/** What is measured, in which unit, of what and when. */
const whatOf = (drawing: Drawing): string => fill(drawing.words.pages.altWhat, {
  chart: chartWord(drawing),
  items: [inLanguage(drawing.figure.measure, drawing.words.code), unitOf(drawing), namesOf(drawing), timesOf(drawing)].filter(Boolean).join(drawing.words.semicolon),
})

/** Observations one by one; those of a series with their times. */
const sayItems = ({ figure, words }: Drawing, rows: readonly Row[]): string => rows.map((row) => (
  figure.shape === 'series' ? readingOf(figure, row, words) : `${rowName(figure, row, words)}${words.space}${labelOf({ figure, words }, row)}`
)).join(words.semicolon)

/** The newest value of each of a few series; '' where there are many, or no times. */
function latestOf({ figure, rows, words }: Drawing): string {
  if (figure.shape !== 'series') return ''
  const codes = figure.highlight.length ? figure.highlight : [...new Set(rows.map(({ series }) => series))]
  const last = codes.flatMap((code) => rows.findLast((row) => row.series === code && row.value !== null) ?? [])
  if (!last.length || last.length > FEW) return ''
  return fill(words.pages.altLatest, { items: last.map((row) => readingOf(figure, row, words)).join(words.semicolon) })
}

/** The highest and the lowest value where the figure declares its values comparable, and the last ones, of each measure by itself. */
function heightsOf(drawing: Drawing): readonly string[] {
  const { figure, words } = drawing
  const say = (row: Row | null, sentence: string) => (row === null ? '' : fill(sentence, { item: readingOf(figure, row, words) }))
  const measures = [...new Set(drawing.rows.map(({ measure }) => measure))]
  const said = measures.slice(0, MEASURES).flatMap((measure) => {
    const rows = drawing.rows.filter((row) => row.measure === measure)
    const { highest, lowest } = extremes({ ...drawing, rows })
    return [say(highest, words.pages.altHighest), say(lowest, words.pages.altLowest), latestOf({ ...drawing, rows })]
  })
  return figure.comparability.length ? said : [fill(words.pages.altApart, { count: String(drawing.rows.length) }), ...said]
}

/** Who was asked; where these are many, how many groups. */
function askedOf({ figure, rows, words }: Drawing): string {
  const surveys = [...new Set(rows.map(({ evidence }) => evidence))].flatMap((id) => figure.evidence[id] ?? []).filter(({ kind }) => kind === 'survey')
  const populations = [...new Set(surveys.map(({ population }) => inLanguage(population, words.code)))]
  if (!populations.length) return ''
  return populations.length > GROUPS
    ? fill(words.pages.altGroups, { count: String(populations.length) }) : fill(words.pages.altAsked, { items: populations.join(words.semicolon) })
}

function valuesOf(drawing: Drawing): readonly string[] {
  const { figure, rows, words } = drawing
  const { numeric } = shapeOf(figure.shape)
  if (!numeric) return [chartOf(chartName(figure, drawing.view)).describe(drawing)]
  if (rows.length <= FEW) return [fill(words.pages.altValues, { items: sayItems(drawing, rows) })]
  return heightsOf(drawing)
}

/** Where a text may be left: after a word that is no number, before a space or a Japanese mark; failing that, after a letter. */
const [LEFT, TORN] = [/^.*[\p{L}\p{M})）」』”](?=[\s、。；：，])/su, /^.*\p{L}/su]

/**
 * The beginning of a text in at most SHORT characters, with an ellipsis: a number stays whole, and with what stands after it.
 */
function shortened(text: string): string {
  const start = text.slice(0, SHORT)
  const [said] = LEFT.exec(start) ?? TORN.exec(start.slice(0, -1)) ?? ['']
  return `${said}…`
}

/** As many of the texts as fit after the first, which is shortened where it must be. */
function within(first: string, more: readonly string[], words: Drawing['words']): string {
  if (first.length > SHORT) return shortened(first)
  return more.filter(Boolean).reduce((said, text) => (said.length + words.space.length + text.length <= SHORT ? said + words.space + text : said), first)
}

/** A view of a figure in words. A view that holds nothing says so. */
export function altOf(figure: Figure, view: View, lang: string): Alt {
  const drawing = drawingOf(figure, { view, lang, width: 0 })
  const { words, rows } = drawing
  const title = titleOf(figure, view, lang)
  if (!rows.length) return { short: within(title, [], words), sentences: [title + words.pages.stop, words.messages.emptySelection] }
  const values = valuesOf(drawing).filter(Boolean)
  const named = fill(words.pages.altShort, { chart: chartWord(drawing), title })
  return {
    short: within(named.length > SHORT ? title : named, values, words),
    sentences: [title + words.pages.stop, whatOf(drawing), ...values, askedOf(drawing)].filter(Boolean),
  }
}
