/** Reads one figure: figure.yaml and values.csv become a Figure, or every problem in the two of them. */
import { codesIn } from '../choose.ts'
import type { Evidence, Figure, Name, Source } from '../figure.ts'
import { isShapeName, shapeOf, type Shape, type ShapeName } from '../shape.ts'
import { spanOf } from '../time.ts'
import type { Ground as AssertGround } from './assert.ts'
import { basicsIn, type Basics } from './basics.ts'
import { readCsv } from './csv.ts'
import { checkClaims } from './claims.ts'
import { evidenceIn } from './evidence.ts'
import type { Lists } from './lists.ts'
import { nameOf, type OwnName } from './names.ts'
import { find, type Facts } from './reference.ts'
import { quote, type Ledger, type Rules } from './rules.ts'
import { checkNames, isId, isWhole, readParts, recordOf, required, type FieldsOf } from './schema.ts'
import { usesIn, wordsIn, type Stage, type Uses, type Words } from './statements.ts'
import { checkFormulas } from './sums.ts'
import type { Setting } from './text.ts'
import { readValues } from './table.ts'
import type { Values } from './values.ts'
import { lineOf, readYaml, type Fields } from './yaml.ts'

/** The two files of a figure; a text is null when the file is missing or no text, which was reported. */
export type FigureFiles = {
  readonly id: string
  readonly yaml: { readonly text: string | null; readonly ledger: Ledger }
  readonly values: { readonly text: string | null; readonly ledger: Ledger }
}

/** What the dashboard may refer to and assert, and the figure itself when nothing is wrong with it. */
export type FigureReading = { readonly ground: AssertGround; readonly figure: Figure | null }

const NOTHING: Facts = { rows: [], whole: false, evidence: {}, display_decimals: 0, dates: new Set() }

/** The texts that stand before any row is known: nothing in them can refer to values. */
const settingBefore = (languages: readonly string[], rules: Rules): Setting => ({
  languages, known: rules.languages, isChoosable: true, dates: new Set(), say: () => '',
  find: (path) => ({
    fault: `{${path}} stands where nothing can be referred to`,
    remedy: 'write it out here, and refer to values in titles, names, checks, notes and caveats',
  }),
})

/** What every figure is read against; `sections` null = the dashboard could not be read. */
export type Shared = { readonly lists: Lists; readonly rules: Rules; readonly sections: ReadonlySet<string> | null }

type Reader = Shared & { readonly files: FigureFiles; readonly fields: Fields }

/** Every code of the figure with its name. */
function namesOf(
  reader: Reader, codes: readonly string[], own: Readonly<Record<string, OwnName>>, languages: readonly string[],
): Record<string, Name> {
  const { lists, fields, files } = reader
  const pairs = codes.flatMap((code) => {
    const named = Object.hasOwn(own, code) ? own[code] : undefined
    const name = nameOf(code, named, lists, languages)
    if (name) return [[code, name] as const]
    if (named && !lists.places.has(code) && !lists.actors.has(code)) {
      files.yaml.ledger.add(lineOf(fields, 'names', code), `the code ${quote(code)} has no name`, 'add "name:" below it')
    }
    return []
  })
  return Object.fromEntries(pairs)
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)].filter((text) => text !== '')

type Sources = Readonly<Record<string, Source>>
type Evidences = Readonly<Record<string, Evidence>>

/** Each source that a row or an evidence names. */
function sourcesOf(values: Values, evidence: Evidences, lists: Lists): Sources {
  const ids = distinct([...values.rows.flatMap((row) => codesIn(row.source)), ...Object.values(evidence).map(({ source }) => source)])
  const sources = ids.flatMap((id) => lists.sources.items.get(id) ?? [])
  return Object.fromEntries(sources.map((source) => [source.id, source]))
}

/** Dates whose years may stand in this figure's texts. */
const datesOf = (values: Values, evidence: Evidences, sources: Sources): ReadonlySet<string> =>
  new Set(distinct([
    ...values.rows.flatMap((row) => [row.time, row.published]),
    ...Object.values(evidence).flatMap(({ fieldwork, published, vintage }) => [fieldwork ?? '', published, vintage ?? '']),
    ...Object.values(sources).map(({ date }) => date),
  ]))

/** The date of the newest evidence: its vintage where values are revised, else its publication. Without any, that of the rows. */
function asOf(evidence: Evidences, rows: Values['rows']): string {
  const evident = Object.values(evidence).map(({ published, vintage }) => vintage ?? published)
  const dates = evident.length > 0 ? evident : rows.map(({ published }) => published)
  const end = (date: string): string => spanOf(date)?.end ?? ''
  return dates.toSorted((a, b) => (end(a) < end(b) ? -1 : end(a) > end(b) ? 1 : 0)).at(-1) ?? ''
}

/** The values and what they stand on: all that texts may refer to. */
type Ground = {
  readonly basics: Partial<Basics>
  readonly values: Values
  readonly evidence: Evidences
  readonly sources: Sources
  readonly facts: Facts
}

function readGround(reader: Reader, shape: Shape | null): Ground {
  const { fields, lists, rules, files } = reader
  const basics = readParts(fields, files.yaml.ledger, basicsIn(rules, reader.sections, shape?.numeric ?? true))
  const before = settingBefore(basics.lang ?? rules.languages, rules)
  const { evidence = {} } = readParts(fields, files.yaml.ledger, evidenceSpec(before, lists))
  const values = readValues(reader, shape, basics, evidence)
  const sources = sourcesOf(values, evidence, lists)
  const facts = { ...values, evidence, display_decimals: basics.display_decimals ?? 0, dates: datesOf(values, evidence, sources) }
  return { basics, values, evidence, sources, facts }
}

const evidenceSpec = (setting: Setting, lists: Lists): FieldsOf<{ readonly evidence: Evidences }> => ({
  evidence: required(recordOf(evidenceIn(setting, lists.sources), (name) => (isId(name) ? null : 'is not an id'))),
})

/** Without a shape the words are read as those of a series, with no values to hold them against. */
function stageOf(reader: Reader, { basics, facts }: Ground, known: ShapeName | null): Stage {
  const { rules, fields } = reader
  const shapeName = known ?? 'series'
  const shape = shapeOf(shapeName)
  const asserts = fields.entries.get('asserts')?.node
  return {
    shapeName, shape, facts, rules, isShapeKnown: known !== null,
    setting: {
      languages: basics.lang ?? rules.languages, known: rules.languages, isChoosable: true,
      dates: facts.whole ? facts.dates : null,
      find: (path) => find(facts, path),
      say: (row, _path, lang, place) => rules.say(row, lang, facts.display_decimals, place),
    },
    codes: distinct(facts.rows.map((row) => row[shape.select])),
    hasAsserts: asserts?.kind === 'list' && asserts.items.length > 0,
  }
}

/** A code that a view can choose by must be of one column: an address says only the code. */
function checkDimensions({ shape, facts }: Stage, ledger: Ledger): void {
  const { dimensions } = shape
  for (const [i, dimension] of dimensions.entries()) {
    const later = new Set(facts.rows.flatMap((row) => dimensions.slice(i + 1).flatMap((other) => codesIn(row[other]))))
    for (const code of distinct(facts.rows.flatMap((row) => codesIn(row[dimension])))) {
      if (later.has(code)) ledger.add(1, `the code ${quote(code)} stands under ${dimension} and in another column`, 'give one of the two another code')
    }
  }
}

/** Looks at what no single field shows: claims without checks, derived values without formulas, names within others. */
function checkWhole(reader: Reader, stage: Stage, words: Partial<Words>): void {
  const { fields, files: { yaml: { ledger } } } = reader
  if (stage.shapeName === 'claim' && words.checks) checkClaims(stage.facts.rows, words.checks, lineOf(fields, 'checks'), ledger)
  checkDimensions(stage, reader.files.values.ledger)
  if (words.derived) checkFormulas(words.derived, lineOf(fields, 'derived'), stage.facts, ledger)
  for (const [code, { within }] of Object.entries(words.names ?? {})) {
    if (within && stage.facts.whole && !stage.codes.includes(within)) {
      ledger.add(
        lineOf(fields, 'names', code, 'within'),
        `${quote(code)} lies within ${quote(within)}, which is not in values.csv`,
        'write the code of the aggregate that contains it',
      )
    }
  }
}

/** Puts a figure together when every field of it could be read. */
function assemble(
  reader: Reader, ground: Ground, stage: Stage, words: Words, uses: Uses, names: Record<string, Name>,
): Figure | null {
  const spec = basicsIn(reader.rules, reader.sections, stage.shape.numeric)
  if (!isWhole(ground.basics, spec)) return null
  const { defaults: _defaults, ...basics } = ground.basics
  const { evidence, sources } = ground
  const { charts, highlight, centre } = uses
  return {
    schema: 1, id: reader.files.id, ...basics, ...words, charts, highlight, ...(centre && { centre }), names, rows: ground.values.rows,
    evidence, sources, order: distinct([...Object.keys(names), ...Object.keys(words.answers), ...Object.keys(words.measures)]),
    published: words.changes.at(-1)?.date ?? '', asOf: asOf(evidence, ground.values.rows),
  }
}

/** Reads the words of a figure, and the figure itself when nothing in it is broken. */
function readWords(reader: Reader, ground: Ground, shapeName: ShapeName | null): FigureReading {
  const { fields, files: { yaml: { ledger } } } = reader
  const stage = stageOf(reader, ground, shapeName)
  const wordsSpec = wordsIn(stage)
  const words = readParts(fields, ledger, wordsSpec)
  const codes = distinct(ground.values.rows.flatMap((row) => [row.series, row.group, ...codesIn(row.actors)]))
  const names = namesOf(reader, codes, words.names ?? {}, stage.setting.languages)
  const usesSpec = usesIn(stage, names, words.comparability ?? [])
  const uses = readParts(fields, ledger, usesSpec)
  const specs = [basicsIn(reader.rules, reader.sections, true), { evidence: ground.evidence }, wordsSpec, usesSpec]
  checkNames(fields.entries, specs.flatMap((spec) => Object.keys(spec)), ledger)
  checkWhole(reader, stage, words)
  const isReadable = isWhole(words, wordsSpec) && isWhole(uses, usesSpec)
  return {
    ground: { facts: ground.facts, shape: stage.shape, names },
    figure: isReadable ? assemble(reader, ground, stage, words, uses, names) : null,
  }
}

/**
 * Reads a figure. Every stage reads what it can, so that one broken field hides no other; the figure itself
 * is null when a part of it could not be read.
 */
export function readFigure(files: FigureFiles, shared: Shared): FigureReading {
  const fields = files.yaml.text === null ? null : readYaml(files.yaml.text, files.yaml.ledger)
  if (!fields) {
    if (files.values.text !== null) readCsv(files.values.text, files.values.ledger)
    return { ground: { facts: NOTHING, shape: shapeOf('series'), names: {} }, figure: null }
  }
  const reader = { ...shared, files, fields }
  const shapeNode = fields.entries.get('shape')?.node
  const shapeName = shapeNode?.kind === 'scalar' && isShapeName(shapeNode.text) ? shapeNode.text : null
  return readWords(reader, readGround(reader, shapeName && shapeOf(shapeName)), shapeName)
}
