/** The guide's calls, run as its pages print them in the programs they are for, and held against the JSON of the same part. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { at, notRun, rootOf, sentAt, type Cell, type Judge, type Sent, type Site, type Verdict } from './judge.ts'
import type { Reading } from './printed.ts'
import { RUNNERS, type Run } from './programs.ts'
import { columnsOf } from './tables.ts'

/** A call on a page: where it is, and what it says; empty where there is none. */
type Call = { readonly lang: string; readonly where: string; readonly text: string }

/** The guide in a language: its calls by their programs. */
async function callsOn(site: Site, lang: string): Promise<(program: string) => Call> {
  const address = `${rootOf(site, lang)}/guide`
  const { document } = parseHTML(await (await fetch(address)).text())
  const textOf = (program: string): string => document.querySelector(`code#call-${program}`)?.textContent ?? ''
  return (program) => ({ lang, where: `${address}#call-${program}`, text: textOf(program) })
}

const addressesIn = (text: string): readonly string[] => [...text.matchAll(/https?:\/\/[^\s'"]+/g)].map(([address]) => address)

/** Where what a call asks for is: the file it names last, or what its query takes from the table of everything. */
export function askedIn(site: Site, { lang, text }: Call): string {
  const file = addressesIn(text).findLast((address) => address.includes('/figures/'))
  if (file !== undefined) return file
  const [, id = ''] = /figure = '([^']+)'/.exec(text) ?? []
  const [, codes = ''] = /series IN \(([^)]+)\)/.exec(text) ?? []
  return `${at(site, lang, id, 'json')}?select=${[...codes.matchAll(/'([^']+)'/g)].map(([, code]) => code).join('~')}`
}

const MISSING: readonly string[] = ['', 'NA', 'NaN', 'NULL', 'null', '.']

/** Whether a number is what was sent, by as many digits as are printed. */
export function isPrinted(printed: string, sent: Cell): boolean {
  if (sent === null || MISSING.includes(printed)) return sent === null && MISSING.includes(printed)
  const [mantissa = '', exponent = '0'] = printed.split('e')
  const half = 0.5 * 10 ** (Number(exponent) - (mantissa.split('.')[1] ?? '').length)
  return Math.abs(Number(printed) - Number(sent)) <= half * (1 + 1e-6)
}

/** Whether a name is that of a column: a program may leave out its middle. */
function isNameOf(printed: string, column: string): boolean {
  const [head = '', tail] = printed.split('~')
  return tail === undefined ? printed === column : column.startsWith(head) && column.endsWith(tail)
}

/** What differs between what a program has read and the JSON. CSV has no column of decimals: its digits say them. */
export function faultsOfReading(where: string, { rows, columns, values, isWhole }: Reading, sent: Sent): readonly string[] {
  const own = columnsOf(sent)
  const wanted = own.filter((name) => name !== 'decimals')
  const known = columns.filter((name) => own.some((column) => isNameOf(name, column)))
  const isSame = isWhole ? columns.join() === wanted.join() : columns.length > 0 && known.length === columns.length
  return [
    ...(rows === sent.rows.length ? [] : [`${where}: ${rows} rows for ${sent.rows.length}`]),
    ...(isSame ? [] : [`${where}: columns ${columns.join()} for ${wanted.join()}`]),
    ...(columns.includes('value') && values.length === 0 ? [`${where}: no value`] : []),
    ...values.flatMap((value, i) => {
      const was = sent.rows[i]?.['value'] ?? null
      return isPrinted(value, was) ? [] : [`${where}: value ${i + 1}: ${value} for ${was}`]
    }),
  ]
}

const said = ({ rows, columns, values }: Reading, sent: Sent): string =>
  `${rows} rows, ${columns.length} columns, ${values.length} values; the JSON has ${sent.rows.length} rows`

/** Runs a call in a folder of its own. A program that fails has found what it cannot read. */
async function judged(site: Site, run: Run, call: Call): Promise<Pick<Verdict, 'read' | 'faults'>> {
  const { lang, where, text } = call
  const strange = addressesIn(text).filter((address) => !address.startsWith(`${rootOf(site, lang)}/`))
  if (text === '' || strange.length > 0) return { read: [], faults: [`${where}: ${text === '' ? 'no call' : strange.join()}`] }
  const folder = mkdtempSync(join(tmpdir(), 'supply-lines-called-'))
  try {
    const [reading, sent] = [await run(text, folder), await sentAt(askedIn(site, call))]
    return { read: [`${where}: ${said(reading, sent)}`], faults: faultsOfReading(where, reading, sent) }
  } catch (error) {
    return { read: [], faults: [`${where}: ${String(error)}`] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function verdictOf(site: Site, name: string, run: Run | string, calls: readonly Call[]): Promise<Verdict> {
  if (typeof run === 'string') return notRun(name, run)
  const found: Pick<Verdict, 'read' | 'faults'>[] = []
  for (const call of calls) found.push(await judged(site, run, call))
  return { name, missing: null, read: found.flatMap(({ read }) => read), faults: found.flatMap(({ faults }) => faults) }
}

/** The guide's calls of some programs, in every language. */
export const guideBy = (programs: Partial<typeof RUNNERS>): Judge => async (site) => {
  const pages = await Promise.all(site.languages.map((lang) => callsOn(site, lang)))
  const verdicts: Verdict[] = []
  for (const [program, runners] of Object.entries(programs)) {
    const calls = pages.map((callOf) => callOf(program))
    for (const [name, start] of Object.entries(runners)) verdicts.push(await verdictOf(site, `guide, ${name}`, start(), calls))
  }
  return verdicts
}

export const guide: Judge = guideBy(RUNNERS)
