/** `/article`: the founding article as facts, in one read. */
import type { Article } from '../../data/model/article.ts'
import type { Route } from '../ask.ts'
import { answerPage } from './page.ts'

export const article: Route = (ask) =>
  answerPage(ask, async ({ release }) => {
    // Its bytes have the hash that the publisher gave to an Article.
    const found = await ask.store.read('file', release.article) as Article
    return { kind: 'article', article: found }
  })
