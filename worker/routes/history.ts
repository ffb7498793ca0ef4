/** The log of releases, and how JSON about releases and changes is sent. */
import { releasesIn, type LoggedRelease, type ReleaseLog } from '../../data/model/log.ts'
import { DEFAULT_VIEW, formatAddress, type Place } from '../../web/address.ts'
import type { Ask } from '../ask.ts'
import { madeModified } from '../modified.ts'
import { attachment, reply } from '../reply.ts'
import type { Published, Store } from '../store.ts'

/** Every release, newest first: one read, however many there are. */
export async function releasesOf(store: Store, { hash, release }: Published): Promise<readonly LoggedRelease[]> {
  // Its bytes have the hash that the publisher gave to a log of releases.
  const log = await store.read('file', release.log) as ReleaseLog
  return releasesIn(log, { hash, date: release.date })
}

/** The whole address of a place in the language that was asked for. */
export const linkIn = ({ origin, address: { lang } }: Ask) => (place: Place): string =>
  origin + formatAddress({ lang, place, view: DEFAULT_VIEW, download: false })

/** Names of a file to be saved: a plain one, and one in words. */
export type FileNames = readonly [plain: string, inWords: string]

/** Sends JSON that the release decides, and where it is of one figure, that figure's versions, which the address names. */
export async function answerJson(ask: Ask, [plain, inWords]: FileNames, document: (published: Published) => Promise<unknown>): Promise<Response> {
  const published = await ask.store.published()
  return reply(ask, {
    kind: 'data',
    mediaType: 'application/json; charset=utf-8',
    decides: [ask.build.code, ask.origin, formatAddress({ ...ask.address, download: false }), published.hash],
    modified: madeModified(published.release, ask.build),
    headers: ask.address.download ? { 'Content-Disposition': attachment(plain, inWords) } : {},
    body: async () => `${JSON.stringify(await document(published))}\n`,
  })
}
