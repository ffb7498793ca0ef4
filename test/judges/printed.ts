/** What programs print of a table they have read, taken apart: how many rows, which columns, and values as they write them. */
import { parse } from 'csv-parse/sync'

export type Reading = {
  readonly rows: number
  readonly columns: readonly string[]
  /** The first ones, as many as the program prints. */
  readonly values: readonly string[]
  /** Whether every column of the table is told, and not those alone that were asked for. */
  readonly isWhole: boolean
}

/** CSV, from a file or as a program prints it. */
export function csvOf(text: string, isWhole: boolean): Reading {
  // Without names of columns, every record is a list of its fields.
  const [columns = [], ...rows] = parse(text, { bom: true }) as string[][]
  const k = columns.indexOf('value')
  return { rows: rows.length, columns, values: rows.map((row) => row[k] ?? ''), isWhole }
}

/** What R's `str` says of a data frame: a line of its size, and one of each column with its first values. */
export function strOf(text: string): Reading {
  const [, rows = '0'] = /^'data\.frame':\s+(\d+) obs\. of\s+\d+ variables?:/m.exec(text) ?? []
  const columns = [...text.matchAll(/^ \$ (\S+)\s*:/gm)].map(([, name = '']) => name)
  const [, shown = ''] = /^ \$ value\s*: (?:num|int)\s+(.*)$/m.exec(text) ?? []
  const values = shown.split(/\s+/).filter((word) => word !== '' && word !== '...')
  return { rows: Number(rows), columns, values, isWhole: true }
}

/**
 * What pandas prints of a data frame: a line of names, and one a row after the row's number. Where it is wide or long, the
 * middle is left out, and the size comes last.
 */
export function frameOf(text: string): Reading {
  const [head = '', ...lines] = text.split('\n')
  const names = head.trim().split(/\s+/)
  const body = lines.filter((line) => /^\d+ /.test(line))
  const shown = body.filter((line, i) => Number(line.split(' ')[0]) === i)
  // The first cell, a name, may have spaces: others are counted from the end.
  const place = names.indexOf('value') - names.length
  const values = names.includes('value') ? shown.map((line) => line.trim().split(/\s+/).at(place) ?? '') : []
  const [, said] = /^\[(\d+) rows x \d+ columns\]$/m.exec(text) ?? []
  return { rows: Number(said ?? body.length), columns: names.filter((name) => name !== '...'), values, isWhole: false }
}

const cellsOf = (line: string): readonly string[] => line.split('│').slice(1, -1).map((cell) => cell.trim())

const linesIn = (part: string): readonly string[] => part.split('\n').filter((line) => line.startsWith('│'))

/** A table in a frame of lines, as Node's console and DuckDB print it: names, rows, and below DuckDB's longer ones their number. */
export function boxOf(text: string): Reading {
  const [head = [], body = [], foot = []] = text.split(/^[┌├└].*$/m).slice(1).map(linesIn)
  const names = cellsOf(head[0] ?? '')
  const k = names.indexOf('value')
  const gap = body.findIndex((line) => cellsOf(line).every((cell) => cell === '·'))
  const values = (gap < 0 ? body : body.slice(0, gap)).map((line) => cellsOf(line)[k] ?? '')
  const [, said] = /(\d+) rows/.exec(foot.join('\n')) ?? []
  return { rows: Number(said ?? body.length), columns: names.filter((name) => name !== '(index)'), values, isWhole: false }
}

/** What Stata's log says: how much was imported, and a list between bars, whose longer names have ~ for what is left out. */
export function listOf(text: string): Reading {
  const [, rows = '0'] = /^\((?:encoding[^)]*\)\s*\()?\d+ vars, (\d+) obs\)/m.exec(text) ?? []
  const [, names = ''] = /^\s+\|\s+([a-z_~\d ]+?)\s+\|$/m.exec(text) ?? []
  const columns = names.split(/\s+/).filter(Boolean)
  const lines = [...text.matchAll(/^\s*\d+\. \|(.*)\|$/gm)].map(([, cells = '']) => cells.trim().split(/\s+/))
  const values = lines.map((cells) => cells[columns.indexOf('value')] ?? '')
  return { rows: Number(rows), columns, values, isWhole: false }
}
