/** Every page is valid HTML with headings in order, whole without a script, and links only to what there is. */
import { HtmlValidate } from 'html-validate'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { checkView, parseAddress } from '../../web/address.ts'
import { LANGUAGES } from '../../web/words/index.ts'
import { EXTENSIONS } from '../../worker/formats/index.ts'
import { ARTICLE, ASSETS, RELEASE, SOURCES } from './built.ts'
import { PAGES, SITE, type Page } from './pages.ts'

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // The spelling of markup that a printer writes, not a person; all of these are valid.
    'no-trailing-whitespace': 'off', 'attr-quotes': 'off', 'void-style': 'off', 'doctype-style': 'off',
    'no-inline-style': 'error',
    // Everything comes from our own origin under the hash of its content.
    'require-sri': ['error', { target: 'crossorigin' }],
    // Boxes that are ticked together share a name, which is what the address of a selection is made from.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox'] }],
    // A title says what a reader needs, however long; search engines cut theirs themselves.
    'long-title': 'off',
  },
})

const documents = new Map(PAGES.map((page) => [page, parseHTML(page.html).document]))
const documentOf = (page: Page): Document => documents.get(page) ?? parseHTML(page.html).document
const all = (page: Page, selector: string): Element[] => [...documentOf(page).querySelectorAll(selector)]
const values = (page: Page, selector: string, attribute: string): string[] => all(page, selector).map((element) => element.getAttribute(attribute) ?? '')

it('there is a page of every kind in every language', () => {
  for (const lang of LANGUAGES) {
    const kinds = new Set(PAGES.filter(({ address }) => address.lang === lang).map(({ content }) => content.kind))
    expect([...kinds].toSorted()).toEqual(['article', 'catalogue', 'changes', 'comparison', 'dashboard', 'embed', 'figure', 'guide', 'problem', 'release', 'releases', 'snippets', 'sources'])
  }
})

describe.each(PAGES)('$name', (page) => {
  const isProblem = page.content.kind === 'problem'

  it('is valid', () => {
    const { results } = validator.validateStringSync(page.html)
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ''})`))).toEqual([])
  })

  it('has one language, one title, one heading of the first rank, and the next never leap', () => {
    expect(values(page, 'html', 'lang')).toEqual([page.address.lang])
    expect(all(page, 'head > title').map(({ textContent }) => textContent.length > 8)).toEqual([true])
    const ranks = all(page, 'h1, h2, h3, h4, h5, h6').map(({ localName }) => Number(localName.slice(1)))
    expect(ranks.filter((rank) => rank === 1)).toEqual([1])
    expect(ranks[0]).toBe(1)
    expect(ranks.filter((rank, i) => i > 0 && rank - (ranks[i - 1] ?? 0) > 1)).toEqual([])
    expect(all(page, 'main').length).toBe(1)
    expect(all(page, 'h1, h2, h3').filter(({ textContent }) => textContent.trim() === '').length).toBe(0)
  })

  it('has every id once, and names none that is not there', () => {
    const ids = values(page, '[id]', 'id')
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    const named = ['aria-labelledby', 'aria-describedby', 'for'].flatMap((attribute) => values(page, `[${attribute}]`, attribute)).flatMap((list) => list.split(' '))
    expect(named.filter((id) => !ids.includes(id))).toEqual([])
    const painted = [...page.html.matchAll(/url\(#([^)]+)\)/g)].map(([, id = '']) => id)
    expect(painted.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('keeps to a strict policy: no style attributes, no inline code, nothing from elsewhere', () => {
    expect(all(page, '[style]').length).toBe(0)
    expect(all(page, 'style').length).toBe(0)
    expect(page.html).not.toMatch(/\son[a-z]+=|javascript:/i)
    for (const script of all(page, 'script')) {
      const type = script.getAttribute('type')
      if (type === 'application/json' || type === 'application/ld+json') expect(script.textContent).not.toContain('<')
      else expect([type, script.textContent]).toEqual(['module', ''])
    }
    const loaded = [...values(page, 'script[src], img, iframe, source', 'src'), ...values(page, 'link[rel=stylesheet], link[rel=preload], link[rel=modulepreload], link[rel=icon]', 'href')]
    const fonts = [...Object.values(ASSETS.sliceSheets), ...Object.values(ASSETS.ownSheets).flatMap((sheets) => Object.values(sheets))]
    const own = [...Object.values(ASSETS.stylesheets), ...fonts, ASSETS.pageSheet, ASSETS.resize, ...Object.values(ASSETS.snippets), ...Object.values(ASSETS.scripts), ...Object.values(ASSETS.preloads).flat(), ASSETS.icon]
    expect(loaded.filter((url) => !own.includes(url))).toEqual([])
    expect(loaded.length).toBeGreaterThan(1)
  })

  it('says where it is for good, and in which languages', () => {
    const [canonical = ''] = values(page, 'link[rel=canonical]', 'href')
    if (!isProblem) expect(parseAddress(new URL(canonical), LANGUAGES).lang).toBe(page.address.lang)
    expect(canonical.startsWith(SITE.origin)).toBe(true)
    const alternates = values(page, 'link[rel=alternate][hreflang]', 'hreflang')
    expect(alternates.filter((lang) => !LANGUAGES.includes(lang))).toEqual([])
    expect(values(page, 'meta[name=description]', 'content').map((text) => text.length > 10 && !/[{}\u200b]/.test(text))).toEqual([true])
  })

  it('links to addresses that there are, each with words', () => {
    const links = all(page, 'a[href]').map((link) => ({ href: link.getAttribute('href') ?? '', said: link.textContent.trim() }))
    expect(links.filter(({ said }) => said === '')).toEqual([])
    const own = links.map(({ href }) => href.replace(SITE.origin, '')).filter((href) => href.startsWith('/'))
    const actions = values(page, 'form', 'action')
    for (const path of [...own, ...actions]) {
      const address = parseAddress(new URL(path, SITE.origin), LANGUAGES)
      const { place } = address
      if (place.kind !== 'figure' && place.kind !== 'embed') continue
      const entry = RELEASE.figures.find(({ id }) => id === place.id)
      expect([path, entry?.lang.includes(address.lang)]).toEqual([path, true])
      if (entry) checkView(address, entry)
      if (place.kind === 'figure' && place.format !== null) expect(EXTENSIONS).toContain(place.format)
      if (entry && place.version !== null) expect(entry.history.some(({ hash }) => hash.startsWith(place.version ?? '-'))).toBe(true)
    }
    const isFramed = page.content.kind === 'embed' || (page.content.kind === 'problem' && page.content.isEmbed === true)
    expect(own.length).toBeGreaterThan(isFramed ? 0 : 3)
    const elsewhere = links.map(({ href }) => href).filter((href) => !href.startsWith('/') && !href.startsWith('#') && !href.startsWith(SITE.origin))
    const known = [...SOURCES.flatMap(({ url }) => url ?? []), ...ARTICLE.facts.footnotes.map(({ url }) => url)]
    expect(elsewhere.filter((href) => !known.includes(href) && !/^https:\/\/(?:creativecommons\.org|www\.digital\.go\.jp)\//.test(href))).toEqual([])
  })

  it('says nothing that was not filled in, and escapes what a reader wrote', () => {
    const text = documentOf(page).body.textContent
    expect(text.match(/\{\w+\}|undefined|\[object|NaN/g) ?? []).toEqual([])
    expect(page.html).not.toMatch(/<script>|<nikkei>/)
  })
})

describe('the citation on a figure’s page', () => {
  it('names the version and its address, which the link beside it leads to, whether the page is live or pinned', () => {
    for (const page of PAGES) {
      const { content, address: { lang } } = page
      if (content.kind !== 'figure') continue
      const version = content.hash.slice(0, 16)
      const path = `${lang === 'en' ? '' : `/${lang}`}/figures/${content.figure.id}@${version}`
      const said = all(page, '#cite ~ .citation').map(({ textContent }) => textContent)
      expect([page.name, said.map((text) => [text.includes(` ${version}`) || text.includes(`版${version}`), text.endsWith(SITE.origin + path)])]).toEqual([page.name, [[true, true]]])
      expect(values(page, '#cite ~ .links a', 'href').map((href) => href.split('?')[0])).toEqual([path])
    }
  })
})

describe('the form of a figure', () => {
  it('is there where there are two names or two years to choose from, and nowhere else', () => {
    const shown = PAGES.filter(({ content }) => content.kind === 'figure')
    for (const page of shown) {
      const { place } = page.address
      const entry = RELEASE.figures.find(({ id }) => place.kind === 'figure' && id === place.id)
      const [boxes, years] = [all(page, 'input[name=select]').length, all(page, 'select[name=from]').length]
      const [codes, times] = [entry?.codes.length ?? 0, entry?.years.length ?? 0]
      const isClaim = entry?.shape === 'claim'
      expect([page.name, boxes, years, all(page, 'form').length])
        .toEqual([page.name, codes > 1 && !isClaim ? codes : 0, times > 1 && !isClaim ? 1 : 0, !isClaim && (codes > 1 || times > 1) ? 1 : 0])
    }
    expect(new Set(shown.map((page) => all(page, 'form').length))).toEqual(new Set([0, 1]))
  })
})

describe('charts of a page', () => {
  it('are named and described, and drawn at the widths that the style sheet shows', () => {
    for (const page of PAGES.filter(({ content }) => content.kind === 'figure')) {
      const charts = all(page, 'svg[role=img]')
      expect(charts.length).toBeGreaterThanOrEqual(3)
      for (const chart of charts) {
        expect(chart.querySelector('title')?.textContent?.length).toBeGreaterThan(5)
        expect(chart.querySelector('desc')?.textContent?.length).toBeGreaterThan(5)
      }
    }
  })

  it('every svg that is not named is hidden from those who listen', () => {
    for (const page of PAGES) expect(all(page, 'svg:not([role=img]):not([aria-hidden=true])').length).toBe(0)
  })
})
