/** Events as a table: when, what, in which lane, of which kind, by whom, and every source with its address. */
import { codesIn } from '../../data/model/choose.ts'
import { inLanguage, type Row } from '../../data/model/figure.ts'
import { inTimeOrder } from '../chart/event.ts'
import { actorsOf, kindOf, nameOf } from '../chart/say.ts'
import { selectRows } from '../chart/select.ts'
import type { Cell, Head, Line, TableProps } from './table.tsx'
import { When } from './when.tsx'

/** The sources of a row, each a link to its publisher's own address where it has one, unless they are to be bare. */
export const Sources = ({ figure, row, words, bare = false }: Omit<TableProps, 'view'> & { readonly row: Row }) => (
  <>{codesIn(row.source).map((id, i) => {
    const source = figure.sources[id]
    const name = source ? inLanguage(source.publisher, words.code) : id
    return (
      <span key={id}>
        {i > 0 ? words.semicolon : null}
        {source?.url && !bare ? <a href={source.url} rel="external">{name}</a> : <span>{name}</span>}
      </span>
    )
  })}</>
)

/** A line for each event of a view, in the order of the dates, with its sources; `mark` gives the letter of a note. */
export function happened({ figure, view, words, bare = false }: TableProps, mark: (note: string) => string): { heads: Head[]; body: Line[] } {
  const { messages } = words
  const heads = [messages.columnDate, messages.columnEvent, messages['dimension-group'], messages['dimension-answer'],
    messages['dimension-actors'], messages.columnSources].map((name) => ({ name, isNumber: false }))
  const plain = (text: string): Cell => ({ shows: text })
  const body = inTimeOrder(selectRows(figure, view)).map((row) => {
    const name = nameOf(figure, row.series, words)
    return {
      id: row.series,
      cells: [
        { shows: <When date={row.time} words={words} /> },
        { shows: <>{name}{row.note ? <sup>{mark(row.note)}</sup> : null}</> },
        plain(nameOf(figure, row.group, words)), plain(kindOf(figure, row, words)), plain(actorsOf(figure, row, words)),
        { shows: <Sources figure={figure} row={row} words={words} bare={bare} /> },
      ],
    }
  })
  return { heads, body }
}
