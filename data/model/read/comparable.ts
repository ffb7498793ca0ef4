/** Checks what is declared comparable, and that no chart joins, sums or stacks anything else. */
import { canonical } from '../release.ts'
import { REASONS, USES, type Comparability, type Name, type Row, type Text, type Use } from '../figure.ts'
import { APART, shapeOf, type Apart, type ShapeName } from '../shape.ts'
import { isOneScale } from '../unit.ts'
import { yearOf } from '../time.ts'
import type { Facts } from './reference.ts'
import { listed, quote, type ChartRule, type Ledger, type Rules } from './rules.ts'
import { listOf, object, oneOf, required, wordThat, type Read } from './schema.ts'

/** `all`, read as null, or codes of the figure. */
export const codesOrAll = (isCodeHere: (code: string) => boolean): Read<readonly string[] | null> => (node, ledger) =>
  node.kind === 'scalar' && node.text === 'all'
    ? null
    : listOf(wordThat(isCodeHere, 'a code of values.csv', 'write codes that stand there, or all'))(node, ledger)

/** One declaration. */
export const comparabilityIn = (text: Read<Text>, isCodeHere: (code: string) => boolean): Read<Comparability> =>
  object({
    reason: required(oneOf(REASONS, 'reason')),
    allows: required(listOf(oneOf(USES, 'use'))),
    of: required(codesOrAll(isCodeHere)),
    why: required(text),
  })

const rowsOf = (declared: Comparability, rows: readonly Row[], shape: ShapeName): readonly Row[] =>
  rows.filter((row) => declared.of === null || declared.of.includes(row[shapeOf(shape).select]))

const codeAt = (row: Row, shape: ShapeName): string => `${row[shapeOf(shape).select]}, ${row.time}`

/** Values of one evidence that were published at several dates are of several vintages, whatever the evidence says of itself. */
function checkPublications(declared: Comparability, rows: readonly Row[], line: number, shape: ShapeName, ledger: Ledger): void {
  const dates = [...Map.groupBy(rows, (row) => row.evidence).values()].map((own) => [...new Set(own.map((row) => row.published))])
  const several = dates.find((own) => own.length > 1)
  if (declared.reason !== 'first-release' && several) {
    ledger.add(
      line, `${quote(declared.reason)} covers values published at ${several.join(', ')}`,
      'declare the values of each publication by themselves, or nothing: two vintages are never joined',
    )
  }
  const places = rows.map((row) => `${codeAt(row, shape)}${row.measure && `, ${row.measure}`}${row.answer && `, ${row.answer}`}`)
  const twice = rows.find((_, i) => places.indexOf(places[i] ?? '') < i)
  if (declared.reason === 'first-release' && twice) {
    ledger.add(
      line, `first-release covers ${quote(codeAt(twice, shape))} more than once`,
      'leave the code out: of two values of one year only one is the first',
    )
  }
}

/** A declaration's reason must be true of its evidence: two vintages are never joined, nor two askers' answers. */
export function checkReason(declared: Comparability, line: number, shape: ShapeName, facts: Facts, ledger: Ledger): void {
  const rows = rowsOf(declared, facts.rows, shape)
  if (facts.whole) checkPublications(declared, rows, line, shape, ledger)
  const ids = [...new Set(rows.map((row) => row.evidence))]
  const evidence = ids.flatMap((id) => facts.evidence[id] ?? [])
  const vintages = [...new Set(evidence.map(({ vintage }) => vintage ?? 'none'))]
  if (declared.reason !== 'first-release' && vintages.length > 1) {
    ledger.add(
      line, `${quote(declared.reason)} covers the vintages ${vintages.join(', ')}`,
      'declare each vintage by itself: two vintages are never joined',
    )
  }
  if (declared.reason === 'one-vintage' && vintages.includes('none')) {
    ledger.add(
      line, 'one-vintage covers evidence without a vintage',
      'add "vintage:" to the evidence, the date of the publication the values come from',
    )
  }
  const questions = new Set(evidence.map(({ asker, question }) => canonical([asker, question])))
  if (declared.reason === 'same-asker-same-question' && questions.size > 1) {
    ledger.add(
      line, 'same-asker-same-question covers evidence of another asker or question',
      'declare only observations of one asker and one question',
    )
  }
}

/**
 * What a chart would draw: `join` each code by itself, and so `parts` of shares, which are each population's answers;
 * `sum` and other `parts` all codes that are no total, as one group.
 */
function undeclared(
  use: Use, shape: ShapeName, codes: readonly string[], names: Readonly<Record<string, Name>>, declared: readonly Comparability[],
): readonly string[] {
  const groups = declared.filter(({ allows }) => allows.includes(use)).map(({ of }) => of)
  if (groups.includes(null)) return []
  if (use === 'join' || (use === 'parts' && shape === 'shares')) return codes.filter((code) => !groups.some((group) => group?.includes(code)))
  const terms = codes.filter((code) => !names[code]?.aggregate && !names[code]?.within)
  const lacks = groups.map((group) => terms.filter((code) => !group?.includes(code)))
  return lacks.toSorted((a, b) => a.length - b.length)[0] ?? terms
}

const MEANING = {
  join: 'joins by a line', sum: 'adds up', parts: 'shows as parts of a whole',
} as const satisfies Record<Use, string>

/** What chart types are checked against. */
export type Drawable = {
  readonly shape: ShapeName
  readonly codes: readonly string[]
  readonly rows: readonly Row[]
  readonly names: Readonly<Record<string, Name>>
  readonly comparability: readonly Comparability[]
}

/**
 * A column in which values of one code and time differ, though the chart type does not keep them apart by it:
 * it would draw them on one another. Null = it can tell all of them apart.
 */
export function confusedBy(shape: ShapeName, rows: readonly Row[], apart: readonly Apart[] = []): Apart | null {
  const key = shapeOf(shape).key.filter((name) => !APART.some((one) => one === name) || apart.some((one) => one === name))
  const groups = [...Map.groupBy(rows, (row) => key.map((name) => row[name]).join(' ')).values()]
  return APART.find((name) => !apart.includes(name) && groups.some((group) => new Set(group.map((row) => row[name])).size > 1)) ?? null
}

/** A year that has several times of one code, which a chart type that places values by their year would draw on one another; null = none. */
export function crowdedYear({ shape, rows }: Pick<Drawable, 'shape' | 'rows'>, { byYear = false, apart = [] }: Pick<ChartRule, 'byYear' | 'apart'>): string | null {
  const timed = byYear ? rows.filter(({ time }) => time !== '') : []
  const groups = Map.groupBy(timed, (row) => [row[shapeOf(shape).select], ...apart.map((name) => row[name]), yearOf(row.time)].join(' '))
  const [first] = [...groups.values()].find((group) => new Set(group.map(({ time }) => time)).size > 1) ?? []
  return first ? String(yearOf(first.time)) : null
}

/** A unit whose values the chart type cannot place on the scale of the others; null = it can place all of them. */
export function misplacedUnit(rows: readonly Row[], { apart = [], rescales = false }: Pick<ChartRule, 'apart' | 'rescales'>): string | null {
  // a chart that keeps measures apart may have a scale for each
  const scales = Map.groupBy(rows, (row) => (apart.includes('measure') && !rescales ? row.measure : ''))
  for (const own of scales.values()) {
    const [first = '', ...others] = new Set(own.map(({ unit }) => unit))
    const odd = others.find((unit) => !(rescales && isOneScale(first, unit)))
    if (odd !== undefined) return odd
  }
  return null
}

/** Values that a chart type cannot tell apart, or place on one scale, would be drawn on one another. */
function checkApart(chart: string, rule: ChartRule, line: number, figure: Drawable, rules: Rules, ledger: Ledger): void {
  const column = confusedBy(figure.shape, figure.rows, rule.apart)
  if (column) {
    const fitting = Object.keys(rules.charts).filter((name) => rules.charts[name]?.apart?.includes(column))
    ledger.add(
      line, `the chart ${quote(chart)} cannot tell values apart that differ in ${column}`,
      `write ${listed(fitting) || 'another chart'}, or make a figure of each`,
    )
  }
  const unit = misplacedUnit(figure.rows, rule)
  if (unit !== null) {
    ledger.add(line, `the chart ${quote(chart)} cannot place values in ${unit} on the scale of the others`,
      'write a chart that can, or make a figure of each unit')
  }
  const year = crowdedYear(figure, rule)
  if (year !== null) {
    const fitting = Object.keys(rules.charts).filter((name) => rules.charts[name]?.shapes.includes(figure.shape) && !rules.charts[name]?.byYear)
    ledger.add(
      line, `the chart ${quote(chart)} places values by their year, and ${year} has several of one code`,
      `write ${listed(fitting) || 'another chart'}, or make a figure of each`,
    )
  }
}

/** A chart type must draw the shape and do nothing with observations that is not declared. */
export function checkChart(chart: string, line: number, figure: Drawable, rules: Rules, ledger: Ledger): void {
  const rule = Object.hasOwn(rules.charts, chart) ? rules.charts[chart] : undefined
  if (!rule) return ledger.add(line, `unknown chart ${quote(chart)}`, `write ${listed(Object.keys(rules.charts))}`)
  if (!rule.shapes.includes(figure.shape)) {
    const fitting = Object.keys(rules.charts).filter((name) => rules.charts[name]?.shapes.includes(figure.shape))
    return ledger.add(
      line, `the chart ${quote(chart)} cannot draw the shape ${figure.shape}`,
      `write ${listed(fitting) || 'another shape'}`,
    )
  }
  const { places } = rule
  if (places && !figure.codes.some((code) => places.includes(code))) {
    ledger.add(line, `the chart ${quote(chart)} has a place for none of the codes`, `take it out: it shows ${listed(places)}`)
  }
  checkApart(chart, rule, line, figure, rules, ledger)
  for (const use of rule.needs) {
    const codes = undeclared(use, figure.shape, figure.codes, figure.names, figure.comparability)
    if (codes.length === 0) continue
    ledger.add(line, `the chart ${quote(chart)} ${MEANING[use]} what is not declared comparable: ${codes.join(', ')}`,
      `take the chart out, or declare under "comparability:" why these may be used so (allows: [${use}])`)
  }
}
