/** Methods × paths: GET and HEAD everywhere, OPTIONS on data and pictures, 405 with Allow for the rest. */
import { beforeAll, describe, expect, test } from 'vitest'
import { ask, said } from './ask.ts'
import { pinned, publishBuild } from './published.ts'

beforeAll(publishBuild)

const PAGES = [
  '/', '/ja', '/figures', '/article', '/sources', '/embed/screening', '/figures/screening.html', '/healthz',
]
const DATA = [
  '/figures/screening.svg', '/figures/screening.png?size=social',
  '/figures.json', '/figures/screening', '/ja/figures/screening.json', '/figures/screening.csv', `${pinned('screening')}.csv`,
]

describe.each([...PAGES, ...DATA])('%s', (path) => {
  test('HEAD says what GET says, without the body', async () => {
    const [get, head] = [await ask(path), await ask(path, { method: 'HEAD' })]
    expect(get.status).toBe(200)
    expect((await get.text()).length).toBeGreaterThan(0)
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
    const plain = (answer: Response) => [...answer.headers].filter(([name]) => name !== 'content-length')
    expect(plain(head)).toEqual(plain(get))
  })

  const allowed = DATA.includes(path) ? 'GET, HEAD, OPTIONS' : 'GET, HEAD'
  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s is 405', async (method) => {
    const answer = await ask(path, { method })
    expect(said(answer, 'Allow', 'Cache-Control')).toEqual({ status: 405, Allow: allowed, 'Cache-Control': 'no-store' })
  })

  test('OPTIONS', async () => {
    const answer = await ask(path, { method: 'OPTIONS', headers: { Origin: 'https://example.org' } })
    expect(said(answer, 'Allow', 'Access-Control-Allow-Methods')).toEqual(DATA.includes(path)
      ? { status: 204, Allow: allowed, 'Access-Control-Allow-Methods': allowed }
      : { status: 405, Allow: allowed, 'Access-Control-Allow-Methods': null })
    if (DATA.includes(path)) expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
  })
})

test('a path that is none stays 404 under any method', async () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST']) expect((await ask('/nope', { method })).status).toBe(404)
})

test.each(['Python-urllib/3.11', 'curl/8.5.0', 'R (4.2.2 x86_64)', ''])('any user agent is served: %j', async (agent) => {
  expect((await ask('/figures/screening.csv', { headers: { 'User-Agent': agent } })).status).toBe(200)
})
