/** The query of a URL: what each parameter may say, and what forms without JavaScript send instead. */
import { FIRST_YEAR, LAST_YEAR, type TimeRange } from '../../data/model/time.ts'
import { THEMES } from '../look/tokens.ts'
import { Problem } from '../problem.ts'
import { quoted } from './path.ts'
import { SIZES, type View } from './view.ts'

/** Every parameter that means something somewhere; any other name is ignored everywhere. */
export const PARAMETERS = ['q', 'chart', 'select', 'time', 'from', 'to', 'theme', 'size', 'scale', 'download', 'bom'] as const
export type Parameter = (typeof PARAMETERS)[number]

/** Parameters that say all by being there. */
const FLAGS = ['download', 'bom'] as const satisfies readonly Parameter[]
type Flag = (typeof FLAGS)[number]
export const isFlag = (name: Parameter): name is Flag => FLAGS.some((flag) => flag === name)

/** Letters of a search at most. */
export const LONGEST_SEARCH = 200

/** The forms of a time. */
export const TIME_FORMS = ['2024', '2010..2024', '2010..', '..2024', 'latest']

const bad = (name: Parameter, given: string, allowed: readonly string[]): Problem =>
  new Problem('bad-parameter', { name, given: quoted(given), allowed })

/** The values that are not empty: a form sends its empty fields too. */
const filled = (query: URLSearchParams, name: Parameter): string[] => query.getAll(name).filter((value) => value !== '')

function single(query: URLSearchParams, name: Parameter, allowed: readonly string[]): string | null {
  const [value = null, second] = filled(query, name)
  if (second !== undefined) throw bad(name, filled(query, name).join(', '), allowed)
  return value
}

function choice<T extends string>(query: URLSearchParams, name: Parameter, allowed: readonly T[]): T | null {
  const given = single(query, name, allowed)
  if (given === null) return null
  const found = allowed.find((value) => value === given)
  if (found === undefined) throw bad(name, given, allowed)
  return found
}

/** A year of four digits within the years a figure may speak of, '' for an open end, or null when it is neither. */
const endOf = (text: string): string | null =>
  text === '' || (/^\d{4}$/.test(text) && Number(text) >= FIRST_YEAR && Number(text) <= LAST_YEAR) ? text : null

/** `2010..2024` and its shorter forms; null when the text is none of them or runs backwards. */
function rangeOf(text: string): TimeRange | null {
  const [first = '', last = first, extra] = text.split('..')
  const [from, to] = [endOf(first), endOf(last)]
  if (from === null || to === null || extra !== undefined || !(from || to) || (from && to && from > to)) return null
  return { from: from || null, to: to || null }
}

function readTime(query: URLSearchParams): TimeRange | 'latest' | null {
  const given = single(query, 'time', TIME_FORMS)
  const from = single(query, 'from', ['2010'])
  const to = single(query, 'to', ['2024'])
  if (given === null && from === null && to === null) return null
  const text = given === null ? `${from ?? ''}..${to ?? ''}` : given
  const range = given !== null && (from ?? to) !== null ? null : rangeOf(text)
  if (text === 'latest' && from === null && to === null) return 'latest'
  if (range === null) throw bad('time', [given, from, to].filter((value) => value !== null).join(', '), TIME_FORMS)
  return range
}

/** Codes as `VNM~THA`, or one parameter for each, each code once in the order given. */
function readSelect(query: URLSearchParams): readonly string[] | null {
  const values = filled(query, 'select')
  const codes = values.flatMap((value) => value.split('~'))
  if (codes.includes('')) throw bad('select', values.join('~'), ['VNM~THA'])
  return codes.length ? [...new Set(codes)] : null
}

/** The view a query asks for, with values that are right in form. Throws a Problem for the first that is not. */
export function readView(query: URLSearchParams): View {
  const scale = choice(query, 'scale', ['1', '2'])
  return {
    chart: single(query, 'chart', []),
    select: readSelect(query),
    time: readTime(query),
    theme: choice(query, 'theme', THEMES),
    size: choice(query, 'size', SIZES),
    scale: scale === null ? null : scale === '1' ? 1 : 2,
  }
}

/** Words to search for: one space between them, no control characters. */
export function readSearch(query: URLSearchParams): string {
  const given = filled(query, 'q').join(' ').replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (given.length > LONGEST_SEARCH) throw bad('q', given, [`1–${LONGEST_SEARCH}`])
  return given
}

/** A flag is there or not: `download`, `download=1`. Throws a Problem for any other value. */
export function readFlag(query: URLSearchParams, name: Flag): boolean {
  const other = query.getAll(name).find((value) => value !== '' && value !== '1')
  if (other !== undefined) throw bad(name, other, [name])
  return query.has(name)
}

/** Throws a Problem for a known parameter that means nothing where `allowed` are the ones that do. */
export function refuseParameters(query: URLSearchParams, allowed: readonly Parameter[]): void {
  for (const name of PARAMETERS) {
    const given = query.get(name)
    if (given !== null && !allowed.includes(name)) {
      const instead = allowed.filter((other) => !isFormField(other))
      throw new Problem('parameter-not-here', { name, given: quoted(given), allowed: instead })
    }
  }
}

const isFormField = (name: Parameter): boolean => name === 'from' || name === 'to'

/** Whether a query is spelled as a form spells it: repeated or empty fields, or a range in two fields. */
export const isFormQuery = (query: URLSearchParams): boolean =>
  query.getAll('select').length > 1 || query.has('from') || query.has('to') ||
  PARAMETERS.some((name) => !isFlag(name) && query.getAll(name).includes(''))
