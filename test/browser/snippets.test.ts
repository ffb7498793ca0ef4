/** What to paste: a page without a script, a dialog with one; by keyboard, and where copying is not allowed. */
import { afterAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openBrowser } from './chromium.ts'
import { inLanguage, LANGUAGES, ORIGIN, reader } from './visit.ts'

const browser = await openBrowser()
afterAll(() => browser.close())

const VIEW = '?chart=columns&select=VNM~THA&theme=dark'
const ID = 'fdi-inflows-gdp'
const texts = (page: Page) => page.locator('textarea').evaluateAll((fields) => fields.map((field) => (field instanceof HTMLTextAreaElement ? field.value : '')))
const label = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

/** Opens a figure's page with scripts and its dialog, by keyboard. */
async function opened(path: string, clipboard: boolean): Promise<Page> {
  const context = await reader(browser, { javaScriptEnabled: true })
  if (clipboard) await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  await page.goto(ORIGIN + path)
  await page.locator('.layer circle').first().waitFor({ state: 'attached' })
  await page.locator('[data-asks]').focus()
  await page.keyboard.press('Enter')
  await page.locator('dialog[open] textarea').first().waitFor()
  return page
}

describe.each(LANGUAGES)('%s', (lang) => {
  it('without a script is a page of its own, with the view in every snippet', async () => {
    const context = await reader(browser)
    const page = await context.newPage()
    await page.goto(`${ORIGIN}${inLanguage(lang, `/figures/${ID}`)}${VIEW}`)
    await page.locator('[data-asks]').click()
    expect(new URL(page.url()).pathname).toBe(inLanguage(lang, `/figures/${ID}/embed`))
    const all = await texts(page)
    expect(all.length).toBe(5)
    for (const text of all) {
      expect(text).toMatch(/select=(?:VNM~THA|THA~VNM)/)
      expect(text).toContain(`${ORIGIN}${inLanguage(lang, '/')}`.replace(/\/$/, ''))
    }
    expect(all[0]).toMatch(/^<iframe src="[^"]*theme=dark[^"]*" title="[^"]+" width="100%" height="\d+" loading="lazy" frameborder="0"><\/iframe>$/)
    expect(await page.locator('button[data-copy]').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))).toEqual([0, 0, 0, 0, 0])
    await page.locator('.choices a').nth(1).click()
    expect(page.url()).toMatch(/@[0-9a-f]{16}\/embed\?/)
    expect((await texts(page))[0]).toMatch(/\/embed\/[\w-]+@[0-9a-f]{16}\?/)
    await context.close()
  })

  it('with a script is a dialog: choices change it, focus stays, Escape leads back', async () => {
    const page = await opened(`${inLanguage(lang, `/figures/${ID}`)}?select=VNM`, true)
    const url = page.url()
    expect(await page.locator('dialog').getAttribute('aria-labelledby')).toBe('snippets-title')
    expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true)
    const choices = page.locator('dialog .choices a')
    await choices.nth(1).focus()
    const chosen = await label(page)
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await texts(page))[0]).toMatch(/@[0-9a-f]{16}/)
    expect(await label(page)).toBe(chosen)
    const other = LANGUAGES.find((one) => one !== lang) ?? lang
    await page.locator(`dialog .choices a[hreflang=${other}]`).click()
    await expect.poll(() => page.locator('dialog').getAttribute('lang')).toBe(other)
    expect((await texts(page))[0]).toContain(inLanguage(other, '/embed/'))
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('dialog').count()).toBe(0)
    await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-asks'))).toBe(true)
    expect([page.url(), await page.evaluate(() => document.documentElement.lang)]).toEqual([url, lang])
    await page.context().close()
  })

  it('of two quick choices the last one stays, whichever answer comes first', async () => {
    const page = await opened(inLanguage(lang, `/figures/${ID}`), true)
    const other = LANGUAGES.find((one) => one !== lang) ?? lang
    const held: (() => void)[] = []
    await page.route(/@[0-9a-f]{16}\/embed/, async (route) => {
      await new Promise<void>((resolve) => held.push(resolve))
      await route.continue().catch(() => undefined)
    })
    await page.locator('dialog .choices a').nth(1).click()
    await expect.poll(() => held.length).toBe(1)
    await page.locator(`dialog .choices a[hreflang=${other}]`).click()
    await expect.poll(() => page.locator('dialog').getAttribute('lang')).toBe(other)
    held.forEach((release) => release())
    await page.waitForLoadState('networkidle')
    expect([await page.locator('dialog').getAttribute('lang'), /@[0-9a-f]{16}/.test((await texts(page))[0] ?? '')]).toEqual([other, false])
    await page.context().close()
  })

  it('copies and says so', async () => {
    const page = await opened(inLanguage(lang, `/figures/${ID}`), true)
    for (const [i, text] of (await texts(page)).entries()) {
      await page.locator('dialog [data-copy]').nth(i).press('Enter')
      await expect.poll(() => page.locator('dialog [role=status]').nth(i).innerText()).not.toBe('')
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text)
    }
    expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(['', 0, 0])
    await page.context().close()
  })

  it('where copying is not allowed selects the text and says that', async () => {
    const page = await opened(inLanguage(lang, `/figures/${ID}`), false)
    await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')) })
    await page.locator('dialog [data-copy]').first().press('Enter')
    const said = page.locator('dialog [role=status]').first()
    await expect.poll(() => said.innerText()).toContain('Ctrl+C')
    const selected = await page.evaluate(() => {
      const field = document.activeElement
      return field instanceof HTMLTextAreaElement && field.selectionEnd - field.selectionStart === field.value.length
    })
    expect(selected).toBe(true)
    await page.context().close()
  })
})
