/** What was asked, as routes get it. */
import type { Address } from '../web/address.ts'
import type { Site } from '../web/print.tsx'
import type { Build } from './build.ts'
import { FORMATS } from './formats/index.ts'
import type { Raster } from './raster.ts'
import type { Published, Store } from './store.ts'

export type Ask = {
  readonly request: Request
  readonly url: URL
  readonly address: Address
  readonly origin: string
  readonly build: Build
  readonly store: Store
  /** Draws pixels; null where there is no time for that. */
  readonly raster: Raster | null
}

/** A kind of place and how it answers. Throws Problems. */
export type Route = (ask: Ask) => Promise<Response>

/** What every page needs to know of the site. */
export const siteOf = ({ origin, build }: Pick<Ask, 'origin' | 'build'>, { hash, release }: Published): Site =>
  ({ origin, assets: build.assets, release, releaseHash: hash, formats: FORMATS })
