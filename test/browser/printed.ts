/** How numbers are printed on pages, written down a second time from the design's table, so that the site is held against it. */
import type { Language } from './visit.ts'

/** A row of a figure's JSON, as far as these tests read it. */
export type Row = {
  readonly series?: string
  readonly series_name?: string
  readonly group?: string
  readonly time?: string
  readonly value: number | null
  readonly decimals: number | null
  readonly qualifier: string
  readonly lower: number | null
  readonly upper: number | null
  readonly unit: string
  readonly status: string
}

export type FigureJson = {
  readonly id: string
  readonly shape: string
  readonly title: string
  readonly rows: readonly Row[]
  readonly checks: readonly { readonly claim: string; readonly finding: string; readonly verdict: string }[]
}

/** Words before and after a number, by the code of the qualifier. */
const AROUND: Readonly<Record<Language, Readonly<Record<string, readonly [before: string, after: string]>>>> = {
  en: {
    exact: ['', ''], about: ['about ', ''], nearly: ['nearly ', ''], 'more-than': ['more than ', ''],
    'at-least': ['at least ', ''],
    'less-than': ['less than ', ''], 'at-most': ['at most ', ''], between: ['', ''], only: ['only ', ''],
  },
  ja: {
    exact: ['', ''], about: ['約', ''], nearly: ['', '近く'], 'more-than': ['', '超'], 'at-least': ['', '以上'],
    'less-than': ['', '未満'], 'at-most': ['', '以下'], between: ['', ''], only: ['わずか', ''],
  },
}

export const MISSING = { en: 'no data', ja: 'データなし' } as const satisfies Record<Language, string>
const RANGE = { en: '–', ja: '〜' } as const satisfies Record<Language, string>

/** Words around a number. Throws for a code that is not in the design. */
export function around(lang: Language, qualifier: string): readonly [before: string, after: string] {
  const words = AROUND[lang][qualifier]
  if (!words) throw new Error(`no such qualifier: ${qualifier}`)
  return words
}

/** `-1234.5` with two decimals → `−1,234.50`. */
export function digits(value: number, decimals: number): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.split('').map((digit, i) => ((whole.length - i) % 3 === 0 && i > 0 ? `,${digit}` : digit)).join('')
  return `${value < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
}

/** A value with its qualifier as tables print it: the source's digits, without unit. */
export function inTable({ value, decimals, qualifier, lower, upper }: Row, lang: Language): string {
  const [before, after] = around(lang, qualifier)
  const say = (number: number): string => digits(number, decimals ?? String(number).split('.')[1]?.length ?? 0)
  if (qualifier === 'between' && lower !== null && upper !== null) return `${before}${say(lower)}${RANGE[lang]}${say(upper)}${after}`
  if (value === null) return MISSING[lang]
  const number = say(value)
  return `${before}${number}${after}`
}

/** What labels count in, where that is not the source's own unit: billions in English, hundreds of millions in Japanese. */
const COUNTED_IN: Readonly<Record<string, Readonly<Record<Language, number>>>> = {
  'usd-million': { en: 1e3, ja: 1e2 }, usd: { en: 1e9, ja: 1e8 }, 'usd-billion': { en: 1, ja: 0.1 }, 'jpy-100-million': { en: 10, ja: 1 },
}

/** The value that a label rounds. */
export const onLabel = ({ value, unit }: Row, lang: Language): number => (value ?? Number.NaN) / (COUNTED_IN[unit]?.[lang] ?? 1)

/** All numbers a text prints. */
export const numbersIn = (text: string): readonly number[] =>
  [...text.matchAll(/−?\d[\d,]*(?:\.\d+)?/g)].map(([digits]) => Number(digits.replaceAll(',', '').replace('−', '-')))
