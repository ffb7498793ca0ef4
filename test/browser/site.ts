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
  Object.fromEntries(['PATH', 'HOME', 'TMPDIR', 'LANG'].flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))

/** A command in a folder, the head of a process group of its own, and what it prints. */
export function runIn(folder: string, command: readonly [string, ...string[]], env: Readonly<Record<string, string>>) {
  const [program, ...args] = command
  const child = spawn(program, args, { cwd: folder, env: { ...shell(), ...env }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const printed = { out: '', err: '' }
  child.stdout.on('data', (data) => { printed.out += String(data) })
  child.stderr.on('data', (data) => { printed.err += String(data) })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, printed: () => ({ ...printed }), ended }
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

/** Starts a command that serves the site on `port`, and resolves when it answers. Throws with what it printed when it ends instead. */
async function serving(
  folder: string, port: number, command: readonly [string, ...string[]], env: Readonly<Record<string, string>>, isReady: (out: string) => boolean,
): Promise<RunningSite> {
  const origin = `http://localhost:${port}`
  const { child, printed } = runIn(folder, command, { ...env, PORT: String(port) })
  for (const until = Date.now() + 110_000; !(isReady(printed().out) && await isUp(origin)); await sleep(100)) {
    if (!hasEnded(child) && Date.now() < until) continue
    await stopGroup(child)
    throw new Error(`the site did not start:\n${printed().out}${printed().err}`)
  }
  return { origin, printed, stop: () => stopGroup(child) }
}

/** `npm start`: builds, publishes to a KV of its own below the folder, and serves. */
export const startSite = async (folder: string, port?: number): Promise<RunningSite> =>
  serving(folder, port ?? await freePort(), ['npm', 'start'], {}, (out) => out.includes('is ready on'))

/** The same server over a KV in which nothing was ever published. The folder has been built. */
export const serveUnpublished = async (folder: string): Promise<RunningSite> =>
  serving(folder, await freePort(), [process.execPath, '-e', "import('./data/start.ts').then(({ serve }) => serve(Number(process.env.PORT)))"],
    { PERSIST: `${folder}/empty` }, () => true)
