/** How high the embed of a view will be, known without a browser: a frame has a height before anything is in it. */
import { BREAK, inLanguage, phrased, type Figure } from '../../data/model/figure.ts'
import type { View } from '../address.ts'
import { draw } from '../chart/draw.ts'
import { embedFooter, isMuch } from '../chart/embed.ts'
import { breakLines } from '../chart/measure.ts'
import type { Font } from '../chart/scene.ts'
import { phrasedTitle } from '../chart/title.ts'
import { wordsOf } from '../words/index.ts'
import { CLAIM_WIDEST, countOf, widthIn, WIDTHS } from './chart.tsx'

/** What base.css says of embeds, in pixels: edges and the widest column. */
const EDGE = 16
const WIDEST = 768
const LOWEST = 320

/** Leading of body text and headings, by whether lines are Japanese. */
const LEADING = { latin: { body: 1.5, title: 1.16 }, japanese: { body: 1.75, title: 1.38 } } as const

/** Lines may break a little earlier than their letters make them: browsers keep words together, */
const SLACK = 0.96

/** and in Japanese phrases, where our text does not say where they end: so many letters of a line at most are left empty. */
const PHRASE = 3

const JAPANESE = /[\u3040-\u30ff]/

const titleSize = (width: number): number => Math.min(24, Math.max(18, 15.2 + 0.012 * width))

function linesOf(text: string, face: Font['face'], size: number, width: number): number {
  // a letter to spare where a phrase fits by a hair
  const room = text.includes(BREAK) ? width - size : width * SLACK - (JAPANESE.test(text) ? PHRASE * size : 0)
  return breakLines(text, { face, size, weight: face === 'serif' ? 600 : 400 }, room).length
}

/** Height of the chart with the room around it. */
function chartHeight(figure: Figure, view: View, lang: string, box: number): number {
  const isClaim = figure.shape === 'claim'
  const shown = isClaim ? Math.min(box, CLAIM_WIDEST) : box
  const width = widthIn(shown, WIDTHS.slice(0, countOf({ figure, compact: isClaim, few: isMuch(figure, view) })))
  const scene = draw(figure, { view, lang, width, compact: isClaim })
  return 20 + (scene.height * shown) / scene.width + 12
}

/** Height of what is said of a version since, with its margin, line and room beside that. */
const noticeHeight = (notice: string, box: number): number =>
  (notice === '' ? 0 : 12 + breakLines(notice, { face: 'sans', size: 13, weight: 600 }, (box - 11.6) * SLACK).length * 13 * 1.55)

/**
 * Height in pixels that the embed of a view needs in a frame of this width: never less than it takes, and a line or two more
 * at most. The short form of frames that are lower than 320 px is not meant. `notice` is what it says of a version since.
 */
export function frameHeight(figure: Figure, view: View, lang: string, width: number, notice = ''): number {
  const words = wordsOf(lang)
  const { body, title } = lang === 'ja' ? LEADING.japanese : LEADING.latin
  const box = Math.max(1, Math.min(width, WIDEST) - 2 * EDGE)
  const size = titleSize(width)
  const checks = figure.checks.map(({ finding, reason }) => {
    const said = linesOf(`${words.messages['verdict-confirmed']}${phrased(finding, lang)}`, 'sans', 14, box - 24)
    return 25 + said * 14 * body + (reason ? 5.6 + linesOf(inLanguage(reason, lang), 'sans', 14, box) * 14 * body : 0)
  })
  const parts = [
    2 + EDGE,
    linesOf(phrasedTitle(figure, view, lang), 'serif', size, box) * size * title,
    8 + linesOf(phrased(figure.subtitle, lang), 'sans', 14, Math.min(box, 704)) * 14 * body,
    noticeHeight(notice, box), chartHeight(figure, view, lang, box), ...checks,
    12 + linesOf(embedFooter(figure, view, words), 'sans', 13, box) * 13 * 1.55,
    14.4 + 14 * body,
    8 + 9.6 + 14 * body,
    12,
  ]
  return Math.max(LOWEST, Math.ceil(parts.reduce((sum, part) => sum + part, 0)))
}
