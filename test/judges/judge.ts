/** What a judge is: a program that we did not write, which reads what the site sends; and how it is started. */
import { spawn, spawnSync } from 'node:child_process'

/** What came of one judge: what it read, or why it was not run at all; faults where it read something else than was sent. */
export type Verdict = { readonly name: string; readonly read: readonly string[]; readonly faults: readonly string[]; readonly missing: string | null }

/** The site that is judged. */
export type Site = { readonly origin: string; readonly figures: readonly string[]; readonly languages: readonly string[] }

export type Judge = (site: Site) => Promise<readonly Verdict[]>

/** Of a judge that lacks something on this machine. */
export const notRun = (name: string, lacking: string): Verdict =>
  ({ name, read: [], faults: [], missing: `${lacking} is missing` })

/** Of a judge that needs something from elsewhere. */
export const unreached = (name: string, away: string): Verdict =>
  ({ name, read: [], faults: [], missing: `${away} cannot be reached` })

/** Whether a command runs and succeeds. */
export const runs = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore', timeout: 60_000 }).status === 0

/** Runs a command with a text as its input, in a folder. Resolves to its output; throws what it said where it fails. */
export const output = (command: string, args: readonly string[], input: string, cwd = '.') => new Promise<Buffer>((resolve, reject) => {
  const child = spawn(command, args, { cwd, env: { ...process.env, LC_ALL: 'C.UTF-8' }, stdio: ['pipe', 'pipe', 'pipe'] })
  const [out, err]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (data: Buffer) => out.push(data))
  child.stderr.on('data', (data: Buffer) => err.push(data))
  child.once('error', reject)
  child.once('close', (code) => (code === 0 ? resolve(Buffer.concat(out)) : reject(new Error(`${command}: ${Buffer.concat(err).toString('utf8').slice(-600)}`))))
  child.stdin.end(input)
})

export const linesOf = (bytes: Buffer): readonly string[] => bytes.toString('utf8').split('\n').filter(Boolean)

/** Where the addresses of a language begin. */
export const rootOf = ({ origin }: Pick<Site, 'origin'>, lang: string): string => `${origin}${lang === 'en' ? '' : `/${lang}`}`

/** The address of a figure in a language, in a format. */
export const at = (site: Pick<Site, 'origin'>, lang: string, id: string, format: string): string =>
  `${rootOf(site, lang)}/figures/${id}.${format}`

export type Cell = string | number | boolean | null
export type Sent = { readonly title: string; readonly rows: readonly Readonly<Record<string, Cell>>[] }

/** A figure, or the part of it that an address selects, as our JSON has it: what every judge's reading is held against. */
export const sentAt = async (address: string): Promise<Sent> => {
  const url = new URL(address)
  url.pathname = url.pathname.replace(/\.[a-z]+$/, '.json')
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${answer.status} at ${address}`)
  // The site's own JSON, which its own tests look at.
  return await answer.json() as Sent
}
