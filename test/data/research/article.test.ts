/** The founding article's facts against an independent transcription: figures, dates, instruments, footnotes, notes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { facts, table, values, withOriginals } from './reading.ts'

const Numbers = v.optional(v.array(v.string()), [])
const Article = v.object({
  figures: v.array(v.object({ figure: v.string(), footnotes: Numbers, notes: Numbers })),
  events: v.array(v.object({ time: v.string(), stands: v.string(), footnotes: Numbers, notes: Numbers })),
  instruments: v.array(v.object({ name: v.object({ en: v.string() }), binding: v.string(), footnotes: Numbers })),
  footnotes: v.array(v.object({
    number: v.string(), author: v.optional(v.string(), ''), title: v.string(), publisher: v.string(), date: v.string(), url: v.string(),
  })),
  notes: v.array(v.object({ number: v.string(), verified: v.string(), footnotes: Numbers, sources: v.array(v.string()) })),
})

const path = join(import.meta.dirname, '../../../data/article.yaml')
const article = v.parse(Article, parseYaml(readFileSync(path, 'utf8'), { schema: 'failsafe' }))
type Row = Readonly<Record<string, string | undefined>>
const plain = (rows: Iterable<Row>): readonly Row[] => [...rows].map((row) => ({ ...row }))
const rowsOf = (name: string): readonly Row[] => plain(facts(name))
const joined = (numbers: readonly string[]): string => numbers.join(' ')

describe('figures', () => {
  it('are the three that the article has, with its qualifiers and footnotes, in its order', () => {
    const printed = rowsOf('article-figures.csv').map(({ qualifier, value, footnote }) => `${qualifier} ${value}, ${footnote}`)
    expect(printed).toHaveLength(3)
    expect(article.figures.map(({ figure, footnotes }) => {
      const [claim] = values(figure)
      return `${claim?.['as_printed']} ${claim?.['value']}, ${joined(footnotes)}`
    })).toEqual(printed)
  })
})

describe('events', () => {
  it('are the thirty, each with its date as printed, where it stands and its footnotes', () => {
    const printed = rowsOf('article-events.csv')
    expect(printed).toHaveLength(30)
    expect(article.events.map(({ time, stands, footnotes }) => ({ date: time, stands, footnotes: joined(footnotes) }))).toEqual(printed)
  })

  /** Dates that a document contradicts, and the note that says so. */
  it.each([
    ['2022-01-10', '6'], ['2022-02', '6'], ['2022-11', '5'], ['2022-12-22', '9'], ['2023-01-05', '7'], ['2023-01-06', '7'], ['2022', '11'],
  ])('the one of %s points to note %s', (time, note) => {
    expect(article.events.filter((event) => event.time === time).flatMap(({ notes }) => notes)).toContain(note)
  })
})

const BINDING: Readonly<Record<string, string>> = {
  no: 'not-binding', 'no (voluntary)': 'voluntary', yes: 'binding', '-': 'not-applicable', 'not in being': 'not-in-being',
  'under negotiation then': 'in-negotiation',
}

describe('instruments', () => {
  const printed = rowsOf('article-instruments.csv')

  it('are the sixteen, each binding or not, with their footnotes', () => {
    expect(printed).toHaveLength(16)
    expect(article.instruments.map(({ binding, footnotes }) => [binding, joined(footnotes)]))
      .toEqual(printed.map((row) => [BINDING[row['binding'] ?? ''], row['footnotes']]))
  })

  it('stand in the order of the article', () => {
    const said = article.instruments.map(({ name }) => name.en.toLowerCase())
    for (const [i, word] of [[0, 'task force'], [1, 'action plan'], [5, 'uyghur'], [9, 'economic framework'], [15, 'free and open']] as const) {
      expect(said[i]).toContain(word)
      expect(printed[i]?.['name']?.toLowerCase().replace('indo-pacific economic', 'economic')).toContain(word)
    }
  })
})

describe('footnotes', () => {
  const printed = rowsOf('article-footnotes.csv')

  it('are the twenty-two, as printed; addresses without the text marks behind them', () => {
    expect(printed).toHaveLength(22)
    expect(article.footnotes).toEqual(printed.map((row) => ({ ...row, url: row['url']?.replace(/#:~:text=.*$/, '') })))
  })

  it('have addresses that can be followed: no bracket, no stop, no space', () => {
    for (const { url } of article.footnotes) expect(url).toMatch(/^https:\/\/[^\s<>"]+[^\s<>".,]$/)
    expect(article.footnotes[17]?.url).toMatch(/China-U\.S$/)
  })
})

describe('notes', () => {
  /** Numbers in the list of inconsistencies, in our order, with the footnotes each is about and how it was verified there. */
  const LISTED: readonly (readonly [listed: number, footnotes: string, verified: string])[] = [
    [1, '6', 'confirmed'], [2, '6', 'confirmed'], [3, '6', 'confirmed'], [4, '6', 'confirmed'], [7, '5', 'confirmed'], [8, '17', 'confirmed'],
    [9, '1 2 8 15', 'confirmed'], [10, '16', 'confirmed'], [11, '16', 'partly-confirmed'], [14, '2', 'confirmed'],
    [15, '7', 'partly-confirmed'], [17, '14 21', 'internal'], [22, '7', 'confirmed'], [23, '4', 'confirmed'], [24, '3', 'partly-confirmed'],
    [25, '1 15', 'partly-confirmed'],
  ]

  it('are the sixteen that touch a fact, each with its footnotes and how it was verified', () => {
    expect(article.notes.map(({ number, footnotes, verified }) => [number, joined(footnotes), verified]))
      .toEqual(LISTED.map(([, footnotes, verified], i) => [String(i + 1), footnotes, verified]))
  })

  it('rest on a document, or where they are seen in the article itself on it alone', () => {
    for (const { verified, sources } of article.notes) expect(sources.join() === 'baron-2023').toBe(verified === 'internal')
  })
})

withOriginals('the transcription is what it was copied from', (originals) => {
  const sources = table(join(originals, 'survey/sources.csv')).filter((row) => /^fn\d\d$/.test(row['id'] ?? ''))
  const urls = (rows: readonly Row[]) => rows.map((row) => row['url']?.replace(/\.$/, ''))
  expect(urls(rowsOf('article-footnotes.csv'))).toEqual(urls(plain(sources)))
  const lines = readFileSync(join(originals, 'article-extraction.md'), 'utf8').split('\n')
  const dated = lines.slice(lines.findIndex((line) => line.startsWith('## Dated events'))).filter((line) => /^\| \d{4}/.test(line))
  const columns = dated.slice(0, 30).map((line) => line.split('|').map((cell) => cell.trim()))
  expect(columns.map((cell) => ({ date: cell[1], stands: cell[6], footnotes: cell[5]?.replace(';', ' ') })))
    .toEqual(rowsOf('article-events.csv'))
})
