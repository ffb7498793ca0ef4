/** Pictures in pixels: the ones made ahead, those drawn at the edge, and where to turn when the edge may not draw. */
import { beforeEach, describe, expect, it, test } from 'vitest'
import { hashOf, shortHash } from '../../data/model/release.ts'
import { parseAddress } from '../../web/address.ts'
import type { Outlines } from '../../web/chart/lettered.ts'
import type { MadePicture } from '../../web/chart/picture.ts'
import { printPicture } from '../../web/print.tsx'
import { LANGUAGES } from '../../web/words/index.ts'
import { rasterFor } from '../../worker/pixels.ts'
import { fromBase64 } from '../../worker/raster.ts'
import { ask, askWith, said } from './ask.ts'
import { watchedKv } from './kv.ts'
import { entryFor, figureOf, pinned, publishBuild, publishRelease, textOf, withEntry } from './published.ts'

const ID = 'fdi-inflows-gdp'

/** The origin that the build printed in its pictures. */
const made = (lang: string, size: string, id = ID): MadePicture => JSON.parse(textOf('file', entryFor(id).pictures[lang]?.[size] ?? ''))
const BUILT = made('en', 'page').origin

const bytesOf = async (answer: Response): Promise<Uint8Array> => new Uint8Array(await answer.arrayBuffer())

/** Width and height as the file's own head says: PNG (W3C, third edition), §11.2.1. */
async function sizeOf(answer: Response): Promise<readonly [number, number]> {
  const bytes = await bytesOf(answer)
  expect([...bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

beforeEach(publishBuild)

describe('made ahead', () => {
  test.each([['en', 'page', `/figures/${ID}.png`], ['en', 'social', `/figures/${ID}.png?size=social`], ['ja', 'social', `/ja/figures/${ID}.png?size=social`]])('%s %s', async (lang, size, path) => {
    const answer = await askWith({ PUBLIC_URL: BUILT }, path)
    expect(said(answer, 'Content-Type', 'Content-Language', 'Cross-Origin-Resource-Policy', 'Content-Security-Policy')).toEqual({
      status: 200, 'Content-Type': 'image/png', 'Content-Language': lang, 'Cross-Origin-Resource-Policy': 'cross-origin',
      'Content-Security-Policy': "default-src 'none'",
    })
    expect(answer.headers.get('Repr-Digest')).toMatch(/^sha-256=:.+:$/)
    expect(await bytesOf(answer)).toEqual(fromBase64(made(lang, size).png))
  })

  it('are the very bytes that workerd draws', async () => {
    const raster = rasterFor({})
    const outlines: Outlines = JSON.parse(textOf('file', entryFor(ID).outlines['ja'] ?? ''))
    const address = parseAddress(new URL(`${BUILT}/ja/figures/${ID}.png?size=social`), LANGUAGES)
    const svg = printPicture({ origin: BUILT }, address, figureOf(ID), entryFor(ID).hash, { outlines })
    expect(await raster?.(svg, outlines, 1)).toEqual(fromBase64(made('ja', 'social').png))
  })

  it('cost no drawing where they name another host and there is no time for it', async () => {
    const answer = await askWith({ EDGE_PNG: 'off' }, `/figures/${ID}.png`)
    expect(await bytesOf(answer)).toEqual(fromBase64(made('en', 'page').png))
  })

  it('are not taken for those that the edge draws, where they name another host', async () => {
    for (const path of [`/figures/${ID}.png`, `${pinned(ID)}.png?size=social`]) {
      const [drawn, kept] = [await ask(path), await askWith({ EDGE_PNG: 'off' }, path)]
      expect(await bytesOf(kept)).not.toEqual(await bytesOf(drawn))
      expect(kept.headers.get('ETag')).not.toBe(drawn.headers.get('ETag'))
      expect((await askWith({ EDGE_PNG: 'off' }, path, { headers: { 'If-None-Match': drawn.headers.get('ETag') ?? '' } })).status).toBe(200)
    }
  })

  it('are known again by their tag', async () => {
    const first = await ask(`/figures/${ID}.png?size=social`)
    const again = await ask(`/figures/${ID}.png?size=social`, { headers: { 'If-None-Match': first.headers.get('ETag') ?? '' } })
    expect(again.status).toBe(304)
  })
})

describe('drawn at the edge', () => {
  test.each([
    ['?size=social', 1200, 630], ['?size=square', 1080, 1080], ['?size=social&scale=2', 2400, 1260], ['?size=social&theme=dark&select=VNM~THA', 1200, 630],
  ])('%s is %i by %i pixels', async (query, width, height) => {
    for (const lang of ['', '/ja']) expect(await sizeOf(await ask(`${lang}/figures/${ID}.png${query}`))).toEqual([width, height])
  })

  it('is another picture for another view, theme, language and size', async () => {
    const paths = ['', '?theme=dark', '?select=VNM', '?time=latest', '?chart=columns', '?size=card'].flatMap((query) => [`/figures/${ID}.png${query}`, `/ja/figures/${ID}.png${query}`])
    const hashes = await Promise.all(paths.map(async (path) => hashOf(String(await bytesOf(await ask(path))))))
    expect(new Set(hashes).size).toBe(paths.length)
  })
})

describe('EDGE_PNG=off', () => {
  const cases: readonly (readonly [asked: string, there: string])[] = [
    [`/figures/${ID}.png?theme=dark`, `/figures/${ID}.png`], [`/figures/${ID}.png?size=square`, `/figures/${ID}.png`],
    [`/ja/figures/${ID}.png?size=social&select=VNM&scale=2`, `/ja/figures/${ID}.png?size=social`],
    [`${pinned(ID)}.png?chart=columns`, `${pinned(ID)}.png`],
  ]
  test.each(cases)('%s leads to %s', async (asked, there) => {
    const answer = await askWith({ EDGE_PNG: 'off' }, asked)
    expect(said(answer, 'Location', 'Cache-Control', 'Cross-Origin-Resource-Policy')).toEqual({
      status: 302, Location: there, 'Cache-Control': 'public, max-age=60, stale-while-revalidate=600', 'Cross-Origin-Resource-Policy': 'cross-origin',
    })
    expect((await askWith({ EDGE_PNG: 'off' }, there)).status).toBe(200)
  })

  it('refuses what no figure has before it leads anywhere', async () => {
    expect((await askWith({ EDGE_PNG: 'off' }, `/figures/${ID}.png?select=XXX`)).status).toBe(400)
    expect((await askWith({ EDGE_PNG: 'off' }, '/figures/nope.png')).status).toBe(404)
  })
})

it('sends an older version, whose fonts are not kept, as SVG', async () => {
  const { history, ...entry } = entryFor(ID)
  const older = entryFor('screening').hash
  await publishRelease(withEntry(ID, { history: [{ hash: older, date: '2026-01-01', kind: 'first', note: { en: '', ja: '' } }, ...history] }))
  const answer = await askWith({ FIGURES: watchedKv().kv }, `/figures/${ID}@${shortHash(older)}.png?size=social`)
  expect(entry.hash).not.toBe(older)
  expect(said(answer, 'Location')).toEqual({ status: 302, Location: `/figures/${ID}@${shortHash(older)}.svg?size=social` })
  // who asks for the page at the same address is not to be led there by a cache
  const chosen = await askWith({ FIGURES: watchedKv().kv }, `/figures/${ID}@${shortHash(older)}`, { headers: { Accept: 'image/png' } })
  expect(said(chosen, 'Location', 'Vary')).toEqual({ status: 302, Location: `/figures/${ID}@${shortHash(older)}.svg`, Vary: 'Accept' })
})
