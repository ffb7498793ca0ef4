/** Methods: GET and HEAD everywhere, OPTIONS where other people's scripts may read, nothing else. */
import type { Place } from '../web/address.ts'
import { Problem } from '../web/problem.ts'
import { findFormat } from './formats/index.ts'
import { NEVER } from './reply.ts'

export const READING: readonly string[] = ['GET', 'HEAD']
export const SHARED: readonly string[] = [...READING, 'OPTIONS']

/** Whether other people's scripts may read what a place answers with: data and pictures, or what may be so by `Accept`. */
export function isShared(place: Place): boolean {
  switch (place.kind) {
    case 'dashboard': case 'sources': case 'guide': case 'article': case 'embed': case 'snippets': return false
    case 'collection': case 'door': case 'entry': case 'oembed': case 'openapi': case 'script': return true
    case 'catalogue': case 'releases': case 'changes': case 'comparison': return place.format !== null
    case 'figure': return place.format === null || (findFormat(place.format)?.kind ?? 'page') !== 'page'
    default: return place satisfies never
  }
}

/** Throws the Problem that lists what is possible. */
export function refuseMethod(method: string, allowed: readonly string[]): void {
  if (!allowed.includes(method)) throw new Problem('method-not-allowed', { name: 'method', given: method.slice(0, 20), allowed })
}

/** The whole answer to an OPTIONS request, null for a method that is answered elsewhere. Throws for any other method. */
export function answerOptions(method: string, place: Place): Response | null {
  refuseMethod(method, isShared(place) ? SHARED : READING)
  if (method !== 'OPTIONS') return null
  return new Response(null, {
    status: 204,
    headers: {
      Allow: SHARED.join(', '),
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': SHARED.join(', '),
      'Access-Control-Allow-Headers': 'Accept, If-Modified-Since, If-None-Match',
      'Access-Control-Max-Age': '86400',
      'Cache-Control': NEVER,
    },
  })
}
