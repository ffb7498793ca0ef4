/** Reads article.yaml: the founding article as facts, whose footnotes, notes, figures and sources must all be there. */
import {
  BINDING, STANDS, VERIFIED, type ArticleFacts, type DatedEvent, type Footnote, type Instrument, type Mention, type Note,
} from '../article.ts'
import type { Source } from '../figure.ts'
import { spanOf } from '../time.ts'
import { sourceIn } from './evidence.ts'
import { settingOf, type GroundsById } from './front.ts'
import { isLink, type List } from './lists.ts'
import { listed, quote, type Ledger, type Rules } from './rules.ts'
import {
  checked, isWhole, listOf, object, oneOf, optional, partsOf, required, time, whole, word, wordThat, type FieldsOf, type Read,
} from './schema.ts'
import { textIn, type Setting } from './text.ts'
import { readYaml, type Fields, type Node } from './yaml.ts'

/** What article.yaml is read against. */
export type ArticleStage = { readonly figures: GroundsById; readonly sources: List<Source>; readonly rules: Rules }

const MOST = 999

/** Every scalar below a name, wherever it stands: dates are needed before the words that speak of them are read. */
function scalarsAt(names: readonly string[], node: Node, isBelow = false): readonly string[] {
  if (node.kind === 'scalar') return isBelow ? [node.text] : []
  if (node.kind === 'list') return node.items.flatMap((item) => scalarsAt(names, item, isBelow))
  return [...node.entries].flatMap(([name, entry]) => scalarsAt(names, entry.node, isBelow || names.includes(name)))
}

/** Words may speak of the dates of events and notes, and of those of the sources; of any where a source is broken. */
function settingFor(fields: Fields, { figures, sources, rules }: ArticleStage): Setting {
  const known = scalarsAt(['source', 'sources'], fields).filter(sources.has).map((id) => sources.items.get(id))
  const given = known.flatMap((source) => source?.date || [])
  const dates = known.includes(undefined) ? null : new Set([...scalarsAt(['time', 'dates'], fields), ...given])
  return { ...settingOf(figures, rules), dates }
}

const numbers = optional<readonly number[]>(listOf(whole(MOST)), [])

function checkCited(note: Note, line: number, ledger: Ledger): void {
  if (note.footnotes.length === 0) {
    ledger.add(line, `note ${note.number} names no footnote`, 'write the number of a footnote under "footnotes:"')
  }
  if (note.sources.length === 0) {
    ledger.add(line, `note ${note.number} names no source`, 'write an id of sources.csv under "sources:"')
  }
}

type Lists = Pick<ArticleFacts, 'figures' | 'events' | 'instruments' | 'footnotes' | 'notes'>
type Opening = Omit<ArticleFacts, keyof Lists>

function openingIn(setting: Setting, sources: List<Source>): FieldsOf<Opening> {
  const [name, statement] = [textIn(setting, 'name'), textIn(setting, 'statement')]
  return {
    source: required(sourceIn(sources)), author: required(name), role: required(name), dated: required(statement),
    views: required(statement), lead: required(statement), about_notes: required(statement), replies: required(statement),
  }
}

function listsIn(setting: Setting, { figures, sources }: ArticleStage): FieldsOf<Lists> {
  const [name, statement, source] = [textIn(setting, 'name'), textIn(setting, 'statement'), sourceIn(sources)]
  const figure = wordThat((text) => figures.has(text), 'a figure', `write ${listed([...figures.keys()])}`)
  const link = wordThat(isLink, 'a link', 'copy the whole address, beginning with https://, without the brackets around it')
  const mention: Read<Mention> = object({ figure: required(figure), footnotes: numbers, notes: numbers })
  const event: Read<DatedEvent> = object({
    time: required(time), text: required(statement), stands: required(oneOf(STANDS, 'place')), footnotes: numbers, notes: numbers,
  })
  const instrument: Read<Instrument> = object({
    name: required(name), kind: required(name), binding: required(oneOf(BINDING, 'answer')), footnotes: numbers,
  })
  const footnote: Read<Footnote> = object({
    number: required(whole(MOST)), author: optional(word, ''), title: required(word), publisher: required(word),
    date: required(word), url: required(link), source: optional(source, ''),
  })
  const note: Read<Note> = checked(object<Note>({
    number: required(whole(MOST)), title: required(statement), article: required(statement), document: required(statement),
    sources: required(listOf(source)), verified: required(oneOf(VERIFIED, 'way of verifying')), footnotes: numbers,
    dates: optional<readonly string[]>(listOf(time), []),
  }), checkCited)
  return {
    figures: required(listOf(mention)), events: required(checked(listOf(event), checkOrder)), instruments: required(listOf(instrument)),
    footnotes: required(checked(listOf(footnote), checkNumbers('footnote'))), notes: required(checked(listOf(note), checkNumbers('note'))),
  }
}

/** Numbers are those of the page's anchors: 1, 2, 3 and on, none missing and none twice. */
const checkNumbers = (what: string) => (list: readonly { readonly number: number }[], line: number, ledger: Ledger): void => {
  for (const [i, { number }] of list.entries()) {
    const before = list[i - 1]?.number ?? 0
    if (number === before + 1) continue
    ledger.add(line, `after ${what} ${before} stands ${what} ${number}`, `number them 1, 2, 3 and on: ${before + 1} comes here`)
  }
}

function checkOrder(events: readonly DatedEvent[], line: number, ledger: Ledger): void {
  for (const [i, event] of events.entries()) {
    const before = events[i - 1]
    if (!before || (spanOf(before.time)?.start ?? '') <= (spanOf(event.time)?.start ?? '')) continue
    ledger.add(line, `the event of ${event.time} stands after that of ${before.time}`, 'put the events in the order of their dates')
  }
}

/** The line of an item of a list; a list that was read has as many items as it was written with. */
function lineOfItem(fields: Fields, name: string, i: number): number {
  const node = fields.entries.get(name)?.node
  return node?.kind === 'list' ? node.items[i]?.line ?? node.line : fields.line
}

/** Whoever names a footnote or a note names one that there is. */
function checkCites(parts: Partial<ArticleFacts>, fields: Fields, ledger: Ledger): void {
  const { footnotes, notes } = parts
  const known = { footnotes: footnotes?.map(({ number }) => number), notes: notes?.map(({ number }) => number) }
  for (const name of ['figures', 'events', 'instruments', 'notes'] as const) {
    for (const [i, entry] of (parts[name] ?? []).entries()) for (const what of ['footnotes', 'notes'] as const) {
      const named: readonly number[] = what === 'footnotes' ? entry.footnotes : 'notes' in entry ? entry.notes : []
      for (const number of named.filter((one) => known[what]?.includes(one) === false)) {
        ledger.add(
          lineOfItem(fields, name, i), `there is no ${what.slice(0, -1)} ${number}`,
          `add it under "${what}:", or correct the number`,
        )
      }
    }
  }
}

/** What is seen in the article alone rests on it alone, and what was confirmed rests on something else too. */
function checkVerified({ notes = [], source }: Partial<ArticleFacts>, fields: Fields, ledger: Ledger): void {
  for (const [i, { number, verified, sources }] of notes.entries()) {
    const isAlone = sources.every((id) => id === source)
    if (source === undefined || isAlone === (verified === 'internal')) continue
    ledger.add(
      lineOfItem(fields, 'notes', i), `note ${number} is ${quote(verified)}, but rests on ${isAlone ? 'the article alone' : 'other sources'}`,
      isAlone ? 'name the document under "sources:", or write internal' : 'write confirmed or partly-confirmed',
    )
  }
}

/** The article's facts, or null when something in them is broken; null text = the file is missing, which was reported. */
export function readArticle(text: string | null, stage: ArticleStage, ledger: Ledger): ArticleFacts | null {
  const fields = text === null ? null : readYaml(text, ledger)
  if (!fields) return null
  const setting = settingFor(fields, stage)
  const spec: FieldsOf<ArticleFacts> = { ...openingIn(setting, stage.sources), ...listsIn(setting, stage) }
  const parts = partsOf(fields, ledger, spec)
  checkCites(parts, fields, ledger)
  checkVerified(parts, fields, ledger)
  return isWhole(parts, spec) ? parts : null
}
