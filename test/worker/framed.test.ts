/** What is wrong with an embed is said inside the frame, to readers of other people's pages. */
import { env } from 'cloudflare:workers'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { Problem } from '../../web/problem.ts'
import { wordsOf } from '../../web/words/index.ts'
import { ask, askWith, said } from './ask.ts'
import { watchedKv } from './kv.ts'
import { publishBuild, publishRelease, RELEASE } from './published.ts'

const reason = { en: 'It counted some companies twice.', ja: '一部の企業を二重に数えていた。' }

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await publishRelease({ ...RELEASE, figures: RELEASE.figures.filter(({ id }) => id !== 'screening'), withdrawn: { screening: reason } })
})
afterAll(async () => {
  vi.restoreAllMocks()
  await publishBuild()
})

const dead = { FIGURES: watchedKv(async () => null).kv, ASSETS: { ...env.ASSETS, fetch: async () => new Response('', { status: 500 }) } }

const CASES = ['en', 'ja'].flatMap((lang) => [
  ['/embed/screening', 410, reason[lang === 'ja' ? 'ja' : 'en']], ['/embed/screening@0123456789abcdef', 410, reason[lang === 'ja' ? 'ja' : 'en']],
  ['/embed/nope', 404, 'nope'], ['/embed/timeline@0123456789abcdef', 404, '0123456789abcdef'], ['/embed/a/b', 404, '/embed/a/b'],
  ['/embed/timeline?chart=pie&theme=dark', 400, 'pie'], ['/embed/timeline?download', 400, 'download'],
].map(([path, status, words]) => ({ lang, path: `${lang === 'ja' ? '/ja' : ''}${path}`, status, words })))

describe('a problem where an embed would be', () => {
  test.each(CASES)('$path is $status, said in the frame', async ({ lang, path, status, words }) => {
    const answer = await askWith({ FIGURES: watchedKv().kv }, path, { headers: { Accept: 'text/html' } })
    expect(said(answer, 'Content-Type', 'Cross-Origin-Resource-Policy', 'Cache-Control')).toEqual(
      { status, 'Content-Type': 'text/html; charset=utf-8', 'Cross-Origin-Resource-Policy': 'cross-origin', 'Cache-Control': 'no-store' })
    expect(answer.headers.get('Content-Security-Policy')).not.toContain('frame-ancestors')
    const { document } = parseHTML(await answer.text())
    expect([document.documentElement.lang, document.body.className]).toEqual([lang, 'page-embed'])
    expect([...document.body.children].map(({ localName, className }) => `${localName} ${className}`.trim())).toEqual(['main embed', 'script'])
    expect(document.querySelector('main')?.textContent).toContain(words)
    const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('target'))
    expect([links.length >= 2, ...new Set(links)]).toEqual([true, '_top'])
    // what tells the page around it how high it is: the same script as an embed's
    const embed = parseHTML(await (await askWith({ FIGURES: watchedKv().kv }, '/embed/timeline')).text()).document
    const height = embed.querySelector('body > script[type=module]')?.getAttribute('src')
    expect([height, document.querySelector('body > script')?.getAttribute('src')]).toEqual([expect.stringMatching(/^\/.+\.js$/), height])
  })

  test.each(['en', 'ja'])('what cannot be read now is 503 in the frame, too: %s', async (lang) => {
    const answer = await askWith(dead, `${lang === 'ja' ? '/ja' : ''}/embed/timeline`)
    expect(said(answer, 'Retry-After')).toEqual({ status: 503, 'Retry-After': '60' })
    expect(answer.headers.get('Content-Security-Policy')).not.toContain('frame-ancestors')
    expect(await answer.text()).toContain(wordsOf(lang).problem(new Problem('unavailable')).title)
  })

  test.each(['/figures/screening', '/nope', '/embed', '/figures/timeline/embed?chart=pie', '/ja/figures/nope/embed'])('%s is none, and is not framed', async (path) => {
    const answer = await askWith({ FIGURES: watchedKv().kv }, path)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.headers.get('Content-Security-Policy')).toMatch(/frame-ancestors 'none'$/)
    expect(answer.headers.get('Cross-Origin-Resource-Policy')).toBeNull()
  })

  test('as data is framed by nobody', async () => {
    const answer = await ask('/embed/nope', { headers: { Accept: 'application/json' } })
    expect(answer.headers.get('Content-Security-Policy')).toBe("default-src 'none'; frame-ancestors 'none'")
  })
})
