/** The numbers behind a chart, with the source's own digits: one table for people, the same facts as the downloads. */
import type { ComponentChildren } from 'preact'
import { endsOf } from '../../data/model/ends.ts'
import { inLanguage, type Figure, type Row } from '../../data/model/figure.ts'
import { shapeOf } from '../../data/model/shape.ts'
import type { View } from '../address.ts'
import { isBlank, kindName, pairsOf } from '../chart/entry.ts'
import { measureAfter, nameOf, responseOf, rowName, statusOf } from '../chart/say.ts'
import { codeOf, selectRows } from '../chart/select.ts'
import { grouped, unitWords } from '../words/number.ts'
import type { Words } from '../words/words.ts'
import { happened } from './events.tsx'
import { isOfPublications, published } from './publications.tsx'
import { When } from './when.tsx'

export type TableProps = {
  readonly figure: Figure
  readonly view: View
  readonly words: Words
  /** Sources by name only, without their addresses. */
  readonly bare?: boolean
}

/** A cell: what it shows, and whether it is set as a number. */
export type Cell = { readonly isNumber?: boolean; readonly shows: ComponentChildren }
export type Line = { readonly id: string; readonly cells: readonly Cell[] }
export type Head = { readonly name: string; readonly isNumber: boolean }

/** The notes a view's rows carry, in order: their place gives each its letter. */
const notesOf = (figure: Figure, view: View): string[] => [...new Set(selectRows(figure, view).map((row) => row.note))].filter(Boolean)

const letter = (index: number): string => String.fromCharCode(97 + index)

/** A value as printed by its source, with its qualifier; missing is said, never left out. */
function valueCell(row: Row | undefined, words: Words, notes: readonly string[]): Cell {
  const ends = row && endsOf(row)
  if (!row || !ends) return { isNumber: true, shows: <span class="none">{words.messages.missing}</span> }
  const { before, after } = words.qualifiers[row.qualifier]
  const status = statusOf(row, words)
  const value = row.qualifier === 'between' ? `${grouped(ends.from)}${words.range}${grouped(ends.to)}` : grouped(ends.from)
  const shows = <>{status ? <span class="aside">{`${status} `}</span> : null}{`${before}${value}${after}`}{row.note ? <sup>{letter(notes.indexOf(row.note))}</sup> : null}</>
  return { isNumber: true, shows }
}

/** Name, the measure after it, and the source's spelling of the name where it differs. */
function nameCell(figure: Figure, code: string, after: string, words: Words): Cell {
  const printed = figure.names[code]?.as_printed ?? ''
  const name = nameOf(figure, code, words) + after
  return { shows: <>{name}{printed ? <span class="aside">{` ${printed}`}</span> : null}</> }
}

const dateCell = ({ published }: Row, words: Words): Cell => ({ shows: <When date={published} words={words} /> })

/** A series, or one measure of it where a figure has several: what has one line or column of a pivot. */
const trackOf = (row: Row): string => `${row.series} ${row.measure}`

/** The unit of a row's own digits, said after its name where the figure has several. */
const unitAfter = ({ rows }: Pick<Figure, 'rows'>, { unit }: Row, words: Words): string =>
  rows.some((row) => row.unit !== unit) ? words.comma + unitWords(words, unit).printed : ''

/** Times down and names across, or names down and times across: whichever is the taller table. */
function pivot({ figure, view, words }: TableProps): { heads: Head[]; body: Line[] } {
  const rows = selectRows(figure, view)
  const tracks = [...Map.groupBy(rows, trackOf)].flatMap(([id, [first]]) =>
    (first ? [{ id, code: first.series, after: measureAfter(figure, first, words) + unitAfter(figure, first, words) }] : []))
  const times = [...new Set(rows.map((row) => row.time))].sort()
  const notes = notesOf(figure, view)
  const byPlace = new Map(rows.map((row) => [`${trackOf(row)} ${row.time}`, row]))
  const cell = (id: string, time: string) => valueCell(byPlace.get(`${id} ${time}`), words, notes)
  const isNumber = true
  return times.length > tracks.length
    ? {
        heads: [{ name: words.messages.columnTime, isNumber: false }, ...tracks.map(({ code, after }) => ({ name: nameOf(figure, code, words) + after, isNumber }))],
        body: times.map((time) => ({ id: time, cells: [{ shows: time }, ...tracks.map(({ id }) => cell(id, time))] })),
      }
    : {
        heads: [{ name: words.messages.columnName, isNumber: false }, ...times.map((name) => ({ name, isNumber }))],
        body: tracks.map(({ id, code, after }) => ({ id, cells: [nameCell(figure, code, after, words), ...times.map((time) => cell(id, time))] })),
      }
}

/** One observation a line: for claims and shares, where every number has a base of its own. */
function listing({ figure, view, words }: TableProps): { heads: Head[]; body: Line[] } {
  const { messages } = words
  const heads = [messages.columnName, `${messages.columnValue}${words.comma}${unitWords(words, figure.unit).printed}`, messages.population,
    messages.columnReplies, messages.published, messages.columnSource].map((name, i) => ({ name, isNumber: i === 1 }))
  const body = selectRows(figure, view).map((row) => {
    const evidence = figure.evidence[row.evidence]
    const [name, base] = [rowName(figure, row, words), evidence ? inLanguage(evidence.population, words.code) : '']
    const publisher = figure.sources[row.source]?.publisher
    const source = publisher ? inLanguage(publisher, words.code) : ''
    const replies = responseOf(figure, row.evidence, words) ?? messages.notReported
    return {
      id: `${codeOf(figure, row)} ${row.answer} ${row.time}`,
      cells: [{ shows: name }, valueCell(row, words, notesOf(figure, view)), { shows: base },
        { shows: <data value={evidence?.n?.value ?? ''}>{replies}</data> }, dateCell(row, words), { shows: source }],
    }
  })
  return { heads, body }
}

/** One pair a line, with the kinds that apply to it; a code without entry has a line that says so. */
function pairs({ figure, view, words }: TableProps): { heads: Head[]; body: Line[] } {
  const { messages } = words
  const heads = [messages.columnName, messages.columnPair, messages.columnKind, messages.published, messages.columnSource]
    .map((name) => ({ name, isNumber: false }))
  const notes = notesOf(figure, view)
  const body = pairsOf(selectRows(figure, view)).flatMap((own) => {
    const [row] = own
    if (!row) return []
    const kinds = isBlank(row) ? '' : words.list(own.map((one) => kindName(figure, one, words)))
    const marks = [...new Set(own.map((one) => one.note))].filter(Boolean).map((note) => letter(notes.indexOf(note))).join(words.comma)
    const publisher = figure.sources[row.source]?.publisher
    const source = publisher ? inLanguage(publisher, words.code) : ''
    const blank = { shows: <span class="none">{messages.noEntry}</span> }
    return [{
      id: `${row.series} ${row.group}`,
      cells: [nameCell(figure, row.series, '', words), isBlank(row) ? blank : nameCell(figure, row.group, '', words),
        { shows: <>{kinds}{marks ? <sup>{marks}</sup> : null}</> },
        dateCell(row, words), { shows: source }],
    }]
  })
  return { heads, body }
}

const Table = ({ heads, body, className }: { heads: readonly Head[]; body: readonly Line[]; className: string }) => (
  <table class={className}>
    <thead><tr>{heads.map(({ name, isNumber }) => <th key={name} scope="col" {...(isNumber ? { class: 'number' } : {})}>{name}</th>)}</tr></thead>
    <tbody>{body.map(({ id, cells }) => (
      <tr key={id}>{cells.map(({ shows, isNumber }, i) => (
        i === 0 ? <th key={i} scope="row">{shows}</th> : <td key={i} {...(isNumber ? { class: 'number' } : {})}>{shows}</td>
      ))}</tr>
    ))}</tbody>
  </table>
)

/** The table of a shape: events one by one, series in two directions, all else one observation a line. */
function contentOf(props: TableProps): { heads: Head[]; body: Line[]; className: string } {
  const { figure, view } = props
  const { key, time } = shapeOf(figure.shape)
  if (figure.shape === 'events') return { ...happened(props, (note) => letter(notesOf(figure, view).indexOf(note))), className: 'listing events' }
  if (figure.shape === 'matrix') return { ...pairs(props), className: 'listing' }
  if (figure.shape === 'series' && isOfPublications(figure)) {
    return { ...published(props, (row) => valueCell(row, props.words, notesOf(figure, view))), className: 'listing' }
  }
  return key.includes('series') && time ? { ...pivot(props), className: 'pivot' } : { ...listing(props), className: 'listing' }
}

/** The table of a view, in a box that scrolls by itself and can be reached by keyboard. */
export const TableView = (props: TableProps) => {
  const { figure, view, words } = props
  return (
    <>
      <section class="scroll" aria-label={`${words.messages.table}${words.messages.colon}${inLanguage(figure.measure, words.code)}`} tabindex={0}>
        <Table {...contentOf(props)} />
      </section>
      {shapeOf(figure.shape).numeric && figure.rows.every((row) => row.unit === figure.unit) ? <p class="small">{`${words.messages.unit}${words.messages.colon}${unitWords(words, figure.unit).printed}`}</p> : null}
      {notesOf(figure, view).map((id, i) => {
        const note = figure.notes[id]
        return note ? <p key={id} class="small"><sup>{letter(i)}</sup>{` ${inLanguage(note, words.code)}`}</p> : null
      })}
    </>
  )
}
