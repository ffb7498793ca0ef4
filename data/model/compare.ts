/** What differs between two versions of a figure: observations by their key, cell by cell, and every word and fact beside them. */
import { BREAK, type Figure, type Row, type Text } from './figure.ts'
import { canonical } from './release.ts'
import { shapeOf, type KeyColumn } from './shape.ts'

/** A word or fact of a figure that is no observation. */
export type Fact = string | number | boolean | Text

export type CellName = keyof Row
export type CellChange = { readonly column: CellName; readonly from: string | null; readonly to: string | null }

/** The cells that say which observation is meant; of one whose key itself changed, as they were before. */
export type RowKey = Readonly<Partial<Record<KeyColumn, string>>>

export type RowChange =
  | { readonly change: 'added'; readonly key: RowKey; readonly from: null; readonly to: Row; readonly cells: readonly CellChange[] }
  | { readonly change: 'removed'; readonly key: RowKey; readonly from: Row; readonly to: null; readonly cells: readonly CellChange[] }
  | { readonly change: 'changed'; readonly key: RowKey; readonly from: Row; readonly to: Row; readonly cells: readonly CellChange[] }

/** A fact that came, went or is another; null where there was or is none. `path` is a JSON Pointer (RFC 6901): `/sources/wdi/title`. */
export type FactChange = { readonly path: string; readonly from: Fact | null; readonly to: Fact | null }

export type Difference = { readonly rows: readonly RowChange[]; readonly facts: readonly FactChange[] }

/** What readers are told, in words and facts. How a figure is drawn (charts, colours, order, rounding of labels) is none of it. */
const TOLD = [
  'shape', 'lang', 'title', 'measure', 'subtitle', 'description', 'unit', 'names', 'answers', 'measures', 'notes', 'evidence', 'sources', 'checks',
  'comparability', 'totals', 'derived', 'not_drawn', 'caveats',
] as const satisfies readonly (keyof Figure)[]

/** Fields within them that are only looks. */
const LOOKS: readonly string[] = ['colour']

/** What tells the items of a list apart, by the first of these that an item has; together with its time. */
const NAMED_BY: readonly string[] = ['claim', 'total', 'name', 'of', 'applies_to', 'reason']

export const CELLS = [
  'series', 'measure', 'group', 'answer', 'time', 'value', 'qualifier', 'lower', 'upper', 'unit', 'n', 'status', 'published', 'evidence', 'source',
  'note', 'as_printed', 'actors',
] as const satisfies readonly CellName[]

/** The column of a key that changes without making another observation: an event's date is corrected, a year is published again. */
const movable = ({ shape }: Figure): KeyColumn => (shape === 'events' ? 'time' : 'published')

type Facts = ReadonlyMap<string, readonly Fact[]>

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: Readonly<Record<string, unknown>>): value is Text =>
  Object.keys(value).length > 0 && Object.entries(value).every(([lang, words]) => /^[a-z]{2}$/.test(lang) && typeof words === 'string')

const unbroken = (text: Text): Text => Object.fromEntries(Object.entries(text).map(([lang, words]) => [lang, words.replaceAll(BREAK, '')]))

const step = (path: string, name: string): string => `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`

const plain = (value: unknown): string => (Array.isArray(value) ? value.join(',') : typeof value === 'string' ? value : '')

/** What an item of a list is called among the others; `-` for one that has no name. */
function itemName(item: unknown): string {
  if (!isRecord(item)) return '-'
  const name = NAMED_BY.map((field) => plain(item[field])).find((text) => text !== '') ?? '-'
  const time = plain(item['time'])
  return time === '' ? name : `${name},${time}`
}

/** Every fact below a value with its path. Nothing is said of what is null, empty or false: it is not there. */
function factsBelow(value: unknown, path: string): readonly (readonly [path: string, fact: Fact])[] {
  if (value === null || value === undefined || value === '' || value === false) return []
  if (typeof value === 'string') return [[path, value.replaceAll(BREAK, '')]]
  if (typeof value === 'number' || typeof value === 'boolean') return [[path, value]]
  if (Array.isArray(value)) {
    const isWords = value.every((item) => typeof item === 'string')
    return isWords ? factsBelow(value.join(', '), path) : value.flatMap((item: unknown) => factsBelow(item, step(path, itemName(item))))
  }
  if (!isRecord(value)) return []
  if (isText(value)) return [[path, unbroken(value)]]
  return Object.entries(value).filter(([name]) => !LOOKS.includes(name)).flatMap(([name, field]) => factsBelow(field, step(path, name)))
}

/** The facts of a figure by path; several items of a list may have one. */
export function factsOf(figure: Figure): Facts {
  const all = TOLD.flatMap((name) => factsBelow(figure[name], `/${name}`))
  return new Map([...Map.groupBy(all, ([path]) => path)].map(([path, own]) => [path, own.map(([, fact]) => fact)]))
}

/** Facts of one path: those that are in both are left out, the others go with one another in order. */
function compareFacts(path: string, before: readonly Fact[], after: readonly Fact[]): readonly FactChange[] {
  const [texts, others] = [before.map(canonical), after.map(canonical)]
  const gone = before.filter((_, i) => !others.includes(texts[i] ?? ''))
  const come = after.filter((_, i) => !texts.includes(others[i] ?? ''))
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, i) => ({ path, from: gone[i] ?? null, to: come[i] ?? null }))
}

/** A cell as it is compared: nothing is null, however it was stored. */
export const cellOf = (row: Row, column: CellName): string | null => row[column] || null

const keyText = (row: Row, columns: readonly KeyColumn[]): string => JSON.stringify(columns.map((column) => cellOf(row, column)))

/** Rows by key. The reader refuses two of one key; should there be two all the same, the second has a place of its own. */
function keyed(rows: readonly Row[], columns: readonly KeyColumn[]): ReadonlyMap<string, Row> {
  const byKey = new Map<string, Row>()
  for (const row of rows) {
    let key = keyText(row, columns)
    while (byKey.has(key)) key += '+'
    byKey.set(key, row)
  }
  return byKey
}

const keyOf = (row: Row, columns: readonly KeyColumn[]): RowKey =>
  Object.fromEntries(columns.flatMap((column) => (cellOf(row, column) === null ? [] : [[column, row[column]]])))

const cellsBetween = (from: Row | null, to: Row | null): readonly CellChange[] =>
  CELLS.map((column) => ({ column, from: from && cellOf(from, column), to: to && cellOf(to, column) })).filter((cell) => cell.from !== cell.to)

type Pairs = { readonly pairs: readonly (readonly [from: Row, to: Row])[]; readonly gone: readonly Row[]; readonly come: readonly Row[] }

/** Which rows are the same observation: by the whole key, then, of what is left over, by the key without what moves, where one is left on each side. */
function pairUp(before: readonly Row[], after: readonly Row[], key: readonly KeyColumn[], firm: readonly KeyColumn[]): Pairs {
  const [old, present] = [keyed(before, key), keyed(after, key)]
  const gone = [...old].flatMap(([text, row]) => (present.has(text) ? [] : [row]))
  const come = [...present].flatMap(([text, row]) => (old.has(text) ? [] : [row]))
  const whole = [...present].flatMap(([text, to]) => [old.get(text) ?? []].flat().map((from) => [from, to] as const))
  const arrived = Map.groupBy(come, (row) => keyText(row, firm))
  const moved = [...Map.groupBy(gone, (row) => keyText(row, firm))].flatMap(([text, [from, other]]) => {
    const [to, another] = arrived.get(text) ?? []
    return from && to && !other && !another ? [[from, to] as const] : []
  })
  const paired = new Set(moved.flat())
  return { pairs: [...whole, ...moved], gone: gone.filter((row) => !paired.has(row)), come: come.filter((row) => !paired.has(row)) }
}

function compareRows(before: Figure, after: Figure): readonly RowChange[] {
  const [was, is] = [shapeOf(before.shape).key, shapeOf(after.shape).key]
  const firm = is.filter((column) => column !== movable(after))
  const { pairs, gone, come } = before.shape === after.shape
    ? pairUp(before.rows, after.rows, is, firm) : { pairs: [], gone: before.rows, come: after.rows }
  const place = new Map(after.rows.map((row, i) => [row, i]))
  const changed = pairs.map(([from, to]): RowChange => ({ change: 'changed', key: keyOf(from, is), from, to, cells: cellsBetween(from, to) }))
  const added = come.map((to): RowChange => ({ change: 'added', key: keyOf(to, is), from: null, to, cells: cellsBetween(null, to) }))
  const removed = gone.map((from): RowChange => ({ change: 'removed', key: keyOf(from, was), from, to: null, cells: cellsBetween(from, null) }))
  const present = [...changed.filter(({ cells }) => cells.length > 0), ...added]
  return [...present.toSorted((a, b) => (a.to && place.get(a.to) || 0) - (b.to && place.get(b.to) || 0)), ...removed]
}

/**
 * From one version of a figure to another, in cells and facts: digit for digit, so that "1.0" and "1.00" differ.
 * Nothing where only the looks, the order of rows or the way it is stored changed.
 */
export function compare(before: Figure, after: Figure): Difference {
  const [was, is] = [factsOf(before), factsOf(after)]
  const paths = [...new Set([...is.keys(), ...was.keys()])]
  return {
    rows: compareRows(before, after),
    facts: paths.flatMap((path) => compareFacts(path, was.get(path) ?? [], is.get(path) ?? [])),
  }
}

/** Whether two versions tell readers the same. */
export function tellSame(before: Figure, after: Figure): boolean {
  const { rows, facts } = compare(before, after)
  return rows.length === 0 && facts.length === 0
}
