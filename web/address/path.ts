/** The path of a URL: its language and its place. */
import { Problem } from '../problem.ts'
import { UNPREFIXED_LANGUAGE } from './format.ts'
import { DOOR_FILES, type Place } from './view.ts'

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const VERSION = /^[0-9a-f]{16}$/

/** The files of the whole collection. */
export const COLLECTION_FILES: readonly string[] = ['datapackage.json', 'release.zip', 'figures.parquet', 'figures.ndjson']

const ENTRY = /^\/data\/(figure|front)\/([0-9a-f]{64})\.json$/

/** The longest piece of a reader's input that is repeated to them. */
const QUOTED = 80
export const quoted = (text: string): string => (text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text)

/** What can be said of any URL, right or wrong: the language and the extension of the path, '' for none. */
export type Asked = { readonly lang: string; readonly path: string; readonly extension: string }

/**
 * The language, the path without its prefix and the extension. Never throws.
 * The language without a prefix has no prefixed form either: `/en/figures` is a path like any other unknown one.
 */
export function askedOf(pathname: string, languages: readonly string[]): Asked {
  const first = pathname.split('/')[1] ?? ''
  const prefixed = first !== UNPREFIXED_LANGUAGE && languages.includes(first)
  const path = prefixed ? pathname.slice(first.length + 1) || '/' : pathname
  const file = path.slice(path.lastIndexOf('/') + 1)
  const extension = file.includes('.') ? file.slice(file.indexOf('.') + 1) : ''
  return { lang: prefixed ? first : UNPREFIXED_LANGUAGE, path, extension }
}

/** `/figures/<id>/embed` or `/figures/<id>@<version>/embed`. */
const SNIPPETS = /^\/figures\/([^/.]+)\/embed$/

/** Cuts `<id>@<version>.<extension>` at the first of each mark. */
function cut(file: string): { id: string; version: string | null; format: string | null } {
  const dot = file.indexOf('.')
  const [name, format] = dot < 0 ? [file, null] : [file.slice(0, dot), file.slice(dot + 1)]
  const at = name.indexOf('@')
  return at < 0 ? { id: name, version: null, format } : { id: name.slice(0, at), version: name.slice(at + 1), format }
}

function checkNames(id: string, version: string | null): void {
  if (!ID.test(id)) throw new Problem('unknown-figure', { given: quoted(id) })
  if (version !== null && !VERSION.test(version)) throw new Problem('unknown-version', { name: id, given: quoted(version) })
}

const isJson = (format: string | null): boolean => format === null || format === 'json'

/** `/releases`, `/changes` and what lies below them; null for any other path. Which releases there are is not known here. */
function historyPlace(path: string): Place | null {
  const [, room = '', file, extra] = path.split('/')
  const { id, version, format } = cut(file ?? room)
  const [head, isBelow] = [file === undefined ? id : room, file !== undefined]
  if (extra !== undefined || !isJson(format) || !/^(releases|changes)$/.test(head) || (isBelow && id === '')) return null
  if (head === 'releases') return version === null ? { kind: 'releases', hash: isBelow ? id : null, format } : null
  if (!isBelow) return version === null ? { kind: 'changes', format } : null
  if (version === null) return null
  const [from = '', to = null, more] = version.split('-')
  for (const one of more === undefined ? [from, ...(to === null ? [] : [to])] : [version]) checkNames(id, one)
  return { kind: 'comparison', id, from, to, format }
}

/**
 * The place a path without its language prefix points at. The catalogue's query is not in the path and comes as ''.
 * Throws a Problem for a path that is no place; whether the figure, version or format exists is not known here,
 * and any extension passes, so that whoever knows the formats can name them.
 */
export function parsePlace(path: string): Place {
  if (path === '/') return { kind: 'dashboard' }
  if (path === '/sources') return { kind: 'sources' }
  if (path === '/guide') return { kind: 'guide' }
  if (path === '/article') return { kind: 'article' }
  if (path === '/oembed') return { kind: 'oembed' }
  if (path === '/figures') return { kind: 'catalogue', query: '', format: null }
  if (path === '/figures.json') return { kind: 'catalogue', query: '', format: 'json' }
  if (path === '/openapi.json') return { kind: 'openapi' }
  if (COLLECTION_FILES.includes(path.slice(1))) return { kind: 'collection', file: path.slice(1) }
  const door = DOOR_FILES.find((file) => path === `/${file}`)
  if (door !== undefined) return { kind: 'door', file: door }
  const entry = ENTRY.exec(path)
  if (entry) return { kind: 'entry', entry: entry[1] === 'front' ? 'front' : 'figure', hash: entry[2] ?? '' }
  if (path === '/embed.js') return { kind: 'script' }
  const snippets = SNIPPETS.exec(path)
  if (snippets) {
    const { id, version } = cut(snippets[1] ?? '')
    checkNames(id, version)
    return { kind: 'snippets', id, version }
  }
  const history = historyPlace(path)
  if (history) return history
  const [root, room, file = '', extra] = path.split('/')
  const { id, version, format } = cut(file)
  const isFigure = room === 'figures'
  if (root !== '' || file === '' || extra !== undefined || !(isFigure || (room === 'embed' && format === null))) {
    throw new Problem('unknown-page', { given: quoted(path) })
  }
  checkNames(id, version)
  return isFigure ? { kind: 'figure', id, version, format } : { kind: 'embed', id, version }
}
