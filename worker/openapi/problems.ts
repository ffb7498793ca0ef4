/** What may go wrong, as answers of the document, each with an example that can be asked for. */
import { shortHash } from '../../data/model/release.ts'
import { askedOf } from '../../web/address.ts'
import { filesOf } from '../../web/pages/site.ts'
import { Problem, PROBLEM_KINDS, type ProblemKind } from '../../web/problem.ts'
import { LANGUAGES } from '../../web/words/index.ts'
import { PROBLEM_MEDIA, problemDetails, problemKindAt, problemType } from '../details.ts'
import { FORMATS } from '../formats/index.ts'
import { SHARED } from '../method.ts'
import { OEMBED_FORMATS } from '../oembed.ts'
import type { Kind } from '../security.ts'
import type { Described, Json, Samples } from './described.ts'
import { headersNamed, sharingHeaders, WITH_BODY } from './headers.ts'

/** A request that goes wrong, and what it is answered. */
export type Mistake = { readonly method: string; readonly path: string; readonly problem: Problem }

const UNLISTED = '0123456789abcdef'

/** Requests that go wrong in the release being served; kinds that no request can bring about are left out. */
export function mistakes({ entry, release, origin }: Samples): readonly Mistake[] {
  const { id, shape, charts, years, history, codes: [code = ''] } = entry
  const figure = `/figures/${id}`
  const get = (path: string, kind: ProblemKind, details: Problem['details']): Mistake => ({ method: 'GET', path, problem: new Problem(kind, details) })
  const [withdrawn] = Object.entries(release.withdrawn)
  const selective = FORMATS.filter(({ kind, params }) => kind === 'data' && params.includes('select')).map(({ extension }) => extension).toSorted()
  return [
    get(`${figure}.json?time=${Number(years[0]) - 1}`, 'bad-parameter',
      { name: 'time', given: `${Number(years[0]) - 1}..${Number(years[0]) - 1}`, allowed: [`${years[0]}..${years.at(-1)}`, 'latest'] }),
    get(`/figures.json?chart=${charts[0]}`, 'parameter-not-here', { name: 'chart', given: charts[0] ?? '', allowed: ['q', 'download'] }),
    get(`${figure}.bib?select=${code}`, 'whole-only', { name: 'select', given: code, allowed: selective, link: `${figure}.csv?select=${code}` }),
    get(`/${LANGUAGES.at(-1)}/openapi.json`, 'unknown-page', { given: `/${LANGUAGES.at(-1)}/openapi.json` }),
    get('/figures/no-such-figure.json', 'unknown-figure', { given: 'no-such-figure', link: '/figures' }),
    get(`${figure}@${UNLISTED}.json`, 'unknown-version', { name: id, given: UNLISTED, allowed: history.map(({ hash }) => shortHash(hash)).toReversed() }),
    get(`/releases/${UNLISTED}.json`, 'unknown-release', { given: UNLISTED, link: '/releases' }),
    get(`${figure}.pdf`, 'unknown-format', { given: 'pdf', allowed: filesOf({ formats: FORMATS }, shape).map(({ extension }) => extension) }),
    ...(withdrawn ? [get(`/figures/${withdrawn[0]}.json`, 'withdrawn', { given: withdrawn[0], name: withdrawn[1]['en'] ?? '' })] : []),
    get(`/oembed?url=${encodeURIComponent(`${origin}/guide`)}`, 'not-embeddable', { name: 'url', given: `${origin}/guide` }),
    get(`/oembed?format=yaml&url=${encodeURIComponent(origin + figure)}`, 'unsupported-format', { name: 'format', given: 'yaml', allowed: Object.keys(OEMBED_FORMATS) }),
    { method: 'POST', path: '/figures.json', problem: new Problem('method-not-allowed', { name: 'method', given: 'POST', allowed: SHARED }) },
  ]
}

const exampleNames = (samples: Samples): ReadonlySet<ProblemKind> => new Set(mistakes(samples).map(({ problem }) => problem.kind))

/** The examples of the document: the request in the summary, the answer's body as the value. */
export const problemExamples = (samples: Samples): Json => Object.fromEntries(mistakes(samples).map(({ method, path, problem }) =>
  [problem.kind, { summary: `${method} ${path}`, value: problemDetails(problem, askedOf(path, LANGUAGES).lang) }]))

const REASONS: Readonly<Record<number, string>> = {
  400: 'A parameter has a value that is not possible, or means nothing here. The answer names it, what was given and what is possible.',
  404: 'There is no such thing. The answer says what there is.',
  406: 'Nothing that Accept takes can be sent. The answer lists what can.',
  410: 'The figure was withdrawn. The answer gives the reason.',
  501: 'There is no such format of the answer.',
  503: 'This cannot be read at the moment.',
}

const KINDS: readonly ProblemKind[] = ['bad-parameter', 'parameter-not-here', 'unavailable']

/** What may go wrong at a place, by status. */
export const statusesAt = ({ problems = [] }: Pick<Described, 'problems'>): readonly number[] =>
  [...new Set([...KINDS, ...problems].map((kind) => new Problem(kind).status))].toSorted((a, b) => a - b)

/** How a problem at a path is sent: in one media type, or in the one that Accept asks for. */
const kindsAt = (path: string): readonly Kind[] => {
  const kind = problemKindAt(askedOf(path, LANGUAGES))
  return kind === null ? ['page', 'picture', 'data'] : [kind]
}

const nameOf = (status: number | 'other', kinds: readonly Kind[]): string => `problem-${status}-${kinds.length > 1 ? 'any' : kinds[0]}`

/** The answers to mistakes at a path, by status; `default` for what no status is promised for, 405 and 500 among it. */
export const problemsAt = (path: string, described: Pick<Described, 'problems'>): Json => Object.fromEntries([...statusesAt(described), 'other' as const]
  .map((status) => [status === 'other' ? 'default' : String(status), { $ref: `#/components/responses/${nameOf(status, kindsAt(path))}` }]))

const isOf = (kind: ProblemKind, status: number | 'other'): boolean =>
  (status === 'other' ? REASONS[new Problem(kind).status] === undefined : new Problem(kind).status === status)

function answerTo(status: number | 'other', kinds: readonly Kind[], real: ReadonlySet<ProblemKind>): Json {
  const possible = PROBLEM_KINDS.filter((kind) => isOf(kind, status))
  const examples = Object.fromEntries(possible.filter((kind) => real.has(kind)).map((kind) => [kind, { $ref: `#/components/examples/${kind}` }]))
  const body = (kind: Kind): Json => (kind !== 'data' ? {} : {
    schema: { $ref: '#/components/schemas/Problem' }, ...(Object.keys(examples).length && { examples }),
  })
  return {
    description: `${status === 'other' ? 'Whatever else goes wrong: a method that is not possible here (405), a mistake of ours (500).' : REASONS[status]} One of: ${possible.join(', ')}.`,
    headers: headersNamed([
      ...WITH_BODY, ...sharingHeaders(kinds), ...(kinds.length > 1 ? ['Vary'] : []), ...(status === 503 ? ['Retry-After'] : []), ...(status === 'other' ? ['Allow'] : []),
    ]),
    content: Object.fromEntries(kinds.map((kind) => [PROBLEM_MEDIA[kind], body(kind)])),
  }
}

/** Every answer to a mistake that these paths refer to. */
export function problemResponses(samples: Samples, refs: ReadonlySet<string>): Json {
  const real = exampleNames(samples)
  const all = [...Object.keys(REASONS).map(Number), 'other' as const].flatMap((status) =>
    ([['page'], ['picture'], ['data'], ['page', 'picture', 'data']] as const).map((kinds) => [nameOf(status, kinds), answerTo(status, kinds, real)] as const))
  return Object.fromEntries(all.filter(([name]) => refs.has(name)))
}

/** The schema of a problem (RFC 9457). */
export const PROBLEM_SCHEMA: Json = {
  type: 'object', description: 'A reader’s mistake, or something that is not here (RFC 9457)', required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', description: 'A name, not a page', enum: PROBLEM_KINDS.map(problemType) },
    title: { type: 'string', description: 'In the language of the address' },
    status: { type: 'integer', enum: [...new Set(PROBLEM_KINDS.map((kind) => new Problem(kind).status))] },
    detail: { type: 'string', description: 'In the language of the address' },
    name: { type: 'string', description: 'The parameter, path or header that is wrong' },
    given: { type: 'string', description: 'What was given' },
    allowed: { type: 'array', items: { type: 'string' }, description: 'What would be right' },
    link: { type: 'string', description: 'An address that helps instead' },
  },
  additionalProperties: false,
}
