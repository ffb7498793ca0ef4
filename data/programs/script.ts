/** The browser side as one file a language: the words of the others, and what only pages say, are left out. */
import { join } from 'node:path'
import { build, type Plugin } from 'vite'

/** The exports of web/words/<language>/pages.ts, without their words. */
const PAGES_ONLY = `export const pages = {}, rights = {}, columns = {}, bounds = String, citation = String,
  problem = () => ({ title: '', detail: '' })`

/** Problems are thrown and caught in the browser; what they say is the server's. */
const PROBLEM = 'export class Problem extends Error {}'

/** What stands in for a module that the browser side of this language never uses. */
function standIn(path: string, lang: string, languages: readonly string[]): string | null {
  if (path.endsWith('/web/problem.ts')) return PROBLEM
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

/** Functions of d3-array that only prepare what we never call; nothing happens when they are called. */
const PURE = ['bisector', 'Blur2', 'shuffler']

/** The text of the module that wakes pages of a language up. */
export async function bundleScript(root: string, lang: string, languages: readonly string[]): Promise<string> {
  const built = await build({
    configFile: false, logLevel: 'error', publicDir: false, root,
    plugins: [oneLanguage(lang, languages)],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { write: false, target: 'es2022', modulePreload: false, rolldownOptions: {
      input: join(root, 'web/live/main.tsx'), treeshake: { manualPureFunctions: PURE, propertyReadSideEffects: false },
    } },
  })
  const files = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []))
  const scripts = files.filter((file) => file.type === 'chunk')
  const [script] = scripts
  if (!script || scripts.length !== 1) throw new Error(`the browser side of ${lang} came out as ${scripts.length} files instead of one`)
  return script.code
}
