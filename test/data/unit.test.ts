/** Units that have one scale, and those that have none in common. */
import { expect, test } from 'vitest'
import { inUnit, isOneScale } from '../../data/model/unit.ts'

test.each([
  ['21206.1', 'usd-million', 'usd-billion', '21.2061'],
  ['5.3', 'usd-billion', 'usd-million', '5300'],
  ['-55927970.37938', 'usd', 'usd-million', '-55.92797037938'],
  ['230', 'usd-billion', 'usd-billion', '230'],
  ['27.75756', 'percent-of-gdp', 'percent-of-gdp', '27.75756'],
])('%s %s is exactly, in %s, %s', (value, from, to, said) => expect(inUnit(value, from, to)).toBe(said))

test.each([
  ['usd', 'jpy-100-million'], ['usd-million', 'percent-of-gdp'], ['usd', 'usd-2015'], ['percent', 'percent-of-gdp'], ['usd', 'stones'],
])('%s and %s have no scale in common', (a, b) => {
  expect([isOneScale(a, b), isOneScale(b, a)]).toEqual([false, false])
  expect(() => inUnit('1', a, b)).toThrow(`${a} cannot be said in ${b}`)
})
