/** `/healthz`: what is being served, by which code, from where. Asked afresh each time. */
import { BUILD } from '../build.ts'
import type { Env } from '../env.ts'
import { NEVER } from '../reply.ts'
import { openStore } from '../store.ts'

export async function healthz(env: Env): Promise<Response> {
  const store = openStore(env, BUILD.release, { fresh: true })
  const { hash } = await store.published()
  const health = { release: hash, code: BUILD.code, store: store.isFallback() ? 'fallback' : 'kv' }
  return new Response(`${JSON.stringify(health)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': NEVER },
  })
}
