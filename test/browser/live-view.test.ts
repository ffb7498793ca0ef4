/** Choosing what is shown on a page that is awake: no document is loaded, and the page is the one its address prints. */
import { afterAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { wordsOf } from '../../web/words/index.ts'
import { openBrowser } from './chromium.ts'
import { PHONE, pointsOf, wake, wakingReader } from './awake.ts'
import { printedBy, shownIn, turned } from './shown.ts'
import { figuresWithNames, inLanguage, LANGUAGES, ORIGIN, reader } from './visit.ts'

const browser = await openBrowser()
const desk = await wakingReader(browser)
const phone = await wakingReader(browser, PHONE)
const expectAsPrinted = printedBy(await reader(browser))
afterAll(() => browser.close())

/** Paths of the documents that a page loads from now on. */
function loadsOf(page: Page): readonly string[] {
  const loads: string[] = []
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loads.push(request.url().slice(ORIGIN.length))
  })
  return loads
}

const pathOf = (page: Page): string => page.url().slice(ORIGIN.length)

/** By which means somebody works: what it takes to follow a link, to tick a box, to choose from a list. */
const MEANS = {
  mouse: { context: desk, touch: (page: Page, selector: string) => page.locator(selector).click() },
  touch: { context: phone, touch: (page: Page, selector: string) => page.locator(selector).tap() },
  keyboard: {
    context: desk,
    touch: async (page: Page, selector: string) => {
      await page.locator(selector).focus()
      await page.keyboard.press(selector.includes('input') ? 'Space' : 'Enter')
    },
  },
} as const

describe.each(Object.entries(MEANS))('by %s', (means, { context, touch }) => {
  it.each(LANGUAGES)('links, boxes and years in %s change title, chart, table and address, and nothing is loaded', async (lang) => {
    const path = inLanguage(lang, '/figures/fdi-inflows-gdp')
    const { page, complaints } = await wake(context, path)
    const loads = loadsOf(page)
    const finding = await page.locator('h1').innerText()
    await touch(page, '.chart-types a[href*="chart=columns"]')
    await expect.poll(() => pathOf(page)).toBe(`${path}?chart=columns`)
    expect([await page.locator('h1').innerText(), await page.locator('.choose[open]').count()]).toEqual([finding, 0])
    await touch(page, '.choose summary')
    await touch(page, 'input[value=SGP]')
    await touch(page, 'input[value=TLS]')
    await expect.poll(() => pathOf(page)).toBe(`${path}?chart=columns&select=BRN~IDN~KHM~LAO~MMR~MYS~PHL~THA~VNM`)
    const from = page.locator('select[name=from]')
    if (means === 'keyboard') for (const key of ['Home', 'ArrowDown', 'ArrowDown']) await from.press(key)
    else await from.selectOption('2002')
    await expect.poll(() => pathOf(page)).toBe(`${path}?chart=columns&select=BRN~IDN~KHM~LAO~MMR~MYS~PHL~THA~VNM&time=2002..`)
    expect(await page.locator('h1').innerText()).not.toBe(finding)
    await expectAsPrinted(page)
    expect({ loads, complaints }).toEqual({ loads: [], complaints: [] })
    await page.close()
  })

  it('back and forward lead through the views, and the form keeps them', async () => {
    const { page } = await wake(context, '/figures/fdi-inflows-gdp')
    const loads = loadsOf(page)
    await touch(page, '.choose summary')
    await touch(page, 'input[value=VNM]')
    await touch(page, '.chart-types a[href*="chart=columns"]')
    await expect.poll(() => pathOf(page)).toContain('chart=columns&select=')
    await turned(page)
    const last = pathOf(page)
    const seen = await shownIn(page)
    await page.goBack()
    await turned(page)
    await page.goBack()
    await expect.poll(() => pathOf(page)).toBe('/figures/fdi-inflows-gdp')
    await expectAsPrinted(page)
    await page.goForward()
    await expectAsPrinted(page)
    await page.goForward()
    await expect.poll(() => pathOf(page)).toBe(last)
    await turned(page)
    expect(await shownIn(page)).toEqual(seen)
    expect(loads).toEqual([])
    await page.close()
  })

  it('the link that shows everything again takes itself away, and one goes on beside it', async () => {
    const { page } = await wake(context, '/ja/figures/fdi-inflows-gdp?select=VNM&time=2010..2012')
    const loads = loadsOf(page)
    await touch(page, '.choose form a')
    await expect.poll(() => pathOf(page)).toBe('/ja/figures/fdi-inflows-gdp')
    await turned(page)
    expect(await page.locator('.choose form a').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.matches('.choose button'))).toBe(true)
    expect(await page.locator('input[name=select]:checked').count()).toBe(11)
    await expectAsPrinted(page)
    expect(loads).toEqual([])
    await page.close()
  })
})

/** Every other view that can be asked for, of every figure. */
const VIEWS = [
  ...['?chart=columns&select=SGP~VNM', '?time=latest', '?time=2015', '?select=SGP&time=..2005', '?theme=dark&select=KHM']
    .map((query) => `/figures/fdi-inflows-gdp${query}`),
  '/figures/who-was-asked?select=jetro-2023', '/figures/keidanren-ungp?chart=lines', '/figures/japan-fdi-asean?select=THA~VNM&time=2020..2022',
]

describe.each(VIEWS)('%s', (path) => {
  it('wakes up as it was shared', async () => {
    const lang = LANGUAGES[path.length % 2] ?? 'en'
    const { page, complaints } = await wake(desk, inLanguage(lang, path))
    const before = await shownIn(page)
    const loads = loadsOf(page)
    expect(await page.evaluate(() => watched.changes)).toEqual([])
    // there and back again: what is drawn here is what was printed there
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true }))
    await page.locator('.choose form a, .chart-types a:not([aria-current])').last().click()
    await expect.poll(() => pathOf(page)).not.toBe(inLanguage(lang, path))
    await turned(page)
    await page.goBack()
    await turned(page)
    expect(await shownIn(page)).toEqual(before)
    expect({ loads, complaints }).toEqual({ loads: [], complaints: [] })
    await page.close()
  })
})

const CHOSEN = await figuresWithNames()

describe.each(CHOSEN)('%s', (id) => {
  it('shows all names but one as its address prints it, and everything when none is ticked', async () => {
    const path = inLanguage(LANGUAGES[CHOSEN.indexOf(id) % 2] ?? 'en', `/figures/${id}`)
    const { page } = await wake(desk, path)
    const loads = loadsOf(page)
    await page.locator('.choose summary').click()
    const boxes = page.locator('input[name=select]')
    const codes = await boxes.evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''))
    // of several dimensions, one with no box ticked narrows nothing
    const ticked = await page.locator('input[name=select]:checked').count()
    await boxes.first().click()
    await expect.poll(() => pathOf(page)).toBe(`${path}?select=${(ticked > 0 ? codes.slice(1) : codes.slice(0, 1)).join('~')}`)
    await expectAsPrinted(page)
    await page.evaluate(() => {
      for (const box of document.querySelectorAll<HTMLInputElement>('input[name=select]')) box.checked = false
    })
    await page.locator('.choose button').click()
    await expect.poll(() => pathOf(page)).toBe(path)
    await turned(page)
    expect(await page.locator('input[name=select]:checked').count()).toBe(ticked)
    await expectAsPrinted(page)
    expect(loads).toEqual([])
    await page.close()
  })
})

describe.each(LANGUAGES)('%s', (lang) => {
  const path = inLanguage(lang, '/figures/fdi-inflows-gdp')

  it('years that are chosen backwards are put in order', async () => {
    const { page } = await wake(desk, path)
    await page.locator('.choose summary').click()
    await page.locator('select[name=to]').selectOption('2005')
    await page.locator('select[name=from]').selectOption('2020')
    await expect.poll(() => pathOf(page)).toBe(`${path}?time=2005..2020`)
    await turned(page)
    expect([await page.locator('select[name=from]').inputValue(), await page.locator('select[name=to]').inputValue()]).toEqual(['2005', '2020'])
    await expectAsPrinted(page)
    await page.locator('.choose button').click()
    await expect.poll(() => pathOf(page)).toBe(`${path}?time=2005..2020`)
    await page.close()
  })

  it('boxes that are ticked again fold nothing away', async () => {
    const { page } = await wake(desk, path)
    await page.locator('.choose summary').click()
    await page.locator('input[value=SGP]').uncheck()
    await page.locator('input[value=SGP]').check()
    await turned(page)
    expect([pathOf(page), await page.locator('.choose[open]').count()]).toEqual([path, 1])
    expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('SGP')
    await page.close()
  })

  it('a chart of fewer values has its stop for the Tab key, whichever was read last', async () => {
    const { page } = await wake(desk, path)
    await page.locator('.layer [tabindex="0"]').focus()
    for (const key of ['ArrowUp', 'End']) await page.keyboard.press(key)
    await page.locator('.choose summary').click()
    for (const code of ['BRN', 'IDN', 'KHM', 'LAO', 'MMR', 'MYS', 'PHL', 'SGP', 'THA', 'TLS']) await page.locator(`input[value=${code}]`).uncheck()
    await turned(page)
    const points = await pointsOf(page.locator('.chart'))
    expect(points.length).toBeLessThan(30)
    expect(points.filter(({ isStop }) => isStop).length).toBe(1)
    await page.close()
  })

  it('another theme or language, and a link that asks for a new window, are documents', async () => {
    const { page } = await wake(desk, path)
    const loads = loadsOf(page)
    await page.locator('.chart-types a[href*="chart=columns"]').click()
    await expect.poll(() => pathOf(page)).toBe(`${path}?chart=columns`)
    await turned(page)
    const opening = desk.waitForEvent('page')
    await page.locator('.chart-types a[href*="chart=columns"]').click({ modifiers: ['ControlOrMeta'] })
    const opened = await opening
    await opened.close()
    await expect.poll(() => pathOf(page)).toBe(`${path}?chart=columns`)
    await page.locator('.languages a').click()
    await page.waitForURL((url) => url.pathname !== path)
    await expect.poll(() => pathOf(page)).toBe(`${inLanguage(lang === 'en' ? 'ja' : 'en', '/figures/fdi-inflows-gdp')}?chart=columns`)
    await page.locator('.themes a').nth(1).click()
    await page.waitForURL(/theme=dark/)
    expect(loads.length).toBe(2)
    await page.close()
  })

  it('a version that is pinned wakes up as well and stays pinned', async () => {
    const pin = await (await fetch(`${ORIGIN}/figures/fdi-inflows-gdp.json`)).json() as { version: string }
    const pinned = inLanguage(lang, `/figures/fdi-inflows-gdp@${pin.version.slice(0, 16)}`)
    const { page, complaints } = await wake(desk, pinned)
    await page.locator('.chart-types a[href*="chart=columns"]').click()
    await expect.poll(() => pathOf(page)).toBe(`${pinned}?chart=columns`)
    await expectAsPrinted(page)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('a title of a view ends in the name of the site', async () => {
    const { page } = await wake(desk, `${path}?select=SGP`)
    await page.locator('.chart-types a[href*="chart=columns"]').click()
    await turned(page)
    expect(await page.title()).toContain(wordsOf(lang).messages.site)
    await page.close()
  })
})
