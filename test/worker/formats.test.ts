/** The contract of every format over every figure and language, and what the data formats promise. */
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { decimals } from '../../data/model/quantity.ts'
import { shortHash } from '../../data/model/release.ts'
import { shapeOf } from '../../data/model/shape.ts'
import { DEFAULT_VIEW } from '../../web/address.ts'
import { selectRows } from '../../web/chart/select.ts'
import { filesOf } from '../../web/pages/site.ts'
import { LANGUAGES } from '../../web/words/index.ts'
import { FORMATS } from '../../worker/formats/index.ts'
import { search } from '../../worker/routes/catalogue.ts'
import { ask } from './ask.ts'
import { entryFor, figureOf, PICTURED, publishBuild, RELEASE } from './published.ts'

beforeAll(publishBuild)

const prefix = (lang: string): string => (lang === 'en' ? '' : `/${lang}`)
const text = async (path: string): Promise<string> => (await ask(path)).text()

type Document = Record<string, unknown> & {
  rows: Record<string, unknown>[], columns: { name: string }[], links: Record<string, string>, title: string, citation: string
}
const document = async (path: string): Promise<Document> => (await ask(path)).json<Document>()

const IDS = RELEASE.figures.map(({ id }) => id)
const CASES = RELEASE.figures.flatMap(({ id, lang, shape }) => filesOf({ formats: FORMATS }, shape)
  .flatMap(({ extension }) => lang.map((one) => `${prefix(one)}/figures/${id}.${extension}`)))

describe('every format', () => {
  test.each(CASES)('%s: the same bytes each time, of the type it names, well formed', async (path) => {
    const [one, two] = await Promise.all([ask(path), ask(path)])
    expect(one.status).toBe(200)
    const bytes = await one.arrayBuffer()
    expect(bytes).toEqual(await two.arrayBuffer())
    const mediaType = one.headers.get('Content-Type')
    expect(FORMATS.find(({ extension }) => path.split('/').at(-1)?.replace(/^[^.]+\./, '') === extension)?.mediaType).toBe(mediaType)
    const isText = /^text\/|json|svg|bibtex|research-info/.test(mediaType ?? '')
    if (!isText) return expect(bytes.byteLength).toBeGreaterThan(100)
    const body = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
    expect(body).not.toMatch(/\bNaN\b|\bundefined\b|\[object /)
  })

  test('names and extensions are unique, and each says which parameters it takes', () => {
    expect(new Set(FORMATS.map(({ extension }) => extension)).size).toBe(FORMATS.length)
    for (const format of FORMATS) {
      if (format.kind !== 'data') expect(format.params).toContain('select')
      expect(format.params).toContain('download')
      expect(format.encoder).toBeGreaterThan(0)
    }
  })
})

describe.each(IDS)('%s as JSON', (id) => {
  const KEYS = [
    'schema', 'id', 'version', 'lang', 'shape', 'asOf', 'published', 'title', 'subtitle', 'description', 'unit', 'columns',
    'rows', 'evidence', 'checks', 'sources', 'comparability', 'caveats', 'derived', 'not_drawn', 'citation', 'links',
  ]

  test('has the keys that are promised, in order', async () => {
    const found = await document(`/figures/${id}.json`)
    expect(Object.keys(found)).toEqual(KEYS)
    expect(found).toMatchObject({ id, version: shortHash(entryFor(id).hash), lang: 'en', schema: 1 })
    const columns = found.columns.map(({ name }) => name)
    expect(columns.filter((name) => name !== 'decimals')).toEqual(shapeOf(figureOf(id).shape).published)
    for (const row of found.rows) expect(Object.keys(row)).toEqual(columns)
  })

  test('has every number as a number, with its decimals, qualifier and bounds', async () => {
    const { rows } = await document(`/figures/${id}.json`)
    const figure = figureOf(id)
    expect(rows).toHaveLength(figure.rows.length)
    for (const [i, row] of figure.rows.entries()) {
      const number = (cell: string | null) => (cell === null ? null : Number(cell))
      if (shapeOf(figure.shape).numeric) expect(rows[i]).toMatchObject({
        value: number(row.value), decimals: row.value === null ? null : decimals(row.value),
        qualifier: row.qualifier, lower: number(row.lower), upper: number(row.upper), n: number(row.n),
        as_printed: row.as_printed || null,
      })
      else expect(rows[i]).toMatchObject({ series: row.series, group: row.group || null, answer: row.answer || null, source: row.source || null, as_printed: row.as_printed || null })
      if (row.value !== null) expect(Number(rows[i]?.['value']).toFixed(decimals(row.value))).toBe(row.value)
    }
  })

  test('has links that lead somewhere and a citation with the version', async () => {
    const { links, citation } = await document(`/ja/figures/${id}.json`)
    for (const link of Object.values(links)) {
      expect([link, (await ask(link.replace('http://localhost', ''))).status]).toEqual([link, 200])
    }
    expect(citation).toContain(shortHash(entryFor(id).hash))
    expect(links['self']).toBe(`http://localhost/ja/figures/${id}.json`)
  })

  test('refers only to what it holds', async () => {
    const { rows, evidence, sources } = await document(`/figures/${id}.json`)
    const ids = Object.keys(evidence ?? {})
    const named = JSON.stringify(sources)
    for (const row of rows) {
      if (row['evidence'] !== null) expect(ids).toContain(row['evidence'])
      for (const source of row['source'] === null ? [] : String(row['source']).split('~')) expect(named).toContain(`"id":"${source}"`)
    }
  })
})

describe.each(IDS.flatMap((id) => LANGUAGES.map((lang) => [lang, id] as const)))('%s %s as CSV', (lang, id) => {
  test('has the published columns and the source’s digits', async () => {
    const body = await text(`${prefix(lang)}/figures/${id}.csv`)
    expect(body.replaceAll('\r\n', '')).not.toContain('\n')
    const [header, ...rows] = parse(body)
    expect(header).toEqual(shapeOf(figureOf(id).shape).published)
    const column = (name: string) => rows.map((row) => row[(header ?? []).indexOf(name)])
    expect(column('source')).toEqual(figureOf(id).rows.map(({ source }) => source))
    if (!shapeOf(figureOf(id).shape).numeric) return
    for (const name of ['value', 'lower', 'upper'] as const) {
      expect(column(name)).toEqual(figureOf(id).rows.map((row) => row[name] ?? ''))
    }
    expect(column('qualifier')).toEqual(figureOf(id).rows.map(({ qualifier }) => qualifier))
  })

  test('says the same as JSON, cell by cell', async () => {
    const [header = [], ...rows] = parse(await text(`${prefix(lang)}/figures/${id}.csv`))
    const json = await document(`${prefix(lang)}/figures/${id}.json`)
    const cell = (name: string, value: unknown) => (name === 'decimals' || value === null ? '' : value)
    for (const [i, row] of rows.entries()) {
      const printed = header.map((name, j) => {
        const value = cell(name, json.rows[i]?.[name])
        return typeof value === 'number' ? Number(row[j]) === value : row[j] === value
      })
      expect(printed.every(Boolean), `row ${i}: ${row.join()}`).toBe(true)
    }
  })
})

describe('a selection', () => {
  const query = '?select=THA~VNM&time=2010..2012'
  const view = { ...DEFAULT_VIEW, select: ['VNM', 'THA'], time: { from: '2010', to: '2012' } }
  const wanted = selectRows(figureOf('fdi-inflows-gdp'), view).map(({ series, time, value }) => [series, time, Number(value)])

  test('is the same in CSV and JSON, and no more than was asked for', async () => {
    const { rows } = await document(`/figures/fdi-inflows-gdp.json${query}`)
    expect(rows.map(({ series, time, value }) => [series, time, value])).toEqual(wanted)
    expect(new Set(rows.map(({ series }) => series))).toEqual(new Set(['THA', 'VNM']))
    expect(rows).toHaveLength(6)
    expect(parse(await text(`/figures/fdi-inflows-gdp.csv${query}`))).toHaveLength(7)
  })

  test('has a title of its own: the finding belongs to the whole', async () => {
    const whole = await document('/figures/fdi-inflows-gdp.json')
    const part = await document(`/figures/fdi-inflows-gdp.json${query}`)
    expect(part.title).not.toBe(whole.title)
    expect(part.title).toContain('2010')
    expect(part.links['self']).toBe(`http://localhost/figures/fdi-inflows-gdp.json?select=THA~VNM&time=2010..2012`)
  })
})

test('a pinned file says the same whatever is published later', async () => {
  const path = `/figures/screening@${shortHash(entryFor('screening').hash)}`
  const found = await document(`${path}.json`)
  expect(JSON.stringify(found)).not.toContain('/figures/screening.json')
  expect(await text(`${path}.csv`)).toBe(await text('/figures/screening.csv'))
})

describe('the catalogue', () => {
  type Catalogue = { figures: { id: string, title: string, measure: string, version: string, links: Record<string, string> }[] }
  const list = async (path: string): Promise<Catalogue> => (await ask(path)).json<Catalogue>()

  test('lists every figure with its version and links that lead somewhere', async () => {
    const { figures } = await list('/figures.json')
    expect(figures.map(({ id }) => id)).toEqual(IDS)
    for (const figure of figures) {
      expect(figure.version).toBe(shortHash(entryFor(figure.id).hash))
      expect(figure.measure.length * figure.title.length).toBeGreaterThan(0)
      // pixels of the others are not in this store
      const links = Object.values(figure.links).filter((link) => !link.endsWith('.png') || PICTURED.includes(figure.id))
      expect(links.length).toBeGreaterThan(10)
      for (const link of links) expect([link, (await ask(link.replace('http://localhost', ''), { method: 'HEAD' })).status]).toEqual([link, 200])
    }
  }, 60_000)

  test('every word has to occur, in any case and width', async () => {
    const found = async (query: string, lang = '') => {
      const { figures } = await list(`${lang}/figures.json?q=${encodeURIComponent(query)}`)
      return figures.map(({ id }) => id)
    }
    expect(await found('viet nam')).toContain('fdi-inflows-gdp')
    expect(await found('VIET　ＮＡＭ')).toEqual(await found('viet nam'))
    expect(await found('viet nowhere-at-all')).toEqual([])
    expect(await found('ベトナム', '/ja')).toContain('fdi-inflows-gdp')
    expect(await found(' ')).toEqual(IDS)
  })

  test('the page and the list find the same', async () => {
    const page = await text('/figures?q=nikkei')
    for (const { id } of search(RELEASE, 'nikkei', 'en')) expect(page).toContain(`/figures/${id}"`)
    expect(search(RELEASE, 'nikkei', 'en').length).toBeGreaterThan(0)
    expect(search(RELEASE, 'nikkei', 'en').length).toBeLessThan(IDS.length)
  })
})

describe('events', () => {
  test('are chosen by lane, kind and actor, in every format alike', async () => {
    const chosen = async (query: string) => (await document(`/figures/timeline.json?select=${query}`)).rows
    expect(new Set((await chosen('japan')).map((row) => row['group']))).toEqual(new Set(['japan']))
    const plans = await chosen('japan~asean~plan')
    expect([new Set(plans.map((row) => row['answer'])), plans.length]).toEqual([new Set(['plan']), 7])
    for (const row of await chosen('METI~USTR')) expect(String(row['actors']).split('~').some((code) => code === 'METI' || code === 'USTR')).toBe(true)
    const csv = await (await ask('/figures/timeline.csv?select=japan~asean~plan')).text()
    expect(csv.trim().split('\r\n')).toHaveLength(1 + plans.length)
  })

  test('name every source and who acted, in both files, under the last column', async () => {
    const { rows, sources, columns } = await document('/figures/timeline.json')
    expect(columns.at(-1)?.name).toBe('actors')
    const ids = new Set((sources as { id: string }[]).map(({ id }) => id)) // as documented
    for (const row of rows) for (const id of String(row['source']).split('~')) expect(ids).toContain(id)
    const csv = await (await ask('/figures/timeline.csv')).text()
    expect(csv.split('\r\n')[0]).toBe('series,series_name,group,answer,time,status,published,evidence,source,note,as_printed,actors')
    expect(csv).toContain('METI~MOFA')
  })
})
