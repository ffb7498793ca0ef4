/** What charts draw of a view, and what they leave to the table. */
import { describe, expect, it } from 'vitest'
import { selectable } from '../../data/model/choose.ts'
import { drawnRows, referenceOf, selectRows, undrawnOf } from '../../web/chart/select.ts'
import { rowOf, sample, seriesRows } from './sample.ts'

const why = { en: 'Replaced since.', ja: '改定された。' }
const rows = [...seriesRows({ A: ['1', '2', null], B: ['4', '5', '6'] }), rowOf({ series: 'A', time: '2004-06', value: '3' })]
const references = (figure: ReturnType<typeof sample>) => drawnRows(figure, figure.rows).map(referenceOf)

it('draws everything where nothing is left out', () => {
  const figure = sample({ shape: 'series', rows })
  expect(drawnRows(figure, figure.rows)).toEqual(figure.rows)
  expect(undrawnOf(figure, figure.rows)).toEqual([])
})

it('leaves out the codes and times that an entry names, both ends included, and a year with its months', () => {
  const entry = { of: ['A'], time: '2002/2004', why }
  const figure = sample({ shape: 'series', rows, not_drawn: [entry] })
  expect(references(figure)).toEqual(['A.2001', 'B.2001', 'B.2002', 'B.2003'])
  expect(references(sample({ shape: 'series', rows, not_drawn: [{ of: ['B'], time: null, why }] })))
    .toEqual(['A.2001', 'A.2002', 'A.2003', 'A.2004-06'])
})

it('leaves out by group where that is what a view selects by', () => {
  const answers = ['x', 'y'].map((group) => rowOf({ group, answer: 'yes' }))
  const figure = sample({ shape: 'shares', rows: answers, not_drawn: [{ of: ['x'], time: null, why }] })
  expect(references(figure)).toEqual(['y.yes'])
})

it('gives the reasons of what a view would have shown, and of nothing else', () => {
  const entry = { of: ['A'], time: '2003', why }
  const figure = sample({ shape: 'series', rows, not_drawn: [entry] })
  expect(undrawnOf(figure, figure.rows)).toEqual([entry])
  expect(undrawnOf(figure, figure.rows.filter((row) => row.series === 'B'))).toEqual([])
  expect(undrawnOf(figure, figure.rows.filter((row) => row.time === '2001'))).toEqual([])
})

describe('events', () => {
  const event = (series: string, group: string, answer: string, time: string, actors: string) => rowOf({ series, group, answer, time, actors, value: null })
  const events = sample({ shape: 'events', rows: [
    event('a', 'east', 'law', '2021-06-01', 'X'), event('b', 'east', 'plan', '2022', 'X~Y'), event('c', 'west', 'law', '2023-02', 'Z'),
    event('d', 'west', '', '2024-01-05/2024-02-01', ''),
  ] })
  const found = (select: readonly string[] | null, time: Parameters<typeof selectRows>[1]['time'] = null) =>
    selectRows(events, { select, time }).map(({ series }) => series).join('')

  it('can be chosen by lane, kind and actor, in that order', () => {
    expect(selectable(events)).toEqual(['east', 'west', 'law', 'plan', 'X', 'Y', 'Z'])
  })

  it.each([
    [null, 'abcd'], [['east'], 'ab'], [['east', 'west'], 'abcd'], [['law'], 'ac'], [['law', 'plan'], 'abc'], [['Y'], 'b'], [['Y', 'Z'], 'bc'],
    [['east', 'law'], 'a'], [['west', 'plan'], ''], [['east', 'west', 'law'], 'ac'], [['law', 'X', 'Z'], 'ac'], [['east', 'plan', 'Y'], 'b'],
    [['nothing'], ''], [['nothing', 'law'], 'ac'],
  ])('%j: any of the codes of a dimension, and every dimension that is asked for', (select, series) => {
    expect(found(select)).toBe(series)
  })

  it('are of a year when they lie in it, and the latest are those of the last year', () => {
    expect(found(null, { from: '2022', to: '2023' })).toBe('bc')
    expect(found(null, 'latest')).toBe('d')
    expect(found(['law'], 'latest')).toBe('c')
  })
})

it('chooses among codes of one column as before: any of them', () => {
  const figure = sample({ shape: 'series', rows })
  expect(selectRows(figure, { select: ['B', 'C'], time: null }).map(referenceOf)).toEqual(['B.2001', 'B.2002', 'B.2003'])
  expect(selectable(figure)).toEqual(['A', 'B'])
})
