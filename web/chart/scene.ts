/** A scene: one figure in pixels, as plain data. Drawn by chart types, turned into SVG by one view. */
import type { Row } from '../../data/model/figure.ts'
import type { Token } from '../look/tokens.ts'

/** What an area or line is filled with: a colour token, a hatch of it, its area ruled by thin lines, or a fade of it to nothing (rightwards). */
export type Paint = { readonly token: Token; readonly texture?: 'hatch' | 'ruled' | 'fade' }

export type Weight = 400 | 600
export type Face = 'sans' | 'serif' | 'italic'
export type Font = { readonly face: Face; readonly size: number; readonly weight: Weight }

/** A part of a text that one font has all characters of. */
export type Run = { readonly text: string; readonly family: string }

export type TextMark = {
  readonly kind: 'text'
  readonly x: number
  readonly y: number
  readonly text: string
  readonly font: Font
  readonly anchor: 'start' | 'middle' | 'end'
  readonly token: Token
  /** A rim in the ground's colour, so that a label stays readable on a line. */
  readonly halo?: boolean
  /** The text in parts, each with the font it is set in: for what cannot look for another font itself. */
  readonly runs?: readonly Run[]
}
export type LineMark = {
  readonly kind: 'line'
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly token: Token
  readonly width: number
  readonly dash?: string
}
export type PathMark = { readonly kind: 'path'; readonly d: string; readonly stroke?: Token; readonly fill?: Paint; readonly width?: number }
export type RectMark = { readonly kind: 'rect'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly fill: Paint }
export type CircleMark = { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly r: number; readonly fill: Token; readonly stroke?: Token; readonly width?: number }

/** Marks that show one observation, or one series of them: `datum` is its reference, `label` its words. Or marks moved together. */
export type GroupMark = {
  readonly kind: 'group'
  readonly datum: string
  readonly label: string
  readonly x?: number
  readonly y?: number
  readonly scale?: number
  readonly marks: readonly Mark[]
}

export type Mark = TextMark | LineMark | PathMark | RectMark | CircleMark | GroupMark

/** Where an observation is drawn: what a reader points at, or reaches with the arrow keys. */
export type PlacedRow = { readonly row: Row; readonly x: number; readonly y: number }

export type Scene = {
  /** From the figure's id and the view, so that ids within a page are unique and never counted. */
  readonly id: string
  readonly width: number
  readonly height: number
  /** Accessible name and description. */
  readonly title: string
  readonly description: string
  readonly marks: readonly Mark[]
  /** Every observation that is drawn, in the order of the figure. */
  readonly points: readonly PlacedRow[]
}

/**
 * A coordinate within a path, to tenths of a pixel, as text. Whole numbers and tenths are put together by hand, since turning
 * a fraction into text is the slowest thing that drawing a line does.
 *
 * coordinate(12.04) // => '12'
 * coordinate(-0.46) // => '-0.5'
 */
export function coordinate(n: number): string {
  const tenths = Math.round(Math.abs(n) * 10)
  const rest = tenths % 10
  const text = `${(tenths - rest) / 10}${rest === 0 ? '' : `.${rest}`}`
  return n < 0 && tenths > 0 ? `-${text}` : text
}

/** The one place where coordinates are rounded: hundredths of a pixel, never -0. */
export const px = (n: number): number => {
  const rounded = Math.round(n * 100) / 100
  return rounded === 0 ? 0 : rounded
}
