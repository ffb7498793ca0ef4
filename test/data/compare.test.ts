/** Two versions compared: cells by their row's key, digits by digits, facts by their path; what a difference says makes one version of the other. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, tellSame, type Difference, type FactChange } from '../../data/model/compare.ts'
import { BREAK, type Figure, type Row } from '../../data/model/figure.ts'
import { shapeOf } from '../../data/model/shape.ts'
import { FIGURE_OF } from '../web/arbitrary.ts'
import { nameOf, rowOf, sample } from '../web/sample.ts'

const SHAPES = Object.keys(FIGURE_OF) as (keyof typeof FIGURE_OF)[] // keys of that very object

const both = (en: string, ja = en) => ({ en, ja })
const flows = (rows: readonly Partial<Row>[], more: Partial<Figure> = {}): Figure =>
  sample({ shape: 'series', rows: rows.map((cells) => rowOf({ series: 'VNM', time: '2023', ...cells })), ...more })

/** Cells of a row, nothing as '' and nothing else forgotten. */
const cells = (row: Row): Record<string, string> => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell ?? '']))
const sorted = <T>(items: readonly T[]): T[] => items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

/** What the rows of a figure become by what a difference says of cells: nothing here but keys and cells is looked at. */
function rowsAfter({ rows, shape }: Figure, difference: Difference): Record<string, string>[] {
  const isAt = (row: Row, key: object) => shapeOf(shape).key.every((column) => (row[column] || undefined) === Object.entries(key).find(([name]) => name === column)?.[1])
  const gone = difference.rows.filter(({ change }) => change !== 'added')
  const left = rows.filter((row) => !gone.some(({ key }) => isAt(row, key)))
  const written = difference.rows.filter(({ change }) => change !== 'removed').map(({ key, cells: changed, change }) => {
    const before = change === 'changed' ? rows.find((row) => isAt(row, key)) : undefined
    return { ...(before ? cells(before) : cells(rowOf({ value: '', qualifier: '' as 'exact', unit: '', status: '' as 'final', published: '', evidence: '', source: '' }))),
      ...Object.fromEntries(changed.map(({ column, to }) => [column, to ?? ''])) }
  })
  return [...left.map(cells), ...written]
}

/** A figure and what an editor may make of it: values in other digits, rows less and more, other statuses and qualifiers. */
const edited = fc.constantFrom(...SHAPES).chain((shape) => FIGURE_OF[shape]).chain((figure) => fc.tuple(
  fc.constant(figure),
  fc.array(fc.constantFrom('keep', 'drop', 'digits', 'value', 'status', 'qualifier', 'n', 'note'), { minLength: figure.rows.length, maxLength: figure.rows.length }),
  fc.array(fc.stringMatching(/^\d{1,3}(\.\d)?$/), { minLength: 1, maxLength: 9 }),
)).map(([figure, edits, numbers]): [before: Figure, after: Figure] => {
  const rows = figure.rows.flatMap((row, i): Row[] => {
    const number = numbers[i % numbers.length] ?? '1'
    switch (edits[i]) {
      case 'drop': return []
      case 'digits': return [{ ...row, value: row.value === null ? null : row.value.includes('.') ? `${row.value}0` : `${row.value}.0` }]
      case 'value': return [{ ...row, value: row.value === null ? number : null }]
      case 'status': return [{ ...row, status: row.status === 'revised' ? 'final' : 'revised' }]
      case 'qualifier': return [{ ...row, qualifier: row.qualifier === 'about' ? 'exact' : 'about' }]
      case 'n': return [{ ...row, n: number }]
      case 'note': return [{ ...row, note: `n${number}` }]
      default: return [row]
    }
  })
  return [figure, { ...figure, rows }]
})

describe('as properties', () => {
  it.each(SHAPES)('a figure of shape %s does not differ from itself, in whatever order its rows stand', (shape) => {
    fc.assert(fc.property(FIGURE_OF[shape], (figure) => {
      expect(compare(figure, figure)).toEqual({ rows: [], facts: [] })
      expect(tellSame(figure, { ...figure, rows: figure.rows.toReversed() })).toBe(true)
    }), { numRuns: 40 })
  })

  it('what a difference says of cells makes the later rows of the earlier ones, and back', () => {
    fc.assert(fc.property(edited, fc.boolean(), (versions, isBack) => {
      const [from, to] = isBack ? versions.toReversed() as typeof versions : versions
      const difference = compare(from, to)
      expect(sorted(rowsAfter(from, difference))).toEqual(sorted(to.rows.map(cells)))
      expect(difference.rows.every(({ cells: changed }) => changed.length > 0)).toBe(true)
    }), { numRuns: 150 })
  })

  it('what it says of facts makes the later words of the earlier ones', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/)
    const words = fc.record({
      title: word, notes: fc.dictionary(fc.constantFrom('a', 'b', 'c'), word), caveats: fc.uniqueArray(word, { maxLength: 4 }), codes: fc.uniqueArray(fc.constantFrom('A', 'B', 'C')),
    }).map(({ title, notes, caveats, codes }) => flows([], {
      title: both(title), notes: Object.fromEntries(Object.entries(notes).map(([id, text]) => [id, both(text)])),
      caveats: caveats.map((text) => ({ text: both(text), applies_to: null })), names: Object.fromEntries(codes.map((code) => [code, nameOf(code)])),
    }))
    const said = (figure: Figure): string[] => [
      JSON.stringify(['/title', figure.title]), ...Object.entries(figure.notes).map(([id, text]) => JSON.stringify([`/notes/${id}`, text])),
      ...figure.caveats.map(({ text }) => JSON.stringify(['/caveats/-/text', text])), ...Object.entries(figure.names).map(([code, { name }]) => JSON.stringify([`/names/${code}/name`, name])),
    ]
    fc.assert(fc.property(words, words, (from, to) => {
      const { facts } = compare(from, to)
      const items = (side: 'from' | 'to') => facts.flatMap((one: FactChange) => (one[side] === null ? [] : [JSON.stringify([one.path, one[side]])]))
      const [gone, come] = [items('from'), items('to')]
      expect(said(from).filter((item) => gone.includes(item)).toSorted()).toEqual(gone.toSorted())
      expect([...said(from).filter((item) => !gone.includes(item)), ...come].toSorted()).toEqual(said(to).toSorted())
    }), { numRuns: 300 })
  })
})

describe('observations', () => {
  const between = (before: Figure, after: Figure) => compare(before, after).rows.map(({ change, key, cells: changed }) => [change, key, ...changed])

  it('differ digit for digit', () => {
    expect(between(flows([{ value: '1.0' }]), flows([{ value: '1.00' }]))).toEqual(
      [['changed', { series: 'VNM', time: '2023', published: '2026' }, { column: 'value', from: '1.0', to: '1.00' }]])
  })

  it('are found by their key, not by their place', () => {
    const before = flows([{ time: '2022', value: '1' }, { value: '2' }])
    const after = flows([{ series: 'THA', value: '9' }, { value: '3', status: 'provisional' }, { time: '2022', value: '1' }])
    expect(compare(before, after).rows.map(({ change, to, cells: changed }) => [change, to?.series, to?.time, changed.map(({ column }) => column)])).toEqual([
      ['added', 'THA', '2023', expect.arrayContaining(['series', 'value', 'status'])],
      ['changed', 'VNM', '2023', ['value', 'status']],
    ])
  })

  it('that were published again are the same with another value, not one gone and one come', () => {
    const [before, after] = [flows([{ value: '4.3', published: '2025-09' }]), flows([{ value: '4.4', published: '2026-07' }])]
    expect(between(before, after)).toEqual([['changed', { series: 'VNM', time: '2023', published: '2025-09' },
      { column: 'value', from: '4.3', to: '4.4' }, { column: 'published', from: '2025-09', to: '2026-07' }]])
  })

  it('of a year that left and a year that came are two', () => {
    expect(between(flows([{ time: '2000' }]), flows([{ time: '2025' }])).map(([change]) => change)).toEqual(['added', 'removed'])
  })

  it('in a timeline may be given another date', () => {
    const event = (time: string) => sample({ shape: 'events', rows: [rowOf({ series: 'csddd', group: 'eu', time, value: null, unit: '' })] })
    expect(between(event('2024-06'), event('2024-07-05'))).toEqual([['changed', { series: 'csddd', time: '2024-06' }, { column: 'time', from: '2024-06', to: '2024-07-05' }]])
  })

  it('of another shape are all gone and all come', () => {
    const claim = sample({ shape: 'claim', rows: [rowOf({ series: 'VNM' })] })
    expect(between(flows([{}]), claim).map(([change, key]) => [change, key])).toEqual(
      [['added', { series: 'VNM' }], ['removed', { series: 'VNM', time: '2023', published: '2026' }]])
  })

  it('without a value are not ones with 0', () => {
    expect(between(flows([{ value: null }]), flows([{ value: '0' }]))[0]?.[2]).toEqual({ column: 'value', from: null, to: '0' })
  })
})

describe('words and facts', () => {
  const source = { id: 's/1', publisher: both('A'), title: 'T', lang: 'en', date: '2025', url: null, no_url: 'gone', copy: '', read: 'in-part', rights: 'facts-cited' } as const
  const before = flows([{}], { title: both('Old', '旧'), caveats: [{ text: both('First.'), applies_to: null }, { text: both('Second.'), applies_to: ['VNM'] }], sources: { 's/1': source } })

  it('are told by path, in every language', () => {
    const after: Figure = {
      ...before, title: both('New', '新'), sources: { 's/1': { ...source, read: 'in-full', url: 'https://example.org/', no_url: null } },
      caveats: [{ text: both('Second, mended.'), applies_to: ['VNM'] }, { text: both('Third.'), applies_to: null }, { text: both('First.'), applies_to: null }],
    }
    expect(compare(before, after).facts).toEqual([
      { path: '/title', from: both('Old', '旧'), to: both('New', '新') },
      { path: '/sources/s~11/url', from: null, to: 'https://example.org/' },
      { path: '/sources/s~11/read', from: 'in-part', to: 'in-full' },
      { path: '/caveats/VNM/text', from: both('Second.'), to: both('Second, mended.') },
      { path: '/caveats/-/text', from: null, to: both('Third.') },
      { path: '/sources/s~11/no_url', from: 'gone', to: null },
    ])
  })

  const looks: [name: string, after: Partial<Figure>][] = [
    ['chart types', { charts: ['columns'] }], ['colours', { names: { VNM: nameOf('VNM', { colour: 'blue' }) } }], ['what is highlighted', { highlight: ['VNM'] }],
    ['where lines may break', { title: both('Old', `旧${BREAK}`), names: { VNM: nameOf('VNM', { name: both(`V${BREAK}NM`, 'VNM') }) } }],
    ['rounding of labels', { display_decimals: 2 }], ['the section', { section: 'elsewhere' }], ['the order of codes', { order: ['VNM', 'x'] }],
    ['the log itself', { changes: [{ date: '2027-01-01', kind: 'update', note: both('n') }], published: '2027-01-01' }], ['the id', { id: 'other' }],
  ]
  it.each(looks)('are not %s', (_, after) => {
    const named = { ...before, names: { VNM: nameOf('VNM', { name: both('VNM', 'VNM') }) } }
    expect(compare(named, { ...named, ...after })).toEqual({ rows: [], facts: [] })
  })

  const told: [path: string, after: Partial<Figure>][] = [
    ['/unit', { unit: 'usd' }], ['/measure', { measure: both('Other') }], ['/lang', { lang: ['en'] }], ['/names/VNM/as_printed', { names: { VNM: nameOf('VNM', { as_printed: 'Vietnam' }) } }],
    ['/notes/n', { notes: { n: both('N') } }], ['/comparability/one-vintage/why', { comparability: [{ reason: 'one-vintage', allows: ['join'], of: null, why: both('Another reason') }] }],
    ['/not_drawn/VNM,2020/why', { not_drawn: [{ of: ['VNM'], time: '2020', why: both('Why') }] }],
  ]
  it.each(told)('are %s', (path, after) => {
    expect(compare(before, { ...before, ...after }).facts.map((fact) => fact.path)).toContain(path)
    expect(tellSame(before, { ...before, ...after })).toBe(false)
  })
})
