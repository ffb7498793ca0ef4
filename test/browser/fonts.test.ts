/** Fonts of every page: only the shipped ones set it, every character has its glyph, and they weigh no more than allowed. */
import { afterAll, describe, expect, it } from 'vitest'
import type { CDPSession, Page } from 'playwright-core'
import { openBrowser } from './chromium.ts'
import { KINDS, reader, settle, visit, type Language } from './visit.ts'

const browser = await openBrowser()
afterAll(() => browser.close())

const BUDGET = { en: 60_000, ja: 150_000 } as const satisfies Record<Language, number>
const SHIPPED = /^(Inter|Source Serif 4|Noto Sans JP|Noto Serif JP)\b/

type Node = {
  readonly nodeId: number
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string
  readonly children?: readonly Node[]
}

/** Elements that hold words themselves. */
const worded = (node: Node): Node[] => [
  ...(node.children?.some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue.trim()) ? [node] : []),
  ...(node.children ?? []).flatMap(worded),
]

/** Code is set in the reader's own monospaced font, which has every letter that code is written with: it is taken out. */
const withoutCode = (page: Page): Promise<void> => page.evaluate(() => {
  for (const code of document.querySelectorAll('code, pre')) if (/^[\x20-\x7e\s]*$/.test(code.textContent ?? '')) code.remove()
})

/** Words that another font than ours was found for, as the browser itself knows it. */
async function strangers(cdp: CDPSession): Promise<readonly string[]> {
  await cdp.send('DOM.enable')
  await cdp.send('CSS.enable')
  const { root } = await cdp.send('DOM.getDocument', { depth: -1 })
  const found = await Promise.all(worded(root).map(async (node) => {
    const { fonts } = await cdp.send('CSS.getPlatformFontsForNode', { nodeId: node.nodeId })
    const others = fonts.filter(({ familyName, isCustomFont }) => !isCustomFont || !SHIPPED.test(familyName))
    const words = node.children?.map(({ nodeValue }) => nodeValue).join('').slice(0, 60)
    return others.map(({ familyName }) => `${familyName}: ${node.nodeName} ${words}`)
  }))
  return found.flat()
}

/** What files of these addresses weigh together. */
const bytesOf = async (urls: ReadonlySet<string>): Promise<number> => {
  const files = await Promise.all([...urls].map(async (url) => (await fetch(url)).bytes()))
  return files.reduce((sum, { length }) => sum + length, 0)
}

const loaded = (page: Page) => page.evaluate(() =>
  [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family))

describe.each(KINDS)('$path', ({ lang, path }) => {
  it('is set in the shipped fonts, within the budget', async () => {
    const context = await reader(browser)
    const { page, requests } = await visit(context, path)
    const bytes = await bytesOf(new Set(requests.filter((url) => url.endsWith('.woff2'))))
    await settle(page)
    await withoutCode(page)
    expect(await strangers(await context.newCDPSession(page))).toEqual([])
    for (const family of await loaded(page)) expect(family).toMatch(SHIPPED)
    expect(bytes).toBeGreaterThan(10_000)
    expect(bytes).toBeLessThanOrEqual(BUDGET[lang])
    await context.close()
  })
})
