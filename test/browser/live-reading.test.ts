/** Reading charts value by value, by mouse, touch and keyboard: everyone gets the words that a screen reader gets. */
import { afterAll, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { wordsOf } from '../../web/words/index.ts'
import { openBrowser } from './chromium.ts'
import { PHONE, pointsOf, someOf, tipOf, wake, wakeAll, wakingReader, type Point } from './awake.ts'
import { EXAMPLES, inLanguage, LANGUAGES } from './visit.ts'

const browser = await openBrowser()
const desk = await wakingReader(browser)
const phone = await wakingReader(browser, PHONE)
afterAll(() => browser.close())

/** Charts that are read by touch in one language only, in turn: the finger does not read. */
const TOUCHED = [
  ...EXAMPLES.map((id, i) => inLanguage(LANGUAGES[i % 2] ?? 'en', `/figures/${id}`)),
  '/', '/ja/embed/fdi-inflows-gdp', '/embed/screening', '/ja/embed/who-was-asked',
]
const FIGURE_PAGES = LANGUAGES.flatMap((lang) => EXAMPLES.map((id) => ({ lang, path: inLanguage(lang, `/figures/${id}`) })))
const OTHER_PAGES = LANGUAGES.flatMap((lang) =>
  ['/', '/embed/fdi-inflows-gdp', '/embed/screening'].map((path) => ({ lang, path: inLanguage(lang, path) })))

/** Labels of the points that stand exactly there: some lie over others. */
const labelsAt = (points: readonly Point[], { x, y }: Point): readonly string[] =>
  points.filter((one) => Math.hypot(one.x - x, one.y - y) < 1).map(({ label }) => label)

/** What does not fit the window: the words beside a point have to be seen whole. */
const tipOutside = (page: Page): Promise<string | null> => page.evaluate(() => {
  const tip = document.querySelector('.tip')
  const box = tip?.getBoundingClientRect()
  const isWhole = box && box.left >= 0 && box.right <= document.documentElement.clientWidth && document.documentElement.scrollWidth <= innerWidth
  return tip && !isWhole ? `${tip.textContent} from ${box?.left} to ${box?.right} of ${document.documentElement.clientWidth}` : null
})

/** Points at some values of a chart, one after the other, and says what went wrong. */
async function pointAt(page: Page, chart: Locator, point: (x: number, y: number) => Promise<void>, count: number): Promise<readonly string[]> {
  await chart.scrollIntoViewIfNeeded()
  const points = await pointsOf(chart)
  const faults: string[] = []
  for (const one of someOf(points.filter(({ y }) => y > 0 && y < (page.viewportSize()?.height ?? 0)), count)) {
    await point(one.x, one.y)
    const said = await tipOf(chart)
    if (said === null || !labelsAt(points, one).includes(said)) faults.push(`${one.label} is said as ${said}`)
    const outside = await tipOutside(page)
    if (outside !== null) faults.push(outside)
  }
  return faults
}

/** The words of the point that has the focus, '' when the focus is in no chart. */
const focused = (page: Page): Promise<string> => page.evaluate(() =>
  (document.activeElement?.closest('.layer') ? document.activeElement.getAttribute('aria-label') ?? '' : ''))

/** Presses a key and resolves to the words that are read then; what is focused, said beside it and reached by Tab is one. */
async function press(page: Page, key: string): Promise<string> {
  await page.keyboard.press(key)
  const { label, stops, tip } = await page.evaluate(() => {
    const own = document.activeElement?.closest('.layer')
    return {
      label: document.activeElement?.getAttribute('aria-label'), tip: own?.querySelector('.tip:not(.help)')?.textContent,
      stops: [...own?.querySelectorAll('[tabindex="0"]') ?? []].map((one) => (one === document.activeElement ? 'here' : 'elsewhere')),
    }
  })
  expect({ key, tip, stops }).toEqual({ key, tip: label, stops: ['here'] })
  return label ?? ''
}

/** Name and year of a label of a series: "Singapore, 2024: 27.8%". */
const seriesOf = (label: string): { readonly name: string; readonly year: number } => {
  const [, name = '', year = ''] = /^(.+?)(?:, |、)(\d{4})/.exec(label) ?? []
  return { name, year: Number(year) }
}

/** Brings the focus to the chart's stop as Tab does. */
async function tabInto(page: Page): Promise<string> {
  await page.locator('.layer [tabindex="0"]').focus()
  await page.keyboard.press('Shift+Tab')
  expect(await focused(page)).toBe('')
  return press(page, 'Tab')
}

async function walkSeries(page: Page, names: readonly string[]): Promise<void> {
  await press(page, 'Home')
  const first = seriesOf(await focused(page))
  let before = first
  for (const key of ['ArrowRight', 'ArrowRight', 'End', 'ArrowRight', 'ArrowLeft']) {
    const now = seriesOf(await press(page, key))
    expect(now.name).toBe(first.name)
    expect([key, Math.sign(now.year - before.year)]).toEqual([key, key === 'ArrowLeft' ? -1 : before.year < now.year ? 1 : 0])
    before = now
  }
  expect(seriesOf(await press(page, 'Home'))).toEqual(first)
  const met = new Set([first.name])
  for (let i = 1; i < names.length; i++) met.add(seriesOf(await press(page, 'ArrowDown')).name)
  expect([...met].toSorted()).toEqual([...names].toSorted())
  expect(seriesOf(await press(page, 'ArrowDown')).name).toBe(first.name)
  const up = seriesOf(await press(page, 'ArrowUp')).name
  expect(names.length === 1 ? up === first.name : up !== first.name).toBe(true)
}

/** The points of the line that is read, from its first on: right leads through them, left back, and both ends have keys. */
async function walkLine(page: Page): Promise<readonly string[]> {
  const line = [await press(page, 'Home')]
  for (let next = await press(page, 'ArrowRight'); next !== line.at(-1); next = await press(page, 'ArrowRight')) line.push(next)
  for (const label of line.toReversed().slice(1)) expect(await press(page, 'ArrowLeft')).toBe(label)
  expect([await press(page, 'End'), await press(page, 'Home')]).toEqual([line.at(-1), line[0]])
  return line
}

/** Down leads from line to line and to the first again; all of them together are all points. */
async function walkPoints(page: Page, labels: readonly string[]): Promise<void> {
  const lines = new Map<string, readonly string[]>()
  for (let first = await press(page, 'Home'); !lines.has(first); first = await press(page, 'Home')) {
    lines.set(first, await walkLine(page))
    const below = await press(page, 'ArrowDown')
    expect(lines.get(first)?.includes(below)).toBe(lines.get(first)?.length === labels.length)
  }
  expect([...lines.values()].flat().toSorted()).toEqual(labels.toSorted())
}

/** The chart of a figure's page is one stop, from which keys lead to every value. */
async function walk(page: Page): Promise<void> {
  const chart = page.locator('.chart')
  const labels = (await pointsOf(chart)).map(({ label }) => label)
  expect(await tabInto(page)).toBe(labels[0])
  const names = [...new Set(labels.map((label) => seriesOf(label).name))]
  const years = new Set(labels.map((label) => Object.values(seriesOf(label)).join()))
  if (names.every((name) => name !== '') && labels.length > names.length && years.size === labels.length) await walkSeries(page, names)
  else await walkPoints(page, labels)
  const last = await focused(page)
  await page.keyboard.press('Tab')
  expect([await focused(page), await tipOf(chart)]).toEqual(['', null])
  expect(await press(page, 'Shift+Tab')).toBe(last)
}

describe.each([...FIGURE_PAGES, ...OTHER_PAGES])('$path', ({ path }) => {
  it('says by mouse what a screen reader says, and leads to every value by keyboard', async () => {
    const { page, complaints } = await wake(desk, path)
    await wakeAll(page)
    for (const chart of await page.locator('.chart').all()) {
      expect(await pointAt(page, chart, (x, y) => page.mouse.move(x, y), 6)).toEqual([])
      await page.mouse.move(0, 0)
      expect(await tipOf(chart)).toBe(null)
    }
    if (path.includes('/figures/')) await walk(page)
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe.each(TOUCHED)('%s', (path) => {
  it('says by touch what a screen reader says, until something else is touched', async () => {
    const { page, complaints } = await wake(phone, path)
    await wakeAll(page)
    for (const chart of await page.locator('.chart').all()) {
      expect(await pointAt(page, chart, (x, y) => page.touchscreen.tap(x, y), 4)).toEqual([])
      // The edge of the page, where no chart is.
      await page.touchscreen.tap(2, 400)
      expect(await tipOf(chart)).toBe(null)
    }
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe.each(LANGUAGES)('%s', (lang) => {
  const { messages } = wordsOf(lang)
  const path = inLanguage(lang, '/figures/fdi-inflows-gdp')

  it('Escape leaves what is read, by keyboard and by mouse, and the place is kept', async () => {
    const { page } = await wake(desk, path)
    const chart = page.locator('.chart')
    await tabInto(page)
    await press(page, 'ArrowRight')
    const second = await focused(page)
    await page.keyboard.press('Escape')
    expect([await tipOf(chart), await focused(page)]).toEqual([null, second])
    expect(seriesOf(await press(page, 'ArrowRight')).year).toBe(seriesOf(second).year + 1)
    const [point] = await pointsOf(chart)
    await page.locator('h1').click()
    await page.mouse.move(point?.x ?? 0, point?.y ?? 0)
    expect(await tipOf(chart)).not.toBe(null)
    await page.keyboard.press('Escape')
    expect(await tipOf(chart)).toBe(null)
    await page.close()
  })

  it('? says how to read, ? or Escape takes it away', async () => {
    const { page } = await wake(desk, path)
    expect(await page.locator('.layer > svg').getAttribute('aria-label')).toBe(`${messages.readChart}. ${messages.readHelp}`)
    await tabInto(page)
    const help = page.locator('.layer .help[role=status]')
    for (const away of ['?', 'Escape']) {
      await page.keyboard.press('?')
      expect(await help.allInnerTexts()).toEqual([messages.readHelp])
      await page.keyboard.press(away)
      expect(await help.count()).toBe(0)
    }
    await page.close()
  })

  it('keys with a modifier stay the browser’s, and so do keys elsewhere', async () => {
    const { page } = await wake(desk, path)
    const first = await tabInto(page)
    for (const key of ['Control+ArrowRight', 'Meta+ArrowDown', 'Control+End', 'x']) {
      await page.keyboard.press(key)
      expect(await focused(page)).toBe(first)
    }
    await page.locator('.scroll').focus()
    await page.keyboard.press('ArrowRight')
    expect(await tipOf(page.locator('.chart'))).toBe(null)
    await page.close()
  })

  it('sets the series that is read apart, and no longer than it is read', async () => {
    const { page } = await wake(desk, path)
    const faded = () => page.evaluate(() =>
      [...document.querySelectorAll<SVGElement>('.chart g[data-faded]')].map(({ dataset }) => dataset['datum'] ?? ''))
    expect(await faded()).toEqual([])
    await tabInto(page)
    const all = await page.evaluate(() => document.querySelectorAll('.chart g[data-datum]').length)
    const others = await faded()
    expect(others.length).toBeGreaterThan(0)
    expect(others.length).toBeLessThan(all)
    await page.keyboard.press('Escape')
    expect(await faded()).toEqual([])
    await page.close()
  })
})
