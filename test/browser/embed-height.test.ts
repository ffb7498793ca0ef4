/** Frames without a script: in a column of 600 px the height in the snippet is right, and in a low frame there is a short form. */
import { afterAll, describe, expect, it } from 'vitest'
import { openBrowser } from './chromium.ts'
import { FIGURES, inLanguage, LANGUAGES, ORIGIN, reader, settle } from './visit.ts'

const browser = await openBrowser()
afterAll(() => browser.close())

/** How much lower than its frame an embed may be: a line or two of the smallest text, so that nothing seems to be missing. */
const SPARE = 64

/** The address and height that the plain snippet of a figure gives. */
async function frameOf(path: string): Promise<{ src: string; height: number }> {
  const html = await (await fetch(ORIGIN + path)).text()
  const [, src = '', height = ''] = /&lt;iframe src="([^"]+)".*? height="(\d+)"/.exec(html.replaceAll('&quot;', '"')) ?? []
  return { src: src.replaceAll('&amp;amp;', '&'), height: Number(height) }
}

describe.each(LANGUAGES)('%s', (lang) => {
  it.each(FIGURES)('%s has room in its frame, and not much more', async (id) => {
    const { src, height } = await frameOf(inLanguage(lang, `/figures/${id}/embed`))
    const context = await reader(browser, { width: 600, height })
    const page = await context.newPage()
    await page.goto(src)
    await settle(page)
    const needed = await page.evaluate(() => Math.ceil(document.querySelector('main')?.getBoundingClientRect().height ?? 0))
    await context.close()
    expect({ id, isEnough: needed <= height, isMuch: height - needed > SPARE, needed, height })
      .toEqual({ id, isEnough: true, isMuch: false, needed, height })
  })
})
