/** The snippets as they are offered, pasted into somebody else's page: each shows what it says, with and without scripts. */
import { afterAll, describe, expect, it } from 'vitest'
import type { BrowserContext, Frame, Page } from 'playwright-core'
import { openBrowser } from './chromium.ts'
import { openHost } from './host.ts'
import { EXAMPLES, inLanguage, LANGUAGES, ORIGIN, reader } from './visit.ts'

const browser = await openBrowser()
const [still, scripted] = [await reader(browser, { width: 600 }), await reader(browser, { javaScriptEnabled: true })]
const pasted = { html: '' }
const host = await openHost(() => ({
  type: 'text/html; charset=utf-8',
  body: `<!doctype html><html lang="en"><head><title>Somebody else</title><style>body { margin: 0 }</style></head><body>${pasted.html}</body></html>`,
}))
afterAll(async () => {
  await browser.close()
  host.close()
})

type Texts = { readonly iframe: string; readonly resized: string; readonly component: string; readonly picture: string; readonly markdown: string }

/** What the page of snippets offers to copy, of the present or of the version that its second choice pins. */
async function snippetsAt(path: string, isPinned: boolean): Promise<Texts> {
  const page = await still.newPage()
  await page.goto(ORIGIN + path)
  if (isPinned) await page.locator('.choices a').nth(1).click()
  const texts = await page.locator('textarea').evaluateAll((all) => all.map((one) => (one instanceof HTMLTextAreaElement ? one.value : '')))
  await page.close()
  const [iframe = '', resized = '', component = '', picture = '', markdown = ''] = texts
  expect([texts.length, /@[0-9a-f]{16}/.test(iframe)]).toEqual([5, isPinned])
  return { iframe, resized, component, picture, markdown }
}

/** A page of another origin with this in it. */
async function paste(context: BrowserContext, html: string, width = 600): Promise<Page> {
  pasted.html = html
  const page = await context.newPage()
  await page.setViewportSize({ width, height: 800 })
  await page.goto(host.origin)
  return page
}

async function frameIn(page: Page): Promise<Frame> {
  await expect.poll(() => page.frames().length).toBe(2)
  const frame = page.frames()[1]
  if (!frame) throw new Error('no frame')
  // a frame that is waited for begins as an empty page
  await frame.waitForURL(/\/embed\//)
  await frame.evaluate(() => document.fonts.ready.then(() => undefined))
  return frame
}

/** What is to be seen in a frame, how far it can be scrolled, and how much room its embed lacks. */
const seenIn = (frame: Frame) => frame.evaluate(() => {
  const root = document.documentElement
  return {
    charts: [...document.querySelectorAll('.chart > svg')].filter((svg) => svg.getBoundingClientRect().height > 50).length,
    isWide: root.scrollWidth > innerWidth,
    isLong: root.scrollHeight > innerHeight,
    lacks: Math.ceil(document.querySelector('main')?.getBoundingClientRect().height ?? 0) - innerHeight,
    search: location.search,
  }
})

/** Whether the last line of an embed cannot be scrolled to by its reader. */
const endIsCut = (frame: Frame) => frame.evaluate(() => {
  const isFixed = [document.documentElement, document.body].some((one) => ['hidden', 'clip'].includes(getComputedStyle(one).overflowY))
  scrollTo(0, document.documentElement.scrollHeight)
  return isFixed || (document.querySelector('.links a')?.getBoundingClientRect().bottom ?? Infinity) > innerHeight
})

/** Pictures of a page as they are seen. */
const picturesIn = (page: Page) => page.locator('img').evaluateAll((all) => all.map((one) => {
  if (!(one instanceof HTMLImageElement)) throw new Error('no picture')
  const { width, height } = one.getBoundingClientRect()
  return { isLoaded: one.complete && one.naturalWidth > 0, isShown: height > 100 && width <= innerWidth, alt: one.alt, link: one.closest('a')?.href }
}))

/** One linked picture and the paragraph below it in Markdown (CommonMark 0.31.2, §6.3 and §6.4) as its readers show it. */
function fromMarkdown(text: string): string {
  const [, alt = '', image = '', page = '', credit = ''] = /^\[!\[((?:\\.|[^\]\\])+)\]\((\S+)\)\]\((\S+)\)\n\n\*((?:\\.|[^*\\])+)\*$/.exec(text) ?? []
  const plain = (part: string): string => part.replaceAll(/\\(.)/g, '$1').replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return `<a href="${page}"><img src="${image}" alt="${plain(alt)}" width="100%"></a><p>${plain(credit)}</p>`
}

const SUBJECTS = ['/figures/who-was-asked/embed', '/figures/fdi-inflows-gdp/embed?chart=columns&select=VNM~THA']
const CASES = LANGUAGES.flatMap((lang) => SUBJECTS.flatMap((path) => [false, true].map((isPinned) =>
  ({ lang, path: inLanguage(lang, path), isPinned, name: `${inLanguage(lang, path)}${isPinned ? ', pinned' : ''}` }))))

/** That a linked picture is seen, with words for those who do not see it, and a credit. */
async function expectPicture(html: string, credit: string): Promise<void> {
  const page = await paste(still, html)
  await expect.poll(() => picturesIn(page)).toEqual([{ isLoaded: true, isShown: true, alt: expect.stringMatching(/^.{10,}$/s), link: expect.stringContaining('/figures/') }])
  if (credit) expect(await page.locator(credit).innerText()).toMatch(/Supply Lines.*[0-9a-f]{16}/)
  await page.close()
}

describe.each(CASES)('$name', async ({ path, isPinned }) => {
  const texts = await snippetsAt(path, isPinned)

  it('plain: all of the embed at 600 px without scrolling', async () => {
    const page = await paste(still, texts.iframe)
    const { search, ...seen } = await seenIn(await frameIn(page))
    expect(seen).toMatchObject({ charts: 1, isWide: false, isLong: false })
    expect(search.includes('columns')).toBe(path.includes('columns'))
    await page.close()
  })

  it('with the script: its height at every width', async () => {
    const page = await paste(scripted, texts.resized)
    const frame = await frameIn(page)
    for (const width of [280, 320, 640, 960]) {
      await page.setViewportSize({ width, height: 800 })
      await expect.poll(() => seenIn(frame), { message: `at ${width}` }).toMatchObject({ charts: 1, isWide: false, isLong: false, lacks: 0 })
    }
    await page.close()
  })

  it('component: the frame; where scripts are blocked, the picture', async () => {
    const page = await paste(scripted, texts.component)
    const frame = await frameIn(page)
    await expect.poll(() => seenIn(frame)).toMatchObject({ charts: 1, isWide: false, isLong: false, lacks: 0 })
    expect((await picturesIn(page)).map(({ isShown }) => isShown)).toEqual([false])
    await page.close()
    await expectPicture(texts.component, '')
  })

  it('picture: loaded, with its words and its credit, in HTML and in Markdown', async () => {
    await expectPicture(texts.picture, 'figcaption')
    await expectPicture(fromMarkdown(texts.markdown), 'p')
  })
})

describe('a page that listens to nothing, with the height of the snippet', () => {
  it.each(EXAMPLES)('%s: whole at 600 px, all to be had at every width', async (id) => {
    const lang = LANGUAGES[EXAMPLES.indexOf(id) % 2] ?? 'en'
    const page = await paste(still, (await snippetsAt(inLanguage(lang, `/figures/${id}/embed`), false)).iframe)
    const frame = await frameIn(page)
    expect(await seenIn(frame)).toMatchObject({ charts: 1, isWide: false, isLong: false })
    for (const width of [280, 320, 640, 960]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await seenIn(frame)).toMatchObject({ charts: 1, isWide: false })
      expect({ width, isCut: await endIsCut(frame) }).toEqual({ width, isCut: false })
    }
    await page.close()
  })
})
