/** The files of the whole collection: one long table of all observations, one archive, and one description of everything. */
import { DEFAULT_VIEW, formatAddress } from '../../web/address.ts'
import { citationOf } from '../../web/pages/cite.ts'
import { LANGUAGES, wordsOf } from '../../web/words/index.ts'
import { archiveOf } from '../../worker/formats/archive.ts'
import { tableOf } from '../../worker/formats/csv.ts'
import { packageHead, PROFILE, tableResource, weighed } from '../../worker/formats/package.ts'
import { observationsOf, type Observation } from '../../worker/formats/document.ts'
import { columnsFile } from '../../worker/formats/parquet.ts'
import { OWN_LICENSE, termsOf } from '../../worker/formats/terms.ts'
import { codebookOf } from '../../web/words/codebook.ts'
import { writeCsv } from '../model/csv.ts'
import { inLanguage, type Figure } from '../model/figure.ts'
import type { Collection } from '../model/read/rules.ts'
import { shortHash, type Hash, type MadeFile } from '../model/release.ts'
import { COLUMNS, shapeOf } from '../model/shape.ts'

/** A figure and the hash of its version. */
export type Edition = { readonly figure: Figure; readonly hash: Hash }

type Front = Collection['front']
type Stored<T> = { readonly file: MadeFile } & T
type Files<T> = readonly (readonly [path: string, stored: Stored<T>])[]

const publishedIn = (editions: readonly Edition[], lang: string): readonly Edition[] => editions.filter(({ figure }) => figure.lang.includes(lang))

/** Where a file of the collection is found: without prefix in the language that has none. */
const pathIn = (lang: string, name: string): string => (lang === LANGUAGES[0] ? name : `${lang}/${name}`)

/** All columns of the long table: the figure, then those that the numeric shapes share. */
export const LONG_COLUMNS: readonly string[] =
  ['figure', ...COLUMNS.map(({ name }) => name).filter((name) => name !== 'actors').flatMap((name) => (name === 'value' ? [name, 'decimals'] : [name]))]

/** Every observation of every figure of a numeric shape, in one table; a column that a figure does not have is empty. */
export const longTable = (editions: readonly Edition[], lang: string): readonly Observation[] =>
  publishedIn(editions, lang).filter(({ figure }) => shapeOf(figure.shape).numeric).flatMap(({ figure }) =>
    observationsOf(figure, figure.rows, lang).map((row) => Object.fromEntries(LONG_COLUMNS.map((name) => [name, name === 'figure' ? figure.id : row[name] ?? null]))))

const lines = (rows: readonly Observation[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('')

function parquetOf(front: Front, rows: readonly Observation[], lang: string): Uint8Array<ArrayBuffer> {
  const words = wordsOf(lang)
  return columnsFile(LONG_COLUMNS, rows, { title: inLanguage(front.title, lang), lang, rights: words.pages.footer })
}

const dateOf = (editions: readonly Edition[]): string => editions.map(({ figure }) => figure.published).toSorted().at(-1) ?? '1980-01-01'

type Place = (edition: Edition, lang: string) => string

/** One description of the tables of every figure in every language, wherever they lie. */
async function descriptorOf(front: Front, editions: readonly Edition[], origin: string, place: Place) {
  const words = wordsOf(LANGUAGES[0] ?? 'en')
  const { code } = words
  const sources = editions.flatMap(({ figure, hash }) => packageHead({ origin }, figure, hash, code).sources)
  const resources = editions.flatMap((edition) => edition.figure.lang.map(async (lang) => {
    const { figure, hash } = edition
    return {
      name: lang === code ? figure.id : `${figure.id}-${lang}`, path: place(edition, lang), title: inLanguage(figure.title, lang),
      version: shortHash(hash), ...await weighed(tableOf(figure, lang)), ...tableResource(figure, lang),
    }
  }))
  return {
    $schema: PROFILE, name: 'supply-lines', title: inLanguage(front.title, code), description: inLanguage(front.lead, code),
    ...(origin && { homepage: origin, id: origin }), version: dateOf(editions), created: `${dateOf(editions)}T00:00:00Z`,
    contributors: [{ title: words.messages.site, roles: ['editor'] }], licenses: [OWN_LICENSE], rights: words.pages.footer,
    sources: [...new Map(sources.map((source) => [source.id, source])).values()], resources: await Promise.all(resources),
  }
}

/** The address of a version's table, from where the description lies. */
const servedAt: Place = ({ figure, hash }, lang) => formatAddress({
  lang, place: { kind: 'figure', id: figure.id, version: shortHash(hash), format: 'csv' }, view: DEFAULT_VIEW, download: false,
}).slice(1)

/** What is in the archive, figure by figure, with the version of each. */
function readmeOf(front: Front, editions: readonly Edition[], lang: string): string {
  const { messages } = wordsOf(lang)
  const listed = publishedIn(editions, lang).flatMap(({ figure, hash }) =>
    [`${lang}/${figure.id}.csv`, `  ${inLanguage(figure.title, lang)}`, `  ${messages.version} ${shortHash(hash)}, ${figure.published}`])
  return `${[inLanguage(front.title, lang), '', inLanguage(front.lead, lang), '', ...listed].join('\n')}\n`
}

/** Every column and code of every figure, one a line. */
const codebookTable = (editions: readonly Edition[], lang: string): string => writeCsv(['figure', 'column', 'code', 'means'],
  publishedIn(editions, lang).flatMap(({ figure }) => codebookOf(figure, wordsOf(lang)).flatMap(({ name, means, codes }) =>
    [[figure.id, name, null, means], ...codes.map((one) => [figure.id, name, one.code, one.means])])))

/** The parts of the archive that are of one language. */
function archivedIn(front: Front, editions: readonly Edition[], origin: string, lang: string): readonly (readonly [string, string])[] {
  const own = publishedIn(editions, lang)
  const citations = own.map(({ figure, hash }) => `${figure.id}\n${citationOf({ origin }, figure, hash, lang)}\n`)
  return [
    [`README.${lang}.txt`, readmeOf(front, editions, lang)],
    [`TERMS.${lang}.txt`, `${termsOf(own.map(({ figure }) => figure), lang).join('\n')}\n`],
    [`CITATIONS.${lang}.txt`, citations.join('\n')],
    [`${lang}/codebook.csv`, codebookTable(editions, lang)],
    ...own.map(({ figure }) => [`${lang}/${figure.id}.csv`, tableOf(figure, lang)] as const),
  ]
}

async function archive(front: Front, editions: readonly Edition[], origin: string): Promise<Uint8Array<ArrayBuffer>> {
  const descriptor = await descriptorOf(front, editions, origin, ({ figure }, lang) => `${lang}/${figure.id}.csv`)
  const files = [['datapackage.json', `${JSON.stringify(descriptor, null, 2)}\n`] as const, ...LANGUAGES.flatMap((lang) => archivedIn(front, editions, origin, lang))]
  return archiveOf(Object.fromEntries(files.map(([name, text]) => [`supply-lines/${name}`, text])), dateOf(editions))
}

/** Makes the files and stores each by `store`. Resolves to what was stored, by path. */
export async function collectionFiles<T>(
  front: Front, editions: readonly Edition[], origin: string, store: (body: string | Uint8Array) => Promise<Stored<T>>,
): Promise<Files<T>> {
  const tables = await Promise.all(LANGUAGES.map((lang) => [lang, longTable(editions, lang)] as const).flatMap(([lang, rows]) => [
    store(lines(rows)).then((stored) => [pathIn(lang, 'figures.ndjson'), stored] as const),
    store(parquetOf(front, rows, lang)).then((stored) => [pathIn(lang, 'figures.parquet'), stored] as const),
  ]))
  const whole = [...tables, ['release.zip', await store(await archive(front, editions, origin))] as const]
  const descriptor = await descriptorOf(front, editions, origin, servedAt)
  const others = whole.map(([path, { file }]) => ({ name: path.replaceAll(/[/.]/g, '-'), path, bytes: file.bytes, hash: `sha256:${file.sha256}` }))
  const text = `${JSON.stringify({ ...descriptor, resources: [...descriptor.resources, ...others] })}\n`
  return [...whole, ['datapackage.json', await store(text)]]
}
