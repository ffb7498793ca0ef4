/** Points over time: where a date puts them, what is never joined, what is said beside them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figure, Row } from '../../data/model/figure.ts'
import { DEFAULT_VIEW } from '../../web/address.ts'
import { calendarAxis, isYearly, momentOf, namedTimes } from '../../web/chart/calendar.ts'
import { draw } from '../../web/chart/draw.ts'
import { FONTS, text } from '../../web/chart/mark.ts'
import { placeFree, roomOf } from '../../web/chart/room.ts'
import { linear } from '../../web/chart/scale.ts'
import type { Mark } from '../../web/chart/scene.ts'
import { wordsOf } from '../../web/words/index.ts'
import { faults, texts } from './boxes.ts'
import { nameOf, rowOf, sample } from './sample.ts'

const flat = (marks: readonly Mark[]): Exclude<Mark, { kind: 'group' }>[] => marks.flatMap((mark) => (mark.kind === 'group' ? flat(mark.marks) : [mark]))
const figureOf = (rows: readonly Partial<Row>[], more: Partial<Figure> = {}): Figure =>
  sample({ shape: 'series', unit: 'shipments', rows: rows.map((cells) => rowOf({ series: 'A', unit: 'shipments', ...cells })), comparability: [], ...more })
const drawn = (figure: Figure, width = 740) => draw(figure, { view: { ...DEFAULT_VIEW, chart: 'points' }, lang: 'en', width })
const circles = (figure: Figure) => flat(drawn(figure).marks).flatMap((mark) => (mark.kind === 'circle' ? [mark] : []))
const bars = (figure: Figure) => flat(drawn(figure).marks).flatMap((mark) => (mark.kind === 'rect' ? [mark] : []))
const said = (figure: Figure, width = 740) => texts(drawn(figure, width).marks).map(({ mark }) => mark.text)
const measures = { trust: { en: 'Trust', ja: '信頼' }, distrust: { en: 'Distrust', ja: '不信' } }

describe('a moment', () => {
  it.each([
    ['2024', true, 2024, 2024],
    ['2024', false, 2024, 2025],
    ['2023-01', false, 2023, 2023.085],
    ['2022-10/2023-09', false, 2022.748, 2023.75],
    ['2024-02-29', false, 2024.161, 2024.164],
    ['2023-03-31~', false, 2023.244, 2023.247],
  ])('%s (years alone: %s) reaches from %d to %d', (time, yearly, from, to) => {
    const moment = momentOf(time, yearly)
    expect(moment.from).toBeCloseTo(from, 2)
    expect(moment.to).toBeCloseTo(to, 2)
    expect(moment.at).toBeCloseTo((moment.from + moment.to) / 2, 10)
  })

  it('is refused where there is none', () => {
    for (const time of ['', 'soon', '2024-13']) expect(() => momentOf(time, false)).toThrow('not a time')
  })

  it('is a year only where all are', () => {
    expect(isYearly(['2019', '2020~'])).toBe(true)
    expect(isYearly(['2019', '2020-01'])).toBe(false)
  })
})

describe('the axis of days', () => {
  const years = (width: number): string[] => calendarAxis(linear([2001, 2011], [0, width]), [2001, 2011], { left: 0, right: width, top: 0, bottom: 100 })
    .flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))

  it('numbers as many years as fit', () => {
    expect(years(700)).toEqual(['2001', '2002', '2003', '2004', '2005', '2006', '2007', '2008', '2009', '2010'])
    expect(years(340)).toEqual(['2001', '2003', '2005', '2007', '2009'])
    expect(years(60)).toEqual(['2001'])
  })

  it('names times within a year, each in its own room, or not at all', () => {
    const named = (width: number) => namedTimes(linear([2023.5, 2024], [0, width]), ['2023-07/2023-09', '2023-10/2023-12', '2023-07/2023-09'], { left: 0, right: width }, wordsOf('en'))
    expect(named(600)?.map((one) => one.said)).toEqual([['July 2023 to September 2023'], ['October 2023 to December 2023']])
    expect(named(200)?.map((one) => one.said.length)).toEqual([3, 2])
    expect(named(40)).toBeNull()
  })
})

describe('free places', () => {
  const at = (x: number) => text(x, 50, 'label', { font: FONTS.axis })
  const frame = { left: 0, top: 0, right: 100, bottom: 100 }

  it('are taken in order of preference, never on one another, never outside', () => {
    expect(placeFree([[at(0), at(50)], [at(0), at(50)], [at(0), at(50)]], [], frame).map(({ x }) => x)).toEqual([0, 50])
    expect(placeFree([[at(-5)], [at(90)]], [], frame)).toEqual([])
    expect(placeFree([[at(0), at(50)]], [roomOf(at(10))], frame).map(({ x }) => x)).toEqual([50])
  })
})

describe('points', () => {
  it('are never joined: no path, and no line but hair lines, dots and rules', () => {
    const figure = figureOf([{ time: '2023-03-03', value: '10' }, { time: '2023-05-31', value: '20' }, { time: '2025-07', value: '90' }])
    expect(flat(drawn(figure).marks).filter((mark) => mark.kind === 'path')).toEqual([])
    const slanted = flat(drawn(figure).marks).filter((mark) => mark.kind === 'line' && mark.x1 !== mark.x2 && mark.y1 !== mark.y2)
    expect(slanted.filter((mark) => mark.kind === 'line' && !(mark.dash === '1 3' && mark.token === 'ghost'))).toEqual([])
  })

  it('stand where their dates put them', () => {
    const [first, second, third] = circles(figureOf(['2023-01-01', '2023-07-02', '2024-12-31'].map((time) => ({ time, value: '5' })))).map(({ x }) => x)
    expect(((second ?? 0) - (first ?? 0)) / ((third ?? 0) - (first ?? 0))).toBeCloseTo(0.25, 2)
  })

  it('have a bar as long as their period, and none where the date is a day or a year of years', () => {
    const quarter = bars(figureOf([{ time: '2023-01/2023-06', value: '5' }, { time: '2024-01/2024-12', value: '5' }]))
    expect(quarter.map(({ width }) => width + 2)[1]).toBeCloseTo(((quarter[0]?.width ?? 0) + 2) * 2, -1)
    expect(bars(figureOf([{ time: '2023-01-01' }, { time: '2024-06-01' }]))).toEqual([])
    expect(bars(figureOf([{ time: '2023' }, { time: '2024' }]))).toEqual([])
  })

  it('say that a date is approximate', () => {
    const note = 'Dots beside a point: the date is approximate.'
    expect(said(figureOf([{ time: '2023-03-31~' }, { time: '2024-06-01' }]))).toContain(note)
    expect(said(figureOf([{ time: '2023-03-31' }, { time: '2024-06-01' }]))).not.toContain(note)
  })

  it('are hollow where the value is bounded or not final, and say why', () => {
    const figure = figureOf([{ time: '2023', status: 'derived' }, { time: '2024', qualifier: 'about' }, { time: '2025' }])
    expect(circles(figure).map(({ fill }) => fill === 'ground')).toEqual([true, true, false])
    expect(said(figure)).toContain('Hollow: derived and rounded or bounded by the source.')
  })

  it('leave a gap for what is missing, and name a series without any value', () => {
    const figure = figureOf([{ time: '2023', value: '1' }, { time: '2024', value: null }, { time: '2025', value: '3' }, { series: 'B', time: '2025', value: null }])
    expect(circles(figure).length).toBe(2)
    expect(drawn(figure).points.length).toBe(2)
    expect(said(figure)).toContain('No data: B.')
    expect(drawn(figure).description).toContain('A: 1 (2023), no data (2024) and 3 (2025)')
  })

  it('say the year of a last value where others go on', () => {
    const figure = figureOf([{ time: '2024', value: '24' }, { series: 'B', time: '2024', value: '50' }, { series: 'B', time: '2025', value: '60' }])
    expect(said(figure)).toEqual(expect.arrayContaining(['A 24 (2024)', 'B 60']))
  })

  it('have a colour for each measure of one series, and a panel for each measure of several', () => {
    const rows = (series: string) => [{ series, measure: 'trust', time: '2024', value: '40' }, { series, measure: 'distrust', time: '2024', value: '30' },
      { series, measure: 'trust', time: '2025', value: '45' }, { series, measure: 'distrust', time: '2025', value: '20' }]
    expect(new Set(circles(figureOf(rows('A'), { measures })).map(({ fill }) => fill)).size).toBe(2)
    expect(said(figureOf(rows('A'), { measures }))).toEqual(expect.arrayContaining(['Trust 45', 'Distrust 20']))
    const both = figureOf([...rows('A'), ...rows('B')], { measures })
    expect(said(both)).toEqual(expect.arrayContaining(['Trust', 'Distrust', 'All panels share one scale.']))
    expect(drawn(both).points.length).toBe(8)
  })

  it('keep their colour in a selection, and share one where each is a series of its own', () => {
    const twice = figureOf(['A', 'B'].flatMap((series) => [{ series, time: '2024', value: '1' }, { series, time: '2025', value: '2' }]))
    const fills = (figure: Figure, view = {}) => flat(draw(figure, { view: { ...DEFAULT_VIEW, chart: 'points', ...view }, lang: 'en', width: 740 }).marks)
      .flatMap((mark) => (mark.kind === 'circle' ? [mark.fill] : []))
    expect(new Set(fills(twice, { time: 'latest' })).size).toBe(2)
    expect(new Set(fills(figureOf(['A', 'B', 'C'].map((series, i) => ({ series, time: `${2022 + i}-10/${2023 + i}-09`, value: '1' }))))).size).toBe(1)
  })

  it('that would hide one another in a year stand side by side', () => {
    const [first, second] = circles(figureOf([{ time: '2024', value: '50' }, { series: 'B', time: '2024', value: '50' }, { time: '2025', value: '90' }, { series: 'B', time: '2025', value: '10' }]))
      .filter(({ y }, _, all) => all.filter((other) => other.y === y).length === 2)
    expect(Math.abs((first?.x ?? 0) - (second?.x ?? 0))).toBe(8)
  })

  it('are whole for dates of any precision at any width', () => {
    const two = (n: number) => String(n).padStart(2, '0')
    const time = fc.tuple(fc.integer({ min: 2018, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 4 }), fc.boolean())
      .map(([year, month, day, kind, isAbout]) => [`${year}`, `${year}-${two(month)}`, `${year}-${two(month)}-${two(day)}`, `${year}/${year + 1}`, `${year}-${two(month)}/${year + 1}-${two(month)}`][kind]
        + (isAbout && kind < 3 ? '~' : ''))
    const row = fc.record({
      series: fc.constantFrom('A', 'B', 'C'), measure: fc.constantFrom('trust', 'distrust'), time, value: fc.option(fc.integer({ min: -50_000, max: 50_000 }).map(String), { nil: null, freq: 8 }),
    })
    const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 30, selector: (one) => `${one.series} ${one.measure} ${one.time}` })
    fc.assert(fc.property(rows, fc.constantFrom('en', 'ja'), fc.constantFrom(280, 300, 480, 740, 1200), fc.boolean(), (all, lang, width, isWide) => {
      const names = Object.fromEntries(['A', 'B', 'C'].map((code) => [code, nameOf(isWide ? `A name of some length, ${code}` : code)]))
      const figure = figureOf(all, { measures, names })
      expect(faults(draw(figure, { view: { ...DEFAULT_VIEW, chart: 'points' }, lang, width }))).toEqual([])
    }), { numRuns: 200 })
  }, 30_000)
})
