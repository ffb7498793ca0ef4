/** The public address: absolute links come from here and never from a Host header that anyone may send. */
import type { Env } from './env.ts'

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Scheme and host without a slash. Throws, for the log, where neither PUBLIC_URL nor localhost says what it is. */
export function originOf(env: Pick<Env, 'PUBLIC_URL'>, url: URL): string {
  if (env.PUBLIC_URL) return new URL(env.PUBLIC_URL).origin
  if (LOCAL.has(url.hostname)) return url.origin
  throw new Error('PUBLIC_URL is not set: give it the public scheme and host, under [vars] in wrangler.toml')
}
