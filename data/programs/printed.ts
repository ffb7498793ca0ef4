/** Every page as it will be printed, and which of its words are set in which fonts: browsers get these letters first. */
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { runnerImport } from 'vite'
import { articleOf, pack } from '../model/publication.ts'
import type { Collection } from '../model/read/rules.ts'
import { DEFAULT_VIEW, type Place } from '../../web/address.ts'
import type { Role } from '../../web/fonts/faces.ts'
import type { Lettering } from '../../web/fonts/letters.ts'
import type { Content, Site } from '../../web/pages/site.ts'

/** What web/print.tsx offers: Node cannot read JSX itself, so Vite reads it. */
export type Print = Pick<typeof import('../../web/print.tsx'), 'printPage' | 'printPicture'>

/** web/print.tsx of the project at `root`, as code that Node can run. */
export async function loadPrint(root: string): Promise<Print> {
  const { module } = await runnerImport<Print>(join(root, 'web/print.tsx'), {
    configFile: false, logLevel: 'error', oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  })
  return module
}

type Page = { readonly place: Place; readonly content: Content }
type Pages = { readonly site: Site; readonly pages: readonly Page[] }

/** Pages of a language, the dashboard first: what most readers see first. */
async function pagesOf(collection: Collection, lang: string, languages: readonly string[]): Promise<Pages> {
  const { release, current } = await pack(collection, { fonts: {}, languages })
  const assets = { stylesheets: {}, pageSheet: '', preloads: {}, icon: '', scripts: {} }
  const formats = ['html', 'svg', 'json', 'csv'].map((extension) => ({ extension, mediaType: '', params: [] }))
  const site: Site = { origin: 'http://localhost', assets, release, releaseHash: current.release, formats }
  const figures = collection.figures.filter((figure) => figure.lang.includes(lang)).flatMap((figure): Page[] => {
    const entry = release.figures.find(({ id }) => id === figure.id)
    const place = { kind: 'figure', id: figure.id, version: null, format: null } as const
    return entry ? [{ place, content: { kind: 'figure', figure, entry, hash: entry.hash } }] : []
  })
  const all = Object.fromEntries(collection.figures.map((figure) => [figure.id, figure]))
  const front = { schema: 1, ...collection.front, figures: all } as const
  return {
    site,
    pages: [
      { place: { kind: 'dashboard' }, content: { kind: 'dashboard', front } },
      ...figures,
      { place: { kind: 'catalogue', query: '', format: null }, content: { kind: 'catalogue', entries: release.figures } },
      { place: { kind: 'guide' }, content: { kind: 'guide' } },
      { place: { kind: 'article' }, content: { kind: 'article', article: articleOf(collection) } },
      { place: { kind: 'sources' }, content: { kind: 'sources', sources: collection.sources, facts: collection.article } },
    ],
  }
}

/** The face an element's text is set in, by the rules of web/look/ and the attributes of pictures. */
function roleOf(element: Element): Role {
  const text = element.closest('text')
  if (text?.getAttribute('font-style') === 'italic' || element.closest('i,em')) return 'serif-400-italic'
  if (text?.getAttribute('font-family')?.includes('Serif')) return 'serif-600'
  if (text) return text.getAttribute('font-weight') === '600' ? 'sans-600' : 'sans-400'
  if (element.closest('.figure h2,.list h2,.panel summary,.terms dt,thead th,b,strong')) return 'sans-600'
  return element.closest('h1,h2,h3,.brand') ? 'serif-600' : 'sans-400'
}

/** The letters of a printed page by the faces they are set in. */
export function printedLetters(html: string): readonly Lettering[] {
  const letters: Lettering[] = []
  const visit = (node: Node): void => {
    const element = node.parentElement
    if (node.nodeType === node.TEXT_NODE && element && !element.closest('head,style,script,svg>title,svg>desc')) {
      letters.push({ text: node.textContent ?? '', place: '', roles: [roleOf(element)] })
    }
    for (const child of node.childNodes) visit(child)
  }
  visit(parseHTML(html).document)
  return letters
}

/** The letters of every page of a language, the dashboard's first. */
export async function pageLetters(
  print: Print, collection: Collection, lang: string, languages: readonly string[],
): Promise<readonly (readonly Lettering[])[]> {
  const { site, pages } = await pagesOf(collection, lang, languages)
  const address = { lang, view: DEFAULT_VIEW, download: false }
  return pages.map(({ place, content }) => printedLetters(print.printPage(site, { ...address, place }, content)))
}
