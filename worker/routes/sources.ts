/** `/sources`: every source with its terms. */
import type { Source } from '../../data/model/figure.ts'
import type { Route } from '../ask.ts'
import { answerPage } from './page.ts'

export const sources: Route = (ask) =>
  answerPage(ask, async ({ release }) => {
    // Its bytes have the hash that the publisher gave to a list of sources.
    const list = await ask.store.read('file', release.sources) as readonly Source[]
    return { kind: 'sources', sources: list }
  })
