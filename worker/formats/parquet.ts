/** The figure's observations as Apache Parquet: the columns of the JSON, numbers as numbers, with what they mean in the file itself. */
import { ByteWriter, parquetWrite } from 'hyparquet-writer'
import { inLanguage, type Figure } from '../../data/model/figure.ts'
import { shortHash } from '../../data/model/release.ts'
import { columnType } from '../../data/model/shape.ts'
import { citationOf } from '../../web/pages/cite.ts'
import { wordsOf } from '../../web/words/index.ts'
import { columnsIn, columnsWithDecimals, observationsOf, type Observation } from './document.ts'
import { WHOLE_PARAMS, type Format, type Subject } from './format.ts'

/** The type a column has in a file of columns. */
function typeOf(column: string): 'DOUBLE' | 'INT32' | 'STRING' {
  if (column === 'decimals' || columnType(column) === 'integer') return 'INT32'
  return columnType(column) === 'decimal' ? 'DOUBLE' : 'STRING'
}

/** Columns as a Parquet file, with notes about all of it. Every column may be empty, so that files of several figures go together. */
export function columnsFile(
  columns: readonly string[], rows: readonly Observation[], notes: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter()
  void parquetWrite({
    writer, createdBy: 'supply-lines',
    columnData: columns.map((name) => ({ name, type: typeOf(name), nullable: true, data: rows.map((row) => row[name] ?? null) })),
    kvMetadata: Object.entries(notes).map(([key, value]) => ({ key, value })),
  })
  return new Uint8Array(writer.getBuffer())
}

const codebookNote = (figure: Figure, lang: string): string =>
  JSON.stringify(columnsIn(figure, lang).map(({ name, description }) => ({ name, description })))

const render = ({ site, figure, hash, address: { lang } }: Subject): Uint8Array<ArrayBuffer> =>
  columnsFile(columnsWithDecimals(figure), observationsOf(figure, figure.rows, lang), {
    id: figure.id, version: shortHash(hash), lang, title: inLanguage(figure.title, lang), unit: figure.unit,
    columns: codebookNote(figure, lang), citation: citationOf(site, figure, hash, lang), rights: wordsOf(lang).pages.footer,
  })

export const parquet: Format = {
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  encoder: 2,
  kind: 'data',
  params: WHOLE_PARAMS,
  showsRelease: false,
  render,
}
