/** Which observation an arrow key leads to, by shape: along a series, across to another, or through all of them. */
import { describe, expect, it } from 'vitest'
import type { PlacedRow } from '../../web/chart/scene.ts'
import { move, type Direction } from '../../web/live/read.ts'
import { rowOf } from './sample.ts'

const at = (cells: Parameters<typeof rowOf>[0], x: number, y = 0): PlacedRow => ({ row: rowOf(cells), x, y })
const walk = (points: readonly PlacedRow[], from: number, ...keys: Direction[]): number => keys.reduce((index, key) => move(points, index, key), from)

describe('a paragraph', () => {
  // two lines of A, the second beginning further left than the first ends; one line of B
  const points = [
    at({ series: 'A', group: 'x', answer: 'k' }, 10), at({ series: 'A', group: 'y', answer: 'l' }, 90),
    at({ series: 'A', group: 'z', answer: 'k' }, 10, 20), at({ series: 'B', group: 'x', answer: 'l' }, 50, 40),
    at({ series: 'C' }, 10, 60),
  ]

  it('is read line by line, to its own ends', () => {
    expect(walk(points, 0, 'ArrowRight')).toBe(1)
    expect(walk(points, 0, 'ArrowRight', 'ArrowRight', 'ArrowRight')).toBe(2)
    expect([walk(points, 1, 'End'), walk(points, 2, 'Home')]).toEqual([2, 0])
  })

  it('leads up and down to the next one', () => {
    expect([walk(points, 1, 'ArrowDown'), walk(points, 3, 'ArrowDown'), walk(points, 3, 'ArrowUp')]).toEqual([3, 4, 1])
  })
})

describe('shares', () => {
  const parts = ['a', 'b'].flatMap((group, g) => ['x', 'y', 'z'].map((answer, i) => at({ group, answer }, i * 10, g * 10)))

  it('of several populations are read along one, and across at the same answer', () => {
    expect([walk(parts, 0, 'ArrowRight'), walk(parts, 2, 'ArrowRight'), walk(parts, 2, 'ArrowDown'), walk(parts, 4, 'ArrowUp')]).toEqual([1, 2, 5, 1])
  })

  it('of one population, or one of each, are read one by one whatever the arrow', () => {
    const one = parts.slice(0, 3)
    const each = ['a', 'b', 'c'].map((group, i) => at({ group, answer: 'x' }, 50 - i * 10))
    for (const points of [one, each]) {
      expect([walk(points, 0, 'ArrowDown'), walk(points, 0, 'ArrowRight', 'ArrowRight'), walk(points, 2, 'ArrowUp'), walk(points, 0, 'End')]).toEqual([1, 2, 1, 2])
    }
  })
})

describe('series', () => {
  const points = ['A', 'B'].flatMap((series) => ['2001', '2002', '2003'].map((time, i) => at({ series, time }, i * 10)))

  it('are read through their times, and across at the same one', () => {
    expect([walk(points, 1, 'ArrowRight'), walk(points, 1, 'ArrowDown'), walk(points, 4, 'ArrowDown'), walk(points, 1, 'End')]).toEqual([2, 4, 1, 2])
  })
})
