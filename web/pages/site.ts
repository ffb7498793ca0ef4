/** What every page is told of the site it is part of, and what it shows. */
import type { Article, ArticleFacts } from '../../data/model/article.ts'
import type { Figure, Source } from '../../data/model/figure.ts'
import type { LoggedRelease } from '../../data/model/log.ts'
import type { CatalogueEntry, Front, Hash, Release } from '../../data/model/release.ts'
import { shapeOf, type ShapeName } from '../../data/model/shape.ts'
import type { Place } from '../address.ts'
import type { Problem } from '../problem.ts'
import type { Comparison } from './compared.ts'

/** Addresses of the hashed browser files, by language where they differ. */
export type Assets = {
  readonly stylesheets: Readonly<Record<string, string>>
  /** The style sheet of pages, after the one they share with embeds. */
  readonly pageSheet: string
  /** Fonts for whatever a reader may choose to see, by language. */
  readonly sliceSheets: Readonly<Record<string, string>>
  /** The fonts that a page and its embed have for themselves, by language and the page's name; '' where they need none. */
  readonly ownSheets: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly preloads: Readonly<Record<string, readonly string[]>>
  readonly icon: string
  /** The browser side, by language; it only adds to pages that are complete without it. */
  readonly scripts: Readonly<Record<string, string>>
  /** Copy buttons, by language: what the page of snippets wakes up. */
  readonly snippets: Readonly<Record<string, string>>
  /** What tells the page around an embed how high it is. */
  readonly resize: string
}

/** None: for what is printed before there are any, and for files that name none. */
export const NO_ASSETS: Assets =
  { stylesheets: {}, pageSheet: '', sliceSheets: {}, ownSheets: {}, preloads: {}, icon: '', scripts: {}, snippets: {}, resize: '' }

/**
 * A page's name among its language's: `guide`, `figures/screening`. Versions, embeds and comparisons of a figure have the
 * figure's, and pages of what changed that of the list of releases, in which every title stands.
 */
export function pageName(place: Place): string {
  if ('id' in place) return `figures/${place.id}`
  return place.kind === 'changes' ? 'releases' : place.kind
}

/** A format as pages tell of it. */
export type FormatFacts = {
  readonly extension: string
  readonly mediaType: string
  /** What an answer in it is to a browser. */
  readonly kind: 'page' | 'picture' | 'data'
  readonly params: readonly string[]
  /** Only for figures of numeric shapes. */
  readonly isNumeric?: boolean
  /** Extension of the format that says what this one's columns hold. */
  readonly describedBy?: string
  /** Whether it tells of the figure rather than holding what it says. */
  readonly isAbout?: boolean
}

/** A file that a figure's page offers. */
export type FileFacts = { readonly extension: string; readonly isSelective: boolean }

/** Whether a figure of a shape can be had in a format. */
export const hasFormat = (shape: ShapeName, { isNumeric = false }: Pick<FormatFacts, 'isNumeric'>): boolean => !isNumeric || shapeOf(shape).numeric

/** The files of a figure of this shape, and whether each can be had of a selection. */
export const filesOf = ({ formats }: Pick<Site, 'formats'>, shape: ShapeName): readonly FileFacts[] =>
  formats.filter((format) => hasFormat(shape, format)).map(({ extension, params }) => ({ extension, isSelective: params.includes('select') }))

export type Site = {
  /** Scheme and host without a slash at the end. */
  readonly origin: string
  readonly assets: Assets
  readonly release: Release
  readonly releaseHash: Hash
  /** What figures can be had as. */
  readonly formats: readonly FormatFacts[]
}

export type Content =
  | { readonly kind: 'dashboard'; readonly front: Front }
  | { readonly kind: 'catalogue'; readonly entries: readonly CatalogueEntry[] }
  | { readonly kind: 'figure' | 'embed' | 'snippets'; readonly figure: Figure; readonly entry: CatalogueEntry; readonly hash: Hash }
  | { readonly kind: 'sources'; readonly sources: readonly Source[]; readonly facts: ArticleFacts }
  | { readonly kind: 'guide' }
  /** Newest first; of one release those before it too. */
  | { readonly kind: 'releases' | 'changes'; readonly releases: readonly LoggedRelease[] }
  | { readonly kind: 'release'; readonly releases: readonly LoggedRelease[]; readonly isPresent: boolean }
  | { readonly kind: 'comparison'; readonly comparison: Comparison }
  | { readonly kind: 'article'; readonly article: Article }
  /** In somebody else's page it stands where the embed would. */
  | { readonly kind: 'problem'; readonly problem: Problem; readonly isEmbed?: boolean }
