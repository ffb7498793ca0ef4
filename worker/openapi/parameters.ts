/** Parameters, described once each: what they may say, and real values of them. */
import { LONGEST_SEARCH, SIZES, TIME_FORMS, type Parameter } from '../../web/address.ts'
import { CHARTS } from '../../web/chart/types/index.ts'
import { THEMES } from '../../web/look/tokens.ts'
import { wordsOf } from '../../web/words/index.ts'
import { fill } from '../../web/words/words.ts'
import type { Json, OwnParameter, Samples } from './described.ts'

type Spec = { readonly schema: Json; readonly examples: readonly (string | number)[]; readonly description?: string }

const YEAR = '^\\d{4}$'
const FLAG: Spec = { schema: { type: 'string', enum: ['', '1'] }, examples: ['', '1'] }

/** What each parameter may say. A parameter that is read and not described here does not compile. */
const specsOf = ({ entry: { charts, codes, years, search } }: Samples): Readonly<Record<Parameter, Spec>> => {
  const [first, last] = [String(years[0]), String(years.at(-1))]
  const [one = '', two = ''] = codes
  return {
    q: { schema: { type: 'string', maxLength: LONGEST_SEARCH }, examples: (search['en'] ?? '').split(/\s+/).slice(0, 1) },
    chart: { schema: { type: 'string', enum: Object.keys(CHARTS) }, examples: charts },
    select: { schema: { type: 'string', pattern: '^[^~]+(~[^~]+)*$' }, examples: [one, `${one}~${two}`] },
    time: {
      schema: { type: 'string', pattern: '^(latest|\\d{4}|\\d{4}\\.\\.(\\d{4})?|\\.\\.\\d{4})$' },
      examples: TIME_FORMS.map((form) => form.replace('2010', first).replace('2024', last)),
    },
    from: { schema: { type: 'string', pattern: YEAR }, examples: [first], description: 'The first year, as a form sends it: leads to the address with time (303)' },
    to: { schema: { type: 'string', pattern: YEAR }, examples: [last], description: 'The last year, as a form sends it: leads to the address with time (303)' },
    theme: { schema: { type: 'string', enum: THEMES, default: 'auto' }, examples: THEMES },
    size: { schema: { type: 'string', enum: SIZES, default: 'page' }, examples: SIZES },
    scale: { schema: { type: 'integer', enum: [1, 2], default: 1 }, examples: [1, 2] },
    download: FLAG,
    bom: FLAG,
  }
}

const named = (values: readonly (string | number)[]): Json => Object.fromEntries(values.map((value) => [`value-${String(value) || 'empty'}`.replaceAll(/[^\w.-]/g, '-'), { value }]))

/** Query parameters that mean the same wherever they are taken. */
export function queryParameters(samples: Samples): Readonly<Record<string, Json>> {
  const { pages } = wordsOf('en')
  const charts = Object.keys(CHARTS).join(', ')
  return Object.fromEntries(Object.entries(specsOf(samples)).map(([name, { schema, examples, description }]) => {
    // Its keys are the parameters.
    const words = description ?? pages[`param-${name as Exclude<Parameter, 'from' | 'to'>}`]
    return [name, {
      name, in: 'query', description: fill(words, { charts }), schema,
      ...('enum' in schema && Array.isArray(schema['enum']) && schema['enum'].includes('') && { allowEmptyValue: true }), examples: named(examples),
    }]
  }))
}

/** What may stand in braces in a path. */
const IN_PATHS: Readonly<Record<string, { readonly pattern: string; readonly description: string }>> = {
  id: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', description: 'The figure’s id. An id that changes leads to the new one (301).' },
  version: { pattern: '^[0-9a-f]{16}$', description: 'The version: the first 16 hex digits of the figure’s hash' },
  from: { pattern: '^[0-9a-f]{16}$', description: 'The version to compare from' },
  to: { pattern: '^[0-9a-f]{16}$', description: 'The version to compare with' },
  release: { pattern: '^[0-9a-f]{16}$', description: 'The release: the first 16 hex digits of its hash' },
  hash: { pattern: '^[0-9a-f]{64}$', description: 'The whole hash' },
}

/** A name in braces in a path, with a real value. */
export function pathParameter(name: string, value: string): Json {
  const known = IN_PATHS[name]
  if (!known) throw new Error(`no words for {${name}} in a path`)
  return { name, in: 'path', required: true, description: known.description, schema: { type: 'string', pattern: known.pattern }, example: value }
}

/** A parameter of one place only. */
export const ownParameter = ({ name, isRequired, description, schema, example }: OwnParameter): Json =>
  ({ name, in: 'query', required: isRequired === true, description, schema, example })

/** Headers of a request that change an answer. */
export const REQUEST_HEADERS: Readonly<Record<string, Json>> = {
  'If-None-Match': {
    name: 'If-None-Match', in: 'header', description: 'Tags that are known, in a list, weak or strong, or * for any: 304 where one is the answer’s',
    schema: { type: 'string' }, example: '*',
  },
  'If-Modified-Since': {
    name: 'If-Modified-Since', in: 'header', description: 'A date: 304 where nothing changed since. Means nothing beside If-None-Match.',
    schema: { type: 'string' }, example: 'Fri, 01 Jan 2100 00:00:00 GMT',
  },
}
