/** The bodies that are JSON, as JSON Schema: made from the declarations of columns, shapes and codes where there are any. */
import { DISCLOSED, STATUSES, VERDICTS } from '../../data/model/figure.ts'
import { STEP_KINDS } from '../../data/model/log.ts'
import { QUALIFIERS } from '../../data/model/qualifier.ts'
import { RIGHTS } from '../../data/model/rights.ts'
import { COLUMNS, SHAPES, type ColumnType } from '../../data/model/shape.ts'
import { UNITS } from '../../data/model/unit.ts'
import { LANGUAGES, wordsOf } from '../../web/words/index.ts'
import { PROFILE } from '../formats/package.ts'
import type { Json } from './described.ts'
import { PROBLEM_SCHEMA } from './problems.ts'

const text: Json = { type: 'string' }
const uri: Json = { type: 'string', format: 'uri' }
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })
const list = (items: Json): Json => ({ type: 'array', items })
const map = (values: Json): Json => ({ type: 'object', additionalProperties: values })
const orNull = ({ type, ...rest }: Json): Json => ({ type: [type, 'null'], ...rest })
const version: Json = { type: 'string', pattern: '^[0-9a-f]{16}$' }
const hash: Json = { type: 'string', pattern: '^[0-9a-f]{64}$' }
const id: Json = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' }
const lang: Json = { type: 'string', enum: LANGUAGES }
const number: Json = { type: 'number' }

/** An object of these fields, all of them there but those in `may`. */
function object(properties: Readonly<Record<string, Json>>, description: string, { may = [], open = false }: { may?: readonly string[]; open?: boolean } = {}): Json {
  const required = Object.keys(properties).filter((name) => !may.includes(name))
  return { type: 'object', description, required, properties, ...(open ? {} : { additionalProperties: false }) }
}

/** Codes that mean the same in every figure. */
const CLOSED: Readonly<Record<string, readonly string[]>> = { qualifier: Object.keys(QUALIFIERS), status: STATUSES, unit: Object.keys(UNITS) }

function cell(name: string, type: ColumnType): Json {
  const description = wordsOf('en').columns[name as (typeof COLUMNS)[number]['name']] // A name of COLUMNS.
  if (type === 'decimal') return { type: ['number', 'null'], description }
  if (type === 'integer') return { type: ['integer', 'null'], description }
  return { type: ['string', 'null'], description, ...(CLOSED[name] && { enum: [...CLOSED[name], null] }) }
}

/** Every column there is: a figure has those of its shape. */
const rowFields = (): Readonly<Record<string, Json>> => Object.fromEntries(COLUMNS.flatMap(({ name, type }) => [
  [name, cell(name, type)], ...(name === 'value' ? [['decimals', { type: ['integer', 'null'], description: wordsOf('en').columns.decimals }]] : []),
]))

const rowSchema: Json = {
  type: 'object', description: 'An observation: the columns of the figure’s shape, null where there is nothing. Columns are only ever added, at the end.',
  properties: rowFields(), additionalProperties: false,
}

const count: Json = { ...object({ value: number, qualifier: text }, 'A number of respondents, with its qualifier'), type: ['object', 'null'] }

const rate: Json = {
  ...object({ value: number, decimals: { type: 'integer' }, unit: text, status: { const: 'derived' }, formula: text }, 'The response rate, computed here'),
  type: ['object', 'null'],
}

const evidence = object({
  kind: text, population: orNull(text), asker: orNull(text), asked: count, n: count, sampling: orNull(text), mode: orNull(text), weighting: orNull(text),
  question: orNull(text), fieldwork: orNull(text), published: text, vintage: orNull(text), source: text, basis: {},
  sponsor: orNull(text), frame: orNull(text), language: orNull(text), response_rate: rate, margin_of_error: orNull(text),
  recruitment: orNull(text), processing: orNull(text), limitations: orNull(text), contact: orNull(text),
}, 'Who was asked, when, by whom; null is not reported. A survey has every item that AAPOR asks to be disclosed.', {
  may: ['basis', 'sponsor', 'frame', 'language', 'response_rate', ...DISCLOSED],
})

const source = object({
  id: text, publisher: text, title: text, date: orNull(text), url: orNull(uri), rights: { type: 'string', enum: Object.keys(RIGHTS) },
  license: orNull(uri), read: text, license_note: text,
}, 'A source and its terms; license is null where none was given', { may: ['license_note'] })

const check = object({ claim: text, finding: text, verdict: { type: 'string', enum: VERDICTS }, reason: text, observations: list({}) },
  'A claim beside what its source says', { may: ['reason'] })

/** What stands at the head of JSON and of metadata. */
const head: Readonly<Record<string, Json>> = {
  schema: { type: 'integer', const: 1 }, id, version, lang, shape: { type: 'string', enum: Object.keys(SHAPES) }, asOf: orNull(text), published: text,
  title: text, subtitle: text, description: text, unit: text,
}

const grounds: Readonly<Record<string, Json>> = {
  evidence: map(evidence), checks: list(check), sources: list(source),
  comparability: list(object({ reason: text, allows: {}, of: {}, why: text }, 'What may be compared, and why', { may: ['of'] })),
  caveats: list(object({ text, applies_to: {} }, 'What must be known', { may: ['applies_to'] })),
  derived: list(object({ of: {}, formula: text, inputs: list({ type: 'object' }) }, 'How a value was computed')),
  not_drawn: list(object({ of: {}, time: {}, why: text }, 'Values that no chart shows, and why', { may: ['of', 'time'] })),
}

const column = object({ name: text, type: text, unit: orNull(text), description: text }, 'A column and what it holds')
const codedColumn = object({ name: text, type: text, means: text, codes: list(object({ code: text, means: text }, 'A code')) }, 'A column, and the codes it holds')
const file = object({ sha256: hash, bytes: { type: 'integer', minimum: 1 } }, 'What a file weighs')

/** A Data Package of a figure or of all of them. */
const dataPackage = (description: string): Json => object({
  $schema: { const: PROFILE }, name: text, title: text, version: text, created: text, licenses: list({ type: 'object' }), sources: list({ type: 'object' }), resources: list({ type: 'object' }),
}, description, { open: true })

const change = object({ date: text, kind: text, note: text }, 'A change')
const stepFields: Readonly<Record<string, Json>> = {
  id, kind: { type: 'string', enum: STEP_KINDS }, title: text, from: orNull(version), to: orNull(version), formerly: id, changes: list(change), reason: text, link: uri,
}
const STEP_MAY: readonly string[] = ['formerly', 'reason', 'link']
const step = object(stepFields, 'What a release did to a figure', { may: STEP_MAY })
const releaseHead: Readonly<Record<string, Json>> = { release: version, hash, date: text, url: uri }
const edition = object({ version, date: text, kind: text, note: text, url: uri }, 'A version of a figure')
const said: Json = { type: ['object', 'null'], description: 'The number with its qualifier, bounds, unit and status, digit for digit', additionalProperties: { type: ['string', 'null'] } }
const cellChange = object({ column: text, from: orNull(text), to: orNull(text) }, 'A cell before and after')

/** What is said of releases, and of what changed between them. */
const historySchemas = (): Readonly<Record<string, Json>> => ({
  Releases: object({ schema: { type: 'integer', const: 1 }, lang, releases: list(object({ ...releaseHead, changes: list(step) }, 'A release')) }, 'Every release, newest first'),
  Release: object({
    schema: { type: 'integer', const: 1 }, lang, isPresent: { type: 'boolean' }, ...releaseHead, changes: list(step), before: object(releaseHead, 'The release before it'),
    figures: list(object({ id, title: text, version, sha256: hash, files: map(file), url: uri }, 'A figure of the release, in the version it had', { may: ['url'] })),
  }, 'A release: what it changed, and its figures', { may: ['before'] }),
  Changes: object({
    schema: { type: 'integer', const: 1 }, lang, changes: list(object({ ...releaseHead, ...stepFields }, 'A change of a figure, and the release it came with', { may: ['hash', 'url', ...STEP_MAY] })), links: map(uri),
  }, 'What became of figures after they were first published'),
  Comparison: object({
    schema: { type: 'integer', const: 1 }, id, lang, from: edition, to: edition, changes: list(change),
    rows: list(object({
      change: { type: 'string', enum: ['added', 'removed', 'changed'] }, key: map(text), name: text, before: said, after: said, cells: list(cellChange),
    }, 'An observation that came, went or is another')),
    facts: list(object({ path: text, from: orNull(text), to: orNull(text), languages: list(lang) }, 'A word or fact that came, went or is another; its path is a JSON Pointer')),
    links: map(uri),
  }, 'What differs between two versions of a figure'),
})

/** The schemas of the document by name. */
export const schemas = (): Readonly<Record<string, Json>> => ({
  Problem: PROBLEM_SCHEMA,
  Row: rowSchema,
  Figure: object({ ...head, columns: list(column), rows: list(ref('Row')), ...grounds, citation: text, links: map(uri) }, 'A figure: every observation with its evidence'),
  Metadata: object({
    ...head, measure: text, observations: { type: 'integer' }, columns: list(codedColumn), ...grounds, changes: list(object({ date: text, kind: text, note: text }, 'A change')),
    license: uri, rights: text, citation: text, links: map(uri),
  }, 'Everything about a figure but its observations'),
  Catalogue: object({
    schema: { type: 'integer', const: 1 }, release: version, date: text, lang, query: text,
    figures: list(object({ id, title: text, measure: text, version, files: map(file), links: map(uri) }, 'A figure and its addresses')),
  }, 'The figures there are, or those that a search finds'),
  ...historySchemas(),
  Cube: object({ version: { const: '2.0' }, class: { const: 'dataset' }, id: list(text), size: list({ type: 'integer' }), dimension: { type: 'object' }, value: {} }, 'A JSON-stat 2.0 dataset', { open: true }),
  TableDescription: object({ '@context': {}, url: uri, dialect: { type: 'object' }, tableSchema: { type: 'object' } }, 'A table’s columns (W3C, CSV on the Web)', { open: true }),
  DataPackage: dataPackage('A figure’s files as a Data Package 2'),
  Package: dataPackage('Every table as a Data Package 2'),
  Linkset: object({ linkset: list(object({ anchor: uri }, 'A page or file and its links, by relation', { open: true })) }, 'All links (RFC 9264)'),
  Citations: list(object({ id: text, type: { const: 'dataset' }, title: text, version, URL: uri }, 'A citation (CSL-JSON)', { open: true })),
  OEmbed: object({
    type: { const: 'rich' }, version: { const: '1.0' }, title: text, provider_name: text, provider_url: uri, cache_age: { type: 'integer' }, html: text,
    width: { type: 'integer' }, height: { type: 'integer' }, thumbnail_url: uri, thumbnail_width: { type: 'integer' }, thumbnail_height: { type: 'integer' },
  }, 'oEmbed 1.0, rich', { may: ['thumbnail_url', 'thumbnail_width', 'thumbnail_height'] }),
  Entry: { type: 'object', description: 'As it is stored: its structure may change with the code, its bytes never do' },
  Description: object({ openapi: { const: '3.1.1' }, info: { type: 'object' }, paths: { type: 'object' } }, 'OpenAPI', { open: true }),
  Health: object({ release: hash, code: text, store: { type: 'string', enum: ['kv', 'fallback'] } }, 'What is served, by which code, from where'),
})
