/** CITATION.cff is YAML and keeps to the Citation File Format 1.2.0; what it says of version, date and terms is so. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { expect, it } from 'vitest'
import { parse } from 'yaml'

const ROOT = join(import.meta.dirname, '../..')
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8')

const text = { type: 'string', minLength: 1 }
const entity = { type: 'object', required: ['name'], properties: { name: text, website: { type: 'string', format: 'uri' } }, additionalProperties: false }

/** What the format asks of the keys that we use; a key that it does not have is refused. */
const CFF = {
  type: 'object', required: ['authors', 'cff-version', 'message', 'title'], additionalProperties: false,
  properties: {
    'cff-version': { const: '1.2.0' }, message: text, title: text, abstract: text, type: { enum: ['software', 'dataset'] },
    authors: { type: 'array', minItems: 1, uniqueItems: true, items: entity }, version: text, 'date-released': { type: 'string', format: 'date' },
    license: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: ['MIT', 'CC-BY-4.0'] } }, keywords: { type: 'array', minItems: 1, uniqueItems: true, items: text },
  },
}

const ajv = new Ajv({ allErrors: true })
addFormats.default(ajv)
const isCitation = ajv.compile(CFF)

const file: unknown = parse(read('CITATION.cff'), { schema: 'failsafe' })

it('keeps to the format', () => {
  isCitation(file)
  expect(isCitation.errors ?? []).toEqual([])
  for (const wrong of [{}, { ...Object(file), authors: [] }, { ...Object(file), doi: 'x' }]) expect(isCitation(wrong)).toBe(false)
})

it('names the version that there is, its date and its terms', () => {
  const { version }: { readonly version: string } = JSON.parse(read('package.json'))
  const [, released = '', date = ''] = /^## (\S+) – (\d{4}-\d\d-\d\d)$/m.exec(read('CHANGELOG.md')) ?? []
  expect(file).toMatchObject({ version, 'date-released': date })
  expect(released).toBe(version)
  expect(read('LICENSE')).toMatch(/MIT License[^]*CC BY 4\.0/)
})
