/** `/embed.js`: the script for other people's pages, at an address that stays. */
import { formatAddress, UNPREFIXED_LANGUAGE } from '../../web/address.ts'
import { Problem } from '../../web/problem.ts'
import type { Route } from '../ask.ts'
import { reply } from '../reply.ts'

export const script: Route = async (ask) => {
  if (ask.address.lang !== UNPREFIXED_LANGUAGE) throw new Problem('unknown-page', { given: formatAddress(ask.address) })
  return reply(ask, {
    kind: 'data', mediaType: 'text/javascript; charset=utf-8', decides: [ask.build.host], body: () => ask.build.host,
  })
}
