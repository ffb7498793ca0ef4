/** Every page at four widths: nothing runs out of the page, one drawing of each chart is seen, and its words have room. */
import { afterAll, describe, expect, it } from 'vitest'
import { textWidth } from '../../web/chart/measure.ts'
import { openBrowser } from './chromium.ts'
import { drawnCharts, isInside, overlap, type DrawnChart, type Lettered } from './drawn.ts'
import { EVERYWHERE, FIGURES, inLanguage, LANGUAGES, reader, settle, visit, widen } from './visit.ts'

const browser = await openBrowser()
const context = await reader(browser)
afterAll(() => browser.close())

const WIDTHS = [1440, 768, 360, 280] as const

/** Views that are drawn otherwise than the default: another chart type, few and many names, one year. */
const VIEWS = LANGUAGES.flatMap((lang) => [
  '/figures/fdi-inflows-gdp?chart=columns', '/figures/fdi-inflows-gdp?select=SGP', '/figures/fdi-inflows-gdp?time=latest',
  '/figures/fdi-inflows-gdp?select=VNM~THA~MMR&time=2010..2024', '/figures/fdi-by-source-2012-2014?select=NZL',
  '/figures/who-was-asked?select=jetro-2023',
  '/embed/fdi-inflows-gdp?chart=columns&time=2020..',
].map((path) => ({ lang, path: inLanguage(lang, path) })))

const at = ({ text, em }: Lettered): string => `"${text}" at ${Math.round(em.left)},${Math.round(em.top)}`

function outside({ name, box, texts }: DrawnChart): string[] {
  return texts.filter((one) => !isInside(one, box)).map((one) => `${name}: ${at(one)} leaves ${JSON.stringify(box)}`)
}

function overlapping({ name, texts }: DrawnChart): string[] {
  return texts.flatMap((one, i) => texts.slice(i + 1).filter((other) => overlap(one.em, other.em))
    .map((other) => `${name}: ${at(one)} and ${at(other)}`))
}

/** Chart layout rests on the table of widths: what the browser sets is within 6 % of it, and two pixels that kerning may save. */
function mismeasured({ name, texts }: DrawnChart): string[] {
  return texts.flatMap((one) => {
    const face = one.style === 'italic' ? 'italic' : one.family.startsWith('"Source Serif 4"') ? 'serif' : 'sans'
    const expected = textWidth(one.text, { face, size: one.size, weight: one.weight === 600 ? 600 : 400 })
    const [least, most] = [expected * 0.94 - 2, expected * 1.06 + 0.5]
    return one.length >= least && one.length <= most ? [] : [`${name}: ${at(one)} is ${one.length} wide, not ${expected}`]
  })
}

describe.each([...EVERYWHERE, ...VIEWS])('$path', ({ path }) => {
  it('has room for everything at every width', async () => {
    const { page } = await visit(context, path)
    await settle(page)
    const faults: string[] = []
    for (const width of WIDTHS) {
      await widen(page, width)
      const { scroll, charts } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        charts: [...document.querySelectorAll('.chart')].map((chart) =>
          [...chart.children].filter((svg) => svg.getBoundingClientRect().width > 0).length),
      }))
      if (scroll > width) faults.push(`${width}: the page is ${scroll} wide`)
      if (charts.some((count) => count !== 1)) faults.push(`${width}: drawings seen of each chart: ${charts}`)
      for (const chart of await drawnCharts(page)) {
        faults.push(...[...outside(chart), ...overlapping(chart), ...mismeasured(chart)].map((fault) => `${width}: ${fault}`))
      }
    }
    await page.close()
    expect(faults).toEqual([])
  })
})

it('looks at every figure that is published', () => {
  expect(FIGURES.length).toBeGreaterThanOrEqual(6)
})
