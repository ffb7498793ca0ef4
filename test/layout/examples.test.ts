/** Examples in comments, `call(…) // => value`, are run and give that value. */
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importsOf, sourcesIn, type Source } from './source.ts'

type Module = Readonly<Record<string, unknown>>
type Example = { readonly path: string; readonly call: string; readonly value: string }

const modules = import.meta.glob<Module>(['../../data/model/**/*.ts', '../../web/**/*.ts', '../../worker/**/*.ts', '!**/*.d.ts'])

/** A line that is an example as a whole, or has one between back ticks. */
const WHOLE = /^([A-Za-z]\w*\(.*?) \/\/ => (.+)$/
const INLINE = /`([^`]+?) \/\/ => ([^`]+)`/

/** The examples in the comments of a file. */
export const examplesIn = ({ path, comments }: Pick<Source, 'path' | 'comments'>): Example[] =>
  comments.filter(({ value }) => value.startsWith('*')).flatMap(({ value: comment }) => comment.split('\n').flatMap((text) => {
    const line = text.replace(/^\s*\*\s?/, '').trim()
    const [, call, value] = WHOLE.exec(line) ?? INLINE.exec(line) ?? []
    return call !== undefined && value !== undefined ? [{ path, call, value }] : []
  }))

/** Evaluates an expression with a module's exports by name. */
function evaluate(expression: string, exports: Module): unknown {
  return new Function(...Object.keys(exports), `'use strict'; return (${expression})`)(...Object.values(exports))
}

/** What an example may name: what its file exports, and what the files that it imports do. */
async function scopeOf(path: string): Promise<Module> {
  const source = sources.find((one) => one.path === path)
  const near = (source ? importsOf(source) : []).map(({ specifier }) => posix.join(posix.dirname(path), specifier))
  const loaded = await Promise.all([...near, path].map((file) => modules[`../../${file}`]?.() ?? {}))
  return Object.assign({}, ...loaded)
}

const sources = ['data/model', 'web', 'worker'].flatMap(sourcesIn)
const examples = sources.flatMap(examplesIn)

it('finds examples in both forms, and no other lines', () => {
  const comment = '*\n * A sum.\n *\n * add(1, 2) // => 3\n * negate(1) // => -1\n'
  expect(examplesIn({ path: 'a', comments: [{ type: 'Block', value: comment, start: 0, end: 0 }] })).toEqual([
    { path: 'a', call: 'add(1, 2)', value: '3' }, { path: 'a', call: 'negate(1)', value: '-1' }])
  expect(examplesIn({ path: 'a', comments: [{ type: 'Block', value: '* Sum: `add(1, 2) // => 3`.', start: 0, end: 0 }] })).toEqual([{ path: 'a', call: 'add(1, 2)', value: '3' }])
  expect(examplesIn({ path: 'a', comments: [{ type: 'Line', value: ' add(1, 2) // => 3', start: 0, end: 0 }] })).toEqual([])
  expect(evaluate('add(1, 2)', { add: (a: number, b: number) => a + b })).toBe(3)
})

describe('examples in comments', () => {
  it('are many, all in files that can be loaded here, and no arrow is passed over', () => {
    expect(examples.length).toBeGreaterThanOrEqual(20)
    expect(examples.filter(({ path }) => !Object.hasOwn(modules, `../../${path}`))).toEqual([])
    expect(examples.length).toBe(sources.flatMap(({ comments }) => comments).reduce((sum, { value }) => sum + value.split('// =>').length - 1, 0))
  })

  it.each(examples)('$path: $call is $value', async ({ path, call, value }) => {
    const scope = await scopeOf(path)
    expect(evaluate(call, scope)).toEqual(evaluate(value, scope))
  })
})
