/**
 * The front page, a figure of each shape and every embed as a screen reader says them: every number with its qualifier. Transcripts
 * that were read and accepted are in transcripts/; `npx vitest run --project browser test/browser/transcript.test.ts -u` accepts them anew.
 */
import { afterAll, describe, expect, it } from 'vitest'
import { inLanguage as textIn, type Figure, type Row } from '../../data/model/figure.ts'
import type { Front } from '../../data/model/release.ts'
import { sourceLine } from '../../web/chart/footer.ts'
import { labelOf, valueOf } from '../../web/chart/say.ts'
import { DEFAULT_VIEW } from '../../web/address.ts'
import { selectRows } from '../../web/chart/select.ts'
import { LIVE_DATA } from '../../web/pages/live.ts'
import { wordsOf } from '../../web/words/index.ts'
import { openBrowser } from './chromium.ts'
import { inTable, type FigureJson } from './printed.ts'
import { transcribe } from './transcript.ts'
import { FIGURES, inLanguage, LANGUAGES, ORIGIN, type Language } from './visit.ts'

const browser = await openBrowser()
afterAll(() => browser.close())

/** Figures whose transcripts are kept: one of each shape. */
const KEPT = {
  claim: 'guidance-wanted', shares: 'who-was-asked', series: 'japan-fdi-asean', events: 'timeline', matrix: 'goods-child-forced-labour',
} as const satisfies Record<Figure['shape'], string>

/** The figures that a page shows, from where its own script has them. */
async function figuresOf(path: string): Promise<readonly Figure[]> {
  const html = await (await fetch(ORIGIN + path)).text()
  const [, block = '{}'] = new RegExp(`id="${LIVE_DATA}">([^<]*)<`).exec(html) ?? []
  const live: { readonly facts: string } = JSON.parse(block)
  const facts: Front | Figure = await (await fetch(ORIGIN + live.facts)).json()
  return 'figures' in facts ? Object.values(facts.figures) : [facts]
}

/** How many events or entries there are by lane or place, with its name; of events also how many in all, and the first and last year. */
function countedIn({ shape, rows, names }: Figure, lang: Language): readonly string[] {
  const isEvents = shape === 'events'
  const byName = Map.groupBy(rows.filter(({ group }) => group !== ''), ({ group, series }) => (isEvents ? group : series))
  const counts = [...byName].map(([code, all]) =>
    `${textIn(names[code]?.name ?? {}, lang)} ${isEvents ? all.length : new Set(all.map(({ group }) => group)).size}`)
  const years = rows.map(({ time }) => time.slice(0, 4)).toSorted()
  return isEvents ? [String(rows.length), years[0] ?? '', years.at(-1) ?? '', ...counts] : counts
}

/** Names of a few series, or how many there are; of several vintages the numbers that were replaced. */
function namedIn(figure: Figure, lang: Language): readonly string[] {
  const rows = selectRows(figure, DEFAULT_VIEW)
  if (figure.charts[0] === 'vintages') return rows.filter(({ status }) => status === 'superseded').map((row) => valueOf(figure, row, wordsOf(lang), 'sentence'))
  const codes = [...new Set(rows.map(({ series }) => series))]
  return codes.length > 6 && figure.charts[0] !== 'lanes' ? [String(codes.length)] : codes.map((code) => textIn(figure.names[code]?.name ?? {}, lang))
}

/** The numbers that a chart's description says: all of claims and shares, the highest and lowest of lines, else what it counts and names. */
function toldBy(figure: Figure, lang: Language): readonly string[] {
  const words = wordsOf(lang)
  const rows = selectRows(figure, DEFAULT_VIEW)
  if (figure.shape === 'events' || figure.shape === 'matrix') return countedIn(figure, lang)
  if (figure.shape === 'claim') return rows.map((row) => valueOf(figure, row, words))
  if (figure.shape === 'shares') return rows.map((row) => labelOf({ figure, words }, row))
  if (!figure.charts.includes('lines')) return namedIn(figure, lang)
  const isMember = ({ series, value }: Row): boolean => value !== null && !figure.names[series]?.aggregate
  const members = rows.filter(isMember).toSorted((a, b) => Number(a.value) - Number(b.value))
  return [members[0], members.at(-1)].flatMap((row) => (row ? [valueOf(figure, row, words, 'sentence')] : []))
}

/** Values, or for what has none the names, that fewer cells say than there are rows with them in the table. */
async function silentCells(id: string, lang: Language, phrases: readonly string[]): Promise<readonly string[]> {
  const data = await (await fetch(`${ORIGIN}${inLanguage(lang, `/figures/${id}.json`)}`)).json() as FigureJson
  const { rows } = data
  expect(rows.length).toBeGreaterThan(0)
  const said = phrases.filter((phrase) => /^(?:cell|rowheader|gridcell), /.test(phrase))
  if (data.shape === 'events' || data.shape === 'matrix') return rows.map((row) => row.series_name ?? '').filter((name) => !said.some((phrase) => phrase.includes(name)))
  const wanted = Map.groupBy(rows.map((row) => inTable(row, lang)), (text) => text)
  return [...wanted].filter(([text, all]) => said.filter((phrase) => phrase.includes(text)).length < all.length).map(([text]) => text)
}

const readingOf = async (path: string) => {
  const phrases = await transcribe(browser, path)
  return { phrases, pictures: phrases.filter((phrase) => phrase.startsWith('image, ')), figures: await figuresOf(path) }
}

/** A picture for every figure, with its numbers in its description. */
async function expectTold(path: string, lang: Language): Promise<readonly string[]> {
  const { phrases, pictures, figures } = await readingOf(path)
  expect(pictures.length).toBe(figures.length)
  for (const figure of figures) {
    const untold = toldBy(figure, lang).filter((told) => !pictures.some((picture) => picture.includes(told)))
    expect({ figure: figure.id, untold }).toEqual({ figure: figure.id, untold: [] })
  }
  return phrases
}

const keep = (phrases: readonly string[], name: string) => expect(`${phrases.join('\n')}\n`).toMatchFileSnapshot(`transcripts/${name}.txt`)

describe.each(LANGUAGES)('%s', (lang) => {
  it('the front page says every number with its qualifier', async () => {
    await keep(await expectTold(inLanguage(lang, '/'), lang), `dashboard.${lang}`)
  })

  it.each(Object.entries(KEPT))('the figure of the shape %s says every number with its qualifier', async (_, id) => {
    const phrases = await expectTold(inLanguage(lang, `/figures/${id}`), lang)
    expect(await silentCells(id, lang, phrases)).toEqual([])
    await keep(phrases, `${id}.${lang}`)
  })

  it.each(FIGURES)('the embed of %s says its title, its picture, its numbers and its source', async (id) => {
    const path = inLanguage(lang, `/embed/${id}`)
    const phrases = await expectTold(path, lang)
    expect(phrases.filter((phrase) => /^heading, .+, level 1$/.test(phrase)).length).toBe(1)
    expect(await silentCells(id, lang, phrases)).toEqual([])
    expect(phrases).toContain(`link, ${wordsOf(lang).pages.embedMore}`)
    const [source = ''] = (await figuresOf(path)).map((figure) => sourceLine(figure, DEFAULT_VIEW, wordsOf(lang)))
    expect(source.length).toBeGreaterThan(10)
    expect(phrases.filter((phrase) => phrase.includes(source)).length).toBe(1)
    if (id === KEPT.shares) await keep(phrases, `${id}.embed.${lang}`)
  })
})

it('keeps a figure of every shape on the front page', async () => {
  const shapes = new Set((await figuresOf('/')).map(({ shape }) => shape))
  expect([...shapes].filter((shape) => !Object.hasOwn(KEPT, shape))).toEqual([])
})
