/** The browser side: wakes the printed page up without changing it. Whatever fails here, the page stays readable as it is. */
import { hydrate } from 'preact'
import type { Figure } from '../../data/model/figure.ts'
import type { Front } from '../../data/model/release.ts'
import { parseAddress, type Address } from '../address.ts'
import { chartName } from '../chart/draw.ts'
import { ChartView } from '../view/chart.tsx'
import { LANGUAGES } from '../words/index.ts'
import { Awake } from './awake.tsx'
import { LIVE_DATA, type LiveData } from '../pages/live.ts'
import { whenNear } from './near.ts'
import { loadChart } from './types.ts'

/** Charts among words that do not change: each wakes up by itself, in the box that was printed around it. */
async function wakeCharts(figures: Readonly<Record<string, Figure>>, { view, lang }: Address): Promise<void> {
  const boxes = [...document.querySelectorAll<HTMLElement>('[data-live=chart]')]
  await Promise.all(boxes.map(async (box) => {
    const figure = figures[box.querySelector<HTMLElement>('.chart')?.dataset['figure'] ?? '']
    if (!figure) return
    await whenNear(box)
    await loadChart(chartName(figure, view))
    const compact = box.dataset['compact'] !== undefined
    hydrate(<Awake root={box} view={view}><ChartView figure={figure} view={view} lang={lang} compact={compact} /></Awake>, box)
  }))
}

async function wake(data: LiveData): Promise<void> {
  // Without the facts the page stays as it was printed, and its links and forms lead on.
  const facts: unknown = await fetch(data.facts).then((reply) => (reply.ok ? reply.json() : null)).catch(() => null)
  if (!facts) return
  const address = parseAddress(new URL(location.href), LANGUAGES)
  // The facts were fetched under the hash of an entry of this kind.
  if (data.kind === 'dashboard') return wakeCharts((facts as Front).figures, address)
  const figure = facts as Figure
  if (data.kind === 'embed') return wakeCharts({ [figure.id]: figure }, address)
  const [{ App }] = await Promise.all([import('./app.tsx'), loadChart(chartName(figure, address.view))])
  const root = document.querySelector('[data-live=figure]')
  if (root) hydrate(<App site={data.site} hash={data.hash} figure={figure} address={address} root={root} />, root)
}

const block = document.getElementById(LIVE_DATA)?.textContent
// The block was written by the same code, in web/view/shell.tsx. Not awaited: the files of chart types wait for this one.
if (block) void wake(JSON.parse(block) as LiveData)
