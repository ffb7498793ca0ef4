/** Whatever was thrown, answered in the media type that was asked for: a page, a picture with the words in it, or JSON. */
import type { Release } from '../data/model/release.ts'
import { askedOf, DEFAULT_VIEW, parsePlace, type Address, type Asked, type Place } from '../web/address.ts'
import { THEMES, type Theme } from '../web/look/tokens.ts'
import { printPage, printProblemPicture } from '../web/print.tsx'
import { Problem } from '../web/problem.ts'
import { LANGUAGES } from '../web/words/index.ts'
import { siteOf } from './ask.ts'
import { BUILD } from './build.ts'
import { PROBLEM_MEDIA, problemDetails, problemKindAt } from './details.ts'
import type { Env } from './env.ts'
import { negotiate } from './negotiate.ts'
import { originOf } from './origin.ts'
import { NEVER } from './reply.ts'
import { policyOf, sharing, type Kind } from './security.ts'
import { openStore, type Published } from './store.ts'

/** What `Accept` may name, and the kind of problem that answers it. The page comes first for those who take anything. */
const OFFERS: readonly { readonly mediaType: string; readonly kind: Kind }[] = [
  { mediaType: 'text/html', kind: 'page' },
  { mediaType: 'image/svg+xml', kind: 'picture' },
  { mediaType: 'application/problem+json', kind: 'data' },
  { mediaType: 'application/json', kind: 'data' },
  { mediaType: 'text/csv', kind: 'data' },
]

/** By the extension where it is one of ours, else by `Accept`; JSON for machines and for who takes nothing of all this. */
const kindAsked = (asked: Asked, accept: string | null): Kind => problemKindAt(asked) ?? negotiate(accept, OFFERS)?.kind ?? 'data'

/** Where there is no release to be had, a page still has its words. */
const NO_RELEASE: Release = {
  schema: 1, date: '', figures: [], sections: [], front: '', sources: '', article: '', log: '', formerly: {}, withdrawn: {},
}
const NOTHING: Published = { hash: '', release: NO_RELEASE }

/** The place a page of words stands in for, so that its links to other languages lead there. */
function placeOf(path: string): Place {
  try {
    return parsePlace(path)
  } catch {
    return { kind: 'dashboard' }
  }
}

/** The colours that were chosen, so that a problem does not dazzle who reads in the dark. */
const themeOf = ({ searchParams }: URL): Theme | null =>
  THEMES.find((theme) => theme !== 'auto' && theme === searchParams.get('theme')) ?? null

/** Where other people's pages may show what is wrong, as they would the embed. */
const isEmbedded = ({ path }: Asked, kind: Kind): boolean => kind === 'page' && path.startsWith('/embed/')

async function printProblemPage(problem: Problem, asked: Asked, url: URL, env: Env): Promise<string> {
  const published = await openStore(env, BUILD.release).published().catch(() => NOTHING)
  const address: Address = { lang: asked.lang, place: placeOf(asked.path), view: { ...DEFAULT_VIEW, theme: themeOf(url) }, download: false }
  const origin = problem.kind === 'internal' ? url.origin : originOf(env, url)
  return printPage(siteOf({ origin, build: BUILD }, published), address, { kind: 'problem', problem, isEmbed: isEmbedded(asked, 'page') })
}

async function bodyOf(kind: Kind, problem: Problem, asked: Asked, url: URL, env: Env): Promise<string> {
  if (kind === 'picture') return printProblemPicture(problem, asked.lang)
  return kind === 'page' ? printProblemPage(problem, asked, url, env) : `${JSON.stringify(problemDetails(problem, asked.lang))}\n`
}

/** Our mistakes go to the log with everything, and to the reader with nothing. */
function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown
  const [message, stack] = thrown instanceof Error ? [thrown.message, thrown.stack] : [String(thrown), undefined]
  console.error(JSON.stringify({ event: 'internal-error', message, stack }))
  return new Problem('internal')
}

function headersOf(problem: Problem, asked: Asked): Record<string, string> {
  const isNegotiated = /^\/figures\/[^/.]+$/.test(asked.path)
  return {
    'Cache-Control': NEVER,
    'Content-Language': asked.lang,
    ...(isNegotiated ? { Vary: 'Accept' } : {}),
    ...(problem.kind === 'method-not-allowed' ? { Allow: (problem.details.allowed ?? []).join(', ') } : {}),
    ...(problem.status === 503 ? { 'Retry-After': '60' } : {}),
  }
}

/** The answer to a request on whose way something was thrown. Never throws itself. */
export async function answerProblem(thrown: unknown, request: Request, env: Env): Promise<Response> {
  const problem = asProblem(thrown)
  const url = new URL(request.url)
  const asked = askedOf(url.pathname, LANGUAGES)
  const send = async (kind: Kind): Promise<Response> => {
    const body = await bodyOf(kind, problem, asked, url, env)
    return new Response(body, {
      status: problem.status,
      headers: {
        'Content-Type': PROBLEM_MEDIA[kind],
        'Content-Security-Policy': await policyOf(kind, body, isEmbedded(asked, kind)),
        ...sharing(kind, isEmbedded(asked, kind)),
        ...headersOf(problem, asked),
      },
    })
  }
  return send(kindAsked(asked, request.headers.get('Accept'))).catch((error: unknown) => {
    asProblem(error)
    return send('data')
  })
}
