/** Which words of the collection are set in which fonts: what subsets are cut for, and what is checked for glyphs. */
import type { Figure, Source, Text } from '../../data/model/figure.ts'
import type { Front } from '../../data/model/release.ts'
import type { Words } from '../words/words.ts'
import type { Role } from './faces.ts'

/** A piece of text, where it stands (`names.VNM.name`), and the faces it is set in. */
export type Lettering = { readonly text: string; readonly place: string; readonly roles: readonly Role[] }

/** What pages are made of: the collection as the reader of data/ hands it over. */
export type Lettered = {
  readonly figures: readonly Figure[]
  readonly sources: readonly Source[]
  readonly front: Omit<Front, 'schema' | 'figures'>
  readonly withdrawn: Readonly<Record<string, Text>>
}

const BODY: readonly Role[] = ['sans-400']
const LABEL: readonly Role[] = ['sans-400', 'sans-600']
const TITLE: readonly Role[] = ['sans-400', 'serif-600']
const HEADING: readonly Role[] = ['sans-400', 'sans-600', 'serif-600']
const QUALIFIER: readonly Role[] = [...HEADING, 'serif-400-italic']

/** Fields that are headings or labels; everything else is body text. Names stand in titles of views that have no finding. */
const SETTING: readonly (readonly [RegExp, readonly Role[]])[] = [
  [/^title$|^sections\.\d+\.title$|^notes\.\d+\.title$/, TITLE],
  [/^measure$|^sections\.\d+\.name$/, HEADING],
  [/^names\..*\.(name|short)$/, HEADING],
  [/^(answers|measures)\./, HEADING],
  [/^rows\.\d+\.(value|lower|upper|n|time)$/, HEADING],
]

const rolesAt = (place: string): readonly Role[] => SETTING.find(([pattern]) => pattern.test(place))?.[1] ?? BODY

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

const isText = (value: Readonly<Record<string, unknown>>, languages: readonly string[]): boolean => {
  const keys = Object.keys(value)
  return keys.length > 0 && keys.every((key) => languages.includes(key) && typeof value[key] === 'string')
}

/**
 * Every text of a value in one language, with its place: texts by language are taken in that language, and plain
 * strings (digits, dates, codes, titles as their sources print them) as they are when `plain` is set.
 */
export function lettersOf(value: unknown, lang: string, languages: readonly string[], plain: boolean): readonly Lettering[] {
  const found: Lettering[] = []
  const visit = (part: unknown, path: string): void => {
    if (typeof part === 'string') {
      if (plain) found.push({ text: part, place: path, roles: rolesAt(path) })
    } else if (isRecord(part) && !Array.isArray(part) && isText(part, languages)) {
      const text = part[lang]
      if (typeof text === 'string') found.push({ text, place: path, roles: rolesAt(path) })
    } else if (isRecord(part)) {
      for (const [key, inner] of Object.entries(part)) visit(inner, path === '' ? key : `${path}.${key}`)
    }
  }
  visit(value, '')
  return found
}

/** How long words of the interface are, in characters, that may stand as headings or as labels; longer ones are sentences. */
const HEADING_LENGTH = 6
const LABEL_LENGTH = 12

/** By how long a word is without what is filled in, as in `{date}現在`. */
function rolesOfWord(text: string): readonly Role[] {
  const { length } = text.replace(/\{\w+\}/g, '')
  return length <= HEADING_LENGTH ? HEADING : length <= LABEL_LENGTH ? LABEL : BODY
}

/** Words of the interface, walked; `source` is the text of their file, which also has the words that functions put together. */
export function interfaceLetters(words: unknown, lang: string, source: string): readonly Lettering[] {
  const walked = lettersOf(words, lang, [], true)
  return [
    ...walked.map((one) => ({ ...one, roles: rolesOfWord(one.text) })),
    { text: source, place: `web/words/${lang}.ts`, roles: BODY },
  ]
}

/** Whether the source of the charts names a message: `messages.all`, `'chart-lines'`, or the beginning in `status-${…}`. */
const isNamed = (key: string, source: string): boolean =>
  new RegExp(`messages\\.${key}\\b|'${key}'`).test(source) ||
  (key.includes('-') && source.includes(`${key.slice(0, key.indexOf('-'))}-\${`))

/** What of a language's words charts and pictures can print: numbers, units, qualifiers, dates, and the messages they name. */
export function chartLetters(words: Words, source: string): readonly Lettering[] {
  const messages = Object.entries(words.messages).filter(([key]) => isNamed(key, source))
  const marks = [words.range, words.semicolon, words.messages.colon]
  const samples = [words.date('2021-09-03~/2022-10-14'), words.list(['1', '2', '3']), words.number('-1234567.89'), ...marks]
  return [
    ...lettersOf({ units: words.units, qualifiers: words.qualifiers, samples }, words.code, [], true)
      .map((one) => ({ ...one, roles: one.place.startsWith('qualifiers.') ? QUALIFIER : HEADING })),
    ...messages.map(([key, text]) =>
      ({ text, place: `messages.${key}`, roles: /title|many/i.test(key) ? HEADING : rolesOfWord(text) })),
  ]
}

/** Not drawn: line ends are spaces, and break marks have no ink. */
export const isInk = (character: string): boolean => !/[\n\r\t\u200b]/.test(character)

/** Code points of the letterings that are set in a face, in the order they first come. */
export function codesFor(letters: readonly Lettering[], role: Role): ReadonlySet<number> {
  const codes = new Set<number>()
  for (const one of letters) {
    if (!one.roles.includes(role)) continue
    for (const character of one.text) if (isInk(character)) codes.add(character.codePointAt(0) ?? 0)
  }
  return codes
}

/** Printable ASCII and the marks numbers, ranges and quotations are written with. */
export const ALWAYS: readonly number[] = [
  ...Array.from({ length: 95 }, (_, i) => 0x20 + i),
  ...[...'\u00a0\u2009–—‘’“”…•·−×±°©'].map((character) => character.codePointAt(0) ?? 0),
]
