/** Choosing what is shown without JavaScript: by plain links and one form, ending at the one address of what is seen. */
import { afterAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openBrowser } from './chromium.ts'
import { drawnCharts } from './drawn.ts'
import { inLanguage, LANGUAGES, ORIGIN, reader, visit } from './visit.ts'

const browser = await openBrowser()
const context = await reader(browser)
afterAll(() => browser.close())

const pathOf = (page: Page): string => page.url().slice(ORIGIN.length)

/** Codes of the series that a chart shows. */
const shownIn = async (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...document.querySelectorAll<SVGElement>('.chart > svg [data-datum]')]
    .filter((mark) => mark.getBoundingClientRect().width > 0).map((mark) => mark.dataset['datum'] ?? ''))

describe.each(LANGUAGES)('%s', (lang) => {
  const figure = inLanguage(lang, '/figures/fdi-inflows-gdp')

  it('a link changes the chart type and keeps the finding as title', async () => {
    const { page } = await visit(context, figure)
    const title = await page.locator('h1').innerText()
    await page.locator('.chart-types a').nth(1).click()
    expect(pathOf(page)).toBe(`${figure}?chart=columns`)
    expect(await page.locator('h1').innerText()).toBe(title)
    expect(await page.locator('.chart-types [aria-current]').getAttribute('href')).toBe(`${figure}?chart=columns`)
    expect((await drawnCharts(page))[0]?.texts.length).toBeGreaterThan(20)
    await page.locator('.chart-types a').first().click()
    expect(pathOf(page)).toBe(figure)
    await page.close()
  })

  it('the form is answered by the canonical address, with that picture, title and table', async () => {
    const { page } = await visit(context, figure)
    const answers: string[] = []
    page.on('response', (response) => {
      if (response.request().isNavigationRequest()) answers.push(`${response.status()} ${response.url().slice(ORIGIN.length)}`)
    })
    await page.locator('.choose summary').click()
    for (const box of await page.locator('input[name=select]').all()) {
      await box.setChecked(['VNM', 'THA'].includes(await box.getAttribute('value') ?? ''))
    }
    await page.locator('select[name=from]').selectOption('2010')
    await page.locator('select[name=to]').selectOption('2020')
    await page.locator('form button[type=submit]').click()
    const canonical = `${figure}?select=THA~VNM&time=2010..2020`
    expect(pathOf(page)).toBe(canonical)
    expect(answers.map((one) => one.slice(0, 3))).toEqual(['303', '200'])
    expect([...new Set(await shownIn(page))].sort()).toEqual(['THA', 'VNM'])
    const title = await page.locator('h1').innerText()
    const words = lang === 'en' ? ['Thailand', 'Viet Nam', '2010', '2020'] : ['タイ', 'ベトナム', '2010年', '2020年']
    for (const word of words) expect(title).toContain(word)
    expect(await page.locator('.scroll tbody tr').count()).toBe(11)
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(`${ORIGIN}${canonical}`)
    expect(await page.locator('.buttons a', { hasText: 'CSV' }).getAttribute('href')).toBe(canonical.replace('?', '.csv?'))
    await page.locator('form a').click()
    expect(pathOf(page)).toBe(figure)
    await page.close()
  })

  it('the form as it stands asks for the page itself', async () => {
    const { page } = await visit(context, figure)
    await page.locator('.choose summary').click()
    await page.locator('form button[type=submit]').click()
    expect(new URL(page.url()).searchParams.get('time')).toBeNull()
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(ORIGIN + figure)
    await page.close()
  })

  it('the language link and the theme links keep the view', async () => {
    const { page } = await visit(context, `${figure}?select=THA~VNM&time=2010..2020`)
    await page.locator('.themes a').nth(1).click()
    expect(pathOf(page)).toBe(`${figure}?select=THA~VNM&time=2010..2020&theme=dark`)
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(23, 22, 20)')
    await page.locator('.languages a').click()
    const other = inLanguage(lang === 'en' ? 'ja' : 'en', '/figures/fdi-inflows-gdp')
    expect(pathOf(page)).toBe(`${other}?select=THA~VNM&time=2010..2020&theme=dark`)
    await page.locator('.themes a').nth(2).click()
    expect(pathOf(page)).toBe(`${other}?select=THA~VNM&time=2010..2020`)
    await page.close()
  })

  it('a theme that was chosen goes along to other pages', async () => {
    const { page } = await visit(context, `${inLanguage(lang, '/')}?theme=dark`)
    for (const href of [figure, inLanguage(lang, '/figures'), inLanguage(lang, '/sources')]) {
      expect(await page.locator(`a[href="${href}?theme=dark"]`).count()).toBeGreaterThan(0)
    }
    await page.close()
  })

  it('the search form finds by a word and says so', async () => {
    const { page } = await visit(context, inLanguage(lang, '/figures'))
    await page.locator('#q').fill(lang === 'en' ? 'Viet Nam' : 'ベトナム')
    await page.locator('#q').press('Enter')
    await page.waitForURL(/q=/)
    expect(await page.locator('[role=status]').innerText()).toContain(lang === 'en' ? 'Viet Nam' : 'ベトナム')
    expect(await page.locator(`a[href="${figure}"]`).count()).toBe(1)
    await page.close()
  })
})
