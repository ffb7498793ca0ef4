/** Every hostile text as title and publisher: through every format that cites or describes, and back by readers that did not write it. */
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-csl'
import { parse as parseBibtex } from '@retorquere/bibtex-parser'
import { describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { longTable } from '../../data/programs/collection.ts'
import { workbookOf } from '../../data/programs/spreadsheet.ts'
import type { Figure } from '../../data/model/figure.ts'
import { nameOf, rowOf, sample } from '../web/sample.ts'
import { HOSTILE } from './hostile.ts'
import { ORIGIN, textIn } from './rendered.ts'

const HASH = '0123456789abcdef'.repeat(4)

/** What a one-line field keeps of a text. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
const lines = (text: string): string => text.replaceAll('\r\n', '\n')

/** A figure that says a text wherever one is said. */
function saying(text: string): Figure {
  const both = { en: text, ja: text }
  return sample({
    id: 'saying', shape: 'claim', title: both, measure: both, subtitle: both, description: both, rows: [rowOf({ series: 'a', source: 's1', note: 'n1' })],
    names: { a: { ...nameOf('a'), name: both } }, notes: { n1: both }, caveats: [{ text: both, applies_to: null }],
    evidence: { all: {
      kind: 'survey', population: both, asker: both, asked: null, n: null, sampling: null, mode: null, weighting: null, question: both, fieldwork: null,
      published: '2021-11-30', vintage: null, source: 's1', basis: null,
    } },
    sources: { s1: { id: 's1', publisher: both, title: text, lang: 'en', date: '2021', url: 'https://example.org/', no_url: null, copy: '', read: 'in-part', rights: 'CC-BY-4.0' } },
    changes: [{ date: '2026-11-23', kind: 'first', note: both }],
  })
}

const CASES = HOSTILE.flatMap((text) => ['en', 'ja'].map((lang) => ({ name: JSON.stringify(text.slice(0, 30)), text, lang, figure: saying(text) })))

describe.each(CASES)('$name in $lang', ({ text, lang, figure }) => {
  it('BibTeX', async () => {
    const bib = await textIn(figure, 'bib', { lang })
    const { entries: [entry, second], errors } = parseBibtex(bib, { sentenceCase: false })
    expect([errors, second]).toEqual([[], undefined])
    expect(entry?.fields.title).toBe(oneLine(text))
    expect(entry?.fields.author?.map(({ name, lastName }) => oneLine(name ?? lastName ?? ''))).toEqual([oneLine(text)])
    const { data: [other, third] } = new Cite(bib)
    expect([other?.title, third]).toEqual([oneLine(text), undefined])
  })

  it('CSL-JSON', async () => {
    const { data: [item] } = new Cite(JSON.parse(await textIn(figure, 'csl.json', { lang })))
    expect([item?.title, item?.author]).toEqual([text, [{ literal: text }]])
  })

  it('RIS', async () => {
    const ris = await textIn(figure, 'ris', { lang })
    // a reader of RIS begins a field at every line that begins with a tag
    const fields = ris.split(/\r\n|[\n\r\u2028\u2029\u0085]/).filter(Boolean).map((line) => /^([A-Z][A-Z0-9]) {2}- ?(.*)$/u.exec(line)?.slice(1))
    expect(fields).not.toContain(undefined)
    const only = (tag: string) => fields.filter((one) => one?.[0] === tag).map((one) => one?.[1])
    expect([only('TI'), only('TY'), only('ER')]).toEqual([[oneLine(text)], ['DATA'], ['']])
    expect(only('AU')).toEqual([oneLine(text)])
  })

  it('plain text', async () => {
    const txt = await textIn(figure, 'txt', { lang })
    expect(lines(txt).split(lines(text)).length).toBeGreaterThan(3)
  })

  it('Data Package', async () => {
    const { title, sources, resources } = JSON.parse(await textIn(figure, 'datapackage.json', { lang }))
    expect([title, JSON.stringify(sources).includes(JSON.stringify(text).slice(1, -1))]).toEqual([text, true])
    const labels = resources.flatMap((one: { schema?: { fields: { categories?: { label: string }[] }[] } }) => one.schema?.fields.flatMap(({ categories = [] }) => categories.map(({ label }) => label)) ?? [])
    expect(labels.some((label: string) => label.includes(text))).toBe(true)
  })

  it('workbook', async () => {
    const book = read(await workbookOf(figure, HASH, lang, ORIGIN), { cellNF: true, cellText: true })
    const [data, evidence, codebook] = book.SheetNames.map((name) => book.Sheets[name] ?? {})
    const said = lines(text)
    for (const one of [data, evidence, codebook]) {
      const cells = Object.entries(one ?? {}).filter(([at]) => /^[A-Z]+\d+$/.test(at)).map(([, cell]): { v?: unknown, f?: string } => cell)
      expect(cells.filter(({ f }) => f !== undefined)).toEqual([])
      expect(cells.some(({ v }) => typeof v === 'string' && lines(v).includes(said))).toBe(true)
      for (const { v } of cells) expect(String(v ?? '').length).toBeLessThanOrEqual(32_767)
    }
    expect(utils.sheet_to_json<string[]>(evidence ?? {}, { header: 1 }).filter((row) => lines(String(row[2] ?? '')) === said).length).toBeGreaterThan(2)
  })

  it('the long table', () => {
    const [observation] = longTable([{ figure, hash: HASH }], lang)
    expect(Object.values(observation ?? {})).toContain(text)
  })
})
