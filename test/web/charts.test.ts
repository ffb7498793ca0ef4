/** What every chart type promises, whatever it draws: run over the registry, so that a new one is tested before it has tests. */
import { describe, expect, it } from 'vitest'
import { endsOf, isMissing } from '../../data/model/ends.ts'
import { inLanguage, type Figure, type Row } from '../../data/model/figure.ts'
import { confusedBy, crowdedYear, misplacedUnit } from '../../data/model/read/comparable.ts'
import { SHAPES } from '../../data/model/shape.ts'
import { DEFAULT_VIEW } from '../../web/address.ts'
import { draw } from '../../web/chart/draw.ts'
import { picture } from '../../web/chart/picture.ts'
import { px, type Mark, type Scene } from '../../web/chart/scene.ts'
import { valueOf } from '../../web/chart/say.ts'
import { codeOf, codesOf, referenceOf } from '../../web/chart/select.ts'
import { CHARTS, chartOf } from '../../web/chart/types/index.ts'
import { SIZES } from '../../web/address.ts'
import { LANGUAGES, wordsOf } from '../../web/words/index.ts'
import { faults, texts } from './boxes.ts'
import { FIGURES } from './built.ts'
import { rowOf, sample, seriesRows } from './sample.ts'

const WIDTHS = [280, 300, 480, 740, 1200]
/** What the reader lets a figure be drawn by, but for comparability, which is a matter of the figure's words. */
function draws(chart: string, figure: Figure): boolean {
  const rule = chartOf(chart)
  return rule.shapes.includes(figure.shape) && confusedBy(figure.shape, figure.rows, rule.apart) === null
    && (rule.places?.some((code) => Object.hasOwn(figure.names, code)) ?? true)
    && misplacedUnit(figure.rows, rule) === null && crowdedYear(figure, rule) === null
}
const subjects = Object.keys(CHARTS).flatMap((chart) => FIGURES.filter((figure) => draws(chart, figure))
  .flatMap((figure) => figure.lang.map((lang) => ({ chart, figure, lang, id: figure.id }))))

const data = (marks: readonly Mark[]): string[] => marks.flatMap((mark) => (mark.kind === 'group' ? [...(mark.datum ? [mark.datum] : []), ...data(mark.marks)] : []))

it.each(Object.entries(CHARTS))('%s says what it draws, and there is a figure that it can draw', (chart, { shapes }) => {
  expect(shapes.length).toBeGreaterThan(0)
  expect(shapes.filter((shape) => !Object.hasOwn(SHAPES, shape))).toEqual([])
  expect(subjects.some((subject) => subject.chart === chart)).toBe(true)
})

it('refuses a chart type that is not there', () => {
  for (const name of ['pie', '', 'toString', '__proto__']) expect(() => chartOf(name)).toThrow(`no such chart type: ${name}`)
})

describe.each(subjects)('$chart of $id in $lang', ({ chart, figure, lang }) => {
  const view = { ...DEFAULT_VIEW, chart }
  const words = wordsOf(lang)
  const at = (width: number, of: Figure = figure): Scene => draw(of, { view, lang, width })

  it.each(WIDTHS)('is whole at %i px: marks inside, no text on text, every number finite', (width) => {
    for (const compact of [false, true]) expect(faults(draw(figure, { view, lang, width, compact }))).toEqual([])
  })

  it('is whole for every single code, and for the newest year alone', () => {
    const one = codesOf(figure, figure.rows).map((code) => ({ ...view, select: [code] }))
    const views = figure.rows.some((row) => row.time) ? [...one, { ...view, time: 'latest' as const }] : one
    for (const chosen of views) for (const width of [280, 740]) {
      expect(faults(draw(figure, { view: chosen, lang, width })), JSON.stringify(chosen.select)).toEqual([])
    }
  })

  it.each(SIZES)('is whole as a picture of size %s', (size) => {
    const whole = picture(figure, { view: { ...view, size }, lang, version: '0'.repeat(16), address: `supply-lines.example/figures/${figure.id}` })
    const moved: Mark = { kind: 'group', datum: '', label: '', x: 0, y: 0, marks: whole.marks }
    const [width, height] = [(whole.width - 2 * whole.x) / whole.scale, (whole.height - 2 * whole.y) / whole.scale].map(px)
    expect(faults({ ...whole, width: width ?? 0, height: height ?? 0, marks: [moved] })).toEqual([])
    expect(whole.scale).toBeGreaterThan(0.3)
    expect([whole.scale, whole.x, whole.y].filter((n) => Math.round(n * 1000) / 1000 !== n)).toEqual([])
  })

  it('marks every observation or series once, with words of its own', () => {
    const references = data(at(740).marks)
    expect(references.length).toBe(new Set(references).size)
    expect(references.length).toBeGreaterThan(0)
    const known = [...figure.rows.flatMap((row) => [referenceOf(row), row.series]), ...codesOf(figure, figure.rows)]
    expect(references.filter((reference) => !known.includes(reference))).toEqual([])
    const labels = (marks: readonly Mark[]): string[] => marks.flatMap((mark) => (mark.kind === 'group' ? [...(mark.datum ? [mark.label] : []), ...labels(mark.marks)] : []))
    expect(labels(at(740).marks).filter((label) => label.trim() === '')).toEqual([])
  })

  it('is described in words, with the qualifier of every number that it names', () => {
    const { description, title } = at(740)
    expect(title).toBe(inLanguage(figure.title, lang))
    expect(description.length).toBeGreaterThan(20)
    expect(description).not.toContain('\u200b')
    for (const row of figure.shape === 'series' ? [] : figure.rows) {
      if (!isMissing(row)) expect(description).toContain(valueOf(figure, row, words, 'sentence'))
    }
  })

  it('prints every number of a claim or share with its qualifier', () => {
    const said = texts(at(740).marks).map(({ mark }) => mark.text).join(' ')
    for (const row of figure.shape === 'series' ? [] : figure.rows.filter((one) => !isMissing(one))) {
      const { before, after } = words.qualifiers[row.qualifier]
      expect(said).toContain(before.trim())
      expect(said).toContain(after)
      expect(said).toContain(words.number(endsOf(row)?.to ?? '?'))
    }
  })

  it('says an empty selection in words', () => {
    for (const width of WIDTHS) {
      const empty = draw(figure, { view: { ...view, select: ['nothing-has-this-code'] }, lang, width })
      expect(faults(empty)).toEqual([])
      expect(texts(empty.marks).map(({ mark }) => mark.text).join(words.space)).toBe(words.messages.emptySelection)
      expect(empty.description).toBe(words.messages.emptySelection)
    }
  })

  it('has an id from figure, language and width, so that none is twice on a page', () => {
    expect(new Set(WIDTHS.map((width) => at(width).id)).size).toBe(WIDTHS.length)
    expect(LANGUAGES.map((code) => at(740).id.includes(`-${code}-`)).filter(Boolean).length).toBe(1)
    expect(at(740).id).toMatch(/^[a-z][\w-]*$/)
  })

  it('does not change what it is given', () => {
    const before = JSON.stringify(figure)
    at(480)
    expect(JSON.stringify(figure)).toBe(before)
  })

  it('draws the same whatever order the rows of a series come in', () => {
    if (figure.shape !== 'series') return
    const byTime = figure.rows.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
    const backwards = codesOf(figure, figure.rows).flatMap((code) => figure.rows.filter((row) => codeOf(figure, row) === code).toReversed())
    // Series come in the order of their first rows, which sorting by time may change where one begins later.
    const asIs = (rows: readonly Row[]) => codesOf(figure, rows).flatMap((code) => figure.rows.filter((row) => codeOf(figure, row) === code))
    for (const rows of [byTime, backwards]) expect(at(740, { ...figure, rows })).toEqual(at(740, { ...figure, rows: asIs(rows) }))
  })
})

describe.each(Object.keys(CHARTS).filter((chart) => chartOf(chart).shapes.includes('series')))('%s', (chart) => {
  const view = { ...DEFAULT_VIEW, chart }
  const cases = {
    'one value': { A: ['3.5'] },
    'one year of three': { A: ['3.5'], B: ['-1'], C: ['0'] },
    'no value at all': { A: [null, null], B: [null, null] },
    'gaps at both ends': { A: [null, '2', null, '3', null], B: ['1', null, null, null, '1'] },
    'all zero': { A: ['0', '0', '0.00'] },
    'all negative': { A: ['-1', '-20.5'], B: ['-3', '-0.1'] },
    'all equal': { A: ['7', '7'], B: ['7', '7'] },
    'very large': { A: ['123456789012.5', '1'], B: ['-99999999999', '2'] },
    'very small': { A: ['0.00001', '0.00002'] },
  }
  it.each(Object.entries(cases))('draws %s', (_, values) => {
    for (const lang of LANGUAGES) for (const width of WIDTHS) for (const unit of ['percent-of-gdp', 'usd-million']) {
      const scene = draw(sample({ shape: 'series', rows: seriesRows(values, unit), display_decimals: 2 }), { view, lang, width })
      expect(faults(scene), `${lang} ${width} ${unit}`).toEqual([])
      expect(scene.description).not.toBe('')
    }
  })
})

describe('columns', () => {
  const rects = (marks: readonly Mark[]): Extract<Mark, { kind: 'rect' }>[] =>
    marks.flatMap((mark) => (mark.kind === 'group' ? rects(mark.marks) : mark.kind === 'rect' ? [mark] : []))
  const columns = (rows: ReturnType<typeof seriesRows>, width = 740) =>
    rects(draw(sample({ shape: 'series', rows }), { view: { ...DEFAULT_VIEW, chart: 'columns' }, lang: 'en', width }).marks)

  it('are as long as their values: equal values equal, twice the value twice as long', () => {
    const values = ['4', '8', '-4', '2']
    const all = columns(seriesRows({ A: values, B: values.toReversed() }))
    expect(all.map(({ height }) => height)).toEqual([...all.slice(0, 4)].map(({ height }) => height).concat(all.slice(0, 4).toReversed().map(({ height }) => height)))
    const [four = 0, eight = 0, minus = 0, two = 0] = all.map(({ height }) => height)
    expect(eight / four).toBeCloseTo(2, 2)
    expect(minus).toBeCloseTo(four, 1)
    expect(four / two).toBeCloseTo(2, 2)
  })

  it('begin at zero: what is positive stands on it, what is negative hangs from it', () => {
    const [up, down] = columns(seriesRows({ A: ['5', '-5'] }))
    expect((up?.y ?? 0) + (up?.height ?? 0)).toBeCloseTo(down?.y ?? NaN, 1)
  })

  it('are not drawn where there is no value, and have no height for zero', () => {
    expect(columns(seriesRows({ A: ['5', null, '0'] })).map(({ height }) => height > 0)).toEqual([true, false])
  })
})

describe('headline', () => {
  const claim = (value: string, qualifier: Parameters<typeof rowOf>[0]['qualifier'] = 'exact', more = {}) =>
    draw(sample({ shape: 'claim', rows: [rowOf({ series: 'A', value, ...(qualifier ? { qualifier } : {}), ...more })] }), { view: DEFAULT_VIEW, lang: 'en', width: 400 })
  const bars = ({ marks }: Scene) => marks.flatMap((mark) => (mark.kind === 'group' ? mark.marks : [])).flatMap((mark) =>
    (mark.kind === 'rect' && mark.fill.token !== 'track' ? [mark] : []))

  it.each([['0', 0], ['12', 48], ['50', 200], ['100', 400]])('draws %s percent of 400 px as %i px', (value, width) => {
    expect(bars(claim(value))).toMatchObject([{ x: 0, width }])
  })

  it.each([
    ['exact', [['solid', 0, 160]]], ['only', [['solid', 0, 160]]],
    ['more-than', [['solid', 0, 160], ['fade', 160, 208]]], ['at-least', [['solid', 0, 160], ['fade', 160, 208]]],
    ['nearly', [['solid', 0, 112], ['hatch', 112, 160]]], ['less-than', [['solid', 0, 112], ['hatch', 112, 160]]],
    ['at-most', [['solid', 0, 112], ['hatch', 112, 160]]], ['about', [['solid', 0, 112], ['fade', 112, 208]]],
    ['between', [['solid', 0, 120], ['hatch', 120, 200]]],
  ] as const)('ends the bar of %s 40 as the qualifier says', (qualifier, ends) => {
    const drawn = bars(claim('40', qualifier, { lower: '30', upper: '50' })).map(({ fill, x, width }) => [fill.texture ?? 'solid', x, x + width])
    expect(drawn).toEqual(ends)
  })

  it('never reaches past the whole', () => {
    for (const qualifier of ['more-than', 'at-least', 'about', 'nearly'] as const) for (const value of ['0', '1', '95', '99.9', '100']) {
      expect(faults(claim(value, qualifier))).toEqual([])
    }
  })
})

describe('lines', () => {
  const paths = (marks: readonly Mark[]): string[] => marks.flatMap((mark) => (mark.kind === 'group' ? paths(mark.marks) : mark.kind === 'path' ? [mark.d] : []))
  const drawn = (rows: ReturnType<typeof seriesRows>, more = {}) =>
    draw(sample({ shape: 'series', rows, ...more }), { view: { ...DEFAULT_VIEW, chart: 'lines' }, lang: 'en', width: 740 }).marks

  it('leave a gap where nothing was published: a new stroke begins after it', () => {
    const [path = ''] = paths(drawn(seriesRows({ A: ['1', '2', null, '4', null, '6'] })))
    expect(path.split('M').length - 1).toBe(3)
    expect(path.split('L').length - 1).toBe(1)
  })

  it('are not joined where the figure does not declare it', () => {
    expect(paths(drawn(seriesRows({ A: ['1', '2'] }), { comparability: [] }))).toEqual([])
    const some = [{ reason: 'one-vintage' as const, allows: ['join' as const], of: ['A'], why: { en: '', ja: '' } }]
    expect(paths(drawn(seriesRows({ A: ['1', '2'], B: ['3', '4'] }), { comparability: some })).length).toBe(1)
  })
})
