/** From the folders to everything the site is made of, in memory: entries, public files, and what the Worker is told. */
import { createHash } from 'node:crypto'
import { pack } from '../model/publication.ts'
import { readCollection } from '../model/read/collection.ts'
import type { AuthorProblem, Rules, SourceFile } from '../model/read/rules.ts'
import { canonical, keyOf, type Current, type Entry, type Hash } from '../model/release.ts'
import type { Cache } from '../../web/fonts/subset.ts'
import type { Assets } from '../../web/pages/site.ts'
import { markCollection } from '../../web/words/breaks.ts'
import type { Words } from '../../web/words/words.ts'
import { makeFiles } from './files.ts'
import { glyphProblem } from './glyphs.ts'
import type { Format } from '../../worker/formats/format.ts'
import { findMissing, letter, type WordSources } from './lettering.ts'
import { allPictures, rasterHere } from './pixels.ts'
import { pageLetters, type Print } from './printed.ts'
import { weighFiles } from './weights.ts'
import { publicFiles, type Look, type PublicFile } from './sheet.ts'

/** What a build is made from. */
export type Ingredients = {
  readonly facts: readonly SourceFile[]
  readonly rules: Rules
  readonly words: readonly Words[]
  readonly sources: WordSources
  readonly look: Look
  /** Scheme and host of the public address, '' where none is set: for citations in files that are made once, and in pictures. */
  readonly origin: string
  /** Prints pages, so that fonts are cut to what they show, and pictures. */
  readonly print: Print
  /** The formats that figures can be had as. */
  readonly formats: readonly Format[]
  /** The source text of what answers requests: its hash is part of every ETag. */
  readonly code: readonly SourceFile[]
}

/** What the Worker knows of the build it was deployed with. */
export type SiteFacts = {
  readonly assets: Assets
  readonly release: Hash
  readonly code: Hash
  /** The script for other people's pages. */
  readonly host: string
}

export type Built = {
  readonly entries: readonly Entry[]
  readonly current: Current
  readonly files: readonly PublicFile[]
  readonly site: SiteFacts
}

export type Assembly =
  | { readonly built: Built; readonly problems: readonly [] }
  | { readonly built: null; readonly problems: readonly AuthorProblem[] }

/** Where `npm start` serves: what pictures and weighed files name as long as there is no public address. */
const LOCAL = 'http://localhost:8787'

/** One hash for many files, in the order of their paths. */
export function hashOfFiles(files: readonly SourceFile[]): Hash {
  const hash = createHash('sha256')
  const inOrder = files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  for (const { path, bytes } of inOrder) hash.update(`${path}\0${bytes.length}\0`).update(bytes)
  return hash.digest('hex')
}

/** What decides an answer besides the facts: the code, and the names of the files that pages load. */
const versionOf = (code: readonly SourceFile[], assets: Assets): Hash =>
  hashOfFiles([...code, { path: 'assets', bytes: new TextEncoder().encode(canonical(assets)) }])

/** Where the copy of the deployed release keeps an entry. */
export const copyPath = ({ kind, hash }: Pick<Entry, 'kind' | 'hash'>): string => `data/${kind}/${hash}.json`

/** Entries by key, each once: two figures may carry the same fonts. */
const distinct = (entries: readonly Entry[]): readonly Entry[] =>
  [...new Map(entries.map((entry) => [keyOf(entry.kind, entry.hash), entry])).values()]

/** Builds everything or lists everything that is wrong with the facts. The same files in any order give the same bytes. */
export async function assemble(from: Ingredients, cache: Cache): Promise<Assembly> {
  const { facts, rules, words, sources, look, code, print } = from
  const reading = readCollection(facts, rules)
  if (!reading.collection) return { built: null, problems: reading.problems }
  const collection = markCollection(reading.collection)
  const site = { collection, words, sources }
  const missing = findMissing(site, cache)
  if (missing.length) return { built: null, problems: missing.map((one) => glyphProblem(one, facts)) }
  const printed = Object.fromEntries(await Promise.all(rules.languages.map(async (lang) =>
    [lang, await pageLetters(print, collection, lang, rules.languages)] as const)))
  const { pages, packs, fonts, outlines, outlineKeys } = await letter({ ...site, printed }, cache)
  const { entries: made, ...files } = await makeFiles(collection, from.origin)
  const studio = { print, origin: from.origin || LOCAL, cache, raster: await rasterHere() }
  const { made: pixels, pictures } = await allPictures(collection.figures, outlines, studio)
  const { files: shared, assets } = publicFiles(look, pages)
  const version = versionOf(code, assets)
  const extras = { fonts, outlines: outlineKeys, pictures, languages: rules.languages, code: version, ...files }
  const { weighed, entries: weights } = await weighFiles(await pack(collection, extras), collection.figures, from.formats, from.origin || LOCAL, rules.languages)
  const publication = await pack(collection, { ...extras, weighed })
  const entries = distinct([...publication.entries, ...packs, ...made, ...pixels, ...weights])
  return {
    built: {
      entries, current: publication.current,
      files: [...shared, ...entries.map((entry) => ({ path: copyPath(entry), content: entry.text }))],
      site: { assets, release: publication.current.release, code: version, host: look.host },
    },
    problems: [],
  }
}
