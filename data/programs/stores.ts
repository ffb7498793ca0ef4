/** The two stores a release can be published to: the KV of this machine, and that of an account through wrangler. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { getPlatformProxy } from 'wrangler'
import type { Store } from './publishing.ts'

/** The KV binding's name in wrangler.toml. */
const BINDING = 'FIGURES'

/** What we use of a KV namespace. */
type Namespace = {
  readonly get: (key: string) => Promise<string | null>
  readonly put: (key: string, value: string) => Promise<void>
}

/** The folder local KV is kept in, as wrangler knows it. */
export const persistFolder = (root: string): string => process.env['PERSIST'] ?? join(root, '.wrangler/state')

/** Lends the local store to a task and closes it whatever happens. */
export async function withLocalStore<T>(root: string, folder: string, task: (store: Store) => Promise<T>): Promise<T> {
  const { env, dispose } = await getPlatformProxy<Record<typeof BINDING, Namespace>>({
    configPath: join(root, 'wrangler.toml'), persist: { path: join(folder, 'v3') }, remoteBindings: false,
  })
  const kv = env[BINDING]
  try {
    return await task({
      has: async (key) => (await kv.get(key)) !== null,
      getAll: (keys) => Promise.all(keys.map((key) => kv.get(key))),
      putAll: async (pairs) => {
        for (const { key, value } of pairs) await kv.put(key, value)
      },
    })
  } finally {
    await dispose()
  }
}

/** Runs wrangler and resolves to what it prints. */
export type Wrangler = (args: readonly string[]) => Promise<string>

/** The wrangler of this project, for the account its environment names. */
export const wrangler = (root: string): Wrangler => async (args) => {
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, [join(root, 'node_modules/wrangler/bin/wrangler.js'), ...args], {
    cwd: root, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
  })
  return stdout
}

function namesIn(listing: string): ReadonlySet<string> {
  const listed: unknown = JSON.parse(listing)
  if (!Array.isArray(listed)) throw new Error(`wrangler did not list keys: ${listing.slice(0, 80)}`)
  return new Set(listed.map((item: { name?: unknown }) => String(item.name)))
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** What `wrangler kv bulk get` prints: a text by its key, or an object with one; null where there is none. */
function textIn(listing: unknown, key: string): string | null {
  const found = isRecord(listing) ? listing[key] : undefined
  const value = isRecord(found) ? found['value'] : found
  if (value != null && typeof value !== 'string') throw new Error(`wrangler did not give a text: ${key}`)
  return value ?? null
}

/** Hands wrangler a list in a file and takes the file away again. */
async function withList(list: unknown, task: (path: string) => Promise<string>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'supply-lines-'))
  try {
    writeFileSync(join(folder, 'list.json'), JSON.stringify(list))
    return await task(join(folder, 'list.json'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How many keys are read at once: 100 and 25 MB is what the API takes, and entries have up to one. */
const AT_ONCE = 20

/**
 * The store of an account: keys are listed once, each step is one bulk write, and what is read comes many keys at a time, one
 * wrangler after the other. A listing may lack what was just written, so that reading asks for the keys themselves.
 */
export async function remoteStore(run: Wrangler): Promise<Store> {
  const where = ['--binding', BINDING, '--remote']
  const listed = namesIn(await run(['kv', 'key', 'list', ...where]))
  const read = async (keys: readonly string[]): Promise<readonly (string | null)[]> => {
    const listing: unknown = JSON.parse(await withList(keys, (path) => run(['kv', 'bulk', 'get', path, ...where])))
    return keys.map((key) => textIn(listing, key))
  }
  return {
    has: async (key) => listed.has(key),
    getAll: async (keys) => {
      const texts: (string | null)[] = []
      for (let i = 0; i < keys.length; i += AT_ONCE) texts.push(...await read(keys.slice(i, i + AT_ONCE)))
      return texts
    },
    putAll: async (pairs) => {
      await withList(pairs, (path) => run(['kv', 'bulk', 'put', path, ...where]))
    },
  }
}
