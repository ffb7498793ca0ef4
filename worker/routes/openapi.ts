/** `/openapi.json`: every address here, what it takes and what it answers. */
import { formatAddress, UNPREFIXED_LANGUAGE } from '../../web/address.ts'
import { Problem } from '../../web/problem.ts'
import type { Route } from '../ask.ts'
import { madeModified } from '../modified.ts'
import { openapiOf } from '../openapi/document.ts'
import { attachment, reply } from '../reply.ts'

export const openapi: Route = async (ask) => {
  const { address, build, origin } = ask
  if (address.lang !== UNPREFIXED_LANGUAGE) throw new Problem('unknown-page', { given: formatAddress({ ...address, download: false }) })
  const { release, hash } = await ask.store.published()
  return reply(ask, {
    kind: 'data', mediaType: 'application/json; charset=utf-8', decides: [build.code, origin, 'openapi', hash],
    modified: madeModified(release, build),
    headers: address.download ? { 'Content-Disposition': attachment('openapi.json', 'openapi.json') } : {},
    body: () => `${JSON.stringify(openapiOf({ origin, release, hash, code: build.code }))}\n`,
  })
}
