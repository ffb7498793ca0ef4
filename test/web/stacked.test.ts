/** Stacked bars: parts as long as their shares, side by side without gaps, each with its value; hatched where it is not printed so. */
import { describe, expect, it } from 'vitest'
import type { Row } from '../../data/model/figure.ts'
import { DEFAULT_VIEW } from '../../web/address.ts'
import { draw } from '../../web/chart/draw.ts'
import { side } from '../../web/chart/measure.ts'
import type { Mark, RectMark, Scene } from '../../web/chart/scene.ts'
import { faults, texts } from './boxes.ts'
import { rowOf, sample } from './sample.ts'

const ANSWERS = ['very', 'fairly', 'little', 'no']
const answers = Object.fromEntries(ANSWERS.map((answer) => [answer, { en: `${answer} important`, ja: `重要${answer}` }]))
const population = (group: string, shares: readonly string[], more: Partial<Row> = {}): Row[] =>
  shares.map((value, i) => rowOf({ group, answer: ANSWERS[i] ?? '', value, ...more }))
const scene = (rows: readonly Row[], width = 740, more: { centre?: string; select?: readonly string[] } = {}): Scene => draw(
  sample({ shape: 'shares', rows, answers, charts: ['stacked'], ...(more.centre === undefined ? {} : { centre: more.centre }) }),
  { view: { ...DEFAULT_VIEW, select: more.select ?? null }, lang: 'en', width },
)
/** The bar's part of every observation, by its reference; legend swatches stand in no group. */
const parts = ({ marks }: Scene): Record<string, RectMark> => Object.fromEntries(marks.flatMap((mark: Mark) => {
  const rect = mark.kind === 'group' ? mark.marks.find((one) => one.kind === 'rect') : undefined
  return mark.kind === 'group' && rect?.kind === 'rect' ? [[mark.datum, rect]] : []
}))
const said = (of: Scene) => texts(of.marks).map(({ mark }) => mark.text)

const two = [...population('a', ['40', '30', '20', '10']), ...population('b', ['10', '20', '30', '40'])]

describe('parts', () => {
  it('are as long as their shares and follow one another', () => {
    const drawn = parts(scene(two))
    const [very, fairly, little, no] = ANSWERS.map((answer) => drawn[`a.${answer}`])
    expect((very?.width ?? 0) + 1.5).toBeCloseTo(2 * ((little?.width ?? 0) + 1.5), 1)
    expect((fairly?.x ?? 0)).toBeCloseTo((very?.x ?? 0) + (very?.width ?? 0) + 1.5, 1)
    expect((no?.x ?? 0) + (no?.width ?? 0) + 1.5).toBeCloseTo(740, 0)
    expect(drawn['a.very']?.width).toBeCloseTo(drawn['b.no']?.width ?? 0, 1)
  })

  it('have a colour for each answer, the same in every population and selection', () => {
    const drawn = parts(scene(two))
    expect(new Set(ANSWERS.map((answer) => drawn[`a.${answer}`]?.fill.token)).size).toBe(4)
    for (const answer of ANSWERS) expect(drawn[`a.${answer}`]?.fill).toEqual(drawn[`b.${answer}`]?.fill)
    expect(parts(scene(two, 740, { select: ['b'] }))['b.little']?.fill).toEqual(drawn['b.little']?.fill)
  })

  it('are hatched where they are derived, inferred or not plain numbers, and the statuses are said with their answers', () => {
    const [first, second, third, last] = population('a', ['3.2', '10.6', '38.5', '47.7'])
    const rows = [{ ...first, status: 'derived', qualifier: 'about' }, { ...second, status: 'inferred' }, third, { ...last, status: 'inferred' }] as Row[] // all four are there
    const drawn = scene(rows)
    expect(ANSWERS.map((answer) => parts(drawn)[`a.${answer}`]?.fill.texture)).toEqual(['ruled', 'ruled', undefined, 'ruled'])
    expect(said(drawn).join(' ')).toContain('Hatched: derived (very important); inferred (fairly important and no important).')
    expect(said(drawn)).toContain('about 3.2%')
  })

  it('say that they are rounded only where they miss the whole', () => {
    const isSaid = (shares: readonly string[]) => said(scene(population('a', shares))).some((text) => text.startsWith('Shares are rounded'))
    expect([isSaid(['40.1', '30', '20', '10']), isSaid(['40.0', '30', '20', '10']), isSaid(['39.9', '30.1', '20', '10'])]).toEqual([true, false, false])
  })
})

describe('a centre', () => {
  it('is where the parts of every population meet', () => {
    const drawn = parts(scene(two, 740, { centre: 'fairly' }))
    expect(drawn['a.little']?.x).toBe(drawn['b.little']?.x)
    expect(drawn['a.very']?.x).toBeLessThan(drawn['b.very']?.x ?? 0)
  })

  it('is a line through each bar, and there is none without it', () => {
    const lines = (of: Scene) => of.marks.filter((mark) => mark.kind === 'line' && mark.x1 === mark.x2).length
    expect([lines(scene(two, 300, { centre: 'fairly' })), lines(scene(two, 300))]).toEqual([2, 0])
  })
})

describe('labels', () => {
  it.each([280, 300, 480, 740])('stand clear of each other at %i px, however thin the parts', (width) => {
    for (const shares of [['0.1', '0.2', '0.3', '99.4'], ['99.4', '0.3', '0.2', '0.1'], ['49.9', '0.1', '0.1', '49.9'], ['0', '0', '0', '100']]) {
      for (const more of [{}, { qualifier: 'about' as const }]) {
        const drawn = scene(population('a', shares, more), width)
        expect(faults(drawn)).toEqual([])
        expect(said(drawn).filter((text) => text.endsWith('%'))).toHaveLength(4)
      }
    }
  })

  it('lead back to a part that they do not stand over', () => {
    const slanted = (shares: readonly string[]) => scene(population('a', shares), 300).marks
      .flatMap((mark) => (mark.kind === 'group' ? mark.marks : [])).filter((mark) => mark.kind === 'line').length
    expect([slanted(['25', '25', '25', '25']), slanted(['1', '1', '1', '97'])]).toEqual([0, 2])
  })

  it('are moved as little as can be, in order, and not at all where the line is too short', () => {
    expect(side([10, 12], [8, 8], 2, 0, 100)).toEqual([10, 20])
    expect(side([1, 50, 99], [10, 10, 10], 2, 0, 100)).toEqual([5, 50, 95])
    expect(side([95, 96, 97], [10, 10, 10], 0, 0, 100)).toEqual([75, 85, 95])
    expect(side([1, 2, 3], [40, 40, 40], 0, 0, 100)).toBeNull()
    expect(side([], [], 5, 0, 1)).toEqual([])
  })
})
