/** The guide's calls, run as they are printed where their program is at hand, against a server of the same files. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askedOf, checkView, parseAddress } from '../../web/address.ts'
import { callsOf, sampleOf, type Program } from '../../web/pages/call.ts'
import { LANGUAGES } from '../../web/words/index.ts'
import { tagOf } from '../../worker/reply.ts'
import { FIGURES, RELEASE } from '../web/built.ts'
import { textIn } from './rendered.ts'

const run = promisify(execFile)
/** Whether a program is on this machine; says so where it is not. */
const isHere = (program: string): Promise<boolean> => run(program, ['--version']).then(() => true, () => {
  process.stdout.write(`${program}: not run, it is not here\n`)
  return false
})

const folder = mkdtempSync(join(tmpdir(), 'calls-'))

const collected = (path: string): Buffer => {
  const file = RELEASE.files?.[path.slice(1)]
  const stored: { text?: string, base64?: string } = JSON.parse(readFileSync(join(import.meta.dirname, `../../.build/entries/file/${file?.entry}.json`), 'utf8'))
  return stored.base64 === undefined ? Buffer.from(stored.text ?? '') : Buffer.from(stored.base64, 'base64')
}

/** The body of an address of the guide, as the Worker would send it. */
async function bodyAt(url: URL): Promise<Buffer> {
  const { lang } = askedOf(url.pathname, LANGUAGES)
  const address = parseAddress(url, LANGUAGES)
  const { place } = address
  if (place.kind === 'collection') return collected(url.pathname)
  if (place.kind !== 'figure' || place.format === null) throw new Error(`no file: ${url}`)
  const [figure, entry] = [FIGURES.find(({ id }) => id === place.id), RELEASE.figures.find(({ id }) => id === place.id)]
  if (!figure || !entry || (place.version !== null && !entry.hash.startsWith(place.version))) throw new Error(`no figure: ${url}`)
  return Buffer.from(await textIn(figure, place.format, { lang, hash: entry.hash, view: checkView(address, entry) }))
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost')
  void (async () => {
    const [body, tag] = [await bodyAt(url), await tagOf([url.pathname, url.search])]
    response.setHeader('ETag', tag)
    if (request.headers['if-none-match'] === tag) return response.writeHead(304).end()
    return response.end(request.method === 'HEAD' ? undefined : body)
  })().catch((error: unknown) => response.writeHead(404).end(String(error)))
})

const at = { origin: '' }
beforeAll(async () => {
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  const address = server.address() as AddressInfo // A server that listens on a port has one.
  at.origin = `http://127.0.0.1:${address.port}`
})
afterAll(() => { server.close() })

const sample = sampleOf(RELEASE)
if (!sample) throw new Error('there is no figure')
const figure = FIGURES.find(({ id }) => id === sample.id)
const chosen = figure?.rows.filter(({ series, time }) => sample.codes.slice(0, 2).includes(series) && Number(time) >= Number(sample.years.at(-5))) ?? []

describe.each(LANGUAGES)('in %s', (lang) => {
  const call = (program: Program): string => callsOf(at.origin, sample, lang)[program]

  it('curl: the version, and the live file only where it changed', async () => {
    if (!await isHere('curl')) return
    const [whole = '', changed = ''] = call('curl').split('\n')
    for (const [command, status] of [[whole, '200'], [changed, '200'], [changed, '304']]) {
      const { stdout } = await run('sh', ['-c', `${command} --silent --show-error --write-out '%{http_code}'`], { cwd: folder })
      expect([command, stdout]).toEqual([command, status])
      expect(readFileSync(join(folder, `${sample.id}.csv`), 'utf8')).toBe(figure && await textIn(figure, 'csv', { lang }))
    }
  })

  it('R: a data frame of the part', async () => {
    if (!await isHere('Rscript')) return
    const { stdout } = await run('Rscript', ['--vanilla', '-e', call('r')], { env: { ...process.env, LC_ALL: 'C.UTF-8' } })
    expect(stdout).toMatch(new RegExp(`^'data.frame':\\s+${chosen.length} obs\\.`))
    expect(stdout).toMatch(/\$ value\s+: num/)
  })

  it('JavaScript: a table of the rows and the citation', async () => {
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', call('javascript')])
    expect(chosen.length).toBeGreaterThan(5)
    for (const { series, time, value } of chosen) expect(stdout).toMatch(new RegExp(`'${series}'.*'${time}'.*${Number(value)}`))
    expect(stdout).toContain(`${sample.id}@${sample.hash.slice(0, 16)}`)
  })

  it('DuckDB: the query, over the file at its address', async () => {
    const [, query = ''] = /"""([^"]+)"""/.exec(call('duckdb')) ?? []
    const [, address = ''] = /read_parquet\('([^']+)'\)/.exec(query) ?? []
    const file = join(folder, `${lang}.parquet`)
    writeFileSync(file, new Uint8Array(await (await fetch(address)).arrayBuffer()))
    const connection = await (await DuckDBInstance.create()).connect()
    const rows = await (await connection.run(query.replace(address, file))).getRowObjectsJson()
    const own = figure?.rows.filter(({ series }) => sample.codes.slice(0, 2).includes(series)) ?? []
    expect(rows.map((row) => [row['time'], row['value'], row['qualifier']])).toEqual(own.map(({ time, value, qualifier }) => [time, Number(value), qualifier]))
  })

  it('a spreadsheet’s and a statistician’s calls name the same part', async () => {
    const addresses = (['r', 'pandas', 'stata', 'excel', 'sheets'] as const).map((program) => /"(http[^"]+)"/.exec(call(program))?.[1])
    expect(new Set(addresses).size).toBe(1)
    const table = await (await fetch(addresses[0] ?? '')).text()
    expect(table.trimEnd().split('\r\n')).toHaveLength(chosen.length + 1)
  })
})
