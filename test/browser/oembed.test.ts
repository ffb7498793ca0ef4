/** oEmbed as its consumers read it: two that share no code with us find it, ask for it and show what they were given. */
import { extract, setProviderList } from '@extractus/oembed-extractor'
import { afterAll, describe, expect, it } from 'vitest'
import { unfurl } from 'unfurl.js'
import { openBrowser } from './chromium.ts'
import { openHost } from './host.ts'
import { inLanguage, LANGUAGES, ORIGIN, reader } from './visit.ts'

const browser = await openBrowser()
const context = await reader(browser, { javaScriptEnabled: true })
afterAll(() => browser.close())

/** Somebody else's page, with what it was given to show. */
const given = { html: '' }
const host = await openHost(() => ({ type: 'text/html', body: `<!doctype html><title>Somebody else</title>${given.html}` }))
afterAll(() => host.close())

const provider = [{ provider_name: 'Supply Lines', provider_url: ORIGIN, endpoints: [{ schemes: [`${ORIGIN}/*`], url: `${ORIGIN}/oembed` }] }]

/** A list of providers is asked by https alone, which a test on this machine does not speak. */
const insecurely = (url: string | URL | Request): Promise<Response> => fetch(String(url).replace('https://localhost', 'http://localhost'))

const PATHS = LANGUAGES.flatMap((lang) => ['/figures/fdi-inflows-gdp?select=VNM', '/embed/guidance-wanted', '/figures/who-was-asked?theme=dark'].map((path) => inLanguage(lang, path)))

describe.each(PATHS)('%s', (path) => {
  it.each([['by discovery', []], ['as a provider that it knows', provider]])('is read by oembed-extractor %s, within the width it asks for', async (_, providers) => {
    setProviderList(providers)
    const answer = await extract(ORIGIN + path, { maxwidth: 500 }, insecurely)
    expect(answer).toMatchObject({ type: 'rich', version: '1.0', provider_name: 'Supply Lines', width: 500 })
    expect(JSON.stringify(answer)).toContain('/embed/')
  })

  it('unfolds for unfurl: found from the page alone, with title, picture and its words', async () => {
    const found = await unfurl(ORIGIN + path)
    expect(found.oEmbed).toMatchObject({ type: 'rich', version: '1.0', html: expect.stringContaining(`src="${ORIGIN}`) })
    const [image] = found.open_graph.images ?? []
    expect(image).toMatchObject({ width: 1200, height: 630, type: 'image/png' })
    expect(image?.alt?.length).toBeGreaterThan(10)
    expect(found.twitter_card.card).toBe('summary_large_image')
    const picture = await fetch(image?.url ?? '')
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
  })

  it('is XML to a strict parser, and shows the figure in somebody else’s page', async () => {
    const xml = await (await fetch(`${ORIGIN}/oembed?format=xml&url=${encodeURIComponent(ORIGIN + path)}`)).text()
    const page = await context.newPage()
    await page.goto('about:blank')
    const fields = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'text/xml')
      return parsed.querySelector('parsererror') ? null : Object.fromEntries([...parsed.documentElement.children].map((one) => [one.tagName, one.textContent ?? '']))
    }, xml)
    expect(fields).toMatchObject({ type: 'rich', version: '1.0' })
    given.html = fields?.['html'] ?? ''
    await page.goto(host.origin)
    const frame = page.frames()[1]
    await frame?.waitForLoadState()
    expect(frame?.url()).toContain('/embed/')
    const box = await page.locator('iframe').boundingBox()
    expect(Math.round(box?.width ?? 0)).toBe(Number(fields?.['width']))
    await page.close()
  })
})
