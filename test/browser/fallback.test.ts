/** A KV in which nothing was ever published: every page answers as before, from the copy that was deployed, and says so. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { serveUnpublished, type RunningSite } from './site.ts'
import { EVERYWHERE, FIGURES, inLanguage, LANGUAGES, ORIGIN } from './visit.ts'

let site: RunningSite | null = null
beforeAll(async () => {
  site = await serveUnpublished(inject('folder'))
})
afterAll(() => site?.stop())

const FILES = LANGUAGES.flatMap((lang) => FIGURES.flatMap((id) =>
  ['json', 'csv', 'svg'].map((format) => inLanguage(lang, `/figures/${id}.${format}`))))

/** Status, type and text of an answer, with the site's own address taken out of it. */
async function answer(origin: string, path: string) {
  const reply = await fetch(origin + path, { redirect: 'manual' })
  const host = origin.replace('http://', '')
  const text = (await reply.text()).replaceAll(host, 'host').replaceAll(encodeURIComponent(host), 'host')
  return { status: reply.status, type: reply.headers.get('content-type'), text, reply }
}

it('says where its answers come from', async () => {
  const health = await (await fetch(`${site?.origin}/healthz`)).json()
  expect(health).toMatchObject({ store: 'fallback' })
  expect(await (await fetch(`${ORIGIN}/healthz`)).json()).toEqual({ ...health as object, store: 'kv' })
})

describe.each([...EVERYWHERE.map(({ path }) => path), ...FILES])('%s', (path) => {
  it('answers the same', async () => {
    const answers = await Promise.all([answer(ORIGIN, path), answer(site?.origin ?? '', path)])
    const [{ reply: published, ...expected }, { reply: kept, ...found }] = answers
    expect(found).toEqual(expected)
    if (expected.status !== 200) return
    expect(kept.headers.get('supply-lines-store')).toBe('fallback')
    expect(kept.headers.get('cache-control')).toBe('no-store')
    expect(published.headers.get('supply-lines-store')).toBe(null)
  })
})
