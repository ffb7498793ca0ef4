/** Every page as it will be printed, and which of its words are set in which fonts: browsers get these letters first. */
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { runnerImport } from 'vite'
import { firstLog, releasesIn } from '../model/log.ts'
import { articleOf, pack } from '../model/publication.ts'
import type { Collection } from '../model/read/rules.ts'
import { DEFAULT_VIEW, type Place } from '../../web/address.ts'
import type { Role } from '../../web/fonts/faces.ts'
import type { Lettering } from '../../web/fonts/letters.ts'
import type { Format } from '../../worker/formats/format.ts'
import { NO_ASSETS, pageName, type Content, type Site } from '../../web/pages/site.ts'

/** What web/print.tsx offers: Node cannot read JSX itself, so Vite reads it. */
export type Print = Pick<typeof import('../../web/print.tsx'), 'printPage' | 'printPicture'>

/** web/print.tsx of the project at `root`, as code that Node can run. */
export async function loadPrint(root: string): Promise<Print> {
  const { module } = await runnerImport<Print>(join(root, 'web/print.tsx'), {
    configFile: false, logLevel: 'error', oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  })
  return module
}

/** The formats of the Worker's registry, loaded the same way: some of them print pages. */
export async function loadFormats(root: string): Promise<readonly Format[]> {
  const { module } = await runnerImport<Pick<typeof import('../../worker/formats/index.ts'), 'FORMATS'>>(join(root, 'worker/formats/index.ts'), {
    configFile: false, logLevel: 'error', oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  })
  return module.FORMATS
}

type Page = { readonly place: Place; readonly content: Content }
type Pages = { readonly site: Site; readonly pages: readonly Page[] }

/** All pages of a language, and embeds: where they are, what they show, and the site they are printed for. */
export async function pagesOf(collection: Collection, lang: string, languages: readonly string[]): Promise<Pages> {
  const { release, current } = await pack(collection, { fonts: {}, languages })
  const formats = ['html', 'svg', 'json', 'csv'].map((extension) => ({ extension, mediaType: '', params: [], kind: 'data' as const }))
  const site: Site = { origin: 'http://localhost', assets: NO_ASSETS, release, releaseHash: current.release, formats }
  const figures = collection.figures.filter((figure) => figure.lang.includes(lang)).flatMap((figure): Page[] => {
    const entry = release.figures.find(({ id }) => id === figure.id)
    const place = { kind: 'figure', id: figure.id, version: null, format: null } as const
    const embed = { kind: 'embed', id: figure.id, version: null } as const
    return entry ? [place, embed].map((at) => ({ place: at, content: { kind: at.kind, figure, entry, hash: entry.hash } })) : []
  })
  const all = Object.fromEntries(collection.figures.map((figure) => [figure.id, figure]))
  const front = { schema: 1, ...collection.front, figures: all } as const
  const listed = release.figures.flatMap(({ id, title, hash }) => ({ id, title, hash, changes: all[id]?.changes ?? [] }))
  const releases = releasesIn(firstLog(listed), { hash: current.release, date: release.date })
  return {
    site,
    pages: [
      { place: { kind: 'dashboard' }, content: { kind: 'dashboard', front } },
      ...figures,
      { place: { kind: 'catalogue', query: '', format: null }, content: { kind: 'catalogue', entries: release.figures } },
      { place: { kind: 'guide' }, content: { kind: 'guide' } },
      { place: { kind: 'article' }, content: { kind: 'article', article: articleOf(collection) } },
      { place: { kind: 'releases', hash: null, format: null }, content: { kind: 'releases', releases } },
      { place: { kind: 'changes', format: null }, content: { kind: 'changes', releases } },
      { place: { kind: 'sources' }, content: { kind: 'sources', sources: collection.sources, facts: collection.article } },
    ],
  }
}

/** What is not shown at all. */
const isSilent = ({ localName, parentElement }: Element): boolean =>
  /^(head|style|script)$/.test(localName) || (/^(title|desc)$/.test(localName) && parentElement?.localName === 'svg')

const LABELS = '.figure h2,.list h2,.panel summary,.terms dt,thead th'

/** Headings within a page in Japanese are sans, and titles in lists, which are links, regular; a page's title is serif. */
const headingRole = (element: Element, lang: string): Role =>
  (element.localName === 'h1' || lang !== 'ja' ? 'serif-600' : element.matches('.item h3') ? 'sans-400' : 'sans-600')

/** The face of a picture's text, by its attributes. */
function faceOf(text: Element): Role {
  if (text.getAttribute('font-style') === 'italic') return 'serif-400-italic'
  if (text.getAttribute('font-family')?.includes('Serif')) return 'serif-600'
  return text.getAttribute('font-weight') === '600' ? 'sans-600' : 'sans-400'
}

/** The face an element's text is set in, by the rules of web/look/: its own, else the one around it. */
function roleOf(element: Element, around: Role, lang: string): Role {
  const { localName } = element
  if (localName === 'text') return faceOf(element)
  if (element.classList.contains('hidden')) return 'sans-400'
  if (/^(i|em)$/.test(localName)) return 'serif-400-italic'
  if (/^(b|strong)$/.test(localName)) return 'sans-600'
  if (/^(h2|summary|dt|th)$/.test(localName) && element.matches(LABELS)) return 'sans-600'
  if (/^h[123]$/.test(localName)) return headingRole(element, lang)
  return element.classList.contains('brand') ? 'serif-600' : around
}

/** The letters of a printed page by the faces they are set in. */
export function printedLetters(html: string): readonly Lettering[] {
  const letters: Lettering[] = []
  const { documentElement } = parseHTML(html).document
  const visit = (element: Element, around: Role): void => {
    if (isSilent(element)) return
    const role = roleOf(element, around, documentElement.lang)
    for (const child of element.childNodes) {
      if (child.nodeType === child.TEXT_NODE) letters.push({ text: child.textContent ?? '', place: '', roles: [role] })
    }
    for (const child of element.children) visit(child, role)
  }
  visit(documentElement, 'sans-400')
  return letters
}

/** The letters of every page of a language, by the page's name; a figure's are those of its page and its embed. */
export async function pageLetters(
  print: Print, collection: Collection, lang: string, languages: readonly string[],
): Promise<Readonly<Record<string, readonly Lettering[]>>> {
  const { site, pages } = await pagesOf(collection, lang, languages)
  const address = { lang, view: DEFAULT_VIEW, download: false }
  const printed: Record<string, readonly Lettering[]> = {}
  for (const { place, content } of pages) {
    const letters = printedLetters(print.printPage(site, { ...address, place }, content))
    printed[pageName(place)] = [...printed[pageName(place)] ?? [], ...letters]
  }
  return printed
}
