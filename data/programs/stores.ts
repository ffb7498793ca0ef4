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

/** As many keys as one question may name. */
const ASKED = 100

/** Lends a file with this in it to a task. */
async function withFile<T>(content: unknown, task: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'supply-lines-'))
  try {
    writeFileSync(join(folder, 'given.json'), JSON.stringify(content))
    return await task(join(folder, 'given.json'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The values in what wrangler prints of several keys: `{ "key": { "value": "…" }, "other": { "value": null } }`. */
function valuesIn(printed: string, keys: readonly string[]): readonly (string | null)[] {
  const found = new Map<string, unknown>(Object.entries(Object(JSON.parse(printed))))
  return keys.map((key) => {
    const said: unknown = found.get(key)
    const value = typeof said === 'object' && said !== null && 'value' in said ? said.value : undefined
    if (value !== null && typeof value !== 'string') throw new Error(`wrangler did not say what ${key} is: ${printed.slice(0, 80)}`)
    return value
  })
}

/**
 * The store of an account: keys are listed once, and each step is one bulk write. A listing may be a minute old: what it lacks is written
 * again, and values are asked for by name.
 */
export async function remoteStore(run: Wrangler): Promise<Store> {
  const where = ['--binding', BINDING, '--remote']
  const keys = namesIn(await run(['kv', 'key', 'list', ...where]))
  return {
    has: async (key) => keys.has(key),
    getAll: async (wanted) => {
      const values: (string | null)[] = []
      for (let from = 0; from < wanted.length; from += ASKED) {
        const some = wanted.slice(from, from + ASKED)
        values.push(...valuesIn(await withFile(some, (path) => run(['kv', 'bulk', 'get', path, ...where])), some))
      }
      return values
    },
    putAll: async (pairs) => {
      await withFile(pairs, (path) => run(['kv', 'bulk', 'put', path, ...where]))
    },
  }
}
