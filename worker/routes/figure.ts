/** `/figures/<id>`: by extension, else by `Accept`, else the page. */
import { formatAddress, type Place } from '../../web/address.ts'
import type { Ask } from '../ask.ts'
import { answerFigure, type Sending } from '../figure.ts'
import type { Format } from '../formats/format.ts'
import { formatOf } from '../formats/index.ts'
import { negotiated } from '../negotiate.ts'

type FigureAddress = Extract<Place, { kind: 'figure' }>

/** An answer chosen by `Accept` says so, and where it can be had without choosing. */
function chosen({ request, address }: Ask, place: FigureAddress, formats: readonly Format[]): Sending {
  const format = negotiated(request.headers.get('Accept'), formats)
  const own = formatAddress({ ...address, place: { ...place, format: format.extension } })
  return { format, headers: { Vary: 'Accept', 'Content-Location': own } }
}

export const figure = (ask: Ask, place: FigureAddress): Promise<Response> =>
  answerFigure(ask, place, (formats) => (place.format === null ? chosen(ask, place, formats) : { format: formatOf(place.format) }))
