/** Headline: one claim as a large number and a bar whose end shows the qualifier; below it what the source says. */
import { spanOf } from '../../../data/model/ends.ts'
import { phrased, type Check, type Row } from '../../../data/model/figure.ts'
import { fill } from '../../words/words.ts'
import type { Token } from '../../look/tokens.ts'
import { shareAxis } from '../axis.ts'
import { bar, rect } from '../bar.ts'
import type { ChartType, Drawing, Plot } from '../drawing.ts'
import { datum, FONTS, lines, text } from '../mark.ts'
import { breakLines, textWidth } from '../measure.ts'
import { nameOf, phrasedName, piecesOf, valueOf } from '../say.ts'
import { referenceOf } from '../select.ts'
import { linear, type Scale } from '../scale.ts'
import { px, type Font, type Mark, type PlacedRow } from '../scene.ts'

/** The number set large: the language decides what stands before and after it. */
function bigNumber(drawing: Drawing, row: Row, top: number): { marks: Mark[]; bottom: number } {
  const { before, number, unit, after } = piecesOf(drawing.figure, row, drawing.words)
  const qualifier: Font = { face: 'italic', size: 21, weight: 400 }
  const above = before.endsWith(' ')
  const baseline = top + (above ? 78 : 56)
  const word: Font = { ...FONTS.percent, size: 24 }
  const parts: { words: string; font: Font; token: Token; gap: number }[] = [
    { words: above ? '' : before, font: word, token: 'text', gap: 0 }, { words: number, font: FONTS.big, token: 'ink', gap: 0 },
    { words: unit.trim(), font: FONTS.percent, token: 'ink', gap: 0 }, { words: after, font: word, token: 'text', gap: 2 },
  ]
  // a range on a phone is set smaller, so that it stays in the picture
  const fit = Math.min(1, drawing.width / parts.reduce((sum, part) => sum + textWidth(part.words, part.font) + part.gap, 0))
  const marks: Mark[] = above ? [text(0, top + 18, before.trim(), { font: qualifier, token: 'text' })] : []
  let x = -2
  for (const { words, font, token, gap } of parts.filter((part) => part.words !== '')) {
    const sized = { ...font, size: px(font.size * fit) }
    marks.push(text(x + gap, baseline, words, { font: sized, token }))
    x += textWidth(words, sized) + gap
  }
  return { marks, bottom: baseline }
}

/** Rows of what the source says: number, statement and a thin bar in grey. */
function sourceRow(drawing: Drawing, x: Scale, row: Row, top: number): { mark: Mark; bottom: number } {
  const { figure, words, width } = drawing
  const value = valueOf(figure, row, words)
  const indent = Math.max(72, textWidth(value, FONTS.strong) + 12)
  const statement = breakLines(phrasedName(figure, row.series, words), FONTS.label, width - indent)
  const base = breakLines(baseOf(drawing, row), FONTS.detail, width - indent)
  const barTop = top + (statement.length + base.length) * 17 + 6
  return {
    bottom: barTop + 10,
    mark: datum(referenceOf(row), `${value} ${nameOf(figure, row.series, words)}`, [
      text(0, top + 13, value, { font: FONTS.strong }),
      ...lines(indent, top + 13, statement, 17),
      ...lines(indent, top + 13 + statement.length * 17, base, 17, { font: FONTS.detail, token: 'text' }),
      rect(x(0), x(100), barTop, 6, 'track'),
      ...bar(x, row, barTop, 6, 'context'),
    ]),
  }
}

const baseOf = ({ figure, words }: Drawing, row: Row): string => {
  const evidence = figure.evidence[row.evidence]
  return evidence ? `${words.messages.base}${words.messages.colon}${phrased(evidence.population, words.code)}` : ''
}

const claimOf = ({ figure, rows }: Drawing): Row | undefined => rows.find((row) => isClaim(figure.checks, row)) ?? rows[0]

const isClaim = (checks: readonly Check[], row: Row): boolean => checks.some((check) => check.claim === row.series)

const plot = (drawing: Drawing): Plot => {
  const { figure, rows, words, width, compact } = drawing
  const claim = claimOf(drawing)
  if (!claim) return { height: 0, marks: [], points: [] }
  const x = linear([0, 100], [0, width])
  const token: Token = 'japan'
  const big = bigNumber(drawing, claim, 0)
  const statement = breakLines(phrasedName(figure, claim.series, words), { ...FONTS.label, size: 16 }, width)
  // side by side on the dashboard, bars stand at one height
  const barTop = big.bottom + 32 + Math.max(statement.length, compact ? 3 : 0) * 22
  const marks: Mark[] = [datum(referenceOf(claim), `${valueOf(figure, claim, words)} ${nameOf(figure, claim.series, words)}`, [
    ...big.marks,
    ...lines(0, big.bottom + 30, statement, 22, { font: { ...FONTS.label, size: 16 } }),
    rect(x(0), x(100), barTop, 14, 'track'),
    ...bar(x, claim, barTop, 14, token),
  ]), ...shareAxis(x, barTop + 32, words, claim.unit, [0, 50, 100])]
  const points: PlacedRow[] = [{ row: claim, x: x(spanOf(claim)?.middle ?? 0), y: barTop + 7 }]
  let bottom = barTop + 40
  if (!compact) {
    for (const row of rows.filter((row) => row !== claim)) {
      const next = sourceRow(drawing, x, row, bottom + 22)
      marks.push(next.mark)
      bottom = next.bottom
      points.push({ row, x: x(spanOf(row)?.middle ?? 0), y: bottom - 3 })
    }
  }
  return { height: bottom, marks, points }
}

const describe = (drawing: Drawing): string => {
  const { figure, rows, words } = drawing
  const claim = claimOf(drawing)
  if (!claim) return words.messages.emptySelection
  const say = (row: Row) => `${valueOf(figure, row, words, 'sentence')} ${nameOf(figure, row.series, words)}`
  const checks = rows.filter((row) => row !== claim).map(say)
  return checks.length
    ? fill(words.messages.describeClaim, { claim: say(claim), checks: checks.join(words.semicolon) })
    : fill(words.messages.describeClaimOnly, { claim: say(claim) })
}

export const headline: ChartType = { shapes: ['claim'], needs: [], plot, describe }
