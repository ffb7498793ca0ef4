/** What every page is told of the site it is part of, and what it shows. */
import type { Article, ArticleFacts } from '../../data/model/article.ts'
import type { Figure, Source } from '../../data/model/figure.ts'
import type { CatalogueEntry, Front, Hash, Release } from '../../data/model/release.ts'
import type { Problem } from '../problem.ts'

/** Addresses of the hashed browser files, by language where they differ. */
export type Assets = {
  readonly stylesheets: Readonly<Record<string, string>>
  /** The style sheet of pages, after the one they share with embeds. */
  readonly pageSheet: string
  readonly preloads: Readonly<Record<string, readonly string[]>>
  readonly icon: string
  /** The browser side, by language; it only adds to pages that are complete without it. */
  readonly scripts: Readonly<Record<string, string>>
}

/** A format as the guide tells of it. */
export type FormatFacts = { readonly extension: string; readonly mediaType: string; readonly params: readonly string[] }

export type Site = {
  /** Scheme and host without a slash at the end. */
  readonly origin: string
  readonly assets: Assets
  readonly release: Release
  readonly releaseHash: Hash
  /** Extensions a figure can be had as. */
  readonly formats: readonly string[]
  /** What each format is, for the guide. */
  readonly formatFacts: readonly FormatFacts[]
}

export type Content =
  | { readonly kind: 'dashboard'; readonly front: Front }
  | { readonly kind: 'catalogue'; readonly entries: readonly CatalogueEntry[] }
  | { readonly kind: 'figure' | 'embed'; readonly figure: Figure; readonly entry: CatalogueEntry; readonly hash: Hash }
  | { readonly kind: 'sources'; readonly sources: readonly Source[]; readonly facts: ArticleFacts }
  | { readonly kind: 'guide' }
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'problem'; readonly problem: Problem }
