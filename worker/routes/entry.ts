/** `/data/<kind>/<hash>.json`: a listed entry as it is stored, which the browser side of our pages draws from. */
import type { Release } from '../../data/model/release.ts'
import { formatAddress, UNPREFIXED_LANGUAGE, type Place } from '../../web/address.ts'
import { Problem } from '../../web/problem.ts'
import type { Ask } from '../ask.ts'
import { releaseModified } from '../modified.ts'
import { reply } from '../reply.ts'

type EntryPlace = Extract<Place, { kind: 'entry' }>

const isListed = (release: Release, { entry, hash }: EntryPlace): boolean =>
  entry === 'front' ? release.front === hash : release.figures.some(({ history }) => history.some((version) => version.hash === hash))

/** Throws the Problem `unknown-page` for an entry that the release does not list, without reading anything. */
export async function entry(ask: Ask, place: EntryPlace): Promise<Response> {
  const { release } = await ask.store.published()
  if (ask.address.lang !== UNPREFIXED_LANGUAGE || !isListed(release, place)) {
    throw new Problem('unknown-page', { given: formatAddress(ask.address) })
  }
  return reply(ask, {
    kind: 'data',
    mediaType: 'application/json; charset=utf-8',
    decides: [place.entry, place.hash],
    isForEver: true,
    modified: releaseModified(release),
    body: () => ask.store.text(place.entry, place.hash),
  })
}
