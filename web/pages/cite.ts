/** How a figure is cited: publisher of the facts, title, date, the exact version and its address. */
import { codesIn } from '../../data/model/choose.ts'
import { inLanguage, type Figure } from '../../data/model/figure.ts'
import { shortHash, type Hash } from '../../data/model/release.ts'
import { DEFAULT_VIEW, formatAddress } from '../address.ts'
import { wordsOf } from '../words/index.ts'
import { fill } from '../words/words.ts'
import { figurePlace } from './link.ts'
import type { Site } from './site.ts'

/** More publishers than a citation can name: they are counted. */
const MANY = 8

/** A citation in a language, naming the version for ever. */
export function citationOf(site: Pick<Site, 'origin'>, figure: Figure, hash: Hash, lang: string): string {
  const words = wordsOf(lang)
  const used = [...new Set(figure.rows.flatMap((row) => codesIn(row.source)))]
  const publishers = [...new Set(used.flatMap((id) => (figure.sources[id] ? [inLanguage(figure.sources[id].publisher, lang)] : [])))]
  const publisher = publishers.length > MANY ? fill(words.pages.compiled, { count: String(used.length) }) : publishers.join(words.semicolon)
  const path = formatAddress({ lang, place: figurePlace(figure.id, shortHash(hash)), view: DEFAULT_VIEW, download: false })
  return words.citation({
    title: inLanguage(figure.title, lang), publisher, date: figure.published,
    version: shortHash(hash), url: site.origin + path,
  })
}
