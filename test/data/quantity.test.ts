/** Decimals as text, as tables of expectations, and exact arithmetic against whole numbers of their smallest unit. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  add, compare, decimals, isDecimal, magnitude, multiply, negate, round, shift, subtract, rescale } from '../../data/model/quantity.ts'

describe('what a decimal is', () => {
  test.each(
    ['0', '0.0', '40.0', '-3.5', '100', '0.00001', '12345678901234567890.123'],
  )('%s is one', (text) => expect(isDecimal(text)).toBe(true))
  test.each(
    ['', '-', '.5', '5.', '1,000', '1e5', '+1', '-0', '-0.0', '01', '0x1', ' 1', '1 ', '１', 'NaN', '1.2.3'],
  )('%j is none', (text) =>
    expect(isDecimal(text)).toBe(false))
})

test.each([
  ['0.1', '0.2', '0.3', '-0.1', '0.02'],
  ['40.0', '40', '80.0', '0.0', '1600.0'],
  ['100', '38.5', '138.5', '61.5', '3850.0'],
  ['-3.5', '3.5', '0.0', '-7.0', '-12.25'],
  ['99999999999999999999', '0.1', '99999999999999999999.1', '99999999999999999998.9', '9999999999999999999.9'],
])('%s and %s: sum %s, difference %s, product %s', (a, b, sum, difference, product) => {
  expect([add(a, b), subtract(a, b), multiply(a, b)]).toEqual([sum, difference, product])
})

test.each([
  ['27.75756', 1, '27.8'], ['12', 1, '12'], ['0.05', 1, '0.1'], ['-0.05', 1, '-0.1'], ['0.04', 1, '0.0'], ['9.99', 1, '10.0'],
  ['2.5', 0, '3'], ['-2.5', 0, '-3'], ['40.0', 1, '40.0'],
])('round %s to %i is %s', (text, places, rounded) => expect(round(text, places)).toBe(rounded))

test.each(
  [['21206.1', -3, '21.2061'], ['1.5', 1, '15.0'], ['-28.4', -3, '-0.0284'], ['7', 0, '7']],
)('shift %s by %i is %s', (text, by, moved) =>
  expect(shift(text, by)).toBe(moved))

test.each([
  ['5.3', 1, '53'], ['0.25', 1, '2.5'], ['224', 3, '224000'], ['224.20', -3, '0.22420'], ['-0.5', 1, '-5'], ['0', 3, '0'],
])('rescale %s by %i is %s: no digit is added behind the point', (text, by, moved) => expect(rescale(text, by)).toBe(moved))

/** A decimal with its size in units of 10^-5. */
const decimal = fc.tuple(
  fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 5 }),
).map(([size, places]) => {
  const digits = (size < 0n ? -size : size).toString().padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return { text: size < 0n ? `-${text}` : text, size: size * 10n ** BigInt(5 - places) }
})

const sizeOf = (text: string): bigint => {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  const size = BigInt(whole + fraction.padEnd(5, '0'))
  return text.startsWith('-') ? -size : size
}

test('sums, differences and comparisons are exact', () => {
  fc.assert(fc.property(decimal, decimal, (a, b) => {
    expect(isDecimal(a.text)).toBe(true)
    expect(sizeOf(add(a.text, b.text))).toBe(a.size + b.size)
    expect(sizeOf(subtract(a.text, b.text))).toBe(a.size - b.size)
    expect(Math.sign(compare(a.text, b.text))).toBe(a.size < b.size ? -1 : a.size > b.size ? 1 : 0)
    expect(sizeOf(magnitude(a.text))).toBe(a.size < 0n ? -a.size : a.size)
    expect(sizeOf(negate(a.text))).toBe(-a.size)
  }))
})

test('rounding is never off by more than half, and never adds digits', () => {
  fc.assert(fc.property(decimal, fc.integer({ min: 0, max: 5 }), ({ text, size }, places) => {
    const rounded = round(text, places)
    const error = sizeOf(rounded) - size
    expect((error < 0n ? -error : error) * 2n <= 10n ** BigInt(5 - places)).toBe(true)
    expect(decimals(rounded)).toBe(Math.min(decimals(text), places))
  }))
})
