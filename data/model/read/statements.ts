/** What figure.yaml says in words about its values, and what those words may claim. */
import type { Caveat, Change, Check, Comparability, Derived, Figure, Name, NotDrawn, Text, Total } from '../figure.ts'
import type { Shape, ShapeName } from '../shape.ts'
import { checkAssert } from './assert.ts'
import { changesIn } from './changes.ts'
import { checkIn } from './claims.ts'
import { checkChart, checkReason, codesOrAll, comparabilityIn } from './comparable.ts'
import { checkParts } from './parts.ts'
import { namesIn, type OwnName } from './names.ts'
import type { Facts } from './reference.ts'
import type { Ledger, Rules } from './rules.ts'
import { checked, isId, listOf, object, optional, recordOf, required, word, wordThat, type FieldsOf } from './schema.ts'
import { checkDerived, checkTotal, derivedIn, totalIn } from './sums.ts'
import { checkTitle, textIn, type Setting } from './text.ts'
import { notDrawnIn } from './undrawn.ts'

/** A figure whose values are known, ready for its words to be read. */
export type Stage = {
  readonly shapeName: ShapeName
  readonly isShapeKnown: boolean
  readonly shape: Shape
  readonly facts: Facts
  readonly setting: Setting
  readonly rules: Rules
  /** Codes of the select column, in the order of values.csv. */
  readonly codes: readonly string[]
  readonly hasAsserts: boolean
}

export type Words = Pick<Figure, 'title' | 'measure' | 'subtitle' | 'description' | 'answers' | 'measures' | 'notes'> & {
  readonly names: Readonly<Record<string, OwnName>>
  readonly comparability: readonly Comparability[]
  readonly checks: readonly Check[]
  readonly totals: readonly Total[]
  readonly derived: readonly Derived[]
  readonly not_drawn: readonly NotDrawn[]
  readonly caveats: readonly Caveat[]
  readonly changes: readonly Change[]
}

/** Of broken values nothing can be said: any code may have been meant. */
const isCodeOf = ({ facts, codes }: Stage) => (code: string): boolean => !facts.whole || codes.includes(code)

const idFault = (name: string): string | null => (isId(name) ? null : 'is not an id')

/** The words of a figure, each with how strictly it is read. */
export function wordsIn(stage: Stage): FieldsOf<Words> {
  const { setting, rules, facts, shape, shapeName, hasAsserts } = stage
  const [name, statement] = [textIn(setting, 'name'), textIn(setting, 'statement')]
  const isCodeHere = isCodeOf(stage)
  const ids = optional<Readonly<Record<string, Text>>>(recordOf(name, idFault), {})
  const caveat = object<Caveat>({ text: required(statement), applies_to: optional(codesOrAll(isCodeHere), null) })
  const comparable = checked(
    comparabilityIn(name, isCodeHere), (of, line, ledger) => {
      checkReason(of, line, shapeName, facts, ledger)
      checkParts(of, line, shapeName, facts, ledger)
    },
  )
  const total = checked(totalIn(isCodeHere), (of, line, ledger) => checkTotal(of, line, shape, facts, ledger))
  const derived = checked(derivedIn(name), (of, line, ledger) => checkDerived(of, line, facts, ledger))
  return {
    title: required(checkTitle(setting, hasAsserts)),
    measure: required(name), subtitle: required(statement), description: required(name),
    names: optional(namesIn(setting, rules), {}),
    answers: ids, measures: ids,
    notes: optional<Readonly<Record<string, Text>>>(recordOf(statement, idFault), {}),
    comparability: optional<readonly Comparability[]>(listOf(comparable), []),
    checks: optional<readonly Check[]>(listOf(checkIn(statement, isCodeHere)), []),
    totals: optional<readonly Total[]>(listOf(total), []),
    derived: optional<readonly Derived[]>(listOf(derived), []),
    not_drawn: optional<readonly NotDrawn[]>(notDrawnIn(statement, { shape, facts, isCodeHere }), []),
    caveats: optional<readonly Caveat[]>(listOf(caveat), []),
    changes: required(changesIn(name)),
  }
}

export type Uses = {
  readonly charts: readonly string[]
  readonly asserts: readonly string[]
  readonly highlight: readonly string[]
  readonly centre: string
}

function checkHighlight(code: string, line: number, stage: Stage, ledger: Ledger): void {
  if (!isCodeOf(stage)(code)) ledger.add(line, `"${code}" is not a code of values.csv`, 'write a code that stands there')
}

/** Whether an answer stands somewhere and is not the last: what bars diverge after. */
const isCentreOf = ({ rows, whole }: Facts) => (answer: string): boolean =>
  !whole || (rows.some((row) => row.answer === answer) && rows.at(-1)?.answer !== answer)

/** What is done with the values once they have names and what is comparable is declared. */
export function usesIn(
  stage: Stage, names: Readonly<Record<string, Name>>, comparability: readonly Comparability[],
): FieldsOf<Uses> {
  const { facts, shape, shapeName, isShapeKnown, codes, rules } = stage
  const drawable = { shape: shapeName, codes, rows: facts.rows, names, comparability }
  const chart = checked(word, (of, line, ledger) => {
    if (isShapeKnown) checkChart(of, line, drawable, rules, ledger)
  })
  const assert = checked(word, (of, line, ledger) => checkAssert(of, line, { facts, shape, names }, ledger))
  const code = checked(word, (of, line, ledger) => checkHighlight(of, line, stage, ledger))
  const charts = checked(listOf(chart), (list, line, ledger) => {
    if (list.length === 0) ledger.add(line, 'there is no chart', 'name at least one; the first is shown first')
  })
  return {
    charts: required(charts), asserts: optional<readonly string[]>(listOf(assert), []),
    highlight: optional<readonly string[]>(listOf(code), []),
    centre: optional(wordThat(isCentreOf(facts), 'an answer with others after it', 'write the last answer of the first side'), ''),
  }
}
