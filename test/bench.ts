/** Program: draw + print 11 lines × 50 years, ours against Observable Plot, alternating in one process. */
import { join } from 'node:path'
import { build } from 'vite'
import type * as Drawing from './bench/drawing.tsx'

const ROUNDS = 300
const WARM_UP = 60
/** Ours must be at least this many times as fast; the same run measures both, so a slow machine slows both. */
const REQUIRED = 2

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

function time(work: () => string): number {
  const start = performance.now()
  if (!work().includes('<svg')) throw new Error('nothing was drawn')
  return performance.now() - start
}

/** Our side as it is deployed: one bundle, where imports are plain variables. The rival is a package and stays one. */
async function bundled(): Promise<typeof Drawing> {
  const outDir = join(import.meta.dirname, '../.build/bench')
  await build({
    configFile: false, logLevel: 'error', publicDir: false, oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { ssr: join(import.meta.dirname, 'bench/drawing.tsx'), outDir, emptyOutDir: true, rolldownOptions: { output: { entryFileNames: 'drawing.js' } } },
  })
  return await import(join(outDir, 'drawing.js')) as typeof Drawing
}

const { ours, plots } = await bundled()
const times = Array.from({ length: WARM_UP + ROUNDS }, () => ({ ours: time(ours), plot: time(plots) })).slice(WARM_UP)
const mine = median(times.map((round) => round.ours))
const theirs = median(times.map((round) => round.plot))
const ratio = theirs / mine
console.log(`draw and print 11 lines × 50 years, median of ${ROUNDS}: ours ${mine.toFixed(2)} ms, Observable Plot with linkedom ${theirs.toFixed(2)} ms`)
console.log(`${ratio.toFixed(1)} times as fast (at least ${REQUIRED} required)`)
if (!(ratio >= REQUIRED)) process.exitCode = 1
