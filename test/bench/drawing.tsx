/** The same picture drawn two ways: our chart printed by our view, and Observable Plot with a stand-in for a browser. */
import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { renderToString } from 'preact-render-to-string'
import type { Figure, Row } from '../../data/model/figure.ts'
import { DEFAULT_VIEW } from '../../web/address.ts'
import { draw } from '../../web/chart/draw.ts'
import { SceneView } from '../../web/view/scene.tsx'

const LINES = 11
const YEARS = 50

/** A number like a statistic, the same on every run. */
const valueAt = (line: number, year: number): string => (8 + 6 * Math.sin(line + year / 3) + line / 2).toFixed(5)

const rowOf = (line: number, year: number): Row => ({
  series: `L${line}`, measure: '', group: '', answer: '', time: String(1975 + year), value: valueAt(line, year), qualifier: 'exact',
  lower: null, upper: null, unit: 'percent-of-gdp', n: null, status: 'final', published: '2026', evidence: 'all', source: 'all', note: '', as_printed: '', actors: '',
})

const rows: readonly Row[] = Array.from({ length: LINES }, (_, line) => Array.from({ length: YEARS }, (_, year) => rowOf(line, year))).flat()

const en = (text: string) => ({ en: text })

const figure: Figure = {
  schema: 1, id: 'bench', shape: 'series', section: 'bench', lang: ['en'], title: en('Eleven lines'), measure: en('Something'), subtitle: en(''),
  description: en(''), unit: 'percent-of-gdp', display_decimals: 1, charts: ['lines'], highlight: ['L1', 'L2', 'L3', 'L4'], published: '2026-01-01',
  asOf: '2026-01-01', answers: {}, measures: {}, order: [], notes: {}, rows, evidence: {}, sources: {}, checks: [],
  names: Object.fromEntries(Array.from({ length: LINES }, (_, line) => [`L${line}`, {
    name: en(`Economy ${line}`), short: null, detail: null, as_printed: '', colour: '', aggregate: false, within: '',
  }])),
  comparability: [{ reason: 'one-vintage', allows: ['join'], of: null, why: en('') }], totals: [], derived: [], not_drawn: [], caveats: [], changes: [],
}

/** Ours: from the figure to the text of an `<svg>`, labels placed and described in words. */
export const ours = (): string =>
  renderToString(<SceneView scene={draw(figure, { view: DEFAULT_VIEW, lang: 'en', width: 740 })} theme="auto" />)

const data = rows.map((row) => ({ line: row.series, year: Number(row.time), value: Number(row.value) }))
const { document } = parseHTML('<!doctype html><html><body></body></html>')

/** Observable Plot: the same lines with end labels, without placing them. */
export const plots = (): string => Plot.plot({
  document, width: 740, height: 400, marginRight: 110, y: { grid: true }, x: { tickFormat: 'd' },
  marks: [
    Plot.ruleY([0]),
    Plot.lineY(data, { x: 'year', y: 'value', z: 'line', stroke: 'line' }),
    Plot.text(data, Plot.selectLast({ x: 'year', y: 'value', z: 'line', text: 'line', textAnchor: 'start', dx: 4 })),
  ],
}).outerHTML
