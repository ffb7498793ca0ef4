/** Citations as reference managers read them: BibTeX by two parsers, RIS tag by tag, CSL-JSON, and all of them saying the same. */
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-csl'
import { parse as parseBibtex } from '@retorquere/bibtex-parser'
import { describe, expect, it } from 'vitest'
import { inLanguage } from '../../data/model/figure.ts'
import { shortHash } from '../../data/model/release.ts'
import { FIGURES } from '../web/built.ts'
import { HOSTILES } from './hostile.ts'
import { ORIGIN, subjectOf, textIn } from './rendered.ts'

const CASES = [...FIGURES, ...Object.values(HOSTILES)].flatMap((figure) => figure.lang.map((lang) => ({ id: figure.id, lang, figure })))

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
type Item = { readonly title: string, readonly author: readonly { readonly literal: string }[], readonly version: string, readonly URL: string, readonly type: string }

async function itemOf(figure: (typeof CASES)[number]['figure'], lang: string): Promise<Item> {
  const [item]: Item[] = JSON.parse(await textIn(figure, 'csl.json', { lang }))
  if (!item) throw new Error('no item')
  return item
}

describe.each(CASES)('$id in $lang', ({ figure, lang }) => {
  it('CSL-JSON: a data set with title, version and an address that never changes', async () => {
    const item = await itemOf(figure, lang)
    const version = shortHash((await subjectOf(figure, 'csl.json')).hash)
    expect(item).toMatchObject({ type: 'dataset', title: inLanguage(figure.title, lang), version, URL: `${ORIGIN}${lang === 'en' ? '' : `/${lang}`}/figures/${figure.id}@${version}` })
    const [read] = new Cite(item).data
    expect(read).toMatchObject({ title: item.title, version, URL: item.URL, publisher: 'Supply Lines' })
  })

  it('BibTeX: two parsers find one entry with the same title, authors, version and address', async () => {
    const text = await textIn(figure, 'bib', { lang })
    const item = await itemOf(figure, lang)
    const { entries, errors } = parseBibtex(text, { sentenceCase: false })
    expect(errors).toEqual([])
    expect(entries).toHaveLength(1)
    const [entry] = entries
    expect([entry?.fields['title'], entry?.fields['version'], entry?.fields['url']]).toEqual([oneLine(item.title), item.version, item.URL])
    expect(entry?.fields.author?.map(({ name, lastName }) => oneLine(name ?? lastName ?? ''))).toEqual(item.author.map(({ literal }) => oneLine(literal)))
    const [other, second] = new Cite(text).data
    expect(second).toBeUndefined()
    expect([other?.title, other?.URL]).toEqual([oneLine(item.title), item.URL])
  })

  it('RIS: begins, says the same and ends, a field a line', async () => {
    const lines = (await textIn(figure, 'ris', { lang })).split('\r\n')
    expect(lines.pop()).toBe('')
    for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /)
    const fields = lines.map((line) => [line.slice(0, 2), line.slice(6)] as const)
    expect([fields[0], fields.at(-1), fields.filter(([tag]) => tag === 'TY' || tag === 'ER').length]).toEqual([['TY', 'DATA'], ['ER', ''], 2])
    const item = await itemOf(figure, lang)
    const only = (tag: string) => fields.filter(([name]) => name === tag).map(([, value]) => value)
    expect([only('TI'), only('ET'), only('UR')]).toEqual([[oneLine(item.title)], [item.version], [item.URL]])
    expect(only('AU')).toEqual(item.author.map(({ literal }) => oneLine(literal)))
  })

  it('the text names version, address and every source', async () => {
    const text = await textIn(figure, 'txt', { lang })
    const item = await itemOf(figure, lang)
    for (const part of [item.title, item.version, item.URL, ...Object.keys(figure.sources)]) expect(text).toContain(part)
    for (const row of figure.rows) expect(row.value === null || text.includes(row.value.replace('-', '−').replace(/\.\d+$/, '').replace(/\B(?=(\d{3})+$)/g, ','))).toBe(true)
  })
})
