/** Tables as pandas and R read them, held against the JSON cell by cell. */
import { join } from 'node:path'
import { at, linesOf, notRun, output, runs, sentAt, type Cell, type Judge, type Sent, type Site, type Verdict } from './judge.ts'

const SCRIPTS = import.meta.dirname

/** Debian's own comes after whichever is first on the path. */
const PYTHONS = ['python3', '/usr/bin/python3']

/** A Python that has a module; null where there is none. */
export const pythonWith = (module: string): string | null => PYTHONS.find((python) => runs(python, '-c', `import ${module}`)) ?? null

const addresses = (site: Site, format: string): readonly string[] =>
  site.languages.flatMap((lang) => site.figures.map((id) => at(site, lang, id, format)))

/** A number as a number, however it is written; a text without the mark that keeps spreadsheets from running it. */
function isSame(read: Cell, sent: Cell): boolean {
  if (sent === null || read === null) return sent === read
  if (typeof sent === 'number') return Number(read) === sent
  const text = String(read).replace(/^'/, '')
  return text === String(sent) || (typeof read === 'number' && Number(sent) === read)
}

export const columnsOf = ({ rows }: Sent): readonly string[] => Object.keys(rows[0] ?? {})

/** What differs between a table that was read and the JSON. CSV has no column of decimals: its digits say them. */
export function faultsOf(url: string, columns: readonly string[], rows: readonly (readonly Cell[])[], sent: Sent): readonly string[] {
  const wanted = columnsOf(sent).filter((name) => name !== 'decimals' || columns.includes(name))
  if (columns.join() !== wanted.join()) return [`${url}: columns ${columns.join()} for ${wanted.join()}`]
  if (rows.length !== sent.rows.length) return [`${url}: ${rows.length} rows for ${sent.rows.length}`]
  return rows.flatMap((row, i) => columns.flatMap((name, k) => {
    const [read = null, was = null] = [row[k], sent.rows[i]?.[name]]
    return isSame(read, was) ? [] : [`${url}: row ${i + 1}, ${name}: ${JSON.stringify(read)} for ${JSON.stringify(was)}`]
  }))
}

type Found = { readonly url: string; readonly missing?: string; readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] }

async function pandasOf(site: Site, python: string, format: string): Promise<Verdict> {
  const name = `pandas, ${format}`
  const lines = linesOf(await output(python, [join(SCRIPTS, 'tables.py')], addresses(site, format).join('\n')))
  // One object a line, as the script prints them.
  const found = lines.map((line) => JSON.parse(line) as Found)
  const missing = found.find((one) => one.missing !== undefined)?.missing
  if (missing !== undefined) return notRun(name, missing)
  const faults = await Promise.all(found.map(async ({ url, columns, rows }) => faultsOf(url, columns, rows, await sentAt(url))))
  return { name, missing: null, faults: faults.flat(), read: found.map(({ url, rows, columns }) => `${url}: ${rows.length} rows, ${columns.length} columns`) }
}

/** CSV, Parquet and workbooks as pandas reads them from their addresses. */
export const pandas: Judge = async (site) => {
  const formats = ['csv', 'parquet', 'xlsx']
  const python = pythonWith('pandas')
  if (python === null) return formats.map((format) => notRun(`pandas, ${format}`, 'python3-pandas'))
  const verdicts: Verdict[] = []
  for (const format of formats) {
    const isLacking = format === 'xlsx' && !runs(python, '-c', 'import openpyxl')
    verdicts.push(isLacking ? notRun('pandas, xlsx', 'python3-openpyxl') : await pandasOf(site, python, format))
  }
  return verdicts
}

/** Values as R prints them: fifteen digits. */
const asPrinted = (value: Cell): string => (value === null ? 'NA' : String(Number(Number(value).toPrecision(15))))

function rFaults(line: string, sent: Sent): readonly string[] {
  const [url = '', rows = '', names = '', values = '', letters = ''] = line.split('\t')
  const wanted = columnsOf(sent).filter((name) => name !== 'decimals')
  const own = wanted.includes('value') ? sent.rows.map((row) => asPrinted(row['value'] ?? null)) : []
  const printed = values.split(' ').filter(Boolean).map((value) => (value === 'NA' ? value : asPrinted(Number(value))))
  const chars = sent.rows.reduce((sum, row) => sum + [...String(row['series_name'] ?? '')].length, 0)
  return [
    ...(Number(rows) === sent.rows.length ? [] : [`${url}: ${rows} rows for ${sent.rows.length}`]),
    ...(names === wanted.join(' ') ? [] : [`${url}: columns ${names} for ${wanted.join(' ')}`]),
    ...(printed.join() === own.join() ? [] : [`${url}: values differ`]),
    ...(Number(letters) === chars ? [] : [`${url}: ${letters} characters in names for ${chars}`]),
  ]
}

/** CSV as R's own reader reads it. */
export const r: Judge = async (site) => {
  const name = 'R, csv'
  if (!runs('Rscript', '--version')) return [notRun(name, 'r-base-core')]
  const lines = linesOf(await output('Rscript', ['--vanilla', join(SCRIPTS, 'tables.R')], addresses(site, 'csv').join('\n')))
  const faults = await Promise.all(lines.map(async (line) => rFaults(line, await sentAt(line.split('\t')[0] ?? ''))))
  const short = lines.length === addresses(site, 'csv').length ? [] : [`${lines.length} tables read`]
  return [{ name, missing: null, faults: [...short, ...faults.flat()], read: lines.map((line) => line.split('\t')).map(([url, rows, names = '']) => `${url}: ${rows} rows, ${names.split(' ').length} columns`) }]
}
