/** The whole way in one command: built, published, served, and stopped again without a word too many. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from './project.ts'

const freePort = () => new Promise<number>((resolve, reject) => {
  const server = createServer()
  server.listen(0, () => {
    const address = server.address()
    if (address === null || typeof address === 'string') reject(new Error('no port'))
    else server.close(() => resolve(address.port))
  })
})

/** Starts the site and keeps what it prints; `ready` resolves at the first line. */
function start(port: number, folder: string) {
  const child = spawn(process.execPath, ['data/run.js', 'data/start.ts'], {
    cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, PORT: String(port), PERSIST: folder },
  })
  const said: string[] = []
  const complained: string[] = []
  child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => complained.push(text))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const ready = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()))
  return { child, said, complained, ended, ready: Promise.race([ready, ended]) }
}

it('says one line when it is ready, serves from KV, and leaves quietly', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'supply-lines-'))
  const port = await freePort()
  const site = start(port, folder)
  try {
    await site.ready
    expect(site.complained.join('')).toBe('')
    expect(await (await fetch(`http://localhost:${port}/healthz`)).json()).toMatchObject({ store: 'kv' })
    const style = /href="(\/assets\/[^"]+\.css)"/.exec(await (await fetch(`http://localhost:${port}/ja`)).text())?.[1]
    const sheet = await fetch(`http://localhost:${port}${style}`)
    expect(sheet.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(sheet.headers.get('access-control-allow-origin')).toBe('*')
    expect((await fetch(`http://localhost:${port}/data/release/x.json`)).status).toBe(404)
    // a page that is newer than what an edge has must not leave its reader a 404 for a year
    const missing = await fetch(`http://localhost:${port}/assets/en-0000000000000000.css`)
    expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, 'no-store'])

    const second = start(port, folder)
    expect(await second.ended).toBe(1)
    expect(second.complained.join(''))
      .toBe(`port ${port} is taken → stop what uses it, or choose another: PORT=${port + 1} npm start\n`)
  } finally {
    site.child.kill('SIGTERM')
    const code = await site.ended
    rmSync(folder, { recursive: true, force: true })
    expect(site.said.join('')).toBe(`Supply Lines is ready on http://localhost:${port}\n`)
    expect(site.complained.join('')).toBe('')
    expect(code).toBe(0)
  }
})
