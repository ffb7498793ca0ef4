/** Texts with references: `{SGP.2024}` is filled from the data, `{=26}` is a name with digits, `{{` and `}}` are braces. */

export type Part =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'reference'; readonly path: string }
  /** Digits that are a name and not a statistic. */
  | { readonly kind: 'digits'; readonly text: string }

const TOKEN = /\{\{|\}\}|\{([^{}]*)\}|[{}]/g

function partOf(token: string, inside: string | undefined): Part | null {
  if (token === '{{' || token === '}}') return { kind: 'words', text: token.slice(1) }
  if (inside === undefined) return null
  const path = inside.trim()
  if (/^=\d[\d.,]*$/.test(path)) return { kind: 'digits', text: path.slice(1) }
  return path === '' || path.startsWith('=') ? null : { kind: 'reference', path }
}

/** A text in parts, or null when a brace has no partner or holds nothing. */
export function readTemplate(text: string): readonly Part[] | null {
  const parts: Part[] = []
  let end = 0
  for (const match of text.matchAll(TOKEN)) {
    const part = partOf(match[0], match[1])
    if (!part) return null
    if (match.index > end) parts.push({ kind: 'words', text: text.slice(end, match.index) })
    parts.push(part)
    end = match.index + match[0].length
  }
  return end < text.length ? [...parts, { kind: 'words', text: text.slice(end) }] : parts
}

/** The text without references: what its words say by themselves. A reference leaves a mark, so that nothing is glued. */
export const plainText = (parts: readonly Part[]): string =>
  parts.map((part) => (part.kind === 'words' ? part.text : '\u0001')).join('')
