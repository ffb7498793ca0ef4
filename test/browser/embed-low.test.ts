/** The short form: in a frame lower than 320 px, without JavaScript, in a sandbox that allows nothing. */
import { afterAll, describe, expect, it } from 'vitest'
import { openBrowser } from './chromium.ts'
import { EXAMPLES, inLanguage, LANGUAGES, ORIGIN, reader } from './visit.ts'

const browser = await openBrowser()
afterAll(() => browser.close())

const seen = (selectors: readonly string[]) => selectors.map((selector) =>
  [...document.querySelectorAll(selector)].some((element) => element.getBoundingClientRect().height > 0))

describe.each(LANGUAGES)('%s', (lang) => {
  it.each(EXAMPLES)('%s: finding, source and link below 320 px, everything from there', async (id) => {
    const low = await reader(browser, { width: 280, height: 180 })
    const page = await low.newPage()
    await page.goto(`${ORIGIN}${inLanguage(lang, `/embed/${id}`)}`)
    const parts = ['h1', 'main > .small', '.links a', '.chart', '.subtitle', 'details']
    expect(await page.evaluate(seen, parts)).toEqual([true, true, true, false, false, false])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(280)
    await page.setViewportSize({ width: 280, height: 320 })
    expect(await page.evaluate(seen, parts)).toEqual([true, true, true, true, true, true])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(280)
    await low.close()
  })

  it('a view that has no finding is described', async () => {
    const low = await reader(browser, { width: 320, height: 200 })
    const page = await low.newPage()
    await page.goto(`${ORIGIN}${inLanguage(lang, '/embed/fdi-inflows-gdp?select=VNM')}`)
    expect(await page.locator('.said').innerText()).toMatch(/\d/)
    await page.setViewportSize({ width: 320, height: 700 })
    expect(await page.locator('.said').isVisible()).toBe(false)
    await low.close()
  })
})
