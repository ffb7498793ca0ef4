/** Who has which colour: actors theirs everywhere, economies a set of their own, grey for context. */
import type { Figure } from '../../data/model/figure.ts'
import type { View } from '../address.ts'
import { ECONOMY_TOKENS, isToken, type Token } from '../look/tokens.ts'

/** Codes a view sets in colour: the selected ones, else the figure's highlights, else all. */
export function emphasised(figure: Figure, codes: readonly string[], view: Pick<View, 'select'>): readonly string[] {
  if (view.select !== null) return codes
  const highlight = figure.highlight.filter((code) => codes.includes(code))
  return highlight.length ? highlight : codes
}

/**
 * A colour token for every code. Economies in colour are numbered in the figure's order of highlights,
 * so that the same economy keeps its colour in every selection of the figure; past the sixth they are context.
 */
export function tokensOf(figure: Figure, codes: readonly string[], view: Pick<View, 'select'>): ReadonlyMap<string, Token> {
  const shown = emphasised(figure, codes, view)
  const numbered = [...new Set([...figure.highlight, ...shown])].filter((code) => !isToken(figure.names[code]?.colour ?? ''))
  return new Map(codes.map((code) => {
    const own = figure.names[code]?.colour ?? ''
    if (!shown.includes(code)) return [code, 'context'] as const
    if (isToken(own)) return [code, own] as const
    return [code, ECONOMY_TOKENS[numbered.indexOf(code)] ?? 'context'] as const
  }))
}
