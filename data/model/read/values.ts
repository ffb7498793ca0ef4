/** Reads values.csv: every row an observation with its qualifier, bounds, unit, status, evidence and source. */
import { STATUSES, type Evidence, type Row, type Source, type Status } from '../figure.ts'
import { isDecimal } from '../quantity.ts'
import { boundsOf, isQualifier, type QualifierCode } from '../qualifier.ts'
import { COLUMNS, type Shape } from '../shape.ts'
import { isUnit, UNITS } from '../unit.ts'
import { checkBlanks } from './blank.ts'
import { checkBounds, checkShare } from './bounds.ts'
import { QUALIFIER_CODES } from './evidence.ts'
import type { Cells } from './header.ts'
import type { List } from './lists.ts'
import { quote, type Ledger } from './rules.ts'
import { suggest, timeFault, TIME_REMEDY } from './schema.ts'

/** What the rows of a figure are checked against. */
export type Frame = {
  readonly shape: Shape
  readonly unit: string
  /** Columns that values.csv has. */
  readonly header: readonly string[]
  /** Values for columns that values.csv leaves out. */
  readonly defaults: Readonly<Record<string, string>>
  readonly evidence: Readonly<Record<string, Evidence>>
  readonly sources: List<Source>
  /** Whether a code means something: a place, an actor, or an id of figure.yaml. */
  readonly knows: Readonly<Record<'series' | 'group' | 'answer' | 'measure' | 'evidence' | 'note' | 'actors', (code: string) => boolean>>
}

/** What was wrong with a cell, and what to do. */
type Fault = readonly [message: string, remedy: string]

const CODE_REMEDIES = {
  series: 'write a code of places.csv or actors.csv, or name it under "names:" in figure.yaml',
  group: 'write a code of places.csv or actors.csv, or name it under "names:" in figure.yaml',
  answer: 'write a code that stands under "answers:" in figure.yaml, or add it there',
  measure: 'write a code that stands under "measures:" in figure.yaml, or add it there',
  evidence: 'write an id that stands under "evidence:" in figure.yaml, or add it there',
  note: 'write an id that stands under "notes:" in figure.yaml, or add it there',
  actors: 'write a code of actors.csv, or add a row for the actor there; several are joined by ~',
} as const

const SOURCE_REMEDY = 'write an id of sources.csv, or add a row for the source there'

/** A word that is not one of the few allowed. */
const notOneOf = (codes: readonly string[], text: string): Fault | null =>
  codes.includes(text) ? null : ['is not one we know', suggest(text, codes)]

const timeOf = (text: string): Fault | null => {
  const fault = timeFault(text)
  return fault === null ? null : [fault, TIME_REMEDY]
}

const decimalOf = (text: string): Fault | null =>
  isDecimal(text) ? null : [
    'is not a number', 'write digits with a point, such as 40.0; leave the cell empty when there is no value',
  ]

/** The codes of a cell: one, or in some columns of some shapes several. */
const partsOf = (column: string, text: string, { shape }: Frame): readonly string[] =>
  shape.several.includes(column) ? text.split('~') : [text]

function faultOf(column: string, text: string, frame: Frame): Fault | null {
  switch (column) {
    case 'series': case 'group': case 'answer': case 'measure': case 'evidence': case 'note': case 'actors':
      return frame.knows[column](text) ? null : ['is not known here', CODE_REMEDIES[column]]
    case 'source': return frame.sources.has(text) ? null : ['is not a source we know', SOURCE_REMEDY]
    case 'time': case 'published': return timeOf(text)
    case 'value': case 'lower': case 'upper': return decimalOf(text)
    case 'n': return /^(?:0|[1-9]\d*)$/.test(text) ? null : ['is not a whole number', 'write digits only, such as 2786']
    case 'qualifier': return notOneOf(QUALIFIER_CODES, text)
    case 'status': return notOneOf(STATUSES, text)
    case 'unit': return notOneOf(Object.keys(UNITS), text)
    default: return null
  }
}

const MISSING: Readonly<Record<string, string>> = {
  qualifier: 'write the qualifier, exact for a plain number',
  status: 'write the status, final for a plain number',
  evidence: 'write the id of the evidence: a number cannot stand without it',
}

/** What every number says of itself, in a column or by a default for all. */
export const FACTS = ['qualifier', 'status', 'evidence'] as const

/** Columns whose cells may not be empty: the key, and what every number says of itself. A missing column was reported. */
function isNeeded(column: string, row: Cells, { shape, header }: Frame): boolean {
  if (shape.entry.includes(column) && shape.entry.every((name) => row.cell(name) === '')) return false
  const facts = shape.numeric && FACTS.some((fact) => fact === column) && header.includes(column)
  return facts || (shape.required.includes(column) && column !== 'value')
}

/** Checks one cell; '' when it is broken, so that the rest of the row can still be looked at. */
function readCell(row: Cells, column: string, frame: Frame, ledger: Ledger): string {
  const text = row.cell(column) === '' ? frame.defaults[column] ?? '' : row.cell(column)
  if (text === '') {
    if (isNeeded(column, row, frame)) ledger.add(row.line, `${column} is empty`, MISSING[column] ?? `fill in the ${column}`)
    return ''
  }
  const parts = partsOf(column, text, frame)
  const faults = parts.flatMap((part, i): readonly (readonly [string, Fault])[] => {
    const fault: Fault | null = parts.indexOf(part) < i ? ['stands here twice', 'name each once'] : faultOf(column, part, frame)
    return fault ? [[part, fault]] : []
  })
  for (const [part, fault] of faults) ledger.add(row.line, `${column} ${quote(part)} ${fault[0]}`, fault[1])
  return faults.length ? '' : text
}

const statusOf = (text: string): Status => STATUSES.find((status) => status === text) ?? 'final'
const qualifierOf = (text: string): QualifierCode => (isQualifier(text) ? text : 'exact')

function readRow(cells: Cells, frame: Frame, ledger: Ledger): Row {
  const texts = Object.fromEntries(COLUMNS.map(({ name }) => [name, readCell(cells, name, frame, ledger)]))
  const text = (column: string): string => texts[column] ?? ''
  const evidence = frame.evidence[text('evidence')]
  const source = text('source') || (evidence?.source ?? '')
  const value = text('value') || null
  const qualifier = qualifierOf(text('qualifier'))
  const unit = text('unit') || (frame.shape.numeric ? frame.unit : '')
  const count = evidence?.n?.qualifier === 'exact' ? evidence.n.value : null
  const given = { lower: text('lower') || null, upper: text('upper') || null }
  const implied = value === null ? { lower: null, upper: null } : boundsOf(qualifier, value, unit)
  const bounds = qualifier === 'between' ? given : implied
  return {
    series: text('series'), measure: text('measure'), group: text('group'), answer: text('answer'), time: text('time'),
    value, qualifier, ...bounds, unit, n: text('n') || count, status: statusOf(text('status')),
    published: text('published') || (evidence?.published ?? frame.sources.items.get(source.split('~')[0] ?? '')?.date ?? ''),
    evidence: text('evidence'), source, note: text('note'), as_printed: text('as_printed'),
    actors: text('actors'),
  }
}

function checkRow(row: Row, cells: Cells, ledger: Ledger): void {
  // a source prints no word beside what it does not print
  if (row.qualifier !== 'exact' && row.as_printed === '' && row.status !== 'derived') {
    ledger.add(
      cells.line, `as_printed is empty beside the qualifier ${quote(row.qualifier)}`,
      "write the source's own word, such as nearly or 約",
    )
  }
  checkBounds(row, cells, ledger)
  if (isUnit(row.unit) && UNITS[row.unit].share) checkShare(row, cells, ledger)
}

/** `VNM, 2024`: the key of a row as a message quotes it. */
const keyOf = (row: Row, shape: Shape): string => shape.key.map((column) => row[column]).filter((cell) => cell !== '').join(', ')

function checkDuplicate(row: Row, line: number, shape: Shape, seen: Map<string, number>, ledger: Ledger): void {
  if (shape.key.some((column) => shape.required.includes(column) && row[column] === '')) return
  const key = JSON.stringify(shape.key.map((column) => row[column]))
  const first = seen.get(key)
  if (first === undefined) seen.set(key, line)
  else ledger.add(line, `the row for ${quote(keyOf(row, shape))} stands already on line ${first}`, 'delete one of the two')
}

/** The observations, and whether all of them could be read. */
export type Values = { readonly rows: readonly Row[]; readonly whole: boolean }

/** Reads every row; a broken cell is reported and left empty, which makes the values not whole. */
export function readRows(table: readonly Cells[], frame: Frame, ledger: Ledger): Values {
  const seen = new Map<string, number>()
  let whole = true
  const watched: Ledger = { file: ledger.file, add: (...problem) => {
    whole = false
    ledger.add(...problem)
  } }
  const rows = table.map((cells) => {
    const row = readRow(cells, frame, watched)
    checkRow(row, cells, watched)
    checkDuplicate(row, cells.line, frame.shape, seen, watched)
    return row
  })
  checkBlanks(rows, table, frame.shape, watched)
  return { rows, whole }
}
