/** Turns a checked collection into the content-addressed entries of one publication. */
import { sourcesNamed, type Article } from './article.ts'
import { selectable } from './choose.ts'
import { BREAK, inLanguage, type Change, type Figure, type Text } from './figure.ts'
import { firstLog } from './log.ts'
import { withMoments } from './moments.ts'
import { previewOf } from './preview.ts'
import type { Collection } from './read/rules.ts'
import {
  entryOf, type CatalogueEntry, type Current, type Entry, type Front, type Hash, type MadeFile, type MadeFiles, type MadePictures, type Release,
  type Version, type Weighed,
} from './release.ts'
import { shapeOf } from './shape.ts'
import { spanOf, yearOf } from './time.ts'

/** What a publication is made of besides the collection. */
export type Extras = {
  /** Key `file:<hash>` of each figure's picture fonts, by figure and language. */
  readonly fonts: Readonly<Record<string, Readonly<Record<string, Hash>>>>
  /** The same of what its pictures in pixels are set in, and of those pictures; left out where none are made. */
  readonly outlines?: Readonly<Record<string, Readonly<Record<string, Hash>>>>
  readonly pictures?: Readonly<Record<string, Readonly<Record<string, MadePictures>>>>
  readonly languages: readonly string[]
  /** Versions already published, oldest first, by figure. */
  readonly history?: Readonly<Record<string, readonly Version[]>>
  /** Files made of each figure, by id, and of the collection, by path. */
  readonly files?: Readonly<Record<string, MadeFiles>>
  readonly collectionFiles?: Readonly<Record<string, MadeFile>>
  /** Which code it is built with. */
  readonly code?: Hash
  /** What files weigh that are not made ahead. */
  readonly weighed?: Weighed
}

export type Publication = { readonly release: Release; readonly entries: readonly Entry[]; readonly current: Current }

/** By code unit, the same on every machine. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Figures as the dashboard lists them, the rest by id. */
function inOrder(collection: Collection): readonly Figure[] {
  const ids = collection.front.sections.flatMap((section) => section.figures)
  const place = (figure: Figure): number => (ids.includes(figure.id) ? ids.indexOf(figure.id) : ids.length)
  return collection.figures.toSorted((a, b) => place(a) - place(b) || byText(a.id, b.id))
}

/** Distinct values in the order they first come. */
const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)]

/** The years its times touch, ascending: an interval counts from its first year to its last. */
export function yearsOf(figure: Figure): readonly number[] {
  if (!shapeOf(figure.shape).time) return []
  const years = figure.rows.filter((row) => row.time !== '').flatMap(({ time }) => {
    const first = yearOf(time)
    const last = Number(spanOf(time)?.end.slice(0, 4))
    return Array.from({ length: last - first + 1 }, (_, i) => first + i)
  })
  return distinct(years).toSorted((a, b) => a - b)
}

/** Words the catalogue's search looks in: what a reader would call this figure. */
function searchText(figure: Figure, section: Text | undefined, lang: string): string {
  const names = Object.values(figure.names).flatMap(({ name, short, as_printed }) => [name[lang], short?.[lang], as_printed])
  const publishers = Object.values(figure.sources).map(({ publisher }) => publisher[lang])
  const answers = Object.values(figure.answers).map((answer) => answer[lang])
  const words = [figure.title[lang], figure.measure[lang], ...names, ...answers, section?.[lang], ...publishers]
  return distinct(words.filter((word) => word !== undefined && word !== '')).join(' ').replaceAll(BREAK, '').toLowerCase()
}

/** The newest change is the one that made the present version. */
function newest(figure: Figure): Change {
  const change = figure.changes.at(-1)
  if (!change) throw new Error(`figure without a change: ${figure.id}`)
  return change
}

/**
 * The versions published before, and the present one when it is another.
 * The n-th change belongs to the n-th version; a figure that only its layout changed keeps the last change's words.
 */
function historyOf(figure: Figure, hash: Hash, { history = {}, files = {} }: Extras): readonly Version[] {
  const [before, made] = [history[figure.id] ?? [], files[figure.id]]
  if (before.at(-1)?.hash === hash) return before
  const { date, kind, note } = newest(figure)
  return [...before, { hash, date, kind, note, ...(made && { files: made }) }]
}

function catalogueEntry(figure: Figure, hash: Hash, collection: Collection, extras: Extras): CatalogueEntry {
  const section = collection.front.sections.find(({ id }) => id === figure.section)
  const { id, shape, lang, title, measure, charts } = figure
  return {
    id, hash, shape, section: figure.section, lang, title, measure, charts,
    codes: selectable(figure), years: yearsOf(figure),
    search: Object.fromEntries(lang.map((code) => [code, searchText(figure, section?.name, code)])),
    sources: Object.keys(figure.sources),
    preview: previewOf(figure),
    history: historyOf(figure, hash, extras),
    fonts: extras.fonts[id] ?? {}, outlines: extras.outlines?.[id] ?? {}, pictures: extras.pictures?.[id] ?? {},
  }
}

function frontOf(collection: Collection, figures: readonly Figure[]): Front {
  const shown = new Set(collection.front.sections.flatMap((section) => section.figures))
  return {
    schema: 1, ...collection.front,
    figures: Object.fromEntries(figures.filter(({ id }) => shown.has(id)).map((figure) => [figure.id, figure])),
  }
}

/** The article with what its page shows: the figures of its claims and the sources of its notes. */
export function articleOf({ article: facts, figures, sources }: Collection): Article {
  const [shown, named] = [facts.figures.map(({ figure }) => figure), sourcesNamed(facts)]
  return {
    schema: 1, facts,
    figures: Object.fromEntries(figures.filter(({ id }) => shown.includes(id)).map((figure) => [figure.id, figure])),
    sources: Object.fromEntries(sources.filter(({ id }) => named.includes(id)).map((source) => [source.id, source])),
  }
}

/** Words that stand on every page must be there in every language of the site. */
function requireLanguages(collection: Collection, languages: readonly string[]): void {
  const words = [collection.front.title, ...collection.front.sections.map(({ name }) => name)]
  for (const text of words) for (const lang of languages) inLanguage(text, lang)
}

/**
 * The entries of one publication: every figure, the dashboard, the list of sources, the article, and the release that lists them.
 * The same collection gives the same hashes in whatever order its files came. DESIGN §4.
 */
export async function pack(collection: Collection, extras: Extras): Promise<Publication> {
  requireLanguages(collection, extras.languages)
  const figures = inOrder(collection)
  const figureEntries = await Promise.all(figures.map((figure) => entryOf('figure', figure)))
  const front = await entryOf('front', frontOf(collection, figures))
  const sources = await entryOf('file', collection.sources.toSorted((a, b) => byText(a.id, b.id)))
  const article = await entryOf('file', articleOf(collection))
  const catalogue = figures.map((figure, i) => catalogueEntry(figure, figureEntries[i]?.hash ?? '', collection, extras))
  const log = await entryOf('file', firstLog(figures.map(({ id, title, changes }, i) => ({ id, title, changes, hash: figureEntries[i]?.hash ?? '' }))))
  const release = withMoments({
    schema: 1,
    date: figures.map((figure) => newest(figure).date).toSorted().at(-1) ?? '',
    figures: catalogue,
    sections: collection.front.sections.map(({ id, name }) => ({ id, name })),
    front: front.hash, sources: sources.hash, article: article.hash, log: log.hash,
    ...(extras.collectionFiles && { files: extras.collectionFiles }),
    ...(extras.code && { code: extras.code }),
    ...(extras.weighed && { weighed: extras.weighed }),
    formerly: collection.formerly, withdrawn: collection.withdrawn,
  }, null)
  const releaseEntry = await entryOf('release', release)
  return { release, entries: [...figureEntries, front, sources, article, log, releaseEntry], current: { release: releaseEntry.hash } }
}
