/** JSON-stat as its own toolkit reads it: every number of the figure where its dimensions say, with what is to be said of it. */
import JSONstat from 'jsonstat-toolkit'
import { describe, expect, it } from 'vitest'
import type { Figure, Row } from '../../data/model/figure.ts'
import { shapeOf } from '../../data/model/shape.ts'
import { FIGURES } from '../web/built.ts'
import { HOSTILES } from './hostile.ts'
import { textIn } from './rendered.ts'

const CASES = [...FIGURES, ...Object.values(HOSTILES)].filter(({ shape }) => shapeOf(shape).numeric)
  .flatMap((figure) => figure.lang.map((lang) => ({ id: figure.id, lang, figure })))

/** Where a row is looked for: the code it has in each dimension. */
const placeOf = (row: Row, dimensions: readonly string[]): Record<string, string> => {
  const codes: Record<string, string> = { series: row.series, measure: row.measure || 'value', group: row.group, answer: row.answer, time: row.time, published: row.published }
  return Object.fromEntries(dimensions.map((id) => [id, codes[id] ?? '']))
}

const cubeOf = async (figure: Figure, lang: string) => JSONstat(JSON.parse(await textIn(figure, 'jsonstat.json', { lang })))

describe.each(CASES)('$id in $lang', ({ figure, lang }) => {
  it('has every value, qualifier and status in its place, and no others', async () => {
    const cube = await cubeOf(figure, lang)
    expect(cube.class).toBe('dataset')
    for (const row of figure.rows) {
      const { value, status } = cube.Data(placeOf(row, cube.id))
      const said = [row.qualifier === 'exact' ? '' : row.qualifier, row.status === 'final' ? '' : row.status].filter(Boolean).join(' ')
      expect([value, status ?? '']).toEqual([row.value === null ? null : Number(row.value), said])
    }
    const { value }: { value: Record<string, number> } = JSON.parse(await textIn(figure, 'jsonstat.json', { lang }))
    expect(Object.keys(value)).toHaveLength(figure.rows.filter((row) => row.value !== null).length)
  })

  it('keeps the source’s digits beside each number', async () => {
    const found: { value: Record<string, number>, extension: { digits: Record<string, string> } } = JSON.parse(await textIn(figure, 'jsonstat.json', { lang }))
    expect(Object.keys(found.extension.digits)).toEqual(Object.keys(found.value))
    for (const [place, digits] of Object.entries(found.extension.digits)) expect(found.value[place]).toBe(Number(digits))
    expect(Object.values(found.extension.digits).toSorted()).toEqual(figure.rows.flatMap((row) => row.value ?? []).toSorted())
  })

  it('names its dimensions and their codes, times as times, measures with units', async () => {
    const cube = await cubeOf(figure, lang)
    for (const id of cube.id) {
      const dimension = cube.Dimension(id)
      expect(dimension.label.length).toBeGreaterThan(0)
      for (const code of dimension.id) expect(dimension.Category(code).label.length).toBeGreaterThan(0)
    }
    expect(cube.role['metric']).toEqual(['measure'])
    if (cube.id.includes('time')) expect(cube.Dimension('time').role).toBe('time')
    for (const code of cube.Dimension('measure').id) expect(cube.Dimension('measure').Category(code).unit).toMatchObject({ decimals: expect.any(Number) })
  })
})

it('all numeric shapes are tried', () => {
  expect(new Set(CASES.map(({ figure }) => figure.shape))).toEqual(new Set(['claim', 'shares', 'series']))
})
