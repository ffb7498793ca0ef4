/** Decimal numbers as text: what the source printed is kept, arithmetic on it is exact. */

/** A plain decimal: optional minus, digits, optional fraction. No exponent, no thousands separator. */
const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/

export const isDecimal = (text: string): boolean => DECIMAL.test(text) && !/^-0(?:\.0+)?$/.test(text)

/** Digits after the point: `decimals('40.0') // => 1`. */
export const decimals = (text: string): number => text.split('.')[1]?.length ?? 0

/** A decimal as an integer count of 10^-places. Exact when `places` is at least the text's own decimals. */
function scaled(text: string, places: number): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.')
  const size = BigInt(whole + fraction.padEnd(places, '0'))
  return text.startsWith('-') ? -size : size
}

function unscaled(size: bigint, places: number): string {
  const digits = (size < 0n ? -size : size).toString().padStart(places + 1, '0')
  const cut = digits.length - places
  const text = places ? `${digits.slice(0, cut)}.${digits.slice(cut)}` : digits
  return size < 0n ? `-${text}` : text
}

const common = (a: string, b: string): number => Math.max(decimals(a), decimals(b))

/** Exact sum: `add('0.1', '0.2') // => '0.3'`. */
export function add(a: string, b: string): string {
  const places = common(a, b)
  return unscaled(scaled(a, places) + scaled(b, places), places)
}

export const negate = (a: string): string => (/^[0.]+$/.test(a) ? a : a.startsWith('-') ? a.slice(1) : `-${a}`)

/** Exact difference: `subtract('100', '38.5') // => '61.5'`. */
export const subtract = (a: string, b: string): string => add(a, negate(b))

/** Exact product: `multiply('0.05', '13') // => '0.65'`. */
export const multiply = (a: string, b: string): string =>
  unscaled(scaled(a, decimals(a)) * scaled(b, decimals(b)), decimals(a) + decimals(b))

/** Negative, zero or positive, by value: `compare('40.0', '40') // => 0`. */
export function compare(a: string, b: string): number {
  // Conversion to a double never reverses an order, so only equal doubles need the exact arithmetic.
  const x = Number(a)
  const y = Number(b)
  if (x !== y) return x < y ? -1 : 1
  const places = common(a, b)
  const difference = scaled(a, places) - scaled(b, places)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export const magnitude = (a: string): string => (a.startsWith('-') ? a.slice(1) : a)

/**
 * Moves the decimal point, exactly: `shift('21206.1', -3) // => '21.2061'`.
 * A negative `by` divides by a power of ten.
 */
export function shift(text: string, by: number): string {
  const places = decimals(text)
  const size = scaled(text, places)
  return by < 0 ? unscaled(size, places - by) : unscaled(size * 10n ** BigInt(by), places)
}

/**
 * How many digits a number is printed with: neither the zeros before its first digit count, nor those at the end of a whole number,
 * which rounding may have put there.
 *
 * significantDigits('224202') // => 6
 * significantDigits('8500') // => 2
 * significantDigits('0.50') // => 2
 */
export function significantDigits(text: string): number {
  const digits = magnitude(text).replace('.', '').replace(/^0+/, '')
  return Math.max(1, (text.includes('.') ? digits : digits.replace(/0+$/, '')).length)
}

/**
 * The same digits in another unit, a power of ten away: no digit is added behind the point, which would say more than was printed.
 *
 * rescale('5.3', 1) // => '53'
 * rescale('224.20', -3) // => '0.22420'
 */
export const rescale = (text: string, by: number): string => round(shift(text, by), Math.max(0, decimals(text) - by))

/**
 * Rounds half away from zero to at most `places` decimals; never adds digits the source did not print.
 *
 * round('27.75756', 1) // => '27.8'
 * round('12', 1) // => '12'
 */
export function round(text: string, places: number): string {
  const over = decimals(text) - places
  if (over <= 0) return text
  const unit = 10n ** BigInt(over)
  const size = scaled(text, decimals(text))
  const half = size < 0n ? -unit / 2n : unit / 2n
  return unscaled((size + half) / unit, places)
}
