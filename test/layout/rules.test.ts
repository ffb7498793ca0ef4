/** The house rules that a machine can check: sizes, names, types, imports, and what every file and function says of itself. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  commentAbove, everything, filesIn, functionsIn, importsOf, lineAt, placeOf, ROOT, sourcesIn, topFunctions, type Node, type Source,
} from './source.ts'

const FILE_LINES = 250
const FUNCTION_LINES = 40

const code = ['data', 'web', 'worker'].flatMap(sourcesIn)
const tests = sourcesIn('test')
const all = [...code, ...tests]

type Room = 'data' | 'web' | 'live' | 'worker' | 'programs' | 'test'

/** Libraries live in rooms; programs and tests stand on top of them. */
function roomOf(path: string): Room {
  if (path.startsWith('test/')) return 'test'
  if (path.startsWith('data/model/')) return 'data'
  if (path.startsWith('data/') || path.startsWith('web/fonts/')) return 'programs'
  if (path.startsWith('web/live/')) return 'live'
  return path.startsWith('worker/') ? 'worker' : 'web'
}

/** Leftwards only: data ← web ← worker. What only browsers load stands beside the Worker. */
const MAY_IMPORT: Readonly<Record<Room, readonly Room[]>> = {
  data: ['data'],
  web: ['data', 'web'],
  live: ['data', 'web', 'live'],
  worker: ['data', 'web', 'worker'],
  programs: ['data', 'web', 'worker', 'live', 'programs'],
  test: ['data', 'web', 'worker', 'live', 'programs', 'test'],
}

/** Libraries that a room may use; the build's programs and the tests may use any. */
const PACKAGES: Partial<Record<Room, readonly string[]>> = {
  data: ['csv-parse', 'edtf', 'valibot', 'yaml'],
  // of schema-dts the types alone: it has nothing else
  web: ['budoux', 'd3', 'preact', 'preact-render-to-string', 'schema-dts'],
  live: ['d3', 'preact'],
  worker: ['@resvg/resvg-wasm', 'fflate', 'hono', 'hyparquet-writer', 'valibot'],
}

/** Pixels and words know nothing of markup. */
const PURE_WEB = /^web\/(?:chart|words|address|look)\/|^web\/(?:address|problem)\.ts$/
const MARKUP = /^web\/(?:view|pages|live)\/|^web\/print\.tsx$/

const isRelative = (specifier: string): boolean => specifier.startsWith('.')
const target = (source: Source, specifier: string): string => normalize(join(dirname(source.path), specifier.replace(/\?.*$/, ''))).replaceAll('\\', '/')
const packageOf = (specifier: string): string => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')

const offences = (sources: readonly Source[], find: (source: Source) => readonly (Node | string)[]): string[] =>
  sources.flatMap((source) => find(source).map((found) => (typeof found === 'string' ? `${source.path}: ${found}` : placeOf(source, found))))

const nodes = (source: Source, type: string): Node[] => everything(source.program).filter((node) => node.type === type)

it('reads the source of every room', () => {
  for (const room of Object.keys(MAY_IMPORT)) expect([room, all.some(({ path }) => roomOf(path) === room)]).toEqual([room, true])
  expect(code.length).toBeGreaterThan(100)
})

describe('size', () => {
  it(`no file is longer than ${FILE_LINES} lines`, () => {
    expect(offences(all, ({ lines }) => (lines.length > FILE_LINES ? [`${lines.length} lines`] : []))).toEqual([])
  })

  /** Lines of a function without those of functions that are declared in it: they are measured by themselves. */
  const ownLines = (source: Source, node: Node): number => {
    const span = (of: Node) => lineAt(source, of.end) - lineAt(source, of.start) + 1
    const declared = functionsIn(node).filter((inner) => inner !== node && inner.type === 'FunctionDeclaration')
    return span(node) - declared.reduce((sum, inner) => sum + span(inner), 0)
  }

  it(`no function is longer than ${FUNCTION_LINES} lines`, () => {
    expect(offences(code, (source) => functionsIn(source.program).filter((node) => ownLines(source, node) > FUNCTION_LINES))).toEqual([])
  })
})

describe('types', () => {
  it('nothing is `any`, and nothing is said to be there that may not be', () => {
    expect(offences(all, (source) => [...nodes(source, 'TSAnyKeyword'), ...nodes(source, 'TSNonNullExpression')])).toEqual([])
  })

  it('no complaint of the compiler is silenced', () => {
    expect(offences(all, ({ comments }) => comments.filter(({ value }) => /@ts-(?:ignore|nocheck)|eslint-disable|biome-ignore/.test(value)).map(({ value }) => value))).toEqual([])
  })

  it('an `as` stands beside a comment that says what made it true', () => {
    const isConst = ({ typeAnnotation }: Node) => JSON.stringify(typeAnnotation).includes('"name":"const"')
    const isSaid = (source: Source, node: Node) => source.comments.some(({ end }) => {
      const below = lineAt(source, node.start) - lineAt(source, end)
      return below <= 3 && lineAt(source, end) <= lineAt(source, node.end)
    })
    expect(offences(code, (source) => nodes(source, 'TSAsExpression').filter((node) => !isConst(node) && !isSaid(source, node)))).toEqual([])
  })
})

describe('state', () => {
  it('no file keeps a variable between calls', () => {
    const kept = ({ program }: Source): Node[] => everything(program).filter(({ type, kind }) => type === 'VariableDeclaration' && kind !== 'const')
    const top = (source: Source) => {
      const inside = functionsIn(source.program)
      return kept(source).filter(({ start }) => !inside.some((inner) => inner.start < start && start < inner.end))
    }
    // the one exception keeps its copies in a constant map, so that even it needs none
    expect(offences(code, (source) => top(source).filter((node) => !isInLoop(source, node)))).toEqual([])
  })

  const isInLoop = ({ program }: Source, node: Node): boolean =>
    everything(program).some(({ type, start, end }) => /^For/.test(type) && start <= node.start && node.end <= end)
})

describe('words', () => {
  it('every file opens with a sentence that says what it is for', () => {
    expect(offences(all, ({ text, comments: [first] }) => {
      const said = first?.value.replaceAll(/^\*|\n\s*\*/g, ' ').trim() ?? ''
      return text.startsWith('/**') && /^.{4,}[.:)。]/su.test(said) ? [] : ['no sentence']
    })).toEqual([])
  })

  it('an exported function of more than a few lines says what it promises', () => {
    const isMain = (source: Source, name: string) => name.toLowerCase() === basename(source.path).replace(/\.tsx?$/, '').toLowerCase()
    expect(offences(code.filter(({ path }) => path.endsWith('.ts')), (source) => topFunctions(source)
      .filter(({ name, node, exported, statement }) => exported && !isMain(source, name) && name !== 'main' &&
        lineAt(source, node.end) - lineAt(source, node.start) >= 3 && !commentAbove(source, statement)).map(({ statement }) => statement))).toEqual([])
  })

  it('nothing is left to be done later, and no test is left out', () => {
    const left = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].map((word) => `\\b${word}\\b`).join('|'))
    expect(offences(all, ({ comments }) => comments.map(({ value }) => value).filter((value) => left.test(value)))).toEqual([])
    expect(offences(tests, ({ lines }) => lines.filter((line) => /\b(?:it|test|describe)\.(?:only|skip|todo|fails)\b/.test(line)))).toEqual([])
  })

  it('files and folders are called what they are', () => {
    const vague = /(?:^|\/)(?:utils?|helpers?|common|shared|core|misc|managers?)(?:\/|\.|$)/
    expect(all.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([])
    expect(all.map(({ path }) => path).filter((path) => !/^[a-z0-9/.-]+$/.test(path))).toEqual([])
  })
})

describe('imports', () => {
  it('go leftwards only: data ← web ← worker', () => {
    expect(offences(all, (source) => importsOf(source).filter(({ specifier }) => isRelative(specifier) && /\.tsx?$/.test(specifier) &&
      !MAY_IMPORT[roomOf(source.path)].includes(roomOf(target(source, specifier)))).map(({ specifier }) => specifier))).toEqual([])
  })

  it('name the file with its ending, and the file is there', () => {
    const there = new Set([...all.map(({ path }) => path), ...['data', 'web', 'worker', 'test'].flatMap(filesIn)])
    expect(offences(all, (source) => importsOf(source).filter(({ specifier }) => isRelative(specifier) && !specifier.includes('/.build/') &&
      !there.has(target(source, specifier))).map(({ specifier }) => specifier))).toEqual([])
  })

  it('of chart, words and addresses know no markup', () => {
    expect(offences(code.filter(({ path }) => PURE_WEB.test(path)), (source) => importsOf(source)
      .filter(({ specifier }) => isRelative(specifier) && MARKUP.test(target(source, specifier))).map(({ specifier }) => specifier))).toEqual([])
    expect(code.filter(({ path }) => PURE_WEB.test(path) && path.endsWith('.tsx')).map(({ path }) => path)).toEqual([])
  })

  it('of libraries are the few that the room is meant to use, and no library knows Node', () => {
    expect(offences(code, (source) => {
      const allowed = PACKAGES[roomOf(source.path)]
      return allowed ? importsOf(source).map(({ specifier }) => specifier).filter((specifier) => !isRelative(specifier) && !allowed.includes(packageOf(specifier))) : []
    })).toEqual([])
  })

  it('of programs and tests are of packages that package.json names', () => {
    const { dependencies, devDependencies }: Record<string, Record<string, string>> = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    const named = Object.keys({ ...dependencies, ...devDependencies })
    expect(offences(all, (source) => importsOf(source).map(({ specifier }) => specifier)
      .filter((specifier) => !isRelative(specifier) && !/^(?:node|cloudflare):/.test(specifier) && !named.includes(packageOf(specifier))))).toEqual([])
    const used = new Set(all.flatMap(importsOf).map(({ specifier }) => packageOf(specifier)))
    expect(Object.keys(dependencies ?? {}).filter((name) => !used.has(name))).toEqual([])
  })

  it('never go in a circle', () => {
    const values = new Map(code.map((source) => [source.path, importsOf(source)
      .filter(({ node, specifier }) => isRelative(specifier) && node['importKind'] !== 'type' && node['exportKind'] !== 'type' && node.type !== 'TSImportType')
      .map(({ specifier }) => target(source, specifier))]))
    const done = new Set<string>()
    const circles: string[] = []
    const walk = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) return void circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      if (done.has(path)) return
      for (const next of values.get(path) ?? []) walk(next, [...trail, path])
      done.add(path)
    }
    for (const path of values.keys()) walk(path, [])
    expect(circles).toEqual([])
  })
})

it('nothing stands at the top that a newcomer would not look for', () => {
  const known = [
    'README.md', 'LICENSE', 'CITATION.cff', 'CHANGELOG.md', 'CONTRIBUTING.md', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'wrangler.toml',
    '.gitignore', '.ci', 'data', 'web', 'worker', 'test',
  ]
  /** Made on the machine, and ignored. */
  const made = ['.git', 'node_modules', '.build', '.wrangler', '.npmrc']
  expect(readdirSync(ROOT).filter((name) => !known.includes(name) && !made.includes(name))).toEqual([])
})
