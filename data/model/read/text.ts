/** Reads the texts of a figure or of the dashboard: every language there, references filled, no number of its own. */
import type { Row, Text } from '../figure.ts'
import { listed, quote, type Ledger, type SayPlace } from './rules.ts'
import type { Found } from './reference.ts'
import type { Read } from './schema.ts'
import { word } from './schema.ts'
import { plainText, readTemplate, type Part } from './template.ts'
import { comparisonIn, digitsIn } from './wording.ts'
import type { Entry } from './yaml.ts'

/** What texts are read against. */
export type Setting = {
  /** Languages every text has, and those the site knows. */
  readonly languages: readonly string[]
  readonly known: readonly string[]
  /** Whether a "lang:" says which languages there are; the dashboard has all of them. */
  readonly isChoosable: boolean
  /** Dates whose years may stand in texts; null = not all are known, so that any year may. */
  readonly dates: ReadonlySet<string> | null
  /** What a reference points to; `decimals` is that figure's display_decimals. */
  readonly find: (path: string) => Found
  readonly say: (row: Row, path: string, lang: string, place: SayPlace) => string
}

/** How strict a kind of text is: names and evidence may have digits, statements may not, titles may not even compare. */
export type Manner = 'name' | 'statement' | 'title'

function fillPart(part: Part, lang: string, setting: Setting, manner: Manner, line: number, ledger: Ledger): string {
  if (part.kind !== 'reference') return part.text
  const found = setting.find(part.path)
  if ('row' in found) return setting.say(found.row, part.path, lang, manner === 'title' ? 'title' : 'sentence')
  if ('fault' in found) ledger.add(line, found.fault, found.remedy)
  return ''
}

function checkDigits(parts: readonly Part[], lang: string, setting: Setting, line: number, ledger: Ledger): void {
  const digits = digitsIn(plainText(parts), lang, setting.dates)
  if (digits === null) return
  ledger.add(line, `the number ${quote(digits)} stands in a text (${lang}) by itself`,
    'write a reference to a row, such as {VNM.2024}; digits that are only a name are written {=26}')
}

function readWords(entry: Entry, lang: string, setting: Setting, manner: Manner, ledger: Ledger): string | undefined {
  const text = word(entry.node, ledger)
  if (text === undefined) return undefined
  const line = entry.node.line
  const parts = readTemplate(text)
  if (!parts) {
    return void ledger.add(
      line, `the braces in ${quote(text)} do not match`, 'write {reference}; a brace itself is written twice: {{ or }}',
    )
  }
  if (manner !== 'name') checkDigits(parts, lang, setting, line, ledger)
  return parts.map((part) => fillPart(part, lang, setting, manner, line, ledger)).join('')
}

function checkLanguages(entries: ReadonlyMap<string, Entry>, line: number, setting: Setting, ledger: Ledger): void {
  for (const lang of setting.languages) {
    const remedy = `add a line "${lang}: …"${setting.isChoosable ? `, or leave ${lang} out of "lang:"` : ''}`
    if (!entries.has(lang)) ledger.add(line, `the text in ${lang} is missing`, remedy)
  }
  for (const [lang, entry] of entries) {
    if (setting.languages.includes(lang)) continue
    const remedy = `add ${lang} to "lang:", or delete this text`
    if (setting.known.includes(lang)) ledger.add(entry.line, `a text in ${lang} stands here, but "lang:" leaves it out`, remedy)
    else ledger.add(entry.line, `unknown language ${quote(lang)}`, `write ${listed(setting.languages)}`)
  }
}

/** A text in every language of the figure. */
export const textIn = (setting: Setting, manner: Manner): Read<Text> => (node, ledger) => {
  if (node.kind !== 'fields') {
    const what = node.kind === 'scalar' && node.text !== '' ? quote(node.text) : 'nothing'
    return void ledger.add(
      node.line, `here stands ${what} without a language`,
      `write ${setting.languages.map((lang) => `${lang}: …`).join(' and ')}, each on its own line`,
    )
  }
  checkLanguages(node.entries, node.line, setting, ledger)
  const pairs = setting.languages.map((lang) => {
    const entry = node.entries.get(lang)
    return [lang, entry && readWords(entry, lang, setting, manner, ledger)] as const
  })
  const good = pairs.flatMap(([lang, text]) => (text === undefined ? [] : [[lang, text] as const]))
  return good.length === pairs.length ? Object.fromEntries(good) : undefined
}

/** A title that compares, ranks or counts in words needs something that the build can evaluate. */
export const checkTitle = (setting: Setting, hasAsserts: boolean): Read<Text> => (node, ledger) => {
  const title = textIn(setting, 'title')(node, ledger)
  if (hasAsserts || node.kind !== 'fields') return title
  for (const [lang, entry] of node.entries) {
    const parts = entry.node.kind === 'scalar' ? readTemplate(entry.node.text) : null
    const comparison = parts && comparisonIn(plainText(parts), lang)
    if (comparison) {
      ledger.add(
        entry.node.line, `the title compares or counts: ${quote(comparison)}`,
        'add a line to "asserts:" that says the same in codes, such as "SGP.2024 > VNM.2024", or take the word out',
      )
    }
  }
  return title
}
