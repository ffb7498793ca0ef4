/** Every kind of place, described: an address that is served and not described here does not compile. */
import { shortHash } from '../../data/model/release.ts'
import { COLLECTION_FILES, DOOR_FILES, type DoorFile, type Place } from '../../web/address.ts'
import { COLLECTION_WORDS, FORMAT_WORDS } from '../../web/words/formats.ts'
import { DOORS } from '../doors.ts'
import { PAGE_PARAMS } from '../formats/format.ts'
import { formatOf, FORMATS } from '../formats/index.ts'
import { OEMBED_FORMATS } from '../oembed.ts'
import type { Described, OwnParameter, Samples, Sent } from './described.ts'

type Of<K> = Extract<Place, { kind: K }>
type Describe = { readonly [K in Place['kind']]: (samples: Samples) => readonly Described<Of<K>>[] }

const HTML: Sent = { mediaType: 'text/html; charset=utf-8', kind: 'page', schema: null }

/** JSON of a schema of the document. */
export const jsonOf = (schema: string): Sent => ({ mediaType: 'application/json; charset=utf-8', kind: 'data', schema })

/** A page that shows no single figure. */
const page = <P extends Place>(place: P, says: string): Described<P> => ({ place, says, tag: 'pages', answer: 'page', sends: [HTML] })

/** Schemas of the formats that are JSON, by extension. */
const SCHEMAS: Readonly<Record<string, string>> = {
  json: 'Figure', 'metadata.json': 'Metadata', 'jsonstat.json': 'Cube', 'csv-metadata.json': 'TableDescription', 'datapackage.json': 'DataPackage', 'csl.json': 'Citations', 'linkset.json': 'Linkset',
}

const wordsFor = (extension: string): string => FORMAT_WORDS[extension]?.['en'] ?? extension

const sentAs = (extension: string): Sent => {
  const { mediaType, kind } = formatOf(extension)
  return { mediaType, kind, schema: SCHEMAS[extension] ?? null }
}

/** What may go wrong with a figure, whatever it is sent as. */
const OF_FIGURES = ['unknown-figure', 'unknown-version', 'not-in-language', 'withdrawn'] as const

type Pinned = { readonly version: string | null; readonly values: Readonly<Record<string, string>>; readonly which: string }

/** The live address of figures, and that of a version. */
const editions = ({ entry }: Samples): readonly Pinned[] => [
  { version: null, values: { id: entry.id }, which: '' },
  { version: '{version}', values: { id: entry.id, version: shortHash(entry.hash) }, which: ', in a version' },
]

/** What may be asked for by its type: of several formats of one type, the first there is. */
const byType: readonly Sent[] = FORMATS.filter(({ mediaType }, i) => FORMATS.findIndex((other) => other.mediaType === mediaType) === i).map(({ extension }) => sentAs(extension))

const negotiated = ({ version, values, which }: Pinned): Described<Of<'figure'>> => ({
  place: { kind: 'figure', id: '{id}', version, format: null },
  tag: 'figures', says: `A figure by what Accept asks for, its page for who takes anything${which}`, answer: 'negotiated',
  sends: byType, values, params: PAGE_PARAMS.filter((name) => name !== 'download'),
  problems: [...OF_FIGURES, 'not-acceptable', 'whole-only'], isNegotiated: true,
})

const file = ({ version, values, which }: Pinned, extension: string): Described<Of<'figure'>> => {
  const { params, kind, elsewhere } = formatOf(extension)
  return {
    place: { kind: 'figure', id: '{id}', version, format: extension },
    tag: 'figures', says: `${wordsFor(extension)}${which}`, answer: extension, sends: [sentAs(extension)], values, params,
    problems: [...OF_FIGURES, 'unknown-format', ...(kind === 'data' && !params.includes('select') ? ['whole-only'] as const : [])],
    ...(elsewhere && { isSentElsewhere: true }),
  }
}

const framed = <K extends 'embed' | 'snippets'>(kind: K, { version, values, which }: Pinned, says: string): Described<{ kind: K; id: string; version: string | null }> =>
  ({ place: { kind, id: '{id}', version }, tag: 'embedding', says: says + which, answer: kind, sends: [HTML], values, problems: OF_FIGURES })

const ofEditions = <T>(samples: Samples, describe: (edition: Pinned) => T): readonly T[] => editions(samples).map(describe)

/** Files that are made once for all languages. */
const OF_ALL_LANGUAGES: readonly string[] = ['datapackage.json', 'release.zip']

function collectionFile(name: string): Described<Of<'collection'>> {
  const sent = sentAs(name === 'datapackage.json' ? name : name.slice(name.indexOf('.') + 1))
  return {
    place: { kind: 'collection', file: name }, tag: 'collection', says: COLLECTION_WORDS[name]?.['en'] ?? name, answer: `collection-${name}`,
    sends: [{ ...sent, schema: name === 'datapackage.json' ? 'Package' : null }], problems: ['unknown-page'],
    ...(OF_ALL_LANGUAGES.includes(name) && { isOneLanguage: true }),
  }
}

const pixels = { type: 'integer', minimum: 1, maximum: 999_999 } as const

const oembedParameters = ({ origin, entry }: Samples): readonly OwnParameter[] => [
  { name: 'url', isRequired: true, description: 'The address of a figure’s page or embed, in any view', schema: { type: 'string', format: 'uri' }, example: `${origin}/figures/${entry.id}` },
  { name: 'format', description: 'What the answer is written in', schema: { type: 'string', enum: Object.keys(OEMBED_FORMATS), default: 'json' }, example: 'xml' },
  { name: 'maxwidth', description: 'The widest it may be, in pixels', schema: pixels, example: 480 },
  { name: 'maxheight', description: 'The highest it may be, in pixels', schema: pixels, example: 600 },
]

const DOOR_WORDS: Readonly<Record<DoorFile, string>> = {
  'robots.txt': 'What programs may read (RFC 9309)',
  'sitemap.xml': 'Every page with its languages and the date of its last change',
  '.well-known/api-catalog': 'Where this description is, and what else tells of the API (RFC 9727)',
}

const releasePlaces = ({ hash }: Samples): readonly Described<Of<'releases'>>[] => [
  page({ kind: 'releases', hash: null, format: null }, 'Every release, with what it changed'),
  { place: { kind: 'releases', hash: null, format: 'json' }, tag: 'collection', says: 'Every release, with what it changed, as data', answer: 'releases', sends: [jsonOf('Releases')] },
  { ...page({ kind: 'releases', hash: '{release}', format: null }, 'One release: what it changed, and its figures'), values: { release: shortHash(hash) }, problems: ['unknown-release'] },
  {
    place: { kind: 'releases', hash: '{release}', format: 'json' }, tag: 'collection', says: 'One release: what it changed, and its figures with their versions and digests',
    answer: 'release', sends: [jsonOf('Release')], values: { release: shortHash(hash) }, problems: ['unknown-release'],
  },
]

/** Two versions of a figure, or one and the present one. */
function comparisonPlaces({ entry }: Samples, to: string | null): readonly Described<Of<'comparison'>>[] {
  const version = shortHash(entry.hash)
  const shared = { tag: 'figures', values: { id: entry.id, from: version, ...(to !== null && { to: version }) }, problems: OF_FIGURES } as const
  const says = `What differs between a version of a figure and ${to === null ? 'the present one' : 'another'}`
  return [
    { ...shared, place: { kind: 'comparison', id: '{id}', from: '{from}', to, format: null }, says, answer: 'page', sends: [HTML] },
    { ...shared, place: { kind: 'comparison', id: '{id}', from: '{from}', to, format: 'json' }, says: `${says}, cell by cell`, answer: 'comparison', sends: [jsonOf('Comparison')] },
  ]
}

/** The places. One small entry each: where, what, with which body, and what may go wrong there. */
export const PLACES: Describe = {
  dashboard: () => [page({ kind: 'dashboard' }, 'The front page: claims, and what their sources say')],
  sources: () => [page({ kind: 'sources' }, 'Every source, with its terms and what rests on it')],
  guide: () => [page({ kind: 'guide' }, 'How to read the figures and how to use the data')],
  releases: (samples) => releasePlaces(samples),
  changes: () => [
    page({ kind: 'changes', format: null }, 'What became of figures after they were first published'),
    { place: { kind: 'changes', format: 'json' }, tag: 'collection', says: 'What became of figures after they were first published, as data', answer: 'changes', sends: [jsonOf('Changes')] },
  ],
  comparison: (samples) => [comparisonPlaces(samples, null), comparisonPlaces(samples, '{to}')].flat(),
  article: () => [page({ kind: 'article' }, 'The founding article as facts')],
  catalogue: () => [
    { ...page({ kind: 'catalogue', query: '', format: null }, 'All figures, or those a search finds'), tag: 'collection' },
    { place: { kind: 'catalogue', query: '', format: 'json' }, tag: 'collection', says: 'All figures, or those a search finds, with their addresses', answer: 'catalogue', sends: [jsonOf('Catalogue')] },
  ],
  collection: () => COLLECTION_FILES.map(collectionFile),
  door: () => DOOR_FILES.map((file) => ({
    place: { kind: 'door', file }, tag: 'service', says: DOOR_WORDS[file], answer: `door-${file.replace(/\W/g, '-')}`, isOneLanguage: true,
    sends: [{ mediaType: DOORS[file].mediaType, kind: 'data', schema: file === '.well-known/api-catalog' ? 'Linkset' : null }], problems: ['unknown-page'],
  })),
  figure: (samples) => ofEditions(samples, (edition) => [negotiated(edition), ...FORMATS.map(({ extension }) => file(edition, extension))]).flat(),
  embed: (samples) => ofEditions(samples, (edition) => framed('embed', edition, 'A figure for a frame in another page, which may be any')),
  snippets: (samples) => ofEditions(samples, (edition) => framed('snippets', edition, 'What to paste into another page to show a figure there')),
  script: () => [{
    place: { kind: 'script' }, tag: 'embedding', says: 'The script that gives frames in other people’s pages their height', answer: 'script', isOneLanguage: true,
    sends: [{ mediaType: 'text/javascript; charset=utf-8', kind: 'data', schema: null }], problems: ['unknown-page'],
  }],
  oembed: (samples) => [{
    place: { kind: 'oembed' }, tag: 'embedding', says: 'How another site may show an address of this one (oEmbed 1.0)', answer: 'oembed', isOneLanguage: true,
    sends: [jsonOf('OEmbed'), { mediaType: OEMBED_FORMATS.xml.mediaType, kind: 'data', schema: null }],
    own: oembedParameters(samples), problems: ['not-embeddable', 'unsupported-format'],
  }],
  entry: ({ entry, release }) => [
    ['figure', entry.hash, 'A figure as it is stored, in all its languages, for ever under its whole hash'] as const,
    ['front', release.front, 'What the front page draws, as it is stored'] as const,
  ].map(([kind, hash, says]) => ({
    place: { kind: 'entry', entry: kind, hash: '{hash}' }, tag: 'service', says, answer: 'entry', isOneLanguage: true,
    sends: [jsonOf('Entry')], values: { hash }, problems: ['unknown-page'],
  })),
  openapi: () => [{ place: { kind: 'openapi' }, tag: 'service', says: 'This description', answer: 'openapi', sends: [jsonOf('Description')], isOneLanguage: true }],
}
