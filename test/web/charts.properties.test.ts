/** Whatever a figure holds, its picture is whole: no NaN, every mark inside the frame, no label on another. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figure } from '../../data/model/figure.ts'
import { DEFAULT_VIEW } from '../../web/address.ts'
import { draw } from '../../web/chart/draw.ts'
import { CHARTS, chartOf } from '../../web/chart/types/index.ts'
import { LANGUAGES } from '../../web/words/index.ts'
import { FIGURE_OF } from './arbitrary.ts'
import { faults } from './boxes.ts'

const setting = fc.record({ lang: fc.constantFrom(...LANGUAGES), width: fc.constantFrom(280, 300, 360, 480, 564, 740, 1200), compact: fc.boolean() })

const figures = (chart: string): fc.Arbitrary<Figure> => fc.oneof(...chartOf(chart).shapes.map((shape) => {
  if (!Object.hasOwn(FIGURE_OF, shape)) throw new Error(`no random figures of shape ${shape}: add them to arbitrary.ts`)
  return FIGURE_OF[shape as keyof typeof FIGURE_OF] // hasOwn just made sure of it
}))

describe.each(Object.keys(CHARTS))('%s', (chart) => {
  it('is whole for any figure of its shapes', () => {
    fc.assert(fc.property(figures(chart), setting, (figure, { lang, width, compact }) => {
      expect(faults(draw(figure, { view: { ...DEFAULT_VIEW, chart }, lang, width, compact }))).toEqual([])
    }), { numRuns: 100 })
  }, 30_000)

  it('is the same for the same figure, and says something of it', () => {
    fc.assert(fc.property(figures(chart), setting, (figure, options) => {
      const once = draw(figure, { view: { ...DEFAULT_VIEW, chart }, ...options })
      expect(draw(figure, { view: { ...DEFAULT_VIEW, chart }, ...options })).toEqual(once)
      expect(once.description.trim()).not.toBe('')
    }), { numRuns: 25 })
  })
})
