/** Descriptions of tables, judged by others: Data Package by a validator, CSV on the Web by a parser that reads the CSV with it. */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { parse as parseCsv } from 'csv-parse/sync'
import jsonld from 'jsonld'
import CsvwParser, { type ParsedQuad } from 'rdf-parser-csvw'
import { describe, expect, it } from 'vitest'
import { shapeOf } from '../../data/model/shape.ts'
import { FORMATS } from '../../worker/formats/index.ts'
import { cellOf, columnsOf } from '../../worker/formats/table.ts'
import { FIGURES } from '../web/built.ts'
import { DATA_PACKAGE } from './datapackage.schema.ts'
import { HOSTILES } from './hostile.ts'
import { ORIGIN, rendered, textIn } from './rendered.ts'

const CASES = [...FIGURES, ...Object.values(HOSTILES)].flatMap((figure) => figure.lang.map((lang) => ({ id: figure.id, lang, figure })))

const ajv = new Ajv({ allErrors: true, strictRequired: false })
addFormats.default(ajv)
const isPackage = ajv.compile(DATA_PACKAGE)

type Field = {
  readonly name: string, readonly type: string, readonly description: string, readonly constraints?: { readonly required?: boolean },
  readonly categories?: readonly { readonly value: string, readonly label: string }[],
}
type Resource = {
  readonly name: string, readonly path: string, readonly hash: string, readonly bytes: number,
  readonly schema?: { readonly fields: readonly Field[], readonly primaryKey?: readonly string[] },
}
type Package = {
  readonly resources: readonly Resource[], readonly sources: readonly { readonly id: string, readonly license: string | null, readonly license_note?: string }[],
}

const sha256 = (text: string | Uint8Array): string => `sha256:${createHash('sha256').update(text).digest('hex')}`

/** What is wrong with a key: a part of it that a row leaves empty, or rows that it does not tell apart. */
function faultsOf(key: readonly string[] | undefined, rows: readonly Record<string, string>[]): readonly string[] {
  if (key === undefined) return []
  const known = new Set<string>()
  return rows.flatMap((row) => {
    const cells = key.map((name) => row[name] ?? '')
    const said = JSON.stringify(cells)
    const isAgain = known.has(said)
    known.add(said)
    return isAgain || cells.includes('') || key.length === 0 ? [said] : []
  })
}

describe.each(CASES)('$id in $lang, as a Data Package', ({ figure, lang }) => {
  it('is one by the standard', async () => {
    isPackage(JSON.parse(await textIn(figure, 'datapackage.json', { lang })))
    expect(isPackage.errors ?? []).toEqual([])
  })

  it('describes the table that is there: columns, types, keys, codes, length and digest', async () => {
    const { resources }: Package = JSON.parse(await textIn(figure, 'datapackage.json', { lang }))
    const text = await textIn(figure, 'csv', { lang })
    const [table] = resources
    expect(table).toMatchObject({ hash: sha256(text), bytes: Buffer.byteLength(text), path: `${ORIGIN}${lang === 'en' ? '' : `/${lang}`}/figures/${figure.id}.csv` })
    const fields = table?.schema?.fields ?? []
    const rows: Record<string, string>[] = parseCsv(text, { columns: true })
    expect(fields.map(({ name }) => name)).toEqual(columnsOf(figure))
    for (const { name, type, description, constraints, categories } of fields) {
      expect(description.length).toBeGreaterThan(3)
      const cells = rows.map((row) => row[name] ?? '')
      if (constraints?.required) expect([name, cells.includes('')]).toEqual([name, false])
      const filled = cells.filter(Boolean)
      if (type === 'number') expect([name, filled.filter((cell) => !/^-?\d+(\.\d+)?$/.test(cell))]).toEqual([name, []])
      if (type === 'integer') expect([name, filled.filter((cell) => !/^\d+$/.test(cell))]).toEqual([name, []])
      const known = categories?.map(({ value }) => value)
      if (known) expect([name, filled.filter((cell) => !known.includes(cell))]).toEqual([name, []])
    }
    expect(faultsOf(table?.schema?.primaryKey, rows)).toEqual([])
  })

  it('gives the digest of each other file, and terms for each source', async () => {
    const { resources, sources }: Package = JSON.parse(await textIn(figure, 'datapackage.json', { lang }))
    for (const { path, hash, bytes } of resources.slice(1)) {
      const extension = path.slice(path.lastIndexOf('/') + figure.id.length + 2)
      const body = Buffer.from(await rendered(figure, extension, { lang }))
      const [digest, length] = extension === 'datapackage.json' ? [undefined, undefined] : [sha256(body), body.length]
      expect([path, hash, bytes]).toEqual([path, digest, length])
    }
    const extensions = FORMATS.filter(({ kind, isMade, isNumeric }) => kind === 'data' && isMade !== true && (isNumeric !== true || shapeOf(figure.shape).numeric))
    expect(resources.map(({ path }) => path.slice(path.lastIndexOf('/') + figure.id.length + 2)).toSorted()).toEqual(extensions.map(({ extension }) => extension).toSorted())
    expect(sources.map(({ id }) => id)).toEqual(Object.keys(figure.sources))
    for (const { license, license_note } of sources) expect(license === null ? (license_note ?? '').length > 3 : license.startsWith('https://')).toBe(true)
  })
})

it('a figure has a key where its rows have one, the same in both descriptions, and none where a part is empty', async () => {
  const keysOf = async (figure: (typeof FIGURES)[number]) => {
    const [data, table]: [Package, { tableSchema: { primaryKey?: readonly string[] } }] =
      [JSON.parse(await textIn(figure, 'datapackage.json')), JSON.parse(await textIn(figure, 'csv-metadata.json'))]
    return [figure.id, data.resources[0]?.schema?.primaryKey, table.tableSchema.primaryKey]
  }
  const found = await Promise.all(FIGURES.filter(({ id }) => ['screening', 'fdi-inflows-gdp', 'goods-child-forced-labour'].includes(id)).map(keysOf))
  expect(found.toSorted()).toEqual([
    ['fdi-inflows-gdp', ['series', 'time', 'published'], ['series', 'time', 'published']], ['goods-child-forced-labour', undefined, undefined],
    ['screening', ['series'], ['series']],
  ])
})

it('a package that breaks the rules is refused', () => {
  for (const wrong of [{}, { $schema: 'x', resources: [] }, { $schema: DATA_PACKAGE.properties.$schema.const, resources: [{ name: 'A b', path: '/etc/passwd' }] }]) {
    expect(isPackage(wrong)).toBe(false)
  }
})

/** The terms of CSVW's own context that we use: tests have no network. */
const CSVW_CONTEXT = {
  '@vocab': 'http://www.w3.org/ns/csvw#', csvw: 'http://www.w3.org/ns/csvw#', dc: 'http://purl.org/dc/terms/', xsd: 'http://www.w3.org/2001/XMLSchema#',
  url: { '@type': '@id' }, columns: { '@id': 'csvw:column', '@type': '@id', '@container': '@list' }, titles: { '@id': 'csvw:title', '@container': '@set' },
  name: 'csvw:name', tableSchema: { '@type': '@id' }, dialect: { '@type': '@id' }, lineTerminators: 'csvw:lineTerminators', primaryKey: { '@id': 'csvw:primaryKey', '@container': '@list' },
  datatype: { '@id': 'csvw:datatype', '@type': '@vocab' }, decimal: 'xsd:decimal', integer: 'xsd:integer', string: 'xsd:string',
}

type Term = { readonly termType: string, readonly value: string, readonly datatype?: Term }
type Quad = { readonly subject: Term, readonly predicate: Term, readonly object: Term }

const sameTerm = (a: Term, b: Term | null | undefined): boolean => !b || (a.termType === b.termType && a.value === b.value)
const termOf = (term: Term): Term & { equals: (other: Term) => boolean } =>
  ({ ...term, ...(term.datatype && { datatype: termOf(term.datatype) }), equals: (other) => sameTerm(term, other) })

/** Quads as the parser asks for them. */
const datasetOf = (quads: readonly Quad[]) => ({
  match: (s?: Term | null, p?: Term | null, o?: Term | null) => datasetOf(quads.filter((quad) => sameTerm(quad.subject, s) && sameTerm(quad.predicate, p) && sameTerm(quad.object, o))),
  [Symbol.iterator]: () => quads[Symbol.iterator](),
})

async function metadataOf(text: string) {
  const document = JSON.parse(text.replaceAll('"http://www.w3.org/ns/csvw"', JSON.stringify(CSVW_CONTEXT)))
  const found = await jsonld.toRDF(document)
  if (!Array.isArray(found)) throw new Error('no quads')
  return datasetOf(found.map(({ subject, predicate, object }: Quad) => ({ subject: termOf(subject), predicate: termOf(predicate), object: termOf(object) })))
}

describe.each(CASES)('$id in $lang, as CSV on the Web', ({ figure, lang }) => {
  it('a parser finds with it every cell of the CSV, with its type', async () => {
    const [metadata, csv] = await Promise.all([textIn(figure, 'csv-metadata.json', { lang }).then(metadataOf), textIn(figure, 'csv', { lang })])
    const quads: ParsedQuad[] = []
    const options = { metadata, baseIRI: 'http://x.example/t', timezone: 'utc' }
    for await (const quad of CsvwParser.import(Readable.from([csv]), options)) if (quad.predicate.value.startsWith('http://x.example/t#')) quads.push(quad)
    const rows = [...Map.groupBy(quads, ({ subject }) => subject.value).values()].map((own) =>
      new Map(own.map(({ predicate, object }) => [predicate.value.split('#')[1] ?? '', object])))
    expect(rows).toHaveLength(figure.rows.length)
    for (const [i, row] of figure.rows.entries()) {
      for (const column of columnsOf(figure)) {
        const wanted = cellOf(figure, row, column, lang)
        expect([i, column, rows[i]?.get(column)?.value?.replace(/^'/, '') ?? null]).toEqual([i, column, wanted?.replace(/^'/, '') ?? null])
      }
      const type = rows[i]?.get('value')?.datatype?.value
      if (row.value !== null && type !== undefined) expect(type).toBe('http://www.w3.org/2001/XMLSchema#decimal')
    }
  })

  it('names the CSV it describes, its title and its terms', async () => {
    const found: Record<string, unknown> = JSON.parse(await textIn(figure, 'csv-metadata.json', { lang }))
    expect(found['url']).toBe(`${ORIGIN}${lang === 'en' ? '' : `/${lang}`}/figures/${figure.id}.csv`)
    expect(found['dc:license']).toEqual({ '@id': 'https://creativecommons.org/licenses/by/4.0/' })
    expect(found['@context']).toEqual(['http://www.w3.org/ns/csvw', { '@language': lang }])
  })

  it('has a key that tells every row from the others, or none', async () => {
    const { tableSchema }: { tableSchema: { primaryKey?: readonly string[] } } = JSON.parse(await textIn(figure, 'csv-metadata.json', { lang }))
    expect(faultsOf(tableSchema.primaryKey, parseCsv(await textIn(figure, 'csv', { lang }), { columns: true }))).toEqual([])
  })
})
