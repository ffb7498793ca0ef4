/** What a link to a figure unfolds to: picture, title, description and address are those of exactly the view and version in it. */
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { selectable } from '../../data/model/choose.ts'
import { inLanguage } from '../../data/model/figure.ts'
import { shortHash, type Hash } from '../../data/model/release.ts'
import { DEFAULT_VIEW, parseAddress } from '../../web/address.ts'
import { altOf } from '../../web/chart/alt.ts'
import { titleOf } from '../../web/chart/title.ts'
import { printPage } from '../../web/print.tsx'
import { LANGUAGES } from '../../web/words/index.ts'
import { FIGURES, RELEASE } from './built.ts'
import { SITE } from './pages.ts'

const shownAt = (path: string, hash?: Hash) => {
  const address = parseAddress(new URL(SITE.origin + path), LANGUAGES)
  const { place } = address
  if (place.kind !== 'figure' && place.kind !== 'embed') throw new Error(`no page of a figure: ${path}`)
  const [figure, entry] = [FIGURES.find(({ id }) => id === place.id), RELEASE.figures.find(({ id }) => id === place.id)]
  if (!figure || !entry) throw new Error(`no such figure: ${place.id}`)
  const html = printPage(SITE, address, { kind: place.kind, figure, entry, hash: hash ?? entry.hash })
  const { document } = parseHTML(html)
  const read = (name: string): string | null => document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content') ?? null
  return { read, document, address, figure }
}

const CASES = RELEASE.figures.flatMap((entry) => entry.lang.map((lang) => [entry.id, lang] as const))

describe.each(CASES)('%s in %s', (id, lang) => {
  const figure = FIGURES.find((one) => one.id === id)
  const entry = RELEASE.figures.find((one) => one.id === id)
  if (!figure || !entry) throw new Error(`no such figure: ${id}`)
  const prefix = lang === 'en' ? '' : `/${lang}`
  const code = selectable(figure).at(-1)
  const queries = ['', ...entry.charts.slice(1).map((chart) => `chart=${chart}`), ...(code === undefined ? [] : [`select=${code}`]), ...(entry.years.length ? ['time=latest'] : [])]
  const names = [id, `${id}@${shortHash(entry.hash)}`]

  it('has the picture, title, description and address of each view, live and pinned', () => {
    for (const name of names) for (const query of queries) {
      const asked = query && `?${query}`
      const { read, address } = shownAt(`${prefix}/figures/${name}${query ? `${asked}&theme=dark` : '?theme=dark'}`)
      expect(read('og:image')).toBe(`${SITE.origin}${prefix}/figures/${name}.png?${query ? `${query}&` : ''}size=social`)
      expect([read('og:image:type'), read('og:image:width'), read('og:image:height'), read('twitter:card')]).toEqual(['image/png', '1200', '630', 'summary_large_image'])
      expect(read('og:image:alt')).toBe(altOf(figure, address.view, lang).short)
      expect(read('og:title')).toBe(titleOf(figure, address.view, lang))
      expect(read('og:url')).toBe(`${SITE.origin}${prefix}/figures/${name}${asked}`)
      const own = inLanguage(figure.description, lang)
      if (/select|time/.test(query)) expect(read('og:description')).not.toBe(own)
      else expect(read('og:description')).toBe(own)
    }
  })

  it('says another thing of another selection', () => {
    const said = [...new Set(queries.filter((query) => !query.startsWith('chart')))].map((query) => shownAt(`${prefix}/figures/${id}?${query}`))
    for (const name of ['og:title', 'og:description', 'og:image']) expect(new Set(said.map(({ read }) => read(name))).size, name).toBe(said.length)
  })

  it('is shared as what was read, and listed as what is live', () => {
    for (const room of ['figures', 'embed']) {
      const { read, document } = shownAt(`${prefix}/${room}/${names[1] ?? ''}`)
      expect(read('og:url')).toBe(`${SITE.origin}${prefix}/figures/${names[1] ?? ''}`)
      expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(`${SITE.origin}${prefix}/figures/${id}`)
    }
  })

  it('of an older version promises no pixels that nobody draws', () => {
    const { read, document, address } = shownAt(`${prefix}/figures/${id}@${'0'.repeat(16)}`, '0'.repeat(64))
    expect([read('og:image'), read('og:image:type'), read('og:image:alt'), read('twitter:card')]).toEqual([null, null, null, 'summary'])
    expect(read('og:title')).toBe(titleOf(figure, DEFAULT_VIEW, lang))
    expect(address.view).toEqual(DEFAULT_VIEW)
    expect(document.querySelectorAll('link[type$="+oembed"]').length).toBe(2)
  })
})
