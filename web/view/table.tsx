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
import { fill, type Words } from '../words/words.ts'
import { happened } from './events.tsx'
import { Sort, type Sorting } from './slots.ts'

export type TableProps = { readonly figure: Figure; readonly view: View; readonly words: Words }

/** A cell: what it sorts by, whether it is set as a number, and what it shows. */
export type Cell = { readonly key: string | number | null; readonly isNumber?: boolean; readonly shows: ComponentChildren }
export type Line = { readonly id: string; readonly cells: readonly Cell[] }
export type Head = { readonly name: string; readonly isNumber: boolean }

/** The notes a view's rows carry, in order: their place gives each its letter. */
const notesOf = (figure: Figure, view: View): string[] => [...new Set(selectRows(figure, view).map((row) => row.note))].filter(Boolean)

const letter = (index: number): string => String.fromCharCode(97 + index)

/** A value as printed by its source, with its qualifier; missing is said, never left out. */
function valueCell(row: Row | undefined, words: Words, notes: readonly string[]): Cell {
  const ends = row && endsOf(row)
  if (!row || !ends) return { key: null, isNumber: true, shows: <span class="none">{words.messages.missing}</span> }
  const { before, after } = words.qualifiers[row.qualifier]
  const status = statusOf(row, words)
  const value = row.qualifier === 'between' ? `${grouped(ends.from)}${words.range}${grouped(ends.to)}` : grouped(ends.from)
  const shows = <>{status ? <span class="aside">{`${status} `}</span> : null}{`${before}${value}${after}`}{row.note ? <sup>{letter(notes.indexOf(row.note))}</sup> : null}</>
  return { key: Number(ends.from), isNumber: true, shows }
}

/** Name, the measure after it, and the source's spelling of the name where it differs. */
function nameCell(figure: Figure, code: string, after: string, words: Words): Cell {
  const printed = figure.names[code]?.as_printed ?? ''
  const name = nameOf(figure, code, words) + after
  return { key: name, shows: <>{name}{printed ? <span class="aside">{` ${printed}`}</span> : null}</> }
}

/** A series, or one measure of it where a figure has several: what has one line or column of a pivot. */
const trackOf = (row: Row): string => `${row.series} ${row.measure}`

/** Times down and names across, or names down and times across: whichever is the taller table. */
function pivot({ figure, view, words }: TableProps): { heads: Head[]; body: Line[] } {
  const rows = selectRows(figure, view)
  const tracks = [...Map.groupBy(rows, trackOf)].flatMap(([id, [first]]) => (first ? [{ id, code: first.series, after: measureAfter(figure, first, words) }] : []))
  const times = [...new Set(rows.map((row) => row.time))].sort()
  const notes = notesOf(figure, view)
  const byPlace = new Map(rows.map((row) => [`${trackOf(row)} ${row.time}`, row]))
  const cell = (id: string, time: string) => valueCell(byPlace.get(`${id} ${time}`), words, notes)
  const isNumber = true
  return times.length > tracks.length
    ? {
        heads: [{ name: words.messages.columnTime, isNumber: false }, ...tracks.map(({ code, after }) => ({ name: nameOf(figure, code, words) + after, isNumber }))],
        body: times.map((time) => ({ id: time, cells: [{ key: time, shows: time }, ...tracks.map(({ id }) => cell(id, time))] })),
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
      cells: [{ key: name, shows: name }, valueCell(row, words, notesOf(figure, view)), { key: base, shows: base },
        { key: evidence?.n ? Number(evidence.n.value) : null, shows: replies }, { key: row.published, shows: words.date(row.published) }, { key: source, shows: source }],
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
    const blank = { key: null, shows: <span class="none">{messages.noEntry}</span> }
    return [{
      id: `${row.series} ${row.group}`,
      cells: [nameCell(figure, row.series, '', words), isBlank(row) ? blank : nameCell(figure, row.group, '', words),
        { key: kinds || null, shows: <>{kinds}{marks ? <sup>{marks}</sup> : null}</> },
        { key: row.published, shows: words.date(row.published) }, { key: source, shows: source }],
    }]
  })
  return { heads, body }
}

/** Missing values stand last, whichever way a table is sorted. */
function inOrder(body: readonly Line[], column: number | null, isDescending: boolean): readonly Line[] {
  if (column === null) return body
  const keyOf = (line: Line) => line.cells[column]?.key ?? null
  return [...body].sort((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return (x < y ? -1 : x > y ? 1 : 0) * (isDescending ? -1 : 1)
  })
}

/** A column's heading; in a browser that runs our script it is a button that sorts. */
const HeadCell = ({ head, index, words, sorting }: { head: Head; index: number; words: Words; sorting: Sorting | null }) => {
  const isSorted = sorting?.column === index
  return (
    <th scope="col" {...(head.isNumber ? { class: 'number' } : {})}
      {...(isSorted ? { 'aria-sort': sorting.isDescending ? 'descending' as const : 'ascending' as const } : {})}>
      {sorting
        ? <button type="button" class="sort" title={fill(words.messages.sortBy, { name: head.name })} onClick={() => sorting.sortBy(index)}>{head.name}</button>
        : head.name}
    </th>
  )
}

const Table = ({ heads, body, words, className }: { heads: readonly Head[]; body: readonly Line[]; words: Words; className: string }) => (
  <Sort.Consumer>{(sorting) => (
    <table class={className}>
      <thead><tr>{heads.map((head, i) => <HeadCell key={head.name} head={head} index={i} words={words} sorting={sorting} />)}</tr></thead>
      <tbody>{inOrder(body, sorting?.column ?? null, sorting?.isDescending ?? false).map(({ id, cells }) => (
        <tr key={id}>{cells.map(({ shows, isNumber }, i) => (
          i === 0 ? <th key={i} scope="row">{shows}</th> : <td key={i} {...(isNumber ? { class: 'number' } : {})}>{shows}</td>
        ))}</tr>
      ))}</tbody>
    </table>
  )}</Sort.Consumer>
)

/** The table of a shape: events one by one, series in two directions, all else one observation a line. */
function contentOf(props: TableProps): { heads: Head[]; body: Line[]; className: string } {
  const { figure, view } = props
  const { key, time } = shapeOf(figure.shape)
  if (figure.shape === 'events') return { ...happened(props, (note) => letter(notesOf(figure, view).indexOf(note))), className: 'listing' }
  if (figure.shape === 'matrix') return { ...pairs(props), className: 'listing' }
  return key.includes('series') && time ? { ...pivot(props), className: 'pivot' } : { ...listing(props), className: 'listing' }
}

/** The table of a view, in a box that scrolls by itself and can be reached by keyboard. */
export const TableView = (props: TableProps) => {
  const { figure, view, words } = props
  return (
    <>
      <section class="scroll" aria-label={`${words.messages.table}${words.messages.colon}${inLanguage(figure.measure, words.code)}`} tabindex={0}>
        <Table {...contentOf(props)} words={words} />
      </section>
      {shapeOf(figure.shape).numeric ? <p class="small">{`${words.messages.unit}${words.messages.colon}${unitWords(words, figure.unit).printed}`}</p> : null}
      {notesOf(figure, view).map((id, i) => {
        const note = figure.notes[id]
        return note ? <p key={id} class="small"><sup>{letter(i)}</sup>{` ${inLanguage(note, words.code)}`}</p> : null
      })}
    </>
  )
}
