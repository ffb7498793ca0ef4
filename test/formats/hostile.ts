/** Figures that are hard on every format: quotes, line breaks, formulas, right-to-left text, emoji, Japanese, very long text, in every shape. */
import type { Evidence, Figure, Name, Source } from '../../data/model/figure.ts'
import { nameOf, rowOf, sample } from '../web/sample.ts'

/** Texts that break careless writers. */
export const HOSTILE: readonly string[] = [
  'a "quoted", comma; semicolon\ttab', 'line\nbreak\r\nand another', '=HYPERLINK("http://x.example","y")', '+1', '-1+2', '@SUM(A1)', '＝１＋１',
  'עברית ‮ هذا', '👩‍👩‍👧‍👦 🇯🇵 𠮷野家', '人権デューディリジェンス、約1割', '<b>&amp;</b> ]]> {brace} \\cmd % $ # _ ~ ^', " spaces at both ends ", '\uFEFFmark', '長'.repeat(10_000),
  'null', 'NaN', 'TRUE', '1e5', '007', "'apostrophe", 'ER  - \nTY  - JOUR', '}, author = {Somebody else', '_x000D_',
]

const both = (text: string) => ({ en: text, ja: `${text}（日本語）` })

/** `h0`, `h1`, … for the hostile texts. */
const codes = HOSTILE.map((_, i) => `h${i}`)

const named: Record<string, Name> = Object.fromEntries(codes.map((code, i) => [code, { ...nameOf(code), name: both(HOSTILE[i] ?? '') }]))
const texts = Object.fromEntries(codes.map((code, i) => [code, both(HOSTILE[i] ?? '')]))

const source = (id: string, i: number): Source => ({
  id, publisher: both(HOSTILE[i] ?? ''), title: HOSTILE[i + 1] ?? '', lang: 'en', date: i % 2 ? '2021-11-30' : '', url: i % 2 ? `https://example.org/?q=${i}&r=%E4%BA%BA` : null,
  no_url: i % 2 ? null : 'not-recorded', copy: '', read: 'in-part', rights: i % 2 ? 'CC-BY-4.0' : 'facts-cited',
})

const evidence: Evidence = {
  kind: 'survey', population: both(HOSTILE[1] ?? ''), asker: both(HOSTILE[9] ?? ''), asked: null, n: { value: '760', qualifier: 'about' }, sampling: null, mode: null,
  weighting: null, question: both(HOSTILE[10] ?? ''), fieldwork: null, published: '2021-11-30', vintage: null, source: 's1', basis: 'quoted',
}

const words = {
  title: both('A title with {braces}, "quotes" & 100% <tags>'), measure: both('Measure: a, b'), subtitle: both('=1+1'), description: both('line\nbreak'),
  names: named, notes: texts, evidence: { all: evidence }, sources: { s0: source('s0', 0), s1: source('s1', 9), s2: source('s2', 10) },
  caveats: [{ text: both(HOSTILE[1] ?? ''), applies_to: null }], changes: [{ date: '2026-11-23', kind: 'first', note: both('First.') }],
} satisfies Partial<Figure>

const VALUES = ['40.0', '-141.8', '0', '27.75756', null, '0.10', '123456789012.5'] as const
const QUALIFIERS = ['exact', 'about', 'nearly', 'more-than', 'less-than', 'at-most', 'at-least', 'between', 'only'] as const
const STATUSES = ['final', 'provisional', 'revised', 'superseded', 'derived', 'inferred'] as const

function cycle<T>(list: readonly T[], i: number): T {
  const found = list[i % list.length]
  if (found === undefined) throw new Error('an empty list')
  return found
}

/** Cells every numeric row has, other ones from row to row. */
const cells = (i: number) => ({
  value: cycle(VALUES, i), qualifier: cycle(QUALIFIERS, i), lower: i % 9 === 7 ? '10' : null, upper: i % 9 === 7 ? '16' : null, n: i % 3 ? null : '484',
  status: cycle(STATUSES, i), note: cycle(codes, i), as_printed: cycle(HOSTILE, i), source: i % 2 ? 's0' : 's1', published: '2021-11-30',
})

/** One hostile figure of each shape. */
export const HOSTILES: Readonly<Record<'claim' | 'shares' | 'series' | 'events' | 'matrix', Figure>> = {
  claim: sample({ ...words, id: 'hostile-claim', shape: 'claim', rows: codes.map((series, i) => rowOf({ series, ...cells(i) })) }),
  shares: sample({
    ...words, id: 'hostile-shares', shape: 'shares', answers: texts,
    rows: codes.flatMap((group, i) => ['h0', 'h9'].map((answer, j) => rowOf({ group, answer, ...cells(i + j) }))),
  }),
  series: sample({
    ...words, id: 'hostile-series', shape: 'series', measures: { m1: both('One, "1"'), m2: both('Two') }, unit: 'usd-million',
    rows: codes.flatMap((series, i) => ['2010', '2011-04/2012-03', '2012-02-29', '2013~'].flatMap((time, j) =>
      ['m1', 'm2'].map((measure) => rowOf({ series, measure, time, ...cells(i + j), unit: j % 2 ? 'usd-billion' : 'usd-million' })))),
  }),
  events: sample({
    ...words, id: 'hostile-events', shape: 'events', answers: texts,
    rows: codes.map((series, i) => rowOf({ series, group: cycle(codes, i + 1), answer: cycle(codes, i + 2), time: '2021-11-30', value: null, ...{
      source: i % 2 ? 's0~s1' : 's2', actors: i % 3 ? 'h1~h2' : '', note: cycle(codes, i), evidence: 'all' } })),
  }),
  matrix: sample({
    ...words, id: 'hostile-matrix', shape: 'matrix', answers: texts,
    rows: codes.map((series, i) => rowOf({ series, group: cycle(codes, i + 1), answer: cycle(codes, i + 2), value: null, note: cycle(codes, i), source: 's1' })),
  }),
}
