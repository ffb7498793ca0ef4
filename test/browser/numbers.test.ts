/** Every number of a figure's data, with its qualifier, is on its page: in the table to the last digit, in the chart rounded. */
import { afterAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openBrowser } from './chromium.ts'
import { drawnCharts, type DrawnChart, type Lettered } from './drawn.ts'
import { around, inTable, numbersIn, onLabel, type FigureJson, type Row } from './printed.ts'
import { wordsOf } from '../../web/words/index.ts'
import { FIGURES, inLanguage, LANGUAGES, ORIGIN, reader, visit, type Language } from './visit.ts'

const browser = await openBrowser()
const context = await reader(browser)
afterAll(() => browser.close())

const dataOf = async (id: string, lang: Language): Promise<FigureJson> =>
  await (await fetch(`${ORIGIN}${inLanguage(lang, `/figures/${id}.json`)}`)).json() as FigureJson

/** Where lines break is not part of what is said. */
const unspaced = (text: string): string => text.replaceAll(/\s/g, '')

/** The table as rows of cells: of each what its first words are, without notes and statuses. */
const tableOf = (page: Page): Promise<readonly (readonly string[])[]> => page.evaluate(() => {
  const words = (cell: Element) => {
    const copy = cell.cloneNode(true)
    if (copy instanceof Element) copy.querySelectorAll('.aside,sup').forEach((one) => one.remove())
    return copy.textContent?.trim() ?? ''
  }
  return [...document.querySelectorAll('.scroll table tr')].map((row) => [...row.children].map(words))
})

/** Rows that no line of a table has: their value in a line or column of their name and time, or for what has no values their name. */
function missingInTable(data: FigureJson, [head = [], ...body]: readonly (readonly string[])[], lang: Language): string[] {
  if (data.shape === 'shares' || data.shape === 'claim') return data.rows.map((row) => inTable(row, lang)).filter((text, i) => body[i]?.[1] !== text)
  const isIn = (line: readonly string[], row: FigureJson['rows'][number]): boolean => {
    const time = row.time ?? ''
    if (data.shape !== 'series') return line.join(' ').includes(row.series_name ?? '')
    const text = inTable(row, lang)
    return line.some((cell, i) => {
      const place = `${line.join(' ')} ${head[i]}`
      return (cell === text || cell.startsWith(`${text} `)) && place.includes(row.series_name ?? '')
        && (place.includes(time) || place.includes(wordsOf(lang).date(time)))
    })
  }
  return data.rows.filter((row) => !body.some((line) => isIn(line, row))).map((row) => `${row.series_name} ${row.time}: ${inTable(row, lang)}`)
}

describe.each(LANGUAGES.flatMap((lang) => FIGURES.map((id) => ({ lang, id }))))('$lang $id', ({ lang, id }) => {
  it('has every value in its table, on the page and folded away in the embed', async () => {
    const data = await dataOf(id, lang)
    expect(data.rows.length).toBeGreaterThan(0)
    for (const path of [`/figures/${id}`, `/embed/${id}`]) {
      const { page } = await visit(context, inLanguage(lang, path))
      const table = await tableOf(page)
      expect(missingInTable(data, table, lang)).toEqual([])
      expect(unspaced(await page.locator('h1').innerText())).toBe(unspaced(data.title))
      for (const { finding } of data.checks) {
        expect(unspaced((await page.locator('.check').allInnerTexts()).join())).toContain(unspaced(finding))
      }
      await page.close()
    }
  })
})

const baselineOf = ({ em }: Lettered): number => em.bottom - (em.bottom - em.top) * 0.2

/** Words of a headline as they are read: what stands over the large number, then its line from left to right. */
function headline({ texts }: DrawnChart): string {
  const big = texts.reduce<Lettered | null>((most, one) => (one.size > (most?.size ?? 0) ? one : most), null)
  if (!big) return ''
  const above = texts.filter((one) => one.style === 'italic' && baselineOf(one) < baselineOf(big) - 10)
  const line = texts.filter((one) => Math.abs(baselineOf(one) - baselineOf(big)) < 2).sort((a, b) => a.em.left - b.em.left)
  return `${above.map(({ text }) => `${text} `).join('')}${line.map(({ text }) => text).join('')}`
}

const share = (row: Row, lang: Language): string => {
  const [before, after] = around(lang, row.qualifier)
  return `${before}${row.value}%${after}`
}

const claimRow = ({ checks, rows }: FigureJson): Row | undefined =>
  rows.find(({ series }) => checks.some(({ claim }) => claim === series))

/** What charts of one kind lack of the data: drawn values with their words, by the code each stands for. */
function missingInChart(data: FigureJson, chart: DrawnChart, lang: Language): string[] {
  const labels = chart.texts.map(({ text }) => text)
  if (data.shape === 'claim') {
    const row = claimRow(data)
    return row && headline(chart) === share(row, lang) ? [] : [`${headline(chart)} is not ${row ? share(row, lang) : 'there'}`]
  }
  if (data.shape === 'events' || data.shape === 'matrix') {
    const all = unspaced(labels.join(''))
    return data.rows.map(({ series_name: name }) => name ?? '').filter((name) => !all.includes(unspaced(name)))
  }
  // with the digits of its source, and a range by its ends
  const saidOf = (row: FigureJson['rows'][number]): string => {
    if (row.value === null) return `${row.lower}`
    return share(row, lang).replace(String(row.value), row.value.toFixed(row.decimals ?? 0))
  }
  return data.rows.map(saidOf).filter((said) => !labels.some((label) => label.startsWith(said)))
}

/** Labels are rounded to a tenth, or to one digit where that would be 0. */
const isRounded = (said: number, value: number): boolean => Math.abs(said - value) <= Math.max(0.0501, Math.abs(value) * 0.0005)

/** The row a label speaks of: the year it names, else the last with a value. */
function rowOf(label: string, rows: readonly Row[]): Row | undefined {
  const [, year] = /\((\d{4})\)$/.exec(label) ?? []
  return rows.findLast(({ time, value }) => value !== null && (year === undefined || time === year))
}

/** The last value of every series that is drawn is said with it: in its own marks, or beside its name. */
function missingSeries({ rows }: FigureJson, { texts }: DrawnChart, lang: Language): string[] {
  const drawn = new Set(texts.map(({ datum }) => datum))
  return [...new Set(rows.map(({ series }) => series))].flatMap((code) => {
    const series = rows.filter((row) => row.series === code)
    const name = series[0]?.series_name ?? ''
    const isMark = (datum: string): boolean => datum === code || datum.startsWith(`${code}.`)
    const isDrawn = [...drawn].some(isMark)
    const isOwn = ({ datum, text }: Lettered): boolean => (isDrawn ? isMark(datum) : text.startsWith(name))
    const own = texts.filter(isOwn).map(({ text }) => text)
    const isSaid = own.some((text) => {
      const row = rowOf(text, series)
      return row && numbersIn(text.replace(name, '')).some((said) => isRounded(said, onLabel(row, lang)))
    })
    // what is not drawn is named below the chart
    const isNamed = !isDrawn && unspaced(texts.map(({ text }) => text).join('')).includes(unspaced(name))
    return isSaid || isNamed ? [] : [`${code}: ${own.join(' | ')}`]
  })
}

/** From where the number of each claim begins to where its check ends, and the words of the check. */
const claimBoxes = (page: Page) => page.evaluate(() => [...document.querySelectorAll('.claim')].map((claim) => {
  const [chart, check] = [claim.querySelector('.chart'), claim.querySelector('.check')]
  const [top, bottom] = [chart?.getBoundingClientRect().top ?? 0, check?.getBoundingClientRect().bottom ?? Infinity]
  return { top, bottom, words: check?.textContent ?? '' }
}))

describe.each(LANGUAGES)('charts in %s', (lang) => {
  it.each(FIGURES)('%s: the chart says the numbers it draws with their qualifiers', async (id) => {
    const data = await dataOf(id, lang)
    for (const path of [`/figures/${id}`, `/embed/${id}`]) {
      const { page } = await visit(context, inLanguage(lang, path))
      const [chart] = await drawnCharts(page)
      if (!chart) throw new Error(`no chart at ${path}`)
      if (data.shape === 'series') expect(missingSeries(data, chart, lang)).toEqual([])
      else expect(missingInChart(data, chart, lang)).toEqual([])
      await page.close()
    }
  })

  it('the front page shows each claim and its check at once', async () => {
    const { page } = await visit(context, inLanguage(lang, '/'))
    const claims = (await Promise.all(FIGURES.map((id) => dataOf(id, lang)))).filter(({ shape }) => shape === 'claim')
    const charts = await drawnCharts(page)
    expect(claims.length).toBeGreaterThanOrEqual(3)
    for (const data of claims) {
      const chart = charts.find(({ figure }) => figure === data.id)
      const row = claimRow(data)
      expect(chart && headline(chart)).toBe(row && share(row, lang))
    }
    const boxes = await claimBoxes(page)
    expect(boxes.length).toBe(claims.length)
    const [top, bottom] = [Math.min(...boxes.map((box) => box.top)), Math.max(...boxes.map((box) => box.bottom))]
    expect(bottom - top).toBeLessThan(800)
    for (const { finding } of claims.flatMap(({ checks }) => checks)) {
      expect(boxes.some(({ words }) => unspaced(words).includes(unspaced(finding)))).toBe(true)
    }
    await page.close()
  })

  it('on a phone each claim and its check are in one view', async () => {
    const phone = await reader(browser, { width: 360, height: 800 })
    const { page } = await visit(phone, inLanguage(lang, '/'))
    const boxes = await claimBoxes(page)
    expect(boxes.length).toBeGreaterThanOrEqual(3)
    for (const { top, bottom } of boxes) expect(bottom - top).toBeLessThan(800)
    await phone.close()
  })
})
