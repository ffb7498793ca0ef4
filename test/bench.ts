/** Program: draw + print 11 lines × 50 years, ours against Observable Plot, alternating in one process. */
import { runnerImport } from 'vite'
import { fileURLToPath } from 'node:url'
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

const { module: { ours, plots } } = await runnerImport<typeof Drawing>(fileURLToPath(new URL('./bench/drawing.tsx', import.meta.url)), {
  configFile: false, logLevel: 'error', oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
})
const times = Array.from({ length: WARM_UP + ROUNDS }, () => ({ ours: time(ours), plot: time(plots) })).slice(WARM_UP)
const mine = median(times.map((round) => round.ours))
const theirs = median(times.map((round) => round.plot))
const ratio = theirs / mine
console.log(`draw and print 11 lines × 50 years, median of ${ROUNDS}: ours ${mine.toFixed(2)} ms, Observable Plot with linkedom ${theirs.toFixed(2)} ms`)
console.log(`${ratio.toFixed(1)} times as fast (at least ${REQUIRED} required)`)
if (!(ratio >= REQUIRED)) process.exitCode = 1
