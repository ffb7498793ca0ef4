/** Looking at pages as a reader without JavaScript does, and keeping what a page asked for and complained of. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { parse } from 'yaml'
import type { Browser, BrowserContext, BrowserContextOptions, Page, Response } from 'playwright-core'

export const ORIGIN = inject('origin')

export const LANGUAGES = ['en', 'ja'] as const
export type Language = (typeof LANGUAGES)[number]

/** The path of a page in a language. */
export const inLanguage = (lang: Language, path: string): string => (lang === 'en' ? path : `/${lang}${path === '/' ? '' : path}`)

/** Ids of every figure that is published, from the catalogue. */
export async function figureIds(): Promise<readonly string[]> {
  const list = await (await fetch(`${ORIGIN}/figures.json`)).json() as { figures: { id: string }[] }
  return list.figures.map(({ id }) => id)
}

export const FIGURES = await figureIds()

/** Shape and first chart type of a figure, as its file says. */
function kindOf(id: string): string {
  const { shape, charts } = parse(readFileSync(join(inject('folder'), 'data/figures', id, 'figure.yaml'), 'utf8')) as
    { shape: string; charts: readonly string[] }
  return `${shape} ${charts[0]}`
}

/** One figure of every shape and chart type: what is the same for all that look alike is tried on these. */
export const EXAMPLES = FIGURES.filter((id, i) => FIGURES.findIndex((one) => kindOf(one) === kindOf(id)) === i)


type Rows = { readonly shape: string; readonly rows: readonly Readonly<Record<string, unknown>>[] }

/** Examples whose form chooses by name: no claims, and two names at least. */
export async function figuresWithNames(): Promise<readonly string[]> {
  const all = await Promise.all(EXAMPLES.map(async (id) => ({ id, ...await (await fetch(`${ORIGIN}/figures/${id}.json`)).json() as Rows })))
  return all.filter(({ shape, rows }) => shape !== 'claim' && new Set(rows.map((row) => (shape === 'events' ? null : row['series']) ?? row['group'])).size > 1).map(({ id }) => id)
}

/** One of every kind of page, and every figure, with the status it answers with. */
export const PAGES: readonly { readonly path: string; readonly status: number }[] = [
  ...['/', '/figures', '/article', '/sources', '/guide', '/releases', '/changes'].map((path) => ({ path, status: 200 })),
  ...FIGURES.map((id) => ({ path: `/figures/${id}`, status: 200 })),
  ...EXAMPLES.map((id) => ({ path: `/embed/${id}`, status: 200 })),
  { path: '/figures?q=JETRO', status: 200 },
  { path: '/figures?q=nothing-has-this-name', status: 200 },
  { path: '/no-such-page', status: 404 },
  { path: '/figures/no-such-figure', status: 404 },
  { path: '/figures/fdi-inflows-gdp?time=1776', status: 400 },
]

/** Every page in every language. */
export const EVERYWHERE = LANGUAGES.flatMap((lang) =>
  PAGES.map(({ path, status }) => ({ lang, path: inLanguage(lang, path), status })))

const isFigure = (path: string): boolean => /\/figures\/[\w-]+$/.test(path) && FIGURES.some((id) => path.endsWith(`/${id}`))

/** Every page in one language, and one of every kind in both. */
export const TYPICAL = EVERYWHERE.filter(({ lang, path }) => {
  if (!isFigure(path) || EXAMPLES.some((id) => path.endsWith(`/${id}`))) return true
  return FIGURES.findIndex((id) => path.endsWith(`/${id}`)) % 2 === LANGUAGES.indexOf(lang)
})

/** One of every kind of page in both languages. */
export const KINDS = EVERYWHERE.filter(({ path }) => !isFigure(path) || EXAMPLES.some((id) => path.endsWith(`/${id}`)))

export type Theme = 'light' | 'dark'

type Size = { readonly width?: number; readonly height?: number }
export type ContextWish = Pick<BrowserContextOptions, 'javaScriptEnabled' | 'colorScheme'> & Size

/** A fresh reader: no JavaScript unless wished for, nothing remembered. */
export const reader = (browser: Browser, { width = 1280, height = 800, ...wish }: ContextWish = {}): Promise<BrowserContext> =>
  browser.newContext({ javaScriptEnabled: false, locale: 'en-GB', viewport: { width, height }, ...wish })

/** A page with what it fetched and what the browser's console said. */
export type Visit = {
  readonly page: Page
  readonly response: Response
  readonly requests: readonly string[]
  readonly complaints: readonly string[]
}

/** Opens a path of the site and waits until nothing is on its way any more. */
export async function visit(context: BrowserContext, path: string, origin = ORIGIN): Promise<Visit> {
  const page = await context.newPage()
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('requestfailed', (request) => {
    // what the page itself has given up is no failure
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`)
  })
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => complaints.push(String(error)))
  const response = await page.goto(origin + path)
  if (!response) throw new Error(`no answer at ${path}`)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return { page, response, requests, complaints }
}

/**
 * Looks again until the page is set in its own fonts: those that come too late for a first look are there for the next.
 * What it measures with is new each time, so that nothing is left behind in the page.
 */
export async function settle(page: Page): Promise<void> {
  const isSet = () => page.evaluate(async () => {
    await document.fonts.ready
    const pen = document.createElement('canvas').getContext('2d')
    const width = (font: string): number => {
      if (pen) pen.font = font
      return pen?.measureText('illumination').width ?? 0
    }
    const fonts = ['400 40px Inter', '600 40px Inter', '600 40px "Source Serif 4"']
    return fonts.every((font) => width(`${font}, monospace`) !== width('40px monospace'))
  })
  for (let looks = 0; looks < 5 && !(await isSet()); looks++) await page.reload()
}

/** Changes the width of an open page and lets it lay itself out. */
export async function widen(page: Page, width: number, height = 800): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.evaluate(() => document.fonts.ready.then(() => document.documentElement.getBoundingClientRect().width))
}
