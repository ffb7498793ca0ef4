/** Purity is the compiler's business: what a room must not know does not compile there. Proved with code that must fail. */
import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { ROOT } from './source.ts'

const run = promisify(execFile)

/** Inside the project, so that a room's types are found as they are for the room. */
const FOLDER = join(ROOT, '.build', `purity-${process.pid}`)

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }))

/** What the compiler says of one more file of a room, '' when it has nothing to say. */
async function compile(config: string, name: string, text: string): Promise<string> {
  const folder = join(FOLDER, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'example.ts'), text)
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({
    extends: join(ROOT, config),
    compilerOptions: { composite: false, noEmit: true, emitDeclarationOnly: false, incremental: false, tsBuildInfoFile: null, noUnusedLocals: false, rootDir: ROOT },
    files: ['example.ts', join(ROOT, 'data/model/platform.d.ts')].slice(0, config.startsWith('worker') ? 1 : 2), include: [], references: [],
  }))
  try {
    await run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder])
    return ''
  } catch (error) {
    return typeof error === 'object' && error !== null && 'stdout' in error ? String(error.stdout) : String(error)
  }
}

type Example = readonly [what: string, code: string, complaint: RegExp]

const DOM: Example = ['the page', 'export const title = document.title', /error TS2584: Cannot find name 'document'/]
const PROCESS: Example = ['Node', 'export const folder = process.cwd()', /error TS2\d{3}: Cannot find name 'process'/]
const MODULES: Example = ['Node’s modules', "import { readFileSync } from 'node:fs'\nexport const text = readFileSync('x')", /error TS2\d{3}: Cannot find (?:module|name) 'node:fs'/]
const WORKERS: Example = ['Workers', 'export const kv: KVNamespace | null = null', /error TS2304: Cannot find name 'KVNamespace'/]
const CLOCK: Example = ['timers', 'export const later = setTimeout(() => undefined, 1)', /error TS2\d{3}: Cannot find name 'setTimeout'/]
const NET: Example = ['the net', "export const answer = fetch('https://example.org')", /error TS2\d{3}: Cannot find name 'fetch'/]

const ROOMS: Readonly<Record<string, { readonly mustFail: readonly Example[]; readonly mayPass: string }>> = {
  'data/tsconfig.json': {
    mustFail: [DOM, PROCESS, MODULES, WORKERS, CLOCK, NET],
    mayPass: "export const bytes: Uint8Array = new TextEncoder().encode('a')",
  },
  'web/tsconfig.json': {
    mustFail: [DOM, PROCESS, MODULES, WORKERS, CLOCK, NET],
    mayPass: "export const path: string = new URL('https://example.org/a').pathname",
  },
  'web/tsconfig.view.json': {
    mustFail: [PROCESS, MODULES, WORKERS],
    mayPass: "import { h } from 'preact'\nexport const view = h('p', null)",
  },
  'worker/tsconfig.json': {
    // its runtime has a `process` of its own
    mustFail: [DOM, MODULES],
    mayPass: "export const kv: KVNamespace | null = null\nexport const answer = fetch('https://example.org')",
  },
}

describe.each(Object.entries(ROOMS))('%s', (config, { mustFail, mayPass }) => {
  const room = config.replaceAll(/\W/g, '-')

  it('compiles what the room may know', async () => {
    expect(await compile(config, `${room}-passes`, mayPass)).toBe('')
  })

  it.each(mustFail)('does not know %s', async (what, code, complaint) => {
    expect(await compile(config, `${room}-${what.replaceAll(/\W/g, '')}`, code)).toMatch(complaint)
  })

  it('is as strict as the house asks', async () => {
    const lax = [
      ['export const f = (a) => a', 'TS7006'], ['export const n: string = [\'a\'][0]', 'TS2322'], ['export const o: { a?: string } = { a: undefined }', 'TS2375'],
      ['export enum E { A }', 'TS1294'], ['export function g(a: string): string { if (a) return a }', 'TS2366'],
    ] as const
    const said = await compile(config, `${room}-lax`, lax.map(([code]) => code).join('\n'))
    expect(lax.filter(([, complaint]) => !said.includes(complaint)).map(([code]) => code)).toEqual([])
  })
})

it('every folder of source belongs to a room that is compiled', () => {
  const compiled = ['data/model', 'data/programs', 'web/address', 'web/chart', 'web/fonts', 'web/live', 'web/look', 'web/pages', 'web/view', 'web/words', 'worker']
  const there = ['data', 'web'].flatMap((room) => readdirSync(join(ROOT, room), { withFileTypes: true })
    .filter((entry) => entry.isDirectory()).map((entry) => `${room}/${entry.name}`))
  expect(there.filter((folder) => !compiled.includes(folder) && folder !== 'data/figures')).toEqual([])
})
