/** Reads a figure's list of changes: the first publication, then every one since, in order. */
import { CHANGE_KINDS, type Change, type Text } from '../figure.ts'
import { spanOf } from '../time.ts'
import type { Ledger } from './rules.ts'
import { checked, listOf, object, oneOf, required, wordThat, type Read } from './schema.ts'

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && spanOf(text) !== null

function checkOrder(changes: readonly Change[], line: number, ledger: Ledger): void {
  if (changes.length === 0) ledger.add(line, 'there is no change', 'add the first publication, with the kind first')
  for (const [i, change] of changes.entries()) {
    const before = changes[i - 1]
    if ((i === 0) !== (change.kind === 'first')) {
      ledger.add(
        line, `change ${i + 1} is of the kind ${change.kind}`,
        'the first change, and only that one, is of the kind first',
      )
    }
    if (before && change.date < before.date) {
      ledger.add(
        line, `the change of ${change.date} stands after that of ${before.date}`,
        'put the changes in the order of their dates, the newest last',
      )
    }
  }
}

/** `changes:` of a figure. */
export const changesIn = (text: Read<Text>): Read<readonly Change[]> =>
  checked(listOf(object({
    date: required(wordThat(isDay, 'a day', 'write the day of publication, such as 2026-11-23')),
    kind: required(oneOf(CHANGE_KINDS, 'kind of change')),
    note: required(text),
  })), checkOrder)
