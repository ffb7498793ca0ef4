/** The formats, one line each, in the order they are preferred when a reader takes several equally. */
import { Problem } from '../../web/problem.ts'
import { csv } from './csv.ts'
import type { Format } from './format.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { svg } from './svg.ts'

export const FORMATS: readonly Format[] = [html, svg, json, csv]

export const EXTENSIONS: readonly string[] = FORMATS.map(({ extension }) => extension)

/** The format of an extension, null when there is none. */
export const findFormat = (extension: string): Format | null => FORMATS.find((format) => format.extension === extension) ?? null

/** The format of an extension. Throws a Problem that names those that exist. */
export function formatOf(extension: string): Format {
  const format = findFormat(extension)
  if (!format) throw new Problem('unknown-format', { given: extension.slice(0, 80), allowed: EXTENSIONS })
  return format
}
