/** Method × address × condition × language × encoding: every cell of what the description makes possible, asked and judged. */
import { afterAll, describe, expect, test } from 'vitest'
import { readDescription, type Described } from './described.ts'
import { ask, cellFaults, CONDITIONS, ENCODINGS, isDated, MADE_FOR, METHODS, plainOf, UNDATED, type Cell, type Condition, type Plain } from './matrix.ts'
import { shortHash } from '../../data/model/release.ts'
import { hasFormat } from '../../web/pages/site.ts'
import { FORMATS } from '../../worker/formats/index.ts'
import { PICTURED, publishBuild, RELEASE, textOf } from './published.ts'

await publishBuild()
const { described } = await readDescription(MADE_FOR)

/** How many cells were judged. */
const judged: string[] = []
afterAll(() => { process.stdout.write(`${judged.length} cells of the matrix judged, over ${described.length} paths\n`) })

const [NONE, TAG] = CONDITIONS
const FEW: readonly Condition[] = NONE && TAG ? [NONE, TAG] : []

/** Methods that are asked with every condition; the others take no notice of any. */
const isConditional = (method: string): boolean => method === 'GET' || method === 'HEAD'

const cellsOf = (url: string, conditions: readonly Condition[], more: Record<string, string> = {}): readonly Cell[] =>
  METHODS.flatMap((method) => ENCODINGS.flatMap((encoding) => conditions.filter((one) => one === NONE || isConditional(method))
    .map((condition) => ({ url, method, condition, headers: { 'Accept-Encoding': encoding, ...more } }))))

const nameOf = ({ url, method, condition, headers }: Cell): string => `${method} ${url} (${condition.name}; ${Object.values(headers).join(', ')})`

/** Judges cells; resolves to what is wrong, cell by cell. */
async function judge(one: Described, plain: Plain, cells: readonly Cell[]): Promise<readonly string[]> {
  const faults = await Promise.all(cells.map(async (cell) => (await cellFaults(one, plain, cell)).map((fault) => `${nameOf(cell)}: ${fault}`)))
  judged.push(...cells.map(nameOf))
  return faults.flat()
}

const withQuery = (url: string, query: string): string => url + (url.includes('?') ? '&' : '?') + query
const takes = ({ parameters }: Described, name: string): boolean => parameters.some((one) => one.name === name)

describe('method × condition × encoding', () => {
  test.each(described)('$url', async (one) => {
    const plain = await plainOf(one.url)
    expect([plain.status, plain.headers.has('Last-Modified')]).toEqual([200, isDated(one)])
    expect(await judge(one, plain, cellsOf(one.url, CONDITIONS))).toEqual([])
  })

  test('what need not say when it changed is described', () => {
    expect(described.filter((one) => !isDated(one)).map(({ template }) => template).toSorted()).toEqual([...UNDATED].toSorted())
  })
})

describe('a figure of every shape', () => {
  const OF_FIGURE = /^(?:\/ja)?\/(?:figures|embed|changes)\/\{id\}/
  const shapes = [...new Set(RELEASE.figures.map(({ shape }) => shape))]
  /** The shortest of a shape: what is judged is the way, not the weight. */
  const figures = shapes.flatMap((shape) => RELEASE.figures.filter((entry) => entry.shape === shape && entry.lang.length > 1)
    .toSorted((a, b) => textOf('figure', a.hash).length - textOf('figure', b.hash).length).slice(0, 1))
  const addressOf = ({ template }: Described, { id, hash }: (typeof figures)[number]): string =>
    template.replace('{id}', id).replace(/\{(?:version|from|to)\}/g, shortHash(hash))
  const cases = figures.flatMap((entry) => described.filter(({ template }) => OF_FIGURE.test(template) && !/\{to\}|\{from\}/.test(template))
    // pixels of the others are not in this store
    .filter(({ template }) => !template.endsWith('.png') || PICTURED.includes(entry.id))
    .filter(({ template }) => FORMATS.every((format) => !template.endsWith(`}.${format.extension}`) || hasFormat(entry.shape, format)))
    .map((one) => ({ one, shape: entry.shape, url: addressOf(one, entry) })))

  test('of five shapes', () => expect(figures.map(({ shape }) => shape).toSorted()).toEqual(['claim', 'events', 'matrix', 'series', 'shares']))

  test.each(cases)('$shape: $url', async ({ one, url }) => {
    const plain = await plainOf(url)
    expect([plain.status, plain.headers.has('Last-Modified')]).toEqual([200, isDated(one)])
    const cells = cellsOf(url, FEW).filter(({ headers }) => headers['Accept-Encoding'] === 'identity')
    expect(await judge(one, plain, cells)).toEqual([])
  })
})

describe('the type that is asked for', () => {
  const negotiated = described.filter(({ template }) => /\/figures\/\{id\}(?:@\{version\})?$/.test(template))
  const cases = negotiated.flatMap((one) => Object.keys(one.answer('GET', 200)?.content ?? {}).map((type) => ({ one, url: one.url, type })))
  test.each(cases)('$url as $type', async ({ one, url, type }) => {
    const plain = await plainOf(url, { Accept: type })
    expect([plain.status, plain.headers.get('Content-Type'), plain.headers.get('Vary')]).toEqual([200, type, 'Accept'])
    expect(plain.headers.get('Content-Location')).toMatch(new RegExp(`^${url}\\.[a-z.-]+$`))
    const conditions = CONDITIONS.filter(({ name }) => ['none', 'weak', 'after'].includes(name))
    // what an answer has besides is described where it has an address of its own
    const own = described.find((other) => other.url === plain.headers.get('Content-Location')) ?? one
    const cells = cellsOf(url, conditions, { Accept: type }).filter(({ method }) => isConditional(method))
    expect(plain.headers.has('Last-Modified')).toBe(isDated(own))
    expect((await judge({ ...one, template: own.template, answer: own.answer }, plain, cells)).filter((fault) => !/: (?:vary|content-location) is not described$/.test(fault))).toEqual([])
  })
})

const digestOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  `sha-256=:${btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))))}:`

/** The types that an edge compresses on the way: text but tables, JSON, XML and SVG. The others carry a digest. */
const COMPRESSED = /^(?:text\/(?!csv)[a-z]+|image\/svg\+xml|application\/(?:[\w.-]+\+)?(?:json|xml))(?:;|$)/

/** What an edge in front does for a client that takes gzip: compresses, makes the tag weak, drops the length. */
async function edge({ headers, bytes }: Plain): Promise<{ readonly tag: string, readonly sent: Uint8Array<ArrayBuffer> }> {
  const isCompressed = COMPRESSED.test(headers.get('Content-Type') ?? '')
  const stream = new Blob([bytes]).stream()
  const sent = isCompressed ? stream.pipeThrough(new CompressionStream('gzip')).pipeThrough(new DecompressionStream('gzip')) : stream
  return { tag: (isCompressed ? 'W/' : '') + (headers.get('ETag') ?? ''), sent: new Uint8Array(await new Response(sent).arrayBuffer()) }
}

describe('the body', () => {
  test.each(described.filter(({ has }) => has(304)))('$url', async ({ url, lang }) => {
    const plain = await plainOf(url, { 'Accept-Encoding': 'gzip' })
    const type = plain.headers.get('Content-Type') ?? ''
    const digest = plain.headers.get('Repr-Digest')
    // a type is either compressed on the way or carries its digest
    expect([url, digest === null]).toEqual([url, COMPRESSED.test(type)])
    if (digest !== null) expect([digest, plain.headers.get('Content-Length')]).toEqual([await digestOf(plain.bytes), String(plain.bytes.length)])
    if (/^text\/|svg/.test(type)) expect(type).toContain('charset=utf-8')
    if (/^text\/|json|svg|bibtex|research-info/.test(type)) expect(() => new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(plain.bytes)).not.toThrow()
    expect(plain.headers.get('Content-Language')).toBe(lang)
    const { tag, sent } = await edge(plain)
    expect(await digestOf(sent)).toBe(await digestOf(plain.bytes))
    const again = await ask(url, { headers: { 'If-None-Match': tag, 'Accept-Encoding': 'gzip' } })
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0])
    judged.push(`edge ${url}`)
  })
})

describe('a download', () => {
  const cases = described.filter((one) => takes(one, 'download'))
  test.each(cases)('$url', async (one) => {
    const url = withQuery(one.url, 'download')
    const [plain, asked] = [await plainOf(one.url), await plainOf(url)]
    expect(plain.headers.get('Content-Disposition')).toBeNull()
    expect(asked.bytes).toEqual(plain.bytes)
    const [, name = '', words = ''] = /^attachment; filename="([^"\\]+)"; filename\*=UTF-8''(\S+)$/.exec(asked.headers.get('Content-Disposition') ?? '') ?? []
    const extension = one.template.replace(/^.*\//, '').replace(/^(?:\{[^}]+\}|@|-|[a-z]+(?=\.))+/, '')
    const said = decodeURIComponent(words)
    expect([name.endsWith(extension), said.endsWith(extension), /^[\x21-\x7e]+$/.test(name), /[/\\:*?"<>|]/.test(said)]).toEqual([true, true, true, false])
    if (one.lang === 'ja' && one.template.includes('{id}')) expect([name, said]).toEqual([expect.stringContaining('.ja.'), expect.stringMatching(/\p{Script=Han}|\p{Script=Kana}/u)])
    expect(await judge(one, asked, cellsOf(url, FEW).filter(({ method }) => isConditional(method)))).toEqual([])
  })
})

describe('a mistake', () => {
  /** A parameter that means nothing here, and a name that nothing has. */
  const wrong = ({ url, template, parameters }: Described): readonly (readonly [url: string, status: number])[] => [
    [withQuery(url, parameters.some((one) => one.name === 'theme') ? 'theme=mauve' : 'theme=dark'), 400],
    ...(template.includes('{id}') ? [[url.replace(/(figures|embed|changes)\/[a-z0-9-]+/, '$1/no-such-figure'), 404] as const] : []),
    ...(template.includes('{version}') ? [[url.replace(/@[0-9a-f]{16}/, '@0123456789abcdef'), 404] as const] : []),
    ...(/\{(?:from|release)\}/.test(template) ? [[url.replace(/[@/][0-9a-f]{16}/, (found) => `${found[0]}0123456789abcdef`), 404] as const] : []),
    ...(template.includes('{hash}') ? [[url.replace(/[0-9a-f]{64}/, '0'.repeat(64)), 404] as const] : []),
  ]
  const cases = described.filter(({ has }) => has(400)).flatMap((one) => wrong(one).map(([url, status]) => ({ one, url, status })))
  test.each(cases)('$url is $status', async ({ one, url, status }) => {
    for (const Accept of ['*/*', 'application/json']) {
      const plain = await plainOf(url, { Accept })
      expect([plain.status, plain.headers.get('Cache-Control'), plain.headers.get('ETag'), plain.bytes.length > 0]).toEqual([status, 'no-store', null, true])
      const isJson = plain.headers.get('Content-Type') === 'application/problem+json'
      expect(isJson || !/json/.test(one.template)).toBe(true)
      if (isJson) expect(JSON.parse(new TextDecoder().decode(plain.bytes))).toMatchObject({ status, type: expect.stringMatching(/^urn:problem-type:supply-lines:[a-z-]+$/), title: expect.any(String), detail: expect.any(String) })
      const cells = cellsOf(url, FEW.slice(0, 1), { Accept }).filter(({ method }) => isConditional(method))
      expect(await judge(one, plain, cells)).toEqual([])
    }
  })
})

describe('a selection', () => {
  const whole = described.filter(({ template, parameters }) => /figures\/\{id\}[^/]*\.[a-z.]+$/.test(template) && parameters.every(({ name }) => name !== 'select'))
  test.each(whole)('$url is sent whole: 400, and csv is named', async ({ url }) => {
    for (const query of ['select=VNM', 'time=2012', 'select=VNM~THA&time=latest']) {
      const { status, headers, bytes } = await plainOf(withQuery(url, query))
      expect([status, headers.get('Content-Type')]).toEqual([400, 'application/problem+json'])
      const problem: { allowed: string[], link: string } = JSON.parse(new TextDecoder().decode(bytes))
      expect(problem.allowed).toContain('csv')
      expect((await plainOf(problem.link)).status).toBe(200)
      judged.push(`${query} ${url}`)
    }
  })
})

test('there are as many cells as there should be', () => {
  expect(judged.length).toBeGreaterThan(5000)
})
