/** Lighthouse, as on a phone with a slow line: performance, accessibility, best practices and search at 95 of 100 or more. */
import { afterAll, describe, expect, it } from 'vitest'
import lighthouse from 'lighthouse'
import { openBrowser } from './chromium.ts'
import { freePort } from './site.ts'
import { ORIGIN } from './visit.ts'

const port = await freePort()
const browser = await openBrowser([`--remote-debugging-port=${port}`])
afterAll(() => browser.close())

const LEAST = 95

/** Other work on the machine can only make a page look slower than it is: of so many runs the fastest counts. */
const RUNS = 5

type Scores = Readonly<Record<string, number>>

/** Scores of 100 by category, and what was found wanting in those below `LEAST`. */
async function judge(path: string): Promise<{ readonly scores: Scores; readonly wanting: readonly string[] }> {
  const result = await lighthouse(ORIGIN + path, {
    port, logLevel: 'error', throttlingMethod: 'simulate', formFactor: 'mobile',
    onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
  })
  if (!result) throw new Error(`no result for ${path}`)
  const { categories, audits } = result.lhr
  const scores = Object.fromEntries(Object.entries(categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]))
  const wanting = Object.entries(categories).filter(([name]) => (scores[name] ?? 0) < LEAST).flatMap(([name, { auditRefs }]) => auditRefs
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => `${name}: ${audits[id]?.title} ${audits[id]?.displayValue ?? ''}`))
  return { scores, wanting }
}

async function bestOf(path: string, runs: number): Promise<Awaited<ReturnType<typeof judge>>> {
  const first = await judge(path)
  if (runs === 1 || (first.scores['performance'] ?? 0) >= LEAST) return first
  const next = await bestOf(path, runs - 1)
  return (next.scores['performance'] ?? 0) > (first.scores['performance'] ?? 0) ? next : first
}

describe.each(['/', '/ja', '/figures/fdi-inflows-gdp', '/embed/fdi-inflows-gdp'])('%s', (path) => {
  it(`is at ${LEAST} or more`, async () => {
    const { scores, wanting } = await bestOf(path, RUNS)
    console.log(`Lighthouse ${path}: ${Object.entries(scores).map(([name, score]) => `${name} ${score}`).join(', ')}`)
    expect(wanting).toEqual([])
    expect(Object.keys(scores)).toEqual(['performance', 'accessibility', 'best-practices', 'seo'])
    expect(Object.entries(scores).filter(([, score]) => score < LEAST)).toEqual([])
  })
})
