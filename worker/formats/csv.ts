/** The figure's observations as CSV: the source's digits, names and notes in the language asked for. */
import { writeCsv } from '../../data/model/csv.ts'
import type { Figure } from '../../data/model/figure.ts'
import { DEFAULT_VIEW, type View } from '../../web/address.ts'
import { selectRows } from '../../web/chart/select.ts'
import { DATA_PARAMS, type Format } from './format.ts'
import { cellsOf, columnsOf } from './table.ts'

/** By this Excel knows UTF-8. */
const BOM = '\uFEFF'

/** A figure's table, or a view's part of it. */
export function tableOf(figure: Figure, lang: string, view: View = DEFAULT_VIEW): string {
  const [columns, cell] = [columnsOf(figure), cellsOf(figure, lang)]
  return writeCsv(columns, selectRows(figure, view).map((row) => columns.map((column) => cell(row, column))))
}

export const csv: Format = {
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  encoder: 1,
  kind: 'data',
  params: [...DATA_PARAMS, 'bom'],
  showsRelease: false,
  describedBy: 'csv-metadata.json',
  render: ({ figure, address: { view, lang, bom = false } }) => (bom ? BOM : '') + tableOf(figure, lang, view),
}
