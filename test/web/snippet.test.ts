/** What is pasted for a figure, read by a parser of HTML and one of Markdown: every snippet of every figure, live and pinned. */
import { parseHTML } from 'linkedom'
import { micromark } from 'micromark'
import { describe, expect, it } from 'vitest'
import { shortHash } from '../../data/model/release.ts'
import { DEFAULT_VIEW } from '../../web/address.ts'
import { altOf } from '../../web/chart/alt.ts'
import { sourceLine } from '../../web/chart/footer.ts'
import { titleOf } from '../../web/chart/title.ts'
import { filesOf } from '../../web/pages/site.ts'
import { snippetsOf } from '../../web/pages/snippet.ts'
import { frameHeight } from '../../web/view/frame.ts'
import { wordsOf } from '../../web/words/index.ts'
import { FIGURES, RELEASE } from './built.ts'
import { SITE } from './pages.ts'

const CASES = RELEASE.figures.flatMap((entry) => entry.lang.flatMap((lang) => [null, shortHash(entry.hash)].map((version) =>
  ({ id: entry.id, lang, version, name: `${entry.id}${version === null ? '' : '@version'} in ${lang}` }))))

/** What a case shows, and what has to be in its snippets. */
function shownOf({ id, lang, version }: (typeof CASES)[number]) {
  const [figure, entry] = [FIGURES.find((one) => one.id === id), RELEASE.figures.find((one) => one.id === id)]
  if (!figure || !entry) throw new Error(`no such figure: ${id}`)
  const address = { lang, place: { kind: 'snippets', id, version } as const, view: { ...DEFAULT_VIEW, theme: 'dark' as const }, download: false }
  const { texts } = snippetsOf({ site: { origin: SITE.origin, files: filesOf(SITE, figure.shape) }, address, figure, entry, hash: entry.hash })
  const own = `${id}${version === null ? '' : `@${version}`}`
  const root = `${SITE.origin}${lang === 'en' ? '' : `/${lang}`}`
  return {
    texts, title: titleOf(figure, address.view, lang), alt: altOf(figure, address.view, lang).short, height: String(frameHeight(figure, address.view, lang, 600)),
    source: sourceLine(figure, address.view, wordsOf(lang)), hash: shortHash(entry.hash),
    embed: `${root}/embed/${own}?theme=dark`, page: `${root}/figures/${own}`, image: `${root}/figures/${own}.png?theme=dark`,
  }
}

type Shown = ReturnType<typeof shownOf>

const bodyOf = (html: string): Element => parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body

const attributes = (element: Element | null | undefined): Record<string, string> =>
  Object.fromEntries([...(element?.attributes ?? [])].map(({ name, value }) => [name, value]))

const names = (element: Element): readonly string[] => [...element.children].map(({ localName }) => localName)

const frameOf = ({ embed, title, height }: Shown) => ({ src: embed, title, width: '100%', height, loading: 'lazy', frameborder: '0' })

const SCRIPT = { src: `${SITE.origin}/embed.js`, async: '' }

/** The picture in its link, as it stands by itself. */
function expectLinked(link: Element | null | undefined, { page, image, alt }: Shown): void {
  expect([link?.localName, attributes(link)]).toEqual(['a', { href: page }])
  expect([...(link?.children ?? [])].map(({ localName }) => localName)).toEqual(['img'])
  expect(attributes(link?.firstElementChild)).toEqual({ src: image, alt, width: '100%', loading: 'lazy' })
}

describe.each(CASES)('$name', (one) => {
  const shown = shownOf(one)
  const { texts, embed, title, height, source, hash } = shown

  it('is a frame: titled, lazy, as wide as its place and as high as a column of 600 needs', () => {
    const body = bodyOf(texts.iframe)
    expect(names(body)).toEqual(['iframe'])
    expect(attributes(body.firstElementChild)).toEqual(frameOf(shown))
  })

  it('is the same frame with the script that gives it its height', () => {
    const body = bodyOf(texts.resized)
    expect(names(body)).toEqual(['iframe', 'script'])
    expect([...body.children].map(attributes)).toEqual([frameOf(shown), SCRIPT])
  })

  it('is a component, in which the picture stands until the script runs', () => {
    const body = bodyOf(texts.component)
    expect(names(body)).toEqual(['supply-lines-figure', 'script'])
    const [component, script] = body.children
    expect([attributes(component), attributes(script)]).toEqual([{ src: embed, label: title, height }, SCRIPT])
    expect(component?.children.length).toBe(1)
    expectLinked(component?.firstElementChild, shown)
  })

  it('is a picture with words instead of it, and a credit', () => {
    const body = bodyOf(texts.picture)
    expect(names(body)).toEqual(['figure'])
    expect([...(body.firstElementChild?.children ?? [])].map(({ localName }) => localName)).toEqual(['a', 'figcaption'])
    expectLinked(body.querySelector('figure > a'), shown)
    const credit = body.querySelector('figcaption')?.textContent ?? ''
    for (const part of [source, 'Supply Lines', 'CC BY 4.0', hash]) expect(credit).toContain(part)
  })
})

/** Markdown read by a program that is none of ours: each snippet under its number. */
const readMarkdown = (texts: readonly string[]): readonly Element[] => texts.flatMap((text, i) =>
  bodyOf(`<section><h1>${i}</h1>${micromark(text)}</section>`).firstElementChild ?? [])

const flat = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()

it('is Markdown: the picture with its words in a link to the page, and the credit', () => {
  const all = CASES.map(shownOf)
  const read = readMarkdown(all.map(({ texts }) => texts.markdown))
  expect(read.length).toBe(all.length)
  for (const [i, { page, image, alt, source, hash }] of all.entries()) {
    const [, linked, credit, ...more] = [...(read[i]?.children ?? [])]
    expect([linked?.localName, credit?.localName, more.length], page).toEqual(['p', 'p', 0])
    expect([...(linked?.children ?? [])].map(({ localName }) => localName)).toEqual(['a'])
    const link = linked?.firstElementChild
    expect([attributes(link)['href'], link?.children.length]).toEqual([page, 1])
    const { src, alt: said } = attributes(link?.firstElementChild)
    expect([src, flat(said)]).toEqual([image, flat(alt)])
    expect([...(credit?.children ?? [])].map(({ localName }) => localName)).toEqual(['em'])
    for (const part of [source, hash]) expect(flat(credit?.textContent)).toContain(flat(part))
  }
})

it('escapes what means something in Markdown and HTML, so that words stay words', () => {
  const [first] = CASES
  const [entry, figure] = [RELEASE.figures[0], FIGURES[0]]
  if (!first || !entry || !figure) throw new Error('there are no figures')
  const title = 'A [b](c) | *d* _e_ `f` <g> #h & "i" \\ j'
  const { texts } = snippetsOf({
    site: { origin: SITE.origin, files: filesOf(SITE, figure.shape) }, figure: { ...figure, title: { en: title, ja: title } }, entry, hash: entry.hash,
    address: { lang: 'en', place: { kind: 'snippets', id: entry.id, version: null }, view: DEFAULT_VIEW, download: false },
  })
  expect(texts.markdown).toContain('A \\[b\\](c) \\| \\*d\\* \\_e\\_')
  const image = readMarkdown([texts.markdown])[0]?.querySelector('p > a > img')
  expect(image?.getAttribute('alt')).toContain(title)
  const frame = bodyOf(texts.iframe).firstElementChild
  expect([frame?.getAttribute('title'), bodyOf(texts.iframe).children.length]).toEqual([title, 1])
  expect(bodyOf(texts.picture).querySelector('img')?.getAttribute('alt')).toContain(title)
})
