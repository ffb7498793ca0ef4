/** What a reader has to fetch, and that nothing moves while it comes: the budgets, which are not there to be raised. */
import { brotliCompressSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import type { BrowserContext } from 'playwright-core'
import { openBrowser } from './chromium.ts'
import { FIGURES, inLanguage, LANGUAGES, ORIGIN, reader } from './visit.ts'

const browser = await openBrowser()
afterAll(() => browser.close())

const EMBED = 15_000
const SCRIPT = 25_000

const bytesOf = async (url: string): Promise<number> => brotliCompressSync(await (await fetch(url)).bytes()).length

/** Addresses that a page names in an attribute of its elements. */
const named = (html: string, pattern: RegExp): readonly string[] =>
  [...html.matchAll(pattern)].map(([, address = '']) => new URL(address, ORIGIN).href)

const EMBEDS = LANGUAGES.flatMap((lang) => FIGURES.map((id) => inLanguage(lang, `/embed/${id}`)))
const PAGES = LANGUAGES.flatMap((lang) =>
  ['/', '/figures/fdi-inflows-gdp', '/embed/who-was-asked'].map((path) => inLanguage(lang, path)))

describe.each(EMBEDS)('%s', (path) => {
  it('has HTML, chart and style in 15 kB', async () => {
    const html = await (await fetch(ORIGIN + path)).text()
    const sheets = named(html, /<link rel="stylesheet" href="([^"]+)"/g)
    expect(sheets.length).toBeGreaterThan(0)
    expect(sheets.filter((url) => /page|slices/.test(url))).toEqual([])
    expect(html).toContain('<svg')
    const sizes = await Promise.all([ORIGIN + path, ...sheets].map(bytesOf))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(EMBED)
  })
})

describe.each(PAGES)('%s', (path) => {
  it('is read without a script: what there is waits for the page, comes from here and fits its budget', async () => {
    const html = await (await fetch(ORIGIN + path)).text()
    const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes = '']) => attributes)
    expect(scripts.filter((one) => !/type="(module|application\/(?:ld\+)?json)"/.test(one))).toEqual([])
    const loaded = named(html, /<script\b[^>]*\bsrc="([^"]+)"/g)
    expect(loaded.filter((url) => !url.startsWith(`${ORIGIN}/assets/`))).toEqual([])
  })

  it('wakes up with 25 kB of scripts, those that it loads by itself with it', async () => {
    const context = await reader(browser, { width: 1440, javaScriptEnabled: true })
    const page = await context.newPage()
    const scripts = new Set<string>()
    page.on('request', (request) => request.resourceType() === 'script' && scripts.add(request.url()))
    await page.goto(ORIGIN + path)
    await page.locator('.layer circle').first().waitFor({ state: 'attached' })
    await page.waitForLoadState('networkidle')
    await context.close()
    expect(scripts.size).toBeGreaterThan(1)
    const sizes = await Promise.all([...scripts].map(bytesOf))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(SCRIPT)
  })
})

/** How far what was to be seen has moved, while fonts come half a second late and the page is scrolled through. */
async function shifts(context: BrowserContext, path: string): Promise<number> {
  const page = await context.newPage()
  await page.route('**/*.woff2', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await route.continue()
  })
  await page.goto(ORIGIN + path)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const moved = await page.evaluate(() => new Promise<number>((resolve) => {
    let sum = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry && typeof entry.value === 'number') sum += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => resolve(sum), 300)
  }))
  await page.close()
  return moved
}

describe.each([320, 480, 640, 960, 1440])('at %i px', (width) => {
  it.each(PAGES)('%s does not move', async (path) => {
    const context = await reader(browser, { width, javaScriptEnabled: true })
    expect(await shifts(context, path)).toBe(0)
    await context.close()
  })
})
