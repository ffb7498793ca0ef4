/** Reads the figures' files and the transcribed facts with other readers than the project's own. */
import { csvParse, type DSVRowArray } from 'd3-dsv'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'vitest'
import * as v from 'valibot'
import { parse as parseYaml } from 'yaml'

/** What these tests read of a figure.yaml. */
const Count = v.union([v.string(), v.object({ value: v.string(), qualifier: v.string() })])
const Words = v.object({
  evidence: v.record(v.string(), v.object({
    n: v.optional(Count), asked: v.optional(Count), fieldwork: v.optional(v.string()), published: v.string(),
  })),
  defaults: v.optional(v.record(v.string(), v.string()), {}),
  not_drawn: v.optional(v.array(v.object({ of: v.array(v.string()), time: v.string() })), []),
  derived: v.optional(v.array(v.object({ inputs: v.array(v.object({ value: v.string() })) })), []),
})

const root = join(import.meta.dirname, '../../..')
/** The folder that the transcription was copied from, where there is one. */
export const originals = process.env['RESEARCH']

/** A test of the transcription itself, which there is where its originals are. */
export function withOriginals(name: string, test: (originals: string) => void): void {
  if (originals !== undefined) it(name, () => test(originals))
}

/** Rows of a CSV file. */
export const table = (path: string): DSVRowArray => csvParse(readFileSync(path, 'utf8'))
/** A file of test/research. */
export const facts = (name: string) => table(join(root, 'test/research', name))
/** The values.csv of a figure. */
export const values = (figure: string) => table(join(root, 'data/figures', figure, 'values.csv'))
/** What these tests read of a figure.yaml, all of it as text. */
export const words = (figure: string) =>
  v.parse(Words, parseYaml(readFileSync(join(root, 'data/figures', figure, 'figure.yaml'), 'utf8'), { schema: 'failsafe' }))

/** Rows without what d3-dsv hangs on them. */
export const cells = (rows: Iterable<object>) => [...rows].map((row) => ({ ...row }))
/** In one order, so that files in any order compare. */
export const sorted = (lines: readonly string[]) => [...lines].sort()
