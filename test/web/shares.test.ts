/** Bars and dots of shares: where they begin and end, what they are called, and what they never do. */
import { describe, expect, it } from 'vitest'
import type { Row } from '../../data/model/figure.ts'
import { DEFAULT_VIEW } from '../../web/address.ts'
import { draw } from '../../web/chart/draw.ts'
import type { Mark, Scene } from '../../web/chart/scene.ts'
import { faults, texts } from './boxes.ts'
import { FIGURES } from './built.ts'
import { nameOf, rowOf, sample } from './sample.ts'

describe('bars', () => {
  const rects = (marks: readonly Mark[]): Extract<Mark, { kind: 'rect' }>[] =>
    marks.flatMap((mark) => (mark.kind === 'group' ? rects(mark.marks) : mark.kind === 'rect' ? [mark] : []))
  const bars = (rows: readonly Row[], more = {}) =>
    draw(sample({ shape: 'shares', rows, charts: ['bars'], ...more }), { view: DEFAULT_VIEW, lang: 'en', width: 400 })

  it('run to the lower end of a range and hatched on to the upper one, whether or not it has a value', () => {
    for (const value of [null, '13']) {
      const scene = bars([rowOf({ group: 'G', answer: 'yes', value, qualifier: 'between', lower: '10', upper: '16' })])
      const [solid, hatch] = rects(scene.marks)
      expect([solid?.fill.texture, hatch?.fill.texture]).toEqual([undefined, 'hatch'])
      expect((hatch?.width ?? 0) / (solid?.width ?? 1)).toBeCloseTo(0.6, 1)
      expect(texts(scene.marks).map(({ mark }) => mark.text)).toContain('10–16%')
    }
  })

  const same = (text: string) => ({ en: text, ja: text })
  const answers = { a: same('Answer A'), b: same('Answer B') }
  const said = (scene: Scene) => texts(scene.marks).map(({ mark }) => mark.text)

  it('are called by their answers, with who was asked once above where it was one population', () => {
    const names = { G: nameOf('Group', { detail: same('760 answered') }) }
    const one = said(bars(['a', 'b'].map((answer) => rowOf({ group: 'G', answer })), { answers, names }))
    expect(one.filter((text) => text === '760 answered')).toHaveLength(1)
    expect(one[0]).toBe('760 answered')
    expect(one).toEqual(expect.arrayContaining(['Answer A', 'Answer B']))
    expect(one).not.toContain('Group')
  })

  it('name the answer and the population where there are several of both, also when one is chosen', () => {
    const names = { G: nameOf('Group', { detail: same('760 answered') }), H: nameOf('Other group') }
    const figure = sample({ shape: 'shares', charts: ['bars'], answers, names, rows: [rowOf({ group: 'G', answer: 'a' }), rowOf({ group: 'H', answer: 'b' })] })
    const all = said(draw(figure, { view: DEFAULT_VIEW, lang: 'en', width: 400 }))
    expect(all).toEqual(expect.arrayContaining(['Answer A', '760 answered', 'Answer B', 'Other group']))
    expect(said(draw(figure, { view: { ...DEFAULT_VIEW, select: ['H'] }, lang: 'en', width: 400 }))).toEqual(expect.arrayContaining(['Answer B', 'Other group']))
  })
})

describe('dots', () => {
  const circles = (marks: readonly Mark[]): Extract<Mark, { kind: 'circle' }>[] =>
    marks.flatMap((mark) => (mark.kind === 'group' ? circles(mark.marks) : mark.kind === 'circle' ? [mark] : []))
  const dots = (rows: Parameters<typeof rowOf>[0][], width = 740) =>
    circles(draw(sample({ shape: 'shares', rows: rows.map((row, i) => rowOf({ group: `G${i}`, answer: 'yes', ...row })) }), { view: DEFAULT_VIEW, lang: 'en', width }).marks)

  it('stand where their value is, on one scale from zero', () => {
    const [zero, ten, twenty, again] = dots([{ value: '0' }, { value: '10' }, { value: '20' }, { value: '10' }]).map(({ x }) => x)
    expect((twenty ?? 0) - (zero ?? 0)).toBeCloseTo(2 * ((ten ?? 0) - (zero ?? 0)), 1)
    expect(again).toBe(ten)
  })

  it('are full for a number that is the number, hollow for one that is bounded or rounded', () => {
    const fills = Object.fromEntries(['exact', 'only', 'about', 'nearly', 'more-than', 'at-least', 'less-than', 'at-most'].map((qualifier) =>
      [qualifier, dots([{ value: '10', qualifier: qualifier as 'exact' }])[0]?.fill === 'ground' ? 'hollow' : 'full'])) // from the list just above
    expect(fills).toEqual({ exact: 'full', only: 'full', about: 'hollow', nearly: 'hollow', 'more-than': 'hollow', 'at-least': 'hollow', 'less-than': 'hollow', 'at-most': 'hollow' })
  })

  it('are two hollow ends with a hatch between them for a range, whether or not it has a value', () => {
    const range = { qualifier: 'between', lower: '10', upper: '16' } as const
    for (const value of [null, '13']) {
      const others = ['0', '10', '16'].map((share, i) => rowOf({ group: `G${i}`, answer: 'yes', value: share }))
      const scene = draw(sample({ shape: 'shares', rows: [...others, rowOf({ group: 'R', answer: 'yes', value, ...range })] }),
        { view: DEFAULT_VIEW, lang: 'ja', width: 740 })
      const [, ten, sixteen, from, to] = circles(scene.marks)
      expect([from, to]).toMatchObject([{ x: ten?.x, fill: 'ground' }, { x: sixteen?.x, fill: 'ground' }])
      expect(scene.points[3]?.x).toBeCloseTo(((ten?.x ?? 0) + (sixteen?.x ?? 0)) / 2, 1)
      expect(texts(scene.marks).map(({ mark }) => mark.text)).toContain('10〜16%')
      expect(scene.description).toContain('10〜16%')
    }
  })

  it('are not drawn for what is missing, which is said', () => {
    expect(dots([{ value: null }])).toEqual([])
    const scene = draw(sample({ shape: 'shares', rows: [rowOf({ group: 'G', answer: 'yes', value: null })] }), { view: DEFAULT_VIEW, lang: 'en', width: 300 })
    expect(texts(scene.marks).map(({ mark }) => mark.text)).toContain('no data')
    expect(faults(scene)).toEqual([])
  })

  it('are never joined', () => {
    for (const figure of FIGURES.filter(({ charts }) => charts.includes('dots'))) for (const lang of figure.lang) {
      const flat = (marks: readonly Mark[]): Mark[] => marks.flatMap((mark) => (mark.kind === 'group' ? flat(mark.marks) : [mark]))
      const slanted = flat(draw(figure, { view: { ...DEFAULT_VIEW, chart: 'dots' }, lang, width: 740 }).marks)
        .filter((mark) => mark.kind === 'path' || (mark.kind === 'line' && mark.x1 !== mark.x2 && mark.y1 !== mark.y2))
      expect(slanted).toEqual([])
    }
  })
})
