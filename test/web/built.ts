/** What the last build wrote, as tests in Node read it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../data/model/article.ts'
import type { Figure, Source } from '../../data/model/figure.ts'
import type { EntryKind, Front, Hash, Release } from '../../data/model/release.ts'
import type { Assets } from '../../web/print.tsx'

const BUILD = join(import.meta.dirname, '../../.build')

const read = (path: string): string => readFileSync(join(BUILD, path), 'utf8')
const entry = (kind: EntryKind, hash: Hash): string => read(`entries/${kind}/${hash}.json`)

const site: { readonly release: Hash; readonly assets: Assets } = JSON.parse(read('site.json'))

export const RELEASE_HASH: Hash = site.release
export const ASSETS: Assets = site.assets
export const RELEASE: Release = JSON.parse(entry('release', site.release))
export const FRONT: Front = JSON.parse(entry('front', RELEASE.front))
export const SOURCES: readonly Source[] = JSON.parse(entry('file', RELEASE.sources))
export const ARTICLE: Article = JSON.parse(entry('file', RELEASE.article))
export const FIGURES: readonly Figure[] = RELEASE.figures.map(({ hash }) => JSON.parse(entry('figure', hash)))
