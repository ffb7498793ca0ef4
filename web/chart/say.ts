/** A figure's own words for its codes and numbers, as charts, tables and descriptions say them. */
import { isMissing } from '../../data/model/ends.ts'
import { codesIn } from '../../data/model/choose.ts'
import { inLanguage, phrased, type Figure, type Row } from '../../data/model/figure.ts'
import { grouped, pieces, quantity, unitWords } from '../words/number.ts'
import { fill, type Pieces, type Saying, type Words } from '../words/words.ts'
import { kindName, pairName } from './entry.ts'

type Named = Pick<Figure, 'names'>

/** A code's house name; the code itself where the figure has none. */
export const nameOf = (figure: Named, code: string, words: Words): string => {
  const name = figure.names[code]
  return name ? inLanguage(name.name, words.code) : code
}

/** A code's short name for narrow places. */
export const shortName = (figure: Named, code: string, words: Words): string => {
  const short = figure.names[code]?.short
  return short ? inLanguage(short, words.code) : nameOf(figure, code, words)
}

/** A code's name with the marks at which it may break. */
export const phrasedName = (figure: Named, code: string, words: Words): string => {
  const name = figure.names[code]
  return name ? phrased(name.name, words.code) : code
}

/** The second line under a name: who was asked, or what it is part of. */
export function detailOf(figure: Named, code: string, words: Words): string {
  const name = figure.names[code]
  if (name?.detail) return phrased(name.detail, words.code)
  return name?.within ? fill(words.messages.withinOf, { name: phrasedName(figure, name.within, words) }) : ''
}

/** A row's value with its qualifier, as labels print it. */
export const valueOf = (figure: Pick<Figure, 'display_decimals'>, row: Row, words: Words, saying: Saying = 'label'): string =>
  quantity(words, row, figure.display_decimals, saying)

export const piecesOf = (figure: Pick<Figure, 'display_decimals'>, row: Row, words: Words): Pieces =>
  pieces(words, row, figure.display_decimals, 'label')

/** The label's number without unit, for places where the unit is said once. */
export function bareValue(figure: Pick<Figure, 'display_decimals'>, row: Row, words: Words): string {
  const { before, number, unit, after } = piecesOf(figure, row, words)
  const prefix = isMissing(row) ? '' : unitWords(words, row.unit).before
  return `${before}${number.slice(prefix.length)}${unit === '%' ? '%' : ''}${after}`
}

/** The status of a value where it is not final: "(derived)". */
export const statusOf = (row: Row, words: Words): string => words.messages[`status-${row.status}`]

/** What a row is called: its population or series, and the answer where the figure names answers; the answer alone where all are of one population. */
export function rowName(figure: Pick<Figure, 'names' | 'answers' | 'measures'>, row: Row, words: Words): string {
  const answer = figure.answers[row.answer]
  const name = nameOf(figure, row.group || row.series, words) + measureAfter(figure, row, words)
  if (!answer || Object.keys(figure.answers).length < 2) return name
  return (Object.keys(figure.names).length > 1 ? name + words.comma : '') + inLanguage(answer, words.code)
}

/** The measure to be said after a name, where the figure has several. */
export function measureAfter({ measures }: Pick<Figure, 'measures'>, { measure }: Pick<Row, 'measure'>, words: Words): string {
  const text = measures[measure]
  return text && Object.keys(measures).length > 1 ? words.comma + inLanguage(text, words.code) : ''
}

/** A row's label in a chart: value with qualifier, and the status where it is not final. */
export function labelOf({ figure, words }: { figure: Pick<Figure, 'display_decimals'>; words: Words }, row: Row): string {
  const status = statusOf(row, words)
  return valueOf(figure, row, words) + (status ? ` · ${status}` : '')
}

/** The kind of an event, '' where the figure names none. */
export const kindOf = (figure: Pick<Figure, 'answers'>, row: Row, words: Words): string => {
  const kind = figure.answers[row.answer]
  return kind ? inLanguage(kind, words.code) : ''
}

/** Who acted, one after the other. */
export const actorsOf = (figure: Pick<Figure, 'names'>, row: Row, words: Words): string =>
  words.list(codesIn(row.actors).map((code) => nameOf(figure, code, words)))

/** What is known of an event beside its title: "13 September 2022; Guidelines; Japan and METI". */
export const factsOf = (figure: Pick<Figure, 'names' | 'answers'>, row: Row, words: Words): string =>
  [words.date(row.time), kindOf(figure, row, words), actorsOf(figure, row, words)].filter(Boolean).join(words.semicolon)

/** When a number was published and whether its basis is stated, where a figure brings together what was read in several places. */
function publicationOf({ evidence }: Pick<Figure, 'evidence'>, row: Row, words: Words): string {
  const basis = evidence[row.evidence]?.basis ?? null
  if (basis === null) return ''
  const unstated = basis === 'not-stated' ? words.comma + words.messages['basis-not-stated'] : ''
  return words.comma + fill(words.messages.publishedOn, { date: words.date(row.published) }) + unstated
}

/** An observation in words: "Singapore, 2024: 27.8%". What a reader points at and what a screen reader says are the same. */
export function readingOf(figure: Pick<Figure, 'shape' | 'names' | 'answers' | 'measures' | 'display_decimals' | 'evidence'>, row: Row, words: Words): string {
  if (figure.shape === 'matrix') return `${pairName(figure, row, words)}${words.messages.colon}${kindName(figure, row, words)}`
  if (figure.shape === 'events') return `${nameOf(figure, row.series, words)}${words.semicolon}${factsOf(figure, row, words)}`
  const when = row.time ? `${words.comma}${words.date(row.time)}` : ''
  return `${rowName(figure, row, words)}${when}${words.messages.colon}${labelOf({ figure, words }, row)}${publicationOf(figure, row, words)}`
}

/** Statuses that a mark shows: those of values that are not, or no longer, what their source says now. */
const MARKED: readonly string[] = ['provisional', 'revised', 'superseded']

export const isMarked = (row: Row): boolean => MARKED.includes(row.status)

/** "Hatched: provisional, superseded." for the marked rows of a chart; '' where there are none. */
export function statusNote(rows: readonly Row[], words: Words, key: 'hollow' | 'hatched'): string {
  const statuses = [...new Set(rows.filter((row) => isMarked(row) && !isMissing(row)).map((row) => statusOf(row, words)))]
  return statuses.length ? fill(words.messages[key], { statuses: words.list(statuses) }) : ''
}

/** "Not printed as such: Japan, 2024 (derived)." for rows whose value was computed or inferred; '' where there are none. */
export function madeNote(figure: Named, rows: readonly Row[], words: Words): string {
  const made = rows.filter((row) => (row.status === 'derived' || row.status === 'inferred') && !isMissing(row))
  const items = made.map((row) => `${phrasedName(figure, row.series, words)}${words.comma}${words.date(row.time)} (${statusOf(row, words)})`)
  return items.length ? fill(words.messages.notAsPrinted, { items: items.join(words.semicolon) }) : ''
}

/** How many answered of how many asked, in words; null where the evidence is not a survey. */
export function responseOf(figure: Pick<Figure, 'evidence'>, id: string, words: Words): string | null {
  const evidence = figure.evidence[id]
  if (!evidence || evidence.kind !== 'survey') return null
  const { n, asked } = evidence
  if (n === null) return words.messages.repliesNotReported
  const count = (of: NonNullable<typeof n>) => {
    const around = words.qualifiers[of.qualifier]
    return `${around.before}${grouped(of.value)}${around.after}`
  }
  return asked === null
    ? fill(words.messages.replies, { n: count(n) })
    : fill(words.messages.ofAsked, { n: count(n), asked: count(asked) })
}
