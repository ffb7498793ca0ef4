/** What editors may write, at random: names, numbers, qualifiers and whole small figures, for tests by properties. */
import fc from 'fast-check'
import { BREAK, type Figure, type Row } from '../../data/model/figure.ts'
import { QUALIFIERS, type QualifierCode } from '../../data/model/qualifier.ts'
import { UNITS } from '../../data/model/unit.ts'
import { nameOf, rowOf, sample } from './sample.ts'

const latin = fc.stringMatching(/^[A-Za-zé’][a-zé’-]{0,16}$/)
const english = fc.array(latin, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '))
const kana = fc.constantFrom(...'人権調査企業日本米国東南アジアのにをはサプライチェーンーっゃ、。・「」(2021年)')
const japanese = fc.array(kana, { minLength: 1, maxLength: 40 }).map((characters) => characters.join(''))
const phrased = fc.array(japanese, { minLength: 1, maxLength: 4 }).map((phrases) => phrases.join(BREAK))

/** Words as they come: English, Japanese with and without break marks, mixed. */
export const label = fc.oneof(english, japanese, phrased, fc.tuple(english, japanese).map(([a, b]) => `${a} ${b}`))

/** A name in both languages; names are at most as long as the longest that a place or survey has. */
export const name = fc.tuple(english.map((text) => text.slice(0, 60).trim()), phrased.map((text) => text.slice(0, 40)))
  .map(([en, ja]) => nameOf('', { name: { en, ja: ja.replaceAll(/^\u200b+|\u200b+$/g, '') || '国' } }))

/** A decimal as a source prints it, with its own precision and at most so many digits before the point. */
export const decimal = (digits: number) => fc.record({
  negative: fc.boolean(), whole: fc.bigInt({ min: 0n, max: 10n ** BigInt(digits) - 1n }), fraction: fc.stringMatching(/^\d{0,5}$/),
}).map(({ negative, whole, fraction }) => {
  const plain = fraction === '' ? String(whole) : `${whole}.${fraction}`
  return negative && /[1-9]/.test(plain) ? `-${plain}` : plain
})

/** Digits before the point that a value of a unit may have: the world's product in that unit. */
const DIGITS: Readonly<Record<string, number>> = { 'percent-of-gdp': 3, 'usd-million': 8, usd: 14, 'jpy-100-million': 8 }

/** A share of a whole. */
export const share = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.boolean()).map(([size, whole]) => (whole ? String(Math.floor(size / 10)) : (size / 10).toFixed(1)))

const qualifier = fc.constantFrom(...Object.keys(QUALIFIERS) as QualifierCode[]) // keys of that very object
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null, freq: 6 })

const qualified = fc.record({ value: maybe(share), qualifier, low: share, high: share }).map(({ value, qualifier: code, low, high }): Partial<Row> => {
  const [lower = '0', upper = '0'] = [low, high].sort((a, b) => Number(a) - Number(b))
  // a range is printed with a value of its own or without one
  return code === 'between' ? { value: Number(lower) % 2 ? lower : null, qualifier: code, lower, upper } : { value, qualifier: code }
})

const status = fc.constantFrom('final', 'provisional', 'derived', 'inferred', 'revised')
const named = (codes: readonly string[], names: readonly ReturnType<typeof nameOf>[]) => Object.fromEntries(codes.map((code, i) => [code, names[i] ?? nameOf(code)]))
const code = (i: number): string => `C${i}`

/** One to twenty series over one to thirty years, values of any sign and size, with gaps. */
export const seriesFigure: fc.Arbitrary<Figure> = fc.record({
  unit: fc.constantFrom(...Object.keys(UNITS).filter((unit) => unit !== 'percent')),
  years: fc.integer({ min: 1, max: 30 }), first: fc.integer({ min: 1950, max: 2030 }), display_decimals: fc.integer({ min: 0, max: 2 }),
  names: fc.array(name, { minLength: 1, maxLength: 20 }), highlighted: fc.integer({ min: 0, max: 6 }), joined: fc.boolean(),
}).chain(({ unit, years, first, names, highlighted, joined, ...rest }) => fc.array(fc.tuple(maybe(decimal(DIGITS[unit] ?? 6)), status), { minLength: names.length * years, maxLength: names.length * years })
  .map((cells) => sample({
    ...rest, shape: 'series', unit, names: named(names.map((_, i) => code(i)), names), highlight: names.slice(0, highlighted).map((_, i) => code(i)),
    rows: cells.map(([value, state], i) => rowOf({ series: code(Math.floor(i / years)), time: String(first + (i % years)), value, unit, status: state })),
    ...(joined ? {} : { comparability: [] }),
  })))

/** One to twelve populations that gave an answer. */
export const sharesFigure: fc.Arbitrary<Figure> = fc.array(fc.tuple(name, maybe(name), qualified, status), { minLength: 1, maxLength: 12 }).map((all) => sample({
  shape: 'shares', names: Object.fromEntries(all.map(([own, detail], i) => [code(i), { ...own, detail: detail?.name ?? null }])),
  rows: all.map(([, , cells, state], i) => rowOf({ ...cells, group: code(i), answer: 'yes', status: state })),
}))

/** One to four populations, each with the same one to seven answers, of any sum. */
export const partsFigure: fc.Arbitrary<Figure> = fc.record({
  names: fc.array(name, { minLength: 1, maxLength: 4 }), answers: fc.array(name, { minLength: 1, maxLength: 7 }), middle: fc.nat(7),
}).chain(({ names, answers, middle }) => fc.array(fc.tuple(qualified, status), { minLength: names.length * answers.length, maxLength: names.length * answers.length })
  .map((cells) => sample({
    shape: 'shares', names: named(names.map((_, i) => code(i)), names), answers: Object.fromEntries(answers.map((answer, i) => [`a${i}`, answer.name])),
    ...(middle < answers.length - 1 ? { centre: `a${middle}` } : {}),
    rows: cells.map(([own, state], i) => rowOf({ ...own, group: code(Math.floor(i / answers.length)), answer: `a${i % answers.length}`, status: state })),
  })))

/** A claim and up to four observations of its source. */
export const claimFigure: fc.Arbitrary<Figure> = fc.array(fc.tuple(name, qualified), { minLength: 1, maxLength: 5 }).map((all) => sample({
  shape: 'claim', names: named(all.map((_, i) => code(i)), all.map(([own]) => own)),
  rows: all.map(([, cells], i) => rowOf({ ...cells, value: cells.value ?? '50', series: code(i) })),
  checks: [{ claim: code(0), verdict: 'differs', finding: { en: 'Finding.', ja: '所見。' }, reason: null, observations: all.slice(1).map((_, i) => code(i + 1)) }],
}))

/** Up to eight codes, each paired with up to twelve things by one kind or several, or with nothing. */
export const matrixFigure: fc.Arbitrary<Figure> = fc.record({
  names: fc.array(name, { minLength: 1, maxLength: 8 }), things: fc.array(name, { minLength: 1, maxLength: 12 }), kinds: fc.array(name, { minLength: 1, maxLength: 7 }),
}).chain(({ names, things, kinds }) => fc.array(fc.integer({ min: 0, max: 2 ** kinds.length - 1 }), { minLength: names.length * things.length, maxLength: names.length * things.length })
  .map((masks) => {
    const own = (i: number) => things.flatMap((_, t) => kinds.flatMap((_, k) => (((masks[i * things.length + t] ?? 0) >> k) % 2 === 0 ? [] : [{ group: `T${t}`, answer: `K${k}` }])))
    return sample({
      shape: 'matrix', names: { ...named(names.map((_, i) => code(i)), names), ...named(things.map((_, t) => `T${t}`), things) },
      answers: Object.fromEntries(kinds.map((kind, k) => [`K${k}`, kind.name])),
      rows: names.flatMap((_, i) => (own(i).length ? own(i) : [{}]).map((cells) => rowOf({ ...cells, series: code(i), value: null, unit: '' }))),
    })
  }))

const two = (max: number) => fc.integer({ min: 1, max }).map((n) => String(n).padStart(2, '0'))
const year = fc.integer({ min: 2009, max: 2031 }).map(String)
const day = fc.tuple(year, two(12), two(28)).map((parts) => parts.join('-'))

/** A time as precise as events' are: a day, month or year, about one, or from one to a later one. */
export const eventTime = fc.oneof(
  day, fc.tuple(year, two(12)).map((parts) => parts.join('-')), year, year.map((one) => `${one}~`),
  fc.tuple(day, day).filter(([a, b]) => a !== b).map((ends) => ends.toSorted().join('/')),
)

/** One to thirty events in up to eight lanes, of up to nine kinds, before and after any day. */
export const eventsFigure: fc.Arbitrary<Figure> = fc.record({
  lanes: fc.array(name, { minLength: 1, maxLength: 8 }), kinds: fc.array(name, { minLength: 1, maxLength: 9 }), published: day,
  events: fc.array(fc.tuple(name, eventTime, fc.nat(), fc.nat()), { minLength: 1, maxLength: 30 }),
}).map(({ lanes, kinds, published, events }) => sample({
  shape: 'events', published, answers: Object.fromEntries(kinds.map((kind, i) => [`k${i}`, kind.name])),
  names: { ...named(lanes.map((_, i) => `lane${i}`), lanes), ...Object.fromEntries(events.map(([own], i) => [code(i), own])) },
  rows: events.map(([, time, lane, kind], i) =>
    rowOf({ series: code(i), group: `lane${lane % lanes.length}`, answer: `k${kind % kinds.length}`, time, value: null, unit: '', source: 'a~b', actors: 'X~Y' })),
}))

/** A figure of any shape that charts draw. */
export const FIGURE_OF = { series: seriesFigure, shares: fc.oneof(sharesFigure, partsFigure), claim: claimFigure, matrix: matrixFigure, events: eventsFigure } as const
