/** What each format of a figure is, in every language, by its extension: for the guide and for the description of the API. */
import type { Text } from '../../data/model/figure.ts'

export const FORMAT_WORDS: Readonly<Record<string, Text>> = {
  html: { en: 'The figure’s page', ja: '図表のページ' },
  svg: { en: 'The chart as a picture that carries its fonts', ja: 'フォントを含む図の画像' },
  json: { en: 'Every observation with its evidence, sources and caveats, as JSON', ja: '全観測値と、その根拠・出典・注意点(JSON)' },
  csv: { en: 'Every observation as CSV', ja: '全観測値(CSV)' },
  png: { en: 'The chart as a picture in pixels', ja: '図の画像(ピクセル)' },
  ndjson: { en: 'Every observation as one JSON object a line', ja: '全観測値(1行に1件のJSON)' },
  txt: { en: 'All of it as text to be read', ja: 'すべての内容を収めたテキスト' },
  'jsonstat.json': { en: 'The observations as a JSON-stat 2.0 cube', ja: '観測値のJSON-stat 2.0キューブ' },
  'metadata.json': { en: 'Everything but the observations: columns, codes, evidence, terms', ja: '観測値以外のすべて：列、コード、根拠、利用条件' },
  'datapackage.json': { en: 'The table described as a Data Package (version 2)', ja: '表の説明(Data Package、バージョン2)' },
  'csv-metadata.json': { en: 'The columns of the CSV, as CSV on the Web', ja: 'CSVの列の説明(CSV on the Web)' },
  'csl.json': { en: 'The citation as CSL-JSON', ja: '引用情報(CSL-JSON)' },
  bib: { en: 'The citation as BibTeX', ja: '引用情報(BibTeX)' },
  ris: { en: 'The citation as RIS', ja: '引用情報(RIS)' },
  xlsx: { en: 'An Excel workbook: observations, evidence, codebook', ja: 'Excelブック：観測値、根拠、コード表' },
  parquet: { en: 'Every observation as Parquet', ja: '全観測値(Parquet)' },
  'linkset.json': { en: 'Every link of the page and its files, as a set of links (RFC 9264)', ja: 'ページとファイルのリンク一覧(RFC 9264)' },
  zip: { en: 'CSV, description, terms and citation in one archive', ja: 'CSV、説明、利用条件、引用情報をまとめたZIP' },
}

/** The files of the whole collection, by name. */
export const COLLECTION_WORDS: Readonly<Record<string, Text>> = {
  'datapackage.json': { en: 'The table of every figure in every language, as one Data Package', ja: '全図表・全言語の表をまとめたData Package' },
  'release.zip': { en: 'Every table, codebook, citation and the terms in one archive', ja: '全図表の表、コード表、引用情報、利用条件をまとめたZIP' },
  'figures.parquet': { en: 'Every observation of every numeric figure in one table, as Parquet', ja: '数値を扱う図表の全観測値を一つにまとめた表(Parquet)' },
  'figures.ndjson': { en: 'Every observation of every numeric figure in one table, one JSON object a line', ja: '数値を扱う図表の全観測値を一つにまとめた表(1行に1件のJSON)' },
}
