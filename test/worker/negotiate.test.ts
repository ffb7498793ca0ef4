/** Content negotiation: the rules as a table, as properties, and at `/figures/<id>`. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { FORMATS } from '../../worker/formats/index.ts'
import { negotiate } from '../../worker/negotiate.ts'
import { ask } from './ask.ts'
import { publishBuild } from './published.ts'

beforeAll(publishBuild)

const [HTML, SVG, JSON_, CSV] = ['text/html', 'image/svg+xml', 'application/json', 'text/csv']

const table: [accept: string | null, chosen: string | null][] = [
  [null, 'text/html'], ['', 'text/html'], ['*/*', 'text/html'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8', 'text/html'],
  ['image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8', 'image/svg+xml'],
  ['image/*', 'image/svg+xml'], ['text/*', 'text/html'], ['text/*, text/html;q=0', 'text/csv'],
  ['application/json', 'application/json'], ['application/json;charset=utf-8', 'application/json'],
  ['APPLICATION/JSON', 'application/json'], ['text/csv', 'text/csv'], ['text/csv;header=present', 'text/csv'],
  ['text/csv; header = "present"', 'text/csv'], ['text/csv;header=absent', null],
  ['text/csv;header=absent, */*;q=0.1', 'text/html'],
  ['text/csv;q=0.5, application/json;q=0.9', 'application/json'], ['text/csv, application/json', 'application/json'],
  ['application/json;q=0.1, text/csv;q=0.10', 'application/json'], ['*/*;q=0.1, text/csv;q=0.2', 'text/csv'],
  ['*/*, text/html;q=0', 'image/svg+xml'], ['*/*;q=0', null], ['text/html;q=0', null], ['*/*;q=0, text/csv', 'text/csv'],
  ['image/webp', null], ['application/pdf, image/*;q=0', null], ['text/html;q=0.000', null], ['text/csv;q=0.001', 'text/csv'],
  ['text/csv ; q=1 , text/html ; q=0.9', 'text/csv'], ['text/csv;Q=0.2, text/html;q=0.1', 'text/csv'],
  ['text/csv;q=2', 'text/html'], ['text/csv;q=x, image/webp', null], ['html', 'text/html'], ['*/csv', 'text/html'],
  [',,;,', 'text/html'], ['text/csv;q=0.5;ext=1', 'text/csv'],
]

describe('by Accept', () => {
  test.each(table)('%j → %j', (accept, chosen) => {
    expect(negotiate(accept, FORMATS)?.mediaType.split(';')[0] ?? null).toBe(chosen)
  })

  test.each(table)('over HTTP: %j → %j', async (accept, chosen) => {
    const answer = await ask('/figures/screening', { headers: accept === null ? {} : { Accept: accept } })
    const type = answer.headers.get('Content-Type')?.split(';')[0]
    expect([answer.status, type]).toEqual(chosen === null ? [406, type] : [200, chosen])
    expect(answer.headers.get('Vary')).toBe('Accept')
  })

  test('what is refused is never chosen, and what is named alone is', () => {
    const range = fc.tuple(
      fc.constantFrom(HTML, SVG, JSON_, CSV, 'image/webp', '*/*', 'text/*', 'image/*', 'application/*'),
      fc.constantFrom('0', '0.0', '0.3', '0.999', '1', '1.000'),
    )
    fc.assert(fc.property(fc.array(range, { minLength: 1, maxLength: 6 }), (ranges) => {
      const chosen = negotiate(ranges.map(([type, q]) => `${type};q=${q}`).join(', '), FORMATS)
      const qualities = (type: string | undefined) => ranges.filter(([name]) => name === type).map(([, q]) => Number(q))
      const name = chosen?.mediaType.split(';')[0]
      if (chosen) expect(Math.max(...qualities(name), ...(qualities(name).length ? [] : [1]))).toBeGreaterThan(0)
      for (const { mediaType } of FORMATS) {
        if (Math.max(...qualities(mediaType.split(';')[0])) > 0) expect(chosen).not.toBeNull()
      }
    }), { numRuns: 1000 })
  })

  test('any header at all is survived', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (accept) => {
      negotiate(accept, FORMATS)
    }))
  })
})

describe('406', () => {
  test('lists what exists', async () => {
    const answer = await ask('/figures/screening', { headers: { Accept: 'image/webp' } })
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
    const { allowed, ...problem } = await answer.json<{ allowed: string[] }>()
    expect(problem).toMatchObject({ status: 406, name: 'Accept', given: 'image/webp' })
    expect(allowed.slice(0, 4)).toEqual(['text/html', 'image/svg+xml', 'application/json', 'text/csv'])
    expect(allowed).toEqual([...new Set(FORMATS.map(({ mediaType }) => mediaType.split(';')[0]))])
  })

  test('says where a negotiated answer can be had without negotiating', async () => {
    const answer = await ask('/ja/figures/screening', { headers: { Accept: 'text/csv' } })
    expect(answer.headers.get('Content-Location')).toBe('/ja/figures/screening.csv')
    expect(await answer.text()).toBe(await (await ask('/ja/figures/screening.csv')).text())
  })

  test('an extension is not negotiated', async () => {
    const answer = await ask('/figures/screening.csv', { headers: { Accept: 'image/webp' } })
    expect([answer.status, answer.headers.get('Vary')]).toEqual([200, null])
  })
})
