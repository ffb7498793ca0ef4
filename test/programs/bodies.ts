/** A site of a few bodies, for judges to judge: what it holds is set by each test. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Site } from '../judges/judge.ts'

type Served = {
  /** By paths with their queries; empty before each test. */
  readonly bodies: Map<string, string>
  /** The site, of one figure. */
  readonly site: (...languages: readonly string[]) => Site
}

/** Serves bodies while the tests of a file run, on a port of its own. */
export function serveBodies(): Served {
  const [bodies, here] = [new Map<string, string>(), { origin: '' }]
  const server = createServer(({ url = '/' }, response) => {
    const body = bodies.get(url)
    response.writeHead(body === undefined ? 404 : 200).end(body)
  })
  beforeAll(async () => {
    await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
    const address = server.address() as AddressInfo // A server that listens on a port has one.
    here.origin = `http://127.0.0.1:${address.port}`
  })
  beforeEach(() => bodies.clear())
  afterAll(() => { server.close() })
  return { bodies, site: (...languages) => ({ ...here, figures: ['a'], languages }) }
}
