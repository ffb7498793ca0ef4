/** Chart types as browsers get them: each a file of its own, fetched when a view first shows it. Stands in for web/chart/types/index.ts. */
import type { ChartType } from '../chart/drawing.ts'

/** Vite turns this into one import a file; a chart type's file exports it under its own name and nothing else. */
const FILES = import.meta.glob<Readonly<Record<string, ChartType>>>(['../chart/types/*.ts', '!../chart/types/index.ts'])

const loaded = new Map<string, ChartType>()

/** Fetches a chart type; rejects where it cannot be had. */
export async function loadChart(name: string): Promise<void> {
  if (loaded.has(name)) return
  const file = FILES[`../chart/types/${name}.ts`]
  const [chart] = file ? Object.values(await file()) : []
  if (!chart) throw new Error(`no such chart type: ${name}`)
  loaded.set(name, chart)
}

/** A chart type that was fetched before. */
export function chartOf(name: string): ChartType {
  const chart = loaded.get(name)
  if (!chart) throw new Error(`chart type not loaded: ${name}`)
  return chart
}
