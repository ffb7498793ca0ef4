/** Copy buttons: shown by the script, they put the very text on the clipboard and say so; without it the text is there. */
import { afterAll, describe, expect, it } from 'vitest'
import { openBrowser } from './chromium.ts'
import { inLanguage, LANGUAGES, ORIGIN, reader } from './visit.ts'

const browser = await openBrowser()
afterAll(() => browser.close())

const PATH = '/figures/guidance-wanted'

describe.each(LANGUAGES)('%s', (lang) => {
  it('copies the sentence, the number and the alt text, and says so', async () => {
    const context = await reader(browser, { javaScriptEnabled: true })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: ORIGIN })
    const page = await context.newPage()
    await page.goto(ORIGIN + inLanguage(lang, PATH))
    await page.locator('[data-copy=alt-short]').waitFor({ state: 'attached' })
    await page.locator('[data-copy=quote-0]').waitFor({ state: 'visible' })
    await page.locator('.panel details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')))
    for (const id of ['quote-0', 'number-0', 'alt-short', 'alt-long']) {
      await page.locator(`[data-copy=${id}]`).click()
      const status = page.locator(`p:has([data-copy=${id}]) [role=status]`)
      await expect.poll(() => status.textContent()).toBe(lang === 'en' ? 'Copied.' : 'コピーしました。')
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await page.locator(`#${id}`).textContent())
    }
    expect(await page.locator('#number-0').textContent()).toBe(lang === 'en' ? 'more than 51%' : '51%超')
    await context.close()
  })

  it('follows the view that is chosen', async () => {
    const context = await reader(browser, { javaScriptEnabled: true })
    const page = await context.newPage()
    await page.goto(`${ORIGIN}${inLanguage(lang, '/figures/fdi-inflows-gdp')}`)
    await page.locator('[data-copy=quote-0]').waitFor({ state: 'visible' })
    const before = await page.locator('#quote-0').textContent()
    await page.locator('.choose summary').click()
    await page.locator('.choose [name=select][value=SGP]').setChecked(false)
    await expect.poll(() => page.locator('#quote-0').textContent()).not.toBe(before)
    await page.locator('[data-copy=quote-0]').waitFor({ state: 'visible' })
    expect(await page.locator('#quote-0').textContent()).toContain('select=')
    await context.close()
  })

  it('copies the calls of the guide', async () => {
    const context = await reader(browser, { javaScriptEnabled: true })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: ORIGIN })
    const page = await context.newPage()
    await page.goto(ORIGIN + inLanguage(lang, '/guide'))
    const buttons = page.locator('button[data-copy]')
    await buttons.first().waitFor({ state: 'visible' })
    const ids = await buttons.evaluateAll((all) => all.map((one) => one.getAttribute('data-copy') ?? ''))
    expect(ids.length).toBeGreaterThan(5)
    for (const id of ids) {
      await page.locator(`[data-copy=${id}]`).click()
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(await page.locator(`#${id}`).textContent())
    }
    await context.close()
  })

  it('without a script shows the text and no buttons', async () => {
    const context = await reader(browser)
    const page = await context.newPage()
    await page.goto(ORIGIN + inLanguage(lang, PATH))
    expect(await page.locator('#quote-0').isVisible()).toBe(true)
    expect(await page.locator('[data-copy=quote-0]').isVisible()).toBe(false)
    await context.close()
  })
})
