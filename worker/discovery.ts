/** `Link` headers by which consumers of oEmbed find out how to show a page: oEmbed 1.0, §4. */
import type { Address } from '../web/address.ts'
import { oembedOf } from '../web/pages/card.ts'
import type { Format } from './formats/format.ts'

/** For pages of figures and embeds; nothing for files. */
export function discoveryOf(origin: string, address: Address, { kind }: Pick<Format, 'kind'>): Record<string, string> {
  if (kind !== 'page') return {}
  return { Link: oembedOf(origin, address).map(({ type, href }) => `<${origin}${href}>; rel="alternate"; type="${type}"`).join(', ') }
}
