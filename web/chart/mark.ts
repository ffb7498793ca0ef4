/** Small makers of marks, so that chart types read as what they draw. */
import type { Token } from '../look/tokens.ts'
import { px, type Font, type GroupMark, type LineMark, type Mark, type TextMark } from './scene.ts'

/** The type sizes charts use, in pixels of the drawing. */
export const FONTS = {
  axis: { face: 'sans', size: 12, weight: 400 },
  label: { face: 'sans', size: 13, weight: 400 },
  strong: { face: 'sans', size: 13, weight: 600 },
  detail: { face: 'sans', size: 12, weight: 400 },
  big: { face: 'serif', size: 64, weight: 600 },
  percent: { face: 'serif', size: 34, weight: 600 },
  title: { face: 'serif', size: 24, weight: 600 },
  subtitle: { face: 'sans', size: 14, weight: 400 },
} as const satisfies Record<string, Font>

type TextOptions = { readonly font?: Font; readonly anchor?: TextMark['anchor']; readonly token?: Token; readonly halo?: boolean }

/** Text by its baseline. */
export const text = (x: number, y: number, words: string, options: TextOptions = {}): TextMark => ({
  kind: 'text', x: px(x), y: px(y), text: words, font: options.font ?? FONTS.label,
  anchor: options.anchor ?? 'start', token: options.token ?? 'ink', ...(options.halo ? { halo: true } : {}),
})

/** Lines of text one under the other, the first baseline at `y`. */
export const lines = (x: number, y: number, words: readonly string[], leading: number, options: TextOptions = {}): TextMark[] =>
  words.map((line, i) => text(x, y + i * leading, line, options))

export const line = (x1: number, y1: number, x2: number, y2: number, token: Token, width = 1, dash?: string): LineMark => ({
  kind: 'line', x1: px(x1), y1: px(y1), x2: px(x2), y2: px(y2), token, width, ...(dash === undefined ? {} : { dash }),
})

/** The marks of one observation or series, with its words. */
export const datum = (reference: string, label: string, marks: readonly Mark[]): GroupMark => ({ kind: 'group', datum: reference, label, marks })
