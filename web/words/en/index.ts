/** English. */
import { inLanguage, type Source } from '../../../data/model/figure.ts'
import { grouped } from '../number.ts'
import type { Words } from '../words.ts'
import { columns, pages, problem, rights } from './pages.ts'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

function point(edtf: string): string {
  const [year = '', month, day] = edtf.replace('~', '').split('-')
  const words = [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ')
  return edtf.endsWith('~') ? `about ${words}` : words
}

const date = (edtf: string): string => {
  const [from = '', to] = edtf.split('/')
  return to === undefined ? point(from) : `${point(from)} to ${point(to)}`
}

/** Every sentence and label of charts and of what goes with them, in pages and in the browser. `{…}` is filled in. */
export const messages = {
  site: 'Supply Lines',
  dashboard: 'Home',
  takeData: 'Take the data',
  version: 'Version',
  published: 'Published',
  evidence: 'Evidence',
  checks: 'Checked against the source',
  claim: 'As the article states it',
  base: 'Base',
  'verdict-confirmed': 'Confirmed by the source.',
  'verdict-differs': 'The source says something else.',
  'verdict-narrower': 'Narrower at the source.',
  'verdict-not-found': 'Not found in the source.',
  'verdict-not-checked': 'Could not be checked.',
  population: 'Who',
  read: 'Read',
  unit: 'Unit',
  'status-final': '',
  'status-provisional': 'provisional',
  'status-revised': 'revised',
  'status-superseded': 'superseded',
  'status-derived': 'derived',
  'status-inferred': 'inferred',
  colon: ': ',
  embed: 'Embed',
  repliesLine: 'Replies: {items}.',
  notReported: 'not reported',
  missing: 'no data',
  ofAsked: '{n} of {asked} answered',
  replies: '{n} answered',
  repliesNotReported: 'number not reported',
  table: 'Table',
  tableOf: 'The numbers behind the chart',
  chart: 'Chart',
  chartType: 'Chart type',
  'chart-headline': 'Headline',
  'chart-dots': 'Dots',
  'chart-lines': 'Lines',
  'chart-columns': 'Columns',
  'chart-bars': 'Bars',
  choose: 'Choose what is shown',
  readHelp: 'Arrow keys: from value to value. Up and down: to another series. Home and End: first and last. Escape: leave. ?: this help.',
  readChart: 'Read the chart value by value',
  sortBy: 'Sort by {name}',
  from: 'From',
  to: 'To',
  show: 'Show',
  reset: 'Show everything again',
  sourceLine: 'Source: {sources}.',
  totalLine: '{name}, not drawn: {values}.',
  sharedScale: 'All panels share one scale.',
  withinOf: 'part of “{name}”',
  emptySelection: 'Nothing is published for this selection.',
  columnName: 'Name',
  columnTime: 'Year',
  columnValue: 'Value',
  columnReplies: 'Replies',
  highest: 'Highest: {name}, {value} ({time}).',
  lowest: 'Lowest: {name}, {value} ({time}).',
  latest: 'Latest: {items}.',
  describeSeries: '{chart} of {measure}, {unit}, {names}, {from} to {to}.',
  describePoints: 'Points, not joined: {items}.',
  describeClaim: 'The article: {claim}. The source: {checks}.',
  describeClaimOnly: 'The article: {claim}. No number of the source can stand beside it.',
  titleView: '{measure}: {names}, {times}',
  titleViewNoTime: '{measure}: {names}',
  manyNames: '{count} of {all}',
  allNames: 'all {all}',
} as const satisfies Record<string, string>

export type MessageKey = keyof typeof messages

export const en: Words = {
  code: 'en',
  name: 'English',
  units: {
    percent: { shift: 0, before: '', after: '%', axis: '%', printed: '%' },
    'percent-of-gdp': { shift: 0, before: '', after: '%', axis: '% of GDP', printed: '% of GDP' },
    'usd-million': { shift: -3, before: 'US$', after: ' billion', axis: ' US$ billion', printed: 'US$ million' },
    usd: { shift: -9, before: 'US$', after: ' billion', axis: ' US$ billion', printed: 'US$' },
    'jpy-100-million': { shift: -1, before: '¥', after: ' billion', axis: ' ¥ billion', printed: '100 million yen' },
  },
  qualifiers: {
    exact: { before: '', after: '' },
    about: { before: 'about ', after: '' },
    nearly: { before: 'nearly ', after: '' },
    'more-than': { before: 'more than ', after: '' },
    'at-least': { before: 'at least ', after: '' },
    'less-than': { before: 'less than ', after: '' },
    'at-most': { before: 'at most ', after: '' },
    between: { before: '', after: '' },
    only: { before: 'only ', after: '' },
  },
  rights,
  columns,
  messages,
  number: grouped,
  range: '–',
  date,
  bounds: (lower, upper) => (lower === null ? (upper === null ? 'near it, on either side' : `below ${upper}`) : lower === upper ? `at ${lower}` : upper === null ? `at ${lower} or above` : `from ${lower} to ${upper}`),
  comma: ', ',
  space: ' ',
  list: (items) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`),
  citation: (c) => `${c.publisher}. “${c.title}.” Supply Lines, ${date(c.date)}, version ${c.version}. ${c.url}`,
  source: (source: Source) => `${inLanguage(source.publisher, 'en')}, ${date(source.date)}`,
  pages,
  problem,
}
