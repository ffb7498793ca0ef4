/** Picture files, opened by themselves and inside other people's pages: they bring their fonts and fetch nothing. */
import { afterAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { shapeOf, type ShapeName } from '../../data/model/shape.ts'
import { openBrowser } from './chromium.ts'
import { openHost } from './host.ts'
import { FIGURES, inLanguage, LANGUAGES, ORIGIN, reader } from './visit.ts'

const browser = await openBrowser()
const context = await reader(browser, { width: 900, height: 900 })
const scripted = await reader(browser, { width: 900, height: 900, javaScriptEnabled: true })

/** Somebody else's page, and the pictures that were given to it. */
const given = new Map<string, string>()
const host = await openHost(({ pathname }) => {
  const picture = given.get(pathname)
  return picture === undefined
    ? { type: 'text/html', body: '<!doctype html><title>Somebody else</title>' } : { type: 'image/svg+xml', body: picture }
})
afterAll(async () => {
  await browser.close()
  host.close()
})

/** Fonts that the texts of an open picture are set in and that it did not bring, as the browser knows them. */
async function strangers(page: Page): Promise<readonly string[]> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('DOM.enable')
  await cdp.send('CSS.enable')
  const { root } = await cdp.send('DOM.getDocument', { depth: -1 })
  const { nodeIds } = await cdp.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'text' })
  const fonts = await Promise.all(nodeIds.map((nodeId) => cdp.send('CSS.getPlatformFontsForNode', { nodeId })))
  expect(nodeIds.length).toBeGreaterThan(4)
  return fonts.flatMap((one) => one.fonts).filter(({ isCustomFont }) => !isCustomFont).map(({ familyName }) => familyName)
}

/** Share of pixels in which two pictures differ when a page shows them as images. */
const difference = (page: Page, paths: readonly [string, string]): Promise<number> => page.evaluate(async ([a, b]) => {
  const pixels = async (source: string) => {
    const image = new Image()
    image.src = source
    document.body.append(image)
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), { width: image.naturalWidth, height: image.naturalHeight })
    const pen = canvas.getContext('2d')
    pen?.drawImage(image, 0, 0)
    return pen?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray()
  }
  const [one, other] = await Promise.all([pixels(a), pixels(b)])
  if (one.length === 0 || one.length !== other.length) return 1
  let differing = 0
  for (let i = 0; i < one.length; i += 4) {
    if ([0, 1, 2].some((channel) => Math.abs((one[i + channel] ?? 0) - (other[i + channel] ?? 0)) > 16)) differing++
  }
  return differing / (one.length / 4)
}, paths)

const svgOf = async (path: string): Promise<string> => (await fetch(ORIGIN + path)).text()

const PICTURES = LANGUAGES.flatMap((lang) => FIGURES.map((id) => inLanguage(lang, `/figures/${id}.svg`)))

describe.each(PICTURES)('%s', (path) => {
  it('opened by itself is set in the fonts it brings, in light and dark', async () => {
    for (const [query, ground] of [['', 'rgb(251, 249, 245)'], ['?theme=dark', 'rgb(23, 22, 20)']] as const) {
      const page = await context.newPage()
      const asked: string[] = []
      const complaints: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      page.on('console', (message) => complaints.push(message.text()))
      const response = await page.goto(ORIGIN + path + query)
      expect(response?.headers()['content-type']).toBe('image/svg+xml; charset=utf-8')
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      const fill = () => getComputedStyle(document.querySelector('rect') ?? document.documentElement).fill
      expect(await page.evaluate(fill)).toBe(ground)
      expect(await strangers(page)).toEqual([])
      expect(asked.filter((url) => url !== ORIGIN + path + query && !url.startsWith('data:'))).toEqual([])
      expect(complaints).toEqual([])
      await page.close()
    }
  })
})

describe.each(LANGUAGES)('as an image, %s', (lang) => {
  it.each(['screening', 'fdi-inflows-gdp'])('%s looks the same as opened by itself, and not as without its fonts', async (id) => {
    const svg = await svgOf(inLanguage(lang, `/figures/${id}.svg`))
    given.set('/with.svg', svg)
    given.set('/again.svg', `${svg}\n`)
    given.set('/without.svg', svg.replace(/<style>.*<\/style>/s, ''))
    const page = await scripted.newPage()
    await page.goto(host.origin)
    // fonts inside an image are read after it: the browser draws it once more when they are there
    await expect.poll(() => difference(page, ['/with.svg', '/without.svg'])).toBeGreaterThan(0.003)
    await expect.poll(() => difference(page, ['/with.svg', '/again.svg'])).toBe(0)
    await page.close()
  })

  it('stands in a page of another origin, and asks that page for nothing', async () => {
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const address = ORIGIN + inLanguage(lang, '/figures/who-was-asked.svg')
    await page.goto(host.origin)
    await page.setContent(`<img src="${address}" alt="">`)
    await page.waitForFunction(() => document.querySelector('img')?.complete)
    expect(await page.evaluate(() => document.querySelector('img')?.naturalWidth)).toBeGreaterThan(300)
    expect(asked.filter((url) => url !== `${host.origin}/` && !url.startsWith('data:'))).toEqual([address])
    await page.close()
  })
})

describe.each(FIGURES)('a view of %s', (id) => {
  it('is to be had in pixels', async () => {
    const lang = LANGUAGES[FIGURES.indexOf(id) % 2] ?? 'en'
    const path = inLanguage(lang, `/figures/${id}`)
    const { shape, rows } = await (await fetch(`${ORIGIN}${path}.json`)).json() as { shape: ShapeName; rows: readonly Readonly<Record<string, string>>[] }
    const [dimension = 'series'] = shapeOf(shape).dimensions
    const reply = await fetch(`${ORIGIN}${path}.png?size=social&theme=dark&select=${rows.at(-1)?.[dimension]}`)
    const { width, height, data } = PNG.sync.read(Buffer.from(await reply.arrayBuffer()))
    expect([reply.status, reply.headers.get('content-type'), width, height]).toEqual([200, 'image/png', 1200, 630])
    expect(new Set(new Uint32Array(data.buffer, data.byteOffset, data.length / 4)).size).toBeGreaterThan(20)
  })
})
