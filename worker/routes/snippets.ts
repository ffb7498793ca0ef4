/** `/figures/<id>/embed`: what to paste into another page to show the figure there. */
import type { Place } from '../../web/address.ts'
import { printPage } from '../../web/print.tsx'
import type { Ask } from '../ask.ts'
import { answerFigure } from '../figure.ts'
import { PAGE_PARAMS, type Format } from '../formats/format.ts'

const FORMAT: Format = {
  extension: 'snippets',
  mediaType: 'text/html; charset=utf-8',
  encoder: 1,
  kind: 'page',
  params: PAGE_PARAMS.filter((name) => name !== 'download'),
  showsRelease: true,
  render: ({ site, address, figure, entry, hash }) => printPage(site, address, { kind: 'snippets', figure, entry, hash }),
}

export const snippets = (ask: Ask, place: Extract<Place, { kind: 'snippets' }>): Promise<Response> =>
  answerFigure(ask, place, () => ({ format: FORMAT }))
