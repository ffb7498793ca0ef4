/** Makes the answer: its ETag from what decides its bytes, 304 before anything is read, and what caches may do. */
import { canonical, hashOf } from '../data/model/release.ts'
import type { Ask } from './ask.ts'
import { digestOf } from './digest.ts'
import { isUnchanged, modifiedHeader, past } from './modified.ts'
import type { Body } from './formats/format.ts'
import { policyOf, sharing, type Kind } from './security.ts'
import type { Store } from './store.ts'

export const LIVE = 'public, max-age=60, stale-while-revalidate=600'
export const FOR_EVER = 'public, max-age=31536000, immutable'
export const NEVER = 'no-store'

export type Answer = {
  readonly kind: Kind
  readonly mediaType: string
  /** Everything that decides the bytes, known without reading them. */
  readonly decides: readonly unknown[]
  readonly body: () => Body | Promise<Body>
  /** The same bytes for ever: a file of a version. */
  readonly isForEver?: boolean
  readonly isFrameable?: boolean
  /** When what it says last changed, where a date decides its bytes. */
  readonly modified?: Date | null
  /** Headers of this answer only. */
  readonly headers?: Readonly<Record<string, string>>
}

/** A strong tag: equal for equal bytes, of 32 hex digits. */
export const tagOf = async (decides: readonly unknown[]): Promise<string> =>
  `"${(await hashOf(canonical(decides))).slice(0, 32)}"`

/**
 * Whether `If-None-Match` names a tag: a list, weak tags compared weakly, `*` for whatever there is. RFC 9110 §13.1.2.
 *
 * isKnown('W/"a", "b"', '"a"') // => true
 */
export const isKnown = (header: string | null, tag: string): boolean =>
  header !== null && (header.trim() === '*' || [...header.matchAll(/"[\x21\x23-\x7e\x80-\xff]*"/g)].some(([one]) => one === tag))

const cacheOf = (answer: Answer, store: Store): string => (store.isFallback() ? NEVER : answer.isForEver ? FOR_EVER : LIVE)

/** Says on an answer that KV did not give all of it. */
const honesty = (store: Store): Record<string, string> => (store.isFallback() ? { 'Supply-Lines-Store': 'fallback' } : {})

/** Answers a request: 304 when the reader has these bytes, else the bytes with every header they need. */
export async function reply(ask: Pick<Ask, 'request' | 'store' | 'address'>, answer: Answer): Promise<Response> {
  const { request, store, address } = ask
  const { kind, mediaType, isFrameable = false, headers = {} } = answer
  // the copy that stands in may be older than what was sent before
  const modified = store.isFallback() ? null : past(answer.modified ?? null)
  const tag = await tagOf(answer.decides)
  const common = { ETag: tag, ...modifiedHeader(modified), ...sharing(kind, isFrameable), ...headers }
  const known = request.headers.get('If-None-Match')
  // RFC 9110, §13.1.3: a date counts only where no tag is given.
  if (known === null ? isUnchanged(request.headers.get('If-Modified-Since'), modified) : isKnown(known, tag)) {
    return new Response(null, { status: 304, headers: { ...common, 'Cache-Control': cacheOf(answer, store), ...honesty(store) } })
  }
  const body = await answer.body()
  return new Response(body, {
    headers: {
      ...common,
      'Content-Type': mediaType,
      ...(await digestOf(mediaType, body)),
      'Content-Language': address.lang,
      'Content-Security-Policy': await policyOf(kind, body, isFrameable),
      'Cache-Control': cacheOf(answer, store),
      ...honesty(store),
    },
  })
}

/**
 * To another address of ours. A path, so that it leads to the host that was asked. Any script may follow it: what may be read is said
 * by the answer it leads to.
 */
export const redirect = (status: 301 | 302 | 303, path: string, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status, headers: { ...sharing('data'), ...headers, Location: path, 'Cache-Control': LIVE } })

/** Windows, macOS and Linux refuse these in names of files. At most 80 code points: half of one cannot be sent. */
export const safeName = (text: string): string =>
  [...text.toWellFormed().replace(/[/\\:*?"<>|\p{Cc}]+/gu, ' ').replace(/\s+/g, ' ').trim()].slice(0, 80).join('')

/** RFC 8187: everything but letters, digits and a few marks as UTF-8 bytes in per cent. */
const escapeUtf8 = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)

/**
 * Content-Disposition (RFC 6266) with a plain name and, for those who can read it, one in words.
 *
 * attachment('a.ja.csv', '図.csv') // => `attachment; filename="a.ja.csv"; filename*=UTF-8''%E5%9B%B3.csv`
 */
export const attachment = (plain: string, inWords: string): string =>
  `attachment; filename="${plain}"; filename*=UTF-8''${escapeUtf8(inWords)}`
