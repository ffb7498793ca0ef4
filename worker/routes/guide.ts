/** `/guide`: how to read the figures and how to use the data. */
import type { Ask } from '../ask.ts'
import { answerPage } from './page.ts'

export const guide = (ask: Ask): Promise<Response> => answerPage(ask, () => ({ kind: 'guide' }))
