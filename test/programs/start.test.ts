/** Starting: which ports are taken for ports, and whether one is free. */
import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { isFree, portFrom } from '../../data/start.ts'

it.each([[undefined, 8787], ['', 8787], ['3000', 3000], ['0', null], ['65536', null], ['-1', null], ['80a', null], ['8.5', null]])(
  'PORT=%s is port %s', (given, expected) => {
    expect(portFrom(given)).toBe(expected)
  })

it('knows a free port from one that is taken', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  expect(await isFree(address.port)).toBe(false)
  await new Promise((resolve) => server.close(resolve))
  expect(await isFree(address.port)).toBe(true)
})
