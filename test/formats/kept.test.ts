/**
 * A pinned file of data is the same for ever: what each encoder made of one figure is kept, and must come out again.
 * Where an encoder is to give other bytes, its number goes up; `UPDATE=1` writes the files of numbers that have none, and changes none.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { workbookOf } from '../../data/programs/spreadsheet.ts'
import { LANGUAGES } from '../../web/words/index.ts'
import { FORMATS, formatOf } from '../../worker/formats/index.ts'
import { KEPT } from './kept.ts'
import { ORIGIN, rendered } from './rendered.ts'

const FOLDER = join(import.meta.dirname, '../kept')

/** The version: of other fields in a figure the files say nothing. */
const HASH = '0123456789abcdef'.repeat(4)

/** The formats that a document links to: more of them change the links, which are added when a file is sent. */
const LINKED = FORMATS.filter(({ extension }) => ['html', 'svg', 'json', 'csv'].includes(extension))

async function made(extension: string, lang: string): Promise<Uint8Array> {
  if (extension === 'xlsx') return workbookOf(KEPT, HASH, lang, ORIGIN)
  const body = await rendered(KEPT, extension, { hash: HASH, lang, site: { formats: LINKED } })
  return typeof body === 'string' ? new TextEncoder().encode(body) : body
}

const CASES = FORMATS.filter(({ kind }) => kind === 'data').flatMap(({ extension }) => LANGUAGES.map((lang) => ({ extension, lang })))
const nameOf = (extension: string, lang: string): string => `${formatOf(extension).encoder}.${lang}.${extension}`

describe.each(CASES)('$extension in $lang', ({ extension, lang }) => {
  it('comes out as it was kept', async () => {
    const path = join(FOLDER, nameOf(extension, lang))
    const bytes = await made(extension, lang)
    if (process.env['UPDATE'] && !existsSync(path)) {
      mkdirSync(FOLDER, { recursive: true })
      writeFileSync(path, bytes)
    }
    const kept = readFileSync(path)
    if (!kept.equals(bytes)) expect(new TextDecoder().decode(bytes)).toBe(kept.toString('utf8'))
    expect(kept.equals(bytes)).toBe(true)
  })
})

it('nothing is kept of encoders that are no more', () => {
  expect(readdirSync(FOLDER).filter((name) => !name.startsWith('.')).toSorted()).toEqual(CASES.map(({ extension, lang }) => nameOf(extension, lang)).toSorted())
})
