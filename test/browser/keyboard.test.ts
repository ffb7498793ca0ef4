/** Every page by keyboard, without JavaScript: Tab reaches everything in order, one sees where one is, the skip link skips. */
import { afterAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openBrowser } from './chromium.ts'
import { inLanguage, LANGUAGES, reader, visit } from './visit.ts'

const browser = await openBrowser()
const context = await reader(browser)
afterAll(() => browser.close())

const STOPS = 'a[href], button, input:not([type=hidden]), select, summary, [tabindex="0"]'

/** What Tab should reach, in the order of the document: what is folded away is reached when it is open. */
const expectedStops = (page: Page): Promise<number> => page.evaluate((selector) => {
  const stops = [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility())
  stops.forEach((one, i) => one.setAttribute('data-stop', String(i)))
  return stops.length
}, STOPS)

type Stop = { readonly index: number; readonly ring: number; readonly isSeen: boolean; readonly html: string }

const focused = (page: Page): Promise<Stop> => page.evaluate(() => {
  const element = document.activeElement ?? document.body
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
  const box = element.getBoundingClientRect()
  const isOnScreen = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth && box.width > 0
  return {
    index: Number(element.getAttribute('data-stop') ?? -1), html: element.outerHTML.slice(0, 120), isSeen: isOnScreen,
    ring: outlineStyle === 'none' || outlineColor.endsWith(', 0)') ? 0 : Number.parseFloat(outlineWidth),
  }
})

const PATHS = LANGUAGES.flatMap((lang) => [
  '/', '/figures', '/sources', '/guide', '/releases', '/changes', '/no-such-page', '/figures/screening', '/figures/who-was-asked', '/figures/fdi-inflows-gdp',
  '/embed/who-was-asked',
].map((path) => inLanguage(lang, path)))

describe.each(PATHS)('%s', (path) => {
  it('has every stop in order, each with a ring around it', async () => {
    const { page } = await visit(context, path)
    const count = await expectedStops(page)
    const faults: string[] = []
    for (let i = 0; i < count; i++) {
      await page.keyboard.press('Tab')
      const { index, ring, isSeen, html } = await focused(page)
      if (index !== i) faults.push(`stop ${i} is ${index}: ${html}`)
      if (ring < 2 || !isSeen) faults.push(`not to be seen: ${html}`)
    }
    expect(faults.slice(0, 5)).toEqual([])
    await page.close()
  })
})

describe.each(LANGUAGES)('%s', (lang) => {
  it('the first stop leads past the header', async () => {
    const { page } = await visit(context, inLanguage(lang, '/figures/screening'))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#content')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
    await page.close()
  })

  it('what is folded opens by Enter, and its form is sent by keyboard', async () => {
    const { page } = await visit(context, inLanguage(lang, '/figures/who-was-asked'))
    await page.locator('.choose summary').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await page.waitForURL(/select=/)
    expect(new URL(page.url()).search).not.toContain('jetro-2023')
    await page.close()
  })

  it('a wide table scrolls by arrow keys on a phone', async () => {
    const phone = await reader(browser, { width: 360 })
    const { page } = await visit(phone, inLanguage(lang, '/figures/fdi-inflows-gdp'))
    await page.locator('.scroll').focus()
    // scrolling is drawn step by step, and a busy machine may draw none for a while
    await expect.poll(async () => {
      await page.keyboard.press('ArrowRight')
      return page.evaluate(() => document.querySelector('.scroll')?.scrollLeft ?? 0)
    }, { timeout: 30_000 }).toBeGreaterThan(0)
    await phone.close()
  })
})
