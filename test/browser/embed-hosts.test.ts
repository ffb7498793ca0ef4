/** Embeds in other people's pages, from another origin: their own scripts give the frame its height, and nothing is kept or fetched elsewhere. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, describe, expect, it } from 'vitest'
import type { Frame, Page } from 'playwright-core'
import { openBrowser } from './chromium.ts'
import { openHost } from './host.ts'
import { inLanguage, ORIGIN, reader } from './visit.ts'

const { resolve } = createRequire(import.meta.url)
const LIBRARIES: Readonly<Record<string, string>> = {
  '/pym.js': readFileSync(resolve('pym.js/dist/pym.v1.js'), 'utf8'),
  '/frames.js': readFileSync(resolve('@newswire/frames').replace('frames.cjs', 'frames.modern.js'), 'utf8'),
}

/** A frame as editors have it, and a script that listens to one kind of message. */
const listening = (listener: string, attributes = '') => (src: string): string =>
  `<iframe title="chart" src="${src}" width="100%" height="150" frameborder="0" ${attributes}></iframe>
   <script>const frame = document.querySelector('iframe'); addEventListener('message', (event) => { const { data, source } = event; ${listener} })</script>`

const SECRET = 'q1W2e3'

/** Host pages by what they listen to: real libraries where there are any, else listeners written from the format of the messages. */
const HOSTS: Readonly<Record<string, (src: string) => string>> = {
  pym: (src) => `<div id="box"></div><script src="/pym.js"></script><script>new pym.Parent('box', '${src}', {})</script>`,
  frames: (src) => `<div id="box"></div><script type="module">import { Framer } from '/frames.js'
    Framer(document.getElementById('box'), { src: '${src}' })</script>`,
  datawrapper: listening(`for (const height of Object.values(data['datawrapper-height'] ?? {}))
    if (source === frame.contentWindow) frame.style.height = height + 'px'`),
  amp: listening(`if (data.sentinel === 'amp' && data.type === 'embed-size') frame.height = data.height`),
  embedly: listening(`try { const { src, context, height } = JSON.parse(data)
    if (context === 'iframe.resize') document.querySelector('iframe[src="' + src + '"]').height = height } catch {}`),
  guardian: listening(`try { const { id, type, value } = JSON.parse(data)
    if (id.startsWith('iframeMessenger:') && type === 'set-height' && source === frame.contentWindow) frame.height = value } catch {}`),
  wordpress: (src) => listening(`if (data.message === 'height' && data.secret === frame.dataset.secret) frame.height = data.value`,
    `data-secret="${SECRET}"`)(`${src}#?secret=${SECRET}`),
  ours: (src) => `<iframe title="chart" src="${src}" width="100%" height="150" frameborder="0"></iframe><script src="${ORIGIN}/embed.js" async></script>`,
  component: (src) => `<supply-lines-figure src="${src}" label="chart"><p>in place of the chart</p></supply-lines-figure><script src="${ORIGIN}/embed.js" async></script>`,
  'a sandbox with scripts': listening(`for (const height of Object.values(data['datawrapper-height'] ?? {}))
    if (source === frame.contentWindow) frame.style.height = height + 'px'`, 'sandbox="allow-scripts"'),
}

/** What a page may do at all, where the host is strict: our frames, scripts and pictures. */
const STRICT = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; frame-src ${ORIGIN}; script-src ${ORIGIN}; img-src ${ORIGIN}">`

const browser = await openBrowser()
const context = await reader(browser, { javaScriptEnabled: true })
const host = await openHost(({ pathname, searchParams }) => {
  const library = LIBRARIES[pathname]
  if (library !== undefined) return { type: 'text/javascript', body: library }
  const shown = HOSTS[searchParams.get('host') ?? ''] ?? ((src: string) => `<iframe title="chart" src="${src}" width="100%" height="600" frameborder="0"></iframe>`)
  const head = searchParams.has('strict') ? STRICT : '<style>body { margin: 0 }</style>'
  return { type: 'text/html; charset=utf-8', body: `<!doctype html><html lang="en"><head><title>Somebody else</title>${head}</head><body>${shown(searchParams.get('src') ?? '')}</body></html>` }
})
afterAll(async () => {
  await browser.close()
  host.close()
})

type Hosted = { readonly page: Page; readonly frame: Frame; readonly requests: readonly string[]; readonly complaints: readonly string[] }

async function hosted(name: string, path: string, strict = false): Promise<Hosted> {
  const page = await context.newPage()
  const [requests, complaints]: [string[], string[]] = [[], []]
  page.on('request', (request) => requests.push(new URL(request.url()).origin))
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(`${host.origin}/?${new URLSearchParams({ host: name, src: ORIGIN + path, ...(strict ? { strict: '' } : {}) })}`)
  await expect.poll(() => page.frames().length).toBe(2)
  const frame = page.frames()[1]
  if (!frame) throw new Error('no frame')
  // a frame that is waited for begins as an empty page
  await frame.waitForURL(/\/embed\//)
  return { page, frame, requests, complaints }
}

/** The height of the frame, and the one that the embed in it needs. */
const heights = (frame: Frame) => frame.evaluate(() => {
  const { dataset } = document.documentElement
  dataset['whole'] = ''
  const needed = Math.ceil(document.querySelector('main')?.getBoundingClientRect().height ?? 0)
  delete dataset['whole']
  return { height: innerHeight, needed }
})

/** How many things a page keeps in the browser; none where it is not let. */
function kept(): number {
  try {
    return localStorage.length + sessionStorage.length
  } catch {
    return 0
  }
}

/** How much the frame lacks, once it has had the time to get its height. */
const missing = async (frame: Frame): Promise<number> => {
  const { height, needed } = await heights(frame)
  return needed - height
}

const WIDTHS = [280, 320, 640, 960] as const
const PATHS = [inLanguage('en', '/embed/guidance-wanted'), inLanguage('ja', '/embed/who-was-asked?theme=dark'), inLanguage('en', '/embed/japan-fdi-asean')]

describe.each(Object.keys(HOSTS))('%s', (name) => {
  it.each(PATHS)('gives %s its height at every width, and when it is unfolded', async (path) => {
    const { page, frame, requests, complaints } = await hosted(name, path)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 })
      await expect.poll(() => missing(frame), { message: `${name} at ${width}` }).toBe(0)
      expect((await heights(frame)).needed).toBeGreaterThan(319)
    }
    const before = (await heights(frame)).height
    await frame.locator('summary').click()
    await expect.poll(() => missing(frame)).toBe(0)
    expect((await heights(frame)).height).toBeGreaterThan(before)
    expect(complaints).toEqual([])
    expect(new Set(requests)).toEqual(new Set([host.origin, ORIGIN]))
    expect(await context.cookies()).toEqual([])
    expect(await Promise.all([page.mainFrame(), frame].map((one) => one.evaluate(kept)))).toEqual([0, 0])
    await page.close()
  })
})

describe('a page with a strict policy', () => {
  it.each(['ours', 'component', 'none'])('shows the embed without a complaint: %s', async (name) => {
    const { page, frame, complaints } = await hosted(name, PATHS[1] ?? '', true)
    if (name !== 'none') await expect.poll(() => missing(frame)).toBe(0)
    expect(await frame.locator('h1').innerText()).not.toBe('')
    expect(complaints).toEqual([])
    await page.close()
  })
})
