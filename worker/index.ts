/** The Worker: security headers on everything, one way in for every address, one place where what is thrown is answered. */
import { Hono } from 'hono'
import { askedOf, canonicalRedirect, parseAddress, parsePlace } from '../web/address.ts'
import { Problem } from '../web/problem.ts'
import { LANGUAGES } from '../web/words/index.ts'
import type { Ask } from './ask.ts'
import { BUILD } from './build.ts'
import type { Env } from './env.ts'
import { answerOptions, READING, refuseMethod } from './method.ts'
import { originOf } from './origin.ts'
import { answerProblem } from './problem.ts'
import { rasterFor } from './pixels.ts'
import { redirect } from './reply.ts'
import { healthz } from './routes/healthz.ts'
import { answerPlace } from './routes/index.ts'
import { ALWAYS } from './security.ts'
import { openStore } from './store.ts'

/** `/a/b/` → `/a/b`; null for the root and for paths with empty parts, which lead nowhere. */
const withoutSlash = ({ pathname, search }: URL): string | null =>
  /^(?:\/[^/]+)+\/$/.test(pathname) ? pathname.slice(0, -1) + search : null

/**
 * Answers, and where both sources have lost an entry of the release being served, answers once more from the release
 * that was deployed: that one is whole.
 */
async function answerWhole(ask: Omit<Ask, 'store'>, env: Env): Promise<Response> {
  try {
    return await answerPlace({ ...ask, store: openStore(env, BUILD.release) })
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.kind !== 'unavailable') throw thrown
    const deployed = openStore(env, BUILD.release, { deployedOnly: true })
    // What the deployed release does not know either is still what could not be read.
    return await answerPlace({ ...ask, store: deployed }).catch((again: unknown) => {
      throw again instanceof Problem ? thrown : again
    })
  }
}

/** The way of every request: path, method, spelling, address, place. */
async function answer(request: Request, env: Env): Promise<Response> {
  const url = new URL(request.url)
  const slashless = withoutSlash(url)
  if (slashless !== null) return redirect(301, slashless)
  const options = answerOptions(request.method, parsePlace(askedOf(url.pathname, LANGUAGES).path))
  if (options) return options
  const canonical = canonicalRedirect(url, LANGUAGES)
  if (canonical !== null) return redirect(303, canonical)
  const address = parseAddress(url, LANGUAGES)
  return answerWhole({ request, url, address, origin: originOf(env, url), build: BUILD, raster: rasterFor(env) }, env)
}

const app = new Hono<{ Bindings: Env }>()

app.use(async (context, next) => {
  await next()
  for (const [name, value] of Object.entries(ALWAYS)) context.res.headers.set(name, value)
})

app.all('/healthz', (context) => {
  refuseMethod(context.req.method, READING)
  return healthz(context.env)
})

app.all('*', (context) => answer(context.req.raw, context.env))

app.onError((error, context) => answerProblem(error, context.req.raw, context.env))

export default app
