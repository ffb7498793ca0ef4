/** Reads YAML strictly into plain nodes that know their lines; every scalar stays the text that was typed. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type YAMLError } from 'yaml'
import { MAX_TEXT, tooLong } from './bytes.ts'
import { quote, type Ledger } from './rules.ts'

/** Lines count from 1; the line of a list or of fields is that of their first item. */
export type Scalar = { readonly kind: 'scalar'; readonly line: number; readonly text: string }
export type List = { readonly kind: 'list'; readonly line: number; readonly items: readonly Node[] }
export type Fields = { readonly kind: 'fields'; readonly line: number; readonly entries: ReadonlyMap<string, Entry> }
export type Entry = { readonly line: number; readonly node: Node }
export type Node = Scalar | List | Fields

/** What each of the parser's complaints means to a person; any other is a matter of spacing. */
const COMPLAINTS: Readonly<Record<string, readonly [message: string, remedy: string]>> = {
  DUPLICATE_KEY: ['the same name stands here twice', 'keep one of the two'],
  TAB_AS_INDENT: ['a tab begins this line', 'indent with spaces'],
  MULTIPLE_DOCS: ['a second document begins here (---)', 'keep one document in a file'],
  MISSING_CHAR: ['a closing quotation mark, bracket or colon is missing', 'add it; put words with a colon in "quotation marks"'],
  BAD_DQ_ESCAPE: ['a backslash in quotation marks', "write it twice, or use 'single quotation marks'"],
  BLOCK_AS_IMPLICIT_KEY: ['there is a second colon on this line', 'put the words after the first colon in "quotation marks"'],
}

const SPACING = ['the spacing or punctuation here cannot be understood',
  'compare it with the lines around it; put words with : # { [ or a leading @ in "quotation marks"'] as const

type Source = { readonly lines: LineCounter; readonly ledger: Ledger }

const lineAt = (source: Source, offset: number | undefined): number => Math.max(1, source.lines.linePos(offset ?? 0).line)

const complaintOf = ({ code }: YAMLError): readonly [message: string, remedy: string] => COMPLAINTS[code] ?? SPACING

function complain(source: Source, error: YAMLError): void {
  const [message, remedy] = complaintOf(error)
  source.ledger.add(lineAt(source, error.pos[0]), message, remedy)
}

function scalar(source: Source, text: string, line: number): Scalar | null {
  if (text.length <= MAX_TEXT) return { kind: 'scalar', line, text }
  tooLong(line, text, 'a text', source.ledger)
  return null
}

function refuse(source: Source, line: number, what: string): null {
  source.ledger.add(line, `${what} is a shortcut we do not use`, 'write the words out')
  return null
}

type Parsed = {
  readonly range?: readonly [number, number, number] | null | undefined
  readonly anchor?: string
  readonly tag?: string
}

/** Turns the parser's node into ours; null when something in it was refused. */
function toNode(source: Source, node: unknown, keyLine: number): Node | null {
  if (node === null || node === undefined) return { kind: 'scalar', line: keyLine, text: '' }
  if (isAlias(node)) return refuse(source, keyLine, `the alias *${node.source}`)
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) throw new Error('a YAML node of no known kind')
  const { range, anchor, tag }: Parsed = node
  const line = lineAt(source, range?.[0])
  if (anchor !== undefined) return refuse(source, line, `the anchor &${anchor}`)
  if (tag !== undefined && !tag.startsWith('tag:yaml.org')) return refuse(source, line, `the tag ${tag}`)
  if (isScalar(node)) return scalar(source, String(node.value ?? ''), line)
  if (isMap(node)) return toFields(source, node.items, line)
  const items = node.items.map((item) => toNode(source, item, line))
  return items.includes(null) ? null : { kind: 'list', line, items: items.filter((item) => item !== null) }
}

function toFields(source: Source, pairs: readonly { key: unknown; value: unknown }[], line: number): Fields | null {
  const entries = new Map<string, Entry>()
  let whole = true
  for (const { key, value } of pairs) {
    const at = isScalar(key) ? lineAt(source, key.range?.[0]) : line
    const name = isScalar(key) ? String(key.value) : ''
    const node = name === '' || name === '<<' ? refuse(source, at, `the name ${quote(name)}`) : toNode(source, value, at)
    if (node) entries.set(name, { line: at, node })
    whole &&= node !== null
  }
  return whole ? { kind: 'fields', line, entries } : null
}

/** The fields a YAML text holds, or null when it cannot be read; the reasons are in the ledger. */
export function readYaml(text: string, ledger: Ledger): Fields | null {
  const lines = new LineCounter()
  const source = { lines, ledger }
  const document: Document = parseDocument(text, { schema: 'failsafe', strict: true, lineCounter: lines, uniqueKeys: true })
  // One wrong indent makes the parser complain on every line below it: each kind of complaint is made once.
  const complaints = new Map([...document.errors, ...document.warnings].toReversed().map((error) => [complaintOf(error), error]))
  for (const error of [...complaints.values()].toReversed()) complain(source, error)
  if (document.errors.length + document.warnings.length > 0) return null
  const node = toNode(source, document.contents, 1)
  if (node === null || node.kind === 'fields') return node
  ledger.add(node.line, 'this file is not a list of "name: value" lines', 'begin each line with a name and a colon')
  return null
}

/** The line of a field, or of the nearest field above it that is there: `lineOf(fields, 'names', 'VNM')`. */
export function lineOf(fields: Fields, ...path: readonly string[]): number {
  const [name, ...rest] = path
  const entry = name === undefined ? undefined : fields.entries.get(name)
  if (!entry) return fields.line
  const isDeeper = entry.node.kind === 'fields' && rest[0] !== undefined && entry.node.entries.has(rest[0])
  return isDeeper ? lineOf(entry.node, ...rest) : entry.line
}
