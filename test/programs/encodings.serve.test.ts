/** The site as its own server sends it: one address of every ending, as it is and compressed, with the bytes looked at on the way. */
import { createHash } from 'node:crypto'
import { request, type IncomingHttpHeaders } from 'node:http'
import { gunzipSync } from 'node:zlib'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, inject, it } from 'vitest'

const origin = inject('origin')

type Got = { readonly status: number, readonly headers: IncomingHttpHeaders, readonly bytes: Buffer }

/** Asks without a client that decompresses on its own. */
const get = (path: string, headers: Record<string, string>): Promise<Got> => new Promise((resolve, reject) => {
  request(origin + path, { headers: { Accept: '*/*', ...headers } }, (answer) => {
    const parts: Buffer[] = []
    answer.on('data', (part: Buffer) => parts.push(part)).on('error', reject)
    answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(parts) }))
  }).on('error', reject).end()
})

type Media = { readonly content?: Readonly<Record<string, unknown>>, readonly headers?: Readonly<Record<string, unknown>> }
type Parameter = { readonly name: string, readonly in: string, readonly required?: boolean, readonly example?: string | number }
type Document = {
  readonly paths: Readonly<Record<string, { readonly parameters?: readonly Parameter[], readonly get: { readonly responses: Readonly<Record<string, { readonly $ref: string }>> } }>>
  readonly components: { readonly responses: Readonly<Record<string, Media>> }
}

const document: Document = JSON.parse((await get('/openapi.json', { 'Accept-Encoding': 'identity' })).bytes.toString())

/** Every address there is, in both languages, live and of a version. */
const ADDRESSES = Object.entries(document.paths).map(([path, { parameters = [], get: { responses } }]) => {
  const valueOf = (name: string) => String(parameters.find((one) => one.name === name)?.example)
  const query = parameters.filter((one) => one.required && one.in === 'query').map(({ name }) => `${name}=${encodeURIComponent(valueOf(name))}`)
  const answer = document.components.responses[responses['200']?.$ref.split('/').at(-1) ?? ''] ?? {}
  return { path, url: path.replace(/\{(\w+)\}/g, (_, name) => valueOf(name)) + (query.length ? `?${query.join('&')}` : ''), answer }
})

const bare = (tag: string | undefined): string => (tag ?? '').replace(/^W\//, '')
const decoded = ({ headers, bytes }: Got): Buffer => (headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes)
const digestOf = (bytes: Buffer): string => `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`

const compressed: string[] = []

type Example = { readonly externalValue?: string }
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true })
addFormats.default(ajv)
ajv.addVocabulary(['components'])
ajv.addSchema({ $id: 'api', components: document.components })

/** Addresses that the description gives as examples, with what is sent there and the schema it follows. */
const EXAMPLES = Object.entries(document.components.responses).flatMap(([name, { content = {} }]) => Object.entries(content as Record<string, { // As OpenAPI has it.
  readonly schema?: { readonly $ref?: string }, readonly examples?: Record<string, Example>
}>).flatMap(([type, { schema, examples = {} }]) => Object.values(examples).flatMap(({ externalValue }) => (externalValue ? [{ name, type, schema: schema?.$ref ?? '', url: externalValue }] : []))))

describe('an example that is an address', () => {
  it.each(EXAMPLES)('$url follows $schema', async ({ url, type, schema }) => {
    const { status, headers, bytes } = await get(url.slice(origin.length), {})
    expect([url.startsWith(`${origin}/`), status, headers['content-type']]).toEqual([true, 200, type])
    const validate = ajv.getSchema(`api${schema}`)
    expect([validate?.(JSON.parse(bytes.toString())), validate?.errors]).toEqual([true, null])
  })

  it('is there for every kind of JSON', () => expect(EXAMPLES.length).toBeGreaterThan(15))
})

describe('as it is and compressed', () => {
  it.each(ADDRESSES)('$url', async ({ url, answer }) => {
    const [plain, packed] = [await get(url, { 'Accept-Encoding': 'identity' }), await get(url, { 'Accept-Encoding': 'gzip' })]
    expect([plain.status, packed.status, plain.headers['content-encoding']]).toEqual([200, 200, undefined])
    if (packed.headers['content-encoding'] !== undefined) compressed.push(url)
    expect(decoded(packed).equals(plain.bytes)).toBe(true)
    expect([bare(packed.headers.etag), packed.headers['content-type']]).toEqual([bare(plain.headers.etag), plain.headers['content-type']])
    const varies = (got: Got): readonly string[] => (got.headers.vary ?? '').split(/,\s*/).filter((name) => name !== '' && !/^accept-encoding$/i.test(name))
    const described = Object.keys(answer.headers ?? {})
    expect([varies(plain), varies(packed)]).toEqual(described.includes('Vary') ? [['Accept'], ['Accept']] : [[], []])
    for (const got of [plain, packed]) {
      const digest = got.headers['repr-digest']
      // a digest is of the representation with its coding, so that what carries one goes as it is
      if (digest !== undefined) expect([digest, got.headers['content-encoding']]).toEqual([digestOf(got.bytes), undefined])
      expect(digest !== undefined).toBe(described.includes('Repr-Digest') || (described.includes('Vary') && digest !== undefined))
    }
    if (plain.headers.etag === undefined) { expect(url).toBe('/healthz'); return }
    for (const [encoding, tag] of [['identity', plain.headers.etag], ['gzip', packed.headers.etag], ['gzip', plain.headers.etag], ['identity', packed.headers.etag]] as const) {
      const known = await get(url, { 'Accept-Encoding': encoding, 'If-None-Match': tag ?? '' })
      expect([known.status, known.bytes.length, bare(known.headers.etag)]).toEqual([304, 0, bare(plain.headers.etag)])
    }
  })

  it('some of them were compressed on the way, and no file that carries a digest', () => {
    const endings = compressed.map((url) => /\.([a-z.-]+)(?:\?|$)/.exec(url)?.[1] ?? '')
    for (const ending of ['json', 'svg', 'txt']) expect(endings).toContain(ending)
    for (const ending of ['csv', 'xlsx', 'parquet', 'zip', 'png']) expect(endings).not.toContain(ending)
  })
})
