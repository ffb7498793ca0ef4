/** Releases and versions that the collection does not have yet, made from what was built: one figure corrected, one renamed, one taken away. */
import type { Change, Figure, Row } from '../../data/model/figure.ts'
import type { LoggedRelease, Step } from '../../data/model/log.ts'
import type { CatalogueEntry, Version } from '../../data/model/release.ts'
import type { Comparison } from '../../web/pages/compared.ts'
import { FIGURES, RELEASE, RELEASE_HASH } from './built.ts'

const both = (en: string, ja: string) => ({ en, ja })

const CORRECTION: Change = { date: '2026-12-04', kind: 'correction', note: both('A value was that of the year before.', '前年の値を載せていた。') }

const version = (hash: string, { date, kind, note }: Change): Version => ({ hash, date, kind, note })

const FIRST: Change = { date: '2026-11-23', kind: 'first', note: both('First publication.', '初版。') }

const changed = (row: Row): Row => ({ ...row, value: row.value === null ? '1' : `${row.value}0`, qualifier: 'about', status: 'revised', as_printed: 'about' })

/** A figure as it may have been: rows less, more and others, other words. */
function earlier(figure: Figure): Figure {
  const [first, second, ...others] = figure.rows
  const added = second ? [{ ...second, series: 'XXX' }] : []
  return {
    ...figure, title: both('Another <title>', figure.title['ja'] ?? ''), measure: both(figure.measure['en'] ?? '', '別の指標'),
    caveats: [...figure.caveats, { text: both('A caveat & more.', 'もう一つの注意。'), applies_to: null }], rows: [...(first ? [changed(first)] : []), ...others, ...added], changes: [],
  }
}

function comparisonOf(entry: CatalogueEntry, figure: Figure, before: Figure): Comparison {
  return { entry, from: version(entry.hash, FIRST), to: version(entry.hash, CORRECTION), before, after: figure }
}

/** One figure of each shape against another it may have been, and one against itself. */
export const COMPARISONS: readonly Comparison[] = [...Map.groupBy(RELEASE.figures, ({ shape }) => shape).values()].flatMap(([entry], i) => {
  const figure = FIGURES.find(({ id }) => id === entry?.id)
  if (!entry || !figure) return []
  return [comparisonOf(entry, figure, { ...earlier(figure) }), ...(i === 0 ? [comparisonOf(entry, figure, figure)] : [])]
})

const steps: readonly Step[] = RELEASE.figures.map(({ id, title, hash }) => ({ id, kind: 'added', title, from: null, to: hash, changes: [FIRST] }))

const later: readonly Step[] = steps.slice(0, 3).map((step, i): Step => {
  const { to: from, ...rest } = step
  if (i === 0) return { ...rest, kind: 'corrected', from, to: from, changes: [CORRECTION] }
  if (i === 1) return { ...rest, kind: 'redrawn', from, to: from, changes: [] }
  return { ...rest, id: 'gone', kind: 'withdrawn', from, to: null, changes: [], reason: both('It counted some companies twice.', '一部の企業を二重に数えていた。') }
})

/** Three releases, newest first; the newest changed no figure. */
export const RELEASES: readonly LoggedRelease[] = [
  { hash: RELEASE_HASH, date: '2026-12-24', steps: [] },
  { hash: 'b'.repeat(64), date: '2026-12-04', steps: later },
  { hash: 'c'.repeat(64), date: '2026-11-23', steps: [...steps, { ...steps[2], id: 'gone' } as Step] }, // one more of those above
]
