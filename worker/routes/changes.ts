/** `/changes` and `/changes.json`: what became of figures after they were first published. */
import type { Place } from '../../web/address.ts'
import { isTold } from '../../web/pages/logged.ts'
import type { Ask } from '../ask.ts'
import { answerJson, linkIn, releasesOf } from './history.ts'
import { answerPage } from './page.ts'
import { stepDocument } from './releases.ts'

type ChangesPlace = Extract<Place, { kind: 'changes' }>

export const changes = (ask: Ask, { format }: ChangesPlace): Promise<Response> => (format === null
  ? answerPage(ask, async (published) => ({ kind: 'changes', releases: await releasesOf(ask.store, published) }))
  : answerJson(ask, ['changes.json', 'changes.json'], async (published) => {
    const releases = await releasesOf(ask.store, published)
    const to = linkIn(ask)
    return {
      schema: 1, lang: ask.address.lang,
      changes: releases.flatMap(({ hash, date, steps }) => steps.filter(isTold).map((step) => ({ release: hash.slice(0, 16), date, ...stepDocument(ask, published.release, step) }))),
      links: { page: to({ kind: 'changes', format: null }), json: to({ kind: 'changes', format: 'json' }), releases: to({ kind: 'releases', hash: null, format: 'json' }) },
    }
  }))
