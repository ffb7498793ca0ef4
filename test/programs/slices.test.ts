/** Slices of fonts: every character once, little that a page fetches without needing it, few files. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slicesOf } from '../../web/fonts/slices.ts'

const codes = (text: string): ReadonlySet<number> => new Set([...text].map((character) => character.codePointAt(0) ?? 0))
const text = (set: ReadonlySet<number>): string => String.fromCodePoint(...set)
const letters = (from: number, count: number): string =>
  String.fromCodePoint(...Array.from({ length: count }, (_, i) => from + i))

describe('slicesOf', () => {
  it('puts together what every page has, and says so', () => {
    const common = letters(0x4e00, 60)
    const slices = slicesOf([0x5000, 0x5100, 0x5200].map((own) => codes(common + letters(own, 40))), [], codes(''))
    expect(slices.filter(({ isEverywhere }) => isEverywhere).map((slice) => text(slice.codes))).toEqual([common])
  })

  it('leaves what one page has alone to that page', () => {
    const [a, b] = [letters(0x4e00, 50), letters(0x5000, 50)]
    expect(slicesOf([codes(a), codes(b)], [], codes('')).map((slice) => text(slice.codes))).toEqual([a, b])
  })

  it('makes no file of its own for a single character that most pages have beside others', () => {
    const common = letters(0x4e00, 60)
    expect(slicesOf([codes(common), codes(`${common}字`), codes(`${common}字`)], [], codes('')).length).toBe(1)
  })

  it('adds what views have, then the rest in small pieces', () => {
    const slices = slicesOf([codes('人権')], [codes('人口'), codes('口実')], codes(`人権口実${letters(0x5000, 40)}`))
    expect(slices.map((slice) => text(slice.codes))).toEqual(['人権', '口', '実', letters(0x5000, 32), letters(0x5020, 8)])
  })

  it('has every character in one slice, whatever the pages are', () => {
    const some = fc.uniqueArray(fc.integer({ min: 0x4e00, max: 0x4e80 })).map((list) => new Set(list))
    const sets = (maxLength: number) => fc.array(some, { minLength: 1, maxLength })
    fc.assert(fc.property(sets(8), sets(3), some, (pages, views, all) => {
      const found = slicesOf(pages, views, all).flatMap((slice) => [...slice.codes])
      expect(found.length).toBe(new Set(found).size)
      expect(new Set(found)).toEqual(new Set([...pages, ...views, all].flatMap((set) => [...set])))
    }))
  })
})
