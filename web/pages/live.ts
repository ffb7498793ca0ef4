/** What a page tells its browser side: what it shows, and where the facts of that can be fetched. */
import type { View } from '../address.ts'

export type LiveData = {
  /** Whether the facts are those of the front page or one figure. */
  readonly kind: 'front' | 'figure'
  readonly facts: string
  readonly lang: string
  readonly view: View
}

/** Id of the data block in the page. */
export const LIVE_DATA = 'live'
