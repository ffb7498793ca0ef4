/** A described place as a path of the document: what GET, HEAD and OPTIONS take and answer there. */
import { DEFAULT_VIEW, formatAddress, isFlag, parametersAt, UNPREFIXED_LANGUAGE, type Parameter } from '../../web/address.ts'
import { isShared } from '../method.ts'
import type { Described, Json, Samples, Sent } from './described.ts'
import { examplesOf, healthExample } from './examples.ts'
import { answerHeaders, bodyHeaders, EVERYWHERE, headersNamed, sharingHeaders, WITH_BODY } from './headers.ts'
import { ownParameter, pathParameter, REQUEST_HEADERS } from './parameters.ts'
import { problemsAt } from './problems.ts'

const response = (name: string): Json => ({ $ref: `#/components/responses/${name}` })

/** The path of a described place in a language, with braces where it varies. */
export const pathOf = ({ place }: Described, lang: string): string => formatAddress({ lang, place, view: DEFAULT_VIEW, download: false })

/** Parameters of a place, in the order there is. */
export const paramsOf = ({ place, params }: Described): readonly Parameter[] => params ?? parametersAt(place)

/** `/ja/figures/{id}@{version}.csv` → `JaFiguresIdVersionCsv`. */
const nameOf = (path: string): string => path.split(/[^A-Za-z0-9]+/).filter(Boolean).map((word) => word[0]?.toUpperCase() + word.slice(1)).join('') || 'Front'

/** Where else an answer may be: under a new name, in another format, in the one spelling of what a form sends. */
function redirects(described: Described): Json {
  const isFigure = 'id' in described.place
  return {
    ...(isFigure && { 301: response('moved') }),
    ...(described.isSentElsewhere && { 302: response('elsewhere') }),
    ...(paramsOf(described).some((name) => !isFlag(name)) && { 303: response('respelled') }),
  }
}

const parameters = (described: Described): readonly Json[] => [
  ...Object.entries(described.values ?? {}).map(([name, value]) => pathParameter(name, value)),
  ...paramsOf(described).map((name) => ({ $ref: `#/components/parameters/${name}` })),
  ...(described.own ?? []).map(ownParameter),
  ...Object.keys(REQUEST_HEADERS).map((name) => ({ $ref: `#/components/parameters/${name}` })),
]

/** The methods of a path. */
function methodsOf(described: Described, path: string): Json {
  const { tag, says, answer } = described
  const answers = { 200: response(answer), ...redirects(described), 304: response(`${answer}-known`), ...problemsAt(path, described) }
  const name = nameOf(path)
  return {
    get: { operationId: `get${name}`, tags: [tag], summary: says, responses: answers },
    head: { operationId: `head${name}`, tags: [tag], summary: `${says}: the headers alone`, responses: answers },
    ...(isShared(described.place) && {
      options: { operationId: `options${name}`, tags: [tag], summary: `${says}: what other sites’ scripts may ask`, responses: { 204: response('methods'), default: problemsAt(path, described)['default'] } },
    }),
  }
}

/** The paths of a place: one for each language it has. */
export const pathsOf = (described: Described, languages: readonly string[]): Json =>
  Object.fromEntries((described.isOneLanguage ? [UNPREFIXED_LANGUAGE] : languages).map((lang) => {
    const path = pathOf(described, lang)
    return [path, { parameters: parameters(described), ...methodsOf(described, path) }]
  }))

const bodyOf = ({ schema, mediaType }: Sent): Json =>
  (schema !== null ? { schema: { $ref: `#/components/schemas/${schema}` } } : /^text|svg|ndjson|bibtex|research-info/.test(mediaType) ? { schema: { type: 'string' } } : {})

/** The answers of a place: with its body, and 304 for who has it. */
export function answersOf(described: Described, samples: Samples): Json {
  const { answer, says, sends } = described
  const headers = answerHeaders(described)
  return {
    [answer]: {
      description: says.replace(/, in a version$/, ''), headers: headersNamed([...headers, ...WITH_BODY, ...bodyHeaders(described)]),
      content: Object.fromEntries(sends.map((sent) => [sent.mediaType, { ...bodyOf(sent), ...examplesOf(described, sent, samples) }])),
    },
    [`${answer}-known`]: { description: 'It did not change', headers: headersNamed([...headers, ...EVERYWHERE, 'Cache-Control']) },
  }
}

const led = (description: string): Json => ({ description, headers: headersNamed([...EVERYWHERE, ...sharingHeaders(['data']), 'Location', 'Cache-Control', 'Vary']) })

/** Answers that are the same everywhere. */
export const sharedAnswers = (samples: Samples): Json => ({
  moved: led('The figure has another name now'),
  elsewhere: led('This picture is not drawn here: another one is at the address given'),
  respelled: led('What a form sent, in its one spelling'),
  methods: {
    description: 'What is possible', headers: headersNamed([
      ...EVERYWHERE, 'Allow', 'Cache-Control', 'Access-Control-Allow-Origin', 'Access-Control-Allow-Methods', 'Access-Control-Allow-Headers', 'Access-Control-Max-Age',
    ]),
  },
  health: {
    description: 'What is being served', headers: headersNamed([...EVERYWHERE, 'Cache-Control']),
    content: { 'application/json; charset=utf-8': { schema: { $ref: '#/components/schemas/Health' }, ...healthExample(samples) } },
  },
})

/** `/healthz`: a path that is no place of the collection. */
export const healthPath = (): Json => {
  const described = { problems: [] }
  const answers = { 200: response('health'), default: problemsAt('/healthz', described)['default'] }
  const of = (method: string): Json => ({ operationId: `${method}Healthz`, tags: ['service'], summary: 'What is being served, by which code, from where', responses: answers })
  return { get: of('get'), head: of('head') }
}

