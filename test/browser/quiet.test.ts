/** Every page in every language and colour scheme without JavaScript: it answers, asks nobody else, keeps nothing. */
import { afterAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openBrowser } from './chromium.ts'
import { KINDS, ORIGIN, reader, visit, type Theme } from './visit.ts'

const browser = await openBrowser()
afterAll(() => browser.close())

/** How a scheme comes about: by the reader's system, or chosen against it by the address. */
const SCHEMES: readonly { readonly system: Theme; readonly chosen: Theme | null; readonly shown: Theme }[] = [
  { system: 'light', chosen: null, shown: 'light' },
  { system: 'dark', chosen: null, shown: 'dark' },
  { system: 'dark', chosen: 'light', shown: 'light' },
  { system: 'light', chosen: 'dark', shown: 'dark' },
]

const contexts = { light: await reader(browser, { colorScheme: 'light' }), dark: await reader(browser, { colorScheme: 'dark' }) }

const GROUND = { light: 'rgb(251, 249, 245)', dark: 'rgb(23, 22, 20)' } as const satisfies Record<Theme, string>

const seen = (page: Page) => page.evaluate(() => ({
  text: document.body.innerText,
  ground: getComputedStyle(document.body).backgroundColor,
  ink: getComputedStyle(document.querySelector('h1') ?? document.body).color,
  lang: document.documentElement.lang,
  kept: [document.cookie, localStorage.length, sessionStorage.length],
}))

const withTheme = (path: string, theme: Theme | null): string =>
  (theme === null ? path : `${path}${path.includes('?') ? '&' : '?'}theme=${theme}`)

/** The browser itself says of a page that is an error that it is one. */
const ownComplaint = /^error: Failed to load resource: the server responded with a status of 4\d\d/

async function look(path: string, status: number, { system, chosen }: (typeof SCHEMES)[number]) {
  const { page, response, requests, complaints } = await visit(contexts[system], withTheme(path, chosen))
  expect(response.status()).toBe(status)
  expect(requests.filter((url) => !url.startsWith(`${ORIGIN}/`))).toEqual([])
  expect(complaints.filter((one) => status === 200 || !ownComplaint.test(one))).toEqual([])
  expect(await contexts[system].cookies()).toEqual([])
  const all = await seen(page)
  await page.close()
  return all
}

describe.each(KINDS)('$path', ({ lang, path, status }) => {
  it('is whole and quiet in light and dark, by system and by choice', async () => {
    const [first, ...others] = await Promise.all(SCHEMES.map(async (scheme) => ({ scheme, ...await look(path, status, scheme) })))
    expect(first?.text.length).toBeGreaterThan(40)
    for (const { scheme, text, ground, lang: spoken, kept } of [first, ...others].flatMap((one) => one ?? [])) {
      expect(text).toBe(first?.text)
      expect({ scheme, ground }).toEqual({ scheme, ground: GROUND[scheme.shown] })
      expect(spoken).toBe(lang)
      expect(kept).toEqual(['', 0, 0])
    }
    const inks = new Set([first, ...others].map((one) => one?.ink))
    expect(inks.size).toBe(2)
  })
})
