/** The end of a bar says its qualifier: closed, fading onwards, hatched up to the line, or fading around it. */
import type { Row } from '../../data/model/figure.ts'
import type { Token } from '../look/tokens.ts'
import { line } from './mark.ts'
import type { Scale } from './scale.ts'
import { px, type Mark, type Paint, type RectMark } from './scene.ts'

/** How far a fade or hatch reaches, in hundredths of the scale: it says "beyond" or "not quite", not how much. */
const REACH = 0.12

export const rect = (x1: number, x2: number, y: number, height: number, token: Token, texture?: Paint['texture']): RectMark => ({
  kind: 'rect', x: px(x1), y: px(y), width: px(Math.max(0, x2 - x1)), height, fill: texture ? { token, texture } : { token },
})

const chevron = (x: number, y: number, stroke: Token): Mark => ({
  kind: 'path', d: `M${px(x - 4)} ${px(y - 4)}L${px(x)} ${px(y)}L${px(x - 4)} ${px(y + 4)}`, stroke, width: 1.5,
})

/**
 * A bar from zero to a value, `height` thick. Closed with a line when the value is the value; fading onwards with an arrow
 * for "more than" and "at least"; hatched up to the line for "nearly", "less than" and "at most"; fading around for "about";
 * hatched between the two ends of a range.
 */
export function bar(x: Scale, row: Row, y: number, height: number, token: Token): Mark[] {
  const [from, to] = x.domain
  const value = Number(row.value)
  const reach = (to - from) * REACH
  const [zero, end] = [x(0), x(value)]
  const [near, far] = [x(Math.max(0, value - reach)), x(Math.min(to, value + reach))]
  const stop = line(end, y - 4, end, y + height + 4, token, 2)
  switch (row.qualifier) {
    case 'more-than': case 'at-least':
      return [rect(zero, end, y, height, token), rect(end, far, y, height, token, 'fade'), chevron(far - 4, y + height / 2, token)]
    case 'nearly': case 'less-than': case 'at-most':
      return [rect(zero, near, y, height, token), rect(near, end, y, height, token, 'hatch'), stop]
    case 'about':
      return [rect(zero, near, y, height, token), rect(near, far, y, height, token, 'fade')]
    case 'between':
      return [rect(zero, x(Number(row.lower)), y, height, token), rect(x(Number(row.lower)), x(Number(row.upper)), y, height, token, 'hatch')]
    case 'exact': case 'only':
      return [rect(zero, end, y, height, token), stop]
    default:
      return row.qualifier satisfies never
  }
}
