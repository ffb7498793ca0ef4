/** What pages say to search engines for data, judged by a processor of JSON-LD and held against the figures themselves. */
import jsonld from 'jsonld'
import type { DataCatalog, DataDownload, Dataset, WithContext } from 'schema-dts'
import { describe, expect, it } from 'vitest'
import { shortHash } from '../../data/model/release.ts'
import { spanOf } from '../../data/model/time.ts'
import { parseAddress } from '../../web/address.ts'
import { LANGUAGES } from '../../web/words/index.ts'
import { FORMATS } from '../../worker/formats/index.ts'
import { HOSTILES } from '../formats/hostile.ts'
import { catalogOf } from '../../web/pages/datacatalog.ts'
import { datasetOf } from '../../web/pages/dataset.ts'
import { printPage } from '../../web/print.tsx'
import { DEFAULT_VIEW } from '../../web/address.ts'
import { RELEASE } from './built.ts'
import { PAGES, SITE, type Page } from './pages.ts'

/** Typed by schema.org: what is no property of a dataset, or of the wrong kind, does not compile. */
export const typed: {
  readonly dataset: (...given: Parameters<typeof datasetOf>) => WithContext<Dataset>
  readonly catalog: (...given: Parameters<typeof catalogOf>) => WithContext<DataCatalog>
} = { dataset: datasetOf, catalog: catalogOf }

const SCHEMA = 'http://schema.org/'

/** Terms of schema.org's own context whose values are addresses or dates: tests have no network. */
const CONTEXT = {
  '@vocab': SCHEMA, ...Object.fromEntries(['url', 'license', 'contentUrl', 'sameAs'].map((name) => [name, { '@id': SCHEMA + name, '@type': '@id' }])),
  ...Object.fromEntries(['datePublished', 'dateModified'].map((name) => [name, { '@id': SCHEMA + name, '@type': `${SCHEMA}Date` }])),
}

const documentLoader = async (url: string) => {
  if (url.replace(/\/$/, '') !== 'https://schema.org') throw new Error(`not to be loaded: ${url}`)
  return { documentUrl: url, document: { '@context': CONTEXT } }
}

type Node = Readonly<Record<string, unknown>>
type Said = Exclude<Dataset, string> & { readonly distribution: readonly Exclude<DataDownload, string>[] }

/** A browser's parser ends a block at the first `</`: no text has a `<`, which the block's own test says. */
const blocksOf = (html: string): readonly string[] =>
  [...html.matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g)].map(([, text = '']) => text)

async function nodesOf(text: string): Promise<readonly Node[]> {
  const flat = await jsonld.flatten(JSON.parse(text), undefined, { documentLoader })
  return Array.isArray(flat) ? flat : []
}

const ofType = (nodes: readonly Node[], type: string): readonly Node[] =>
  nodes.filter((node) => Array.isArray(node['@type']) && node['@type'].includes(SCHEMA + type))

const pagesOf = (kind: Page['content']['kind']): readonly Page[] => PAGES.filter(({ content }) => content.kind === kind)
const plain = ({ name, address: { view } }: Page): boolean => !name.includes('@') && Object.values(view).every((one) => one === null)

it('is on pages of figures, on the catalogue and on the front page, and nowhere else', () => {
  const kinds = new Set(PAGES.filter(({ html }) => blocksOf(html).length === 1).map(({ content }) => content.kind))
  expect([...kinds].toSorted()).toEqual(['catalogue', 'dashboard', 'figure'])
  expect(PAGES.filter(({ html, content }) => kinds.has(content.kind) && blocksOf(html).length !== 1)).toEqual([])
})

describe.each(pagesOf('figure').filter(plain))('$name', (page) => {
  const { content, address: { lang } } = page
  if (content.kind !== 'figure') throw new Error('not a figure')
  const { figure, entry } = content
  const [block = ''] = blocksOf(page.html)

  it('is one dataset of schema.org with all that a catalogue of data asks for', async () => {
    const nodes = await nodesOf(block)
    const sets = ofType(nodes, 'Dataset').filter((node) => node[`${SCHEMA}name`])
    expect(sets).toHaveLength(1)
    const [dataset = {}] = sets
    const wanted = [
      'name', 'description', 'url', 'identifier', 'version', 'datePublished', 'dateModified', 'license', 'usageInfo', 'creator', 'publisher', 'isBasedOn',
      'inLanguage', 'includedInDataCatalog', 'distribution', 'isAccessibleForFree',
    ]
    expect(wanted.filter((name) => !dataset[SCHEMA + name])).toEqual([])
    expect(nodes.flatMap((node) => Object.keys(node)).filter((name) => !name.startsWith('@') && !name.startsWith(SCHEMA))).toEqual([])
    expect(ofType(nodes, 'DataCatalog')).toHaveLength(1)
    expect(ofType(nodes, 'Organization').map((node) => node['@id'])).toContain(`${SITE.origin}/#publisher`)
  })

  it('says what the figure says', () => {
    const said: Said = JSON.parse(block)
    expect(said).toMatchObject({
      '@id': SITE.origin + (lang === 'en' ? '' : `/${lang}`) + `/figures/${figure.id}`, version: shortHash(entry.hash), inLanguage: lang, name: figure.title[lang]?.replaceAll('\u200b', ''),
      datePublished: entry.history[0]?.date, dateModified: entry.history.at(-1)?.date, license: 'https://creativecommons.org/licenses/by/4.0/',
    })
    expect(String(said.description).length).toBeGreaterThanOrEqual(lang === 'en' ? 50 : 20)
    expect(said.isBasedOn).toHaveLength(new Set(figure.rows.flatMap(({ source }) => source.split('~'))).size)
    const [start = '', end = ''] = typeof said.temporalCoverage === 'string' ? said.temporalCoverage.split('/') : []
    const spans = figure.rows.flatMap(({ time }) => (time ? [spanOf(time)] : []))
    expect(spans.every((span) => span !== null && start <= span.start && span.end <= end)).toBe(true)
    if (spans.length) expect(spans.some((span) => span?.start === start) && spans.some((span) => span?.end === end)).toBe(true)
    if (figure.unit && figure.unit !== 'count') expect(JSON.stringify(said.variableMeasured)).toContain('unitText')
  })

  it('names files of this version that there are, with the types and digests they have', () => {
    const said: Said = JSON.parse(block)
    expect(said.distribution.length).toBeGreaterThan(6)
    for (const { contentUrl, encodingFormat, sha256 } of said.distribution) {
      const { place } = parseAddress(new URL(String(contentUrl)), LANGUAGES)
      if (place.kind !== 'figure') throw new Error(`no file: ${String(contentUrl)}`)
      expect([place.id, place.version]).toEqual([figure.id, shortHash(entry.hash)])
      expect(FORMATS.find(({ extension }) => extension === place.format)?.mediaType.split(';')[0]).toBe(encodingFormat)
      expect(sha256).toBe(entry.history.at(-1)?.files?.[place.format ?? '']?.of[lang]?.sha256)
    }
    expect(said.distribution.filter(({ sha256 }) => sha256).map(({ name }) => name)).toEqual(expect.arrayContaining(['csv', 'xlsx']))
  })
})

it('the catalogue names every figure of its language, the front page the catalogue', async () => {
  for (const lang of LANGUAGES) {
    const [catalogue] = pagesOf('catalogue').filter(({ address }) => address.lang === lang)
    const [front] = pagesOf('dashboard').filter(({ address }) => address.lang === lang)
    const nodes = await nodesOf(blocksOf(catalogue?.html ?? '')[0] ?? '{}')
    const [listed] = ofType(nodes, 'DataCatalog')
    expect(listed?.[`${SCHEMA}dataset`]).toHaveLength(RELEASE.figures.filter((entry) => entry.lang.includes(lang)).length)
    expect(ofType(nodes, 'Dataset')).toHaveLength(RELEASE.figures.filter((entry) => entry.lang.includes(lang)).length)
    const [named] = ofType(await nodesOf(blocksOf(front?.html ?? '')[0] ?? '{}'), 'DataCatalog')
    expect(named?.['@id']).toBe(listed?.['@id'])
    expect(named?.['@id']).toBe(`${SITE.origin}${lang === 'en' ? '' : `/${lang}`}/figures`)
  }
})

it.each(Object.entries(HOSTILES))('no text of a figure ends the block: %s', (_, figure) => {
  const [entry] = RELEASE.figures
  if (!entry) throw new Error('no figure')
  const content = { kind: 'figure', figure, entry: { ...entry, id: figure.id, shape: figure.shape, charts: figure.charts }, hash: entry.hash } as const
  for (const lang of figure.lang) {
    const address = { lang, place: { kind: 'figure', id: figure.id, version: null, format: null }, view: DEFAULT_VIEW, download: false } as const
    const [block = ''] = blocksOf(printPage(SITE, address, content))
    expect(block).not.toContain('<')
    const said: Said = JSON.parse(block)
    expect(said.name).toBe(figure.title[lang]?.replaceAll('\u200b', ''))
  }
})
