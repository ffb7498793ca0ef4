/** Numbers in words: shared by all languages, since grouping and minus sign are ours and not the runtime's. */
import { endsOf } from '../../data/model/ends.ts'
import { compare, decimals, rescale, round } from '../../data/model/quantity.ts'
import { isUnit } from '../../data/model/unit.ts'
import type { Pieces, Quantity, Saying, UnitWords, Words } from './words.ts'

/** Thousands by commas, U+2212 for minus: `grouped('-12345.60') // => '−12,345.60'`. */
export function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.replace('-', '').split('.')
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${decimal.startsWith('-') ? '−' : ''}${digits}${fraction === undefined ? '' : `.${fraction}`}`
}

/**
 * A value as labels print it: the point moved by the unit, rounded to `places`,
 * or to its first significant digit where rounding would print 0 for something that is not.
 *
 * labelNumber('21206.1', -3, 1) // => '21.2'
 * labelNumber('-28.4', -3, 1) // => '-0.03'
 */
export function labelNumber(value: string, by: number, places: number): string {
  const moved = rescale(value, by)
  const rounded = round(moved, places)
  if (compare(rounded, '0') !== 0 || compare(moved, '0') === 0) return rounded
  const significant = moved.search(/[1-9]/) - moved.indexOf('.')
  return round(moved, Math.min(significant, decimals(moved)))
}

const plainUnit: UnitWords = { shift: 0, before: '', after: '', axis: '', printed: '' }

/** A unit's words; a unit without any (a column of an unknown figure) is said as bare numbers. */
export const unitWords = (words: Words, unit: string): UnitWords => (isUnit(unit) ? words.units[unit] : plainUnit)

/**
 * A label's number with its greater unit said apart, no digit lost: 42487 of 億円 is 4兆2,487億円, 20000 is 2兆円.
 * A round number with decimals stays as it is, since they would be lost.
 */
function parted(words: Words, number: string, unit: UnitWords): { readonly number: string; readonly after: string } {
  const plain = { number: words.number(number), after: unit.after }
  const cut = Math.max(0, `${number}.`.indexOf('.') - (unit.greater?.digits ?? 0))
  if (!unit.greater || !/\d$/.test(number.slice(0, cut))) return plain
  const great = words.number(number.slice(0, cut)) + unit.greater.word
  const rest = number.slice(cut).replace(/^0+(?=\d)/, '')
  if (compare(rest, '0') !== 0) return { number: great + words.number(rest), after: unit.after }
  return rest === '0' ? { number: great, after: unit.greater.after } : plain
}

/**
 * A quantity in pieces. A missing value is said in words, never as zero; a range is said by its ends, whether or not it has a value.
 * `places` is the figure's display_decimals.
 */
export function pieces(words: Words, quantity: Quantity, places: number, saying: Saying): Pieces {
  const { qualifier } = quantity
  const ends = endsOf(quantity)
  if (ends === null) return { before: '', number: words.messages.missing, unit: '', after: '' }
  const unit = unitWords(words, quantity.unit)
  const say = (text: string) => words.number(labelNumber(text, unit.shift, places))
  const around = saying === 'title' && qualifier === 'only' ? words.qualifiers.exact : words.qualifiers[qualifier]
  const { number, after } = qualifier === 'between' ? { number: `${say(ends.from)}${words.range}${say(ends.to)}`, after: unit.after }
    : saying === 'label' ? { number: say(ends.from), after: unit.after }
      : parted(words, labelNumber(ends.from, unit.shift, places), unit)
  return { before: around.before, number: unit.before + number, unit: after, after: around.after }
}

/** A quantity as one text: "more than 51%", "51%超". */
export function quantity(words: Words, of: Quantity, places: number, saying: Saying): string {
  const { before, number, unit, after } = pieces(words, of, places, saying)
  return `${before}${number}${unit}${after}`
}
