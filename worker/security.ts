/** Security headers: what a page, a picture or a file may do in the browser that gets it. */

/** What an answer is to a browser. */
export type Kind = 'page' | 'picture' | 'data'

/** On every answer, whatever it is. */
export const ALWAYS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
} as const satisfies Record<string, string>

const NOTHING = "default-src 'none'"

const PAGE = [
  NOTHING, "style-src 'self'", "font-src 'self'", "img-src 'self' data:", "script-src 'self'", "connect-src 'self'", "form-action 'self'",
  "base-uri 'none'",
].join('; ')

const ESCAPES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&#39;': "'", '&amp;': '&' } as const

const isEscape = (text: string): text is keyof typeof ESCAPES => Object.hasOwn(ESCAPES, text)

const unescaped = (text: string): string => text.replace(/&#?\w+;/g, (mark) => (isEscape(mark) ? ESCAPES[mark] : mark))

/** The texts of a picture's style elements as its reader sees them. */
const stylesOf = (svg: string): readonly string[] =>
  [...svg.matchAll(/<style[^>]*>([^<]*)<\/style>/g)].map(([, text = '']) => unescaped(text))

async function hashSource(style: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`
}

/** A picture may use the styles and the fonts it carries, and nothing else. */
async function picturePolicy(svg: string): Promise<string> {
  const hashes = await Promise.all(stylesOf(svg).map(hashSource))
  return hashes.length ? `${NOTHING}; style-src ${hashes.join(' ')}; font-src data:` : NOTHING
}

/**
 * Content-Security-Policy of an answer with this body. Only embeds may be framed, by whatever there is: `frame-ancestors *` would leave out
 * pages that were opened as files, and apps (CSP 3, §6.7.2.8).
 */
export async function policyOf(kind: Kind, body: string | Uint8Array, isFrameable = false): Promise<string> {
  if (kind === 'picture') return typeof body === 'string' ? picturePolicy(body) : NOTHING
  return `${kind === 'page' ? PAGE : NOTHING}${isFrameable ? '' : "; frame-ancestors 'none'"}`
}

/** Who else may read an answer: data and pictures by any script; these and embeds inside any page. */
export function sharing(kind: Kind, isFrameable = false): Record<string, string> {
  const resource = { 'Cross-Origin-Resource-Policy': 'cross-origin' }
  if (kind === 'page') return isFrameable ? resource : {}
  return {
    ...resource,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Content-Disposition, Content-Language, Content-Location, ETag, Last-Modified, Link, Repr-Digest, Supply-Lines-Store',
  }
}
