/** Charts that are awake are drawn anew for the width of their box, from 280 to 1600 pixels, and can be read there. */
import { afterAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openBrowser } from './chromium.ts'
import { drawnCharts, isInside, overlap } from './drawn.ts'
import { pointsOf, tipOf, wake, wakeAll, wakingReader } from './awake.ts'
import { EXAMPLES, FIGURES, inLanguage, LANGUAGES, widen } from './visit.ts'

const browser = await openBrowser()
const desk = await wakingReader(browser)
afterAll(() => browser.close())

type Fit = { readonly box: number; readonly drawn: number; readonly scale: number; readonly count: number }

/** Each chart's box, and the width and scale of the drawings seen in it. */
const fits = (page: Page): Promise<readonly Fit[]> => page.evaluate(() => [...document.querySelectorAll('.chart')].map((chart) => {
  const seen = [...chart.querySelectorAll<SVGSVGElement>(':scope > svg')].filter((svg) => svg.getBoundingClientRect().width > 0)
  return {
    box: chart.getBoundingClientRect().width, count: seen.length,
    drawn: Number(seen[0]?.getAttribute('width')), scale: seen[0]?.getScreenCTM()?.a ?? 0,
  }
}))

const misfits = (all: readonly Fit[]): readonly Fit[] => all.filter(({ box, drawn, scale, count }) => {
  const wanted = Math.min(1600, Math.max(280, Math.round(box)))
  return count !== 1 || drawn !== wanted || Math.abs(scale - box / wanted) > 0.001
})

/** Words that leave their chart or stand on each other, as lines. */
async function crowded(page: Page): Promise<readonly string[]> {
  return (await drawnCharts(page)).flatMap(({ name, box, texts }) => [
    ...texts.filter((one) => !isInside(one, box)).map(({ text }) => `${name}: "${text}" leaves the chart`),
    ...texts.flatMap((one, i) => texts.slice(i + 1).filter((other) => overlap(one.em, other.em))
      .map((other) => `${name}: "${one.text}" and "${other.text}"`)),
  ])
}

/** Sets the width of every box and waits until the charts have followed. */
async function setBoxes(page: Page, width: number): Promise<void> {
  await page.evaluate((px) => document.querySelectorAll<HTMLElement>('.chart').forEach((chart) => {
    chart.style.maxWidth = 'none'
    chart.style.width = `${px}px`
  }), width)
  await expect.poll(async () => misfits(await fits(page))).toEqual([])
}

const PAGES = [
  ...EXAMPLES.map((id, i) => inLanguage(LANGUAGES[i % 2] ?? 'en', `/figures/${id}`)), '/', '/ja', '/embed/fdi-inflows-gdp', '/ja/embed/screening',
]

describe.each(PAGES)('%s', (path) => {
  it('draws at the width of the window, there and back', async () => {
    const { page, complaints } = await wake(desk, path)
    await wakeAll(page)
    for (const width of [320, 500, 768, 360, 1280]) {
      await widen(page, width)
      await expect.poll(async () => misfits(await fits(page)), { message: `at ${width}` }).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    }
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe.each(FIGURES)('%s', (id) => {
  it('has room for its words at any width, and is read where it stands', async () => {
    const { page } = await wake(desk, inLanguage(LANGUAGES[FIGURES.indexOf(id) % 2 ? 0 : 1] ?? 'en', `/figures/${id}`))
    const chart = page.locator('.chart')
    const faults: string[] = []
    for (const width of [1700, 1600, 1023, 599.5, 601, 444, 399, 333, 280, 260]) {
      await setBoxes(page, width)
      faults.push(...(await crowded(page)).map((fault) => `${width}: ${fault}`))
    }
    expect(faults).toEqual([])
    await setBoxes(page, 555)
    await page.locator('.layer circle').last().scrollIntoViewIfNeeded()
    const point = (await pointsOf(chart)).at(-1)
    await page.mouse.move(point?.x ?? 0, point?.y ?? 0)
    const here = (await pointsOf(chart)).filter(({ x, y }) => Math.hypot(x - (point?.x ?? 0), y - (point?.y ?? 0)) < 1)
    expect(here.map(({ label }) => label)).toContain(await tipOf(chart))
    await page.close()
  })
})
