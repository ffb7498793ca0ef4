/** Every page that wakes up, in both languages: it does so without a change, a movement or a complaint, and asks nobody else. */
import { createServer } from 'node:http'
import { afterAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openBrowser } from './chromium.ts'
import { wakeAll, WAKING, wakingReader } from './awake.ts'
import { inLanguage, LANGUAGES, ORIGIN, visit } from './visit.ts'

const browser = await openBrowser()
const awake = await wakingReader(browser)
afterAll(() => browser.close())

/** Facts are held back until the page has been looked at as it was printed, with its fonts. */
const held: (() => void)[] = []
const patient = await wakingReader(browser)
await patient.route('**/data/**', async (route) => {
  await new Promise<void>((resolve) => held.push(resolve))
  await route.continue()
})

/** The site in a frame of somebody else's page. */
const host = createServer((request, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end(`<!doctype html><title>Elsewhere</title>
    <iframe title="chart" width="600" height="700" sandbox="allow-scripts" src="${ORIGIN}${request.url}"></iframe>`)
})
await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
afterAll(() => host.close())

/** Where everything of a page stands, but for what wakes over it. */
const places = (page: Page): Promise<readonly string[]> => page.evaluate(() => {
  scrollTo(0, 0)
  return [...document.body.querySelectorAll('*')].filter((one) => !one.matches('.layer, .layer *, button.sort, script')).map((one) => {
    const { left, top, width, height } = one.getBoundingClientRect()
    return `${one.nodeName.toLowerCase()} ${[left, top, width, height].map((n) => n.toFixed(1)).join(' ')}`
  })
})

describe.each(WAKING)('$path', ({ path }) => {
  it('wakes up without changing, moving or refusing anything', async () => {
    const { page, requests, complaints } = await visit(patient, path)
    const before = await places(page)
    await page.evaluate(() => watched.shifts.splice(0))
    expect(await page.locator('.layer, button.sort').count()).toBe(0)
    await expect.poll(() => held.length).toBe(1)
    held.splice(0).forEach((release) => release())
    await wakeAll(page)
    const { changes, shifts, violations } = await page.evaluate(() => watched)
    expect({ changes, shifts, violations, complaints }).toEqual({ changes: [], shifts: [], violations: [], complaints: [] })
    expect(requests.filter((url) => !url.startsWith(`${ORIGIN}/`))).toEqual([])
    const scripts = requests.filter((url) => url.endsWith('.js'))
    expect(scripts.length).toBeGreaterThan(1)
    expect(new Set(scripts).size).toBe(scripts.length)
    const stops = await page.locator('.layer').evaluateAll((layers) => layers.map((one) => one.querySelectorAll('[tabindex="0"]').length))
    expect(stops).toEqual(Array.from({ length: await page.locator('.chart').count() }, () => 1))
    expect(await places(page)).toEqual(before)
    await page.close()
  })
})

it.each(LANGUAGES)('charts of the front page in %s wait until the reader comes near', async (lang) => {
  const { page } = await visit(awake, inLanguage(lang, '/'))
  await page.locator('.layer circle').first().waitFor({ state: 'attached' })
  const last = page.locator('.chart').last()
  expect(await last.locator('.layer').count()).toBe(0)
  await last.scrollIntoViewIfNeeded()
  await last.locator('.layer circle').first().waitFor({ state: 'attached' })
  await page.close()
})

it.each(['/embed/fdi-inflows-gdp', '/ja/embed/who-was-asked'])('%s wakes up in a frame that may run scripts and nothing else', async (path) => {
  const page = await awake.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  const address = host.address()
  await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}${path}`)
  await page.frameLocator('iframe').locator('.layer circle').first().waitFor({ state: 'attached' })
  expect(complaints).toEqual([])
  await page.close()
})
