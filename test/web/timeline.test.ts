/** The timeline: order, lanes, precision, kinds by shape, and what is still to come by the figure's own date. */
import { describe, expect, it } from 'vitest'
import type { Row } from '../../data/model/figure.ts'
import { DEFAULT_VIEW } from '../../web/address.ts'
import { draw } from '../../web/chart/draw.ts'
import { inTimeOrder, isAhead } from '../../web/chart/event.ts'
import { readingOf } from '../../web/chart/say.ts'
import type { GroupMark, Mark, Scene } from '../../web/chart/scene.ts'
import { titleOf } from '../../web/chart/title.ts'
import { wordsOf } from '../../web/words/index.ts'
import { placed, texts } from './boxes.ts'
import { FIGURES } from './built.ts'
import { nameOf, rowOf, sample } from './sample.ts'

const event = (series: string, time: string, cells: Partial<Row> = {}): Row => rowOf({ series, group: 'L', answer: 'law', value: null, ...cells, time })
const figureOf = (rows: readonly Row[], published = '2024-06-15') =>
  sample({ shape: 'events', rows, published, answers: { law: { en: 'Law', ja: '法律' }, plan: { en: 'Plan', ja: '計画' } } })
const drawn = (rows: readonly Row[], width = 740): Scene => draw(figureOf(rows), { view: DEFAULT_VIEW, lang: 'en', width })

const groups = (marks: readonly Mark[]): GroupMark[] => marks.flatMap((mark) => (mark.kind === 'group' ? [mark, ...groups(mark.marks)] : []))
const markOf = (scene: Scene, series: string): readonly Mark[] => groups(scene.marks).find(({ datum }) => datum === series)?.marks ?? []
const leaves = (scene: Scene, series: string) => placed(markOf(scene, series)).filter(({ mark }) => mark.kind !== 'text')
const bars = (scene: Scene, series: string) => leaves(scene, series).flatMap(({ mark, box }) => (mark.kind === 'line' ? [box.right - box.left] : []))

describe('order', () => {
  it('is by year, and within a year by the last day it may have been', () => {
    const rows = [event('year', '2021'), event('day', '2021-06-29'), event('month', '2021-06'), event('late', '2022-01-01'), event('span', '2021-06-29/2021-07-02')]
    expect(inTimeOrder(rows).map(({ series }) => series)).toEqual(['day', 'month', 'span', 'year', 'late'])
  })

  it('is from the top down', () => {
    const { points } = drawn([event('b', '2022'), event('a', '2021-05-01'), event('c', '2021-02')])
    expect(points.map(({ row }) => row.series)).toEqual(['c', 'a', 'b'])
    expect(points.map(({ y }) => y)).toEqual(points.map(({ y }) => y).toSorted((a, b) => a - b))
  })
})

describe('what is to come', () => {
  it('begins after the day the figure was published, whatever the day is on which it is drawn', () => {
    const figure = figureOf([], '2024-06-15')
    const times = ['2024-06-15', '2024-06-16', '2024', '2024-07', '2024-06', '2024-06-10/2025-01-01', '2025']
    expect(times.filter((time) => isAhead(figure, event('a', time)))).toEqual(['2024-06-16', '2024-07', '2025'])
  })

  it('is hollow, and stands below a line that says so', () => {
    const scene = drawn([event('past', '2023-01-01', { answer: 'plan' }), event('ahead', '2027-12-14')])
    const fills = (series: string) => leaves(scene, series).map(({ mark }) => (mark.kind === 'path' ? mark.fill?.token : mark.kind === 'circle' ? mark.fill : ''))
    expect(fills('ahead')).toEqual(['ground'])
    expect(fills('past')).not.toContain('ground')
    const said = texts(scene.marks).find(({ mark }) => mark.text.startsWith('As of 15 June 2024'))
    const [past, ahead] = scene.points
    expect(said?.box.top).toBeGreaterThan(past?.y ?? Infinity)
    expect(said?.box.bottom).toBeLessThan(ahead?.y ?? 0)
  })

  it('is not spoken of where there is none', () => {
    expect(texts(drawn([event('past', '2023-01-01')]).marks).filter(({ mark }) => /As of|Hollow/.test(mark.text))).toEqual([])
  })
})

describe('precision', () => {
  const scene = drawn([event('day', '2023-03-01'), event('month', '2023-03'), event('year', '2023'), event('span', '2023-01-01/2023-06-30')])

  it('is a point for a day, and a line of its length for all else', () => {
    const [[month = 0], [year = 0], [half = 0]] = [bars(scene, 'month'), bars(scene, 'year'), bars(scene, 'span')]
    expect(bars(scene, 'day')).toEqual([])
    expect(half / year).toBeCloseTo(0.5, 0)
    expect(year / month).toBeGreaterThan(6)
  })

  it('is said in words', () => {
    const said = texts(scene.marks).map(({ mark }) => mark.text)
    for (const words of ['1 March', 'March', '2023', '1 January – 30']) expect(said).toContain(words)
  })
})

it('tells kinds apart by their shape, the same one in every selection', () => {
  const rows = [event('a', '2021-01-01'), event('b', '2021-01-01', { answer: 'plan' }), event('c', '2022-01-01', { answer: 'plan' })]
  const shape = (scene: Scene, series: string) => JSON.stringify(leaves(scene, series).map(({ mark }) => (mark.kind === 'path' ? mark.d : mark.kind)))
  const scene = drawn(rows)
  expect(shape(scene, 'a')).not.toBe(shape(scene, 'b'))
  expect(shape(scene, 'b')).toBe(shape(scene, 'c'))
  const plans = draw(figureOf(rows), { view: { ...DEFAULT_VIEW, select: ['plan'] }, lang: 'en', width: 740 })
  expect(shape(plans, 'c')).toBe(shape(scene, 'c'))
})

it('gives lanes columns of their own where there is room, and names them in words where there is none', () => {
  const rows = [event('a', '2021-01-01', { group: 'East' }), event('b', '2021-01-01', { group: 'West' })]
  const [wide, narrow] = [drawn(rows, 740), drawn(rows, 300)]
  expect(new Set(wide.points.map(({ x }) => x)).size).toBe(2)
  expect(new Set(narrow.points.map(({ x }) => x)).size).toBe(1)
  expect(texts(narrow.marks).map(({ mark }) => mark.text)).toContain('1 January, East')
})

describe('words', () => {
  const figure = { ...figureOf([event('a', '2021-06', { actors: 'X~Y' })]), names: { a: nameOf('A law'), L: nameOf('Lane'), X: nameOf('First'), Y: nameOf('Second') } }

  it('say what an event is, when, of which kind and by whom', () => {
    const [row] = figure.rows
    expect(row && readingOf(figure, row, wordsOf('en'))).toBe('A law; June 2021; Law; First and Second')
    expect(row && readingOf(figure, row, wordsOf('ja'))).toBe('A law／2021年6月／法律／First、Second')
  })

  it('name a view by what was chosen and when', () => {
    const titled = (select: readonly string[] | null, time: { from: string; to: string } | null = null) =>
      titleOf(figure, { ...DEFAULT_VIEW, select, time }, 'en')
    expect(titled(null)).toBe('Title')
    expect(titled(['L', 'law', 'Y'])).toBe('Measure: Lane; Law; Second, 2021')
    expect(titled(null, { from: '2021', to: '2021' })).toBe('Measure: 2021')
    expect(titled(null, { from: '2025', to: '2025' })).toBe('Measure')
  })
})

it('sets every title of the published list whole, at every width and in both languages', () => {
  const figure = FIGURES.find(({ id }) => id === 'timeline')
  if (!figure) throw new Error('no timeline was built')
  for (const lang of ['en', 'ja']) for (const width of [280, 480, 740]) {
    const scene = draw(figure, { view: DEFAULT_VIEW, lang, width })
    for (const { series } of figure.rows) {
      const said = texts(markOf(scene, series)).map(({ mark }) => mark.text).join('').replaceAll(' ', '').replaceAll('\u200b', '')
      expect(said).toContain((figure.names[series]?.name[lang] ?? 'none').replaceAll(' ', '').replaceAll('\u200b', ''))
    }
  }
})
