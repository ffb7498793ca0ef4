/** Style sheets, icon and fonts under hashed names: the files browsers keep for a year. */
import { createHash } from 'node:crypto'
import { build } from 'vite'
import type { OwnFonts, PageFonts } from '../../web/fonts/page.ts'
import { colourSheet } from '../../web/look/tokens.ts'
import type { Assets } from '../../web/pages/site.ts'
import type { Script } from './script.ts'

/** A file below the folder that browsers may ask for. */
export type PublicFile = { readonly path: string; readonly content: string | Uint8Array }

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
  readonly resize: string
  readonly host: string
}

type OwnSheet = OwnFonts & { readonly name: string; readonly path: string }

/** Style sheets of what pages have for themselves; no path where that is nothing. */
const sheetsOf = (lang: string, own: PageFonts['own']): readonly OwnSheet[] => Object.entries(own).map(([name, fonts]) =>
  ({ ...fonts, name, path: fonts.css && `assets/${lang}-${name.replace('/', '-')}-${hashOf(fonts.css)}.css` }))

/** The public files of the site and what pages call them. */
export function publicFiles(
  look: Look, pages: Readonly<Record<string, PageFonts>>,
): { readonly files: readonly PublicFile[]; readonly assets: Assets } {
  const icon = `assets/icon-${hashOf(look.icon)}.svg`
  const resize = `assets/resize-${hashOf(look.resize)}.js`
  const page = `assets/page-${hashOf(look.page)}.css`
  const sheets = Object.entries(pages).map(([lang, { css, slices, preloads, cuts, own }]) => {
    const content = css + colourSheet() + look.base
    return {
      lang, preloads, content, cuts, slices, own: sheetsOf(lang, own),
      path: `assets/${lang}-${hashOf(content)}.css`, slicePath: `assets/${lang}-slices-${hashOf(slices)}.css`,
    }
  })
  return {
    files: [
      { path: '_headers', content: HEADERS },
      { path: icon, content: look.icon },
      { path: page, content: look.page },
      { path: resize, content: look.resize },
      ...Object.values(look.scripts).flatMap(({ files }) => files),
      ...sheets.flatMap(({ path, content, slices, slicePath }) => [{ path, content }, { path: slicePath, content: slices }]),
      ...sheets.flatMap(({ own }) => own.filter(({ path }) => path).map(({ path, css }) => ({ path, content: css }))),
      ...sheets.flatMap(({ cuts, own }) => [...cuts, ...own.flatMap((sheet) => sheet.cuts)])
        .map(({ name, bytes }) => ({ path: `assets/${name}`, content: bytes })),
    ],
    assets: {
      stylesheets: Object.fromEntries(sheets.map(({ lang, path }) => [lang, `/${path}`])),
      pageSheet: `/${page}`,
      sliceSheets: Object.fromEntries(sheets.map(({ lang, slicePath }) => [lang, `/${slicePath}`])),
      ownSheets: Object.fromEntries(sheets.map(({ lang, own }) =>
        [lang, Object.fromEntries(own.map(({ name, path }) => [name, path && `/${path}`]))])),
      preloads: Object.fromEntries(sheets.map(({ lang, preloads }) => [lang, preloads])),
      icon: `/${icon}`,
      snippets: Object.fromEntries(Object.entries(look.scripts).map(([lang, one]) => [lang, `/${one.snippets}`])),
      resize: `/${resize}`,
      scripts: Object.fromEntries(Object.entries(look.scripts).map(([lang, { entry }]) => [lang, `/${entry}`])),
    },
  }
}
