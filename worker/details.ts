/** A problem as data (RFC 9457), and which media type a problem has at which address. */
import type { Asked } from '../web/address.ts'
import type { Problem, ProblemKind } from '../web/problem.ts'
import { wordsOf } from '../web/words/index.ts'
import { findFormat } from './formats/index.ts'
import type { Kind } from './security.ts'

export const PROBLEM_MEDIA = {
  page: 'text/html; charset=utf-8',
  picture: 'image/svg+xml; charset=utf-8',
  data: 'application/problem+json',
} as const satisfies Record<Kind, string>

/** The kind is the type: a name, not a page. */
export const problemType = (kind: ProblemKind): string => `urn:problem-type:supply-lines:${kind}`

/** What a problem says, in a language. */
export function problemDetails(problem: Problem, lang: string) {
  const { title, detail } = wordsOf(lang).problem(problem)
  return { type: problemType(problem.kind), title, status: problem.status, detail, ...problem.details }
}

/** How a problem is sent at an address: by the extension where it is one of ours; null where `Accept` decides. */
export const problemKindAt = ({ path, extension }: Asked): Kind | null =>
  (path === '/healthz' || path === '/oembed' ? 'data' : findFormat(extension)?.kind ?? null)
