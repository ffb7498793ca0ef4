/** Text that is measured, broken into lines and moved apart: as properties, since labels are whatever an editor writes. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BREAK } from '../../data/model/figure.ts'
import { FONTS } from '../../web/chart/mark.ts'
import { breakLines, spread, textWidth } from '../../web/chart/measure.ts'
import { px } from '../../web/chart/scene.ts'
import { label } from './arbitrary.ts'

const width = fc.integer({ min: 20, max: 600 })
const font = fc.constantFrom(...Object.values(FONTS))
const bare = (text: string): string => text.replaceAll(BREAK, '').replaceAll(/\s+/g, '')

describe('breakLines', () => {
  it('never loses, adds or moves a character', () => {
    fc.assert(fc.property(label, font, width, (text, of, room) => {
      expect(bare(breakLines(text, of, room).join(''))).toBe(bare(text))
    }), { numRuns: 2000 })
  })

  it('never makes a line that is too wide, unless one character is', () => {
    fc.assert(fc.property(label, font, width, (text, of, room) => {
      for (const line of breakLines(text, of, room)) {
        if ([...line.replaceAll(BREAK, '')].length > 1) expect(textWidth(line, of), line).toBeLessThanOrEqual(room + 0.001)
      }
    }), { numRuns: 2000 })
  })

  it('never has spaces or break marks at the ends of a line, nor an empty line within a text', () => {
    fc.assert(fc.property(label, font, width, (text, of, room) => {
      const broken = breakLines(text, of, room)
      for (const line of broken) expect(line).toBe(line.trim())
      if (broken.length > 1) expect(broken.filter((line) => line === '')).toEqual([])
    }), { numRuns: 1000 })
  })

  it('keeps on one line what fits on it', () => {
    fc.assert(fc.property(label, font, (text, of) => {
      expect(breakLines(text, of, textWidth(text, of) + 1).length).toBeLessThanOrEqual(1)
    }), { numRuns: 1000 })
  })

  it.each([
    ['one two three', 60, ['one two', 'three']],
    ['人権デュー・ディリジェンス', 60, ['人権', 'デュー・', 'ディリ', 'ジェンス']],
    [`人権${BREAK}デュー・${BREAK}ディリジェンス`, 200, ['人権デュー・ディリジェンス']],
    [`合計：${BREAK}10億円、20億円。30億円`, 100, ['合計：10億円、', '20億円。30億円']],
    [`合計${BREAK}「10億円。」、30億円`, 110, ['合計', '「10億円。」、', '30億円']],
    [`調査の${BREAK}対象となる${BREAK}企業`, 70, ['調査の', '対象となる', '企業']],
    ['', 60, []],
  ])('%s at %i px', (text, room, expected) => {
    expect(breakLines(text, FONTS.label, room).map((line) => line.replaceAll(BREAK, '')).filter(Boolean)).toEqual(expected)
  })

  it.each(['、', '。', '」', 'ー', ')', 'っ', '%'])('does not begin a line with %s', (mark) => {
    for (let room = 26; room < 120; room += 7) {
      for (const line of breakLines(`日本企業${mark}海外の企業${mark}東南アジア${mark}諸国`, FONTS.label, room)) expect(line.startsWith(mark)).toBe(false)
    }
  })
})

describe('textWidth', () => {
  it('is a length: never negative, nothing for nothing, additive, and in proportion to the size', () => {
    fc.assert(fc.property(label, label, font, (a, b, of) => {
      expect(textWidth(a, of)).toBeGreaterThanOrEqual(0)
      expect(textWidth(a + b, of)).toBeCloseTo(textWidth(a, of) + textWidth(b, of), 6)
      expect(textWidth(a, { ...of, size: of.size * 2 })).toBeCloseTo(2 * textWidth(a, of), 6)
    }))
    expect(textWidth(BREAK, FONTS.label)).toBe(0)
  })
})

describe('spread', () => {
  const wishes = fc.array(fc.double({ min: -50, max: 450, noNaN: true }), { maxLength: 25 })
  const gap = 16

  it('leaves at least the gap between any two, keeps their order and stays within the frame', () => {
    fc.assert(fc.property(wishes, (wanted) => {
      const places = spread(wanted, gap, 0, 400)
      const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b)
      const sorted = order.map((i) => places[i] ?? NaN)
      for (let i = 1; i < sorted.length; i++) expect((sorted[i] ?? 0) - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(gap - 0.02)
      if (wanted.length) expect([Math.min(...sorted) >= gap / 2 - 0.02, Math.max(...sorted) <= 400 - gap / 2 + 0.02]).toEqual([true, true])
    }), { numRuns: 2000 })
  })

  it('moves nothing that has room', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 10 }), (slots) => {
      const wanted = slots.map((slot) => slot * 18)
      expect(spread(wanted, gap, 0, 400)).toEqual(wanted)
    }))
  })

  it('moves as little as can be: no other places with the gap are nearer to the wishes', () => {
    const cost = (places: readonly number[], wanted: readonly number[]) => places.reduce((sum, place, i) => sum + (place - (wanted[i] ?? 0)) ** 2, 0)
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 4 }), (wanted) => {
      const ours = cost(spread(wanted, 10, 0, 1000).map((place) => place), wanted.map((wish) => Math.max(wish, 0)))
      const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b)
      for (let start = 5; start < 110; start++) {
        const row = order.reduce<number[]>((places, index, i) => { places[index] = start + i * 10; return places }, [])
        expect(ours).toBeLessThanOrEqual(cost(row, wanted) + 0.5)
      }
    }), { numRuns: 300 })
  })
})

it('coordinates have two decimals at most, and there is no minus zero', () => {
  fc.assert(fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (n) => {
    expect(String(px(n))).toMatch(/^-?\d+(\.\d{1,2})?$/)
    expect(Object.is(px(n), -0)).toBe(false)
    expect(Math.abs(px(n) - n)).toBeLessThanOrEqual(0.00500001)
  }))
})
