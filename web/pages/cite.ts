/** How a figure is cited: publisher of the facts, title, date, the exact version and its address. */
import { codesIn } from '../../data/model/choose.ts'
import { inLanguage, type Figure } from '../../data/model/figure.ts'
import { shortHash, type Hash } from '../../data/model/release.ts'
import { DEFAULT_VIEW, formatAddress } from '../address.ts'
import { wordsOf } from '../words/index.ts'
import { fill, type Citation } from '../words/words.ts'
import { figurePlace } from './link.ts'
import type { Site } from './site.ts'

/** More publishers than a citation can name: they are counted. */
const MANY = 8

/** What a citation says, before a language or a format puts it together. */
export type Cited = Citation & {
  /** Who published the facts, one by one; empty where they are too many to name, and `publisher` counts them. */
  readonly publishers: readonly string[]
}

/** What a citation of this version of a figure says, in a language. */
export function citedOf(site: Pick<Site, 'origin'>, figure: Figure, hash: Hash, lang: string): Cited {
  const words = wordsOf(lang)
  const used = [...new Set(figure.rows.flatMap((row) => codesIn(row.source)))]
  const publishers = [...new Set(used.flatMap((id) => (figure.sources[id] ? [inLanguage(figure.sources[id].publisher, lang)] : [])))]
  const isNamed = publishers.length <= MANY
  const path = formatAddress({ lang, place: figurePlace(figure.id, shortHash(hash)), view: DEFAULT_VIEW, download: false })
  return {
    title: inLanguage(figure.title, lang), date: figure.published, version: shortHash(hash), url: site.origin + path,
    publisher: isNamed ? publishers.join(words.semicolon) : fill(words.pages.compiled, { count: String(used.length) }),
    publishers: isNamed ? publishers : [],
  }
}

/** A citation in a language, naming the version for ever. */
export const citationOf = (site: Pick<Site, 'origin'>, figure: Figure, hash: Hash, lang: string): string =>
  wordsOf(lang).citation(citedOf(site, figure, hash, lang))
