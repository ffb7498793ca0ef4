/** Numbers by date of publication, and values on lanes: what is never joined, what stands on one scale, what must be said. */
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import type { Evidence, Figure, Row } from '../../data/model/figure.ts'
import { DEFAULT_VIEW } from '../../web/address.ts'
import { callouts } from '../../web/chart/callout.ts'
import { draw } from '../../web/chart/draw.ts'
import { FONTS } from '../../web/chart/mark.ts'
import type { Mark } from '../../web/chart/scene.ts'
import { TableView } from '../../web/view/table.tsx'
import { wordsOf } from '../../web/words/index.ts'
import { faults, texts } from './boxes.ts'
import { nameOf, rowOf, sample } from './sample.ts'

const flat = (marks: readonly Mark[]): Exclude<Mark, { kind: 'group' }>[] => marks.flatMap((mark) => (mark.kind === 'group' ? flat(mark.marks) : [mark]))
const same = (text: string) => ({ en: text, ja: text })
const evidence = (basis: Evidence['basis']): Evidence => ({
  kind: 'statistic', population: same('All'), asker: same('A Bank'), asked: null, n: null, sampling: null, mode: null, weighting: null,
  question: null, fieldwork: null, published: '2010/2025', vintage: null, source: 'all', basis,
})
const figureOf = (rows: readonly Partial<Row>[], more: Partial<Figure> = {}): Figure => sample({
  shape: 'series', unit: 'usd-billion', display_decimals: 4, comparability: [], evidence: { all: evidence('publisher'), press: evidence('not-stated') },
  rows: rows.map((cells) => rowOf({ series: 'A', time: '2009', unit: 'usd-billion', published: '2010-08', ...cells })), ...more,
})
const drawn = (figure: Figure, chart: string, width = 740, lang = 'en', select: string[] | null = null) =>
  draw(figure, { view: { ...DEFAULT_VIEW, chart, select }, lang, width })
const said = (figure: Figure, chart: string, width = 740, lang = 'en') => texts(drawn(figure, chart, width, lang).marks).map(({ mark }) => mark.text)
const circles = (figure: Figure, chart: string) => flat(drawn(figure, chart).marks).flatMap((mark) => (mark.kind === 'circle' ? [mark] : []))
const dashes = (figure: Figure) => flat(drawn(figure, 'vintages').marks).flatMap((mark) => (mark.kind === 'line' && mark.dash ? [mark] : []))
const placeOf = (figure: Figure, chart: string, value: string) => drawn(figure, chart).points.find(({ row }) => row.value === value)

const REVISED = [{ value: '5.3', status: 'superseded', published: '2010-08' }, { value: '3.8', status: 'revised', published: '2015-08' }] as const

describe('vintages', () => {
  it('puts a number at the date it was published, not at the year it describes', () => {
    const figure = figureOf([{ time: '2006', value: '10.7', published: '2020' }, { time: '2009', value: '5.3', published: '2010' }])
    expect(placeOf(figure, 'vintages', '10.7')?.x).toBeGreaterThan(placeOf(figure, 'vintages', '5.3')?.x ?? Infinity)
    expect(said(figure, 'vintages')).toEqual(expect.arrayContaining(['2006: 10.7', '2009: 5.3']))
  })

  it('places millions and billions on one scale, and says every digit that is printed', () => {
    const figure = figureOf([{ value: '13381.1', unit: 'usd-million', published: '2015-05-26' }, { value: '13.3811', published: '2015-08' }])
    const [million, billion] = ['13381.1', '13.3811'].map((value) => placeOf(figure, 'vintages', value))
    expect(million?.y).toBe(billion?.y)
    expect(said(figure, 'vintages').filter((text) => text === '2009: 13.3811')).toHaveLength(2)
    expect(said(figure, 'vintages', 740, 'ja').some((text) => text.includes('133.811'))).toBe(true)
  })

  it('adds no decimals to a whole number, in either language', () => {
    const figure = figureOf([{ value: '8500', unit: 'usd-million' }, { value: '224', published: '2023-12', time: '2022' }])
    expect(said(figure, 'vintages')).toEqual(expect.arrayContaining(['2009: 8.5', '2022: 224']))
    expect(said(figure, 'vintages', 740, 'ja')).toEqual(expect.arrayContaining(['2009：85', '2022：2,240']))
  })

  it('leads an arrow from a replaced number to the one of the same year that replaced it, and joins nothing else', () => {
    expect(dashes(figureOf(REVISED))).toHaveLength(1)
    expect(dashes(figureOf(REVISED.map((row) => ({ ...row, status: 'final' as const }))))).toEqual([])
    const otherYear = figureOf([REVISED[0], { ...REVISED[1], time: '2010' }])
    expect(dashes(otherYear)).toEqual([])
    const paths = flat(drawn(otherYear, 'vintages').marks).filter((mark) => mark.kind === 'path')
    expect(paths).toEqual([])
  })

  it('has a ring around a number of three digits or fewer', () => {
    const rings = (value: string, unit = 'usd-billion') => circles(figureOf([{ value, unit }]), 'vintages').length
    expect([rings('5.3'), rings('224'), rings('8500', 'usd-million')]).toEqual([2, 2, 2])
    expect([rings('224.2'), rings('224202', 'usd-million'), rings('40.00')]).toEqual([1, 1, 1])
  })

  it('says beside the number that its basis is not stated, in the label, the note and what is read aloud', () => {
    const figure = figureOf([{ value: '20.9', evidence: 'press' }])
    const { messages } = wordsOf('en')
    expect(said(figure, 'vintages')).toContain(`2009: 20.9 ${messages.basisShort}`)
    expect(said(figure, 'vintages')).toContain(messages.vintageCross)
    const labels = drawn(figure, 'vintages').marks.flatMap((mark) => (mark.kind === 'group' ? [mark.label] : []))
    expect(labels.join()).toContain('published August 2010, press; where the number comes from is not stated')
    expect(circles(figure, 'vintages')).toHaveLength(1)
  })

  it('names the series that it does not draw, and draws them when chosen', () => {
    const figure = figureOf([{}, { series: 'B' }, { series: 'C' }], { highlight: ['A'], names: { A: nameOf('Ayland'), B: nameOf('Beeland'), C: nameOf('Ceeland') } })
    expect(drawn(figure, 'vintages').points.map(({ row }) => row.series)).toEqual(['A'])
    expect(said(figure, 'vintages').join(' ')).toContain('not drawn until chosen: Beeland and Ceeland.')
    expect(drawn(figure, 'vintages', 740, 'en', ['B', 'C']).points.map(({ row }) => row.series)).toEqual(['B', 'C'])
  })

  it('tells revisions in words, with both numbers and their dates', () => {
    expect(drawn(figureOf(REVISED, { names: { A: nameOf('Ayland') } }), 'vintages').description)
      .toContain('Revised: Ayland, 2009: US$5.3 billion (published August 2010), US$3.8 billion (published August 2015).')
  })
})

describe('a label beside a point', () => {
  const frame = { left: 0, top: 0, right: 200, bottom: 100 }
  const point = (x: number, y: number) => ({ x, y, reach: 5, words: '2009: 5.3', font: FONTS.axis })

  it('stands at its right, at its left where there is no room, further away with a hair line where neither is free', () => {
    const { labels, leaders } = callouts([point(20, 50), point(190, 20)], [], frame)
    expect(labels.map(({ anchor }) => anchor)).toEqual(['start', 'end'])
    expect(leaders).toEqual([])
    const taken = [{ left: 0, right: 200, top: 30, bottom: 75 }]
    const moved = callouts([point(100, 50)], taken, frame)
    expect(moved.leaders).toHaveLength(1)
    expect(moved.labels[0]?.y).not.toBe(54)
  })

  it('is left out where nothing is free', () => {
    expect(callouts([point(20, 50)], [frame], frame).labels).toEqual([])
  })
})

describe('lanes', () => {
  const measures = { ours: same('Ours'), theirs: same('Theirs') }
  const two = (more: Partial<Figure> = {}) => figureOf([
    { measure: 'ours', value: '159630', unit: 'usd-million', status: 'provisional' }, { measure: 'theirs', value: '159630000000', unit: 'usd' },
    { series: 'B', measure: 'ours', value: '-57', unit: 'usd-million' },
  ], { measures, display_decimals: 1, ...more })

  it('give each measure a lane on one scale and its own mark, and join nothing', () => {
    const { points, marks } = drawn(two(), 'lanes')
    expect(points).toHaveLength(3)
    expect(points[0]?.x).toBe(points[1]?.x)
    expect(points[0]?.y).not.toBe(points[1]?.y)
    expect(flat(marks).filter((mark) => mark.kind === 'path')).toHaveLength(1)
    expect(flat(marks).flatMap((mark) => (mark.kind === 'line' && mark.y1 !== mark.y2 && mark.x1 !== mark.x2 ? [mark] : []))).toEqual([])
    expect(said(two(), 'lanes')).toEqual(expect.arrayContaining(['Ours: 159.6 · provisional', 'Theirs: 159.6']))
  })

  it('draw no total among what it is made of, and say it below', () => {
    const figure = two({ names: { A: nameOf('Ayland'), B: nameOf('Everything', { aggregate: true }) } })
    expect(drawn(figure, 'lanes').points.map(({ row }) => row.series)).toEqual(['A', 'A'])
    expect(said(figure, 'lanes').join(' ')).toContain('Everything, Ours, not drawn: US$−0.1 billion (2009).')
    const alone = drawn(figure, 'lanes', 740, 'en', ['B'])
    expect(alone.points.map(({ row }) => row.series)).toEqual(['B'])
  })

  it('say the measure once where all lanes of a series have it, and on each lane where they differ', () => {
    const figure = figureOf([
      { measure: 'ours', time: '2015', value: '346.4' }, { measure: 'ours', time: '2018', value: '479.4' },
      { series: 'B', measure: 'ours', time: '2015', value: '1.5' }, { series: 'B', measure: 'theirs', time: '2015', value: '2.5' },
    ], { measures })
    expect(said(figure, 'lanes')).toEqual(expect.arrayContaining(['2015: 346.4', '2018: 479.4', 'Ours, 2015: 1.5', 'Theirs, 2015: 2.5']))
    expect(said(figure, 'lanes').filter((text) => text === 'Ours')).toHaveLength(1)
  })

  it('stay whole where all values are below zero', () => {
    for (const width of [280, 740]) {
      expect(faults(drawn(figureOf([{ value: '-178' }, { series: 'B', value: '-0.000001' }]), 'lanes', width))).toEqual([])
    }
  })
})

describe('the table of numbers published at dates of their own', () => {
  const html = (figure: Figure) => renderToString(h(TableView, { figure, view: DEFAULT_VIEW, words: wordsOf('en') }))

  it('has a line for each, with its unit, its date and how near it was read', () => {
    const table = html(figureOf([...REVISED, { value: '3800', unit: 'usd-million', published: '2016', evidence: 'press' }]))
    expect(table.match(/<tr>/g)).toHaveLength(4)
    for (const text of ['5.3', '3.8', '3,800', 'US$ million', 'August 2010', 'August 2015', 'superseded', 'where the number comes from is not stated']) {
      expect(table).toContain(text)
    }
  })

  it('says the unit beside each name where a figure of one publication has several', () => {
    const rows = [{ measure: 'ours', unit: 'usd-million' }, { measure: 'theirs', unit: 'usd' }].map((cells) => ({ ...cells, published: '2010/2025' }))
    const table = html(figureOf(rows, { measures: { ours: same('Ours'), theirs: same('Theirs') } }))
    for (const text of ['Ours, US$ million', 'Theirs, US$']) expect(table).toContain(text)
    expect(table).not.toContain('Unit: ')
  })
})
