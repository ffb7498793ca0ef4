/** `/datapackage.json`, `/release.zip`, `/figures.parquet`, `/figures.ndjson`: all figures in one file, made when they were published. */
import type { StoredFile } from '../../data/model/release.ts'
import { formatAddress, UNPREFIXED_LANGUAGE, type Place } from '../../web/address.ts'
import { Problem } from '../../web/problem.ts'
import type { Ask } from '../ask.ts'
import { formatOf } from '../formats/index.ts'
import { bodyOf } from '../formats/xlsx.ts'
import { releaseModified } from '../modified.ts'
import { attachment, reply } from '../reply.ts'
import { collectionLinks, linkHeader } from '../signposting.ts'

type CollectionPlace = Extract<Place, { kind: 'collection' }>

/** Throws the Problem `unknown-page` for a file that is not there in the language asked for. */
export async function collection(ask: Ask, place: CollectionPlace): Promise<Response> {
  const { address: { lang, download }, store, origin } = ask
  const { release } = await store.published()
  const file = release.files?.[lang === UNPREFIXED_LANGUAGE ? place.file : `${lang}/${place.file}`]
  if (!file?.entry) throw new Problem('unknown-page', { given: formatAddress(ask.address) })
  const { entry } = file
  const name = lang === UNPREFIXED_LANGUAGE ? place.file : place.file.replace('.', `.${lang}.`)
  return reply(ask, {
    kind: 'data',
    mediaType: formatOf(place.file === 'datapackage.json' ? place.file : place.file.slice(place.file.indexOf('.') + 1)).mediaType,
    decides: [place.file, entry],
    modified: releaseModified(release),
    headers: { Link: linkHeader(collectionLinks(origin, lang)), ...(download ? { 'Content-Disposition': attachment(name, name) } : {}) },
    // Its bytes have the hash that the publisher gave to a stored file.
    body: async () => bodyOf(await store.read('file', entry) as StoredFile),
  })
}
