/** What differs between two versions of a figure, in the words of a language: what pages show and JSON says. */
import { compare, type CellChange, type Fact, type FactChange, type RowChange, type RowKey } from '../../data/model/compare.ts'
import { BREAK, type Figure, type Row, type Text } from '../../data/model/figure.ts'
import { shortHash, type CatalogueEntry, type Version } from '../../data/model/release.ts'
import type { KeyColumn } from '../../data/model/shape.ts'
import { DEFAULT_VIEW, formatAddress, type Place } from '../address.ts'
import { wordsOf } from '../words/index.ts'
import type { Words } from '../words/words.ts'
import { figurePlace } from './link.ts'

/** Two versions of a figure, and what the catalogue says of them. */
export type Comparison = {
  readonly entry: CatalogueEntry
  readonly from: Version
  readonly to: Version
  readonly before: Figure
  readonly after: Figure
}

/** The cells of an observation that are said together: its number with everything that qualifies it. */
export const SAID_TOGETHER = ['value', 'qualifier', 'lower', 'upper', 'unit', 'status'] as const satisfies readonly (keyof Row)[]

export type ComparedRow = {
  readonly change: RowChange['change']
  readonly key: RowKey
  /** Its key in words. */
  readonly name: string
  readonly from: Row | null
  readonly to: Row | null
  readonly cells: readonly CellChange[]
}

/** A fact in a language; `languages` are those in which its words differ, none for what has no words. */
export type ComparedFact = { readonly path: string; readonly from: string | null; readonly to: string | null; readonly languages: readonly string[] }

/** Words in a language, in that of the site where there are none. */
export const wordsIn = (text: Text, lang: string): string => (text[lang] ?? Object.values(text)[0] ?? '').replaceAll(BREAK, '')

/** What a code in a column stands for; the code itself where neither version names it. A time or date is said as one. */
function meaning(column: KeyColumn, code: string, figures: readonly Figure[], words: Words): string {
  if (column === 'time' || column === 'published') return words.date(code)
  const named = figures.map(({ names, answers, measures }) => (column === 'answer' ? answers[code] : column === 'measure' ? measures[code] : names[code]?.name))
  const text = named.find((one) => one !== undefined)
  return text ? wordsIn(text, words.code) : code
}

/** Whether rows of one name and time are told apart by when they were published. */
const isOfPublications = ({ rows }: Figure): boolean =>
  new Set(rows.map(({ series, measure, time }) => JSON.stringify([series, measure, time]))).size < rows.length

const isKeyColumn = (name: string): name is KeyColumn => ['series', 'measure', 'group', 'answer', 'time', 'published'].includes(name)

function nameOf(key: RowKey, figures: readonly Figure[], words: Words): string {
  const hasDates = figures.some(({ shape }) => shape === 'series') && figures.some(isOfPublications)
  return Object.entries(key).flatMap(([column, code]) =>
    (isKeyColumn(column) && (column !== 'published' || hasDates) ? [meaning(column, code, figures, words)] : [])).join(words.comma)
}

const isText = (fact: Fact | null): fact is Text => typeof fact === 'object' && fact !== null

const factIn = (fact: Fact | null, lang: string): string | null => (fact === null ? null : isText(fact) ? fact[lang] ?? null : String(fact))

function comparedFact({ path, from, to }: FactChange, lang: string): ComparedFact {
  const [was, is]: Text[] = [isText(from) ? from : {}, isText(to) ? to : {}]
  const languages = [...new Set([...Object.keys(is ?? {}), ...Object.keys(was ?? {})])].filter((code) => was?.[code] !== is?.[code])
  return { path, from: factIn(from, lang), to: factIn(to, lang), languages }
}

/** Everything that differs: observations by key, facts by path, and what the figure's own list of changes says of it. */
export function comparedIn({ before, after }: Pick<Comparison, 'before' | 'after'>, lang: string) {
  const { rows, facts } = compare(before, after)
  const words = wordsOf(lang)
  return {
    changes: after.changes.slice(before.changes.length).map(({ date, kind, note }) => ({ date, kind, note: wordsIn(note, lang) })),
    rows: rows.map(({ change, key, from, to, cells }): ComparedRow => ({ change, key, name: nameOf(key, [after, before], words), from, to, cells })),
    facts: facts.map((one) => comparedFact(one, lang)),
  }
}

const together = (row: Row | null) => row && Object.fromEntries(SAID_TOGETHER.map((name) => [name, row[name] || null]))

/** The comparison as JSON: cells as they are stored, digit for digit. */
export function comparisonDocument(origin: string, { entry, from, to, ...figures }: Comparison, lang: string) {
  const at = (place: Place): string => origin + formatAddress({ lang, place, view: DEFAULT_VIEW, download: false })
  const [first, second] = [shortHash(from.hash), shortHash(to.hash)]
  const version = ({ hash, date, kind, note }: Version) => ({ version: shortHash(hash), date, kind, note: wordsIn(note, lang), url: at(figurePlace(entry.id, shortHash(hash))) })
  const { changes, rows, facts } = comparedIn(figures, lang)
  const place = { kind: 'comparison', id: entry.id, from: first, to: second } as const
  return {
    schema: 1, id: entry.id, lang, from: version(from), to: version(to), changes,
    rows: rows.map(({ from: was, to: is, change, key, name, cells }) => ({ change, key, name, before: together(was), after: together(is), cells })),
    facts,
    links: { figure: at(figurePlace(entry.id)), page: at({ ...place, format: null }), json: at({ ...place, format: 'json' }) },
  }
}
