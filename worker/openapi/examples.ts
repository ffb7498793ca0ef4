/** Examples of bodies, of the release that is being served: the short ones as they are, the others by an address that is asked as it stands. */
import { shapeOf } from '../../data/model/shape.ts'
import { DEFAULT_VIEW, formatAddress, UNPREFIXED_LANGUAGE } from '../../web/address.ts'
import { FORMATS } from '../formats/index.ts'
import type { Described, Json, Samples, Sent } from './described.ts'

const isJson = ({ schema }: Sent): boolean => schema !== null

/** The place that sends a body without being asked for its type: of a figure, the file. */
const placeOf = ({ place, isNegotiated }: Described, { mediaType }: Sent): Described['place'] =>
  (isNegotiated && place.kind === 'figure' ? { ...place, format: FORMATS.find((format) => format.mediaType === mediaType)?.extension ?? null } : place)

/** The address of a place with real values, in English, with the query without which there is no answer. */
function addressOf(described: Described, sent: Sent, { origin }: Samples): string {
  const { values = {}, own = [] } = described
  const path = formatAddress({ lang: UNPREFIXED_LANGUAGE, place: placeOf(described, sent), view: DEFAULT_VIEW, download: false })
  const query = own.filter(({ isRequired }) => isRequired).map(({ name, example }) => `${name}=${encodeURIComponent(example)}`)
  return origin + path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '') + (query.length ? `?${query.join('&')}` : '')
}

/** The first line of a table: its columns. */
const headLine = ({ entry: { shape } }: Samples): Json => ({ summary: 'The first line', value: `${shapeOf(shape).published.join(',')}\r\n` })

/** Examples of a body that a place sends; none where an example would be bytes. */
export function examplesOf(described: Described, sent: Sent, samples: Samples): Json {
  if (isJson(sent)) return { examples: { real: { summary: 'What is sent now', externalValue: addressOf(described, sent, samples) } } }
  return sent.mediaType.startsWith('text/csv') && 'id' in described.place ? { examples: { head: headLine(samples) } } : {}
}

/** What `/healthz` says of the release that is being served. */
export const healthExample = ({ hash, code }: Samples): Json => ({ example: { release: hash, code, store: 'kv' } })
