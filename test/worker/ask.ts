/** Asks the Worker as a client on localhost would, and with KV that has faults. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import worker from '../../worker/index.ts'
import type { Env } from '../../worker/env.ts'

export const ORIGIN = 'http://localhost'

export type Question = { readonly method?: string; readonly headers?: Record<string, string>; readonly origin?: string }

const requestOf = (path: string, { method = 'GET', headers = {}, origin = ORIGIN }: Question): Request =>
  new Request(origin + path, { method, headers, redirect: 'manual' })

/** Through the runtime, with the real bindings. */
export const ask = (path: string, question: Question = {}): Promise<Response> => exports.default.fetch(requestOf(path, question))

/** Straight into the Worker, with other bindings: a new KV object each time, so that no copy of a release is kept. */
export async function askWith(bindings: Partial<Env>, path: string, question: Question = {}): Promise<Response> {
  const context = createExecutionContext()
  const answer = await worker.fetch(requestOf(path, question), { ...env, ...bindings }, context)
  await waitOnExecutionContext(context)
  return answer
}

/** Without KV altogether. */
export async function askWithout(path: string): Promise<Response> {
  const { FIGURES: _, ...rest } = env
  const context = createExecutionContext()
  const answer = await worker.fetch(requestOf(path, {}), rest, context)
  await waitOnExecutionContext(context)
  return answer
}

/** Status and the headers a table compares. */
export const said = (answer: Response, ...names: string[]): Record<string, string | number | null> =>
  ({ status: answer.status, ...Object.fromEntries(names.map((name) => [name, answer.headers.get(name)])) })
