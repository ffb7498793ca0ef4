/** What the site says of privacy, and that it is so with scripts too: nothing is kept in the browser, nobody else is asked. */
import { afterAll, describe, expect, it } from 'vitest'
import type { Frame } from 'playwright-core'
import { wordsOf } from '../../web/words/index.ts'
import { openBrowser } from './chromium.ts'
import { openHost } from './host.ts'
import { inLanguage, KINDS, LANGUAGES, ORIGIN, reader } from './visit.ts'

const browser = await openBrowser()
const context = await reader(browser, { javaScriptEnabled: true })
const host = await openHost(({ searchParams }) => ({
  type: 'text/html; charset=utf-8',
  body: `<!doctype html><html lang="en"><title>Somebody else</title><iframe title="chart" width="600" height="700" src="${searchParams.get('src')}"></iframe></html>`,
}))
afterAll(async () => {
  await browser.close()
  host.close()
})

/** Every kind of page, in one of the languages: neighbours in different ones. */
const SOME = KINDS.filter(({ lang }, i) => lang === LANGUAGES[i % 2])

/** Everything a page has put where a browser keeps things. */
const keptBy = (frame: Frame) => frame.evaluate(async () => ({
  cookie: document.cookie,
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map(({ name }) => name),
  // these two are for pages whose scheme is secure, which is so for a site on this machine
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
}))

const NOTHING = { cookie: '', local: [], session: [], databases: [], caches: [], workers: 0 }

/** Opens an address with scripts, lets everything come, and says what was asked for elsewhere. */
async function opened(address: string) {
  const page = await context.newPage()
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('websocket', (socket) => requests.push(socket.url()))
  await page.goto(address, { waitUntil: 'networkidle' })
  return { page, elsewhere: () => requests.filter((url) => ![ORIGIN, host.origin].includes(new URL(url).origin)) }
}

describe.each(SOME)('$path', ({ path }) => {
  it('keeps nothing and asks nobody else, with scripts', async () => {
    const { page, elsewhere } = await opened(ORIGIN + path)
    expect(await keptBy(page.mainFrame())).toEqual(NOTHING)
    expect(elsewhere()).toEqual([])
    expect(await context.cookies()).toEqual([])
    await page.close()
  })
})

describe.each(SOME.filter(({ path }) => path.includes('/embed/')))('$path', ({ path }) => {
  it('keeps nothing and asks nobody else in a page of another origin, with scripts', async () => {
    const { page, elsewhere } = await opened(`${host.origin}/?src=${encodeURIComponent(ORIGIN + path)}`)
    const frame = page.frames()[1]
    expect(frame?.url()).toBe(ORIGIN + path)
    expect(await frame?.locator('main.embed .chart').count()).toBe(1)
    // a browser may deny storage to frames of another origin: what it has kept is asked of itself
    expect((await context.storageState({ indexedDB: true })).origins).toEqual([])
    expect(elsewhere()).toEqual([])
    expect(await context.cookies()).toEqual([])
    await page.close()
  })
})

it.each(LANGUAGES)('says so where embeds are offered: %s', async (lang) => {
  const page = await context.newPage()
  await page.goto(ORIGIN + inLanguage(lang, '/figures/who-was-asked/embed'))
  await expect.poll(() => page.locator('main').innerText()).toContain(wordsOf(lang).pages.embedPrivacy)
  expect(wordsOf(lang).pages.embedPrivacy).toMatch(/cookie/i)
  await page.close()
})
