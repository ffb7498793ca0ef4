/** `/sitemap.xml`, `/robots.txt`, `/.well-known/api-catalog`: for machines that come for the first time. */
import { formatAddress, UNPREFIXED_LANGUAGE, type Place } from '../../web/address.ts'
import { Problem } from '../../web/problem.ts'
import type { Ask } from '../ask.ts'
import { apiLinks, DOORS } from '../doors.ts'
import { madeModified } from '../modified.ts'
import { reply } from '../reply.ts'

/** Throws the Problem `unknown-page` below a language: there is one of each for all of them. */
export async function door(ask: Ask, { file }: Extract<Place, { kind: 'door' }>): Promise<Response> {
  const { address, build, origin } = ask
  if (address.lang !== UNPREFIXED_LANGUAGE) throw new Problem('unknown-page', { given: formatAddress(address) })
  const { release, hash } = await ask.store.published()
  const { mediaType, print } = DOORS[file]
  return reply(ask, {
    kind: 'data', mediaType, decides: [build.code, origin, file, hash], modified: madeModified(release, build), headers: { Link: apiLinks(origin) }, body: () => print({ origin, release }),
  })
}
