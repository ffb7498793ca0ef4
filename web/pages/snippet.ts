/** What to paste into another page to show a figure there: frames, a component, a picture, Markdown. */
import type { Figure } from '../../data/model/figure.ts'
import { shortHash, type CatalogueEntry, type Hash } from '../../data/model/release.ts'
import { formatAddress, type Address } from '../address.ts'
import { altOf } from '../chart/alt.ts'
import { sourceLine } from '../chart/footer.ts'
import { titleOf } from '../chart/title.ts'
import { frameHeight } from '../view/frame.ts'
import { noticeText } from '../view/notice.tsx'
import { wordsOf } from '../words/index.ts'
import { fill } from '../words/words.ts'
import { fileLink, figurePlace } from './link.ts'
import type { FileFacts } from './site.ts'

export type Shown = {
  readonly site: { readonly origin: string; readonly files: readonly FileFacts[] }
  readonly address: Address
  readonly figure: Figure
  readonly entry: Pick<CatalogueEntry, 'history'>
  readonly hash: Hash
}

export const SNIPPETS = ['iframe', 'resized', 'component', 'picture', 'markdown'] as const
export type SnippetName = (typeof SNIPPETS)[number]

/** Width in pixels that the height of a frame is right for without a script. */
export const FRAME_WIDTH = 600

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Text as it stands in an element or a quoted attribute, of HTML and of XML alike. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => ESCAPES[mark] ?? mark)

/** An element's start tag: values are escaped. */
const tag = (name: string, attributes: Readonly<Record<string, string | number>>): string =>
  `<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`).join('')}>`

/** Marks that mean something in Markdown, kept as they are. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&')

const versionOf = ({ place }: Address): string | null => ('version' in place ? place.version : null)

/** The embed of what is shown. */
export const embedPath = (address: Address, { id }: Pick<Figure, 'id'>): string =>
  formatAddress({ ...address, place: { kind: 'embed', id, version: versionOf(address) } })

/** Whose facts and whose picture. */
const creditOf = ({ figure, hash, address: { view, lang } }: Shown): string => {
  const words = wordsOf(lang)
  return [sourceLine(figure, view, words), fill(words.pages.pictureCredit, { version: shortHash(hash) })].filter(Boolean).join(words.space)
}

type Pieces = { readonly page: string; readonly image: string; readonly alt: string; readonly credit: string; readonly linked: string }

function piecesOf(shown: Shown): Pieces {
  const { site, address, figure } = shown
  const { lang, view } = address
  const version = versionOf(address)
  const page = site.origin + formatAddress({ ...address, place: figurePlace(figure.id, version), view: { ...view, theme: null } })
  const extension = site.files.some((file) => file.extension === 'png') ? 'png' : 'svg'
  const image = site.origin + fileLink(address, figure.id, version, extension, { ...view, theme: view.theme === 'auto' ? null : view.theme })
  const alt = altOf(figure, view, lang).short
  const linked = `${tag('a', { href: page })}${tag('img', { src: image, alt, width: '100%', loading: 'lazy' })}</a>`
  return { page, image, alt, credit: creditOf(shown), linked }
}

/** Every snippet of what is shown, ready to paste, and the height of the frames in them. */
export function snippetsOf(shown: Shown): { readonly texts: Readonly<Record<SnippetName, string>>; readonly height: number } {
  const { site, address, figure, entry, hash } = shown
  const { lang, view } = address
  const [src, title] = [site.origin + embedPath(address, figure), titleOf(figure, view, lang)]
  const height = frameHeight(figure, view, lang, FRAME_WIDTH, noticeText(entry, hash, lang))
  const iframe = `${tag('iframe', { src, title, width: '100%', height, loading: 'lazy', frameborder: 0 })}</iframe>`
  const script = `${tag('script', { src: `${site.origin}/embed.js` }).replace('>', ' async>')}</script>`
  const { page, image, alt, credit, linked } = piecesOf(shown)
  return {
    height,
    texts: {
      iframe,
      resized: `${iframe}\n${script}`,
      component: `${tag('supply-lines-figure', { src, label: title, height })}\n  ${linked}\n</supply-lines-figure>\n${script}`,
      picture: `<figure>\n  ${linked}\n  <figcaption>${escaped(credit)}</figcaption>\n</figure>`,
      markdown: `[![${plain(alt)}](${image})](${page})\n\n*${plain(credit)}*`,
    },
  }
}
