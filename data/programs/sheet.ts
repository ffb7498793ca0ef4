/** Style sheets, icon and fonts under hashed names: the files browsers keep for a year. */
import { createHash } from 'node:crypto'
import { build } from 'vite'
import type { PageFonts } from '../../web/fonts/page.ts'
import { colourSheet } from '../../web/look/tokens.ts'
import type { Script } from './script.ts'

/** A file below the folder that browsers may ask for. */
export type PublicFile = { readonly path: string; readonly content: string | Uint8Array }

/** What pages name: see web/pages. */
export type Assets = {
  /** What pages and embeds share, with the fonts of a language. */
  readonly stylesheets: Readonly<Record<string, string>>
  /** What only pages have. */
  readonly pageSheet: string
  readonly preloads: Readonly<Record<string, readonly string[]>>
  readonly icon: string
  readonly scripts: Readonly<Record<string, string>>
}

const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex').slice(0, 16)

/** A style sheet with everything it imports, made small. */
export async function bundleSheet(path: string): Promise<string> {
  const built = await build({
    configFile: false, logLevel: 'error', publicDir: false,
    build: { write: false, cssMinify: true, rolldownOptions: { input: path } },
  })
  const files = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []))
  const sheet = files.find((file) => file.type === 'asset' && file.fileName.endsWith('.css'))
  if (sheet?.type !== 'asset') throw new Error(`no style sheet came out of ${path}`)
  return typeof sheet.source === 'string' ? sheet.source : new TextDecoder().decode(sheet.source)
}

/** What a browser may keep for a year, from any origin: a sandboxed frame's own is null. */
const HEADERS = `/assets/*
  Cache-Control: public, max-age=31536000, immutable
  Access-Control-Allow-Origin: *
  Cross-Origin-Resource-Policy: cross-origin
  X-Content-Type-Options: nosniff
`

/** What is the same for every page of a language. */
export type Look = {
  readonly base: string
  readonly page: string
  readonly icon: string
  readonly scripts: Readonly<Record<string, Script>>
}

/** The public files of the site and what pages call them. */
export function publicFiles(
  look: Look, pages: Readonly<Record<string, PageFonts>>,
): { readonly files: readonly PublicFile[]; readonly assets: Assets } {
  const icon = `assets/icon-${hashOf(look.icon)}.svg`
  const page = `assets/page-${hashOf(look.page)}.css`
  const sheets = Object.entries(pages).map(([lang, { css, preloads, cuts }]) => {
    const content = css + colourSheet() + look.base
    return { lang, preloads, content, path: `assets/${lang}-${hashOf(content)}.css`, cuts }
  })
  return {
    files: [
      { path: '_headers', content: HEADERS },
      { path: icon, content: look.icon },
      { path: page, content: look.page },
      ...Object.values(look.scripts).flatMap(({ files }) => files),
      ...sheets.map(({ path, content }) => ({ path, content })),
      ...sheets.flatMap(({ cuts }) => cuts.map(({ name, bytes }) => ({ path: `assets/${name}`, content: bytes }))),
    ],
    assets: {
      stylesheets: Object.fromEntries(sheets.map(({ lang, path }) => [lang, `/${path}`])),
      pageSheet: `/${page}`,
      preloads: Object.fromEntries(sheets.map(({ lang, preloads }) => [lang, preloads])),
      icon: `/${icon}`,
      scripts: Object.fromEntries(Object.entries(look.scripts).map(([lang, { entry }]) => [lang, `/${entry}`])),
    },
  }
}
