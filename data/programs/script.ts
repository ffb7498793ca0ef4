/** The browser side of each language: one file, and one for each chart type that waits until it is shown. */
import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import { wordsOf } from '../../web/words/index.ts'
import { inlineMessages } from './inline.ts'

/** The exports of web/words/<language>/pages.ts, without their words. */
const PAGES_ONLY = `export const pages = {}, rights = {}, columns = {}, bounds = String, citation = String,
  problem = () => ({ title: '', detail: '' })`

/** Problems are thrown and caught in the browser; what they say is the server's. */
const PROBLEM = 'export class Problem extends Error {}'

/** Elements by Preact's own function, which is there anyway: its runtime for JSX has one more, with what only debuggers read. */
const ELEMENTS = `import { createElement, Fragment } from 'preact'
const jsx = (type, props, key) => createElement(type, key === undefined ? props : { ...props, key })
export { jsx, jsx as jsxs, Fragment }`

/** What stands in for a module that the browser side of this language never uses. */
function standIn(path: string, lang: string, languages: readonly string[]): string | null {
  if (path.endsWith('/web/chart/types/index.ts')) return "export { chartOf } from '../../live/types.ts'"
  if (path.endsWith('/web/problem.ts')) return PROBLEM
  if (path.includes('/preact/jsx-runtime/')) return ELEMENTS
  const other = languages.find((one) => one !== lang && path.endsWith(`/web/words/${one}/index.ts`))
  if (other !== undefined) return `export const ${other} = null`
  return path.endsWith(`/web/words/${lang}/pages.ts`) ? PAGES_ONLY : null
}

const oneLanguage = (lang: string, languages: readonly string[]): Plugin => ({
  name: 'one-language',
  enforce: 'pre',
  load: (path) => standIn(path.replaceAll('\\', '/'), lang, languages),
  // In the browser colours have names; their values are in the style sheet.
  transform: (code, path) => (path.endsWith('tokens.ts') ? code.replaceAll(/\{ light: '[^']*', dark: '[^']*' \}/g, '0') : null),
})

/** What every page that wakes up loads: one file packs better than several. Copy buttons and the dialog come when they are asked for. */
const BASE = /node_modules|\/web\/(?:live\/(?!copy|snippets)|(?:view|words|look)\/)|\/web\/chart\/(?:say|measure|widths|draw|describe|select|title|scene|mark)\.ts|\/data\/model\//

/** Functions of d3-array that only prepare what we never call; nothing happens when they are called. */
const PURE = ['bisector', 'Blur2', 'shuffler']

/** A mark that bundlers read and browsers do not; after a word its place stays free. */
const FOR_BUNDLERS = /(\w?)\/\* @__PURE__ \*\/ /g

/** What a page names, and everything below the public folder that this loads in turn. */
export type Script = {
  readonly entry: string
  /** Copy buttons and the dialog they stand in: the module of web/live/snippets.ts. */
  readonly snippets: string
  readonly files: readonly { readonly path: string; readonly content: string }[]
}

/** A small script of one file, as a classic one that leaves no names behind. */
export async function bundleSmall(root: string, path: string): Promise<string> {
  const built = await build({
    configFile: false, logLevel: 'error', publicDir: false, root,
    build: { write: false, target: 'es2022', lib: { entry: join(root, path), formats: ['iife'], name: 'supplyLines' }, rolldownOptions: { output: { minify: true } } },
  })
  const [chunk] = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []))
  if (chunk?.type !== 'chunk') throw new Error(`no script came out of ${path}`)
  return chunk.code.trim()
}

/** The modules that wake pages of a language up, under names that hold a hash of what is in them. */
export async function bundleScript(root: string, lang: string, languages: readonly string[]): Promise<Script> {
  const built = await build({
    configFile: false, logLevel: 'error', publicDir: false, root,
    plugins: [oneLanguage(lang, languages), inlineMessages(join(root, 'web'), lang, wordsOf(lang).messages)],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    // as a library: chart types are imported as they are, without Vite's own loader around them
    build: { write: false, target: 'es2022', lib: { entry: join(root, 'web/live/main.tsx'), formats: ['es'] }, rolldownOptions: {
      preserveEntrySignatures: false, treeshake: { manualPureFunctions: PURE, propertyReadSideEffects: false },
      output: { entryFileNames: `assets/${lang}-[hash].js`, chunkFileNames: `assets/${lang}-[name]-[hash].js`, minify: true, codeSplitting: { groups: [{ name: 'base', test: BASE }] } },
    } },
  })
  const chunks = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []))
    .filter((file) => file.type === 'chunk')
  const entry = chunks.find((chunk) => chunk.isEntry)
  const snippets = chunks.find(({ name }) => name === 'snippets')
  if (!entry || !snippets) throw new Error(`the browser side of ${lang} came out without a beginning`)
  return { entry: entry.fileName, snippets: snippets.fileName, files: chunks.map(({ fileName, code }) => ({ path: fileName, content: code.replace(FOR_BUNDLERS, (_, word: string) => word && `${word} `) })) }
}
