/** The programs that the guide has calls for: how each is given a call, and where what it has read is to be seen. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Program } from '../../web/pages/call.ts'
import { output, runs } from './judge.ts'
import { boxOf, csvOf, frameOf, listOf, strOf, type Reading } from './printed.ts'
import { pythonWith } from './tables.ts'

/** Runs a call as it is printed, in an empty folder, and reads what came of it. */
export type Run = (call: string, folder: string) => Promise<Reading>

/** Both lines, and again: the second time there is a file, and the live one has not changed. */
const curl: Run = async (call, folder) => {
  for (const _ of ['new', 'again']) await output('sh', ['-e'], call, folder)
  const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  return csvOf(readFileSync(join(folder, file), 'utf8'), true)
}

const r: Run = async (call, folder) => {
  writeFileSync(join(folder, 'call.R'), call)
  return strOf((await output('Rscript', ['--vanilla', 'call.R'], '', folder)).toString('utf8'))
}

const node: Run = async (call, folder) =>
  boxOf((await output(process.execPath, ['--input-type=module'], call, folder)).toString('utf8'))

/** Stata ends well whatever it has met: its log says. */
const stataBy = (command: string): Run => async (call, folder) => {
  writeFileSync(join(folder, 'call.do'), `${call}\n`)
  await output(command, ['-q', '-b', 'do', 'call.do'], '', folder)
  const log = readFileSync(join(folder, 'call.log'), 'utf8')
  if (/^r\(\d+\);/m.test(log)) throw new Error(log.slice(-600))
  return listOf(log)
}

/** A Python with a module, which reads a call as it would what is typed. */
function pythonBy(module: string, read: (text: string) => Reading): Run | null {
  const python = pythonWith(module)
  return python === null ? null : async (call, folder) => read((await output(python, ['-'], call, folder)).toString('utf8'))
}

const HTTPFS = 'DuckDB’s extension httpfs'

function duckdbInPython(): Run | string {
  const run = pythonBy('duckdb', boxOf)
  if (run === null) return 'the package duckdb for Python'
  const load = "import duckdb; duckdb.sql('INSTALL httpfs'); duckdb.sql('LOAD httpfs')"
  return runs(pythonWith('duckdb') ?? '', '-c', load) ? run : HTTPFS
}

/** The queries in a call for Python: DuckDB by itself takes them as they are. */
export const queriesIn = (call: string): string =>
  [...call.matchAll(/sql\((?:"""([^]*?)"""|"([^"\n]*)")\)/g)].map(([, long, short = '']) => `${long ?? short};\n`).join('')

function duckdb(): Run | string {
  if (!runs('duckdb', '--version')) return 'duckdb'
  if (!runs('duckdb', '-c', 'INSTALL httpfs; LOAD httpfs')) return HTTPFS
  return async (call, folder) => csvOf((await output('duckdb', ['-csv'], queriesIn(call), folder)).toString('utf8'), false)
}

const STATAS = ['stata-mp', 'stata-se', 'stata-be', 'stata']

function stata(): Run | string {
  const command = STATAS.find((one) => runs('sh', '-c', `command -v ${one}`))
  return command === undefined ? 'Stata' : stataBy(command)
}

/** By the guide's programs, those that a call of it may be given to: how it is run there, or what that lacks. */
export const RUNNERS: Readonly<Record<Program, Readonly<Record<string, () => Run | string>>>> = {
  curl: { curl: () => (runs('curl', '--version') ? curl : 'curl') },
  r: { R: () => (runs('Rscript', '--version') ? r : 'r-base-core') },
  pandas: { pandas: () => pythonBy('pandas', frameOf) ?? 'python3-pandas' },
  duckdb: { 'DuckDB in Python': duckdbInPython, DuckDB: duckdb },
  javascript: { Node: () => node },
  stata: { Stata: stata },
  excel: { Excel: () => 'Excel (which runs a query in its own window only)' },
  sheets: { 'Google Sheets': () => 'Google Sheets (a service that would have to reach this site)' },
}
