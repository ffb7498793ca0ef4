/** The browser side: wakes the printed page up without changing it. Whatever fails here, the page stays readable as it is. */
import { hydrate } from 'preact'
import type { Figure } from '../../data/model/figure.ts'
import type { Front } from '../../data/model/release.ts'
import { chartName } from '../chart/draw.ts'
import { ChartView } from '../view/chart.tsx'
import { wordsOf } from '../words/index.ts'
import { LIVE_DATA, type LiveData } from '../pages/live.ts'
import { Awake } from './awake.tsx'
import { whenNear } from './near.ts'
import { sortable } from './sort.ts'
import { followViews } from './turn.ts'
import { loadChart } from './types.ts'

/** A chart wakes up by itself, in the box that was printed around it, once the reader comes near. */
async function wakeChart(box: HTMLElement, figures: Readonly<Record<string, Figure>>, { view, lang }: LiveData): Promise<void> {
  const chart = box.querySelector<HTMLElement>('.chart')
  const figure = figures[chart?.dataset['figure'] ?? '']
  if (!chart || !figure) return
  await whenNear(box)
  await loadChart(chartName(figure, view))
  const compact = box.dataset['compact'] !== undefined
  hydrate(<Awake root={box}><ChartView figure={figure} view={view} lang={lang} compact={compact} count={chart.childElementCount} /></Awake>, box)
}

/** Wakes up what the page shows now; false where its facts cannot be had, and then its links and forms lead on. */
async function wake(): Promise<boolean> {
  const block = document.getElementById(LIVE_DATA)?.textContent
  if (!block) return false
  // The block was written by the same code, in web/view/shell.tsx.
  const data = JSON.parse(block) as LiveData
  const facts: unknown = await fetch(data.facts).then((reply) => (reply.ok ? reply.json() : null)).catch(() => null)
  if (!facts) return false
  // The facts were fetched under the hash of an entry of this kind.
  const figures = data.kind === 'front' ? (facts as Front).figures : { [(facts as Figure).id]: facts as Figure }
  for (const box of document.querySelectorAll<HTMLElement>('[data-live=chart]')) void wakeChart(box, figures, data)
  for (const table of document.querySelectorAll<HTMLTableElement>('.column .scroll table')) sortable(table, wordsOf(data.lang).messages.sortBy)
  if (document.querySelector('button[data-copy]')) void import('./copy.ts').then(({ copyable }) => copyable(document))
  return true
}

// Not awaited: the files of chart types wait for this one.
void wake().then((isAwake) => {
  if (isAwake && document.querySelector('.column')) followViews(wake)
})
