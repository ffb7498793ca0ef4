/** The site as its own commands serve it, on a port nobody uses. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export type RunningSite = {
  readonly origin: string
  /** What the command has printed so far. */
  readonly printed: () => { readonly out: string; readonly err: string }
  /** Stops the command and everything it started, and resolves when all of it has ended. */
  readonly stop: () => Promise<void>
}

/** A port that was free a moment ago. */
export const freePort = (): Promise<number> => new Promise((resolve, reject) => {
  const probe = createServer()
  probe.once('error', reject)
  probe.listen(0, () => {
    const address = probe.address()
    probe.close(() => (address === null || typeof address === 'string' ? reject(new Error('no port')) : resolve(address.port)))
  })
})

/** Only what any shell has: a command that needs more of the environment does not start here either. */
const shell = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => ['PATH', 'HOME', 'TMPDIR', 'LANG'].includes(name)))

/** A command that serves the site from a folder, and what it needs of the environment. */
type Serving = {
  readonly folder: string
  readonly command: readonly [string, ...string[]]
  readonly env: Readonly<Record<string, string>>
}

/** A command as the head of a process group of its own, and what it prints. */
function run({ folder, command: [program, ...args], env }: Serving) {
  const options = { cwd: folder, env: { ...shell(), ...env }, detached: true } as const
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const printed = { out: '', err: '' }
  child.stdout.on('data', (data) => { printed.out += String(data) })
  child.stderr.on('data', (data) => { printed.err += String(data) })
  return { child, printed: () => ({ ...printed }) }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  try {
    return pid !== undefined && process.kill(-pid, signal)
  } catch {
    return false
  }
}

/** Asks the group to end and waits for the last of it; what does not within ten seconds is ended. */
async function stopGroup(child: ChildProcess): Promise<void> {
  signalGroup(child, 'SIGTERM')
  for (const signal of ['SIGKILL', null] as const) {
    for (let waited = 0; waited < 10_000 && signalGroup(child, 0); waited += 50) await sleep(50)
    if (signal) signalGroup(child, signal)
  }
}

/** Whether the site answers now. */
const isUp = async (origin: string): Promise<boolean> => {
  const reply = await fetch(`${origin}/healthz`).catch(() => null)
  await reply?.body?.cancel()
  return reply?.ok ?? false
}

/** Starts a command that serves the site on `port`, and resolves when it answers. Throws what it printed when it ends instead. */
async function start(serving: Serving, port: number, isReady: (out: string) => boolean): Promise<RunningSite> {
  const origin = `http://localhost:${port}`
  const { child, printed } = run({ ...serving, env: { ...serving.env, PORT: String(port) } })
  for (const until = Date.now() + 240_000; !(isReady(printed().out) && await isUp(origin)); await sleep(100)) {
    if (!hasEnded(child) && Date.now() < until) continue
    await stopGroup(child)
    throw new Error(`the site did not start:\n${printed().out}${printed().err}`)
  }
  return { origin, printed, stop: () => stopGroup(child) }
}

/** `npm start`: builds, publishes to a KV of its own below the folder, and serves. */
export const startSite = async (folder: string, port?: number): Promise<RunningSite> =>
  start({ folder, command: ['npm', 'start'], env: {} }, port ?? await freePort(), (out) => out.includes('is ready on'))

const SERVE = "import('./data/start.ts').then(({ serve }) => serve(Number(process.env.PORT)))"

/** The same server over a KV in which nothing was ever published, below the folder or elsewhere. The folder has been built. */
export const serveUnpublished = async (folder: string, store = `${folder}/empty`): Promise<RunningSite> =>
  start({ folder, command: [process.execPath, '-e', SERVE], env: { PERSIST: store } }, await freePort(), () => true)
