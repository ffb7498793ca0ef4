/** The browser that npm brings shows the site too, so that the tests run on a machine that has none. */
import { expect, it } from 'vitest'
import { openBare, openPacked } from './chromium.ts'
import { reader, visit } from './visit.ts'

it.each([
  ['with the libraries of the machine', openPacked],
  ['with the libraries it brings', openBare],
])('the packed browser, %s', async (_, open) => {
  const browser = await open()
  try {
    const { page, response, complaints } = await visit(await reader(browser), '/ja/figures/screening')
    expect(response.status()).toBe(200)
    expect(await page.locator('h1').innerText()).toContain('人権リスク')
    expect(await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family)))
      .toEqual(expect.arrayContaining(['Inter', 'Noto Sans JP']))
    expect(complaints).toEqual([])
  } finally {
    await browser.close()
  }
})
