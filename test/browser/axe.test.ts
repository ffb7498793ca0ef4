/** Every page in both languages and colour schemes, on a phone and on a desk: no fault against WCAG 2.2 AA that axe can find. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import { afterAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openBrowser } from './chromium.ts'
import { TYPICAL, reader, visit, widen } from './visit.ts'

const browser = await openBrowser()
const context = await reader(browser, { javaScriptEnabled: true })
afterAll(() => browser.close())

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Faults as lines: rule, element, what to do. */
const faults = (page: Page): Promise<readonly string[]> => page.evaluate(async (tags) => {
  const { axe: judge } = globalThis as unknown as { axe: typeof axe } // put there by the script
  const { violations } = await judge.run(document, { runOnly: tags, resultTypes: ['violations'] })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`))
}, TAGS)

describe.each(TYPICAL)('$path', ({ path }) => {
  it('passes', async () => {
    const { page } = await visit(context, path)
    await page.evaluate(AXE)
    // what folds away is read too, once it is open
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true }))
    const found: string[] = []
    for (const width of [1280, 360]) {
      await widen(page, width)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        found.push(...(await faults(page)).map((fault) => `${width} ${colorScheme}: ${fault}`))
      }
    }
    await page.close()
    expect(found).toEqual([])
  })
})
