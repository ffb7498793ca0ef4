/** The short form: in a frame lower than 320 px, without JavaScript, in a sandbox that allows nothing. */
import { afterAll, describe, expect, it } from 'vitest'
import { wordsOf } from '../../web/words/index.ts'
import { openBrowser } from './chromium.ts'
import { around, digits, type FigureJson } from './printed.ts'
import { EXAMPLES, inLanguage, LANGUAGES, ORIGIN, reader, type Language } from './visit.ts'

const browser = await openBrowser()
afterAll(() => browser.close())

const seen = (selectors: readonly string[]) => selectors.map((selector) =>
  [...document.querySelectorAll(selector)].some((element) => element.getBoundingClientRect().height > 0))

/** The paragraphs of the short form: their words, whether they are seen without scrolling, and whether some of them never are. */
const linesSeen = () => {
  scrollTo(0, 0)
  const isFixed = [document.documentElement, document.body].some((one) => ['hidden', 'clip'].includes(getComputedStyle(one).overflowY))
  const seen = [...document.querySelectorAll<HTMLElement>('main > :is(h1, p, .check)')].filter((one) => one.getBoundingClientRect().height > 0)
  return seen.map((one) => {
    const { top, bottom, left, right } = one.getBoundingClientRect()
    const isWhole = one.scrollWidth <= one.clientWidth && (getComputedStyle(one).overflowY === 'visible' || one.scrollHeight <= one.clientHeight)
    const isReached = top >= 0 && left >= 0 && right <= innerWidth && bottom <= (isFixed ? innerHeight : document.documentElement.scrollHeight)
    return { text: one.innerText.trim(), isIn: bottom <= innerHeight, isCut: !isWhole || !isReached }
  })
}

/** The words around the numbers that a figure's title says, where they are not exact. */
function wordsQualifying({ rows, title }: FigureJson, lang: Language): readonly string[] {
  const named = rows.filter(({ value, decimals, qualifier }) => qualifier !== 'only' && value !== null && title.includes(`${digits(value, decimals ?? 0)}%`))
  return [...new Set(named.flatMap(({ qualifier }) => around(lang, qualifier)).map((word) => word.trim()).filter(Boolean))]
}

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

  it.each(EXAMPLES)('%s: what the short form says stands in the frame, or is scrolled to', async (id) => {
    const figure = await (await fetch(`${ORIGIN}${inLanguage(lang, `/figures/${id}.json`)}`)).json() as FigureJson
    const low = await reader(browser, { width: 280, height: 319 })
    const page = await low.newPage()
    await page.goto(`${ORIGIN}${inLanguage(lang, `/embed/${id}`)}`)
    for (const height of [319, 180]) {
      await page.setViewportSize({ width: 280, height })
      const lines = await page.evaluate(linesSeen)
      expect(lines.length).toBeGreaterThan(2)
      expect({ height, cut: lines.filter(({ isCut }) => isCut) }).toEqual({ height, cut: [] })
      const [first, last] = [lines[0], lines.at(-1)]
      expect({ height, isFirst: first?.isIn }).toEqual({ height, isFirst: true })
      expect(last?.text).toBe(wordsOf(lang).pages.embedMore)
      const said = lines.map(({ text }) => text).join(' ')
      expect(wordsQualifying(figure, lang).filter((word) => !said.includes(word))).toEqual([])
    }
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
