/** The project's own source, parsed: for tests of how it is written. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parseSync } from 'vite'

export const ROOT = join(import.meta.dirname, '../..')

/** A node of the syntax tree, ESTree with TypeScript's additions. */
export type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [field: string]: unknown }

export type Comment = { readonly type: string; readonly value: string; readonly start: number; readonly end: number }

export type Source = {
  /** From the root, with '/'. */
  readonly path: string
  readonly text: string
  readonly lines: readonly string[]
  readonly program: Node
  readonly comments: readonly Comment[]
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** The nodes right below a node. */
export const children = (node: Node): Node[] => Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value])).filter(isNode)

const walked = new WeakMap<Node, readonly Node[]>()

const walk = (node: Node): Node[] => [node, ...children(node).flatMap(walk)]

/** A node and everything below it. */
export function everything(node: Node): readonly Node[] {
  const all = walked.get(node) ?? walk(node)
  walked.set(node, all)
  return all
}

/** The line of a position, counted from 1. */
export function lineAt({ text }: Source, position: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < position; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** `path:line`, as failures name a place. */
export const placeOf = (source: Source, { start }: { readonly start: number }): string => `${source.path}:${lineAt(source, start)}`

function parsed(path: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const { program, comments, errors } = parseSync(path, text)
  if (errors.length) throw new Error(`${path} cannot be parsed: ${errors[0]?.message ?? ''}`)
  if (!isNode(program)) throw new Error(`${path} has no program`)
  return { path, text, lines: text.trimEnd().split('\n'), program, comments }
}

/** Paths of files below a folder, from the root. */
export const filesIn = (folder: string): string[] => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/')).toSorted()

/** All TypeScript of a folder but declarations of what others wrote. */
export const sourcesIn = (folder: string): Source[] =>
  filesIn(folder).filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts')).map(parsed)

/** What a file imports and exports from, type imports too, and what it loads later. */
export function importsOf({ program }: Source): { specifier: string; node: Node }[] {
  return everything(program).flatMap((node) => {
    const { source } = node
    if (!['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression', 'TSImportType'].includes(node.type)) return []
    const from = isNode(source) ? source['value'] : isNode(node['argument']) ? node['argument']['value'] : null
    return typeof from === 'string' ? [{ specifier: from, node }] : []
  })
}

export type Named = { readonly name: string; readonly node: Node; readonly exported: boolean; readonly statement: Node }

const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']

/** The functions inside a node, at any depth, each once. */
export const functionsIn = (node: Node): Node[] => everything(node).filter(({ type, body }) => FUNCTIONS.includes(type) && isNode(body))

const nameOf = (node: unknown): string => (isNode(node) && typeof node['name'] === 'string' ? node['name'] : '')

/** Functions declared at the top of a file, by `function` or as a constant. */
export function topFunctions({ program }: Source): Named[] {
  return children(program).flatMap((statement) => {
    const exported = statement.type === 'ExportNamedDeclaration'
    const node = exported && isNode(statement['declaration']) ? statement['declaration'] : statement
    if (node.type === 'FunctionDeclaration') return [{ name: nameOf(node['id']), node, exported, statement }]
    if (node.type !== 'VariableDeclaration') return []
    return children(node).flatMap(({ id, init }) =>
      (isNode(init) && FUNCTIONS.includes(init.type) ? [{ name: nameOf(id), node: init, exported, statement }] : []))
  })
}

/** The comment that ends right above a node, or null. */
export function commentAbove(source: Source, node: Node): Comment | null {
  const before = source.comments.filter(({ end }) => end <= node.start).at(-1)
  return before && source.text.slice(before.end, node.start).trim() === '' ? before : null
}
