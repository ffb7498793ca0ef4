/** Addresses: what each URL means, which are refused and how, and the one spelling of each. */
import { describe, expect, test } from 'vitest'
import {
  askedOf, canonicalRedirect, checkView, DEFAULT_VIEW, formatAddress, parseAddress, refuseParameters, UNPREFIXED_LANGUAGE,
  type Address, type Place, type View,
} from '../../web/address.ts'
import { Problem, type ProblemKind } from '../../web/problem.ts'
import { DEFAULT_LANGUAGE } from '../../web/words/index.ts'

const LANGUAGES = ['en', 'ja']
const at = (path: string): URL => new URL(path, 'http://localhost')
const parse = (path: string): Address => parseAddress(at(path), LANGUAGES)
type FigurePlace = Extract<Place, { kind: 'figure' }>
const figure = (view: Partial<View> = {}, place: Partial<FigurePlace> = {}, lang = 'en'): Address => ({
  lang, place: { kind: 'figure', id: 'a-b', version: null, format: null, ...place },
  view: { ...DEFAULT_VIEW, ...view }, download: false,
})

/** The Problem a call ends in, as `kind name given`. */
function problemOf(call: () => unknown): { kind: ProblemKind; name?: string; given?: string; allowed?: readonly string[] } {
  try {
    call()
  } catch (thrown) {
    if (thrown instanceof Problem) return { kind: thrown.kind, ...thrown.details }
    throw thrown
  }
  throw new Error('nothing was thrown')
}

describe('places', () => {
  const places: [string, string, Place][] = [
    ['/', 'en', { kind: 'dashboard' }],
    ['/ja', 'ja', { kind: 'dashboard' }],
    ['/sources', 'en', { kind: 'sources' }],
    ['/ja/sources', 'ja', { kind: 'sources' }],
    ['/article', 'en', { kind: 'article' }],
    ['/ja/article', 'ja', { kind: 'article' }],
    ['/figures', 'en', { kind: 'catalogue', query: '', format: null }],
    ['/figures?q=viet%20nam', 'en', { kind: 'catalogue', query: 'viet nam', format: null }],
    ['/figures.json?q=a', 'en', { kind: 'catalogue', query: 'a', format: 'json' }],
    ['/figures/a-b', 'en', { kind: 'figure', id: 'a-b', version: null, format: null }],
    ['/figures/fdi-by-2012-2014.csv', 'en', { kind: 'figure', id: 'fdi-by-2012-2014', version: null, format: 'csv' }],
    ['/figures/a.csl.json', 'en', { kind: 'figure', id: 'a', version: null, format: 'csl.json' }],
    ['/figures/a.csv-metadata.json', 'en', { kind: 'figure', id: 'a', version: null, format: 'csv-metadata.json' }],
    ['/ja/figures/a@0123456789abcdef', 'ja', { kind: 'figure', id: 'a', version: '0123456789abcdef', format: null }],
    ['/figures/a@0123456789abcdef.svg', 'en', { kind: 'figure', id: 'a', version: '0123456789abcdef', format: 'svg' }],
    ['/embed/a', 'en', { kind: 'embed', id: 'a', version: null }],
    ['/ja/embed/a@0123456789abcdef', 'ja', { kind: 'embed', id: 'a', version: '0123456789abcdef' }],
  ]
  test.each(places)('%s', (path, lang, place) => {
    expect(parse(path)).toEqual({ lang, place, view: DEFAULT_VIEW, download: false })
  })

  test.each(['', 'CSV', 'csv.', 'csv@0123456789abcdef', '%00'])('any extension passes: %j', (format) => {
    expect(parse(`/figures/a.${format}`).place).toMatchObject({ id: 'a', format })
  })

  const nowhere: [string, ProblemKind][] = [
    ['/nope', 'unknown-page'], ['/en', 'unknown-page'], ['/en/figures/a', 'unknown-page'], ['/fr/figures', 'unknown-page'],
    ['/ja/healthz', 'unknown-page'], ['/ja/ja', 'unknown-page'], ['/jafigures', 'unknown-page'], ['/figures/', 'unknown-page'],
    ['/figures//a', 'unknown-page'], ['//figures/a', 'unknown-page'], ['/figures/a/b', 'unknown-page'],
    ['/figures.csv', 'unknown-page'], ['/Figures', 'unknown-page'], ['/data/figure/a.json', 'unknown-page'],
    ['/figures/A', 'unknown-figure'], ['/figures/a_b', 'unknown-figure'], ['/figures/-a', 'unknown-figure'],
    ['/figures/%61', 'unknown-figure'], ['/figures/%', 'unknown-figure'], ['/figures/a%00', 'unknown-figure'],
    ['/figures/図', 'unknown-figure'], ['/figures/.csv', 'unknown-figure'], ['/figures/@0123456789abcdef', 'unknown-figure'],
    ['/figures/a@', 'unknown-version'], ['/figures/a@0123456789ABCDEF', 'unknown-version'], ['/figures/a@abc', 'unknown-version'],
    ['/figures/a@0123456789abcdef0', 'unknown-version'], ['/figures/a@0123456789abcdef@0', 'unknown-version'],
    ['/embed/a.svg', 'unknown-page'], ['/embed/', 'unknown-page'],
  ]
  test.each(nowhere)('%s is a Problem', (path, kind) => {
    expect(problemOf(() => parse(path)).kind).toBe(kind)
  })

  test('the language without a prefix is the default one', () => {
    expect(UNPREFIXED_LANGUAGE).toBe(DEFAULT_LANGUAGE)
  })

  test('language, path and extension are known of any URL', () => {
    expect(askedOf('/ja/figures/NO.csv', LANGUAGES)).toEqual({ lang: 'ja', path: '/figures/NO.csv', extension: 'csv' })
    expect(askedOf('/en/x', LANGUAGES)).toEqual({ lang: 'en', path: '/en/x', extension: '' })
    expect(askedOf('/ja', LANGUAGES)).toEqual({ lang: 'ja', path: '/', extension: '' })
  })
})

describe('parameters', () => {
  const views: [string, Partial<View>][] = [
    ['chart=lines', { chart: 'lines' }],
    ['select=VNM~THA', { select: ['VNM', 'THA'] }],
    ['select=VNM%7ETHA', { select: ['VNM', 'THA'] }],
    ['select=VNM&select=THA', { select: ['VNM', 'THA'] }],
    ['select=VNM~VNM', { select: ['VNM'] }],
    ['time=2024', { time: { from: '2024', to: '2024' } }],
    ['time=2010..2024', { time: { from: '2010', to: '2024' } }],
    ['time=2010..', { time: { from: '2010', to: null } }],
    ['time=..2024', { time: { from: null, to: '2024' } }],
    ['time=latest', { time: 'latest' }],
    ['from=2010&to=2024', { time: { from: '2010', to: '2024' } }],
    ['from=2010&to=', { time: { from: '2010', to: null } }],
    ['from=&to=&select=&chart=', {}],
    ['theme=dark&size=card&scale=2', { theme: 'dark', size: 'card', scale: 2 }],
    ['unknown=1&Chart=x&utm_source=%ff', {}],
  ]
  test.each(views)('%s', (query, view) => {
    expect(parse(`/figures/a-b?${query}`)).toEqual(figure(view))
  })

  const wrong: [string, string, string][] = [
    ['time=24', 'time', '24'], ['time=..', 'time', '..'], ['time=2024..2010', 'time', '2024..2010'],
    ['time=2010...2024', 'time', '2010...2024'], ['time=2010..2012..2014', 'time', '2010..2012..2014'],
    ['time=1899', 'time', '1899'], ['time=..2101', 'time', '..2101'], ['time=２０２４', 'time', '２０２４'],
    ['time=Latest', 'time', 'Latest'], ['time=2010-01', 'time', '2010-01'],
    ['time=2024&from=2010', 'time', '2024, 2010'], ['from=2024&to=2010', 'time', '2024, 2010'],
    ['time=latest&to=2010', 'time', 'latest, 2010'], ['from=x', 'time', 'x'], ['time=%00', 'time', '\0'],
    ['select=~', 'select', '~'], ['select=VNM~', 'select', 'VNM~'], ['theme=blue', 'theme', 'blue'], ['size=big', 'size', 'big'],
    ['scale=3', 'scale', '3'], ['scale=1.0', 'scale', '1.0'], ['theme=dark&theme=light', 'theme', 'dark, light'],
    ['chart=a&chart=b', 'chart', 'a, b'],
  ]
  test.each(wrong)('%s is refused by name', (query, name, given) => {
    expect(problemOf(() => parse(`/figures/a?${query}`))).toMatchObject({ kind: 'bad-parameter', name, given })
  })

  test('a refusal says what is allowed', () => {
    expect(problemOf(() => parse('/figures/a?theme=blue')).allowed).toEqual(['light', 'dark', 'auto'])
    expect(problemOf(() => parse('/figures/a?time=x')).allowed).toContain('latest')
  })

  const elsewhere: [string, string][] = [
    ['/?chart=lines', 'chart'], ['/sources?q=a', 'q'], ['/figures?select=VNM', 'select'], ['/figures.json?theme=dark', 'theme'],
    ['/figures/a?q=b', 'q'], ['/embed/a?size=card', 'size'], ['/embed/a?scale=2', 'scale'], ['/embed/a?download', 'download'],
    ['/figures/a?download', 'download'], ['/figures?from=2010', 'from'], ['/?time=', 'time'],
  ]
  test.each(elsewhere)('%s is not here', (path, name) => {
    expect(problemOf(() => parse(path))).toMatchObject({ kind: 'parameter-not-here', name })
  })

  test('a format narrows what applies', () => {
    const query = at('/figures/a.csv?select=VNM&scale=2').searchParams
    expect(() => refuseParameters(query, ['select', 'scale'])).not.toThrow()
    expect(problemOf(() => refuseParameters(query, ['select', 'from']))).toEqual(
      { kind: 'parameter-not-here', name: 'scale', given: '2', allowed: ['select'] })
  })

  test('download is a flag', () => {
    expect(parse('/figures/a.csv?download').download).toBe(true)
    expect(parse('/figures/a.csv?download=1').download).toBe(true)
    expect(problemOf(() => parse('/figures/a.csv?download=yes')).name).toBe('download')
  })

  test('bom is a flag of files, and no form sends it', () => {
    expect(parse('/figures/a.csv?download&bom')).toMatchObject({ download: true, bom: true })
    expect(parse('/figures/a.csv?bom=1').bom).toBe(true)
    expect(parse('/figures/a.csv').bom).toBeUndefined()
    expect(problemOf(() => parse('/figures/a.csv?bom=yes'))).toMatchObject({ kind: 'bad-parameter', name: 'bom', given: 'yes' })
    expect(problemOf(() => parse('/figures/a?bom'))).toMatchObject({ kind: 'parameter-not-here', name: 'bom' })
    expect(canonicalRedirect(at('/figures/a.csv?bom&download'), LANGUAGES)).toBeNull()
    expect(formatAddress(parse('/ja/figures/a.csv?bom&download&select=B'))).toBe('/ja/figures/a.csv?select=B&download&bom')
  })

  test.each(['jsonstat.json', 'csv-metadata.json', 'datapackage.json'])('an extension may have dots: %s', (format) => {
    expect(parse(`/figures/a@0123456789abcdef.${format}`).place).toEqual({ kind: 'figure', id: 'a', version: '0123456789abcdef', format })
  })

  test('files of the whole collection take no view', () => {
    for (const file of ['datapackage.json', 'release.zip', 'figures.parquet', 'figures.ndjson']) {
      expect(parse(`/ja/${file}?download`)).toMatchObject({ lang: 'ja', place: { kind: 'collection', file }, download: true })
      expect(formatAddress(parse(`/${file}`))).toBe(`/${file}`)
      expect(problemOf(() => parse(`/${file}?select=VNM`))).toMatchObject({ kind: 'parameter-not-here', name: 'select', allowed: ['download'] })
    }
    expect(problemOf(() => parse('/release.csv')).kind).toBe('unknown-page')
  })

  test('what is searched for has one space between words and an end', () => {
    expect(parse('/figures?q=+a%00%20%20b&q=c').place).toMatchObject({ query: 'a b c' })
    expect(problemOf(() => parse(`/figures?q=${'x'.repeat(201)}`))).toMatchObject({ name: 'q' })
  })
})

describe('one spelling', () => {
  const spelled: [Address, string][] = [
    [figure(), '/figures/a-b'],
    [{ ...figure(), place: { kind: 'dashboard' } }, '/'],
    [{ ...figure({}, {}, 'ja'), place: { kind: 'dashboard' } }, '/ja'],
    [{ ...figure({ theme: 'dark' }), place: { kind: 'dashboard' } }, '/?theme=dark'],
    [{ ...figure(), place: { kind: 'catalogue', query: '越 a', format: null } }, '/figures?q=%E8%B6%8A%20a'],
    [figure({ scale: 2, time: { from: '2010', to: '2024' }, chart: 'lines', select: ['VNM', 'THA'], theme: 'dark', size: 'card' },
      { format: 'svg' }, 'ja'), '/ja/figures/a-b.svg?chart=lines&select=VNM~THA&time=2010..2024&theme=dark&size=card&scale=2'],
    [{ ...figure({ time: 'latest' }, { version: '0123456789abcdef', format: 'csv' }), download: true },
      '/figures/a-b@0123456789abcdef.csv?time=latest&download'],
  ]
  test.each(spelled)('%j', (address, url) => {
    expect(formatAddress(address)).toBe(url)
  })

  const forms: [string, string | null][] = [
    ['/figures/a?select=VNM&select=THA&from=2010&to=2024&chart=', '/figures/a?select=VNM~THA&time=2010..2024'],
    ['/ja/figures/a?from=2024&to=2024', '/ja/figures/a?time=2024'],
    ['/figures/a?from=&to=&select=', '/figures/a'],
    ['/figures?q=', '/figures'],
    ['/figures/a.csv?select=A&select=B&download', '/figures/a.csv?select=A~B&download'],
    ['/embed/a?to=2010&utm=1', '/embed/a?time=..2010'],
    ['/figures/a?time=2010..&select=B~A&unknown=', null],
    ['/figures/a.csv?download', null],
  ]
  test.each(forms)('%s is a form: %s', (path, target) => {
    expect(canonicalRedirect(at(path), LANGUAGES)).toBe(target)
  })

  test('a form with a bad value is a Problem, not a redirect', () => {
    expect(problemOf(() => canonicalRedirect(at('/figures/a?from=x&to=2010'), LANGUAGES)).name).toBe('time')
  })
})

describe('what the figure has', () => {
  const facets = { charts: ['lines', 'columns'], codes: ['IDN', 'THA', 'VNM'], years: [2000, 2005, 2010] }
  const good: [Partial<View>, Partial<View>][] = [
    [{}, {}],
    [{ chart: 'lines' }, { chart: null }],
    [{ chart: 'columns' }, { chart: 'columns' }],
    [{ select: ['VNM', 'IDN'] }, { select: ['IDN', 'VNM'] }],
    [{ select: ['VNM', 'THA', 'IDN'] }, { select: null }],
    [{ time: { from: '2001', to: '2007' } }, { time: { from: '2001', to: '2007' } }],
    [{ time: 'latest' }, { time: 'latest' }],
    [{ theme: 'auto', size: 'page', scale: 1 }, { theme: null, size: null, scale: null }],
  ]
  test.each(good)('%j', (given, checked) => {
    expect(checkView(figure(given), facets)).toEqual({ ...DEFAULT_VIEW, ...checked })
  })

  const refused: [Partial<View>, string, string, string[]][] = [
    [{ chart: 'pie' }, 'chart', 'pie', ['lines', 'columns']],
    [{ chart: '__proto__' }, 'chart', '__proto__', ['lines', 'columns']],
    [{ select: ['VNM', 'XXX', 'YYY'] }, 'select', 'XXX~YYY', ['IDN', 'THA', 'VNM']],
    [{ time: { from: '1999', to: null } }, 'time', '1999..', ['2000..2010', 'latest']],
    [{ time: { from: null, to: '2011' } }, 'time', '..2011', ['2000..2010', 'latest']],
    [{ time: { from: '2006', to: '2008' } }, 'time', '2006..2008', ['2000..2010', 'latest']],
  ]
  test.each(refused)('%j is refused', (given, name, said, allowed) => {
    expect(problemOf(() => checkView(figure(given), facets))).toEqual({ kind: 'bad-parameter', name, given: said, allowed })
  })

  test('a figure without times takes no time', () => {
    const timeless = () => checkView(figure({ time: 'latest' }), { ...facets, years: [] })
    expect(problemOf(timeless)).toMatchObject({ kind: 'parameter-not-here', name: 'time' })
  })

  test('other defaults for other formats', () => {
    expect(checkView(figure({ theme: 'light' }), facets, { theme: 'light', size: 'page', scale: 1 }).theme).toBeNull()
  })
})
