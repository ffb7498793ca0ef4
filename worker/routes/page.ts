/** What every page that shows no single figure has in common. */
import { checkView, formatAddress, type Address } from '../../web/address.ts'
import { printPage, type Content } from '../../web/print.tsx'
import { siteOf, type Ask } from '../ask.ts'
import { apiLinks } from '../doors.ts'
import { madeModified } from '../modified.ts'
import { reply } from '../reply.ts'
import type { Published } from '../store.ts'

const NO_FIGURE = { charts: [], codes: [], years: [] }

/** Sends a page that the release decides. `content` is asked for only when the reader does not have the page yet. */
export async function answerPage(ask: Ask, content: (published: Published) => Content | Promise<Content>): Promise<Response> {
  const published = await ask.store.published()
  const address: Address = { ...ask.address, view: checkView(ask.address, NO_FIGURE) }
  return reply(ask, {
    kind: 'page',
    mediaType: 'text/html; charset=utf-8',
    decides: [ask.build.code, ask.origin, formatAddress(address), published.hash],
    modified: madeModified(published.release, ask.build),
    headers: { Link: apiLinks(ask.origin) },
    body: async () => printPage(siteOf(ask, published), address, await content(published)),
  })
}
