/** Numbers as labels print them: rounded exactly as decimals are, never to a zero that is not there, never regrouped wrongly. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUALIFIERS, type QualifierCode } from '../../data/model/qualifier.ts'
import { UNITS } from '../../data/model/unit.ts'
import { LANGUAGES, wordsOf } from '../../web/words/index.ts'
import { grouped, labelNumber, quantity } from '../../web/words/number.ts'
import { decimal } from './arbitrary.ts'

const value = decimal(9)
const by = fc.integer({ min: -9, max: 3 })
const places = fc.integer({ min: 0, max: 3 })

/** A decimal as a fraction of whole numbers: an arithmetic that is not the one under test. */
function fraction(text: string): { over: bigint; under: bigint } {
  const [whole = '', digits = ''] = text.replace('-', '').split('.')
  const over = BigInt(whole + digits)
  return { over: text.startsWith('-') ? -over : over, under: 10n ** BigInt(digits.length) }
}

const absolute = (n: bigint): bigint => (n < 0n ? -n : n)

describe('labelNumber', () => {
  const settings = { numRuns: 3000 }

  it('is never zero for what is not, and zero for what is', () => {
    fc.assert(fc.property(value, by, places, (text, shift, count) => {
      expect(Number(labelNumber(text, shift, count)) === 0).toBe(fraction(text).over === 0n)
    }), settings)
  })

  it('is the nearest of the numbers with its decimals, halves away from zero', () => {
    fc.assert(fc.property(value, by, places, (text, shift, count) => {
      const label = labelNumber(text, shift, count)
      const [exact, said] = [fraction(text), fraction(label)]
      // exact × 10^shift, over one denominator with what is said
      const [up, down] = shift < 0 ? [1n, 10n ** BigInt(-shift)] : [10n ** BigInt(shift), 1n]
      const left = exact.over * up * said.under
      const right = said.over * exact.under * down
      const half = exact.under * down
      expect(2n * absolute(left - right) <= half).toBe(true)
      if (2n * absolute(left - right) === half) expect(absolute(right) > absolute(left)).toBe(true)
    }), settings)
  })

  it('has no more decimals than are shown, unless it would be zero without them', () => {
    fc.assert(fc.property(value, by, places, (text, shift, count) => {
      const label = labelNumber(text, shift, count)
      const decimals = label.split('.')[1]?.length ?? 0
      if (decimals > count) expect(label.replaceAll(/[-0.]/g, '').length).toBe(1)
    }), settings)
  })

  it('does not add digits that its source did not print', () => {
    fc.assert(fc.property(value, places, (text, count) => {
      expect((labelNumber(text, 0, count).split('.')[1] ?? '').length).toBeLessThanOrEqual((text.split('.')[1] ?? '').length)
    }), settings)
  })
})

describe('grouped', () => {
  it('changes nothing but commas and the minus', () => {
    fc.assert(fc.property(decimal(12), (text) => {
      expect(grouped(text).replaceAll(',', '').replace('−', '-')).toBe(text)
      expect(grouped(text)).toMatch(/^−?\d{1,3}(,\d{3})*(\.\d+)?$/)
    }))
  })
})

describe('quantity', () => {
  it('always carries its number and its qualifier, whatever the language, unit and place', () => {
    const codes = Object.keys(QUALIFIERS) as QualifierCode[] // keys of that very object
    fc.assert(fc.property(fc.constantFrom(...LANGUAGES), fc.constantFrom(...Object.keys(UNITS)), fc.constantFrom(...codes), value, value, places,
      (lang, unit, qualifier, low, high, count) => {
        const words = wordsOf(lang)
        const of = { value: low, qualifier, lower: qualifier === 'between' ? low : null, upper: qualifier === 'between' ? high : null, unit }
        const said = quantity(words, of, count, 'sentence')
        const { before, after } = words.qualifiers[qualifier]
        expect(said.startsWith(before) && said.endsWith(after)).toBe(true)
        const number = (text: string) => grouped(labelNumber(text, words.units[unit as keyof typeof UNITS].shift, count)) // from the keys of UNITS
        const written = said.replace(/兆(?=\D)/, '兆0').replace(/(\d)兆([\d,]*)/, (_, great: string, rest: string) => great + rest.replace(',', '').padStart(4, '0'))
        expect(written.replaceAll(',', '')).toContain(number(low).replaceAll(',', ''))
        if (qualifier === 'between') expect(said).toContain(`${words.range}${number(high)}`)
      }))
  })
})
