/** The figure's page. */
import { printPage } from '../../web/print.tsx'
import { PAGE_PARAMS, type Format } from './format.ts'

export const html: Format = {
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  encoder: 1,
  kind: 'page',
  params: PAGE_PARAMS,
  showsRelease: true,
  render: ({ site, address, figure, entry, hash }) => printPage(site, address, { kind: 'figure', figure, entry, hash }),
}
