/** Every picture of the gallery is the golden file that was accepted, and every golden file is of a picture. */
import { describe, expect, it } from 'vitest'
import { COLOURS } from '../../web/look/tokens.ts'
import { FIGURES } from '../web/built.ts'
import { compareGolden, difference, staleGoldens } from './golden.ts'
import { casesOf } from './list.ts'

const cases = casesOf(FIGURES)

describe('gallery', () => {
  it.each(cases)('$name', ({ name, print }) => compareGolden(name, print()))

  it('prints the same twice', () => {
    for (const { name, print } of cases) expect(print(), name).toBe(print())
  }, 120_000)

  it('has no golden file without a picture', () => {
    expect(staleGoldens(cases.map(({ name }) => name))).toEqual([])
  })

  it('holds every figure, chart type and language that was built', () => {
    for (const { id, charts, lang } of FIGURES) for (const chart of charts) for (const code of lang) {
      expect(cases.filter(({ name }) => name.startsWith(`${id}.${chart}.${code}.`)).length).toBeGreaterThanOrEqual(3)
    }
    expect(cases.length).toBeGreaterThan(40)
  })

  it('names neither host nor version, and paints with the colours of the light theme only', () => {
    const light = new Set<string>(Object.values(COLOURS).map((colour) => colour.light))
    for (const { name, print } of cases) {
      const svg = print()
      expect(svg, name).not.toMatch(/localhost|var\(--/)
      expect([...new Set(svg.match(/#[0-9a-f]{6}\b/g))].filter((value) => !light.has(value)), name).toEqual([])
    }
  })
})

it('says where two pictures differ', () => {
  expect(difference('<a>\n<b>\n', '<a>\n<c>\n')).toBe('1 lines differ, first line 2:\n  golden: <b>\n  now:    <c>')
  expect(difference('<a>', '<a>\n<c>')).toContain('golden: (ends)')
})
