/** Pages that are awake under the reader's own conditions: less motion, forced colours, large text, paper. */
import { afterAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openBrowser } from './chromium.ts'
import { wake, wakeAll, wakingReader } from './awake.ts'
import { EXAMPLES, inLanguage, LANGUAGES, widen } from './visit.ts'

const browser = await openBrowser()
const desk = await wakingReader(browser)
afterAll(() => browser.close())

/** An example of every kind in one language, the front page in both, and an embed. */
const PAGES = [
  ...EXAMPLES.map((id, i) => inLanguage(LANGUAGES[i % 2] ?? 'en', `/figures/${id}`)), '/', '/ja', '/embed/fdi-inflows-gdp', '/ja/embed/screening',
]

describe('less motion', () => {
  it('what fades does so at once', async () => {
    const { page } = await wake(desk, '/figures/fdi-inflows-gdp')
    const durations = () => page.evaluate(() =>
      [...new Set([...document.querySelectorAll('*')].map((one) => getComputedStyle(one).transitionDuration))].toSorted())
    expect(await durations()).toEqual(['0.12s', '0s'])
    await page.emulateMedia({ reducedMotion: 'reduce' })
    expect(await durations()).toEqual(['0s'])
    await page.locator('.layer [tabindex="0"]').focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
    await page.close()
  })
})

/** How each mark and word of the charts stands out from the ground of its chart; the least of each kind. */
const leastContrast = (page: Page): Promise<Readonly<Record<'line' | 'word', number>>> => page.evaluate(() => {
  const luminance = (colour: string): number => {
    // rgb(12, 34, 56) and color(srgb 0.1 0.2 0.3)
    const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
      const share = Number(part) / (colour.startsWith('color') ? 1 : 255)
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (a: string, b: string): number => {
    const [x, y] = [luminance(a), luminance(b)]
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
  }
  const least = { line: Infinity, word: Infinity }
  for (const chart of document.querySelectorAll('.chart')) {
    const ground = getComputedStyle(document.body).backgroundColor
    const against = (colour: string): number => contrast(colour, ground)
    for (const path of chart.querySelectorAll('g[data-datum] path[stroke]')) least.line = Math.min(least.line, against(getComputedStyle(path).stroke))
    for (const text of chart.querySelectorAll('text')) least.word = Math.min(least.word, against(getComputedStyle(text).fill))
  }
  return least
})

describe('forced colours', () => {
  const systems = (['dark', 'light'] as const).flatMap((colorScheme) => ['', '?theme=dark', '?theme=light'].map((query) => ({ colorScheme, query })))
  it.each(systems)('charts stand out on a $colorScheme system with $query', async ({ colorScheme, query }) => {
    const { page, complaints } = await wake(desk, `/figures/fdi-inflows-gdp${query}`)
    await page.emulateMedia({ forcedColors: 'active', colorScheme })
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true)
    const { line, word } = await leastContrast(page)
    expect(line).toBeGreaterThan(3)
    expect(word).toBeGreaterThan(4.5)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('one sees what has the focus, what is read and what is chosen', async () => {
    const { page } = await wake(desk, '/figures/fdi-inflows-gdp')
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
    await page.locator('.languages a').focus()
    await page.keyboard.press('Tab')
    const ring = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body)
      return `${outlineStyle} ${outlineWidth}`
    })
    expect(ring).toBe('solid 2px')
    await page.locator('.layer [tabindex="0"]').focus()
    await page.keyboard.press('ArrowRight')
    const { stroke, width, ground, tip } = await page.evaluate(() => {
      const style = getComputedStyle(document.querySelector('.layer circle:focus-visible') ?? document.body)
      const own = getComputedStyle(document.querySelector('.tip') ?? document.body)
      const edge = [own.borderTopStyle, own.borderTopColor !== own.backgroundColor]
      const ground = getComputedStyle(document.body).backgroundColor
      return { stroke: style.stroke, width: style.strokeWidth, ground, tip: [own.color !== own.backgroundColor, ...edge] }
    })
    expect(width).toBe('3px')
    expect([stroke === ground, stroke === 'none']).toEqual([false, false])
    expect(tip).toEqual([true, 'solid', true])
    const [chosen, other] = await page.locator('.chart-types a').evaluateAll((links) => links.map((link) => getComputedStyle(link).backgroundColor))
    expect(chosen).not.toBe(other)
    await page.close()
  })
})

/** Texts that are cut off by their own box, and a page that is wider than its window. */
const cut = (page: Page): Promise<readonly string[]> => page.evaluate(() => {
  const isHidden = (one: Element): boolean => one.closest('.hidden, .skip') !== null || !one.checkVisibility()
  const clipped = [...document.querySelectorAll('body *')].filter((one) => {
    const { overflowX, overflowY } = getComputedStyle(one)
    const isCut = (overflow: string, whole: number, shown: number): boolean => ['hidden', 'clip'].includes(overflow) && whole > shown + 1
    const isClipped = isCut(overflowX, one.scrollWidth, one.clientWidth) || isCut(overflowY, one.scrollHeight, one.clientHeight)
    return isClipped && !isHidden(one) && !(one instanceof SVGElement)
  })
  const outside = [...document.querySelectorAll('h1, h2, h3, p, li, dt, dd, a, button, label, summary, .chart')].filter((one) => {
    const { right, left, width } = one.getBoundingClientRect()
    return !isHidden(one) && one.closest('.scroll') === null && width > 0 && (right > innerWidth + 1 || left < -1)
  })
  return [...(document.documentElement.scrollWidth > innerWidth ? [`page ${document.documentElement.scrollWidth} in ${innerWidth}`] : []),
    ...[...clipped, ...outside].map((one) => one.outerHTML.slice(0, 100))]
})

describe.each(PAGES)('%s', (path) => {
  it('has room for text twice as large, and prints what matters', async () => {
    const { page, complaints } = await wake(desk, path)
    await wakeAll(page)
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
      document.querySelectorAll('details').forEach((one) => { one.open = true })
    })
    for (const width of [1280, 640, 360]) {
      await widen(page, width)
      expect([width, await cut(page)]).toEqual([width, []])
    }
    await page.evaluate(() => { document.documentElement.style.fontSize = '' })
    // A4 with its margins is 718 pixels wide; a browser lays paper out a third wider, and twice as wide if need be
    await widen(page, 957)
    await page.emulateMedia({ media: 'print' })
    const { shown, charts, tables } = await page.evaluate(() => ({
      shown: [...document.querySelectorAll('.controls, .languages, .themes, header nav, .buttons, .layer, .tip, .skip')]
        .filter((one) => one.checkVisibility()).map((one) => one.className),
      charts: [...document.querySelectorAll('.chart')].map((chart) =>
        [...chart.querySelectorAll(':scope > svg')].filter((svg) => svg.getBoundingClientRect().height > 50).length),
      tables: [...document.querySelectorAll('.scroll table')].map((table) => ({
        rows: table.querySelectorAll('tbody tr').length, isWhole: table.getBoundingClientRect().right <= 2 * 718,
      })),
    }))
    expect(shown).toEqual([])
    expect(charts.every((count) => count === 1)).toBe(true)
    expect(tables.filter(({ rows, isWhole }) => rows === 0 || !isWhole)).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })
})
