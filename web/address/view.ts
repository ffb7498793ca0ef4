/** What an address says: a place, a language, and how a figure is shown there. */
import type { TimeRange } from '../../data/model/time.ts'
import type { Theme } from '../look/tokens.ts'

export const SIZES = ['card', 'page', 'social', 'square'] as const
export type PictureSize = (typeof SIZES)[number]

/** How a figure is shown. null = the default of the figure or of the page. */
export type View = {
  readonly chart: string | null
  readonly select: readonly string[] | null
  readonly time: TimeRange | 'latest' | null
  readonly theme: Theme | null
  readonly size: PictureSize | null
  readonly scale: 1 | 2 | null
}

export const DEFAULT_VIEW: View = { chart: null, select: null, time: null, theme: null, size: null, scale: null }

/** What machines ask of any site, by its name at the root: RFC 9309, sitemaps.org, RFC 9727. */
export const DOOR_FILES = ['robots.txt', 'sitemap.xml', '.well-known/api-catalog'] as const
export type DoorFile = (typeof DOOR_FILES)[number]

/** What an address points at. `version` is 16 hex digits, `format` a file extension; null = live, negotiated. */
export type Place =
  | { readonly kind: 'dashboard' }
  | { readonly kind: 'catalogue'; readonly query: string; readonly format: string | null }
  | { readonly kind: 'sources' }
  /** Every release, or one of them by the first 16 hex digits of its hash. */
  | { readonly kind: 'releases'; readonly hash: string | null; readonly format: string | null }
  /** What became of figures after they were first published. */
  | { readonly kind: 'changes'; readonly format: string | null }
  /** What differs between two versions of a figure; `to` null = the present one. */
  | { readonly kind: 'comparison'; readonly id: string; readonly from: string; readonly to: string | null; readonly format: string | null }
  | { readonly kind: 'guide' }
  | { readonly kind: 'article' }
  /** A file of the whole collection, by its name: `figures.parquet`. */
  | { readonly kind: 'collection'; readonly file: string }
  /** Every address here, what it takes and what it answers, as OpenAPI. */
  | { readonly kind: 'openapi' }
  | { readonly kind: 'door'; readonly file: DoorFile }
  /** An entry of the release as it is stored, for the browser side: immutable under its whole hash. */
  | { readonly kind: 'entry'; readonly entry: 'figure' | 'front'; readonly hash: string }
  | { readonly kind: 'figure'; readonly id: string; readonly version: string | null; readonly format: string | null }
  /** How other sites may show an address of ours. Its parameters are its own. */
  | { readonly kind: 'oembed' }
  | { readonly kind: 'embed'; readonly id: string; readonly version: string | null }
  /** What to paste into another page to show a figure there. */
  | { readonly kind: 'snippets'; readonly id: string; readonly version: string | null }
  /** The script for those other pages. */
  | { readonly kind: 'script' }

export type Address = {
  readonly lang: string
  readonly place: Place
  readonly view: View
  readonly download: boolean
  /** A byte order mark before the text, by which Excel knows UTF-8; absent = none. */
  readonly bom?: boolean
}
