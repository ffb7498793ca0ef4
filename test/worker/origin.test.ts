/** Absolute links come from PUBLIC_URL, or from localhost, and never from the Host header of a stranger. */
import { beforeAll, expect, test, vi } from 'vitest'
import { originOf } from '../../worker/origin.ts'
import { askWith } from './ask.ts'
import { publishBuild } from './published.ts'

beforeAll(publishBuild)

test.each([
  [{ PUBLIC_URL: 'https://figures.example/' }, 'http://evil.example/x', 'https://figures.example'],
  [{ PUBLIC_URL: 'https://figures.example' }, 'http://localhost:8787/', 'https://figures.example'],
  [{ PUBLIC_URL: '' }, 'http://localhost:8787/x', 'http://localhost:8787'],
  [{}, 'http://127.0.0.1:9/', 'http://127.0.0.1:9'], [{}, 'http://[::1]:9/', 'http://[::1]:9'],
])('%j asked at %s: %s', (env, url, origin) => {
  expect(originOf(env, new URL(url))).toBe(origin)
})

test.each(['http://evil.example/', 'http://localhost.evil.example/', 'http://notlocalhost/'])('%s without PUBLIC_URL', (url) => {
  expect(() => originOf({ PUBLIC_URL: '' }, new URL(url))).toThrow('PUBLIC_URL is not set')
})

test('links, citation and canonical follow it', async () => {
  const bindings = { PUBLIC_URL: 'https://figures.example' }
  const json = await (await askWith(bindings, '/figures/screening.json', { origin: 'https://evil.example' })).text()
  expect(json).toContain('https://figures.example/figures/screening.csv')
  expect(json).not.toContain('evil.example')
  const page = await (await askWith(bindings, '/', { origin: 'https://evil.example' })).text()
  expect(page).toContain('<link rel="canonical" href="https://figures.example/"')
  expect(page).not.toContain('evil.example')
})

const ELSEWHERE = ['/', '/figures/screening.json', '/figures/screening.svg']
test.each(ELSEWHERE)('%s elsewhere without it: 500, and the log says what to do', async (path) => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const answer = await askWith({ PUBLIC_URL: '' }, path, { origin: 'https://evil.example' })
  expect(answer.status).toBe(500)
  expect(log.mock.calls.flat().join()).toContain('set')
  expect(log.mock.calls.flat().join()).toContain('PUBLIC_URL')
  expect(await answer.text()).not.toContain('PUBLIC_URL')
  log.mockRestore()
})

test('/healthz needs none', async () => {
  expect((await askWith({ PUBLIC_URL: '' }, '/healthz', { origin: 'https://evil.example' })).status).toBe(200)
})
