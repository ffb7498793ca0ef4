/** Slices of fonts: every character once, little that a page fetches without needing it, few files. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commonOf, slicesOf } from '../../web/fonts/slices.ts'

const codes = (text: string): ReadonlySet<number> => new Set([...text].map((character) => character.codePointAt(0) ?? 0))
const text = (set: ReadonlySet<number>): string => String.fromCodePoint(...set)
const letters = (from: number, count: number): string =>
  String.fromCodePoint(...Array.from({ length: count }, (_, i) => from + i))

describe('commonOf', () => {
  it('is what more than half of the pages have', () => {
    expect(text(commonOf([codes('人権口'), codes('口権'), codes('口実')]))).toBe('権口')
    expect(text(commonOf([codes('人'), codes('口')]))).toBe('')
    expect(text(commonOf([]))).toBe('')
  })
})

describe('slicesOf', () => {
  it('puts together what the same pages have', () => {
    const common = letters(0x4e00, 30)
    const slices = slicesOf([0x5000, 0x5100, 0x5200].map((own) => codes(common + letters(own, 20))), codes(''))
    expect(slices.map(text)).toEqual([common, letters(0x5000, 20), letters(0x5100, 20), letters(0x5200, 20)])
  })

  it('leaves what one page has alone to that page', () => {
    const [a, b] = [letters(0x4e00, 16), letters(0x5000, 16)]
    expect(slicesOf([codes(a), codes(b)], codes('')).map(text)).toEqual([a, b])
  })

  it('makes no file of its own for a single character that most pages have beside others', () => {
    const common = letters(0x4e00, 30)
    expect(slicesOf([codes(common), codes(`${common}字`), codes(`${common}字`)], codes('')).length).toBe(1)
  })

  it('makes no file of more than 32 characters', () => {
    expect(slicesOf([codes(letters(0x4e00, 70))], codes(letters(0x5000, 40))).map(({ size }) => size)).toEqual([32, 32, 6, 32, 8])
  })

  it('adds the rest in pieces, in its order', () => {
    const slices = slicesOf([codes('人権')], codes(`人権口実${letters(0x5000, 70)}`))
    expect(slices.map(text)).toEqual(['人権', `口実${letters(0x5000, 30)}`, letters(0x501e, 32), letters(0x503e, 8)])
  })

  it('leaves no two slices that fit into one and would cost less so', () => {
    const some = fc.uniqueArray(fc.integer({ min: 0x4e00, max: 0x4e20 })).map((list) => new Set(list))
    const costs = (slices: readonly ReadonlySet<number>[], pages: readonly ReadonlySet<number>[]): number =>
      slices.reduce((sum, slice) => sum + pages.filter((page) => [...slice].some((code) => page.has(code))).length * (1000 + 130 * slice.size), 0)
    fc.assert(fc.property(fc.array(some, { minLength: 1, maxLength: 20 }), (pages) => {
      const slices = slicesOf(pages, codes(''))
      const joins = slices.flatMap((a, i) => slices.slice(i + 1).filter((b) => a.size + b.size <= 32).map((b) => [...slices.filter((one) => one !== a && one !== b), new Set([...a, ...b])]))
      expect(joins.filter((one) => costs(one, pages) < costs(slices, pages))).toEqual([])
    }))
  })

  it('has every character in one slice, whatever the pages are', () => {
    const some = fc.uniqueArray(fc.integer({ min: 0x4e00, max: 0x4e80 })).map((list) => new Set(list))
    fc.assert(fc.property(fc.array(some, { minLength: 1, maxLength: 20 }), some, (pages, all) => {
      const found = slicesOf(pages, all).flatMap((slice) => [...slice])
      expect(found.length).toBe(new Set(found).size)
      expect(new Set(found)).toEqual(new Set([...pages, all].flatMap((set) => [...set])))
    }))
  })
})
