/** Frames without a script: in a column of 600 px the height in the snippet is right, and that of oEmbed at the width that was asked for. */
import { afterAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openBrowser } from './chromium.ts'
import { EXAMPLES, FIGURES, inLanguage, LANGUAGES, ORIGIN, reader, settle } from './visit.ts'

const browser = await openBrowser()
afterAll(() => browser.close())

/** How much lower than its frame an embed may be: a line or two of the smallest text, so that nothing seems to be missing; of a very high one an eighth. */
const SPARE = 64

/** The address and height that the plain snippet of a figure gives. */
async function frameOf(path: string): Promise<{ src: string; height: number }> {
  const html = await (await fetch(ORIGIN + path)).text()
  const [, src = '', height = ''] = /&lt;iframe src="([^"]+)".*? height="(\d+)"/.exec(html.replaceAll('&quot;', '"')) ?? []
  return { src: src.replaceAll('&amp;amp;', '&'), height: Number(height) }
}

/** Views whose embeds have another title, chart or number of rows than the figure's own. */
const VIEWS = ['fdi-inflows-gdp/embed?chart=columns&select=VNM~THA', 'fdi-inflows-usd/embed?chart=ranking', 'who-was-asked/embed?theme=dark']

const heightNeeded = (page: Page) => page.evaluate(() => Math.ceil(document.querySelector('main')?.getBoundingClientRect().height ?? 0))

/** That a height is enough for an embed, and not much more. */
const expectRoom = (seen: { readonly name: string; readonly needed: number; readonly height: number }) => {
  const { needed, height } = seen
  expect({ ...seen, isEnough: needed <= height, isMuch: height - needed > Math.max(SPARE, needed / 8) }).toEqual({ ...seen, isEnough: true, isMuch: false })
}

describe.each(LANGUAGES)('%s', (lang) => {
  it.each([...FIGURES.map((id) => `${id}/embed`), ...VIEWS])('%s has room in its frame, and not much more', async (name) => {
    const { src, height } = await frameOf(inLanguage(lang, `/figures/${name}`))
    const context = await reader(browser, { width: 600, height })
    const page = await context.newPage()
    await page.goto(src)
    await settle(page)
    const needed = await heightNeeded(page)
    await context.close()
    expectRoom({ name, needed, height })
  })

  it.each(EXAMPLES)('%s has room in the frame of oEmbed at every width', async (id) => {
    const path = inLanguage(lang, `/embed/${id}`)
    const context = await reader(browser)
    const page = await context.newPage()
    await page.goto(ORIGIN + path)
    await settle(page)
    for (const width of [280, 320, 480, 768]) {
      const answer = await (await fetch(`${ORIGIN}/oembed?maxwidth=${width}&url=${encodeURIComponent(ORIGIN + path)}`)).json() as { width: number; height: number }
      expect(answer.width).toBe(width)
      await page.setViewportSize({ width, height: answer.height })
      expectRoom({ name: `${id} at ${width}`, needed: await heightNeeded(page), height: answer.height })
    }
    await context.close()
  })
})
