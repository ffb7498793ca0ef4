/** Reads the evidence of a figure: how its observations came to be, where "not reported" is a value. */
import {
  BASES, DISCLOSED, EVIDENCE_KINDS, SAMPLING, type Basis, type Count, type Disclosed, type Evidence, type Source, type Text,
} from '../figure.ts'
import { isDecimal } from '../quantity.ts'
import { QUALIFIERS, type QualifierCode } from '../qualifier.ts'
import type { List } from './lists.ts'
import { quote, type Ledger } from './rules.ts'
import {
  asFields, checkNames, isWhole, object, oneOf, optional, readParts, required, time, wordThat, type FieldsOf, type Read,
} from './schema.ts'
import { textIn, type Setting } from './text.ts'
import type { Fields } from './yaml.ts'

export const QUALIFIER_CODES = Object.keys(QUALIFIERS).filter((code): code is QualifierCode => Object.hasOwn(QUALIFIERS, code))

const isCount = (text: string): boolean => isDecimal(text) && /^\d+$/.test(text)

const count: Read<NonNullable<Count>> = object({
  value: required(wordThat(isCount, 'a whole number', 'write digits only, such as 2786')),
  // `between` needs two numbers and a count has one.
  qualifier: required(oneOf(QUALIFIER_CODES.filter((code) => code !== 'between'), 'qualifier')),
})

/** Either `not-reported`, read as null, or the thing itself. */
const reported = <T>(read: Read<T>): Read<T | null> => (node, ledger) =>
  node.kind === 'scalar' && node.text === 'not-reported' ? null : read(node, ledger)

/** A source of sources.csv. */
export const sourceIn = (sources: List<Source>): Read<string> =>
  wordThat(sources.has, 'a source we know', 'write an id of sources.csv, or add a row for the source there')

type Basics = Pick<Evidence, 'kind' | 'population' | 'asker' | 'published' | 'source' | 'vintage' | 'basis'>
type Survey = Required<Pick<Evidence,
  'sponsor' | 'asked' | 'n' | 'frame' | 'sampling' | 'mode' | 'weighting' | 'question' | 'language' | 'fieldwork'>>

const basicFields = (text: Read<Text>, sources: List<Source>): FieldsOf<Basics> => ({
  kind: required(oneOf(EVIDENCE_KINDS, 'kind of evidence')),
  population: required(text),
  asker: required(text),
  published: required(time),
  source: required(sourceIn(sources)),
  vintage: optional<string | null>(time, null),
  basis: optional<Basis | null>(oneOf(BASES, 'basis'), null),
})

const surveyFields = (text: Read<Text>): FieldsOf<Survey> => ({
  sponsor: required(reported(text)),
  asked: required(reported(count)),
  n: required(reported(count)),
  frame: required(reported(text)),
  sampling: required(oneOf(SAMPLING, 'way of sampling')),
  mode: required(reported(text)),
  weighting: required(reported(text)),
  question: required(reported(text)),
  language: required(reported(text)),
  fieldwork: required(reported(time)),
})

type Stated = Record<keyof Disclosed, Text | null>

const statedFields = (text: Read<Text>): FieldsOf<Stated> => {
  const item = optional<Text | null>(reported(text), null)
  return { recruitment: item, margin_of_error: item, processing: item, limitations: item, contact: item }
}

/** Items that nobody states are left out of the figure: to leave the line out and to write `not-reported` is the same. */
const statedOf = (items: Stated): Disclosed => Object.fromEntries(DISCLOSED.flatMap((name) => (items[name] ? [[name, items[name]]] : [])))

/** Nobody was asked: not one of these questions arises. */
const NO_SURVEY: Omit<Survey, 'sponsor' | 'frame' | 'language'> =
  { asked: null, n: null, sampling: null, mode: null, weighting: null, question: null, fieldwork: null }

/** In a survey every question about its making is answered, if only by `not-reported`; elsewhere they are left out. */
function readSurvey(fields: Fields, kind: string, text: Read<Text>, ledger: Ledger): (Survey & Disclosed) | typeof NO_SURVEY | null {
  const [spec, statedSpec] = [surveyFields(text), statedFields(text)]
  if (kind === 'survey') {
    const [parts, stated] = [readParts(fields, ledger, spec), readParts(fields, ledger, statedSpec)]
    return isWhole(parts, spec) && isWhole(stated, statedSpec) ? { ...parts, ...statedOf(stated) } : null
  }
  const surveyed: readonly string[] = [...Object.keys(spec), ...DISCLOSED]
  for (const [name, { line }] of fields.entries) {
    if (surveyed.includes(name)) ledger.add(line, `a ${kind} has no ${quote(name)}`, 'delete the line, or write kind: survey')
  }
  return NO_SURVEY
}

/** One evidence. */
export const evidenceIn = (setting: Setting, sources: List<Source>): Read<Evidence> => (node, ledger) => {
  const fields = asFields(node, ledger)
  if (!fields) return undefined
  const text = textIn(setting, 'name')
  const spec = basicFields(text, sources)
  checkNames(fields.entries, [...Object.keys(spec), ...Object.keys(surveyFields(text)), ...DISCLOSED], ledger)
  const basics = readParts(fields, ledger, spec)
  const survey = basics.kind === undefined ? null : readSurvey(fields, basics.kind, text, ledger)
  return isWhole(basics, spec) && survey ? { ...basics, ...survey } : undefined
}
