/** View to text: the one place where markup becomes a string. */
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { BREAK, inLanguage, type Figure } from '../data/model/figure.ts'
import { shortHash, type Hash } from '../data/model/release.ts'
import { DEFAULT_VIEW, formatAddress, type Address } from './address.ts'
import { altOf } from './chart/alt.ts'
import type { Outlines } from './chart/lettered.ts'
import { isDefaultView, titleOf } from './chart/title.ts'
import { ArticlePage } from './pages/article.tsx'
import { CataloguePage } from './pages/figures.tsx'
import { cardOf } from './pages/card.ts'
import { catalogOf } from './pages/datacatalog.ts'
import { datasetOf } from './pages/dataset.ts'
import type { Comparison } from './pages/compared.ts'
import { ComparisonPage } from './pages/comparison.tsx'
import { DashboardPage } from './pages/dashboard.tsx'
import { EmbedPage } from './pages/embed.tsx'
import { FigurePage } from './pages/figure.tsx'
import { GuidePage } from './pages/guide.tsx'
import { figurePlace } from './pages/link.ts'
import type { LiveData } from './pages/live.ts'
import { EmbeddedProblem, ProblemPage } from './pages/problem.tsx'
import { ChangesPage, ReleasePage, ReleasesPage } from './pages/releases.tsx'
import { SnippetsPage } from './pages/snippets.tsx'
import { SourcesPage } from './pages/sources.tsx'
import type { Content, Site } from './pages/site.ts'
import type { Problem } from './problem.ts'
import { columnSite } from './view/column.tsx'
import { PictureView, ProblemPicture } from './view/picture.tsx'
import { Shell, type PageHead } from './view/shell.tsx'
import { DEFAULT_LANGUAGE, LANGUAGES, wordsOf } from './words/index.ts'
import { fill } from './words/words.ts'

export type { Assets, Content, Site } from './pages/site.ts'
export { citationOf } from './pages/cite.ts'

/** The fonts of one picture: the whole text of its `<style>` element and that text's sha-256 in base64, for the CSP. */
export type FontPack = { readonly css: string; readonly sha256: string }

const bodyOf = (site: Site, address: Address, content: Content): VNode => {
  switch (content.kind) {
    case 'dashboard': return <DashboardPage front={content.front} entries={site.release.figures} address={address} />
    case 'catalogue': return <CataloguePage site={site} entries={content.entries} address={address} />
    case 'guide': return <GuidePage site={site} address={address} />
    case 'article': return <ArticlePage article={content.article} address={address} />
    case 'releases': return <ReleasesPage release={site.release} releases={content.releases} address={address} />
    case 'release': return <ReleasePage release={site.release} releases={content.releases} isPresent={content.isPresent} address={address} />
    case 'changes': return <ChangesPage release={site.release} releases={content.releases} address={address} />
    case 'comparison': return <ComparisonPage comparison={content.comparison} address={address} />
    case 'sources': return <SourcesPage site={site} sources={content.sources} facts={content.facts} address={address} />
    case 'figure': return <FigurePage site={columnSite(site, content.figure.shape)} address={address} {...content} />
    case 'embed': return <EmbedPage site={columnSite(site, content.figure.shape)} address={address} {...content} />
    case 'snippets': return <SnippetsPage site={columnSite(site, content.figure.shape)} address={address} {...content} />
    case 'problem': return content.isEmbed
      ? <EmbeddedProblem problem={content.problem} address={address} /> : <ProblemPage problem={content.problem} address={address} />
    default: return content satisfies never
  }
}

/** What a page tells its browser side; null for pages that have nothing to wake up. */
function liveOf({ release }: Site, { lang, view }: Address, content: Content): LiveData | 'buttons' | null {
  const live = (kind: LiveData['kind'], hash: Hash): LiveData => {
    const place = { kind: 'entry', entry: kind, hash } as const
    return { kind, facts: formatAddress({ lang: DEFAULT_LANGUAGE, place, view: DEFAULT_VIEW, download: false }), lang, view }
  }
  switch (content.kind) {
    case 'dashboard': return live('front', release.front)
    case 'embed': case 'figure': return live('figure', content.hash)
    case 'snippets': case 'guide': return 'buttons'
    default: return null
  }
}

/** The address of what is shown, of a figure its page, without theme: of the version that is read, which a share should keep. */
function sharedAt(address: Address): string {
  const { place } = address
  const own = 'version' in place ? figurePlace(place.id, place.version) : place
  return formatAddress({ ...address, place: own, download: false, view: { ...address.view, theme: null, size: null, scale: null } })
}

/** The same, live: the one that search engines should list. */
const canonicalOf = (address: Address): string =>
  sharedAt('version' in address.place ? { ...address, place: { ...address.place, version: null } } : address)

type OwnHead = Pick<PageHead, 'title' | 'description' | 'listed'>

function releaseHead({ releases }: Extract<Content, { kind: 'release' }>, lang: string): OwnHead {
  const { hash = '', date = '' } = releases[0] ?? {}
  const { pages, date: said } = wordsOf(lang)
  return { title: fill(pages.releaseTitle, { hash: shortHash(hash), date: said(date) }), description: pages.releaseLead, listed: false }
}

function comparisonHead({ entry, from, to }: Comparison, lang: string): OwnHead & Pick<PageHead, 'languages'> {
  const { pages, date } = wordsOf(lang)
  const said = { from: shortHash(from.hash), fromDate: date(from.date), to: shortHash(to.hash), toDate: date(to.date) }
  return {
    languages: entry.lang, title: fill(pages.comparedTitle, { title: inLanguage(entry.title, lang) }), description: fill(pages.comparedLead, said), listed: false,
  }
}

function headOf(site: Site, address: Address, content: Content): PageHead {
  const { lang } = address
  const { pages } = wordsOf(lang)
  const common = { languages: LANGUAGES, className: content.kind, listed: true, canonical: canonicalOf(address), shared: sharedAt(address) }
  switch (content.kind) {
    case 'dashboard': {
      const description = inLanguage(content.front.lead, lang)
      return { ...common, title: inLanguage(content.front.title, lang), description, linked: catalogOf(site, description, [], lang) }
    }
    case 'catalogue': return {
      ...common, title: pages.catalogueTitle, description: pages.catalogueLead,
      linked: catalogOf(site, pages.catalogueLead, site.release.figures, lang),
    }
    case 'guide': return { ...common, title: pages.guideTitle.replaceAll(BREAK, ''), description: pages.guideLead }
    case 'article': return {
      ...common, title: pages.articleTitle.replaceAll(BREAK, ''), description: inLanguage(content.article.facts.lead, lang),
    }
    case 'releases': return { ...common, title: pages.releasesTitle, description: pages.releasesLead }
    case 'release': return { ...common, ...releaseHead(content, lang) }
    case 'changes': return { ...common, title: pages.changesTitle, description: pages.changesLead }
    case 'comparison': return { ...common, ...comparisonHead(content.comparison, lang) }
    case 'sources': return { ...common, title: pages.sourcesTitle, description: pages.sourcesLead }
    case 'figure': case 'embed': return {
      ...common, languages: content.figure.lang, title: titleOf(content.figure, address.view, lang),
      description: isDefaultView(address.view)
        ? inLanguage(content.figure.description, lang) : altOf(content.figure, address.view, lang).sentences.slice(1).join(wordsOf(lang).space),
      card: cardOf(site.origin, address, content),
      ...(content.kind === 'figure' && { linked: datasetOf(site, content, lang) }),
      // An embed names its figure's page as the canonical one: a search engine that meets it lists that.
      listed: 'version' in address.place && address.place.version === null,
    }
    case 'snippets': return {
      ...common, languages: content.figure.lang, title: fill(pages.snippetsTitle, { title: titleOf(content.figure, address.view, lang) }),
      description: pages.snippetsLead, listed: false,
    }
    case 'problem': return { ...common, title: pages.problemTitle, description: wordsOf(lang).problem(content.problem).detail, listed: false }
    default: return content satisfies never
  }
}

/** Whether a page stands in somebody else's. */
const isBare = (content: Content): boolean => content.kind === 'embed' || (content.kind === 'problem' && content.isEmbed === true)

/** A whole HTML document. */
export const printPage = (site: Site, address: Address, content: Content): string =>
  `<!doctype html>${renderToString(
    <Shell site={site} address={address} head={headOf(site, address, content)} bare={isBare(content)} live={liveOf(site, address, content)}>{bodyOf(site, address, content)}</Shell>,
  )}`

/** How a picture's letters come to it: in its style sheet, or each in an exact font; null: by the names of families, as pages' charts. */
export type Letters = { readonly pack: FontPack } | { readonly outlines: Outlines } | null

/** A whole SVG file. */
export function printPicture(site: Pick<Site, 'origin'>, address: Address, figure: Figure, hash: Hash, letters: Letters): string {
  const { view, lang } = address
  const path = formatAddress({ lang, place: figurePlace(figure.id), view: DEFAULT_VIEW, download: false })
  const options = { view, lang, version: shortHash(hash), address: (site.origin + path).replace(/^https?:\/\//, '') }
  const css = letters && 'pack' in letters ? letters.pack.css : null
  const outlines = letters && 'outlines' in letters ? letters.outlines : null
  return renderToString(<PictureView figure={figure} options={options} css={css} outlines={outlines} />)
}

/** A problem as a whole SVG file. */
export const printProblemPicture = (problem: Problem, lang: string): string => renderToString(<ProblemPicture problem={problem} lang={lang} />)
