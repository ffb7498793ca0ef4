/** English, for pages: what only the server says. The browser side leaves this file out. */
import type { Problem, ProblemKind } from '../../problem.ts'
import { fill, type Words } from '../words.ts'
import { date } from './date.ts'

export const pages = {
  stop: '.',
  skip: 'Skip to the content',
  navigation: 'Main',
  figures: 'Figures',
  sources: 'Sources',
  guide: 'Guide',
  guideTitle: 'How to read and use the figures',
  guideLead: 'What the words, shapes and colours mean, and where to get the data.',
  guideQualifiers: 'The words around a number are part of it',
  guideQualifiersText: 'A source that writes “more than 51%” has not said 51%. The word stays with the number in every chart, table, picture and file, and the mark is drawn to match: closed where the value is the value, open where it goes on, hatched where it falls short.',
  guideQualifier: 'Said as',
  guideDrawn: 'Drawn as',
  guideBounds: 'The value lies',
  guideCode: 'In the data',
  guideChecks: 'Claims are checked against what they cite',
  guideChecksText: 'A figure quoted from someone’s text is shown beside what the cited source itself says. The outcome has a shape and a few words:',
  'explain-confirmed': 'The source says the same, of the same companies.',
  'explain-differs': 'The source was read, and does not say the same.',
  'explain-narrower': 'The source says it, but of less than the claim covers.',
  'explain-not-found': 'The source was read, and the claim is not in it.',
  'explain-not-checked': 'The source could not be read; the reason is given.',
  guideCompare: 'What may be compared is declared',
  guideCompareText: 'Points are joined by a line, added or shown as parts of a whole only where the figure says that they may be, and why. Where nothing is declared, they stand apart: surveys that asked different companies in different years are not a trend.',
  guideVintages: 'Statistics are revised',
  guideVintagesText: 'A statistic is taken from one publication, and its date is given. Values of two publications are never joined. A value may carry its status:',
  'explain-final': 'as published, with nothing to add',
  'explain-provisional': 'marked as preliminary by its source',
  'explain-revised': 'changed slightly by a later publication',
  'explain-superseded': 'replaced by a later publication',
  'explain-derived': 'computed here; the formula stands beside it',
  'explain-inferred': 'read from a damaged or incomplete table',
  guideTerms: 'Terms, in both languages',
  guideTermsText: 'One word for each thing, the same in every figure.',
  guideMissing: 'A missing value is a gap or an empty cell, never zero. Labels may be rounded; tables and files have every digit the source printed.',
  guideData: 'Every figure as data',
  guideDataText: 'Change the ending of a figure’s address to get it in another format. A versioned address, such as {example}, never changes; cite that one.',
  guideAddress: 'Address',
  guideGives: 'Gives',
  guideTakes: 'Takes',
  guideParameters: 'What an address can ask for',
  'param-chart': 'a chart type the figure has: {charts}',
  'param-select': 'codes joined by ~, such as VNM~THA',
  'param-time': '2024, 2010..2024, 2010.., ..2024 or latest',
  'param-theme': 'light, dark or auto',
  'param-size': 'of a picture: card, page, social or square',
  'param-scale': 'of a picture: 1 or 2',
  'param-download': 'sends the file with a name to save it under',
  'param-q': 'words to search the catalogue for',
  guideColumns: 'Columns of the files',
  guideColumn: 'Column',
  guideHolds: 'Holds',
  guideFigures: 'Figures and their addresses',
  theme: 'Theme',
  themeAuto: 'System',
  themeLight: 'Light',
  themeDark: 'Dark',
  openFigure: 'Open the figure',
  data: 'Data',
  cite: 'Cite this version',
  compiled: 'Compiled from {count} sources',
  pinnedLink: 'Address of this version',
  asker: 'Asked by',
  publisher: 'Published by',
  response: 'Replies',
  sampling: 'How chosen',
  mode: 'How asked',
  weighting: 'Weighting',
  question: 'Question',
  fieldwork: 'When asked',
  vintage: 'As published on',
  source: 'Source',
  rights: 'Terms',
  measure: 'Measure',
  'read-in-full': 'in full',
  'read-in-part': 'in part',
  'read-not-read': 'not read',
  'read-not-recorded': 'not recorded',
  'sampling-probability': 'probability sample',
  'sampling-census-attempt': 'all were asked',
  'sampling-volunteer': 'those who chose to answer',
  'sampling-not-reported': 'not reported',
  noSamplingError: 'No margin of error is drawn: none of these surveys is a stated probability sample. Those who answered may differ from those who did not.',
  readCopy: 'Read in a copy: {copy}',
  readCopyUnnamed: 'Read in a copy; whose is not recorded',
  comparable: 'What may be compared',
  notComparable: 'These observations are not comparable with one another: they are never joined, added or stacked.',
  'reason-same-asker-same-question': 'Same asker, same question.',
  'reason-one-vintage': 'One publication.',
  'reason-first-release': 'Each value as first published.',
  formula: 'How the derived value is made',
  changes: 'Changes',
  'change-first': 'First publication',
  'change-correction': 'Correction',
  'change-update': 'Update',
  'change-withdrawal': 'Withdrawal',
  catalogueTitle: 'All figures',
  catalogueLead: 'Every figure in the collection, with what it measures and where it comes from.',
  search: 'Search',
  searchLabel: 'A word, an economy or a publisher',
  found: '{count} found for “{query}”',
  foundNone: 'Nothing found for “{query}”. Try one word, such as an economy or a publisher.',
  sourcesTitle: 'Sources',
  sourcesLead: 'Every source, how far it was read, its terms and the figures that rest on it.',
  usedBy: 'Used by',
  'no-url-not-recorded': 'The publisher’s own address is not recorded.',
  'no-url-gone': 'The publisher’s own page is gone.',
  problemTitle: 'This page cannot be shown',
  home: 'To the front page',
  embedMore: 'See the evidence at Supply Lines',
  tableFolded: 'Show the numbers',
  footer: 'Text and structure: CC BY 4.0. Code: MIT. Numbers: the terms of each source.',
  footerPrivacy: 'No cookies, no tracking, nothing loaded from anywhere else.',
} as const satisfies Record<string, string>

export type PageKey = keyof typeof pages

const problems: Record<ProblemKind, [title: string, detail: string]> = {
  'bad-parameter': ['This address asks for something that does not exist', '{name}={given} is not possible here. Possible: {allowed}.'],
  'parameter-not-here': ['This address asks for something that does not apply', '{name} does not apply here (given: {given}). Possible here: {allowed}.'],
  'unknown-page': ['There is no such page', 'Nothing is published at {given}.'],
  'unknown-figure': ['There is no such figure', 'No figure is called {given}. All figures are listed in the catalogue.'],
  'unknown-version': ['There is no such version', 'Version {given} of this figure was never published. Published: {allowed}.'],
  'unknown-format': ['There is no such format', 'This cannot be had as {given}. Possible: {allowed}.'],
  'not-in-language': ['Not published in this language', '{given} is published in another language only.'],
  withdrawn: ['This figure was withdrawn', '{given} was withdrawn. {name}'],
  'method-not-allowed': ['This method is not possible here', '{given} is not possible here. Possible: {allowed}.'],
  'not-acceptable': ['None of the formats asked for exists', 'Asked for: {given}. Possible: {allowed}.'],
  unavailable: ['Not available just now', 'This cannot be read at the moment. Please try again in a minute.'],
  internal: ['Something went wrong here', 'The mistake is ours and has been logged. Please try again later.'],
}

/** A problem as a page's title and sentence. */
export function problem({ kind, details }: Problem): { title: string; detail: string } {
  const [title, detail] = problems[kind]
  return { title, detail: fill(detail, { name: details.name ?? '', given: details.given ?? '', allowed: details.allowed?.join(', ') ?? '' }) }
}

export const rights: Words['rights'] = {
  'CC-BY-4.0': 'CC BY 4.0',
  'public-domain': 'Public domain',
  'gov-jp-standard-terms-2.0': 'Government of Japan Standard Terms of Use 2.0',
  'facts-cited': 'No licence given: facts are cited',
  'terms-not-seen': 'Terms not seen',
}

/** What each column of a download holds. */
export const columns: Words['columns'] = {
  series: 'Code of the place, actor, claim or event',
  series_name: 'Its name',
  measure: 'Code of what was measured, where a figure has several',
  group: 'Code of who was asked, or of the lane an event stands in',
  answer: 'Code of the answer given, or of the kind of event',
  time: 'When it holds: a date, or an interval of two, in EDTF',
  value: 'The number, in the digits its source printed; empty where there is none',
  decimals: 'How many decimals the source printed',
  qualifier: 'The words that stand with the number, as a code: more-than, about, only',
  lower: 'The lowest value the qualifier allows; empty where it sets no bound',
  upper: 'The highest value the qualifier allows; empty where it sets no bound',
  unit: 'Code of the unit',
  n: 'How many answered; empty where it is not reported',
  status: 'Whether the value is final, or revised, derived, inferred',
  published: 'When its source published it',
  evidence: 'Code of the evidence it rests on',
  source: 'Code of the source; several are joined by ~',
  note: 'What has to be said of this one observation',
  as_printed: 'The source’s own word for the qualifier',
  actors: 'Codes of who acted, joined by ~',
}

/** `nearly`, `less than` and `more than` leave their number out; `at least` and `at most` let it in. */
export const bounds: Words['bounds'] = (qualifier, lower, upper) => {
  switch (qualifier) {
    case 'exact': case 'only': return `at ${lower}`
    case 'about': return 'near it, on either side'
    case 'nearly': case 'less-than': return `below ${upper}`
    case 'at-most': return `${upper} or below`
    case 'at-least': return `${lower} or above`
    case 'more-than': return upper === '' ? `above ${lower}` : `above ${lower}, ${upper} at most`
    case 'between': return `from ${lower} to ${upper}`
    default: return qualifier satisfies never
  }
}

export const citation: Words['citation'] = (c) => `${c.publisher}. “${c.title}.” Supply Lines, ${date(c.date)}, version ${c.version}. ${c.url}`
