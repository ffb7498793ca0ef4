/** The figure's observations as CSV: the source's digits, names and notes in the language asked for. */
import { writeCsv } from '../../data/model/csv.ts'
import { selectRows } from '../../web/chart/select.ts'
import { DATA_PARAMS, type Format } from './format.ts'
import { cellOf, columnsOf } from './table.ts'

export const csv: Format = {
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  encoder: 1,
  kind: 'data',
  params: DATA_PARAMS,
  showsRelease: false,
  render: ({ figure, address: { view, lang } }) => {
    const columns = columnsOf(figure)
    const rows = selectRows(figure, view).map((row) => columns.map((column) => cellOf(figure, row, column, lang)))
    return writeCsv(columns, rows)
  },
}
