/** Pages that wake up, watched from before their first script: what changes in them, what moves, what the browser refuses. */
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { EXAMPLES, inLanguage, LANGUAGES, visit, type Visit } from './visit.ts'

/** Kept by the page itself. */
export type Watched = {
  /** Changes that waking up has no business to make, as lines. */
  readonly changes: string[]
  /** How far things moved that the reader had not touched. */
  readonly shifts: number[]
  /** What the Content-Security-Policy refused. */
  readonly violations: string[]
}

declare global {
  var watched: Watched
}

/** Runs in the page before anything of it: from the moment the parser is done, only scripts change the document. */
function watch(): void {
  const kept: Watched = { changes: [], shifts: [], violations: [] }
  globalThis.watched = kept
  const textOf = (nodes: NodeList): string => [...nodes].map(({ textContent }) => textContent).join('')
  const isOf = (nodes: NodeList, selector: string): boolean =>
    nodes.length > 0 && [...nodes].every((node) => node instanceof Element && node.matches(selector))
  /** A layer over a chart, what happens in it, copy buttons that appear, and headings that become buttons with the same words. */
  const isMeant = ({ type, target, attributeName, addedNodes, removedNodes }: MutationRecord): boolean => {
    if (target instanceof Element && target.closest('.layer')) return true
    if (attributeName === 'hidden' && target instanceof Element && target.matches('button[data-copy]:not([hidden])')) return true
    if (type !== 'childList' || !(target instanceof Element)) return false
    if (target.matches('.chart')) return removedNodes.length === 0 && isOf(addedNodes, '.layer')
    const isSame = removedNodes.length === 0 || textOf(removedNodes) === target.textContent
    return target.matches('thead th') && isOf(target.childNodes, 'button.sort') && isSame
  }
  const line = ({ type, target, attributeName, addedNodes, removedNodes }: MutationRecord): string =>
    `${type} ${attributeName ?? ''} in ${target instanceof Element ? target.outerHTML.slice(0, 80) : target.nodeName} ` +
      `+${textOf(addedNodes)} -${textOf(removedNodes)}`
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    kept.violations.push(`${violatedDirective} ${blockedURI}`)
  })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if ('value' in entry && typeof entry.value === 'number') kept.shifts.push(entry.value)
  }).observe({ type: 'layout-shift', buffered: true })
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return
    new MutationObserver((records) => kept.changes.push(...records.filter((one) => !isMeant(one)).map(line)))
      .observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  })
}

/** Every page that wakes up, in every language. */
export const WAKING = LANGUAGES.flatMap((lang) =>
  ['/', ...EXAMPLES.flatMap((id) => [`/figures/${id}`, `/embed/${id}`])].map((path) => ({ lang, path: inLanguage(lang, path) })))

/** A reader with JavaScript, whose pages are watched. */
export async function wakingReader(browser: Browser, wish: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, ...wish })
  await context.addInitScript(watch)
  return context
}

/** A touch screen in the hand. */
export const PHONE = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 780 } } as const satisfies BrowserContextOptions

/** Comes near every chart of a page, and waits until each can be read. */
export async function wakeAll(page: Page): Promise<void> {
  for (const chart of await page.locator('.chart').all()) {
    await chart.scrollIntoViewIfNeeded()
    await chart.locator('.layer circle').first().waitFor({ state: 'attached' })
  }
}

/** Opens a path and waits until its first chart can be read. */
export async function wake(context: BrowserContext, path: string): Promise<Visit> {
  const visited = await visit(context, path)
  await visited.page.locator('.layer circle').first().waitFor({ state: 'attached' })
  return visited
}

/** A point of a chart where the reader sees it, with the words that a screen reader has for it. */
export type Point = { readonly x: number; readonly y: number; readonly label: string; readonly isStop: boolean }

/** The points of a chart that can be read now, in the order of the figure. */
export const pointsOf = (chart: Locator): Promise<readonly Point[]> => chart.evaluate((box) => {
  const circles = [...box.querySelectorAll<SVGElement>('.layer circle')]
  return circles.map((circle) => {
    const { left, top, width, height } = circle.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2, label: circle.getAttribute('aria-label') ?? '', isStop: circle.tabIndex === 0 }
  })
})

/** The words beside the point that is read, null when none is. */
export const tipOf = async (chart: Locator): Promise<string | null> => {
  const tips = await chart.locator('.tip:not(.help)').allInnerTexts()
  return tips[0] ?? null
}

/** So many of a list, evenly, with its ends. */
export function someOf<T>(all: readonly T[], count: number): readonly T[] {
  const stepAt = (i: number): number => Math.floor((i * (count - 1)) / (all.length - 1))
  return all.length <= count ? all : all.filter((_, i) => stepAt(i) !== stepAt(i - 1))
}
