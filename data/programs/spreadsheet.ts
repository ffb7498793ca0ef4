/** A figure as an Excel workbook: the typed table, the evidence it stands on, and what every column and code means. */
import { strFromU8, unzipSync } from 'fflate'
import writeWorkbook from 'write-excel-file/node'
import { archiveOf } from '../../worker/formats/archive.ts'
import { evidenceFields } from '../../worker/formats/evidence.ts'
import { cellsOf, columnsOf } from '../../worker/formats/table.ts'
import { sourceLineOf } from '../../worker/formats/terms.ts'
import { citationOf } from '../../web/pages/cite.ts'
import { codebookOf } from '../../web/words/codebook.ts'
import { wordsOf } from '../../web/words/index.ts'
import type { Words } from '../../web/words/words.ts'
import { inLanguage, type Figure } from '../model/figure.ts'
import { decimals, isDecimal, magnitude } from '../model/quantity.ts'
import type { Hash } from '../model/release.ts'
import { columnType } from '../model/shape.ts'

type Cell = { readonly value?: string | number; readonly type?: StringConstructor | NumberConstructor; readonly format?: string; readonly fontWeight?: 'bold' }
type Line = readonly Cell[]
type Sheet = { readonly name: string; readonly head: readonly string[]; readonly lines: readonly Line[] }

const NOTHING: Cell = {}

/**
 * Text as a workbook keeps it. A spreadsheet reads `_x000D_` as the character of that number, so that a text which says just
 * that is marked (ECMA-376, §22.9.2.19), and so is a carriage return, which XML would drop.
 */
const kept = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replaceAll('\r', '_x000D_')

const said = (text: string): Cell => (text === '' ? NOTHING : { value: kept(text), type: String })
const heading = (text: string): Cell => ({ ...said(text), fontWeight: 'bold' })

/** Spreadsheets show no more digits of a number than these. */
const MOST_DIGITS = 15

const wholeDigits = (text: string): number => magnitude(text).replace(/\..*$/, '').length

/** Decimals of a number that a spreadsheet can show: all that its source printed, as far as its digits go. */
const placesOf = (text: string): number => Math.max(0, Math.min(decimals(text), MOST_DIGITS - wholeDigits(text)))

const isTooLong = (text: string | null): boolean => text !== null && placesOf(text) < decimals(text)

/** A number shown with the decimals its source printed. */
function number(text: string): Cell {
  const places = placesOf(text)
  return { value: Number(text), type: Number, format: places ? `0.${'0'.repeat(places)}` : '0' }
}

function dataSheet(figure: Figure, lang: string, { pages }: Words): Sheet {
  const [columns, cell] = [columnsOf(figure), cellsOf(figure, lang)]
  const isNumber = (column: string): boolean => columnType(column) === 'decimal' || columnType(column) === 'integer'
  const typed = (column: string, text: string): Cell => (isNumber(column) && isDecimal(text) ? number(text) : said(text))
  return { name: pages.data, head: columns, lines: figure.rows.map((row) => columns.map((column) => typed(column, cell(row, column) ?? ''))) }
}

const field = (name: string, text: string, of = ''): Line => [said(of), said(name), said(text)]

/** Where the numbers come from: a field a line, under the id that the table's rows name. */
function evidenceSheet(figure: Figure, hash: Hash, lang: string, origin: string): Sheet {
  const words = wordsOf(lang)
  const { pages, messages } = words
  return {
    name: messages.evidence, head: ['id', pages.guideColumn, pages.guideHolds],
    lines: [
      field(pages.figures, inLanguage(figure.title, lang), figure.id), field(pages.measure, inLanguage(figure.measure, lang)),
      field(pages.cite, citationOf({ origin }, figure, hash, lang)), field(pages.rights, pages.footer),
      ...(figure.rows.some(({ value }) => isTooLong(value)) ? [field(pages.data, pages.fifteenDigits)] : []),
      ...Object.keys(figure.evidence).flatMap((id) => evidenceFields(figure, id, words).map(([name, text]) => field(name, text, id))),
      ...figure.checks.map(({ claim, verdict, finding }) => field(messages.checks, messages[`verdict-${verdict}`] + words.space + inLanguage(finding, lang), claim)),
      ...figure.caveats.map(({ text, applies_to }) => field(pages.caveats, inLanguage(text, lang), applies_to?.join(' ') ?? '')),
      ...Object.values(figure.sources).map((source) => field(pages.source, sourceLineOf(source, words), source.id)),
    ],
  }
}

const codebookSheet = (figure: Figure, words: Words): Sheet => ({
  name: words.pages.codebook, head: [words.pages.guideColumn, words.pages.guideCode, words.pages.guideHolds],
  lines: codebookOf(figure, words).flatMap(({ name, means, codes }) =>
    [[said(name), NOTHING, said(means)], ...codes.map(({ code, means: stands }) => [said(name), said(code), said(stands)])]),
})

/** As wide as what stands there, up to what can be read at a glance. */
const widthsOf = ({ head, lines }: Sheet): { width: number }[] =>
  head.map((name, i) => ({ width: Math.min(48, Math.max(8, name.length, ...lines.map((line) => String(line[i]?.value ?? '').length)) + 2) }))

/** The workbook of a version of a figure in a language. The same figure gives the same bytes on every day and machine. */
export async function workbookOf(figure: Figure, hash: Hash, lang: string, origin: string): Promise<Uint8Array<ArrayBuffer>> {
  const words = wordsOf(lang)
  const sheets = [dataSheet(figure, lang, words), evidenceSheet(figure, hash, lang, origin), codebookSheet(figure, words)]
  const made = await writeWorkbook(sheets.map((sheet) => ({
    sheet: sheet.name, columns: widthsOf(sheet), stickyRowsCount: 1,
    data: [sheet.head.map(heading), ...sheet.lines.map((line) => [...line])],
  }))).toBuffer()
  // The library dates its files by the clock.
  const parts = Object.entries(unzipSync(made)).map(([name, bytes]) => [name, strFromU8(bytes)])
  return archiveOf(Object.fromEntries(parts), figure.published)
}
