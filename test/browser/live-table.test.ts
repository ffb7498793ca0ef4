/** Tables that are awake: every heading sorts, by every means, and what has no value stands last. */
import { afterAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { wordsOf } from '../../web/words/index.ts'
import { openBrowser } from './chromium.ts'
import { PHONE, wake, wakingReader } from './awake.ts'
import { turned } from './shown.ts'
import { EXAMPLES, inLanguage, LANGUAGES, type Language } from './visit.ts'

const browser = await openBrowser()
const desk = await wakingReader(browser)
const phone = await wakingReader(browser, PHONE)
afterAll(() => browser.close())

type Table = { readonly order: readonly (string | null)[]; readonly rows: readonly (readonly string[])[] }

/** How each heading says it sorts, and the table's words row by row. */
const tableIn = (page: Page): Promise<Table> => page.evaluate(() => ({
  order: [...document.querySelectorAll('thead th')].map((head) => head.getAttribute('aria-sort')),
  rows: [...document.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
}))

const press = async (page: Page, index: number, key: string | null): Promise<Table> => {
  const button = page.locator('thead th button.sort').nth(index)
  if (key === null) await button.click()
  else {
    await button.focus()
    await page.keyboard.press(key)
  }
  return tableIn(page)
}

/** The number in a cell, null where the table says that there is none; a range counts by its first. */
function numberIn(cell: string, lang: Language): number | null {
  const { missing, notReported } = wordsOf(lang).messages
  if ([missing, notReported].includes(cell)) return null
  const found = /−?\d[\d,]*(?:\.\d+)?/.exec(cell)?.[0]
  return found === undefined ? null : Number(found.replaceAll(',', '').replace('−', '-'))
}

/** Numbers that have others before them that they should not, and values after missing ones. */
function outOfOrder(values: readonly (number | null)[], direction: 1 | -1): readonly (number | null)[] {
  return values.filter((value, i) => {
    const before = values[i - 1]
    if (i === 0 || before === undefined) return false
    return before === null ? value !== null : value !== null && (before - value) * direction > 0
  })
}

const PAGES = LANGUAGES.flatMap((lang) => EXAMPLES.map((id) => ({ lang, path: inLanguage(lang, `/figures/${id}`) })))

describe.each(PAGES)('$path', ({ lang, path }) => {
  it('sorts by every heading, up and down', async () => {
    const { page, complaints } = await wake(desk, path)
    const first = await tableIn(page)
    expect(first.order.every((one) => one === null)).toBe(true)
    const numbers = await page.locator('thead th').evaluateAll((heads) => heads.map((head) => head.matches('.number')))
    const heads = await page.locator('thead th').allInnerTexts()
    const titles = await page.locator('thead button.sort').evaluateAll((all) => all.map((one) => one.getAttribute('title')))
    expect(titles).toEqual(heads.map((name) => wordsOf(lang).messages.sortBy.replace('{name}', name)))
    // of many like columns some
    for (const index of [...heads.keys()].filter((i) => i < 6 || i === heads.length - 1)) {
      for (const [key, order, direction] of [[index % 2 ? 'Enter' : null, 'ascending', 1], [index % 2 ? null : 'Space', 'descending', -1]] as const) {
        const { order: said, rows } = await press(page, index, key)
        expect(said).toEqual(heads.map((_, i) => (i === index ? order : null)))
        expect(rows.map(String).toSorted()).toEqual(first.rows.map(String).toSorted())
        if (numbers[index]) expect(outOfOrder(rows.map((row) => numberIn(row[index] ?? '', lang)), direction)).toEqual([])
      }
    }
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe.each(LANGUAGES)('%s', (lang) => {
  const { messages } = wordsOf(lang)

  it('sorts by touch, and another view begins in its own order', async () => {
    const { page } = await wake(phone, inLanguage(lang, '/figures/fdi-inflows-gdp'))
    const first = await tableIn(page)
    const button = page.locator('thead button.sort').first()
    await button.tap()
    await button.tap()
    expect((await tableIn(page)).rows).toEqual(first.rows.toReversed())
    await page.locator('.chart-types a[href*="chart=columns"]').tap()
    await page.waitForURL(/chart=/)
    await turned(page)
    expect((await tableIn(page)).order.every((one) => one === null)).toBe(true)
    await page.close()
  })

  it('what was not reported stands last, up and down', async () => {
    const { page } = await wake(desk, inLanguage(lang, '/figures/screening'))
    const replies = 3
    expect(await page.locator('thead th').nth(replies).innerText()).toBe(messages.columnReplies)
    for (const key of [null, null]) {
      const cells = (await press(page, replies, key)).rows.map((row) => row[replies] ?? '')
      const unknown = cells.map((cell) => !/\d/.test(cell))
      expect(unknown).toContain(false)
      expect(unknown).toEqual(unknown.toSorted((a, b) => Number(a) - Number(b)))
    }
    await page.close()
  })

  it('names sort as their words do', async () => {
    const { page } = await wake(desk, inLanguage(lang, '/figures/fdi-by-source-2012-2014'))
    const { rows } = await press(page, 0, null)
    const names = rows.map(([name = '']) => name)
    expect(names.length).toBeGreaterThan(5)
    expect(names.map((name) => name[0] ?? '')).toEqual(names.map((name) => name[0] ?? '').toSorted())
    await page.close()
  })
})
