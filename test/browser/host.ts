/** Somebody else's server, on another port of this machine: whatever a test gives it to show. */
import { createServer } from 'node:http'

export type Host = { readonly origin: string; readonly close: () => void }

type Shown = { readonly type: string; readonly body: string }

/** Starts it. `show` says what stands at an address. */
export async function openHost(show: (url: URL) => Shown): Promise<Host> {
  const server = createServer((request, response) => {
    const { type, body } = show(new URL(request.url ?? '/', 'http://host'))
    response.setHeader('Content-Type', type)
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() }
}
