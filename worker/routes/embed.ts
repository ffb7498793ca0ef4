/** `/embed/<id>`: the figure for other people's pages, which may frame it. */
import type { Place } from '../../web/address.ts'
import { printPage } from '../../web/print.tsx'
import type { Ask } from '../ask.ts'
import { answerFigure } from '../figure.ts'
import { PAGE_PARAMS, type Format } from '../formats/format.ts'

const FORMAT: Format = {
  extension: 'embed',
  mediaType: 'text/html; charset=utf-8',
  encoder: 1,
  kind: 'page',
  params: PAGE_PARAMS.filter((name) => name !== 'download'),
  showsRelease: true,
  render: ({ site, address, figure, entry, hash }) => printPage(site, address, { kind: 'embed', figure, entry, hash }),
}

export const embed = (ask: Ask, place: Extract<Place, { kind: 'embed' }>): Promise<Response> =>
  answerFigure(ask, place, () => ({ format: FORMAT, isFrameable: true }))
