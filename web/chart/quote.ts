/** A number of a view as a sentence that can be quoted: with its qualifier, what and whom it is of, who asked, when, and where it stands. */
import { codesIn } from '../../data/model/choose.ts'
import { isMissing } from '../../data/model/ends.ts'
import { inLanguage, type Figure, type Row } from '../../data/model/figure.ts'
import { shapeOf } from '../../data/model/shape.ts'
import { yearOf } from '../../data/model/time.ts'
import type { View } from '../address.ts'
import { wordsOf } from '../words/index.ts'
import { grouped, unitWords } from '../words/number.ts'
import { fill, type Words } from '../words/words.ts'
import { measureAfter, nameOf, responseOf, statusOf, valueOf } from './say.ts'
import { drawnRows, selectRows } from './select.ts'
import { titleOf } from './title.ts'

export type Quote = { readonly number: string; readonly sentence: string }

/** As many as a reader would quote at once. */
const MOST = 3

/** The newest observation of each code, in the order of the figure, those in colour first. */
function newestOf(figure: Figure, rows: readonly Row[]): readonly Row[] {
  const isFirst = (row: Row): number => (figure.highlight.includes(row.series) ? 0 : 1)
  const year = ({ time }: Row): number => (time === '' ? 0 : yearOf(time))
  const newest = Math.max(...rows.map(year))
  return rows.filter((row) => year(row) === newest).toSorted((a, b) => isFirst(a) - isFirst(b))
}

/** The observations a view is about: claims; else those whose numbers its title names; else the newest. */
export function headlineRows(figure: Figure, view: View, lang: string): readonly Row[] {
  const rows = drawnRows(figure, selectRows(figure, view)).filter((row) => !isMissing(row))
  const claims = rows.filter(({ series }) => figure.checks.some(({ claim }) => claim === series))
  if (claims.length) return claims.slice(0, MOST)
  const [words, title] = [wordsOf(lang), titleOf(figure, view, lang)]
  const named = rows.filter((row) => title.includes(valueOf(figure, row, words, 'title')))
  const spoken = named.filter((row) => row.time === '' || title.includes(String(yearOf(row.time))))
  const [first] = [spoken, named, newestOf(figure, rows)].filter((some) => some.length)
  return (first ?? []).slice(0, MOST)
}

/** What a number is called: its answer, with the group where one survey names several; else the series and its measure. */
function calledOf(figure: Figure, row: Row, words: Words): { readonly name: string; readonly isAnswer: boolean } {
  const answer = figure.answers[row.answer]
  if (!answer) return { name: nameOf(figure, row.group || row.series, words) + measureAfter(figure, row, words), isAnswer: false }
  const groups = new Set(figure.rows.filter(({ evidence }) => evidence === row.evidence).map(({ group, series }) => group || series))
  const group = groups.size > 1 ? `${words.comma}${nameOf(figure, row.group || row.series, words)}` : ''
  return { name: inLanguage(answer, words.code) + group, isAnswer: true }
}

/** Who asked or counted. */
const askerOf = (figure: Figure, row: Row, words: Words): string => {
  const evidence = figure.evidence[row.evidence]
  return evidence ? inLanguage(evidence.asker, words.code) : ''
}

/** Quotation marks inside quotation marks are others in Japanese. */
const nested = (template: string, name: string): string =>
  (template.includes('「{name}」') ? name.replaceAll('「', '『').replaceAll('」', '』') : name)

function mainOf(figure: Figure, row: Row, words: Words): string {
  const { name, isAnswer } = calledOf(figure, row, words)
  const source = figure.sources[row.source]
  const template = words.pages[figure.shape === 'claim' ? 'quoteClaim' : isAnswer ? 'quoteAnswer' : 'quoteValue']
  const time = row.time ? fill(words.pages.quoteTime, { time: words.date(row.time) }) : ''
  const said = fill(template, {
    value: valueOf(figure, row, words, 'sentence'), name: nested(template, name), time, asker: askerOf(figure, row, words),
    publisher: source ? inLanguage(source.publisher, words.code) : '',
  })
  return said.charAt(0).toUpperCase() + said.slice(1)
}

/** Whom a survey asked and how many answered. */
function baseOf(figure: Figure, row: Row, words: Words): readonly string[] {
  const evidence = figure.evidence[row.evidence]
  if (evidence?.kind !== 'survey') return []
  const items = row.n === null || row.n === evidence.n?.value ? responseOf(figure, row.evidence, words) : fill(words.messages.replies, { n: grouped(row.n) })
  return [
    figure.shape === 'claim' ? fill(words.pages.quoteAsker, { asker: askerOf(figure, row, words) }) : '',
    fill(words.pages.quoteBase, { population: inLanguage(evidence.population, words.code) }),
    items ? fill(words.messages.repliesLine, { items }) : '',
  ]
}

/** What is measured; with its unit where the number does not say all of it, as in "27.8%" of GDP. */
function measureOf(figure: Figure, row: Row, words: Words): string {
  const { printed, shift, after } = unitWords(words, row.unit)
  return inLanguage(figure.measure, words.code) + (shift !== 0 || printed === after ? '' : ` (${printed})`)
}

function sentenceOf(figure: Figure, row: Row, words: Words, url: string): string {
  const sources = codesIn(row.source).flatMap((id) => figure.sources[id] ?? []).map(words.source)
  const status = statusOf(row, words)
  return [
    mainOf(figure, row, words), fill(words.pages.quoteMeasure, { measure: measureOf(figure, row, words) }), ...baseOf(figure, row, words),
    status ? fill(words.pages.quoteStatus, { status }) : '',
    row.published ? fill(words.pages.quotePublished, { date: words.date(row.published) }) : '',
    sources.length ? fill(words.messages.sourceLine, { sources: sources.join(words.semicolon) }) : '', url,
  ].filter(Boolean).join(words.space)
}

/** The quotations of a view; none of events and pairs, which are no numbers. `url`: where the figure stands in this version. */
export function quotesOf(figure: Figure, view: View, lang: string, url: string): readonly Quote[] {
  if (!shapeOf(figure.shape).numeric && figure.shape !== 'claim') return []
  const words = wordsOf(lang)
  return headlineRows(figure, view, lang).map((row) => ({ number: valueOf(figure, row, words, 'label'), sentence: sentenceOf(figure, row, words, url) }))
}
