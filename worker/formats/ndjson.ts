/** The figure's observations as newline-delimited JSON: one object a line, with the keys of the rows in the JSON. */
import { selectRows } from '../../web/chart/select.ts'
import { observationsOf } from './document.ts'
import { DATA_PARAMS, type Format } from './format.ts'

export const ndjson: Format = {
  extension: 'ndjson',
  mediaType: 'application/x-ndjson; charset=utf-8',
  encoder: 1,
  kind: 'data',
  params: DATA_PARAMS,
  showsRelease: false,
  render: ({ figure, address: { view, lang } }) =>
    observationsOf(figure, selectRows(figure, view), lang).map((one) => `${JSON.stringify(one)}\n`).join(''),
}
