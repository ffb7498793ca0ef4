/** CSV and NDJSON against the figure and against each other: three readers of CSV that did not write it must agree, cell by cell. */
import { parse as parseCsv } from 'csv-parse/sync'
import { csvParseRows } from 'd3-dsv'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { unguard } from '../../data/model/csv.ts'
import { shapeOf } from '../../data/model/shape.ts'
import { LANGUAGES } from '../../web/words/index.ts'
import { cellOf, columnsOf } from '../../worker/formats/table.ts'
import { FIGURES } from '../web/built.ts'
import { HOSTILE, HOSTILES } from './hostile.ts'
import { textIn } from './rendered.ts'

const readers: Readonly<Record<string, (text: string) => readonly (readonly string[])[]>> = {
  'csv-parse': (text) => parseCsv(text, { relax_column_count: false }),
  papaparse: (text) => [...Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' }).data].slice(0, -1),
  'd3-dsv': (text) => csvParseRows(text),
}

const CASES = [...FIGURES, ...Object.values(HOSTILES)].flatMap((figure) => figure.lang.map((lang) => ({ id: figure.id, lang, figure })))

describe.each(CASES)('$id in $lang', ({ figure, lang }) => {
  it('CSV: three readers find the same, which is what the figure holds', async () => {
    const text = await textIn(figure, 'csv', { lang })
    const columns = columnsOf(figure)
    const wanted = figure.rows.map((row) => columns.map((column) => cellOf(figure, row, column, lang) ?? ''))
    for (const [name, read] of Object.entries(readers)) {
      const [header, ...rows] = read(text)
      expect([name, header]).toEqual([name, columns])
      expect([name, rows.map((row) => row.map(unguard))]).toEqual([name, wanted])
    }
  })

  it('NDJSON: a line an observation, with the rows of the JSON', async () => {
    const lines = (await textIn(figure, 'ndjson', { lang })).split('\n')
    expect(lines.pop()).toBe('')
    const { rows }: { rows: unknown[] } = JSON.parse(await textIn(figure, 'json', { lang }))
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(rows)
  })

  it('NDJSON says the same as CSV', async () => {
    const [header = [], ...cells] = parseCsv(await textIn(figure, 'csv', { lang }))
    const rows = (await textIn(figure, 'ndjson', { lang })).trimEnd().split('\n').map((line): Record<string, unknown> => JSON.parse(line))
    for (const [i, row] of rows.entries()) {
      const printed = header.map((name, j) => {
        const [value, cell] = [row[name], unguard(cells[i]?.[j] ?? '')]
        return typeof value === 'number' ? Number(cell) === value && value.toFixed(cell.split('.')[1]?.length ?? 0) === cell : (value ?? '') === cell
      })
      expect([i, printed.every(Boolean)]).toEqual([i, true])
    }
  })
})

it('a file for Excel begins with the mark by which Excel knows UTF-8, and is the same after it', async () => {
  const [plain, marked] = await Promise.all([textIn(HOSTILES.series, 'csv'), textIn(HOSTILES.series, 'csv', { bom: true })])
  expect(marked).toBe(`\uFEFF${plain}`)
  expect([...new TextEncoder().encode(marked).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
})

it('every hostile text comes back whole from every table', async () => {
  const rows = (await textIn(HOSTILES.series, 'ndjson')).trimEnd().split('\n').map((line): Record<string, unknown> => JSON.parse(line))
  expect(new Set(rows.map((row) => row['note']))).toEqual(new Set(HOSTILE))
  const cells = parseCsv(await textIn(HOSTILES.series, 'csv')).flat().map(unguard)
  for (const text of HOSTILE) expect(cells).toContain(text)
})

it('a selection has the rows of the selection in each table', async () => {
  const [figure] = FIGURES.filter(({ id }) => id === 'fdi-inflows-gdp')
  if (!figure) throw new Error('no such figure')
  const view = { select: ['VNM'], time: { from: '2010', to: '2012' } }
  const csv = parseCsv(await textIn(figure, 'csv', { view }))
  const lines = (await textIn(figure, 'ndjson', { view })).trimEnd().split('\n')
  expect([csv.length, lines.length]).toEqual([4, 3])
})

it('figures of every shape are tried', () => {
  expect(new Set(CASES.map(({ figure }) => figure.shape)).size).toBe(5)
  expect(LANGUAGES.every((lang) => CASES.some((one) => one.lang === lang))).toBe(true)
  for (const figure of Object.values(HOSTILES)) expect(columnsOf(figure)).toEqual(shapeOf(figure.shape).published)
})
