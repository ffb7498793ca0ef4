/** `/changes/<id>@<from>` and `/changes/<id>@<from>-<to>`, pages and JSON: what differs between two versions of a figure. */
import { inLanguage, type Figure } from '../../data/model/figure.ts'
import type { CatalogueEntry, Hash, Version } from '../../data/model/release.ts'
import { UNPREFIXED_LANGUAGE, type Place } from '../../web/address.ts'
import { comparisonDocument, type Comparison } from '../../web/pages/compared.ts'
import { figurePlace } from '../../web/pages/link.ts'
import { Problem } from '../../web/problem.ts'
import type { Ask } from '../ask.ts'
import { editionOf, renamed, type Edition } from '../edition.ts'
import { redirect, safeName } from '../reply.ts'
import type { Published } from '../store.ts'
import { answerJson } from './history.ts'
import { answerPage } from './page.ts'

type ComparisonPlace = Extract<Place, { kind: 'comparison' }>

/** What the catalogue says of a version that it lists. */
function versionIn({ history }: CatalogueEntry, hash: Hash): Version {
  const found = history.findLast((version) => version.hash === hash)
  if (!found) throw new Problem('unavailable')
  return found
}

/** The version of a figure that a part of the address names. Throws the Problem that says why there is none. */
function editionAt(ask: Ask, { release }: Published, id: string, version: string | null): Edition {
  const place = figurePlace(id, version)
  if (place.kind !== 'figure') throw new Error(`not a figure's place: ${place.kind}`)
  return editionOf(release, ask.address, place)
}

/** Both versions, in two reads. */
async function compared(ask: Ask, from: Edition, to: Edition): Promise<Comparison> {
  // An entry's bytes have the hash that the publisher gave to a Figure.
  const [before, after] = await Promise.all([from, to].map(({ hash }) => ask.store.read('figure', hash))) as [Figure, Figure]
  return { entry: to.entry, from: versionIn(to.entry, from.hash), to: versionIn(to.entry, to.hash), before, after }
}

export async function comparison(ask: Ask, place: ComparisonPlace): Promise<Response> {
  const published = await ask.store.published()
  const moved = renamed(published.release, ask.address, place)
  if (moved !== null) return redirect(301, moved)
  const [from, to] = [place.from, place.to].map((version) => editionAt(ask, published, place.id, version))
  if (!from || !to) throw new Error('two versions were named')
  const { lang } = ask.address
  const versions = `@${place.from}${place.to === null ? '' : `-${place.to}`}`
  const names = [`${place.id}${versions}${lang === UNPREFIXED_LANGUAGE ? '' : `.${lang}`}.json`, `${safeName(inLanguage(to.entry.measure, lang))}${versions}.json`] as const
  return place.format === null
    ? answerPage(ask, async () => ({ kind: 'comparison', comparison: await compared(ask, from, to) }))
    : answerJson(ask, names, async () => comparisonDocument(ask.origin, await compared(ask, from, to), lang))
}
