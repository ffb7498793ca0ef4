/** Shapes that tell kinds apart without colour, each as large to the eye as the others. */
import type { Token } from '../look/tokens.ts'
import { coordinate, px, type Mark } from './scene.ts'

/** Corners of each shape around its middle, in parts of its radius; none = a circle. */
const CORNERS = [
  [],
  [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
  [[0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]],
  [[0, -1.2], [1.2, 0.9], [-1.2, 0.9]],
  [[0, 1.2], [-1.2, -0.9], [1.2, -0.9]],
  [[-0.4, -1.2], [0.4, -1.2], [0.4, -0.4], [1.2, -0.4], [1.2, 0.4], [0.4, 0.4], [0.4, 1.2], [-0.4, 1.2], [-0.4, 0.4], [-1.2, 0.4], [-1.2, -0.4], [-0.4, -0.4]],
  [[-1.3, -0.55], [1.3, -0.55], [1.3, 0.55], [-1.3, 0.55]],
] as const satisfies readonly (readonly (readonly [number, number])[])[]

/** How many shapes there are; more kinds than that begin again. */
export const SYMBOLS = CORNERS.length

/** The `index`-th shape with its middle at a place: full, or hollow with a rim. */
export function symbol(index: number, x: number, y: number, r: number, token: Token, isHollow: boolean): Mark {
  const corners: readonly (readonly [number, number])[] = CORNERS[index % SYMBOLS] ?? []
  if (corners.length === 0) {
    return { kind: 'circle', x: px(x), y: px(y), r, fill: isHollow ? 'ground' : token, ...(isHollow ? { stroke: token, width: 1.5 } : {}) }
  }
  const d = `M${corners.map(([dx, dy]) => `${coordinate(x + dx * r)} ${coordinate(y + dy * r)}`).join('L')}Z`
  return { kind: 'path', d, fill: { token: isHollow ? 'ground' : token }, ...(isHollow ? { stroke: token, width: 1.5 } : {}) }
}
