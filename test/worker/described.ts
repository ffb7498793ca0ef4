/** The served OpenAPI document as tests read it: paths with real values put in, parameters, and what each answer may be. */
import { ask, ORIGIN } from './ask.ts'

type Ref = { readonly $ref?: string }
type Schema = { readonly pattern?: string, readonly enum?: readonly unknown[] }
type HeaderSpec = Ref & { readonly required?: boolean, readonly schema?: Schema }
type Content = { readonly schema?: Ref & Schema, readonly examples?: Readonly<Record<string, Ref>> }

export type Answer = Ref & { readonly description: string, readonly headers?: Readonly<Record<string, HeaderSpec>>, readonly content?: Readonly<Record<string, Content>> }
export type Parameter = Ref & {
  readonly name: string, readonly in: 'path' | 'query' | 'header', readonly required?: boolean, readonly schema: Schema
  readonly example?: string | number, readonly examples?: Readonly<Record<string, { readonly value: string | number }>>
}
type Operation = { readonly operationId: string, readonly responses: Readonly<Record<string, Answer>> }
type Item = { readonly parameters?: readonly Parameter[], readonly get: Operation, readonly head: Operation, readonly options?: Operation }
type Example = { readonly summary: string, readonly value: Readonly<Record<string, unknown>> }
export type Document = {
  readonly openapi: string, readonly paths: Readonly<Record<string, Item>>
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>> & { readonly examples: Readonly<Record<string, Example>> }
}

/** A path of the document with its real values: `/figures/fdi-inflows-gdp.csv`. */
export type Described = {
  readonly template: string
  /** With real values, and the query without which there is no answer. */
  readonly url: string
  readonly lang: string
  readonly methods: readonly string[]
  readonly parameters: readonly Parameter[]
  /** What a method is answered with, by status; the answer for any other status where there is none of its own. */
  readonly answer: (method: string, status: number) => Answer | undefined
  /** Whether a status of its own is described. */
  readonly has: (status: number) => boolean
}

/** The operation of a method; GET's for a method that is not described, whose `default` says what it comes to. */
const operationOf = ({ get, head, options }: Item, method: string): Operation => ({ HEAD: head, OPTIONS: options }[method] ?? get)

/** Reads the document that is served, and every path in it. */
export async function readDescription(origin = ORIGIN): Promise<{ readonly document: Document, readonly described: readonly Described[] }> {
  const document = await (await ask('/openapi.json', { origin })).json<Document>()
  const found = <T extends Ref>(one: T): T => {
    const [kind = '', name = ''] = one.$ref?.replace('#/components/', '').split('/') ?? []
    return one.$ref === undefined ? one : document.components[kind]?.[name] as T // The validators saw to it.
  }
  const described = Object.entries(document.paths).map(([template, item]): Described => {
    const parameters = (item.parameters ?? []).map(found)
    const query = parameters.filter((one) => one.required && one.in === 'query').map(({ name, example = '' }) => `${name}=${encodeURIComponent(example)}`)
    const path = template.replace(/\{(\w+)\}/g, (_, name) => String(parameters.find((one) => one.name === name)?.example))
    return {
      template, parameters, url: path + (query.length ? `?${query.join('&')}` : ''), lang: /^\/ja(?:\/|$)/.test(template) ? 'ja' : 'en',
      methods: Object.keys(item).filter((method) => method !== 'parameters').map((method) => method.toUpperCase()),
      answer: (method, status) => {
        const { responses } = operationOf(item, method)
        const answer = responses[status] ?? responses['default']
        return answer && resolved(found(answer), found)
      },
      has: (status) => Object.hasOwn(item.get.responses, status),
    }
  })
  return { document, described }
}

const resolved = (answer: Answer, found: (one: HeaderSpec) => HeaderSpec): Answer =>
  ({ ...answer, headers: Object.fromEntries(Object.entries(answer.headers ?? {}).map(([name, header]) => [name, found(header)])) })

/** Whether a text is one that a schema of texts allows. */
const isAllowed = (text: string, { pattern, enum: values }: Schema): boolean =>
  (pattern === undefined || new RegExp(pattern, 'u').test(text)) && (values === undefined || values.includes(text))

/** Headers that belong to the way of the bytes, or to the body. */
const OF_THE_WAY: readonly string[] = ['content-type', 'date', 'transfer-encoding', 'content-encoding']

/** Everything in which the headers of an answer differ from what is described: missing, not described, not as described. */
export function headerFaults(headers: Headers, { headers: specs = {}, content = {} }: Answer): readonly string[] {
  const known = new Set(Object.keys(specs).map((name) => name.toLowerCase()))
  const type = headers.get('Content-Type')
  const types = Object.keys(content)
  return [
    ...Object.entries(specs).flatMap(([name, { required = false, schema = {} }]) => {
      const given = headers.get(name)
      if (given === null) return required ? [`${name} is missing`] : []
      return isAllowed(given, schema) ? [] : [`${name}: ${given} is not as described`]
    }),
    ...[...headers.keys()].filter((name) => !known.has(name) && !OF_THE_WAY.includes(name)).map((name) => `${name} is not described`),
    ...(type === null ? (types.length ? ['Content-Type is missing'] : []) : types.includes(type) ? [] : [`Content-Type: ${type} is not described`]),
  ]
}
