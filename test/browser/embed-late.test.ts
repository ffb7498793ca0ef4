/** Host pages that begin to listen after the embed has said its height: they ask for it, and are told again. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, describe, expect, it } from 'vitest'
import type { Frame, Page } from 'playwright-core'
import { openBrowser } from './chromium.ts'
import { openHost } from './host.ts'
import { inLanguage, LANGUAGES, ORIGIN, reader } from './visit.ts'

const FRAMES = readFileSync(createRequire(import.meta.url).resolve('@newswire/frames').replace('frames.cjs', 'frames.modern.js'), 'utf8')

/** Height in the snippet of these pages, which is right for no figure. */
const GIVEN = 150

const browser = await openBrowser()
const context = await reader(browser, { javaScriptEnabled: true, width: 640 })
const host = await openHost(({ pathname, searchParams }) => {
  if (pathname === '/frames.js') return { type: 'text/javascript', body: FRAMES }
  const frame = `<iframe title="chart" src="${searchParams.get('src')}" width="100%" height="${GIVEN}" frameborder="0"></iframe>`
  const script = searchParams.has('ours') ? `<script src="${ORIGIN}/embed.js" async></script>` : ''
  return { type: 'text/html; charset=utf-8', body: `<!doctype html><html lang="en"><title>Somebody else</title>${frame}${script}</html>` }
})
afterAll(async () => {
  await browser.close()
  host.close()
})

/** A host page whose frame is loaded and has said what it has to say, before anyone listens. */
async function spoken(path: string, query: string): Promise<{ page: Page; frame: Frame; complaints: readonly string[] }> {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.addInitScript("addEventListener('message', ({ data }) => { if (data['datawrapper-height']) globalThis.heard = true })")
  await page.goto(`${host.origin}/?${query}&src=${encodeURIComponent(ORIGIN + path)}`, { waitUntil: 'commit' })
  await page.waitForFunction('globalThis.heard')
  const frame = page.frames()[1]
  if (!frame) throw new Error('no frame')
  await frame.waitForLoadState('load')
  return { page, frame, complaints }
}

/** How high a frame is, and how much its embed needs. */
const heights = (frame: Frame) => frame.evaluate(() => {
  const { dataset } = document.documentElement
  dataset['whole'] = ''
  const needed = Math.ceil(document.querySelector('main')?.getBoundingClientRect().height ?? 0)
  delete dataset['whole']
  return { height: innerHeight, needed }
})

describe.each(LANGUAGES.map((lang) => inLanguage(lang, '/embed/who-was-asked')))('%s', (path) => {
  it('is given its height by our script, however late that comes', async () => {
    const arrived = Promise.withResolvers<undefined>()
    await context.route(`${ORIGIN}/embed.js`, async (route) => {
      await arrived.promise
      await route.continue()
    })
    const { page, frame, complaints } = await spoken(path, 'ours')
    expect((await heights(frame)).height).toBe(GIVEN)
    arrived.resolve(undefined)
    await expect.poll(async () => {
      const { height, needed } = await heights(frame)
      return needed - height
    }).toBe(0)
    expect((await heights(frame)).height).toBeGreaterThan(319)
    expect(complaints).toEqual([])
    await context.unroute(`${ORIGIN}/embed.js`)
    await page.close()
  })

  it('says its height again to a library that observes a loaded frame', async () => {
    const { page, frame, complaints } = await spoken(path, 'theirs')
    expect((await heights(frame)).height).toBe(GIVEN)
    await page.evaluate("import('/frames.js').then(({ observeIframe }) => { observeIframe(document.querySelector('iframe')) })")
    await expect.poll(async () => {
      const { height, needed } = await heights(frame)
      return needed - height
    }).toBe(0)
    expect((await heights(frame)).height).toBeGreaterThan(319)
    expect(complaints).toEqual([])
    await page.close()
  })
})
