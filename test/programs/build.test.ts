/** A build is all or nothing, and the same files give the same bytes in whatever order a folder lists them. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { assemble, copyPath, type Built } from '../../data/programs/assemble.ts'
import { isFact } from '../../data/programs/folder.ts'
import { writeBuild } from '../../data/programs/output.ts'
import { hashOf } from '../../data/model/release.ts'
import { CACHE, ownIngredients } from './project.ts'

// Without a cache, all Japanese fonts are cut first.
vi.setConfig({ testTimeout: 120_000 })

const own = await ownIngredients()

async function built(facts = own.facts, code = own.code): Promise<Built> {
  const made = (await assemble({ ...own, facts, code }, CACHE)).built
  if (!made) throw new Error('the project does not build')
  return made
}

/** Every byte of a build as hashes, short enough to read when two differ. */
const summary = ({ entries, current, files, site }: Built) => ({
  entries: entries.map(({ kind, hash }) => `${kind}:${hash}`), current, site,
  files: files.map(({ path, content }) => `${path} ${createHash('sha256').update(content).digest('hex')}`),
})

/** Facts with one file's text changed. */
const edited = (path: string, change: (text: string) => string) => own.facts.map((file) =>
  file.path === path ? { path, bytes: new TextEncoder().encode(change(new TextDecoder().decode(file.bytes))) } : file)

describe('assemble', () => {
  it('gives the same bytes twice, and with the folders in another order', async () => {
    const first = await built()
    expect(summary(await built())).toEqual(summary(first))
    expect(summary(await built(own.facts.toReversed(), own.code.toReversed()))).toEqual(summary(first))
  })

  it('names every entry by the hash of its text, and copies each for the Worker', async () => {
    const { entries, files, current, site } = await built()
    for (const { hash, text } of entries) expect(await hashOf(text)).toBe(hash)
    const content = new Map(files.map((file) => [file.path, file.content]))
    for (const entry of entries) expect(content.get(copyPath(entry))).toBe(entry.text)
    expect(entries.some(({ kind, hash }) => kind === 'release' && hash === current.release)).toBe(true)
    expect(site.release).toBe(current.release)
  })

  it('has every asset that pages name, and the fonts that the release names', async () => {
    const { entries, files, site, current } = await built()
    const paths = files.map(({ path }) => `/${path}`)
    const { icon, stylesheets, pageSheet, sliceSheets, ownSheets, preloads } = site.assets
    const sheets = [...Object.values(stylesheets), pageSheet, ...Object.values(sliceSheets), ...Object.values(ownSheets).flatMap((own) => Object.values(own).filter(Boolean))]
    for (const url of [icon, ...sheets, ...Object.values(preloads).flat()]) expect(paths).toContain(url)
    const named = files.flatMap(({ path, content }) => (path.endsWith('.css') ? [...String(content).matchAll(/url\((\/assets\/fonts\/[^)]+)\)/g)] : []))
    expect(named.length).toBeGreaterThan(100)
    expect(named.map(([, url = '']) => url).filter((url) => !paths.includes(url))).toEqual([])
    const release = entries.find(({ hash }) => hash === current.release)?.text ?? ''
    const lists = [...release.matchAll(/"fonts":\{([^}]*)\}/g)].map(([, text = '']) => text)
    const fonts = lists.flatMap((text) => [...text.matchAll(/[0-9a-f]{64}/g)].map(([hash]) => hash))
    expect(fonts.length).toBeGreaterThan(6)
    for (const hash of fonts) expect(entries.some((entry) => entry.kind === 'file' && entry.hash === hash)).toBe(true)
  })

  it('changes only what the facts change', async () => {
    const before = await built()
    const after = await built(edited('dashboard.yaml', (text) => `${text}\n# a remark\n`))
    expect(summary(after)).toEqual(summary(before))
  })

  it('lists every problem with file, line and remedy, and builds nothing', async () => {
    const facts = edited('figures/screening/values.csv', (text) => text.replace(/only/, 'onyl'))
    const { built: nothing, problems } = await assemble({ ...own, facts }, CACHE)
    expect(nothing === null).toBe(true)
    const found = problems.find(({ file }) => file === 'figures/screening/values.csv')
    expect(found).toMatchObject({ line: 2, message: expect.stringContaining('onyl') })
  })

  it('refuses a character that no font has, and says where it stands', async () => {
    const facts = edited('figures/screening/figure.yaml', (text) => text.replace(/^(measure:\n(?:.*\n)??  ja: )/m, '$1\u{20b9f}'))
    const { built: nothing, problems } = await assemble({ ...own, facts }, CACHE)
    expect(nothing === null).toBe(true)
    const line = new TextDecoder().decode(facts.find(({ path }) => path === 'figures/screening/figure.yaml')?.bytes)
      .split('\n').findIndex((text) => text.includes('\u{20b9f}')) + 1
    expect(line).toBeGreaterThan(0)
    expect(problems[0]).toMatchObject({ file: 'figures/screening/figure.yaml', line })
    expect(problems[0]?.message).toBe('screening: no font has "\u{20b9f}" (U+20B9F) in ja, at measure')
  })
})

describe('writeBuild', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'supply-lines-build-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const small = (text: string, files: Built['files'] = [{ path: 'assets/a.css', content: text }]): Built => ({
    entries: [{ kind: 'figure', hash: text, text }], current: { release: text }, files,
    site: { release: text, code: '', host: '', assets: { stylesheets: {}, pageSheet: '', sliceSheets: {}, ownSheets: {}, preloads: {}, icon: '', scripts: {}, snippets: {}, resize: '' } },
  })
  const content = () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    const paths = files.map((one) => join(one.parentPath, one.name))
    return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]))
  }

  it('replaces the build before, leaving nothing of it', () => {
    writeBuild(folder, small('a'))
    writeBuild(folder, small('b'))
    expect(Object.keys(content()).sort())
      .toEqual(['entries/current.json', 'entries/figure/b.json', 'public/assets/a.css', 'site.json'])
    expect(content()['public/assets/a.css']).toBe('b')
  })

  it('leaves the build before as it was when writing fails', () => {
    writeBuild(folder, small('a'))
    const before = content()
    expect(() => writeBuild(folder, small('b', [{ path: 'x', content: '' }, { path: 'x/y', content: '' }]))).toThrow()
    expect(content()).toEqual(before)
  })
})

it.each([
  ['places.csv', true], ['dashboard.yaml', true], ['figures/a/values.csv', true], ['figures/a/figure.yaml', true],
  ['README.md', false], ['build.ts', false], ['model/figure.ts', false], ['tsconfig.json', false],
])('%s is a fact: %s', (path, expected) => {
  expect(isFact(path)).toBe(expected)
})
