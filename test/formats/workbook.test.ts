/** Workbooks as SheetJS, which did not write them, opens them: typed cells, the source's decimals, nothing that runs, the same bytes every day. */
import { describe, expect, it } from 'vitest'
import { read, utils, type WorkBook, type WorkSheet } from 'xlsx'
import { workbookOf } from '../../data/programs/spreadsheet.ts'
import type { Figure } from '../../data/model/figure.ts'
import { decimals } from '../../data/model/quantity.ts'
import { shortHash } from '../../data/model/release.ts'
import { columnType } from '../../data/model/shape.ts'
import { wordsOf } from '../../web/words/index.ts'
import { cellOf, columnsOf } from '../../worker/formats/table.ts'
import { FIGURES } from '../web/built.ts'
import { HOSTILE, HOSTILES } from './hostile.ts'
import { ORIGIN } from './rendered.ts'
import { unpacked } from './unpacked.ts'

const HASH = '0123456789abcdef'.repeat(4)
const CASES = [...FIGURES, ...Object.values(HOSTILES)].flatMap((figure) => figure.lang.map((lang) => ({ id: figure.id, lang, figure })))

const made = (figure: Figure, lang: string) => workbookOf(figure, HASH, lang, ORIGIN)
const opened = async (figure: Figure, lang: string): Promise<WorkBook> => read(await made(figure, lang), { cellNF: true, cellText: true })

function sheet(book: WorkBook, at: number): WorkSheet {
  const found = book.Sheets[book.SheetNames[at] ?? '']
  if (!found) throw new Error(`no sheet ${at}`)
  return found
}

/** SheetJS gives `\n` for a line break of any kind. */
const lines = (text: string): string => text.replaceAll('\r\n', '\n')

/** Excel shows 15 digits of a number; a longer one is rounded to them, and the workbook says so. */
const placesOf = (text: string): number => Math.max(0, Math.min(decimals(text), 15 - text.replace('-', '').replace(/\..*/, '').length))

describe.each(CASES)('$id in $lang', ({ figure, lang }) => {
  it('has every cell of the table, numbers as numbers shown with the decimals of their source', async () => {
    const data = sheet(await opened(figure, lang), 0)
    const columns = columnsOf(figure)
    expect(utils.sheet_to_json<string[]>(data, { header: 1 })[0]).toEqual(columns)
    for (const [i, row] of figure.rows.entries()) {
      for (const [j, column] of columns.entries()) {
        const wanted = cellOf(figure, row, column, lang)
        const cell = data[utils.encode_cell({ r: i + 1, c: j })]
        if (wanted === null) { expect([i, column, cell?.v ?? null]).toEqual([i, column, null]); continue }
        const isNumber = ['decimal', 'integer'].includes(columnType(column))
        expect([i, column, cell?.t, cell?.f]).toEqual([i, column, isNumber ? 'n' : 's', undefined])
        if (isNumber && placesOf(wanted) < decimals(wanted)) {
          // of the last digit of fifteen, readers disagree
          expect([i, cell?.w?.split('.')[1]?.length ?? 0]).toEqual([i, placesOf(wanted)])
          expect(Math.abs(Number(cell?.w) - Number(wanted))).toBeLessThanOrEqual(10 ** -placesOf(wanted))
        } else {
          expect([i, column, isNumber ? cell?.w : lines(cell?.v)]).toEqual([i, column, isNumber ? wanted : lines(wanted)])
        }
        if (isNumber) expect(cell?.v).toBe(Number(wanted))
      }
    }
  })

  it('says in two more sheets where the numbers come from and what every column and code means', async () => {
    const book = await opened(figure, lang)
    const { pages, messages } = wordsOf(lang)
    expect(book.SheetNames).toEqual([pages.data, messages.evidence, pages.codebook])
    const evidence = utils.sheet_to_json<string[]>(sheet(book, 1), { header: 1 })
    expect(JSON.stringify(evidence)).toContain(shortHash(HASH))
    const isLong = figure.rows.some(({ value }) => value !== null && placesOf(value) < decimals(value))
    expect(JSON.stringify(evidence).includes(pages.fifteenDigits)).toBe(isLong)
    for (const id of [...Object.keys(figure.evidence), ...Object.keys(figure.sources)]) expect(evidence.some(([first]) => first === id)).toBe(true)
    const codebook = utils.sheet_to_json<string[]>(sheet(book, 2), { header: 1 })
    for (const column of columnsOf(figure)) expect(codebook.some(([name]) => name === column)).toBe(true)
  })
})

it('hostile texts come back whole', async () => {
  const data = sheet(await opened(HOSTILES.series, 'en'), 0)
  const notes = new Set(utils.sheet_to_json<Record<string, string>>(data, { raw: true }).map(({ note }) => lines(note ?? '')))
  for (const text of HOSTILE) expect(notes).toContain(lines(text))
})

it('the same figure gives the same bytes, dated by the figure', async () => {
  const [one, two] = await Promise.all([made(HOSTILES.claim, 'ja'), made(HOSTILES.claim, 'ja')])
  expect(one).toEqual(two)
  for (const { date } of Object.values(await unpacked(one))) expect(date).toBe(HOSTILES.claim.published)
})
