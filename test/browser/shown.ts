/** What a view of a figure's page shows, to be compared with what its address prints. */
import { expect } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { ORIGIN, visit } from './visit.ts'

/** Everything that a view decides: title, column with chart and table, and where all links lead. */
export const shownIn = (page: Page) => page.evaluate(() => {
  /** What only a browser that runs scripts has, and what the reader folds, is left out; fields as they are set now. */
  const lines = (node: Node): string[] => {
    if (node instanceof Text) return [node.data]
    if (!(node instanceof Element) || node.matches('.layer')) return []
    const inside = [...node.childNodes].flatMap(lines)
    if (node.matches('button.sort')) return inside
    const set = node instanceof HTMLInputElement ? String(node.checked) : node instanceof HTMLSelectElement ? node.value : ''
    const attributes = [...node.attributes].filter(({ name }) => !['open', 'checked', 'selected', 'href', 'data-faded'].includes(name))
    return [`<${node.localName} ${attributes.map(({ name, value }) => `${name}=${value}`).toSorted().join(' ')} ${set}>`, ...inside, '</>']
  }
  const texts = (all: readonly string[]): string[] => all.join('\n').replaceAll(/(?<=\n[^<\n]*)\n(?=[^<])/g, '').split('\n')
  const leads = [...document.querySelectorAll<HTMLAnchorElement | HTMLLinkElement>('a, link[rel=canonical], link[rel=alternate]')]
  const column = texts([...document.querySelectorAll('.column')].flatMap(lines))
  return { title: document.title, column, leads: leads.map(({ href }) => href) }
})

/** Waits until the view that was asked for is there, and its chart can be read. */
export async function turned(page: Page): Promise<void> {
  await page.locator('.column:not([aria-busy]) .layer circle').first().waitFor({ state: 'attached' })
}

/** The page as its address prints it to a reader without scripts is what the page has become. */
export const printedBy = (printed: BrowserContext) => async (page: Page): Promise<void> => {
  await turned(page)
  const fresh = await visit(printed, page.url().slice(ORIGIN.length))
  expect(await shownIn(page)).toEqual(await shownIn(fresh.page))
  await fresh.page.close()
}
