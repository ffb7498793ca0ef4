/** Every page there is, printed from what was built: each kind in each language, figures in several views. */
import type { Hash } from '../../data/model/release.ts'
import { shortHash } from '../../data/model/release.ts'
import { selectable } from '../../data/model/choose.ts'
import { DEFAULT_VIEW, type Address, type Place, type View } from '../../web/address.ts'
import { printPage, type Content, type Site } from '../../web/print.tsx'
import { Problem } from '../../web/problem.ts'
import { LANGUAGES } from '../../web/words/index.ts'
import { FORMATS } from '../../worker/formats/index.ts'
import { COMPARISONS, RELEASES } from './versions.ts'
import { ARTICLE, ASSETS, FIGURES, FRONT, RELEASE, RELEASE_HASH, SOURCES } from './built.ts'

export const SITE: Site = {
  origin: 'https://supply-lines.example', assets: ASSETS, release: RELEASE, releaseHash: RELEASE_HASH,
  formats: FORMATS,
}

export type Page = { readonly name: string; readonly address: Address; readonly content: Content; readonly html: string }

type Shown = { readonly place: Place; readonly content: Content; readonly view?: Partial<View> }

const unknown = (given: string): Shown => ({ place: { kind: 'dashboard' }, content: { kind: 'problem', problem: new Problem('unknown-page', { given }) } })

const refusedEmbed: Shown = {
  place: { kind: 'embed', id: 'nope', version: null },
  content: { kind: 'problem', problem: new Problem('unknown-figure', { given: 'nope', link: '/figures' }), isEmbed: true },
}

const figures = (lang: string): Shown[] => RELEASE.figures.filter((entry) => entry.lang.includes(lang)).flatMap((entry) => {
  const figure = FIGURES.find(({ id }) => id === entry.id)
  if (!figure) return []
  const content = { kind: 'figure', figure, entry, hash: entry.hash } as const
  const at = (version: Hash | null): Place => ({ kind: 'figure', id: entry.id, version, format: null })
  const [code] = selectable(figure)
  const some = code === undefined ? [] : [{ place: at(null), content, view: { select: [code], theme: 'dark' as const } }]
  return [
    ...entry.charts.map((chart, i) => ({ place: at(null), content, view: { chart: i === 0 ? null : chart } })),
    ...some,
    ...(entry.years.length ? [{ place: at(null), content, view: { time: 'latest' as const } }] : []),
    { place: at(shortHash(entry.hash)), content },
    { place: { kind: 'embed', id: entry.id, version: null }, content: { ...content, kind: 'embed' as const } },
    { place: { kind: 'embed', id: entry.id, version: null }, content: { ...content, kind: 'embed' as const }, ...(code === undefined ? {} : { view: { select: [code] } }) },
    { place: { kind: 'snippets', id: entry.id, version: null }, content: { ...content, kind: 'snippets' as const } },
    { place: { kind: 'snippets', id: entry.id, version: shortHash(entry.hash) }, content: { ...content, kind: 'snippets' as const } },
  ]
})

/** Pages by what they show; a kind of page that is missing here does not type-check. */
const SHOWN: { readonly [K in Content['kind']]: (lang: string) => Shown[] } = {
  dashboard: () => [
    { place: { kind: 'dashboard' }, content: { kind: 'dashboard', front: FRONT } },
    { place: { kind: 'dashboard' }, content: { kind: 'dashboard', front: FRONT }, view: { theme: 'dark' } },
  ],
  catalogue: () => [
    { place: { kind: 'catalogue', query: '', format: null }, content: { kind: 'catalogue', entries: RELEASE.figures } },
    { place: { kind: 'catalogue', query: '"<nikkei>" & \'co\'', format: null }, content: { kind: 'catalogue', entries: RELEASE.figures.slice(0, 1) } },
    { place: { kind: 'catalogue', query: 'nothing', format: null }, content: { kind: 'catalogue', entries: [] } },
  ],
  sources: () => [{ place: { kind: 'sources' }, content: { kind: 'sources', sources: SOURCES, facts: ARTICLE.facts } }],
  releases: () => [{ place: { kind: 'releases', hash: null, format: null }, content: { kind: 'releases', releases: RELEASES } }],
  release: () => RELEASES.map((one, i) => ({
    place: { kind: 'releases', hash: shortHash(one.hash), format: null }, content: { kind: 'release', releases: RELEASES.slice(i), isPresent: i === 0 },
  })),
  changes: () => [
    { place: { kind: 'changes', format: null }, content: { kind: 'changes', releases: RELEASES } },
    { place: { kind: 'changes', format: null }, content: { kind: 'changes', releases: RELEASES.slice(-1) } },
  ],
  comparison: () => COMPARISONS.map((comparison) => ({
    place: { kind: 'comparison', id: comparison.entry.id, from: shortHash(comparison.from.hash), to: null, format: null }, content: { kind: 'comparison', comparison },
  })),
  article: () => [
    { place: { kind: 'article' }, content: { kind: 'article', article: ARTICLE } },
    { place: { kind: 'article' }, content: { kind: 'article', article: ARTICLE }, view: { theme: 'dark' } },
  ],
  guide: () => [{ place: { kind: 'guide' }, content: { kind: 'guide' } }],
  figure: figures,
  embed: () => [],
  snippets: () => [],
  problem: () => [
    unknown('/<script>'), refusedEmbed,
    { place: { kind: 'dashboard' }, content: { kind: 'problem', problem: new Problem('bad-parameter', { name: 'chart', given: 'pie', allowed: ['lines'] }) } },
  ],
}

const shownPage = (lang: string, { place, content, view }: Shown): Page => {
  const address: Address = { lang, place, view: { ...DEFAULT_VIEW, ...view }, download: false }
  const said = Object.entries(address.view).filter(([, value]) => value !== null).map(([name, value]) => `${name}=${String(value)}`)
  const where = 'version' in place ? `${place.id}${place.version === null ? '' : '@version'}` : 'query' in place ? place.query : ''
  return { name: [content.kind, where, ...said, lang].filter(Boolean).join(' '), address, content, html: printPage(SITE, address, content) }
}

/** Every page, printed once. */
export const PAGES: readonly Page[] = LANGUAGES.flatMap((lang) =>
  Object.values(SHOWN).flatMap((of) => of(lang)).map((shown) => shownPage(lang, shown)))
