/** The browser side as it is bundled: one beginning, a file a chart type, and never more than the budget to read one chart. */
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bundleScript, bundleSmall } from '../../data/programs/script.ts'
import { CHARTS } from '../../web/chart/types/index.ts'
import { LANGUAGES, wordsOf } from '../../web/words/index.ts'

/** Brotli bytes of JavaScript to interact with one chart; a budget is not there to be raised. */
const SCRIPT = 25_000

describe('scripts of embeds', () => {
  const small = (path: string) => bundleSmall(join(import.meta.dirname, '../..'), path)

  it('say a height in every protocol within 600 bytes, gzipped', async () => {
    const code = await small('web/live/resize.ts')
    for (const word of ['datawrapper-height', 'embed-size', 'iframe.resize', 'set-height', 'pymxPYMx', 'secret']) expect(code).toContain(word)
    expect(gzipSync(code).length).toBeLessThanOrEqual(600)
  })

  it('leave no name behind in a page that is not ours', async () => {
    expect(await small('web/live/host.ts')).toMatch(/^\(function\(\)\{.*\}\)\(\);?$/s)
  })
})

describe.each(LANGUAGES)('the script in %s', async (lang) => {
  const { entry, files } = await bundleScript(join(import.meta.dirname, '../..'), lang, LANGUAGES)
  const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
  const codeOf = (name: string) => files.find(({ path }) => nameOf(path) === name)?.content ?? ''

  /** The files a module imports at once, with itself. */
  function closure(name: string, seen = new Set<string>()): ReadonlySet<string> {
    if (seen.has(name)) return seen
    seen.add(name)
    for (const [, next = ''] of codeOf(name).matchAll(/(?:from|^import|;import) ?["`]\.\/([^"`]+)["`]/g)) closure(next, seen)
    return seen
  }

  it('begins with one file that is below the folder of public files', () => {
    expect(files.map(({ path }) => path)).toContain(entry)
    expect(files.every(({ path }) => /^assets\/[\w-]+\.js$/.test(path))).toBe(true)
  })

  it.each(Object.keys(CHARTS))('reads %s within its budget', (chart) => {
    const file = files.find(({ path }) => nameOf(path).startsWith(`${lang}-${chart}-`))
    expect(file, 'a file of its own').toBeDefined()
    const loaded = new Set([...closure(nameOf(entry)), ...closure(nameOf(file?.path ?? ''))])
    expect(loaded.size).toBeGreaterThan(1)
    const size = [...loaded].reduce((sum, name) => sum + brotliCompressSync(codeOf(name)).length, 0)
    expect(size).toBeGreaterThan(15_000)
    expect(size).toBeLessThanOrEqual(SCRIPT)
  })

  it('holds the words of its own language only', () => {
    const all = files.map(({ content }) => content).join('\n')
    expect(LANGUAGES.filter((one) => all.includes(wordsOf(one).messages.emptySelection))).toEqual([lang])
  })
})
