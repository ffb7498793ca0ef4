/** Chooses by `Accept` (RFC 9110 §12.5.1): q values, the most specific range first, and 406 when nothing fits. */
import { Problem } from '../web/problem.ts'

type Range = { readonly type: string; readonly subtype: string; readonly parameters: readonly string[]; readonly q: number }

const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/
const Q = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/

const parametersOf = (parts: readonly string[]): string[] =>
  parts.map((part) => part.toLowerCase().replaceAll('"', '').replace(/\s*=\s*/, '='))

/** One media range; null when it is not one, and then it asks for nothing. */
function readRange(text: string): Range | null {
  const [name = '', ...rest] = text.split(';').map((part) => part.trim())
  const [type = '', subtype = '', extra] = name.toLowerCase().split('/')
  const weight = rest.findIndex((part) => /^q\s*=/i.test(part))
  const q = weight < 0 ? '1' : (rest[weight]?.replace(/^q\s*=\s*/i, '') ?? '')
  const isRange = TOKEN.test(type) && TOKEN.test(subtype) && extra === undefined && (type !== '*' || subtype === '*')
  if (!isRange || !Q.test(q)) return null
  return { type, subtype, parameters: parametersOf(weight < 0 ? rest : rest.slice(0, weight)), q: Number(q) }
}

/** The character set is ours to choose and is no reason to refuse. */
const named = (parameters: readonly string[]): readonly string[] => parameters.filter((one) => one && !one.startsWith('charset='))

/** How exactly a range names a media type, 0 when it does not: `*` + `/*`, `type/*`, `type/subtype`, with parameters. */
function specificity(range: Range, mediaType: string): number {
  const [name = '', ...rest] = mediaType.split(';').map((part) => part.trim())
  const [type, subtype] = name.split('/')
  if (range.type === '*') return 1
  if (range.type !== type) return 0
  if (range.subtype === '*') return 2
  const asked = named(range.parameters)
  const isNamed = range.subtype === subtype && asked.every((one) => parametersOf(rest).includes(one))
  return isNamed ? 3 + asked.length : 0
}

function qualityOf(mediaType: string, ranges: readonly Range[]): number {
  const matching = ranges.map((range) => ({ q: range.q, exact: specificity(range, mediaType) }))
  const [best] = matching.filter(({ exact }) => exact > 0).toSorted((a, b) => b.exact - a.exact || b.q - a.q)
  return best?.q ?? 0
}

/**
 * The offer a reader likes best, the earlier one where two are liked the same; null when every one is refused.
 * No header, or one without a single media range, takes anything.
 *
 * negotiate('a/b;q=0.5, c/*', [{ mediaType: 'a/b' }, { mediaType: 'c/d' }]) // => { mediaType: 'c/d' }
 */
export function negotiate<T extends { readonly mediaType: string }>(accept: string | null, offers: readonly T[]): T | null {
  const ranges = (accept ?? '').split(',').map(readRange).filter((range) => range !== null)
  if (!ranges.length) return offers[0] ?? null
  const rated = offers.map((offer) => ({ offer, q: qualityOf(offer.mediaType, ranges) })).filter(({ q }) => q > 0)
  return rated.toSorted((a, b) => b.q - a.q)[0]?.offer ?? null
}

/** Like `negotiate`, but nothing that fits is a Problem that lists what exists. */
export function negotiated<T extends { readonly mediaType: string }>(accept: string | null, offers: readonly T[]): T {
  const chosen = negotiate(accept, offers)
  if (chosen) return chosen
  const allowed = [...new Set(offers.map(({ mediaType }) => mediaType.split(';')[0] ?? mediaType))]
  throw new Problem('not-acceptable', { name: 'Accept', given: (accept ?? '').slice(0, 80), allowed })
}
