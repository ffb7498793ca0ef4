/** Items one after the other in lines, as words in a paragraph: legends and lists. */

export type Spot = { readonly x: number; readonly line: number }

/**
 * Where items of these widths begin, `gap` apart, in lines of `width`; an item that is wider begins a line of its own.
 *
 * flow([40, 50, 30], 100, 5) // => [{ x: 0, line: 0 }, { x: 45, line: 0 }, { x: 0, line: 1 }]
 */
export function flow(widths: readonly number[], width: number, gap: number): Spot[] {
  let [x, line] = [0, 0]
  return widths.map((own) => {
    if (x > 0 && x + own > width) [x, line] = [0, line + 1]
    const spot = { x, line }
    x += own + gap
    return spot
  })
}
