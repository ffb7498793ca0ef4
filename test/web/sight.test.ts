/** Charts for those who see colours otherwise: nothing is told by colour alone, and lines in colour stay apart where they can. */
import { describe, expect, it } from 'vitest'
import { DEFAULT_VIEW } from '../../web/address.ts'
import { emphasised, tokensOf } from '../../web/chart/colour.ts'
import { draw } from '../../web/chart/draw.ts'
import type { Mark } from '../../web/chart/scene.ts'
import { codesOf, drawnRows } from '../../web/chart/select.ts'
import { COLOURS, type Token } from '../../web/look/tokens.ts'
import { FIGURES } from './built.ts'
import { distance, seenBy, SIGHT } from './ruler.ts'

const KINDS = Object.keys(SIGHT) as (keyof typeof SIGHT)[] // keys of that very object

/** Side by side on one ground, two lines this far apart in L*a*b* are told apart: four times what is just noticeable. */
const APART = 9

it('is measured by a ruler that knows who confuses what', () => {
  expect(distance(seenBy('#ff0000', 'deuteranopia'), seenBy('#8b7a00', 'deuteranopia'))).toBeLessThan(25)
  expect(distance('#ff0000', '#8b7a00')).toBeGreaterThan(60)
  for (const kind of KINDS) expect(seenBy('#ffffff', kind)).toBe('#ffffff')
})

/** Figures whose default chart crosses coloured lines. */
const LINES = FIGURES.filter((figure) => figure.charts[0] === 'lines')

describe.each(LINES)('lines of $id', (figure) => {
  const rows = drawnRows(figure, figure.rows)
  const codes = codesOf(figure, rows)
  const tokens = tokensOf(figure, codes, DEFAULT_VIEW)
  const coloured = emphasised(figure, codes, DEFAULT_VIEW).map((code) => tokens.get(code)).filter((token) => token !== undefined)
  const pairs = coloured.flatMap((a, i) => coloured.slice(i + 1).map((b): [Token, Token] => [a, b]))

  it.each(KINDS)('are told apart in colour with %s', (kind) => {
    const near = (['light', 'dark'] as const).flatMap((dress) => pairs
      .map(([a, b]) => ({ pair: `${a} ${b} ${dress}`, apart: distance(seenBy(COLOURS[a][dress], kind), seenBy(COLOURS[b][dress], kind)) }))
      .filter(({ apart }) => apart < APART))
    expect(near).toEqual([])
  })
})

const textsOf = (marks: readonly Mark[]): string[] =>
  marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : mark.kind === 'group' ? textsOf(mark.marks) : []))

describe.each(FIGURES)('$id', (figure) => {
  it.each(figure.charts)('names everything it colours in words beside it (%s)', (chart) => {
    const scene = draw(figure, { view: { ...DEFAULT_VIEW, chart }, lang: 'en', width: 740 })
    const said = textsOf(scene.marks).join(' ').replace(/\s+/g, ' ')
    const drawn = codesOf(figure, drawnRows(figure, figure.rows)).filter((code) => !figure.totals.some(({ total }) => total === code))
    const name = (code: string) => [figure.names[code]?.name['en'], figure.names[code]?.short?.['en']].filter((one) => one !== undefined)
    const unnamed = drawn.filter((code) => !name(code).some((one) => said.includes(one)))
    // where one population gave every answer, the answers are the names
    expect(drawn.length === 1 && Object.keys(figure.answers).length > 1 ? [] : unnamed).toEqual([])
  })
})
