/** What a page tells its browser side: where the facts it shows can be fetched, and for a figure's page what else it prints. */
import type { Hash } from '../../data/model/release.ts'
import type { ColumnProps } from '../view/column.tsx'

export type LiveData =
  | { readonly kind: 'dashboard'; readonly facts: string }
  | { readonly kind: 'embed'; readonly facts: string }
  | { readonly kind: 'figure'; readonly facts: string; readonly site: ColumnProps['site']; readonly hash: Hash }

/** Id of the data block in the page. */
export const LIVE_DATA = 'live'
