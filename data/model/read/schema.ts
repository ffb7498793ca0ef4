/** Small readers of YAML nodes that put together say what a file must hold; each reports with the node's line. */
import { isDecimal } from '../quantity.ts'
import { FIRST_YEAR, LAST_YEAR, spanOf } from '../time.ts'
import { listed, quote, type Ledger } from './rules.ts'
import type { Entry, Fields, Node } from './yaml.ts'

/** Reads a node; `undefined` when it is not what it should be, which was then reported. */
export type Read<T> = (node: Node, ledger: Ledger) => T | undefined

/** A field that must be there, or one with a value for when it is not. */
export type Field<T> = { readonly read: Read<T>; readonly otherwise?: { readonly value: T } }
export type FieldsOf<T> = { readonly [K in keyof T]: Field<T[K]> }

export const required = <T>(read: Read<T>): Field<T> => ({ read })
export const optional = <T>(read: Read<T>, value: T): Field<T> => ({ read, otherwise: { value } })

const KINDS = { scalar: 'a word or a text', list: 'a list', fields: 'names with values' } as const

const wrongKind = (node: Node, wanted: Node['kind'], ledger: Ledger): undefined =>
  void ledger.add(
    node.line, `here stands ${node.kind === 'scalar' ? quote(node.text) : KINDS[node.kind]}`, `write ${KINDS[wanted]}`,
  )

/** A text that is not empty. */
export const word: Read<string> = (node, ledger) => {
  if (node.kind !== 'scalar') return wrongKind(node, 'scalar', ledger)
  if (node.text.trim() !== '') return node.text
  return void ledger.add(node.line, 'there is nothing after the colon', 'fill it in, or delete the line if it may be left out')
}

/** A text that passes a test; `what` and `remedy` tell what it should have been. */
export const wordThat = (is: (text: string) => boolean, what: string, remedy: string): Read<string> => (node, ledger) => {
  const text = word(node, ledger)
  if (text === undefined || is(text)) return text
  return void ledger.add(node.line, `${quote(text)} is not ${what}`, remedy)
}

/** One of a few codes. */
export const oneOf = <T extends string>(codes: readonly T[], what: string): Read<T> => (node, ledger) => {
  const text = word(node, ledger)
  const code = codes.find((known) => known === text)
  if (text !== undefined && code === undefined) ledger.add(node.line, `unknown ${what} ${quote(text)}`, suggest(text, codes))
  return code
}

/** Looks at what was read, with its line. */
export const checked = <T>(read: Read<T>, check: (value: T, line: number, ledger: Ledger) => void): Read<T> => (node, ledger) => {
  const value = read(node, ledger)
  if (value !== undefined) check(value, node.line, ledger)
  return value
}

/** What to write instead of a name that is not one of the known ones. */
export function suggest(name: string, known: readonly string[]): string {
  const near = nearest(name, known)
  return near ? `did you mean ${near}?` : `write ${listed(known)}`
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** The ids of figures, sections, sources, evidence and notes. */
export const isId = (text: string): boolean => ID.test(text)

export const id = wordThat(isId, 'an id', 'use small letters, digits and single hyphens, such as fdi-inflows')

/** Why a text is no time we can print, or null. */
export function timeFault(text: string): string | null {
  const span = spanOf(text)
  if (!span) return 'is not a date we can read'
  const isOutside = Number(span.start.slice(0, 4)) < FIRST_YEAR || Number(span.end.slice(0, 4)) > LAST_YEAR
  return isOutside ? `is outside ${FIRST_YEAR} to ${LAST_YEAR}` : null
}

export const TIME_REMEDY = 'write 2024, 2024-03, 2024-03-31, 2024-03~ (about) or 2021-09-03/2021-10-14 (from/to)'

/** An EDTF text. */
export const time: Read<string> = (node, ledger) => {
  const text = word(node, ledger)
  const fault = text === undefined ? null : timeFault(text)
  if (text === undefined || fault === null) return text
  return void ledger.add(node.line, `${quote(text)} ${fault}`, TIME_REMEDY)
}

export const decimal = wordThat(isDecimal, 'a number', 'write digits with a point, such as 38.5, without commas or signs')

/** A whole number from 0 to `most`. */
export const whole = (most: number): Read<number> => (node, ledger) => {
  const text = word(node, ledger)
  if (text === undefined) return undefined
  if (/^\d{1,9}$/.test(text) && Number(text) <= most) return Number(text)
  return void ledger.add(node.line, `${quote(text)} is not a whole number from 0 to ${most}`, `write one from 0 to ${most}`)
}

/** `true` or `false`, as a word of its own. */
export const flag: Read<boolean> = (node, ledger) => {
  const text = oneOf(['true', 'false'], 'answer')(node, ledger)
  return text === undefined ? undefined : text === 'true'
}

/** Every item of a list; `undefined` when one of them is broken, after all were looked at. */
export const listOf = <T>(read: Read<T>): Read<readonly T[]> => (node, ledger) => {
  if (node.kind !== 'list') return wrongKind(node, 'list', ledger)
  const items = node.items.map((item) => read(item, ledger))
  return items.every((item) => item !== undefined) ? items : undefined
}

/** Names with values, whatever they are. */
export const asFields: Read<Fields> = (node, ledger) => (node.kind === 'fields' ? node : wrongKind(node, 'fields', ledger))

/** Every value under names of the author's choosing, which pass `nameFault`. */
export const recordOf = <T>(
  read: Read<T>, nameFault: (name: string) => string | null = () => null,
): Read<Readonly<Record<string, T>>> =>
  (node, ledger) => {
    if (node.kind !== 'fields') return wrongKind(node, 'fields', ledger)
    const pairs = [...node.entries].map(([name, entry]) => {
      const fault = nameFault(name)
      if (fault !== null) {
        ledger.add(entry.line, `the name ${quote(name)} ${fault}`, 'use small letters, digits and single hyphens')
      }
      return [name, read(entry.node, ledger)] as const
    })
    const good = pairs.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
    return good.length === pairs.length ? Object.fromEntries(good) : undefined
  }

/** The known name nearest to a misspelt one: same beginning, or the same letters but one or two. */
function nearest(name: string, known: readonly string[]): string | null {
  const near = known.filter((other) => distance(name.toLowerCase(), other.toLowerCase()) <= Math.min(2, other.length - 1))
  return near[0] ?? null
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      const [above = 0, left = 0, corner = 0] = [row[j + 1], next[j], row[j]]
      next.push(Math.min(above + 1, left + 1, corner + (letter === other ? 0 : 1)))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/** Names that stand nowhere in a declaration. */
export function checkNames(entries: ReadonlyMap<string, Entry>, known: readonly string[], ledger: Ledger): void {
  for (const [name, { line }] of entries) {
    if (known.includes(name)) continue
    ledger.add(line, `unknown name ${quote(name)}`, suggest(name, known))
  }
}

/** Reads each field on its own: what is broken or missing is `undefined`, so that the rest can still be checked. */
export function partsOf<T extends object>(fields: Fields, ledger: Ledger, spec: FieldsOf<T>): Partial<T> {
  checkNames(fields.entries, Object.keys(spec), ledger)
  return readParts(fields, ledger, spec)
}

/** As `partsOf`, for fields that are declared in several pieces: other names are left for the other pieces. */
export function readParts<T extends object>(fields: Fields, ledger: Ledger, spec: FieldsOf<T>): Partial<T> {
  const parts: Partial<T> = {}
  for (const name in spec) {
    const entry = fields.entries.get(name)
    const { read, otherwise } = spec[name]
    const value = entry ? read(entry.node, ledger) : otherwise?.value
    if (value !== undefined) parts[name] = value
    else if (!entry) ledger.add(fields.line, `${name} is missing`, `add a line that begins with "${name}:"`)
  }
  return parts
}

/** Whether nothing was broken: every field of the declaration has a value. */
export const isWhole = <T extends object>(parts: Partial<T>, spec: FieldsOf<T>): parts is T =>
  Object.keys(spec).every((name) => Object.hasOwn(parts, name))

/** Fields of a known set, or `undefined` when one of them is broken. */
export const object = <T extends object>(spec: FieldsOf<T>): Read<T> => (node, ledger) => {
  if (node.kind !== 'fields') return wrongKind(node, 'fields', ledger)
  const parts = partsOf(node, ledger, spec)
  return isWhole(parts, spec) ? parts : undefined
}
