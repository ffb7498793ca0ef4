/** Cases of the reader: a folder over the base folder, with edits; files the rules of a small site. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { expect } from 'vitest'
import type { Rules, SourceFile } from '../../data/model/read/rules.ts'

const CASES = join(import.meta.dirname, 'cases')

/** A small site: two languages, a few charts, and numbers said so that qualifier and place can be seen. */
export const RULES: Rules = {
  languages: ['en', 'ja'],
  charts: {
    headline: { shapes: ['claim'], needs: [] },
    dots: { shapes: ['shares'], needs: [] },
    lines: { shapes: ['series'], needs: ['join'] },
    columns: { shapes: ['series'], needs: [], byYear: true },
    again: { shapes: ['series'], needs: [], apart: ['published'], rescales: true },
    panels: { shapes: ['series'], needs: [], apart: ['measure'] },
    map: { shapes: ['series'], needs: [], places: ['VNM', 'THA'] },
    stack: { shapes: ['series', 'shares'], needs: ['parts'] },
    dates: { shapes: ['events'], needs: [] },
    grid: { shapes: ['matrix'], needs: [] },
  },
  tokens: ['japan', 'asean'],
  say: (row, lang, decimals, place) => `<${row.qualifier} ${row.value ?? `${row.lower}..${row.upper} `}${row.unit} ${lang} ${decimals} ${place}>`,
}

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const EXPECTATIONS = ['edits.txt', 'problems.txt', 'expected.json']

/** The files of a folder by path, without a case's own notes. */
function readFolder(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  return new Map(
    paths.filter((path) => !EXPECTATIONS.includes(path)).map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  )
}

/** Replaces the one place where `old` stands; a case that no longer fits the base must be seen. */
function replaceOnce(text: string, old: string, now: string, path: string): string {
  if (text.split(old).length !== 2) throw new Error(`${path} has not exactly one ${JSON.stringify(old)}`)
  return text.replace(old, () => now)
}

/**
 * `edits.txt`: `@ path`, then lines taken out (`- `) and put in (`+ `); `@ path gone` deletes the file,
 * and a path that is new is a new file.
 * Lines that follow each other are one block.
 */
function applyEdits(files: Map<string, string>, edits: string): void {
  for (const block of edits.split(/^(?=@ )/m).filter((text) => text.startsWith('@ '))) {
    const [head = '', ...lines] = block.trimEnd().split('\n')
    const [, path = '', gone] = head.split(' ')
    if (gone === 'gone') files.delete(path)
    else files.set(path, changed(files.get(path) ?? '', lines, path))
  }
}

function changed(text: string, lines: readonly string[], path: string): string {
  if (text === '') return lines.map((line) => `${line.slice(2)}\n`).join('')
  const groups: { old: string[]; now: string[] }[] = []
  for (const [i, line] of lines.entries()) {
    const last = groups.at(-1)
    const group = !last || (line.startsWith('-') && lines[i - 1]?.startsWith('+')) ? { old: [], now: [] } : last
    if (group !== last) groups.push(group)
    const side = line.startsWith('-') ? group.old : group.now
    side.push(line.slice(2))
  }
  return groups.reduce(
    (so, { old, now }) => replaceOnce(so, `${old.join('\n')}\n`, now.map((line) => `${line}\n`).join(''), path), text,
  )
}

/** The base folder, valid by itself. */
export const baseFiles = (): Map<string, string> => readFolder(join(CASES, 'base'))

/** Files as the build hands them over, frozen. */
export const sourceFiles = (files: ReadonlyMap<string, string>): readonly SourceFile[] =>
  Object.freeze([...files].map(([path, text]) => Object.freeze({ path, bytes: encode(text) })))

export const caseNames = (kind: 'valid' | 'invalid'): readonly string[] => readdirSync(join(CASES, kind)).toSorted()

/** The files of a case: the base, overlaid by the case's own files, then edited. */
export function caseFiles(kind: 'valid' | 'invalid', name: string): readonly SourceFile[] {
  const folder = join(CASES, kind, name)
  const files = new Map([...baseFiles(), ...readFolder(folder)])
  const edits = join(folder, 'edits.txt')
  if (existsSync(edits)) applyEdits(files, readFileSync(edits, 'utf8'))
  return sourceFiles(files)
}

/** Compares with the expectation beside the case. A missing one is written to be looked at, and is a failure in CI. */
export function expectFile(kind: 'valid' | 'invalid', name: string, file: string, actual: string): void {
  const path = join(CASES, kind, name, file)
  if (!existsSync(path)) {
    if (process.env['CI']) throw new Error(`${path} is missing: run the tests locally, look at it, commit it`)
    writeFileSync(path, actual)
  }
  expect(actual).toBe(readFileSync(path, 'utf8'))
}
