/** Addresses as properties: both directions agree, and a hostile URL ends in a Problem and in nothing else. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIRST_YEAR, LAST_YEAR } from '../../data/model/time.ts'
import {
  canonicalRedirect, checkView, DEFAULT_VIEW, formatAddress, parseAddress, SIZES, type Address, type Place,
} from '../../web/address.ts'
import { THEMES } from '../../web/look/tokens.ts'
import { Problem } from '../../web/problem.ts'

const LANGUAGES = ['en', 'ja']
const at = (path: string): URL => new URL(path, 'http://localhost')
const parse = (path: string): Address => parseAddress(at(path), LANGUAGES)

const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,5}){0,3}$/)
const version = fc.option(fc.stringMatching(/^[0-9a-f]{16}$/), { nil: null })
const format = fc.constantFrom('html', 'svg', 'csv', 'json', 'jsonstat.json', 'csv-metadata.json')
const year = fc.integer({ min: FIRST_YEAR, max: LAST_YEAR }).map(String)
const time = fc.oneof(
  fc.constant(null), fc.constant('latest' as const),
  fc.tuple(year, year).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
  year.map((from) => ({ from, to: null })), year.map((to) => ({ from: null, to })),
)
const code = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('~') && text.isWellFormed())
const shown = {
  chart: fc.option(code, { nil: null }),
  select: fc.option(fc.uniqueArray(code, { minLength: 1, maxLength: 5 }), { nil: null }),
  time,
  theme: fc.option(fc.constantFrom(...THEMES), { nil: null }),
}
const page = fc.record({ ...shown, size: fc.constant(null), scale: fc.constant(null) })
const picture = fc.record({
  ...shown,
  size: fc.option(fc.constantFrom(...SIZES), { nil: null }),
  scale: fc.option(fc.constantFrom<1 | 2>(1, 2), { nil: null }),
})
const query = fc.string({ unit: 'grapheme', maxLength: 40 })
  .filter((text) => text.isWellFormed()).map((text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim())
const theme = shown.theme.map((chosen) => ({ ...DEFAULT_VIEW, theme: chosen }))
const figure = fc.constant('figure' as const)
const hex = fc.stringMatching(/^[0-9a-f]{16}$/)
/** Releases and changes: pages take a theme, JSON is downloaded. */
const history = <P extends Place>(place: (format: string | null) => fc.Arbitrary<P>) => fc.oneof(
  fc.tuple(place(null), theme, fc.constant(false)), fc.tuple(place('json'), fc.constant(DEFAULT_VIEW), fc.boolean()),
)
const parts = fc.oneof(
  fc.tuple(fc.constantFrom<Place>({ kind: 'dashboard' }, { kind: 'sources' }, { kind: 'article' }), theme, fc.constant(false)),
  fc.tuple(query.map((q): Place => ({ kind: 'catalogue', query: q, format: null })), theme, fc.constant(false)),
  fc.tuple(query.map((q): Place => ({ kind: 'catalogue', query: q, format: 'json' })), fc.constant(DEFAULT_VIEW), fc.boolean()),
  history((form) => fc.record({ kind: fc.constant('releases' as const), hash: fc.option(fc.stringMatching(/^[0-9a-z]{1,20}$/), { nil: null }), format: fc.constant(form) })),
  history((form) => fc.record({ kind: fc.constant('changes' as const), format: fc.constant(form) })),
  history((form) => fc.record({ kind: fc.constant('comparison' as const), id, from: hex, to: version, format: fc.constant(form) })),
  fc.tuple(fc.record({ kind: fc.constant('embed' as const), id, version }), page, fc.constant(false)),
  fc.tuple(fc.record({ kind: figure, id, version, format: fc.constant(null) }), picture, fc.constant(false)),
  fc.tuple(fc.record({ kind: figure, id, version, format }), picture, fc.boolean()),
)
const address: fc.Arbitrary<Address> = fc.tuple(fc.constantFrom(...LANGUAGES), parts, fc.boolean())
  .map(([lang, [place, view, download], bom]) => ({ lang, place, view, download, ...(bom && 'format' in place && place.kind === 'figure' && place.format ? { bom } : {}) }))

test('parse(format(address)) = address, and its URL needs no other spelling', () => {
  fc.assert(fc.property(address, (given) => {
    const url = formatAddress(given)
    expect(parse(url)).toEqual(given)
    expect(formatAddress(parse(url))).toBe(url)
    expect(canonicalRedirect(at(url), LANGUAGES)).toBeNull()
  }), { numRuns: 2000 })
})

test('a redirect ends where it leads', () => {
  const named = fc.constantFrom('select', 'from', 'to', 'chart', 'time', 'x')
  const field = fc.tuple(named, fc.constantFrom('', 'A', 'B~C', '2001', '2010'))
  fc.assert(fc.property(fc.array(field), (fields) => {
    const url = at(`/figures/a?${new URLSearchParams(fields)}`)
    let target: string | null = null
    try {
      target = canonicalRedirect(url, LANGUAGES)
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown
    }
    if (target !== null) expect(canonicalRedirect(at(target), LANGUAGES)).toBeNull()
  }), { numRuns: 2000 })
})

const piece = fc.oneof(
  fc.constantFrom('figures', 'embed', 'releases', 'changes', 'a@0123456789abcdef-0123456789abcdef.json', 'changes.json', 'ja', 'en', '..', '.', '', '%', '%ff', '%00', '%2e%2e', '@', '~', 'a', 'a.%ff'),
  fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }).map((text) => encodeURIComponent(text.toWellFormed())),
  fc.constant('x'.repeat(9000)),
)
const value = fc.oneof(piece, fc.constantFrom('latest', '2010..', '2010..2009', 'hasOwnProperty', '٢٠٢٤'))
const name = fc.constantFrom('chart', 'select', 'time', 'from', 'to', 'theme', 'size', 'scale', 'download', 'bom', 'q', '__proto__', 'x')

test('a hostile URL gives an address or a Problem', () => {
  fc.assert(fc.property(fc.array(piece), fc.array(fc.tuple(name, value)), (path, pairs) => {
    const text = `http://localhost/${path.join('/')}?${pairs.map(([key, given]) => `${key}=${given}`).join('&')}`
    if (!URL.canParse(text)) return
    const url = new URL(text)
    try {
      const found = parseAddress(url, LANGUAGES)
      expect(parse(formatAddress(found))).toEqual(found)
      checkView(found, { charts: ['lines'], codes: ['a'], years: [2010] })
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown
      expect((thrown.details.given ?? '').length).toBeLessThan(100)
    }
  }), { numRuns: 3000 })
})
