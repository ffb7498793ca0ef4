/** Every example of the served description is asked for, and answered as it is described. */
import { describe, expect, test } from 'vitest'
import { openapiOf } from '../../worker/openapi/document.ts'
import { BUILD } from '../../worker/build.ts'
import { ask, ORIGIN, said } from './ask.ts'
import { headerFaults, readDescription } from './described.ts'
import { publishBuild, RELEASE } from './published.ts'

await publishBuild()
const { document, described } = await readDescription()

describe('/openapi.json', () => {
  test('is made from the tables, for the address that was asked', async () => {
    expect(document).toEqual(JSON.parse(JSON.stringify(openapiOf({ origin: ORIGIN, release: RELEASE, hash: BUILD.release, code: BUILD.code }))))
    expect(described.length).toBeGreaterThan(100)
  })

  test('is data: shared, tagged, and saved under its name', async () => {
    const answer = await ask('/openapi.json?download')
    expect(said(answer, 'Content-Type', 'Access-Control-Allow-Origin', 'Content-Disposition')).toEqual({
      status: 200, 'Content-Type': 'application/json; charset=utf-8', 'Access-Control-Allow-Origin': '*',
      'Content-Disposition': "attachment; filename=\"openapi.json\"; filename*=UTF-8''openapi.json",
    })
    const known = await ask('/openapi.json', { headers: { 'If-None-Match': answer.headers.get('ETag') ?? '' } })
    expect(known.status).toBe(304)
  })
})

const withQuery = (url: string, query: string): string => url + (url.includes('?') ? '&' : '?') + query

type Described = (typeof described)[number]

/** The real values of a parameter; one of them is enough in a second language. */
const valuesOf = ({ examples, example = '' }: Described['parameters'][number], lang: string): readonly (string | number)[] =>
  (examples ? Object.values(examples).map(({ value }) => value).slice(0, lang === 'en' ? undefined : 1) : [example])

const CASES = described.flatMap(({ url, parameters, answer, template, lang }) => parameters.filter((one) => one.in === 'query')
  .map((parameter) => ({ url, template, answer, name: parameter.name, values: valuesOf(parameter, lang) })))

/** What a form sends leads to the one spelling of it. */
const LEADS: readonly string[] = ['from', 'to']

describe('examples of parameters', () => {
  test.each(CASES)('$template $name', async ({ url, name, values, answer }) => {
    for (const value of values) {
      const own = url.includes(`${name}=`) ? url : withQuery(url, `${name}=${encodeURIComponent(value)}`)
      const got = await ask(own)
      await got.arrayBuffer()
      const status = LEADS.includes(name) ? 303 : 200
      expect([own, got.status, headerFaults(got.headers, answer('GET', status) ?? { description: '' })]).toEqual([own, status, []])
    }
  })

  test('of headers', async () => {
    for (const { parameters, answer, url } of described) {
      for (const { name, example = '' } of parameters.filter((one) => one.in === 'header')) {
        const got = await ask(url, { headers: { [name]: String(example) } })
        await got.arrayBuffer()
        const isKnown = name === 'If-None-Match' || (await ask(url, { method: 'HEAD' })).headers.has('Last-Modified')
        expect([url, name, got.status]).toEqual([url, name, isKnown ? 304 : 200])
        expect(headerFaults(got.headers, answer('GET', got.status) ?? { description: '' })).toEqual([])
      }
    }
  })
})

describe('examples of problems', () => {
  const examples = Object.values(document.components.examples)
  test.each(examples)('$summary', async ({ summary, value }) => {
    const [method = '', path = ''] = summary.split(' ')
    const answer = await ask(path, { method, headers: { Accept: 'application/json' } })
    expect(said(answer, 'Content-Type')).toEqual({ status: value['status'], 'Content-Type': 'application/problem+json' })
    expect(await answer.json()).toEqual(value)
  })
})
