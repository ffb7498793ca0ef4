/** The figure as an Excel workbook, made when its version was published: compressing one takes longer than an answer may. */
import { filesOfVersion, type StoredFile } from '../../data/model/release.ts'
import { Problem } from '../../web/problem.ts'
import { WHOLE_PARAMS, type Body, type Format, type Subject } from './format.ts'

/** Counted up when the same figure begins to give another workbook: data/programs/spreadsheet.ts. */
export const XLSX_ENCODER = 4

/** A stored file as it is sent. */
export function bodyOf(stored: StoredFile): Body {
  if ('text' in stored) return stored.text
  const binary = atob(stored.base64)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i)
  return bytes
}

async function render({ entry, hash, figure, address: { lang }, read }: Subject): Promise<Body> {
  const file = filesOfVersion(entry.history, hash)['xlsx']?.of[lang]
  if (!file?.entry) throw new Problem('unknown-format', { given: 'xlsx', name: figure.id, allowed: ['csv'] })
  // Its bytes have the hash that the publisher gave to a stored file.
  return bodyOf(await read('file', file.entry) as StoredFile)
}

export const xlsx: Format = {
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  encoder: XLSX_ENCODER,
  kind: 'data',
  params: WHOLE_PARAMS,
  showsRelease: false,
  isMade: true,
  render,
}
