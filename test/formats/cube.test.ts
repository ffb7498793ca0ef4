/** JSON-stat as its own toolkit reads it: every number of the figure where its dimensions say, with what is to be said of it. */
import JSONstat from 'jsonstat-toolkit'
import { describe, expect, it } from 'vitest'
import { inLanguage, type Figure, type Row } from '../../data/model/figure.ts'
import { shapeOf } from '../../data/model/shape.ts'
import { wordsOf } from '../../web/words/index.ts'
import { unitWords } from '../../web/words/number.ts'
import { FIGURES } from '../web/built.ts'
import { HOSTILES } from './hostile.ts'
import { textIn } from './rendered.ts'

const CASES = [...FIGURES, ...Object.values(HOSTILES)].filter(({ shape }) => shapeOf(shape).numeric)
  .flatMap((figure) => figure.lang.map((lang) => ({ id: figure.id, lang, figure })))

type Cube = ReturnType<typeof JSONstat>

/** What the toolkit says of a category of the metric. */
const unitOf = (cube: Cube, code: string): string | undefined => cube.Dimension('measure').Category(code).unit?.code

/** The categories of the metric that are of a row's measure: the measure, or the measure in one unit each. */
const metricsOf = (cube: Cube, row: Row): readonly string[] => {
  const measure = row.measure || 'value'
  return cube.Dimension('measure').id.filter((code) => code === measure || code.startsWith(`${measure}:`))
}

/** Where a row is looked for: the code it has in each dimension, and of its measure the category in its unit. */
const placeOf = (row: Row, cube: Cube): Record<string, string> => {
  const metric = metricsOf(cube, row).find((code) => unitOf(cube, code) === row.unit) ?? ''
  const codes: Record<string, string> = { series: row.series, measure: metric, group: row.group, answer: row.answer, time: row.time, published: row.published }
  return Object.fromEntries(cube.id.map((id) => [id, codes[id] ?? '']))
}

/** The words a row's code in a dimension stands for. */
function saidOf(figure: Figure, row: Row, id: string, lang: string): string {
  const words = wordsOf(lang)
  const say = (text: Readonly<Record<string, string>> | undefined, code: string): string => (code === '' ? words.messages.missing : text ? inLanguage(text, lang) : code)
  switch (id) {
    case 'series': return say(figure.names[row.series]?.name, row.series)
    case 'group': return say(figure.names[row.group]?.name, row.group)
    case 'answer': return say(figure.answers[row.answer], row.answer)
    case 'time': return words.date(row.time)
    case 'published': return words.date(row.published)
    default: {
      const units = new Set(figure.rows.filter(({ measure }) => measure === row.measure).map(({ unit }) => unit))
      const unit = units.size > 1 ? `${words.space}(${unitWords(words, row.unit).printed})` : ''
      return inLanguage(figure.measures[row.measure] ?? figure.measure, lang) + unit
    }
  }
}

const cubeOf = async (figure: Figure, lang: string) => JSONstat(JSON.parse(await textIn(figure, 'jsonstat.json', { lang })))

describe.each(CASES)('$id in $lang', ({ figure, lang }) => {
  it('has every value, qualifier and status in its place, and no others', async () => {
    const cube = await cubeOf(figure, lang)
    expect(cube.class).toBe('dataset')
    for (const row of figure.rows) {
      const { value, status } = cube.Data(placeOf(row, cube))
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

  it('has every value in the unit of its row, and no two units under one', async () => {
    const cube = await cubeOf(figure, lang)
    for (const row of figure.rows) {
      expect(metricsOf(cube, row).filter((code) => unitOf(cube, code) === row.unit)).toHaveLength(1)
    }
    const [metrics, units] = [cube.Dimension('measure').id, new Set(figure.rows.map(({ measure, unit }) => `${measure} ${unit}`))]
    expect(metrics).toHaveLength(units.size)
    for (const code of metrics) expect(cube.Dimension('measure').Category(code).unit).toMatchObject({ decimals: expect.any(Number), label: expect.any(String) })
  })

  it('names its dimensions and their codes in the words of the figure, and times as times', async () => {
    const cube = await cubeOf(figure, lang)
    for (const id of cube.id) expect([id, cube.Dimension(id).label]).toEqual([id, new Map(Object.entries(wordsOf(lang).columns)).get(id)])
    for (const row of figure.rows) {
      const place = placeOf(row, cube)
      for (const id of cube.id) expect([id, cube.Dimension(id).Category(place[id] ?? '').label]).toEqual([id, saidOf(figure, row, id, lang)])
    }
    expect(cube.role['metric']).toEqual(['measure'])
    if (cube.id.includes('time')) expect(cube.Dimension('time').role).toBe('time')
  })
})

it('a figure in millions and billions is tried, and its cube keeps them apart', async () => {
  const figure = FIGURES.find(({ id }) => id === 'fdi-by-source')
  const cube = figure && await cubeOf(figure, 'en')
  expect(cube?.Dimension('measure').id.toSorted()).toEqual(['value:usd-billion', 'value:usd-million'])
})

it('all numeric shapes are tried', () => {
  expect(new Set(CASES.map(({ figure }) => figure.shape))).toEqual(new Set(['claim', 'shares', 'series']))
})
