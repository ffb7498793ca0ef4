/** Reads the lists all figures share: places.csv, actors.csv and sources.csv. */
import { NO_URL, READ, type Source, type Text } from '../figure.ts'
import { isRights, RIGHTS } from '../rights.ts'
import { readCsv } from './csv.ts'
import { readHeader, type Cells, type Header } from './header.ts'
import { quote, type Ledger, type Rules } from './rules.ts'
import { isId, suggest, timeFault, TIME_REMEDY } from './schema.ts'

export type Place = {
  readonly name: Text
  readonly short: Text | null
  readonly aggregate: boolean
  readonly members: readonly string[]
}
export type Actor = { readonly name: Text; readonly colour: string }

/** A list by code. `codes` has the broken rows too; a list that could not be read at all knows every code. */
export type List<T> = {
  readonly items: ReadonlyMap<string, T>
  readonly has: (code: string) => boolean
  readonly lineOf: (code: string) => number
}

export type Lists = { readonly places: List<Place>; readonly actors: List<Actor>; readonly sources: List<Source> }

const PLACE_KINDS = ['economy', 'aggregate']
const ACTOR_KINDS = ['state', 'international', 'public-body', 'company', 'association', 'ngo']

const CODE = /^[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*$/

/** Codes of places, actors, populations, answers: what stands in a URL's `select`. */
export const isCode = (text: string): boolean => CODE.test(text)

/** Makes an item of a row, or null when something in it is wrong, which was then reported. */
type ReadItem<T> = (row: Cells, rules: Rules, ledger: Ledger) => T | null

const columns = (names: readonly string[]): Header => ({ required: names, allowed: names })

const inLanguages = (column: string, rules: Rules): string[] => rules.languages.map((lang) => `${column}_${lang}`)

function readText(row: Cells, column: string, rules: Rules, ledger: Ledger): Text | null {
  const text = Object.fromEntries(rules.languages.map((lang) => [lang, row.cell(`${column}_${lang}`)]))
  const missing = rules.languages.filter((lang) => text[lang]?.trim() === '')
  for (const lang of missing) {
    ledger.add(row.line, `${column}_${lang} is empty`, 'every language of the site has its own name: fill it in')
  }
  return missing.length === 0 ? text : null
}

const oneOf = (row: Cells, column: string, known: readonly string[], ledger: Ledger): boolean => {
  if (known.includes(row.cell(column))) return true
  const text = row.cell(column)
  ledger.add(row.line, text === '' ? `${column} is missing` : `unknown ${column} ${quote(text)}`, suggest(text, known))
  return false
}

const readPlace: ReadItem<Place> = (row, rules, ledger) => {
  const name = readText(row, 'name', rules, ledger)
  const hasShort = inLanguages('short', rules).some((column) => row.cell(column) !== '')
  const short = hasShort ? readText(row, 'short', rules, ledger) : null
  const known = oneOf(row, 'kind', PLACE_KINDS, ledger)
  const members = row.cell('members') === '' ? [] : row.cell('members').split('~')
  const aggregate = row.cell('kind') === 'aggregate'
  if (members.length > 0 && !aggregate) {
    ledger.add(
      row.line, `${quote(row.cell('code'))} has members but is no aggregate`,
      'empty the members, or write the kind aggregate',
    )
  }
  return name && known && (short !== null || !hasShort) ? { name, short, aggregate, members } : null
}

const readActor: ReadItem<Actor> = (row, rules, ledger) => {
  const name = readText(row, 'name', rules, ledger)
  const known = oneOf(row, 'kind', ACTOR_KINDS, ledger)
  const colour = row.cell('colour')
  const hasColour = colour === '' || oneOf(row, 'colour', rules.tokens, ledger)
  return name && known && hasColour ? { name, colour } : null
}

/** Stands where a source does not say when it was published. */
const UNDATED = 'not-reported'

const LINK = /^https?:\/\/[^\s"<>]+$/

/** An address that can be linked: no brackets or quotation marks that stood around it. */
export const isLink = (text: string): boolean => LINK.test(text)

function checkSource(row: Cells, ledger: Ledger): boolean {
  const fault = row.cell('date') === UNDATED ? null : timeFault(row.cell('date'))
  const checks: readonly [wrong: boolean, message: string, remedy: string][] = [
    [row.cell('title') === '', 'title is empty', 'write the title the publisher gives it'],
    [
      !/^[a-z]{2,3}$/.test(row.cell('lang')), `${quote(row.cell('lang'))} is not a language code`,
      'write en, ja or another two-letter code',
    ],
    [fault !== null, `date ${quote(row.cell('date'))} ${fault}`, `${TIME_REMEDY}; where the source gives none, not-reported`],
    [
      row.cell('url') === '' && row.cell('no_url') === '', 'there is no url and no reason for it',
      "fill in url with the publisher's own page, or no_url with the reason: not-recorded or gone",
    ],
    [
      row.cell('url') !== '' && !isLink(row.cell('url')), `url ${quote(row.cell('url'))} is not a link`,
      'copy the whole address, beginning with https://',
    ],
    [
      row.cell('copy').includes('://'), `copy ${quote(row.cell('copy'))} is a link`,
      'name the place where the copy was found; it is not linked',
    ],
  ]
  for (const [wrong, message, remedy] of checks) if (wrong) ledger.add(row.line, message, remedy)
  return !checks.some(([wrong]) => wrong)
}

const readSource: ReadItem<Source> = (row, rules, ledger) => {
  const publisher = readText(row, 'publisher', rules, ledger)
  const good = checkSource(row, ledger)
  const read = READ.find((extent) => extent === row.cell('read'))
  if (read === undefined) oneOf(row, 'read', READ, ledger)
  const rights = row.cell('rights')
  oneOf(row, 'rights', Object.keys(RIGHTS), ledger)
  const reason = NO_URL.find((one) => one === row.cell('no_url')) ?? null
  if (reason === null && row.cell('no_url') !== '') oneOf(row, 'no_url', NO_URL, ledger)
  if (!publisher || !good || read === undefined || !isRights(rights) || (reason === null && row.cell('no_url') !== '')) return null
  const { cell } = row
  return {
    id: cell('id'), publisher, title: cell('title'), lang: cell('lang'), date: cell('date') === UNDATED ? '' : cell('date'), url: cell('url') || null,
    no_url: reason, copy: cell('copy'), read, rights,
  }
}

type ListOf<T> = {
  readonly key: string
  readonly header: Header
  readonly isKey: (text: string) => boolean
  readonly read: ReadItem<T>
}

function checkKey(row: Cells, list: ListOf<unknown>, seen: ReadonlyMap<string, number>, ledger: Ledger): void {
  const key = row.cell(list.key)
  const first = seen.get(key)
  const what = `${list.key} ${quote(key)}`
  if (first !== undefined) ledger.add(row.line, `${what} stands already on line ${first}`, 'delete one of the two rows')
  else if (!list.isKey(key)) ledger.add(row.line, `${what} cannot be used`, 'use letters, digits and single hyphens')
}

/** Reads a list; null text = the file is missing or no text, which was reported. */
function readList<T>(text: string | null, list: ListOf<T>, rules: Rules, ledger: Ledger): List<T> {
  const table = text === null ? null : readCsv(text, ledger)
  const rows = table && readHeader(table, list.header, ledger)
  if (!rows) return { items: new Map(), has: () => true, lineOf: () => 1 }
  const seen = new Map<string, number>()
  const items = new Map<string, T>()
  for (const row of rows) {
    checkKey(row, list, seen, ledger)
    const item = list.read(row, rules, ledger)
    if (item !== null) items.set(row.cell(list.key), item)
    seen.set(row.cell(list.key), row.line)
  }
  return { items, has: (code) => !table?.whole || seen.has(code), lineOf: (code) => seen.get(code) ?? 1 }
}

function checkMembers(places: List<Place>, ledger: Ledger): void {
  for (const [code, place] of places.items) {
    const unknown = place.members.filter((member) => !places.has(member))
    if (unknown.length > 0) {
      ledger.add(
        places.lineOf(code), `${quote(code)} has unknown members ${unknown.map(quote).join(', ')}`,
        'add a row for each of them, or correct the code; codes are joined with ~',
      )
    }
  }
}

/** Reads places.csv: economies and aggregates with their members. Every problem goes to the ledger. */
export function readPlaces(text: string | null, rules: Rules, ledger: Ledger): List<Place> {
  const header = columns(['code', 'kind', ...inLanguages('name', rules), ...inLanguages('short', rules), 'members'])
  const places = readList(text, { key: 'code', header, isKey: isCode, read: readPlace }, rules, ledger)
  checkMembers(places, ledger)
  return places
}

/** Reads actors.csv: who asks, publishes or acts, with their colours. Every problem goes to the ledger. */
export const readActors = (text: string | null, rules: Rules, ledger: Ledger): List<Actor> =>
  readList(
    text,
    { key: 'code', header: columns(['code', 'kind', ...inLanguages('name', rules), 'colour']), isKey: isCode, read: readActor },
    rules, ledger,
  )

/** Reads sources.csv: what was read, how far, and on what terms. Every problem goes to the ledger. */
export const readSources = (text: string | null, rules: Rules, ledger: Ledger): List<Source> => {
  const rest = ['title', 'lang', 'date', 'url', 'no_url', 'copy', 'read', 'rights']
  const header = columns(['id', ...inLanguages('publisher', rules), ...rest])
  return readList(text, { key: 'id', header, isKey: isId, read: readSource }, rules, ledger)
}
