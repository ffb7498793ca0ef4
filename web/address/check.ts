/** Whether a figure has what an address asks of it. */
import type { CatalogueEntry } from '../../data/model/release.ts'
import type { TimeRange } from '../../data/model/time.ts'
import type { Theme } from '../look/tokens.ts'
import { Problem } from '../problem.ts'
import { quoted } from './path.ts'
import type { Address, PictureSize, View } from './view.ts'

/** What has to be known of a figure to check a view of it. */
export type Facets = Pick<CatalogueEntry, 'charts' | 'codes' | 'years'>

/** What the parameters that no figure decides are when they are not given. */
export type ViewDefaults = { readonly theme: Theme; readonly size: PictureSize; readonly scale: 1 | 2 }

export const PAGE_DEFAULTS: ViewDefaults = { theme: 'auto', size: 'page', scale: 1 }

const unlessDefault = <T>(given: T | null, standard: T | undefined): T | null => (given === standard ? null : given)

function checkChart(chart: string | null, facets: Facets): string | null {
  if (chart !== null && !facets.charts.includes(chart)) {
    throw new Problem('bad-parameter', { name: 'chart', given: quoted(chart), allowed: facets.charts })
  }
  return unlessDefault(chart, facets.charts[0])
}

/** The codes in the figure's own order, and nothing for all of them, so that one selection has one address. */
function checkSelect(select: readonly string[] | null, facets: Facets): readonly string[] | null {
  if (select === null) return null
  const unknown = select.filter((code) => !facets.codes.includes(code))
  if (unknown.length) {
    throw new Problem('bad-parameter', { name: 'select', given: quoted(unknown.join('~')), allowed: facets.codes })
  }
  const chosen = facets.codes.filter((code) => select.includes(code))
  return chosen.length === facets.codes.length ? null : chosen
}

const spelled = (time: TimeRange | 'latest'): string => (time === 'latest' ? time : `${time.from ?? ''}..${time.to ?? ''}`)

/** Both stated ends lie within the figure's years, and at least one of these years is in the range. */
function checkTime(time: TimeRange | 'latest' | null, facets: Facets): TimeRange | 'latest' | null {
  const [first, last] = [facets.years[0], facets.years.at(-1)]
  if (time === null) return null
  if (first === undefined || last === undefined) {
    throw new Problem('parameter-not-here', { name: 'time', given: spelled(time), allowed: ['select'] })
  }
  if (time === 'latest') return time
  const [from, to] = [Number(time.from ?? first), Number(time.to ?? last)]
  if (from < first || to > last || !facets.years.some((year) => year >= from && year <= to)) {
    throw new Problem('bad-parameter', { name: 'time', given: spelled(time), allowed: [`${first}..${last}`, 'latest'] })
  }
  return time
}

/**
 * The view an address asks for, in its one spelling: codes in the figure's order, every default null.
 * Throws a Problem that names the parameter, what was given and what the figure has.
 */
export function checkView(address: Address, facets: Facets, defaults: ViewDefaults = PAGE_DEFAULTS): View {
  const { view } = address
  return {
    chart: checkChart(view.chart, facets),
    select: checkSelect(view.select, facets),
    time: checkTime(view.time, facets),
    theme: unlessDefault(view.theme, defaults.theme),
    size: unlessDefault(view.size, defaults.size),
    scale: unlessDefault(view.scale, defaults.scale),
  }
}
