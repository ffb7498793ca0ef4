/** The words beside a share: the answer or the population it is called by, and who was asked. */
import { phrased, type Row } from '../../data/model/figure.ts'
import type { Drawing } from './drawing.ts'
import { FONTS, lines } from './mark.ts'
import { breakLines } from './measure.ts'
import { detailOf, phrasedName } from './say.ts'
import { codeOf, codesOf } from './select.ts'
import type { Mark } from './scene.ts'

const LEADING = 17

export type Heading = { readonly name: readonly string[]; readonly detail: readonly string[]; readonly height: number }

const hasAnswers = ({ figure }: Drawing): boolean => Object.keys(figure.answers).length > 1
/** Of the whole figure, so that a selection does not rename what is shown. */
const isOnePopulation = ({ figure }: Drawing): boolean => codesOf(figure, figure.rows).length === 1

const whoOf = ({ figure, words }: Drawing, code: string): string => detailOf(figure, code, words) || phrasedName(figure, code, words)

/**
 * A row's words in lines of at most `width` pixels. Where a figure has several answers the answer is the name, and who was asked stands
 * below it unless all were asked of one population; else the population is the name, with its own detail.
 */
export function headingOf(drawing: Drawing, row: Row, width: number): Heading {
  const { figure, words } = drawing
  const code = codeOf(figure, row)
  const answer = figure.answers[row.answer]
  const named = hasAnswers(drawing) && answer !== undefined
  const name = breakLines(named ? phrased(answer, words.code) : phrasedName(figure, code, words), FONTS.strong, width)
  const who = named ? (isOnePopulation(drawing) ? '' : whoOf(drawing, code)) : detailOf(figure, code, words)
  const detail = breakLines(who, FONTS.detail, width).filter(Boolean)
  return { name, detail, height: (name.length + detail.length) * LEADING }
}

/** A heading's lines, the first baseline at `y`. */
export const headingMarks = ({ name, detail }: Heading, y: number): Mark[] => [
  ...lines(0, y, name, LEADING, { font: FONTS.strong }),
  ...lines(0, y + name.length * LEADING, detail, LEADING, { font: FONTS.detail, token: 'text' }),
]

/** Who was asked, where one population gave every answer: said once, above all of them. Nothing where it stands in the headings. */
export function whoMarks(drawing: Drawing): { readonly marks: readonly Mark[]; readonly height: number } {
  const [first] = drawing.rows
  if (!first || !hasAnswers(drawing) || !isOnePopulation(drawing)) return { marks: [], height: 0 }
  const who = breakLines(whoOf(drawing, codeOf(drawing.figure, first)), FONTS.detail, drawing.width)
  return { marks: lines(0, 12, who, LEADING, { font: FONTS.detail, token: 'text' }), height: who.length * LEADING + 8 }
}
