/** What charts draw of a view, and what they leave to the table. */
import { expect, it } from 'vitest'
import { referenceOf, drawnRows, undrawnOf } from '../../web/chart/select.ts'
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
