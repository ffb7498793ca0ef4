/** The codebook: every column of a download and every code in it, in words. Made from the declarations, said in one place. */
import { codesIn } from '../../data/model/choose.ts'
import { inLanguage, STATUSES, type Figure, type Row } from '../../data/model/figure.ts'
import { boundsOf, isQualifier, QUALIFIERS, type QualifierCode } from '../../data/model/qualifier.ts'
import { COLUMNS, columnType, shapeOf, type ColumnName, type ColumnType } from '../../data/model/shape.ts'
import { isUnit, UNITS } from '../../data/model/unit.ts'
import { quantity } from './number.ts'
import type { Words } from './words.ts'

/** A code and what it stands for. */
export type CodeWords = { readonly code: string; readonly means: string }

export type ColumnWords = {
  readonly name: string
  readonly type: ColumnType
  readonly means: string
  /** The codes it holds; empty where it holds none. */
  readonly codes: readonly CodeWords[]
}

type Codebook = (words: Words) => readonly CodeWords[]

/** A qualifier by example: "more than 12: above 12". */
function qualifierWords(code: QualifierCode, words: Words): CodeWords {
  const { lower, upper } = code === 'between' ? { lower: '10', upper: '16' } : boundsOf(code, '12', '')
  const said = quantity(words, { value: '12', qualifier: code, lower, upper, unit: '' }, 0, 'sentence')
  return { code, means: `${said}${words.messages.colon}${words.bounds(code, lower ?? '', upper ?? '')}` }
}

/** Columns whose codes are the same for every figure. */
const CLOSED: Partial<Record<ColumnName, Codebook>> = {
  qualifier: (words) => Object.keys(QUALIFIERS).filter(isQualifier).map((code) => qualifierWords(code, words)),
  status: (words) => STATUSES.map((code) => ({ code, means: words.pages[`explain-${code}`] })),
  unit: (words) => Object.keys(UNITS).filter(isUnit).map((code) => ({ code, means: words.units[code].printed })),
}

const isColumn = (name: string): name is ColumnName => COLUMNS.some((column) => column.name === name)

const closedCodes = (name: string, words: Words): readonly CodeWords[] => (isColumn(name) ? CLOSED[name]?.(words) : undefined) ?? []

/** All columns there are, with the codes that every figure shares: for a guide. */
export const codebook = (words: Words): readonly ColumnWords[] =>
  COLUMNS.map(({ name, type }) => ({ name, type, means: words.columns[name], codes: closedCodes(name, words) }))

/** What one code of a figure's own stands for; null where the figure does not say. */
function meaningOf(figure: Figure, column: string, code: string, words: Words): string | null {
  const say = (text: Readonly<Record<string, string>> | undefined): string | null => (text ? inLanguage(text, words.code) : null)
  switch (column) {
    case 'measure': return say(figure.measures[code])
    case 'answer': return say(figure.answers[code])
    case 'series': case 'group': case 'actors': return say(figure.names[code]?.name)
    case 'source': return figure.sources[code] ? words.source(figure.sources[code]) : null
    case 'evidence': {
      const evidence = figure.evidence[code]
      return evidence ? inLanguage(evidence.asker, words.code) + words.comma + words.date(evidence.published) : null
    }
    default: return null
  }
}

const isCell = (row: Row, column: string): column is keyof Row => Object.hasOwn(row, column)

/** Columns whose codes a figure names itself, or of which it uses a few. */
const OPEN: readonly string[] = ['series', 'measure', 'group', 'answer', 'actors', 'source', 'evidence', 'unit']

/** The distinct codes a column of a figure holds, in the order of its rows. */
function codesHeld({ rows }: Figure, column: string): readonly string[] {
  const cells = new Set<string>()
  if (OPEN.includes(column)) for (const row of rows) if (isCell(row, column)) cells.add(row[column] ?? '')
  return [...new Set([...cells].flatMap(codesIn))]
}

/** The codes of a column of a figure: its own as they occur, of the shared ones all but units that it does not use. */
export function codesOf(figure: Figure, column: string, words: Words): readonly CodeWords[] {
  const shared = closedCodes(column, words)
  if (shared.length && column !== 'unit') return shared
  const held = codesHeld(figure, column)
  if (column === 'unit') return shared.filter(({ code }) => held.includes(code))
  return held.flatMap((code) => {
    const means = meaningOf(figure, column, code, words)
    return means === null ? [] : [{ code, means }]
  })
}

/** The columns of a figure's downloads in order, each with the codes it holds. `decimals` follows the value where a format has it. */
export function codebookOf(figure: Figure, words: Words, hasDecimals = false): readonly ColumnWords[] {
  const columns = shapeOf(figure.shape).published.filter(isColumn)
  return columns.flatMap((name): ColumnWords[] => {
    const column = { name, type: columnType(name), means: words.columns[name], codes: codesOf(figure, name, words) }
    const decimals = { name: 'decimals', type: 'integer', means: words.columns.decimals, codes: [] } as const
    return name === 'value' && hasDecimals ? [column, decimals] : [column]
  })
}
