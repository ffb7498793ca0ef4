/** Charts of one year, of two, and of many small panels: what is in order, what stands apart, what is missing and said. */
import { describe, expect, it } from 'vitest'
import type { Figure, Row } from '../../data/model/figure.ts'
import { DEFAULT_VIEW, type View } from '../../web/address.ts'
import { draw } from '../../web/chart/draw.ts'
import type { Mark, Scene } from '../../web/chart/scene.ts'
import { shadesOf } from '../../web/chart/shades.ts'
import { SHADE_TOKENS } from '../../web/look/tokens.ts'
import { faults, texts } from './boxes.ts'
import { FIGURES } from './built.ts'
import { nameOf, rowOf, sample, seriesRows } from './sample.ts'

type Group = Extract<Mark, { kind: 'group' }>
const groups = (marks: readonly Mark[]): Group[] =>
  marks.flatMap((mark) => (mark.kind === 'group' ? [...(mark.datum || mark.label ? [mark] : []), ...groups(mark.marks)] : []))
const leaves = (marks: readonly Mark[]): Mark[] => marks.flatMap((mark) => (mark.kind === 'group' ? leaves(mark.marks) : [mark]))
/** Everything a chart says, as one text: lines are joined as they were broken. */
const said = (scene: Scene): string => texts(scene.marks).map(({ mark }) => mark.text).join(' ')

const drawn = (chart: string, figure: Figure, view: Partial<View> = {}, width = 740): Scene => {
  const scene = draw(figure, { view: { ...DEFAULT_VIEW, chart, ...view }, lang: 'en', width })
  expect(faults(scene)).toEqual([])
  return scene
}

const real = (id: string): Figure => {
  const found = FIGURES.find((figure) => figure.id === id)
  if (!found) throw new Error(`no figure ${id}`)
  return found
}

/** Two economies, a total, one that has no value in the last year, one that never had any. */
const rows = seriesRows({ VNM: ['1', '5'], SUM: ['9', '12.5'], THA: ['2', '7'], LAO: ['3', null], MMR: [null, null] })
const figure = sample({
  shape: 'series', rows, names: {
    VNM: nameOf('Viet Nam'), SUM: nameOf('The sum', { aggregate: true }), THA: nameOf('Thailand'), LAO: nameOf('Laos'), MMR: nameOf('Myanmar'),
  },
})

describe('ranking', () => {
  const order = (scene: Scene): string[] => groups(scene.marks).map(({ datum }) => datum)

  it('puts the newest year in order, highest first, and says which year', () => {
    expect(order(drawn('ranking', figure))).toEqual(['THA.2002', 'VNM.2002'])
    expect(said(drawn('ranking', figure))).toContain('Values of 2002, highest first.')
  })

  it('takes the year that is asked for', () => {
    expect(order(drawn('ranking', figure, { time: { from: '2001', to: '2001' } }))).toEqual(['LAO.2001', 'THA.2001', 'VNM.2001'])
  })

  it('never ranks a total, and says what it is', () => {
    const scene = drawn('ranking', figure)
    expect(order(scene).some((one) => one.startsWith('SUM'))).toBe(false)
    expect(said(scene)).toContain('not ranked: The sum 12.5%.')
    expect(drawn('ranking', figure).description).toContain('not ranked: The sum 12.5%.')
  })

  it('names what has no value in that year, whether it has a row or not', () => {
    expect(said(drawn('ranking', figure))).toContain('No value for 2002: Laos and Myanmar.')
    const without = { ...figure, rows: figure.rows.filter((row) => row.value !== null) }
    expect(said(drawn('ranking', without))).toContain('No value for 2002: Laos and Myanmar.')
  })

  it('tells what is kept out of charts from what is missing', () => {
    const kept = { ...figure, not_drawn: [{ of: ['VNM'], time: '2002', why: { en: 'Because.', ja: '理由。' } }] }
    expect(said(drawn('ranking', kept))).toContain('Published for 2002, but not drawn: Viet Nam.')
    expect(order(drawn('ranking', kept))).toEqual(['THA.2002'])
  })

  it('draws bars from zero, as long as their values, either way', () => {
    const signed = sample({ shape: 'series', rows: seriesRows({ A: ['8'], B: ['4'], C: ['-4'] }) })
    const bars = leaves(drawn('ranking', signed).marks).flatMap((mark) => (mark.kind === 'rect' ? [mark] : []))
    const [eight, four, minus] = bars
    expect((eight?.width ?? 0) / (four?.width ?? 1)).toBeCloseTo(2, 2)
    expect(minus?.width).toBeCloseTo(four?.width ?? NaN, 1)
    expect((minus?.x ?? 0) + (minus?.width ?? 0)).toBeCloseTo(four?.x ?? NaN, 1)
  })

  it('holds every value of the newest year of every figure it draws: ranked, apart or said to be missing', () => {
    for (const one of FIGURES.filter(({ charts }) => charts.includes('ranking'))) {
      for (const part of new Set(one.rows.map((row) => row.measure))) {
        const own: Row[] = one.rows.filter((row) => row.measure === part && row.value !== null)
        const newest = own.filter((row) => row.time === own.map(({ time }) => time).toSorted().at(-1))
        const ranked = order(drawn('ranking', one))
        const drawable = newest.filter((row) => !one.names[row.series]?.aggregate && !one.not_drawn.some(({ of }) => of.includes(row.series)))
        const inOrder = drawable.toSorted((a, b) => Number(b.value) - Number(a.value))
          .map((row) => [row.series, row.measure, row.time].filter(Boolean).join('.'))
        expect(ranked.filter((reference) => inOrder.includes(reference))).toEqual(inOrder)
      }
    }
  })
})

describe('map', () => {
  it('shades the economies of a year, and prints every value beside its name', () => {
    const scene = drawn('map', real('fdi-inflows-gdp'))
    expect(groups(scene.marks).map(({ datum }) => datum).toSorted()).toEqual(
      ['BRN', 'IDN', 'KHM', 'LAO', 'MMR', 'MYS', 'PHL', 'SGP', 'THA', 'TLS', 'VNM'].map((code) => `${code}.2024`))
    for (const item of ['Singapore 27.8%', 'Timor-Leste 11.6%', 'Brunei 0.2%', 'Values of 2024.']) expect(said(scene).replaceAll('\u00a0', ' ')).toContain(item)
  })

  it('takes the year that is asked for, and says values below zero apart', () => {
    const scene = drawn('map', real('fdi-inflows-gdp'), { time: { from: '2022', to: '2022' } })
    expect(said(scene)).toContain('Values of 2022.')
    expect(said(scene).replaceAll('\u00a0', ' ')).toContain('below zero: Brunei −1.7%')
  })

  it('never maps a total; hatches and names what has no value', () => {
    const scene = drawn('map', figure)
    expect(groups(scene.marks).map(({ label }) => label)).toEqual(['Laos: no data', 'Myanmar: no data', 'Thailand: 7%', 'Viet Nam: 5%'])
    expect(said(scene)).toContain('not on the map: The sum 12.5%.')
    expect(said(scene).replaceAll('\u00a0', ' ')).toContain('no data: Laos; Myanmar')
    const hatched = leaves(scene.marks).filter((mark) => mark.kind === 'path' && mark.fill?.texture === 'hatch')
    expect(hatched).toHaveLength(2)
  })

  it('says what lies beyond it instead of leaving it out', () => {
    const far = sample({ shape: 'series', rows: seriesRows({ VNM: ['1'], USA: ['2'] }), names: { VNM: nameOf('Viet Nam'), USA: nameOf('United States') } })
    expect(said(drawn('map', far))).toContain('Not on this map: United States 2%.')
  })

  it('says at every width and in every language that its lines take no position', () => {
    for (const width of [280, 740]) expect(said(drawn('map', figure, {}, width))).toContain('no line on it takes a position on any boundary')
    const japanese = draw(figure, { view: { ...DEFAULT_VIEW, chart: 'map' }, lang: 'ja', width: 280 })
    expect(texts(japanese.marks).map(({ mark }) => mark.text).join('')).toContain('線は境界についての立場を示さない')
  })
})

describe('shades', () => {
  const of = (...values: string[]) => shadesOf(values.map((value) => rowOf({ value }))).map(({ token, rows: own }) => [token, own.map((row) => row.value)])
  const [first, second, third, fourth] = SHADE_TOKENS

  it('hold about as many values each, the highest furthest from the ground', () => {
    expect(of('8', '7', '6', '5', '4', '3', '2', '1')).toEqual([[fourth, ['8', '7']], [third, ['6', '5']], [second, ['4', '3']], [first, ['2', '1']]])
    expect(of('9', '5', '3', '2', '1')).toEqual([[fourth, ['9', '5']], [third, ['3']], [second, ['2']], [first, ['1']]])
  })

  it('are one for equal values, and no more than there are values', () => {
    expect(of('5', '5', '5', '1')).toEqual([[fourth, ['5', '5', '5']], [third, ['1']]])
    expect(of('5')).toEqual([[fourth, ['5']]])
    expect(of()).toEqual([])
  })

  it('are of their own below zero', () => {
    expect(of('3', '0', '-1', '-2')).toEqual([[fourth, ['3']], [third, ['0']], ['below-zero', ['-1', '-2']]])
  })
})

describe('small multiples', () => {
  const paths = (scene: Scene): string[] => leaves(scene.marks).flatMap((mark) => (mark.kind === 'path' ? [mark.d] : []))
  const of = (values: Parameters<typeof seriesRows>[0], more: Partial<Figure> = {}) => drawn('small-multiples', sample({ shape: 'series', rows: seriesRows(values), ...more }))

  it('share a scale where each panel can be read on it, and say so', () => {
    expect(said(of({ A: ['4', '8'], B: ['3', '5'] }))).toContain('All panels share one scale.')
  })

  it('have scales of their own where one scale would flatten a panel, and say so plainly', () => {
    const scene = of({ A: ['100', '80'], B: ['1', '2'] })
    expect(said(scene)).toContain('Each panel has a scale of its own')
    expect(said(scene)).toContain('heights cannot be compared between panels')
    expect(said(scene)).not.toContain('share one scale')
  })

  it('draw equal values at equal heights on a shared scale only', () => {
    const heights = (scene: Scene) => groups(scene.marks).map((group) => leaves(group.marks).flatMap((mark) => (mark.kind === 'circle' ? [mark.y] : [])).at(-1))
    const [a, b] = heights(of({ A: ['4', '6'], B: ['8', '6'] }))
    expect(a).toBe(b)
    const [c, d] = heights(of({ A: ['100', '1'], B: ['0.5', '1'] }))
    expect(c).not.toBe(d)
  })

  it('break the line at a gap: at a missing value, and at a year that others have', () => {
    const [gap] = paths(of({ A: ['1', null, '3'], B: ['1', '2', '3'] }))
    expect(gap?.match(/M/g)).toHaveLength(2)
    const absent = seriesRows({ A: ['1', '2', '3'], B: ['1', '2', '3'] }).filter((row) => !(row.series === 'A' && row.time === '2002'))
    const [broken] = paths(drawn('small-multiples', sample({ shape: 'series', rows: absent })))
    expect(broken?.match(/M/g)).toHaveLength(2)
  })

  it('join nothing that is not declared comparable: points only', () => {
    const scene = of({ A: ['1', '2', '3'] }, { comparability: [] })
    expect(paths(scene)).toEqual([])
    expect(leaves(scene.marks).filter((mark) => mark.kind === 'circle')).toHaveLength(3)
  })

  it('name series that have no value at all', () => {
    expect(said(drawn('small-multiples', figure))).toContain('No value in these years: Myanmar.')
    expect(said(drawn('small-multiples', real('openness')))).toContain('No value in these years: Myanmar.')
  })

  it('never put two measures on one scale or line: a heading and panels for each', () => {
    const openness = real('openness')
    const scene = drawn('small-multiples', openness)
    for (const words of ['Exports of goods and services, % of GDP', 'Imports of goods and services, % of GDP', 'Merchandise trade']) expect(said(scene)).toContain(words)
    expect(groups(scene.marks)).toHaveLength(10 + 10 + 11)
    const gdp = drawn('small-multiples', real('gdp-real'))
    expect(groups(gdp.marks)).toHaveLength(22)
    expect(said(gdp)).toContain('Gross domestic product per person')
  })
})

describe('slope', () => {
  const slanted = (scene: Scene) => groups(scene.marks).filter((group) => leaves(group.marks).some((mark) => mark.kind === 'line'))

  it('joins the first and the last year with values, and names both ends', () => {
    const scene = drawn('slope', figure)
    expect(slanted(scene).map(({ datum }) => datum).toSorted()).toEqual(['SUM', 'THA', 'VNM'])
    for (const words of ['2001', '2002', '5% Viet Nam', 'Viet Nam 1%']) expect(said(scene)).toContain(words)
    expect(said(scene)).toContain('Each line joins two years and says nothing of those between.')
  })

  it('says which have a value in one year only, and which in neither', () => {
    expect(said(drawn('slope', figure))).toContain('A value in only one of the two years, so no line: Laos.')
    expect(said(drawn('slope', figure))).toContain('No value for 2001 and 2002: Myanmar.')
  })

  it('joins only what is declared comparable', () => {
    const only = { ...figure, comparability: figure.comparability.map((one) => ({ ...one, of: ['THA'] })) }
    expect(slanted(drawn('slope', only)).map(({ datum }) => datum)).toEqual(['THA'])
    expect(slanted(drawn('slope', { ...figure, comparability: [] }))).toEqual([])
  })

  it('says so where one year is chosen', () => {
    expect(said(drawn('slope', figure, { time: 'latest' }))).toContain('there is no change to show')
    expect(slanted(drawn('slope', figure, { time: 'latest' }))).toEqual([])
  })
})
