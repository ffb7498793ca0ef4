/** What a language says: all its messages, and every problem that it must have words for. */
import type { ProblemKind } from '../../web/problem.ts'
import { wordsOf } from '../../web/words/index.ts'

/** Every problem there is; a kind that is missing here does not type-check. */
const WORDED: Record<ProblemKind, true> = {
  'bad-parameter': true, 'parameter-not-here': true, 'whole-only': true, 'unknown-page': true, 'unknown-figure': true, 'unknown-version': true,
  'unknown-release': true, 'unknown-format': true, 'not-in-language': true, withdrawn: true, 'not-embeddable': true, 'unsupported-format': true, 'method-not-allowed': true, 'not-acceptable': true,
  unavailable: true, internal: true,
}

/** Details that fill every place of a problem's sentence. */
export const DETAILS = { name: 'name', given: 'given', allowed: ['one', 'two'] }

export const KINDS = Object.keys(WORDED) as ProblemKind[] // keys of that very object

/** Everything a language says: in charts and pages alike, and on pages only. */
export const saidBy = (lang: string): Readonly<Record<string, string>> => ({ ...wordsOf(lang).messages, ...wordsOf(lang).pages })
