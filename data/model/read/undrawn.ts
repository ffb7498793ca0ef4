/** Reads what a figure leaves out of its charts; the rows stay in the table and in every download. */
import type { NotDrawn, Row, Text } from '../figure.ts'
import type { Shape } from '../shape.ts'
import { isOf } from '../undrawn.ts'
import type { Facts } from './reference.ts'
import { checked, listOf, object, optional, required, time, wordThat, type Read } from './schema.ts'

/** What the entries are held against. */
type Ground = { readonly shape: Shape; readonly facts: Facts; readonly isCodeHere: (code: string) => boolean }

/** Every entry (codes of the select column, when, and why) must speak of a row, and together they must leave some to draw. */
export function notDrawnIn(text: Read<Text>, { shape, facts, isCodeHere }: Ground): Read<readonly NotDrawn[]> {
  const speaksOf = (entry: NotDrawn) => (row: Row): boolean => isOf(entry, row[shape.select], row.time)
  const code = wordThat(isCodeHere, 'a code of values.csv', 'write codes that stand there')
  const entry = object<NotDrawn>({ of: required(listOf(code)), time: optional<string | null>(time, null), why: required(text) })
  const someRow = checked(entry, (of, line, ledger) => {
    if (!facts.whole || facts.rows.some(speaksOf(of))) return
    ledger.add(line, 'this leaves out no row of values.csv', 'correct the codes or the time, such as 2020/2024, or delete the entry')
  })
  return checked(listOf(someRow), (entries, line, ledger) => {
    if (!facts.whole || !facts.rows.every((row) => entries.some((of) => speaksOf(of)(row)))) return
    ledger.add(line, 'every row is left out: nothing would be drawn', 'leave out less')
  })
}
