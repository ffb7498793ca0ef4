/** Embeds stand in other people's pages, also in frames that allow nothing; no other page of the site does. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import type { Frame, Page } from 'playwright-core'
import { openBrowser } from './chromium.ts'
import { openHost } from './host.ts'
import { EXAMPLES, inLanguage, LANGUAGES, ORIGIN, reader } from './visit.ts'

const browser = await openBrowser()
const context = await reader(browser)
const host = await openHost(({ searchParams }) => {
  const sandbox = searchParams.get('sandbox')
  const frame = `<iframe title="chart" width="600" height="700" ${sandbox === null ? '' : `sandbox="${sandbox}"`}
    src="${ORIGIN}${searchParams.get('path')}"></iframe>`
  return { type: 'text/html; charset=utf-8', body: `<!doctype html><title>Somebody else</title><style>body { margin: 0 }</style>${frame}` }
})
afterAll(async () => {
  await browser.close()
  host.close()
})

async function framed(path: string, sandbox?: string): Promise<{ page: Page; frame: Frame; complaints: readonly string[] }> {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  await page.goto(`${host.origin}/?${new URLSearchParams({ path, ...(sandbox === undefined ? {} : { sandbox }) })}`)
  const frame = page.frames()[1]
  if (!frame) throw new Error('no frame')
  return { page, frame, complaints }
}

const chartIn = (frame: Frame) => frame.evaluate(() => {
  const seen = [...document.querySelectorAll<SVGElement>('.chart > svg')].filter((svg) => svg.getBoundingClientRect().height > 50)
  const texts = seen[0]?.querySelectorAll('text').length ?? 0
  return { charts: seen.length, texts, width: document.documentElement.scrollWidth }
})

/** Whether a reader of the frame would have to scroll sideways. */
const isWide = (frame: Frame) => frame.evaluate(() => document.documentElement.scrollWidth > innerWidth)

describe.each(LANGUAGES)('%s', (lang) => {
  it.each(EXAMPLES)('the embed of %s stands in a page of another origin', async (id) => {
    const { page, frame, complaints } = await framed(inLanguage(lang, `/embed/${id}`))
    const { charts, texts, width } = await chartIn(frame)
    expect([charts, width <= 600]).toEqual([1, true])
    expect(texts).toBeGreaterThan(4)
    expect(complaints).toEqual([])
    await page.close()
  })

  it.each(EXAMPLES)('the embed of %s in a sandbox that allows nothing has chart and table at every width', async (id) => {
    const { page, frame } = await framed(inLanguage(lang, `/embed/${id}`), '')
    for (const width of [280, 320, 640, 960]) {
      await page.setViewportSize({ width, height: 800 })
      await page.locator('iframe').evaluate((one, pixels) => one.setAttribute('width', String(pixels)), width)
      expect({ at: width, ...await chartIn(frame) }).toMatchObject({ at: width, charts: 1 })
      expect({ width, isWide: await isWide(frame) }).toEqual({ width, isWide: false })
      expect(await frame.locator('table').isVisible()).toBe(false)
      await frame.locator('summary').click()
      expect(await frame.locator('table').isVisible()).toBe(true)
      expect({ width, isWide: await isWide(frame) }).toEqual({ width, isWide: false })
      await frame.locator('summary').click()
    }
    await page.close()
  })

  it('stands in a page that was opened as a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'somebody-'))
    writeFileSync(join(folder, 'page.html'), `<!doctype html><title>Mine</title><iframe width="600" height="700" src="${ORIGIN}${inLanguage(lang, '/embed/who-was-asked')}"></iframe>`)
    const page = await context.newPage()
    await page.goto(pathToFileURL(join(folder, 'page.html')).href)
    const frame = page.frames()[1]
    await frame?.waitForURL(/\/embed\//)
    expect(frame && await chartIn(frame)).toMatchObject({ charts: 1 })
    await page.close()
    rmSync(folder, { recursive: true })
  })

  it('in a sandbox that allows nothing the chart is there, in its own fonts', async () => {
    const { page, frame, complaints } = await framed(inLanguage(lang, '/embed/who-was-asked'), '')
    expect(await chartIn(frame)).toMatchObject({ charts: 1 })
    const loaded = await frame.evaluate(async () => {
      await document.fonts.ready
      return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family)
    })
    expect(loaded).toEqual(expect.arrayContaining(['Inter', 'Source Serif 4']))
    expect(complaints.filter((one) => !one.includes('Blocked script execution'))).toEqual([])
    await page.close()
  })

  it.each(['/', '/figures', '/sources', '/figures/screening', '/no-such-page'])('%s cannot be framed', async (path) => {
    const { page, frame, complaints } = await framed(inLanguage(lang, path))
    expect(await frame.evaluate(() => document.querySelector('main') === null)).toBe(true)
    expect(complaints.join()).toContain('frame-ancestors')
    await page.close()
  })
})
