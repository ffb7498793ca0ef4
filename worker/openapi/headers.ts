/** Every header that an answer may have, described, and which answers have which. */
import { isSentAsItIs } from '../digest.ts'
import { SHARED } from '../method.ts'
import { FOR_EVER, LIVE, NEVER } from '../reply.ts'
import { ALWAYS, sharing, type Kind } from '../security.ts'
import type { Described, Json } from './described.ts'

type Header = { readonly says: string; readonly schema: Json; readonly isSometimes?: true }

const text = (pattern?: string): Json => ({ type: 'string', ...(pattern && { pattern }) })
const one = (...values: readonly string[]): Json => ({ type: 'string', enum: values })

/** An HTTP date of the form that is sent. */
const DATE = '^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT$'

export const HEADERS = {
  ETag: { says: 'Equal for equal bytes. A cache that compresses may make it weak; If-None-Match is compared weakly.', schema: text('^(W/)?"[0-9a-f]{32}"$') },
  'Cache-Control': { says: 'A minute for what is live, for ever for files of a version, never for problems and stand-ins', schema: one(LIVE, FOR_EVER, NEVER) },
  'Content-Language': { says: 'The language of the words', schema: text('^[a-z]{2}$') },
  'Last-Modified': { says: 'When what is sent last changed; left out where nobody can say', schema: text(DATE), isSometimes: true },
  'Repr-Digest': { says: 'sha-256 of the bytes (RFC 9530), on types that are sent uncompressed', schema: text('^sha-256=:[A-Za-z0-9+/]{43}=:$') },
  'Content-Length': { says: 'Bytes, on types that are sent uncompressed: GET and HEAD alike', schema: text('^[1-9]\\d*$') },
  'Content-Disposition': {
    says: 'Where download was asked for: a plain name, and one in words (RFC 6266, RFC 8187)', isSometimes: true,
    schema: text("^attachment; filename=\"[a-z0-9@.-]+\"; filename\\*=UTF-8''([A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})+$"),
  },
  Link: { says: 'What belongs to it (RFC 8288)', schema: text('^<[^>]+>; rel='), isSometimes: true },
  Vary: { says: 'What was sent was chosen by Accept', schema: one('Accept'), isSometimes: true },
  'Content-Location': { says: 'Where this can be had without Accept', schema: text('^/') },
  Location: { says: 'Where to look instead: a path of this site', schema: text('^/') },
  Allow: { says: 'The methods that are possible: with 204 and 405', schema: one('GET, HEAD', SHARED.join(', ')), isSometimes: true },
  'Retry-After': { says: 'Seconds', schema: text('^\\d+$'), isSometimes: true },
  'Supply-Lines-Store': { says: 'fallback: read from the copy that was deployed', schema: one('fallback'), isSometimes: true },
  'Cross-Origin-Resource-Policy': { says: 'Any page may show it: data, pictures and embeds', schema: one('cross-origin'), isSometimes: true },
  'Access-Control-Allow-Origin': { says: 'Any script may read it: data and pictures', schema: one('*'), isSometimes: true },
  'Access-Control-Expose-Headers': { says: 'What scripts may read besides', schema: text(), isSometimes: true },
  'Access-Control-Allow-Methods': { says: 'What scripts may ask with', schema: one(SHARED.join(', ')) },
  'Access-Control-Allow-Headers': { says: 'What scripts may send along', schema: text() },
  'Access-Control-Max-Age': { says: 'Seconds for which this may be remembered', schema: text('^\\d+$') },
  'Content-Security-Policy': { says: 'What a browser may load for it', schema: text("^default-src 'none'") },
  'X-Content-Type-Options': { says: 'The type is the one that is said', schema: one(ALWAYS['X-Content-Type-Options']) },
  'Referrer-Policy': { says: 'What other sites learn of where a reader came from', schema: one(ALWAYS['Referrer-Policy']) },
  'Permissions-Policy': { says: 'What no page here asks of a device', schema: one(ALWAYS['Permissions-Policy']) },
} as const satisfies Record<string, Header>

export type HeaderName = keyof typeof HEADERS

const isHeader = (name: string): name is HeaderName => Object.hasOwn(HEADERS, name)

/** The headers of the document, each once. */
export const headerComponents = (): Json => Object.fromEntries(Object.entries(HEADERS).map(([name, header]: [string, Header]) =>
  [name, { description: header.says, ...(header.isSometimes ? {} : { required: true }), schema: header.schema }]))

/** These headers, as an answer refers to them. */
export const headersNamed = (names: readonly string[]): Json =>
  Object.fromEntries([...new Set(names)].filter(isHeader).map((name) => [name, { $ref: `#/components/headers/${name}` }]))

/** On whatever is sent. */
export const EVERYWHERE: readonly string[] = Object.keys(ALWAYS)

/** On every answer with a body. */
export const WITH_BODY: readonly string[] = [...EVERYWHERE, 'Cache-Control', 'Content-Language', 'Content-Security-Policy']

type Answering = Pick<Described, 'sends' | 'isNegotiated' | 'place'>

/** Who else may read it: by what it is. */
export const sharingHeaders = (kinds: readonly Kind[], isFrameable = false): readonly string[] => kinds.flatMap((kind) => Object.keys(sharing(kind, isFrameable)))

/** Headers of a place's answer, and of the 304 in its place. */
export const answerHeaders = ({ sends, isNegotiated, place }: Answering): readonly string[] => [
  'ETag', ...sharingHeaders(sends.map(({ kind }) => kind), place.kind === 'embed'),
  'Last-Modified', 'Link', 'Content-Disposition', 'Supply-Lines-Store', ...(isNegotiated ? ['Vary', 'Content-Location'] : []),
]

/** Headers that only the answer with a body has. */
export const bodyHeaders = ({ sends }: Answering): readonly string[] =>
  (sends.every(({ mediaType }) => isSentAsItIs(mediaType)) ? ['Repr-Digest', 'Content-Length'] : [])
