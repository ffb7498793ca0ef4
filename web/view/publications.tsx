/** Numbers published at dates of their own as a table: one a line, in the unit and with the digits of its source, and where it was read. */
import type { Figure } from '../../data/model/figure.ts'
import { rowName } from '../chart/say.ts'
import { selectRows } from '../chart/select.ts'
import { unitWords } from '../words/number.ts'
import { Sources } from './events.tsx'
import type { Cell, Head, Line, TableProps } from './table.tsx'
import { When } from './when.tsx'

/** Whether values of one evidence were published at several dates: then a year may have several, and each line needs its own source. */
export const isOfPublications = ({ rows, evidence }: Pick<Figure, 'rows' | 'evidence'>): boolean =>
  rows.some((row) => (evidence[row.evidence]?.published ?? row.published) !== row.published)

/** A line for each number of a view; `valueOf` sets a value with its status, qualifier and note. */
export function published(props: TableProps, valueOf: (row: Figure['rows'][number]) => Cell): { heads: Head[]; body: Line[] } {
  const { figure, view, words } = props
  const { messages } = words
  const heads = [messages.columnName, messages.columnTime, messages.columnValue, messages.unit, messages.published, messages.columnSource, messages.basis]
    .map((name, i) => ({ name, isNumber: i === 2 }))
  const body = selectRows(figure, view).map((row) => {
    const basis = figure.evidence[row.evidence]?.basis ?? null
    return {
      id: [row.series, row.measure, row.time, row.published].join(' '),
      cells: [
        { shows: rowName(figure, row, words) }, { shows: row.time }, valueOf(row), { shows: unitWords(words, row.unit).printed },
        { shows: <When date={row.published} words={words} /> }, { shows: <Sources figure={figure} row={row} words={words} /> },
        { shows: basis === null ? '' : messages[`basis-${basis}`] },
      ],
    }
  })
  return { heads, body }
}
