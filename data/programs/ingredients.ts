/** Everything a build is made from, read from the folders of the project. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { COLOURS } from '../../web/look/tokens.ts'
import { CHARTS } from '../../web/chart/types/index.ts'
import { LANGUAGES, WORDS, wordsOf } from '../../web/words/index.ts'
import { quantity } from '../../web/words/number.ts'
import type { Rules, SourceFile } from '../model/read/rules.ts'
import type { Ingredients } from './assemble.ts'
import { filesBelow, isFact } from './folder.ts'
import { loadFormats, loadPrint } from './printed.ts'
import { bundleScript, bundleSmall } from './script.ts'
import { bundleSheet } from './sheet.ts'

/** What the reader must know of the site: languages, charts, colours, and how numbers are said. */
export const RULES: Rules = {
  languages: LANGUAGES,
  charts: CHARTS,
  tokens: Object.keys(COLOURS),
  say: (row, lang, displayDecimals, place) => quantity(wordsOf(lang), row, displayDecimals, place),
}

const textOf = (files: readonly SourceFile[]): string => files.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n')

/** Source code that decides what is answered. What only builds or tests is not part of it. */
const isCode = (path: string): boolean =>
  /^(data\/model|web|worker)\/.*\.(tsx?|css|svg)$/.test(path) && !path.startsWith('web/fonts/')

/** What decides answers besides: the address, whether pictures are drawn at the edge, and the versions of libraries. */
const SETTINGS: readonly string[] = ['wrangler.toml', 'package.json']

/** Scheme and host of `PUBLIC_URL` as wrangler.toml sets it, spelled as the Worker spells them; '' where it is empty. Throws where it is no address. */
export function publicUrl(toml: string): string {
  const line = /^\s*PUBLIC_URL\s*=.*$/m.exec(toml)?.[0].trim()
  const given = line === undefined ? '' : /^PUBLIC_URL\s*=\s*"([^"]*)"\s*(?:#.*)?$/.exec(line)?.[1]
  if (given === undefined) throw new Error(`wrangler.toml: ${line} → write it in double quotes, such as PUBLIC_URL = "https://example.org"`)
  if (given !== '' && !(/^https?:/i.test(given) && URL.canParse(given))) throw new Error(`wrangler.toml: PUBLIC_URL "${given}" is no address → give scheme and host, such as "https://example.org"`)
  return given === '' ? '' : new URL(given).origin
}

/** Reads the project at `root`; `facts` may come from another folder, as in tests. */
export async function ingredients(root: string, facts: string = join(root, 'data')): Promise<Ingredients> {
  const look = join(root, 'web/look')
  const rooms = ['data/model', 'web', 'worker'].flatMap((room) =>
    filesBelow(join(root, room), () => true).map((file) => ({ ...file, path: `${room}/${file.path}` })))
  const isWordsOf = (lang: string, path: string) => path === `web/words/${lang}.ts` || path.startsWith(`web/words/${lang}/`)
  const wordsIn = (lang: string) => textOf(rooms.filter(({ path }) => isWordsOf(lang, path)))
  return {
    facts: filesBelow(facts, isFact),
    rules: RULES,
    words: Object.values(WORDS),
    sources: {
      words: Object.fromEntries(LANGUAGES.map((lang) => [lang, wordsIn(lang)])),
      charts: textOf(rooms.filter(({ path }) => path.startsWith('web/chart/') || path.startsWith('web/view/'))),
    },
    look: {
      base: await bundleSheet(join(look, 'base.css')),
      page: await bundleSheet(join(look, 'page.css')),
      icon: readFileSync(join(look, 'icon.svg'), 'utf8').trim(),
      scripts: Object.fromEntries(await Promise.all(LANGUAGES.map(async (lang) => [lang, await bundleScript(root, lang, LANGUAGES)] as const))),
      resize: await bundleSmall(root, 'web/live/resize.ts'),
      host: await bundleSmall(root, 'web/live/host.ts'),
    },
    print: await loadPrint(root),
    formats: await loadFormats(root),
    origin: publicUrl(readFileSync(join(root, 'wrangler.toml'), 'utf8')),
    code: [...rooms.filter(({ path }) => isCode(path)), ...SETTINGS.map((path) => ({ path, bytes: readFileSync(join(root, path)) }))],
  }
}
