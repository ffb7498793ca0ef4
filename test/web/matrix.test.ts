/** The matrix: every pair behind the marks of its kinds, told apart by form, read line by line; no entry is said. */
import { expect, it } from 'vitest'
import { DEFAULT_VIEW } from '../../web/address.ts'
import { draw } from '../../web/chart/draw.ts'
import { readingOf } from '../../web/chart/say.ts'
import type { Scene } from '../../web/chart/scene.ts'
import { referenceOf } from '../../web/chart/select.ts'
import { wordsOf } from '../../web/words/index.ts'
import { texts } from './boxes.ts'
import { rowOf, sample } from './sample.ts'

const entry = (series: string, group: string, answer: string) => rowOf({ series, group, answer, value: null, unit: '' })
const rows = [entry('A', 'x', 'old'), entry('A', 'x', 'new'), entry('A', 'y', 'new'), entry('B', '', ''), entry('C', 'x', 'none')]
const answers = Object.fromEntries(['old', 'new', 'none'].map((kind) => [kind, { en: `kind ${kind}`, ja: `種類${kind}` }]))
const figure = sample({ shape: 'matrix', rows, answers })
const at = (width: number, select: readonly string[] | null = null) => draw(figure, { view: { ...DEFAULT_VIEW, select }, lang: 'en', width })
const said = (scene: Scene) => texts(scene.marks).map(({ mark }) => mark.text)

it('says how many things a code is paired with, each once, and that one has no entry', () => {
  expect(said(at(740))).toEqual(expect.arrayContaining(['A', '2 on the list', 'B', 'no entry', 'C', '1 on the list']))
  expect(at(740).description).toBe('Measure. Entries: A 2; B no entry; C 1. By kind: kind old 1; kind new 2; kind none 1.')
})

it('has a point for every kind of every pair in reading order, and one where there is no entry', () => {
  for (const width of [280, 740]) {
    expect(at(width).points.map(({ row }) => referenceOf(row))).toEqual(rows.map(referenceOf))
    const places = at(width).points.map(({ x, y }) => [y, x] as const)
    expect(places).toEqual(places.toSorted(([a, b], [c, d]) => a - c || b - d))
  }
})

it('reads an entry as a pair and its kind', () => {
  expect(rows.map((row) => readingOf(figure, row, wordsOf('en'))))
    .toEqual(['A, x: kind old', 'A, x: kind new', 'A, y: kind new', 'B: no entry', 'C, x: kind none'])
})

it('gives each kind a form of its own, the same in every selection', () => {
  const forms = (scene: Scene) => Object.fromEntries(scene.marks.flatMap((mark) => {
    const [form] = mark.kind === 'group' ? mark.marks : []
    return mark.kind === 'group' && form ? [[mark.datum, form.kind === 'path' ? form.d.replace(/[\d.]+/g, '').length : form.kind]] : []
  }))
  const all = forms(at(740))
  expect(new Set([all['A.x.old'], all['A.x.new'], all['C.x.none']]).size).toBe(3)
  expect(all['A.y.new']).toBe(all['A.x.new'])
  expect(forms(at(740, ['C']))['C.x.none']).toBe(all['C.x.none'])
})

it('tells seven kinds apart in black on white', () => {
  const many = Array.from({ length: 7 }, (_, i) => `k${i}`)
  const scene = draw(sample({
    shape: 'matrix', rows: many.map((kind) => entry('A', kind, kind)), answers: Object.fromEntries(many.map((kind) => [kind, { en: kind, ja: kind }])),
  }), { view: DEFAULT_VIEW, lang: 'en', width: 740 })
  const drawn = scene.marks.flatMap((mark) => (mark.kind === 'group' ? mark.marks.slice(0, 1) : [])).map((mark) => {
    const plain = { ...mark, x: 0, y: 0 }
    return JSON.stringify(mark.kind === 'path' ? mark.d.match(/[ML]/g)?.length + mark.d.slice(0, 3) : plain)
  })
  expect(new Set(drawn).size).toBe(7)
})
