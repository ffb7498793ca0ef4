/** A reader's mistake, or something that is not here: one value, put in words in the language and type asked for. */

/** Kinds of problems; each has a sentence in every language (web/words). `given` and `allowed` fill it in. */
export type ProblemKind =
  | 'bad-parameter'
  | 'parameter-not-here'
  | 'whole-only'
  | 'unknown-page'
  | 'unknown-figure'
  | 'unknown-version'
  | 'unknown-release'
  | 'unknown-format'
  | 'not-in-language'
  | 'withdrawn'
  | 'not-embeddable'
  | 'unsupported-format'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'unavailable'
  | 'internal'

export type ProblemDetails = {
  /** The parameter, path or header that is wrong. */
  readonly name?: string
  readonly given?: string
  /** What would be right. */
  readonly allowed?: readonly string[]
  /** A page that helps instead. */
  readonly link?: string
}

const STATUS = {
  'bad-parameter': 400, 'parameter-not-here': 400, 'whole-only': 400, 'unknown-page': 404, 'unknown-figure': 404, 'unknown-version': 404, 'unknown-release': 404,
  'unknown-format': 404, 'not-in-language': 404, withdrawn: 410, 'not-embeddable': 404, 'unsupported-format': 501, 'method-not-allowed': 405, 'not-acceptable': 406,
  unavailable: 503, internal: 500,
} as const satisfies Record<ProblemKind, number>

const isProblemKind = (name: string): name is ProblemKind => Object.hasOwn(STATUS, name)

export const PROBLEM_KINDS: readonly ProblemKind[] = Object.keys(STATUS).filter(isProblemKind)

/** Thrown anywhere on the way, answered in one place in the media type that was asked for. */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly details: ProblemDetails

  constructor(kind: ProblemKind, details: ProblemDetails = {}) {
    super(`${kind}: ${details.name ?? ''} ${details.given ?? ''}`.trim())
    this.kind = kind
    this.details = details
  }

  get status(): (typeof STATUS)[ProblemKind] {
    return STATUS[this.kind]
  }
}
