/** Starting again after a change in the data folder shows the change, and keeps the version before it. */
import { afterAll, expect, it } from 'vitest'
import { copyProject } from './copy.ts'
import { freePort, startSite } from './site.ts'

const copy = copyProject()
afterAll(copy.remove)

type Row = { readonly value: number }
type Listed = { readonly version: string; readonly rows: readonly Row[]; readonly links: { readonly version: string } }

const listed = async (origin: string): Promise<Listed> =>
  await (await fetch(`${origin}/figures/fdi-inflows-gdp.json`)).json() as Listed

it('a corrected value is served after a restart, and the old one at its own address', async () => {
  const port = await freePort()
  const first = await startSite(copy.folder, port)
  const before = await listed(first.origin)
  await first.stop()
  copy.edit('data/figures/fdi-inflows-gdp/values.csv', (text) => text.replace(/^(BRN,2000,)[^,]+/m, '$177.7'))

  const second = await startSite(copy.folder, port)
  try {
    const after = await listed(second.origin)
    expect(before.rows.some(({ value }) => value === 77.7)).toBe(false)
    expect(after.rows.some(({ value }) => value === 77.7)).toBe(true)
    expect(after.version).not.toBe(before.version)
    const old = await (await fetch(`${before.links.version}.json`)).json() as Listed
    expect(old.rows).toEqual(before.rows)
    const page = await (await fetch(`${second.origin}/figures/fdi-inflows-gdp`)).text()
    expect(page).toContain('77.7')
    expect(page).toContain(before.version)
    expect(second.printed().out.split('\n').filter((line) => line.includes('is ready on')).length).toBe(1)
  } finally {
    await second.stop()
  }
  await expect(fetch(second.origin)).rejects.toThrow()
})

it('facts that are wrong are not served: the problem is told with file, line and remedy', async () => {
  copy.edit('data/figures/screening/values.csv', (text) => text.replace('only', 'onyl'))
  await expect(startSite(copy.folder)).rejects.toThrow(/figures\/screening\/values\.csv:2 .*onyl.* → /)
})
