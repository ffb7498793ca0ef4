/** `/sources`: every source with its terms and what rests on it, notes on the founding article among it. */
import type { Article } from '../../data/model/article.ts'
import type { Source } from '../../data/model/figure.ts'
import type { Route } from '../ask.ts'
import { answerPage } from './page.ts'

export const sources: Route = (ask) =>
  answerPage(ask, async ({ release }) => {
    const [list, article] = await Promise.all([ask.store.read('file', release.sources), ask.store.read('file', release.article)])
    // Their bytes have the hashes that the publisher gave to a list of sources and to an Article.
    return { kind: 'sources', sources: list as readonly Source[], facts: (article as Article).facts }
  })
