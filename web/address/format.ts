/** Address → URL: one spelling for each address. */
import type { TimeRange } from '../../data/model/time.ts'
import type { Address, Place, View } from './view.ts'

/** The language whose addresses have no prefix. */
export const UNPREFIXED_LANGUAGE = 'en'

const suffix = (mark: string, text: string | null): string => (text === null ? '' : mark + text)

function formatPlace(place: Place): string {
  switch (place.kind) {
    case 'dashboard': return ''
    case 'catalogue': return `/figures${suffix('.', place.format)}`
    case 'sources': return '/sources'
    case 'releases': return `/releases${suffix('/', place.hash)}${suffix('.', place.format)}`
    case 'changes': return `/changes${suffix('.', place.format)}`
    case 'comparison': return `/changes/${place.id}@${place.from}${suffix('-', place.to)}${suffix('.', place.format)}`
    case 'guide': return '/guide'
    case 'article': return '/article'
    case 'collection': case 'door': return `/${place.file}`
    case 'openapi': return '/openapi.json'
    case 'oembed': return '/oembed'
    case 'entry': return `/data/${place.entry}/${place.hash}.json`
    case 'figure': return `/figures/${place.id}${suffix('@', place.version)}${suffix('.', place.format)}`
    case 'embed': return `/embed/${place.id}${suffix('@', place.version)}`
    case 'snippets': return `/figures/${place.id}${suffix('@', place.version)}/embed`
    case 'script': return '/embed.js'
    default: return place satisfies never
  }
}

/** `2024`, `2010..2024`, `2010..`, `..2024` or `latest`. */
function formatTime(time: TimeRange | 'latest'): string {
  if (time === 'latest') return time
  return time.from === time.to && time.from !== null ? time.from : `${time.from ?? ''}..${time.to ?? ''}`
}

function viewPairs(view: View): [string, string | null][] {
  return [
    ['chart', view.chart && encodeURIComponent(view.chart)],
    ['select', view.select?.map(encodeURIComponent).join('~') ?? null],
    ['time', view.time && formatTime(view.time)],
    ['theme', view.theme],
    ['size', view.size],
    ['scale', view.scale && String(view.scale)],
  ]
}

/**
 * The URL of an address: path and query, parameters in one order, what is null left out.
 * A view that went through `checkView` has null for every default, so its URL is the canonical one.
 *
 * formatAddress({ lang: 'ja', place: { kind: 'sources' }, view: DEFAULT_VIEW, download: false }) // => '/ja/sources'
 */
export function formatAddress(address: Address): string {
  const prefix = address.lang === UNPREFIXED_LANGUAGE ? '' : `/${address.lang}`
  const query = address.place.kind === 'catalogue' ? encodeURIComponent(address.place.query) : ''
  const pairs = [['q', query || null], ...viewPairs(address.view)]
    .flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`]))
  const search = [...pairs, ...(address.download ? ['download'] : []), ...(address.bom ? ['bom'] : [])].join('&')
  return `${prefix}${formatPlace(address.place)}${search && `?${search}`}`.replace(/^(?=$|\?)/, '/')
}
