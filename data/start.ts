/** Program: builds, publishes to this machine's KV, and serves the site until it is stopped. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { main as build, ROOT } from './build.ts'
import { publishBuild } from './publish.ts'
import { printProblem } from './model/read/rules.ts'
import { persistFolder, withLocalStore } from './programs/stores.ts'

const DEFAULT_PORT = 8787

/** A port from the environment, or null when it is none. */
export function portFrom(given: string | undefined): number | null {
  if (given === undefined || given === '') return DEFAULT_PORT
  const port = Number(given)
  return /^\d+$/.test(given) && port > 0 && port < 65_536 ? port : null
}

/** Whether a server can listen there. */
export const isFree = (port: number): Promise<boolean> => new Promise((resolve) => {
  const probe = createServer()
  probe.once('error', () => resolve(false))
  probe.listen(port, () => probe.close(() => resolve(true)))
})

/** The last build by wrangler: quiet, asking the network for nothing, without a debugger port that a second one would want too. */
export function serve(port: number): ChildProcess {
  const args = ['dev', '--port', String(port), '--persist-to', persistFolder(ROOT), '--inspector-port', '0', '--log-level', 'error',
    '--show-interactive-dev-session', 'false']
  return spawn(process.execPath, [join(ROOT, 'node_modules/wrangler/bin/wrangler.js'), ...args], {
    cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true' },
  })
}

/** Resolves to true when the site answers, to false when its server has ended instead. */
async function answers(address: string, server: ChildProcess): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    const reply = await fetch(`${address}/healthz`).catch(() => null)
    await reply?.body?.cancel()
    if (reply?.ok) return true
    await sleep(100)
  }
  return false
}

/** Serves until a signal comes or the server ends; resolves to the exit code. */
async function run(port: number): Promise<number> {
  const server = serve(port)
  const stopped = new AbortController()
  const ended = new Promise<number>((resolve) => server.once('exit', (code) => resolve(stopped.signal.aborted ? 0 : (code ?? 1))))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stopped.abort()
      server.kill(signal)
    })
  }
  const address = `http://localhost:${port}`
  if (await answers(address, server)) console.log(`Supply Lines is ready on ${address}`)
  return ended
}

/** Resolves to the exit code. */
export async function main(): Promise<number> {
  const port = portFrom(process.env['PORT'])
  if (port === null) {
    console.error(`PORT is "${process.env['PORT']}" → give a number from 1 to 65535`)
    return 1
  }
  if (!(await isFree(port))) {
    console.error(`port ${port} is taken → stop what uses it, or choose another: PORT=${port + 1} npm start`)
    return 1
  }
  if (await build() !== 0) return 1
  const { problems } = await withLocalStore(ROOT, persistFolder(ROOT), (store) => publishBuild(join(ROOT, '.build'), store, { isPreview: true }))
  // On this machine authors try things out; what publishing will refuse is said, and shown all the same.
  for (const problem of problems) console.error(`before publishing: ${printProblem(problem)}`)
  return run(port)
}
