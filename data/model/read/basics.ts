/** What a figure declares before anything else can be read: shape, languages, unit, charts and defaults. */
import { SHAPES, type Shape, type ShapeName } from '../shape.ts'
import { UNITS } from '../unit.ts'
import { listed, quote, type Ledger, type Rules } from './rules.ts'
import { listOf, oneOf, optional, recordOf, required, whole, word, wordThat, type FieldsOf, type Read } from './schema.ts'

export type Basics = {
  readonly shape: ShapeName
  readonly section: string
  readonly lang: readonly string[]
  readonly unit: string
  readonly display_decimals: number
  readonly defaults: Readonly<Record<string, string>>
}

const SHAPE_NAMES = Object.keys(SHAPES).filter((name): name is ShapeName => Object.hasOwn(SHAPES, name))

const languages = (rules: Rules): Read<readonly string[]> => (node, ledger) => {
  const first = rules.languages[0] ?? ''
  const given = listOf(oneOf(rules.languages, 'language'))(node, ledger)
  if (!given) return undefined
  if (!given.includes(first)) {
    return void ledger.add(
      node.line, `${quote(first)} is not among the languages`, `add it: every figure is published in ${first}`,
    )
  }
  return rules.languages.filter((lang) => given.includes(lang))
}

const sectionIn = (sections: ReadonlySet<string> | null): Read<string> => wordThat(
  (
    text,
  ) => sections?.has(text) ?? true, 'a section', `write ${listed([...(sections ?? [])])}, or add a section to dashboard.yaml`,
)

/** Non-numeric shapes have no numbers, so they need no unit. */
export const basicsIn = (rules: Rules, sections: ReadonlySet<string> | null, isNumeric: boolean): FieldsOf<Basics> => ({
  shape: required(oneOf(SHAPE_NAMES, 'shape')),
  section: required(sectionIn(sections)),
  lang: required(languages(rules)),
  unit: isNumeric ? required(oneOf(Object.keys(UNITS), 'unit')) : optional(oneOf(Object.keys(UNITS), 'unit'), ''),
  display_decimals: isNumeric ? required(whole(6)) : optional(whole(6), 0),
  defaults: optional(recordOf(word), {}),
})

/** A column stands either in values.csv or among the defaults. */
export function checkDefaults(
  defaults: Readonly<Record<string, string>>, line: number, shape: Shape, header: readonly string[], ledger: Ledger,
): void {
  for (const column of Object.keys(defaults)) {
    if (!shape.optional.includes(column)) {
      ledger.add(line, `${quote(column)} cannot have a default`, `write one of ${listed(shape.optional)}`)
    } else if (header.includes(column)) {
      ledger.add(line, `${quote(column)} has a default and a column in values.csv`, 'keep one of the two')
    }
  }
}
