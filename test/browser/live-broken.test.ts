/** When the facts or the script do not come, the page stays what was printed: whole, quiet, and led on by its links and form. */
import { afterAll, describe, expect, it } from 'vitest'
import type { BrowserContext, Page, Route } from 'playwright-core'
import { openBrowser } from './chromium.ts'
import { wakingReader } from './awake.ts'
import { ORIGIN, reader, visit } from './visit.ts'

const browser = await openBrowser()
const asleep = await reader(browser)
afterAll(() => browser.close())

/** What can go wrong, and for which requests. */
const FAULTS: Readonly<Record<string, { readonly of: string; readonly answer: (route: Route) => Promise<void> }>> = {
  'the facts cannot be reached': { of: '**/data/**', answer: (route) => route.abort() },
  'the facts are an error': {
    of: '**/data/**', answer: (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{}' }),
  },
  'the facts are gone': {
    of: '**/data/**', answer: (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<p>gone' }),
  },
  'the facts are cut off': {
    of: '**/data/**', answer: (route) => route.fulfill({ contentType: 'application/json', body: '{"schema":1,' }),
  },
  'the script does not come': { of: '**/*.js', answer: (route) => route.abort() },
}

const PATHS = ['/', '/ja/figures/fdi-inflows-gdp?time=2010..2020', '/embed/who-was-asked']

/** What the browser itself says of a request that failed. */
const OF_THE_BROWSER = /^(?:failed: |error: Failed to load resource)/

const read = (page: Page) => page.evaluate(() => ({ text: document.body.innerText, html: document.body.innerHTML }))

/** A reader for whom it goes wrong, and who hears of it once it has. */
async function unlucky(fault: keyof typeof FAULTS): Promise<{ readonly context: BrowserContext; readonly failed: Promise<void> }> {
  const context = await wakingReader(browser)
  const { promise: failed, resolve } = Promise.withResolvers<void>()
  const { of, answer } = FAULTS[fault] ?? { of: '', answer: (route: Route) => route.continue() }
  await context.route(of, async (route) => {
    await answer(route)
    resolve()
  })
  return { context, failed }
}

describe.each(Object.keys(FAULTS))('%s', (fault) => {
  it.each(PATHS)('%s is whole', async (path) => {
    const { context, failed } = await unlucky(fault)
    const { page, complaints } = await visit(context, path)
    await failed
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))))
    const still = await visit(asleep, path)
    expect(await read(page)).toEqual(await read(still.page))
    expect(await page.evaluate(() => watched)).toEqual({ changes: [], shifts: [], violations: [] })
    expect(complaints.filter((one) => !OF_THE_BROWSER.test(one))).toEqual([])
    await still.page.close()
    await context.close()
  })
})

describe.each(['the facts cannot be reached', 'the script does not come'])('%s', (fault) => {
  it('links and the form lead on as documents', async () => {
    const { context } = await unlucky(fault)
    const { page } = await visit(context, '/figures/fdi-inflows-gdp')
    const pathOf = (): string => page.url().slice(ORIGIN.length)
    await page.locator('.chart-types a[href*="chart=columns"]').click()
    await page.waitForURL('**/*?chart=columns')
    if (await page.locator('.choose[open]').count() === 0) await page.locator('.choose summary').click()
    await page.locator('input[value=SGP]').uncheck()
    expect(pathOf()).toBe('/figures/fdi-inflows-gdp?chart=columns')
    await page.locator('.choose button').click()
    await page.waitForURL(/select=/)
    expect(pathOf()).toMatch(/^\/figures\/fdi-inflows-gdp\?chart=columns&select=BRN~IDN~KHM~LAO~MMR~MYS~PHL~THA~TLS~VNM(?:&|$)/)
    await page.locator('.choose form a').click()
    await page.waitForURL((url) => !url.search.includes('select'))
    await page.goBack()
    expect(await page.locator('input[value=SGP]').isChecked()).toBe(false)
    await context.close()
  })
})
