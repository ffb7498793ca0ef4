/** resvg as the Worker brings it: a module that is compiled when the Worker is deployed, and made ready when it is first needed. */
import wasm from '@resvg/resvg-wasm/index_bg.wasm'
import type { Env } from './env.ts'
import { openRaster, type Raster } from './raster.ts'

/** Draws pixels, unless this deployment has no time for that. */
export const rasterFor = ({ EDGE_PNG }: Pick<Env, 'EDGE_PNG'>): Raster | null =>
  (EDGE_PNG === 'off' ? null : async (...picture) => (await openRaster(wasm))(...picture))
