/** `/article`: the founding article in both languages, from KV, from the deployed copy, and not at all where it is known. */
import { parseHTML } from 'linkedom'
import { beforeAll, describe, expect, test } from 'vitest'
import { ask, askWith, said } from './ask.ts'
import { watchedKv } from './kv.ts'
import { publishBuild, RELEASE } from './published.ts'

beforeAll(publishBuild)

const LIVE = 'public, max-age=60, stale-while-revalidate=600'

describe.each([['/article', 'en'], ['/ja/article', 'ja']])('%s', (path, lang) => {
  test('is a page like the others', async () => {
    const answer = await ask(path)
    expect(said(answer, 'Content-Type', 'Content-Language', 'Cache-Control', 'Vary')).toEqual({
      status: 200, 'Content-Type': 'text/html; charset=utf-8', 'Content-Language': lang, 'Cache-Control': LIVE, Vary: null,
    })
    expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect((await answer.text()).startsWith(`<!doctype html><html lang="${lang}"`)).toBe(true)
  })

  test('is 304 for those who have it, and then nothing but the release is read', async () => {
    const tag = (await ask(path)).headers.get('ETag') ?? ''
    expect(tag).toMatch(/^"[0-9a-f]{32}"$/)
    const { kv, reads } = watchedKv()
    const answer = await askWith({ FIGURES: kv }, path, { headers: { 'If-None-Match': tag } })
    expect(said(answer, 'ETag')).toEqual({ status: 304, ETag: tag })
    expect(reads.map(({ key }) => key.split(':')[0])).toEqual(['current', 'release'])
  })

  test('is read in one piece', async () => {
    const { kv, reads } = watchedKv()
    expect((await askWith({ FIGURES: kv }, path)).status).toBe(200)
    expect(reads.map(({ key }) => key).slice(2)).toEqual([`file:${RELEASE.article}`])
  })

  test('answers HEAD without a body, and no other method', async () => {
    const head = await ask(path, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(said(await ask(path, { method: 'POST' }), 'Allow')).toEqual({ status: 405, Allow: 'GET, HEAD' })
  })

  test('comes from the deployed copy where KV has lost it, and says so', async () => {
    const { kv } = watchedKv((key, real) => (key.startsWith('file:') ? Promise.resolve(null) : real()))
    const answer = await askWith({ FIGURES: kv }, path)
    expect(said(answer, 'Supply-Lines-Store', 'Cache-Control')).toEqual({ status: 200, 'Supply-Lines-Store': 'fallback', 'Cache-Control': 'no-store' })
    expect(await answer.text()).toBe(await (await ask(path)).text())
  })

  test('leads from every footnote to its notes and back, and every anchor is there', async () => {
    const { document } = parseHTML(await (await ask(path)).text())
    const ids = new Set([...document.querySelectorAll('[id]')].map(({ id }) => id))
    const targets = [...document.querySelectorAll('main a[href^="#"]')].map((link) => link.getAttribute('href')?.slice(1) ?? '')
    expect(targets.filter((id) => !ids.has(id))).toEqual([])
    expect([...ids].filter((id) => /^footnote-\d+$/.test(id))).toHaveLength(22)
    const notes = [...document.querySelectorAll('[id^=note-]')]
    expect(notes).toHaveLength(16)
    for (const note of notes) {
      const footnotes = [...note.querySelectorAll('a[href^="#footnote-"]')].map((link) => link.getAttribute('href') ?? '')
      expect(footnotes.length).toBeGreaterThan(0)
      for (const footnote of footnotes) expect(document.querySelector(`${footnote} a[href="#${note.id}"]`), `${footnote} → ${note.id}`).not.toBeNull()
    }
  })
})

test.each(['?chart=lines', '?q=a', '?download'])('/article%s means nothing', async (query) => {
  expect((await ask(`/article${query}`)).status).toBe(400)
})

test('/article is a page and nothing else', async () => {
  for (const path of ['/article.json', '/article/1', '/en/article']) expect((await ask(path)).status, path).toBe(404)
  expect(said(await ask('/article/'), 'Location')).toEqual({ status: 301, Location: '/article' })
})

test('/sources says which notes rest on a source', async () => {
  const { document } = parseHTML(await (await ask('/ja/sources')).text())
  const links = [...document.querySelectorAll('#meti-nishimura-2023 a[href^="/ja/article#note-"]')]
  expect(links.length).toBeGreaterThan(0)
})
