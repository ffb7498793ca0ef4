/** `/releases` and `/releases/<hash>`, pages and JSON: what each publication changed, and the figures it had. */
import { figuresIn, type LoggedRelease, type Step } from '../../data/model/log.ts'
import { shortHash, type Release } from '../../data/model/release.ts'
import { formatAddress, type Place } from '../../web/address.ts'
import { wordsIn } from '../../web/pages/compared.ts'
import { figurePlace } from '../../web/pages/link.ts'
import { comparisonOf, filesOf, presentId } from '../../web/pages/logged.ts'
import { Problem } from '../../web/problem.ts'
import type { Ask } from '../ask.ts'
import type { Published } from '../store.ts'
import { answerJson, linkIn, releasesOf } from './history.ts'
import { answerPage } from './page.ts'

type ReleasesPlace = Extract<Place, { kind: 'releases' }>

/** What a release did to a figure. `link` is where the versions are compared. */
export function stepDocument(ask: Ask, release: Release, step: Step) {
  const { lang } = ask.address
  const { id, kind, title, from, to, formerly, changes, reason } = step
  const compared = comparisonOf(release, step, lang)
  return {
    id, kind, title: wordsIn(title, lang), from: from && shortHash(from), to: to && shortHash(to), ...(formerly !== undefined && { formerly }),
    changes: changes.map((change) => ({ ...change, note: wordsIn(change.note, lang) })), ...(reason && { reason: wordsIn(reason, lang) }),
    ...(compared && { link: linkIn(ask)(compared) }),
  }
}

const headOf = (ask: Ask, { hash, date }: LoggedRelease) =>
  ({ release: shortHash(hash), hash, date, url: linkIn(ask)({ kind: 'releases', hash: shortHash(hash), format: null }) })

/** A figure of a release: its version, the digest it is stored under, and the digests of its files. */
function figureDocument(ask: Ask, release: Release, { id, title, hash }: ReturnType<typeof figuresIn>[number]) {
  const now = presentId(release, id, ask.address.lang)
  const files = Object.entries(filesOf(release, hash)).flatMap(([extension, { of }]) => {
    const file = of[ask.address.lang]
    return file ? [[extension, { sha256: file.sha256, bytes: file.bytes }] as const] : []
  })
  return {
    id, title: wordsIn(title, ask.address.lang), version: shortHash(hash), sha256: hash, files: Object.fromEntries(files),
    ...(now !== null && { url: linkIn(ask)(figurePlace(now, shortHash(hash))) }),
  }
}

/** The release of an address and those before it, newest first. Throws the Problem that leads to the list. */
function found(ask: Ask, releases: readonly LoggedRelease[], given: string): readonly LoggedRelease[] {
  const place = releases.findIndex(({ hash }) => shortHash(hash) === given)
  if (place >= 0) return releases.slice(place)
  const link = formatAddress({ ...ask.address, place: { kind: 'releases', hash: null, format: null }, download: false })
  throw new Problem('unknown-release', { given: given.slice(0, 80), link })
}

const listDocument = (ask: Ask, { release }: Published, releases: readonly LoggedRelease[]) => ({
  schema: 1, lang: ask.address.lang,
  releases: releases.map((one) => ({ ...headOf(ask, one), changes: one.steps.map((step) => stepDocument(ask, release, step)) })),
})

function releaseDocument(ask: Ask, { release, hash }: Published, releases: readonly LoggedRelease[]) {
  return {
    schema: 1, lang: ask.address.lang, isPresent: releases[0]?.hash === hash,
    ...releases.slice(0, 1).map((one) => ({ ...headOf(ask, one), changes: one.steps.map((step) => stepDocument(ask, release, step)) }))[0],
    ...(releases[1] && { before: headOf(ask, releases[1]) }),
    figures: figuresIn(releases).map((one) => figureDocument(ask, release, one)),
  }
}

/** Answers for all of them, or for one: a hash that is not listed is a Problem, and nothing is looked for under it. */
export async function releases(ask: Ask, { hash, format }: ReleasesPlace): Promise<Response> {
  const published = await ask.store.published()
  if (hash === null) {
    return format === null
      ? answerPage(ask, async (now) => ({ kind: 'releases', releases: await releasesOf(ask.store, now) }))
      : answerJson(ask, ['releases.json', 'releases.json'], async (now) => listDocument(ask, now, await releasesOf(ask.store, now)))
  }
  const listed = found(ask, await releasesOf(ask.store, published), hash)
  return format === null
    ? answerPage(ask, (now) => ({ kind: 'release', releases: listed, isPresent: listed[0]?.hash === now.hash }))
    : answerJson(ask, [`release-${hash}.json`, `release-${hash}.json`], async (now) => releaseDocument(ask, now, listed))
}
