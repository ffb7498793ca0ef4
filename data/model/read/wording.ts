/** What each language's words may not do by themselves: compare and count in titles, and print numbers that are no references. */
import { spanOf } from '../time.ts'

const words = (...list: string[]): RegExp => new RegExp(`\\b(?:${list.join('|')})\\b`, 'i')

/** Words of comparison and rank, and numbers in words: a title that has one needs an assert beside it. */
const COMPARISONS: Readonly<Record<string, RegExp>> = {
  en: words(
    'most', 'more', 'highest', 'higher', 'largest', 'larger', 'biggest', 'bigger', 'greatest', 'greater', 'fewer', 'fewest',
    'less', 'least', 'lowest', 'lower', 'smallest', 'smaller', 'first', 'second', 'third', 'top', 'ahead',
    'above', 'below', 'exceed(?:s|ed)?', 'half', 'halved', 'quarters?', 'thirds', 'majority', 'minority', 'twice',
    'doubled?', 'tripled?', 'grew', 'grow(?:s|n)?', 'rose', 'rise(?:s|n)?', 'fell', 'fall(?:s|en)?', 'dropped', 'increased?',
    'decreased?', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
  ),
  ja: new RegExp([
    '最[も大高小低多少上下]', '首位', '上回', '下回', '超え', '半数', '半分', '半減', '過半', '多数派', '分の[一二三四五]', '(?<!役)割(?!合|引)', '倍',
    '増', '減', '第[一二三四五六七八九十]', '[二三四五六七八九十]+(?:か国|カ国|ヶ国|社|人|件|位|番|つ|の国)', 'より(?:も)?(?:多|少|大|小|高|低)',
  ].join('|')),
}

/** The first word of a title that compares, or null. `plain` is the title without its references. */
export const comparisonIn = (plain: string, lang: string): string | null => COMPARISONS[lang]?.exec(plain)?.[0] ?? null

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
  'December',
]

const two = (digits: string): string => digits.padStart(2, '0')

/** Dates as each language writes them, read back as EDTF; an English month without a day has no digits but its year's. */
const WRITTEN_DATES: Readonly<Record<string, { pattern: RegExp; edtf: (...parts: string[]) => string }>> = {
  en: {
    pattern: new RegExp(`\\b(\\d{1,2}) (${MONTHS.join('|')}) (\\d{4})\\b`, 'g'),
    edtf: (day, month, year) => `${year}-${two(String(MONTHS.indexOf(month ?? '') + 1))}-${two(day ?? '')}`,
  },
  ja: {
    pattern: /(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?/g,
    edtf: (year, month, day) => `${year}-${two(month ?? '')}${day ? `-${two(day)}` : ''}`,
  },
}

/** Whether a written date is one end of a known date, or contains it: "May 2015" and "26 May 2015" of 2015-05-26. */
function isKnown(edtf: string, dates: ReadonlySet<string> | null): boolean {
  if (dates === null) return true
  const written = spanOf(edtf)
  if (!written) return false
  const ends = [...dates].flatMap((date) => date.replaceAll('~', '').split('/'))
  return ends.some((end) => end.startsWith(edtf))
}

const isYearOf = (digits: string, dates: ReadonlySet<string> | null): boolean =>
  dates === null || [...dates].some((date) => {
    const span = spanOf(date)
    return span !== null && span.start.slice(0, 4) <= digits && digits <= span.end.slice(0, 4)
  })

/**
 * The first digits of a text that are neither glued to a letter (G7) nor a date that the figure itself carries, or null.
 * `plain` is the text without its references.
 */
export function digitsIn(plain: string, lang: string, dates: ReadonlySet<string> | null): string | null {
  const written = WRITTEN_DATES[lang]
  const rest = written
    ? plain.replace(
      written.pattern, (date, ...parts: string[]) => (isKnown(written.edtf(...parts.slice(0, 3)), dates) ? '' : date),
    )
    : plain
  for (const [number] of rest.matchAll(/(?<![A-Za-z\d])[+\-−]?\p{Nd}+(?:[.,]\p{Nd}+)*\s*[%％]?/gu)) {
    if (!/^\d{4}$/.test(number.trim()) || !isYearOf(number.trim(), dates)) return number.trim()
  }
  return null
}
