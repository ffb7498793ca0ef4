/** The formats, one line each, in the order they are preferred when a reader takes several equally. */
import { Problem } from '../../web/problem.ts'
import { bib } from './bib.ts'
import { csl } from './csl.ts'
import { csv } from './csv.ts'
import { csvw } from './csvw.ts'
import { datapackage } from './datapackage.ts'
import type { Format } from './format.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { jsonstat } from './jsonstat.ts'
import { linkset } from './linkset.ts'
import { metadata } from './metadata.ts'
import { ndjson } from './ndjson.ts'
import { parquet } from './parquet.ts'
import { png } from './png.ts'
import { ris } from './ris.ts'
import { svg } from './svg.ts'
import { txt } from './txt.ts'
import { xlsx } from './xlsx.ts'
import { zip } from './zip.ts'

export const FORMATS: readonly Format[] = [
  html, svg, json, csv, png, ndjson, txt, jsonstat, metadata, datapackage, csvw, csl, bib, ris, xlsx, parquet, zip, linkset,
]

export const EXTENSIONS: readonly string[] = FORMATS.map(({ extension }) => extension)

/** The format of an extension, null when there is none. */
export const findFormat = (extension: string): Format | null => FORMATS.find((format) => format.extension === extension) ?? null

/** The format of an extension. Throws a Problem that names those that exist. */
export function formatOf(extension: string): Format {
  const format = findFormat(extension)
  if (!format) throw new Problem('unknown-format', { given: extension.slice(0, 80), allowed: EXTENSIONS })
  return format
}
