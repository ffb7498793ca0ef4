/** The cells of the matrix: every request that the description makes possible, with what it has to come to. */
import { Problem } from '../../web/problem.ts'
import { ask as askAt, type Question } from './ask.ts'
import { headerFaults, type Described } from './described.ts'

/** Where pictures in pixels are made for: there they are sent as they are. */
export const MADE_FOR = 'http://localhost:8787'

export const ask = (path: string, question: Question = {}): Promise<Response> => askAt(path, { ...question, origin: MADE_FOR })

export const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST'] as const
export const ENCODINGS = ['identity', 'gzip'] as const

/** What a plain GET of an address says: everything else is measured by it. */
export type Plain = { readonly status: number, readonly headers: Headers, readonly bytes: Uint8Array<ArrayBuffer> }

/** A condition of a request: its headers, and whether the answer is known by it. */
export type Condition = { readonly name: string, readonly headers: (plain: Plain) => Record<string, string>, readonly isKnown: (plain: Plain, one: Dated) => boolean }

type Dated = Pick<Described, 'template'>

/** What has no date: how the service is, whose answer is new each time, and the script, which is in no release. */
export const UNDATED: readonly string[] = ['/healthz', '/embed.js']

/** Whether an address has to say when what it gives last changed. */
export const isDated = ({ template }: Dated): boolean => !UNDATED.includes(template)

const tagOf = ({ headers }: Plain): string => headers.get('ETag') ?? '"none"'
const isTagged = ({ headers }: Plain): boolean => headers.has('ETag')
const dateOf = ({ headers }: Plain, days: number): string => new Date(Date.parse(headers.get('Last-Modified') ?? '2026-11-23T00:00:00Z') + days * 86_400_000).toUTCString()
const never = (): boolean => false

const byTag = (name: string, spell: (tag: string) => string, isKnown: (plain: Plain) => boolean): Condition =>
  ({ name, headers: (plain) => ({ 'If-None-Match': spell(tagOf(plain)) }), isKnown })

const byDate = (name: string, days: number, isKnown: Condition['isKnown']): Condition =>
  ({ name, headers: (plain) => ({ 'If-Modified-Since': dateOf(plain, days) }), isKnown })

export const CONDITIONS: readonly Condition[] = [
  { name: 'none', headers: () => ({}), isKnown: never },
  byTag('the tag', (tag) => tag, isTagged),
  byTag('weak', (tag) => `W/${tag}`, isTagged),
  byTag('in a list', (tag) => `"other", W/"x" ,${tag}`, isTagged),
  byTag('anything', () => '*', isTagged),
  byTag('another', () => 'W/"other"', never),
  byDate('before', -1, never),
  byDate('the date', 0, (_, one) => isDated(one)),
  byDate('after', 1, (_, one) => isDated(one)),
  { name: 'no date', headers: () => ({ 'If-Modified-Since': 'yesterday' }), isKnown: never },
  { name: 'the tag, before', headers: (plain) => ({ 'If-None-Match': tagOf(plain), 'If-Modified-Since': dateOf(plain, -1) }), isKnown: isTagged },
  { name: 'another, after', headers: (plain) => ({ 'If-None-Match': '"other"', 'If-Modified-Since': dateOf(plain, 1) }), isKnown: never },
]

export const plainOf = async (url: string, headers: Record<string, string> = {}): Promise<Plain> => {
  const answer = await ask(url, { headers })
  return { status: answer.status, headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) }
}

/** The status that a method and a condition come to. */
function statusOf(described: Described, method: string, plain: Plain, condition: Condition): number {
  const { methods } = described
  if (method === 'OPTIONS' && methods.includes('OPTIONS')) return 204
  if (!methods.includes(method)) return new Problem('method-not-allowed').status
  return condition.isKnown(plain, described) ? 304 : plain.status
}

/** Headers that a 304 leaves out: those of the body. */
const ofBody = (name: string): boolean => ['content-type', 'content-language', 'content-length', 'content-security-policy', 'repr-digest'].includes(name)

const pairs = (headers: Headers): readonly string[] => [...headers].map(([name, value]) => `${name}: ${value}`)

/** In what an answer differs from the plain one: a 200 has its headers, a 304 those that are not about the body. */
function differences(answer: Plain, plain: Plain): readonly string[] {
  const kept = new Headers([...plain.headers].filter(([name]) => answer.status === 200 || !ofBody(name)))
  return pairs(answer.headers).join('\n') === pairs(kept).join('\n') ? [] : [`headers: ${pairs(answer.headers)} instead of ${pairs(kept)}`]
}

const isEqual = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && crypto.subtle.timingSafeEqual(one, other)

/** In what the body is not what it has to be: the plain one for a GET, none for HEAD, 204 and 304, words for a mistake. */
function bodyFaults(method: string, answer: Plain, plain: Plain): readonly string[] {
  if (method === 'HEAD' || answer.status === 204 || answer.status === 304) return answer.bytes.length ? ['there is a body'] : []
  if (answer.status === 200) return isEqual(answer.bytes, plain.bytes) && plain.bytes.length > 0 ? [] : ['the body is another']
  return answer.bytes.length ? [] : ['there is no body']
}

/** Whether an answer is data: not a page that Accept chose, nor a picture. */
const isJsonOrFile = ({ headers, status }: Plain): boolean => status !== 304 && !/^(?:text\/html|image\/)/.test(headers.get('Content-Type') ?? '')

/** What a 405 has to say. */
function methodFaults({ methods }: Described, answer: Plain): readonly string[] {
  const allowed = methods.join(', ')
  const said = answer.headers.get('Allow')
  return said === allowed ? [] : [`Allow: ${said} instead of ${allowed}`]
}

export type Cell = { readonly url: string, readonly method: string, readonly condition: Condition, readonly headers: Record<string, string> }

/** Asks for a cell, and everything that is wrong with the answer. */
export async function cellFaults(described: Described, plain: Plain, { url, method, condition, headers }: Cell): Promise<readonly string[]> {
  const got = await ask(url, { method, headers: { ...headers, ...condition.headers(plain) } })
  const answer: Plain = { status: got.status, headers: got.headers, bytes: new Uint8Array(await got.arrayBuffer()) }
  const status = statusOf(described, method, plain, condition)
  if (answer.status !== status) return [`${answer.status} instead of ${status}`]
  const spec = described.answer(method, status)
  return [
    ...(spec ? headerFaults(answer.headers, status === 304 || status === 204 ? { ...spec, content: {} } : spec) : ['the answer is not described']),
    ...bodyFaults(method, answer, plain),
    ...(status === 200 || status === 304 ? differences(answer, plain) : []),
    // what other sites' scripts may ask for, they may read
    ...(described.methods.includes('OPTIONS') && isJsonOrFile(answer) && answer.headers.get('Access-Control-Allow-Origin') !== '*' ? ['no other site may read it'] : []),
    ...(status === 405 ? methodFaults(described, answer) : []),
    ...(status === 204 && answer.headers.get('Allow') !== described.methods.join(', ') ? ['Allow is another'] : []),
    ...(answer.headers.has('Content-Encoding') ? ['it says that it is compressed'] : []),
  ]
}
