/** Calls to copy: a figure's data in the programs that people use, with addresses that are there. */
import { shortHash } from '../../data/model/release.ts'
import type { CatalogueEntry, Release } from '../../data/model/release.ts'
import { DEFAULT_VIEW, formatAddress, type Place, type View } from '../address.ts'
import { figurePlace } from './link.ts'

/** The figure that examples show: of those in a language the first that has most to choose from. */
export function sampleOf({ figures }: Pick<Release, 'figures'>, lang = 'en'): CatalogueEntry | undefined {
  const choices = ({ charts, codes, years }: CatalogueEntry) => Math.min(charts.length, 2) * Math.min(codes.length, 3) * Math.min(years.length, 2)
  return figures.filter((entry) => entry.lang.includes(lang)).toSorted((a, b) => choices(b) - choices(a))[0]
}

/** The programs, in the order they are shown. */
export const PROGRAMS = ['curl', 'r', 'pandas', 'duckdb', 'javascript', 'stata', 'excel', 'sheets'] as const
export type Program = (typeof PROGRAMS)[number]

type Addresses = { readonly pinned: string; readonly part: string; readonly live: string; readonly json: string; readonly all: string }

/** The addresses of the calls: a version's file, a part of it, the live file, JSON, everything. */
function addressesOf(origin: string, { id, hash, codes, years }: CatalogueEntry, lang: string): Addresses {
  const to = (place: Place, view: Partial<View> = {}) => origin + formatAddress({ lang, place, view: { ...DEFAULT_VIEW, ...view }, download: false })
  const version = shortHash(hash)
  const part = { select: codes.slice(0, 2), time: { from: String(years.at(-5) ?? years[0]), to: null } }
  return {
    pinned: to(figurePlace(id, version, 'csv')), part: to(figurePlace(id, version, 'csv'), part), live: to(figurePlace(id, null, 'csv')),
    json: to(figurePlace(id, version, 'json'), part), all: to({ kind: 'collection', file: 'figures.parquet' }),
  }
}

/** The text of each call. Empty cells are missing; the code NA is a code and no gap. */
export function callsOf(origin: string, entry: CatalogueEntry, lang: string): Readonly<Record<Program, string>> {
  const { id, codes } = entry
  const { pinned, part, live, json, all } = addressesOf(origin, entry, lang)
  const [one = '', two = one] = codes
  return {
    curl: [
      `curl --fail --output ${id}.csv '${pinned}'`,
      `curl --fail --etag-save ${id}.etag --etag-compare ${id}.etag --output ${id}.csv '${live}'`,
    ].join('\n'),
    r: [`d <- read.csv("${part}",`, '              na.strings = "", fileEncoding = "UTF-8")', 'str(d)'].join('\n'),
    pandas: [
      'import pandas as pd', '', `d = pd.read_csv("${part}",`, '                keep_default_na=False, na_values=[""])',
      'print(d[["series_name", "time", "value", "qualifier"]])',
    ].join('\n'),
    duckdb: [
      'import duckdb', '', 'duckdb.sql("SET force_download = true")', 'duckdb.sql("""', '  SELECT series_name, time, value, qualifier',
      `  FROM read_parquet('${all}')`, `  WHERE figure = '${id}' AND series IN ('${one}', '${two}')`, '""").show()',
    ].join('\n'),
    javascript: [
      `const answer = await fetch('${json}')`, 'if (!answer.ok) throw new Error((await answer.json()).detail)',
      'const { rows, citation } = await answer.json()', 'console.table(rows.map(({ series, time, value, qualifier }) => ({ series, time, value, qualifier })))',
      'console.log(citation)',
    ].join('\n'),
    stata: [`import delimited using "${part}", ///`, '  clear varnames(1) bindquote(strict) encoding("UTF-8")', 'list series time value qualifier'].join('\n'),
    excel: [
      'let', `  Source = Csv.Document(Web.Contents("${part}"),`, '    [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),',
      '  Headed = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),',
      '  Typed = Table.TransformColumnTypes(Headed, {{"value", type number}}, "en-US")', 'in', '  Typed',
    ].join('\n'),
    sheets: `=IMPORTDATA("${part}", ",", "en_US")`,
  }
}
