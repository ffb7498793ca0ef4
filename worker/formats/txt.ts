/** A figure to be read: what it says, how to cite it, on what evidence it stands, and on what terms it may be used. */
import { inLanguage, type Figure, type Row } from '../../data/model/figure.ts'
import { citationOf } from '../../web/pages/cite.ts'
import { nameOf, rowName, statusOf } from '../../web/chart/say.ts'
import { shapeOf } from '../../data/model/shape.ts'
import { codebookOf } from '../../web/words/codebook.ts'
import { wordsOf } from '../../web/words/index.ts'
import { grouped, unitWords } from '../../web/words/number.ts'
import type { Words } from '../../web/words/words.ts'
import { evidenceFields } from './evidence.ts'
import { WHOLE_PARAMS, type Format, type Subject } from './format.ts'
import { termsOf } from './terms.ts'

/** A value in the digits of its source, with its qualifier, its unit where it is another than the figure's, and its status. */
function valueLine(figure: Figure, row: Row, words: Words): string {
  if (row.value === null) return words.messages.missing
  const { before, after } = words.qualifiers[row.qualifier]
  const isRange = row.qualifier === 'between' && row.lower !== null && row.upper !== null
  const number = isRange ? `${grouped(row.lower ?? '')}${words.range}${grouped(row.upper ?? '')}` : grouped(row.value)
  const { printed, after: sign } = unitWords(words, row.unit)
  const unit = row.unit === figure.unit ? '' : ` (${printed})`
  const status = statusOf(row, words)
  return `${before}${number}${sign === '%' ? sign : ''}${after}${unit}${status && ` · ${status}`}`
}

/** An observation in a line; an event or a pair without a value says what it is. */
function observationLine(figure: Figure, row: Row, words: Words): string {
  const when = row.time ? [words.date(row.time)] : []
  if (shapeOf(figure.shape).numeric) {
    return `${[rowName(figure, row, words), ...when].join(words.comma)}${words.messages.colon}${valueLine(figure, row, words)}`
  }
  const answer = figure.answers[row.answer]
  const said = [nameOf(figure, row.series, words), nameOf(figure, row.group, words), ...(answer ? [inLanguage(answer, words.code)] : [])]
  const note = figure.notes[row.note]
  return [[...when, ...said].filter(Boolean).join(words.comma), ...(note ? [inLanguage(note, words.code)] : [])].join(words.messages.colon)
}

/** A heading and its lines; nothing where there are none. */
const part = (heading: string, lines: readonly string[]): readonly string[] =>
  (lines.length ? [heading, '-'.repeat([...heading].length), ...lines, ''] : [])

const checkLines = (figure: Figure, words: Words): readonly string[] => figure.checks.map(({ finding, verdict, reason }) =>
  [words.messages[`verdict-${verdict}`], inLanguage(finding, words.code), ...(reason ? [inLanguage(reason, words.code)] : [])].join(words.space))

const evidenceLines = (figure: Figure, words: Words): readonly string[] => Object.keys(figure.evidence).flatMap((id, i) =>
  [...(i ? [''] : []), `[${id}]`, ...evidenceFields(figure, id, words).map(([name, said]) => `${name}${words.messages.colon}${said}`)])

function comparableLines({ comparability }: Figure, { pages, code, space }: Words): readonly string[] {
  if (comparability.length === 0) return [pages.notComparable]
  return comparability.map(({ reason, why, of }) => [pages[`reason-${reason}`], inLanguage(why, code), ...(of ? [`(${of.join(', ')})`] : [])].join(space))
}

const derivedLines = ({ derived }: Figure, { code, messages }: Words): readonly string[] => derived.flatMap(({ of, formula, inputs }) =>
  [`${of} = ${formula}`, ...inputs.map(({ name, text, value, status }) => `  ${name} = ${value} (${inLanguage(text, code)}${messages.colon}${status})`)])

/** Columns and codes, one a line. */
export const codebookLines = (figure: Figure, words: Words): readonly string[] => codebookOf(figure, words).flatMap(({ name, means, codes }) =>
  [`${name}${words.messages.colon}${means}`, ...codes.map(({ code, means: stands }) => `  ${code} = ${stands}`)])

/** The text without where it comes from: used in archives too. */
export function textOf(figure: Figure, citation: string, lang: string): string {
  const words = wordsOf(lang)
  const { pages, messages } = words
  const unit = unitWords(words, figure.unit).printed
  const lines = [
    inLanguage(figure.title, lang), '='.repeat([...inLanguage(figure.title, lang)].length),
    inLanguage(figure.subtitle, lang), inLanguage(figure.description, lang), '',
    `${pages.measure}${messages.colon}${inLanguage(figure.measure, lang)}`,
    ...(unit ? [`${messages.unit}${messages.colon}${unit}`] : []), '',
    ...part(pages.cite, [citation]),
    ...part(messages.tableOf, figure.rows.map((row) => observationLine(figure, row, words))),
    ...part(messages.checks, checkLines(figure, words)),
    ...part(messages.evidence, evidenceLines(figure, words)),
    ...part(pages.comparable, comparableLines(figure, words)),
    ...part(pages.caveats, figure.caveats.map(({ text }) => `- ${inLanguage(text, lang)}`)),
    ...part(pages.formula, derivedLines(figure, words)),
    ...part(pages.rights, termsOf([figure], lang)),
    ...part(pages.changes, figure.changes.map(({ date, kind, note }) => `${date} ${pages[`change-${kind}`]}${messages.colon}${inLanguage(note, lang)}`)),
    ...part(pages.guideColumns, codebookLines(figure, words)),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

const renderText = ({ site, figure, hash, address: { lang } }: Subject): string => textOf(figure, citationOf(site, figure, hash, lang), lang)

export const txt: Format = {
  extension: 'txt',
  mediaType: 'text/plain; charset=utf-8',
  encoder: 4,
  kind: 'data',
  params: WHOLE_PARAMS,
  showsRelease: false,
  render: renderText,
}
