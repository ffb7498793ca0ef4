/** What a browser made of the charts in a page: which are to be seen, and where each of their words stands. */
import type { Page } from 'playwright-core'

export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** One text of a chart; boxes are in pixels of the page. */
export type Lettered = {
  readonly text: string
  /** As wide as it is set and an em high, from a little below the line its letters stand on. */
  readonly em: Box
  /** All that the browser counts to it. */
  readonly box: Box
  /** Before the chart was scaled to its place. */
  readonly size: number
  readonly length: number
  readonly weight: number
  readonly family: string
  readonly style: string
  /** Code of the observation it belongs to, '' for none. */
  readonly datum: string
}

export type DrawnChart = {
  readonly name: string
  /** Id of the figure. */
  readonly figure: string
  readonly box: Box
  readonly texts: readonly Lettered[]
}

/** The charts of a page that can be seen, in order. */
export const drawnCharts = (page: Page, within = 'body'): Promise<readonly DrawnChart[]> => page.evaluate((selector) => {
  const boxOf = ({ left, top, right, bottom }: DOMRect) => ({ left, top, right, bottom })
  const lettered = (text: SVGTextElement) => {
    const style = getComputedStyle(text)
    const box = boxOf(text.getBoundingClientRect())
    const matrix = text.getScreenCTM()
    const size = Number.parseFloat(style.fontSize)
    const scale = matrix?.d ?? 1
    const baseline = (matrix?.f ?? 0) + scale * (text.y.baseVal.length ? text.y.baseVal.getItem(0).value : 0)
    return {
      text: text.textContent ?? '', box, size, length: text.getComputedTextLength(), weight: Number(style.fontWeight),
      em: { left: box.left, right: box.right, top: baseline - 0.8 * size * scale, bottom: baseline + 0.2 * size * scale },
      family: style.fontFamily, style: style.fontStyle, datum: text.closest<SVGElement>('[data-datum]')?.dataset['datum'] ?? '',
    }
  }
  const charts = [...document.querySelectorAll<SVGSVGElement>(`${selector} .chart > svg`)]
    .filter((svg) => svg.getBoundingClientRect().width > 0)
  return charts.map((svg) => ({
    name: svg.querySelector('title')?.id ?? '', figure: svg.querySelector('title')?.id.replace(/-(en|ja)-\d+-t$/, '') ?? '',
    box: boxOf(svg.getBoundingClientRect()), texts: [...svg.querySelectorAll('text')].map(lettered),
  }))
}, within)

/** Whether two boxes share more than half a pixel both ways. */
export const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5

/** Whether a text lies in a box, give or take the white that large letters have at their sides: two units of the drawing. */
export function isInside({ em, size }: Lettered, outer: Box): boolean {
  const white = Math.max(1, (2.2 * (em.bottom - em.top)) / size)
  const isWide = em.left < outer.left - white || em.right > outer.right + white
  return !isWide && em.top >= outer.top - 1 && em.bottom <= outer.bottom + 1
}
