/** What the guide says to copy: every address in it is there, of the type that is promised, for any program that asks. */
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { PROGRAMS } from '../../web/pages/call.ts'
import { formatOf } from '../../worker/formats/index.ts'
import { ask, ORIGIN, said } from './ask.ts'
import { publishBuild } from './published.ts'

await publishBuild()

const LANGUAGES = ['', '/ja'] as const
const pages = await Promise.all(LANGUAGES.map(async (prefix) => ({ prefix, page: parseHTML(await (await ask(`${prefix}/guide`)).text()).document })))

/** The addresses in a call, without this site's origin. */
const addressesIn = (call: string): readonly string[] =>
  [...call.matchAll(/https?:\/\/[^\s'"]+/g)].map(([address]) => address.replace(ORIGIN, ''))

const extensionOf = (path: string): string => path.replace(/^.*\//, '').replace(/\?.*$/, '').replace(/^[^.]+\./, '')

describe.each(pages)('$prefix/guide', ({ prefix, page }) => {
  const calls = PROGRAMS.map((program) => ({ program, text: page.querySelector(`#call-${program}`)?.textContent ?? '' }))

  test.each(calls)('$program: its addresses are those of this site, and answer with what is promised', async ({ text }) => {
    const addresses = addressesIn(text)
    expect(addresses.length).toBeGreaterThan(0)
    for (const address of addresses) {
      expect(address).toMatch(new RegExp(`^${prefix}/`))
      const answer = await ask(address)
      expect([address, answer.status, answer.headers.get('Content-Type')]).toEqual([address, 200, formatOf(extensionOf(address)).mediaType])
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100)
    }
  })

  test('leads to a file for Excel where Excel is told', async () => {
    const link = [...page.querySelectorAll('a')].find((one) => one.getAttribute('href')?.endsWith('.csv?download&bom'))?.getAttribute('href') ?? ''
    expect(link).toMatch(new RegExp(`^${prefix}/figures/`))
    expect([...new Uint8Array(await (await ask(link)).arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  test('says of the long table what it holds: numbers, and not every figure', async () => {
    const held = new Set((await (await ask(`${prefix}/figures.ndjson`)).text()).trimEnd().split('\n').map((line) => (JSON.parse(line) as { figure: string }).figure))
    expect(held.has('timeline') || held.has('goods-child-forced-labour')).toBe(false)
    const told = [page.querySelector('#call-duckdb-name + p')?.textContent, page.querySelector('section[aria-labelledby=collection] .prose p')?.textContent]
    for (const text of told) expect(text).toMatch(/numeric observation|数値の観測値/)
  })

  test('a part that is called has rows, and fewer than the whole', async () => {
    const { text = '' } = calls.find(({ program }) => program === 'pandas') ?? {}
    const [part = ''] = addressesIn(text)
    const [some, all] = await Promise.all([part, part.replace(/\?.*$/, '')].map(async (path) => (await (await ask(path)).text()).trimEnd().split('\r\n')))
    expect(some?.length).toBeGreaterThan(5)
    expect(some?.length).toBeLessThan(all?.length ?? 0)
  })

  test('every file of everything is linked, and is there', async () => {
    const links = [...page.querySelectorAll('section[aria-labelledby="collection"] a')].map((link) => link.getAttribute('href') ?? '')
    expect(links.map((link) => link.replace(/^\/ja/, ''))).toEqual(['/datapackage.json', '/release.zip', '/figures.parquet', '/figures.ndjson', '/openapi.json'])
    for (const link of links) {
      const answer = await ask(link, { method: 'HEAD' })
      expect([link, answer.status, answer.headers.get('Access-Control-Allow-Origin')]).toEqual([link, 200, '*'])
    }
  })

  test('says what may be expected, on what terms, and what stays', () => {
    for (const id of ['calls', 'collection', 'policy', 'promise']) expect([id, page.querySelectorAll(`h2#${id}`).length]).toEqual([id, 1])
    const policy = page.querySelector('section[aria-labelledby="policy"]')?.textContent ?? ''
    for (const word of ['If-None-Match', 'If-Modified-Since', 'application/problem+json', 'CC BY 4.0', 'Supply-Lines-Store', 'localhost']) expect(policy).toContain(word)
  })
})

/** Programs as they introduce themselves; the last two say nothing of themselves. */
const AGENTS: readonly (string | null)[] = [
  'Python-urllib/3.13', 'pandas/2.3.3', 'python-requests/2.32.5', 'R (4.5.2 x86_64-pc-linux-gnu x86_64 linux-gnu)', 'libcurl/8.17.0 r-curl/7.0.0 httr/1.4.7',
  'curl/8.17.0', 'Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; Microsoft.Mashup.Engine)', 'Microsoft.Data.Mashup (https://go.microsoft.com/fwlink/?LinkID=304225)',
  'Stata/19', 'duckdb/v1.5.6', 'Mozilla/5.0 (compatible; GoogleDocs; apps-spreadsheets; +http://docs.google.com)', '', null,
]
const ASKED = ['/figures/screening.csv', '/ja/figures/fdi-inflows-gdp.csv?select=VNM', '/figures/screening', '/figures.parquet', '/figures/screening.svg', '/', '/figures/nope.csv', '/oembed']

describe('any program is answered alike', () => {
  test.each(ASKED)('%s', async (path) => {
    const whole = async (agent: string | null) => {
      const answer = await ask(path, { headers: agent === null ? {} : { 'User-Agent': agent } })
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await answer.arrayBuffer())).join()
      return { ...said(answer), headers: [...answer.headers], digest }
    }
    const plain = await whole('Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0')
    for (const agent of AGENTS) expect([agent, await whole(agent)]).toEqual([agent, plain])
  })

  test('and none is known by anything else: no answer varies by User-Agent', async () => {
    for (const path of ASKED) expect((await ask(path)).headers.get('Vary') ?? 'Accept').toBe('Accept')
  })
})
