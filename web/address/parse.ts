/** URL → address, and the redirect from what a form sends to the one spelling. */
import { formatAddress } from './format.ts'
import { askedOf, parsePlace } from './path.ts'
import { isFormQuery, readFlag, readSearch, readView, refuseParameters, type Parameter } from './query.ts'
import type { Address, Place } from './view.ts'

const SHOWN: readonly Parameter[] = ['chart', 'select', 'time', 'from', 'to', 'theme']

/** Parameters that may mean something at a place. A figure's formats narrow theirs further, once one is chosen. */
export function parametersAt(place: Place): readonly Parameter[] {
  switch (place.kind) {
    case 'dashboard': case 'sources': case 'guide': case 'article': return ['theme']
    case 'releases': case 'changes': case 'comparison': return place.format === null ? ['theme'] : ['download']
    case 'door': case 'entry': case 'oembed': case 'script': return []
    case 'collection': case 'openapi': return ['download']
    case 'catalogue': return place.format === null ? ['q', 'theme'] : ['q', 'download']
    case 'embed': case 'snippets': return SHOWN
    case 'figure': return place.format === null ? [...SHOWN, 'size', 'scale'] : [...SHOWN, 'size', 'scale', 'download', 'bom']
    default: return place satisfies never
  }
}

/**
 * Reads a URL. Unknown parameters are ignored; a known one with a value of the wrong form, or at a place where it means
 * nothing, is a Problem, and so is a path that is no place. What only the figure knows is left to `checkView`.
 *
 * parseAddress(new URL('https://x/ja/figures/a.svg?time=2010..'), ['en', 'ja']).view.time // => { from: '2010', to: null }
 */
export function parseAddress(url: URL, languages: readonly string[]): Address {
  const { lang, path } = askedOf(url.pathname, languages)
  const place = parsePlace(path)
  const query = url.searchParams
  refuseParameters(query, parametersAt(place))
  return {
    lang,
    place: place.kind === 'catalogue' ? { ...place, query: readSearch(query) } : place,
    view: readView(query),
    download: readFlag(query, 'download'),
    ...(readFlag(query, 'bom') ? { bom: true } : {}),
  }
}

/**
 * Where a form's URL should be looked at instead, or null when the URL needs no other spelling.
 * Forms without JavaScript repeat `select`, send `from` and `to`, and send fields that were left empty.
 *
 * canonicalRedirect(new URL('https://x/figures/a?select=B&select=C&to='), ['en']) // => '/figures/a?select=B~C'
 */
export const canonicalRedirect = (url: URL, languages: readonly string[]): string | null =>
  isFormQuery(url.searchParams) ? formatAddress(parseAddress(url, languages)) : null
