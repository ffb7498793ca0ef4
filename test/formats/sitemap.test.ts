/** The sitemap as a parser of XML reads it: whole, in the order of its schema, within its limits. */
import { DOMParser } from 'linkedom'
import { expect, it } from 'vitest'
import { DOORS } from '../../worker/doors.ts'
import { RELEASE } from '../web/built.ts'

const xml = DOORS['sitemap.xml'].print({ origin: 'https://a.example', release: RELEASE })

it('is a list of addresses by the schema of sitemaps.org', () => {
  const { documentElement } = new DOMParser().parseFromString(xml, 'text/xml')
  if (!documentElement) throw new Error('no document')
  expect(documentElement.nodeName).toBe('urlset')
  expect([documentElement.getAttribute('xmlns'), documentElement.getAttribute('xmlns:xhtml')]).toEqual(['http://www.sitemaps.org/schemas/sitemap/0.9', 'http://www.w3.org/1999/xhtml'])
  const urls = [...documentElement.children]
  expect(urls.length).toBeGreaterThan(2 * RELEASE.figures.length)
  expect(urls.length).toBeLessThanOrEqual(50_000)
  for (const url of urls) {
    expect(url.nodeName).toBe('url')
    const names = [...url.children].map(({ nodeName }) => nodeName)
    expect(names.slice(0, 2)).toEqual(['loc', 'lastmod'])
    expect(names.slice(2).every((name) => name === 'xhtml:link')).toBe(true)
    expect(new URL(url.children[0]?.textContent ?? '').origin).toBe('https://a.example')
  }
})

it('escapes what XML would read as markup', () => {
  const origin = 'https://a.example/?a=1&b=<2>'
  const { documentElement } = new DOMParser().parseFromString(DOORS['sitemap.xml'].print({ origin, release: RELEASE }), 'text/xml')
  expect(documentElement?.children[0]?.children[0]?.textContent?.startsWith(origin)).toBe(true)
})
