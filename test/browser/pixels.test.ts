/** Pictures in pixels against Chromium's drawing of the same SVG: two programs that share no code agree on every letter. */
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { afterAll, describe, expect, it } from 'vitest'
import { openBrowser } from './chromium.ts'
import { EXAMPLES, inLanguage, LANGUAGES, ORIGIN, reader } from './visit.ts'

const browser = await openBrowser()
const context = await reader(browser)
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

type Difference = { readonly whole: number; readonly letter: number }

/** Differences that are more than another smoothing of edges. */
function differenceOf(one: PNG, other: PNG): Difference {
  const { width, height } = one
  const marked = new PNG({ width, height })
  const count = pixelmatch(one.data, other.data, marked.data, width, height, { threshold: 0.2, diffMask: true })
  const squares = new Map<number, number>()
  for (let i = 0; i < width * height; i++) {
    // marked in red; what only smoothing tells apart is marked in yellow
    if (marked.data[i * 4 + 3] === 0 || marked.data[i * 4 + 1] !== 0) continue
    const square = Math.floor(i % width / SQUARE) + 10_000 * Math.floor(i / width / SQUARE)
    squares.set(square, (squares.get(square) ?? 0) + 1)
  }
  return { whole: count / (width * height), letter: Math.max(0, ...squares.values()) / SQUARE ** 2 }
}

const pngOf = async (path: string): Promise<PNG> => PNG.sync.read(Buffer.from(await (await fetch(ORIGIN + path)).arrayBuffer()))

/** Chromium's own drawing of an SVG, as large as the picture. */
async function drawnByChromium(svg: string): Promise<PNG> {
  const page = await context.newPage()
  const [, width = '0', height = '0'] = /^<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg) ?? []
  await page.setViewportSize({ width: Number(width), height: Number(height) })
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const shot = PNG.sync.read(await page.screenshot())
  await page.close()
  return shot
}

const svgAt = async (path: string): Promise<string> => (await fetch(ORIGIN + path)).text()

const CASES = EXAMPLES.flatMap((id) => LANGUAGES.flatMap((lang) => ['', '?size=social', '?size=square&theme=dark', '?size=card'].map((query) =>
  [inLanguage(lang, `/figures/${id}`), query] as const)))

describe('the same picture twice', () => {
  it.each(CASES)('%s.png%s', async (path, query) => {
    const svg = await svgAt(`${path}.svg${query}`)
    const [png, shot] = [await pngOf(`${path}.png${query}`), await drawnByChromium(svg)]
    expect([png.width, png.height]).toEqual([shot.width, shot.height])
    const { whole, letter } = differenceOf(png, shot)
    if (process.env['SHOW']) console.log(`${path}${query}`, whole.toFixed(5), letter.toFixed(3))
    const isHatched = query.includes('size=s') && svg.includes('<pattern')
    expect(whole).toBeLessThan(isHatched ? HATCHED : WHOLE)
    if (!isHatched) expect(letter).toBeLessThan(LETTER)
  })

  it.each([['en', 'only 12%', '12%'], ['ja', '53%以上', '53%'], ['ja', '近く', '']] as const)('would be told apart by a word: %s %s', async (lang, word, less) => {
    const ids = EXAMPLES.map((id) => inLanguage(lang, `/figures/${id}`))
    const svgs = await Promise.all(ids.map((path) => svgAt(`${path}.svg`)))
    const at = svgs.findIndex((svg) => svg.includes(`>${word}<`) || svg.includes(`${word}</text>`))
    if (at < 0) return
    const changed = (svgs[at] ?? '').replaceAll(`${word}</text>`, `${less}</text>`)
    const { letter } = differenceOf(await pngOf(`${ids[at]}.png`), await drawnByChromium(changed))
    expect(letter).toBeGreaterThan(LETTER)
  })
})
