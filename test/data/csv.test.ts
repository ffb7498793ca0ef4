/** CSV both ways: what we write is read back by us and by three libraries that did not write it, cell by cell. */
import { parse as csvParse } from 'csv-parse/sync'
import { csvParseRows } from 'd3-dsv'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { unguard, writeCsv } from '../../data/model/csv.ts'
import { readCsv } from '../../data/model/read/csv.ts'
import { ledgerOf, printProblem, type AuthorProblem } from '../../data/model/read/rules.ts'

function read(text: string): { rows: readonly (readonly string[])[]; lines: readonly number[]; problems: readonly string[] } {
  const problems: AuthorProblem[] = []
  const table = readCsv(text, ledgerOf('a.csv', problems))
  const rows = table ? [table.header, ...table.rows] : []
  return { rows: rows.map((row) => row.cells), lines: rows.map((row) => row.line), problems: problems.map(printProblem) }
}

/** Everything that has broken a CSV or a spreadsheet before. */
const HOSTILE = ['', ' ', '"', '""', ',', '\n', '\r\n', '\r', '\t', ';', "'", "'=1",
  '=1+1', '+1', '-1', '-1.50', '@a', '＝1', '\uFEFFa', 'a"b', '"a"', ' a ', '1e5', '0', 'null', 'NaN', '__proto__', '日本',
  '👩‍👩‍👧', '-', '--', '|', '=cmd|"/C calc"!A0', '\t=1']
const cell = fc.oneof(
  fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.array(fc.constantFrom(...HOSTILE)).map((all) => all.join('')),
)
const table = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }))

const written = (cells: readonly (readonly string[])[]): string => writeCsv(cells[0] ?? [], cells.slice(1))

describe('writeCsv', () => {
  test.each([
    [['a', 'b'], 'a,b\r\n'],
    [['', ''], ',\r\n'],
    [[''], '""\r\n'],
    [['a,b', 'c"d', 'e\nf'], '"a,b","c""d","e\nf"\r\n'],
    [['=1+1', '+1', '@a', '＝1'], "'=1+1,'+1,'@a,'＝1\r\n"],
    [['-1.50', '-5', '40.0'], '-1.50,-5,40.0\r\n'],
    [['-', '-1,5', '--1'], "'-,\"'-1,5\",'--1\r\n"],
    [["'=1", "''", "it's"], "''=1,'',it's\r\n"],
  ])('%j', (cells, text) => {
    expect(writeCsv(cells, [])).toBe(text)
    expect(read(text).rows).toEqual([cells])
  })

  test('a missing value is an empty cell', () => expect(writeCsv(['a', 'b'], [[null, '0']])).toBe('a,b\r\n,0\r\n'))

  test('is read back as it was, whatever it was', () => {
    fc.assert(fc.property(table, (cells) => {
      const { rows, problems } = read(written(cells))
      expect(problems).toEqual([])
      expect(rows).toEqual(cells)
    }), { numRuns: 1000 })
  })

  test('csv-parse, papaparse and d3-dsv agree on every cell', () => {
    fc.assert(fc.property(table, (cells) => {
      const text = written(cells)
      const readings = [
        csvParse(text, { record_delimiter: '\r\n' }),
        Papa.parse<string[]>(text.replace(/\r\n$/, ''), { delimiter: ',', newline: '\r\n' }).data,
        csvParseRows(text),
      ]
      for (const rows of readings) expect(rows.map((row) => row.map(unguard))).toEqual(cells)
    }), { numRuns: 1000 })
  })

  test('no cell that is not a number begins as a formula', () => {
    fc.assert(fc.property(table, (cells) => {
      for (const row of csvParseRows(written(cells))) {
        for (const text of row) expect(/^[=+@\t\r\n＝＋－＠]|^-(?!\d)/.test(text)).toBe(false)
      }
    }), { numRuns: 1000 })
  })
})

describe('readCsv', () => {
  test('rows know their lines, across cells that hold several', () => {
    expect(read('a,b\r\n"x\r\ny",1\r\n"",2\r\n').lines).toEqual([1, 2, 4])
    expect(read('a,b\n"x\n\ny",1\n,2').lines).toEqual([1, 2, 5])
  })

  test.each([
    ['a,b\n1\n', 'a.csv:2  this row has 1 cells, the header has 2'],
    ['a,b\n"x\ny",1\n1,2,3\n', 'a.csv:4  this row has 3 cells, the header has 2'],
    ['a,b\n\n1,2\n', 'a.csv:2  this row is empty'],
    ['a,b\r\n"x\r\ny",1\r\n1,"2\r\n', 'a.csv:4  the quotation marks in this row do not match'],
    ['a,b\n1,x"y\n', 'a.csv:2  the quotation marks in this row do not match'],
    ['"a"b,c\n', 'a.csv:1  the quotation marks in this row do not match'],
    [`a,b\n1,2\n${'x'.repeat(70_000)},2\n`, 'a.csv:3  a cell of 70000 characters'],
  ])('%#: %j', (text, problem) => {
    const { problems } = read(text)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(problem)
  })

  test('empty lines at the end are nothing', () => expect(read('a,b\n1,2\n\n\n').rows).toEqual([['a', 'b'], ['1', '2']]))
})
