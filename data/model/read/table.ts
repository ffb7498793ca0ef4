/** Reads a figure's values.csv against its shape, its defaults and what figure.yaml names. */
import type { Evidence } from '../figure.ts'
import type { Shape } from '../shape.ts'
import { checkDefaults, type Basics } from './basics.ts'
import { readCsv, type CsvTable } from './csv.ts'
import { readHeader, type Header } from './header.ts'
import type { Lists } from './lists.ts'
import type { Ledger } from './rules.ts'
import { FACTS, readRows, type Frame, type Values } from './values.ts'
import { lineOf, type Fields } from './yaml.ts'

/** The two files of a figure, the one as fields and the other as text (null = missing, which was reported). */
export type Pair = {
  readonly fields: Fields
  readonly lists: Lists
  readonly files: {
    readonly yaml: { readonly ledger: Ledger }
    readonly values: { readonly text: string | null; readonly ledger: Ledger }
  }
}

/** The names under a field, whether or not what they hold is sound. */
function idsUnder(fields: Fields, name: string): ReadonlySet<string> {
  const node = fields.entries.get(name)?.node
  return new Set(node?.kind === 'fields' ? node.entries.keys() : [])
}

/** Which codes mean something in which column. */
function knownIn({ fields, lists }: Pair): Frame['knows'] {
  const named = idsUnder(fields, 'names')
  const isNamed = (code: string): boolean => lists.places.has(code) || lists.actors.has(code) || named.has(code)
  const under = (name: string) => {
    const ids = idsUnder(fields, name)
    return (code: string): boolean => ids.has(code)
  }
  return {
    series: isNamed, group: isNamed, answer: under('answers'), measure: under('measures'),
    evidence: under('evidence'), note: under('notes'), actors: lists.actors.has,
  }
}

function headerOf(shape: Shape): Header {
  const allowed = shape.published.filter((column) => shape.required.includes(column) || shape.optional.includes(column))
  return { required: shape.required, allowed, filled: shape.published.filter((column) => !allowed.includes(column)) }
}

/** Whether every number can say of itself what it must, and there is any number. */
function checkFacts(table: CsvTable, shape: Shape, defaults: Readonly<Record<string, string>>, ledger: Ledger): boolean {
  const { line, cells } = table.header
  const missing = FACTS.filter((column) => shape.numeric && !cells.includes(column) && !Object.hasOwn(defaults, column))
  for (const column of missing) {
    ledger.add(
      line, `no value says its ${column}`, `add the column "${column}", or one for all under "defaults:" in figure.yaml`,
    )
  }
  const isEmpty = table.whole && table.rows.length === 0
  if (isEmpty) ledger.add(line, 'there are no values below the header', 'add a row for each observation')
  return missing.length === 0 && !isEmpty
}

const NOTHING: Values = { rows: [], whole: false }

/** The rows of values.csv; without a known shape only the table itself can be checked. */
export function readValues(
  pair: Pair, shape: Shape | null, basics: Partial<Basics>, evidence: Readonly<Record<string, Evidence>>,
): Values {
  const { files, fields, lists } = pair
  const { text, ledger } = files.values
  const table = text === null ? null : readCsv(text, ledger)
  if (!table || !shape) return NOTHING
  const defaults = basics.defaults ?? {}
  const header = table.header.cells
  checkDefaults(defaults, lineOf(fields, 'defaults'), shape, header, files.yaml.ledger)
  const cells = readHeader(table, headerOf(shape), ledger)
  if (!cells) return NOTHING
  const hasFacts = checkFacts(table, shape, defaults, ledger)
  const frame = { shape, unit: basics.unit ?? '', header, defaults, evidence, sources: lists.sources, knows: knownIn(pair) }
  const { rows, whole } = readRows(cells, frame, ledger)
  const isEvidenceWhole = idsUnder(fields, 'evidence').size === Object.keys(evidence).length
  return { rows, whole: whole && table.whole && hasFacts && isEvidenceWhole }
}
