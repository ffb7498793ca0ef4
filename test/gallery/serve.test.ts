/** The gallery's page answers, and has every figure in every chart, language, theme and width. */
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { WIDTHS } from '../../web/view/chart.tsx'
import { FIGURES } from '../web/built.ts'
import { looksOf } from './list.ts'
import { serveGallery } from './serve.ts'

it('lists every figure × chart × language × theme × width once', () => {
  const names = looksOf(FIGURES).map(({ name }) => name)
  const count = FIGURES.reduce((sum, { charts, lang }) => sum + charts.length * lang.length, 0) * 2 * WIDTHS.length
  expect(names).toHaveLength(count)
  expect(new Set(names).size).toBe(count)
})

it('serves one page with all of them, each a chart and a line in the menu', async () => {
  const server = await serveGallery(0)
  // a server that listens on a port has an address of this kind
  const { port } = server.address() as AddressInfo
  const page = await (await fetch(`http://127.0.0.1:${port}/`)).text()
  await new Promise((resolve) => server.close(resolve))
  const looks = looksOf(FIGURES)
  expect(page.match(/<figure /g)).toHaveLength(looks.length)
  for (const { name } of looks) expect([name, page.includes(`href="#${name}"`), page.includes(`id="${name}"`)]).toEqual([name, true, true])
  expect(page).not.toMatch(/NaN|undefined/)
})
