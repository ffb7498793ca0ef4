/** `/`: the dashboard, in one read. */
import type { Front } from '../../data/model/release.ts'
import type { Route } from '../ask.ts'
import { answerPage } from './page.ts'

export const dashboard: Route = (ask) =>
  answerPage(ask, async ({ release }) => {
    // Its bytes have the hash that the publisher gave to a Front.
    const front = await ask.store.read('front', release.front) as Front
    return { kind: 'dashboard', front }
  })
