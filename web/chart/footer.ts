/** The lines that go wherever a chart goes: its sources, how many answered, and the caveat that a reader needs. */
import { codesIn } from '../../data/model/choose.ts'
import { inLanguage, phrased, type Caveat, type Figure, type Row } from '../../data/model/figure.ts'
import type { View } from '../address.ts'
import { fill, type Words } from '../words/words.ts'
import { responseOf } from './say.ts'
import { codeOf, selectRows, undrawnOf } from './select.ts'

const distinct = (items: readonly string[]): string[] => [...new Set(items)]

/** Evidence ids of the rows a view shows. */
export const evidenceOf = (rows: readonly Row[]): string[] => distinct(rows.map((row) => row.evidence))

/** More sources than a reader can take in under a chart: they are counted there, and named in the table. */
const MANY = 12

/** "Source: World Bank, 23 February 2026; …"; '' where a view holds nothing. */
export function sourceLine(figure: Figure, view: View, words: Words): string {
  const rows = selectRows(figure, view)
  const ids = distinct(rows.flatMap((row) => codesIn(row.source)))
  if (ids.length > MANY) return fill(words.messages.sourcesLine, { count: String(ids.length) })
  const sources = ids.flatMap((id) => {
    const source = figure.sources[id]
    return source ? [words.source(source)] : []
  })
  return sources.length ? fill(words.messages.sourceLine, { sources: distinct(sources).join(words.semicolon) }) : ''
}

/** How many answered each survey that a claim rests on; '' for other shapes, whose charts say it themselves. */
export function responseLine(figure: Figure, view: View, words: Words): string {
  if (figure.shape !== 'claim') return ''
  const items = distinct(evidenceOf(selectRows(figure, view)).flatMap((id) => responseOf(figure, id, words) ?? []))
  return items.length ? fill(words.messages.repliesLine, { items: items.join(words.semicolon) }) : ''
}

/** Why some of what a view holds is not drawn, one sentence each. */
export const undrawnLines = (figure: Figure, view: View, words: Words): string[] =>
  undrawnOf(figure, selectRows(figure, view)).map(({ why }) => inLanguage(why, words.code))

const applying = (figure: Figure, view: View): readonly Caveat[] => {
  const codes = selectRows(figure, view).map((row) => codeOf(figure, row))
  return figure.caveats.filter(({ applies_to }) => applies_to === null || applies_to.some((code) => codes.includes(code)))
}

/** The caveats that apply to what a view shows. */
export const caveatsOf = (figure: Figure, view: View, words: Words): string[] =>
  applying(figure, view).map(({ text }) => inLanguage(text, words.code))

/** The first caveat, with break marks: the one line a picture has room for. */
export function caveatLine(figure: Figure, view: View, words: Words): string {
  const [first] = applying(figure, view)
  return first ? phrased(first.text, words.code) : ''
}
