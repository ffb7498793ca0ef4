/** Small figures made for tests: everything filled in that a test does not speak of. Frozen, as all inputs of tests are. */
import type { Figure, Name, Row } from '../../data/model/figure.ts'
import type { ShapeName } from '../../data/model/shape.ts'

type Made = Partial<Figure> & { readonly shape: ShapeName; readonly rows: readonly Row[] }

const CHARTS: Record<ShapeName, readonly string[]> = { claim: ['headline'], shares: ['dots'], series: ['lines', 'columns'], events: ['timeline'], matrix: ['matrix'] }

const same = (text: string) => ({ en: text, ja: text })

export const nameOf = (text: string, more: Partial<Name> = {}): Name =>
  ({ name: same(text), short: null, detail: null, as_printed: '', colour: '', aggregate: false, within: '', ...more })

export const rowOf = (cells: Partial<Row>): Row => ({
  series: '', measure: '', group: '', answer: '', time: '', value: '1', qualifier: 'exact', lower: null, upper: null, unit: 'percent', n: null,
  status: 'final', published: '2026', evidence: 'all', source: 'all', note: '', as_printed: '', actors: '', ...cells,
})

/** A row a year for each series: `{ A: ['1.5', null] }` from 2001 on. */
export const seriesRows = (values: Readonly<Record<string, readonly (string | null)[]>>, unit = 'percent-of-gdp'): Row[] =>
  Object.entries(values).flatMap(([series, own]) => own.map((value, i) => rowOf({ series, value, unit, time: String(2001 + i) })))

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze)
  return value
}

/** A figure of a shape with these rows; all of a series may be joined. */
export function sample(made: Made): Figure {
  const codes = [...new Set(made.rows.flatMap((row) => [row.series, row.group]).filter(Boolean))]
  return freeze({
    schema: 1, id: 'sample', section: 'samples', lang: ['en', 'ja'], title: same('Title'), measure: same('Measure'), subtitle: same('Subtitle'),
    description: same('Description'), unit: made.rows[0]?.unit ?? 'percent', display_decimals: 1, charts: CHARTS[made.shape], highlight: [],
    published: '2026-01-02', asOf: '2026', names: Object.fromEntries(codes.map((code) => [code, nameOf(code)])), answers: {}, measures: {}, notes: {},
    order: [...codes, ...Object.keys(made.answers ?? {}), ...Object.keys(made.measures ?? {})],
    evidence: {}, sources: {}, checks: [], totals: [], derived: [], not_drawn: [], caveats: [], changes: [],
    comparability: [{ reason: 'one-vintage', allows: ['join'], of: null, why: same('One publication') }], ...made,
  })
}
