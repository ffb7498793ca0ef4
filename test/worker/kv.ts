/** The real local KV behind a counter, and with faults: the one thing outside that tests make worse than it is. */
import { env } from 'cloudflare:workers'

export type Read = { readonly key: string; readonly cacheTtl: number | undefined }

/** What a read of a key comes to; `real` reads the real KV. */
export type Fault = (key: string, real: () => Promise<string | null>) => Promise<string | null>

const none: Fault = (_, real) => real()

type Options = { readonly cacheTtl?: number } | undefined

/** A KV of its own, so that no copy of an earlier release is kept for it, with a list of what was read through it. */
export function watchedKv(fault: Fault = none): { readonly kv: KVNamespace; readonly reads: Read[] } {
  const reads: Read[] = []
  const get = (key: string, options: Options): Promise<string | null> => {
    reads.push({ key, cacheTtl: options?.cacheTtl })
    return fault(key, () => env.FIGURES.get(key, { type: 'text', cacheTtl: options?.cacheTtl ?? 60 }))
  }
  const kv = new Proxy(env.FIGURES, {
    get: (target, name) => (name === 'get' ? get : Reflect.get(target, name)),
  })
  return { kv, reads }
}

/** Keys of figures that were read. */
export const figuresRead = (reads: readonly Read[]): readonly string[] =>
  reads.map(({ key }) => key).filter((key) => key.startsWith('figure:'))
