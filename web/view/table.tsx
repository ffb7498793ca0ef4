/** The numbers behind a chart, with the source's own digits: one table for people, the same facts as the downloads. */
import { inLanguage, type Figure, type Row } from '../../data/model/figure.ts'
import { shapeOf } from '../../data/model/shape.ts'
import type { View } from '../address.ts'
import { nameOf, responseOf, statusOf } from '../chart/say.ts'
import { codeOf, codesOf, selectRows } from '../chart/select.ts'
import { grouped, unitWords } from '../words/number.ts'
import type { Words } from '../words/words.ts'

type TableProps = { readonly figure: Figure; readonly view: View; readonly words: Words }

/** The notes a view's rows carry, in order: their place gives each its letter. */
const notesOf = (figure: Figure, view: View): string[] => [...new Set(selectRows(figure, view).map((row) => row.note))].filter(Boolean)

const letter = (index: number): string => String.fromCharCode(97 + index)

/** A value as printed by its source, with its qualifier; missing is said, never left out. */
function Cell({ row, words, notes }: { row: Row | undefined; words: Words; notes: readonly string[] }) {
  if (!row || row.value === null) return <td class="number none">{words.messages.missing}</td>
  const { before, after } = words.qualifiers[row.qualifier]
  const status = statusOf(row, words)
  const value = row.qualifier === 'between' && row.lower !== null && row.upper !== null
    ? `${grouped(row.lower)}${words.range}${grouped(row.upper)}` : grouped(row.value)
  return <td class="number">{`${before}${value}${after}`}{status ? <span class="aside"> {status}</span> : null}{row.note ? <sup>{letter(notes.indexOf(row.note))}</sup> : null}</td>
}

/** Name and the source's spelling of it where it differs. */
const NameCell = ({ figure, code, words }: { figure: Figure; code: string; words: Words }) => {
  const printed = figure.names[code]?.as_printed ?? ''
  return <th scope="row">{nameOf(figure, code, words)}{printed ? <span class="aside"> {printed}</span> : null}</th>
}

/** Times down and names across, or names down and times across: whichever is the taller table. */
function Pivot({ figure, view, words }: TableProps) {
  const rows = selectRows(figure, view)
  const codes = codesOf(figure, rows)
  const times = [...new Set(rows.map((row) => row.time))].sort()
  const find = (code: string, time: string) => rows.find((row) => row.series === code && row.time === time)
  const byTime = times.length > codes.length
  const notes = notesOf(figure, view)
  return (
    <table>
      <thead><tr>
        <th scope="col">{byTime ? words.messages.columnTime : words.messages.columnName}</th>
        {(byTime ? codes.map((code) => nameOf(figure, code, words)) : times).map((head) => <th key={head} scope="col" class="number">{head}</th>)}
      </tr></thead>
      <tbody>
        {byTime
          ? times.map((time) => <tr key={time}><th scope="row">{time}</th>{codes.map((code) => <Cell key={code} row={find(code, time)} words={words} notes={notes} />)}</tr>)
          : codes.map((code) => <tr key={code}><NameCell figure={figure} code={code} words={words} />{times.map((time) => <Cell key={time} row={find(code, time)} words={words} notes={notes} />)}</tr>)}
      </tbody>
    </table>
  )
}

/** One observation a line: for claims and shares, where every number has a base of its own. */
function Listing({ figure, view, words }: TableProps) {
  const rows = selectRows(figure, view)
  return (
    <table class="listing">
      <thead><tr>
        <th scope="col">{words.messages.columnName}</th>
        <th scope="col" class="number">{words.messages.columnValue}, {unitWords(words, figure.unit).printed}</th>
        <th scope="col">{words.messages.population}</th>
        <th scope="col">{words.messages.columnReplies}</th>
        <th scope="col">{words.messages.published}</th>
      </tr></thead>
      <tbody>{rows.map((row) => {
        const evidence = figure.evidence[row.evidence]
        return (
          <tr key={codeOf(figure, row) + row.answer}>
            <th scope="row">{nameOf(figure, codeOf(figure, row), words)}</th>
            <Cell row={row} words={words} notes={notesOf(figure, view)} />
            <td>{evidence ? inLanguage(evidence.population, words.code) : ''}</td>
            <td>{responseOf(figure, row.evidence, words) ?? words.messages.notReported}</td>
            <td>{words.date(row.published)}</td>
          </tr>
        )
      })}</tbody>
    </table>
  )
}

/** The table of a view, in a box that scrolls by itself and can be reached by keyboard. */
export const TableView = ({ figure, view, words }: TableProps) => (
  <>
    <div class="scroll" role="region" aria-label={`${words.messages.table}: ${inLanguage(figure.measure, words.code)}`} tabindex={0}>
      {shapeOf(figure.shape).key.includes('series') && shapeOf(figure.shape).time
        ? <Pivot figure={figure} view={view} words={words} /> : <Listing figure={figure} view={view} words={words} />}
    </div>
    <p class="small">{words.messages.unit}{words.messages.colon}{unitWords(words, figure.unit).printed}</p>
    {notesOf(figure, view).map((id, i) => {
      const note = figure.notes[id]
      return note ? <p key={id} class="small"><sup>{letter(i)}</sup> {inLanguage(note, words.code)}</p> : null
    })}
  </>
)
