/** Pictures in pixels against Chromium's drawing of the same SVG: two programs that share no code agree on every letter. */
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { openBrowser } from './chromium.ts'
import { EXAMPLES, inLanguage, LANGUAGES, ORIGIN, reader } from './visit.ts'

const browser = await openBrowser()
const contexts = { 1: await reader(browser), 2: await browser.newContext({ javaScriptEnabled: false, deviceScaleFactor: 2 }) } as const

type Scale = keyof typeof contexts
afterAll(() => browser.close())

/** Side of the squares in which differences are counted: about a letter of Japanese at the size of labels. */
const SQUARE = 14

/**
 * How far two drawings may differ: shares of the pixels of the whole picture, and of the square that differs most. Small letters are
 * smoothed differently, which is most of it. Hatching that is enlarged is laid out by each program in its own way.
 */
const WHOLE = 0.015
const LETTER = 0.55
const HATCHED = 0.05

/** How far the tone of a square may differ, as a share of all tones. A short word that is left out makes 0.13 and more. */
const INK = 0.1

type Difference = { readonly whole: number; readonly letter: number }

/** Differences that are more than another smoothing of edges. */
function differenceOf(one: PNG, other: PNG, scale: Scale): Difference {
  const { width, height } = one
  const side = SQUARE * scale
  const marked = new PNG({ width, height })
  const count = pixelmatch(one.data, other.data, marked.data, width, height, { threshold: 0.2, diffMask: true })
  const squares = new Map<number, number>()
  for (let i = 0; i < width * height; i++) {
    // marked in red; what only smoothing tells apart is marked in yellow
    if (marked.data[i * 4 + 3] === 0 || marked.data[i * 4 + 1] !== 0) continue
    const square = Math.floor(i % width / side) + 10_000 * Math.floor(i / width / side)
    squares.set(square, (squares.get(square) ?? 0) + 1)
  }
  return { whole: count / (width * height), letter: Math.max(0, ...squares.values()) / side ** 2 }
}

/** Mean of a square's colours, 0–255. */
function toneOf({ data, width }: PNG, left: number, top: number, side: number): number {
  const rows = Array.from({ length: side }, (_, y) => data.subarray(((top + y) * width + left) * 4, ((top + y) * width + left + side) * 4))
  return rows.reduce((sum, row) => row.reduce((all, channel, i) => (i % 4 === 3 ? all : all + channel), sum), 0) / (3 * side ** 2)
}

/** The square whose tone differs most, as a share of all tones: letters smoothed in another way are as dark, a word left out is not. */
function inkOf(one: PNG, other: PNG, scale: Scale = 1): number {
  const side = SQUARE * scale
  const along = (size: number): number[] => Array.from({ length: Math.floor(size / side) }, (_, i) => i * side)
  return Math.max(...along(one.height).flatMap((top) => along(one.width).map((left) => Math.abs(toneOf(one, left, top, side) - toneOf(other, left, top, side))))) / 255
}

const pngOf = async (path: string): Promise<PNG> => PNG.sync.read(Buffer.from(await (await fetch(ORIGIN + path)).arrayBuffer()))

/** What a page looks like. A browser on a busy machine may have no frame to show yet, and then says that it is unable to. */
async function photograph(page: Page, tries = 10): Promise<Buffer> {
  try {
    return await page.screenshot()
  } catch (error) {
    if (tries === 1) throw error
    await page.waitForTimeout(200)
    return photograph(page, tries - 1)
  }
}

/** Chromium's own drawing of an SVG, as large as the picture. */
async function drawnByChromium(svg: string, scale: Scale = 1): Promise<PNG> {
  const page = await contexts[scale].newPage()
  const [, width = '0', height = '0'] = /^<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg) ?? []
  await page.setViewportSize({ width: Number(width), height: Number(height) })
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const shot = PNG.sync.read(await photograph(page))
  await page.close()
  return shot
}

const svgAt = async (path: string): Promise<string> => (await fetch(ORIGIN + path)).text()

const CASES = EXAMPLES.flatMap((id) => LANGUAGES.flatMap((lang) => ['', '?size=social', '?size=social&scale=2', '?size=square&theme=dark', '?size=card'].map((query) =>
  [inLanguage(lang, `/figures/${id}`), query] as const)))

describe('the same picture twice', () => {
  it.each(CASES)('%s.png%s', async (path, query) => {
    const svg = await svgAt(`${path}.svg${query}`)
    const scale = query.includes('scale=2') ? 2 : 1
    const [png, shot] = [await pngOf(`${path}.png${query}`), await drawnByChromium(svg, scale)]
    expect([png.width, png.height]).toEqual([shot.width, shot.height])
    const { whole, letter } = differenceOf(png, shot, scale)
    const ink = inkOf(png, shot, scale)
    if (process.env['SHOW']) console.log(`${path}${query}`, whole.toFixed(5), letter.toFixed(3), ink.toFixed(3))
    const isHatched = query.includes('size=s') && svg.includes('<pattern')
    expect(whole).toBeLessThan(isHatched ? HATCHED : WHOLE)
    // Chromium sets letters on whole pixels, up to half a pixel off: as much as a stroke of the small ones, which are looked at twice as large
    if (!isHatched && query !== '?size=social') expect(letter).toBeLessThan(LETTER)
    expect(ink).toBeLessThan(INK)
  })

  it.each([
    ['/figures/monitoring-scope', 'only 12%', '12%'], ['/figures/meti-survey-2021', 'about 30%', '30%'], ['/figures/seeing-risk', 'nearly', ''],
    ['/ja/figures/screening', 'わずか12%', '12%'], ['/ja/figures/seeing-risk', '近く', ''], ['/ja/figures/guidance-wanted', '超', ''],
  ] as const)('would be told apart by a word: %s %s', async (path, word, less) => {
    const svg = await svgAt(`${path}.svg`)
    const changed = svg.replaceAll(`>${word}</text>`, `>${less}</text>`)
    expect(changed).not.toBe(svg)
    const png = await pngOf(`${path}.png`)
    expect(inkOf(png, await drawnByChromium(svg))).toBeLessThan(INK)
    expect(inkOf(png, await drawnByChromium(changed))).toBeGreaterThan(INK)
  })
})
