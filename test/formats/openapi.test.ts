/** The description of the API, as two validators that did not write it and the tables that serve read it. */
import { validate } from '@readme/openapi-parser'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { describe, expect, it } from 'vitest'
import { shortHash } from '../../data/model/release.ts'
import { askedOf, COLLECTION_FILES, PARAMETERS, parsePlace } from '../../web/address.ts'
import { PROBLEM_KINDS } from '../../web/problem.ts'
import { COLLECTION_WORDS, FORMAT_WORDS } from '../../web/words/formats.ts'
import { LANGUAGES } from '../../web/words/index.ts'
import { FORMATS } from '../../worker/formats/index.ts'
import { sampleOf } from '../../web/pages/call.ts'
import { describedPlaces, openapiOf } from '../../worker/openapi/document.ts'
import { FIGURES, RELEASE, RELEASE_HASH } from '../web/built.ts'
import { ORIGIN, textIn } from './rendered.ts'

const document = openapiOf({ origin: ORIGIN, release: RELEASE, hash: RELEASE_HASH, code: 'code' })
const text = JSON.stringify(document)
const sample = sampleOf(RELEASE)
type Named = Record<string, Record<string, unknown>>
const { paths, components }: { paths: Named, components: Record<string, Named> } = JSON.parse(text)

describe('is OpenAPI 3.1', () => {
  it('to @readme/openapi-parser', async () => {
    expect(await validate(JSON.parse(text))).toMatchObject({ valid: true, warnings: [], specification: 'OpenAPI' })
  })

  it('to redocly, with its recommended rules', async () => {
    const config = await createConfig({
      extends: ['recommended-strict'],
      rules: {
        // one path is another's beginning, and the pattern of the id tells them apart
        'no-ambiguous-paths': 'off', 'no-invalid-media-type-examples': 'error', 'no-invalid-parameter-examples': 'error', 'no-invalid-schema-examples': 'error',
      },
    })
    const problems = await lintFromString({ source: text, absoluteRef: 'openapi.json', config })
    const said = problems.map(({ ruleId, message, location: [at] }) => [ruleId, message, at?.pointer])
    // OPTIONS looks nothing up and /healthz takes nothing: there is no mistake to make
    expect(said.filter(([rule, , at]) => rule !== 'operation-4xx-response' || !/\/options\/|~1healthz/.test(at ?? ''))).toEqual([])
  })

  it('is refused by both when it is not', async () => {
    const broken = { ...JSON.parse(text), paths: { '/a': { get: { responses: { 200: { headers: 1 } } } } } }
    expect(await validate(structuredClone(broken))).toMatchObject({ valid: false })
    const found = await lintFromString({ source: JSON.stringify(broken), absoluteRef: 'openapi.json', config: await createConfig({ extends: ['recommended-strict'] }) })
    expect(found.length).toBeGreaterThan(0)
  })
})

type Media = { readonly schema?: Record<string, unknown>, readonly example?: unknown, readonly examples?: Record<string, { readonly value?: unknown, readonly externalValue?: string, readonly $ref?: string }> }
const contents = Object.entries(components['responses'] ?? {}).flatMap(([name, { content = {} }]) =>
  Object.entries(content as Record<string, Media>).map(([type, media]) => ({ name, type, media }))) // As OpenAPI has it.
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true })
addFormats.default(ajv)
ajv.addVocabulary(['components'])
ajv.addSchema({ $id: 'api', components })
const schemaAt = (ref: unknown) => ajv.getSchema(`api${String(ref)}`)

describe('examples', () => {
  const isJson = (type: string) => /[/+]json(?:;|$)/.test(type)

  it.each(contents.filter(({ name, type }) => isJson(type) && !name.startsWith('problem-')))('$name as $type has one: itself, or an address of this site', ({ media }) => {
    expect(media.schema).toHaveProperty('$ref')
    const given = [...Object.values(media.examples ?? {}), ...(media.example === undefined ? [] : [{ value: media.example, externalValue: undefined }])]
    expect(given.length).toBeGreaterThan(0)
    const validate = schemaAt(media.schema?.['$ref'])
    for (const { value, externalValue } of given) {
      if (externalValue === undefined) expect([validate?.(value), validate?.errors]).toEqual([true, null])
      else expect(parsePlace(new URL(externalValue).pathname), externalValue).toBeDefined()
      if (externalValue !== undefined) expect([new URL(externalValue).origin, externalValue.includes('{')]).toEqual([ORIGIN, false])
    }
  })

  it.each(Object.entries(components['examples'] ?? {}))('problem %s is one', (_, { value }) => {
    const validate = schemaAt('#/components/schemas/Problem')
    expect([validate?.(value), validate?.errors]).toEqual([true, null])
  })

  it('of what Accept chooses are of the first format of each type, as it is chosen', () => {
    const offers = contents.filter(({ name }) => name === 'negotiated')
    const first = Object.fromEntries(FORMATS.toReversed().map(({ mediaType, extension }) => [mediaType, extension]))
    expect(offers.map(({ type }) => type).toSorted()).toEqual(Object.keys(first).toSorted())
    for (const { type, media } of offers.filter(({ type: one }) => isJson(one))) {
      expect([type, media.schema]).toEqual([type, contents.find(({ name }) => name === first[type])?.media.schema])
    }
  })

  it('of a table is its first line, of the figure that is named', async () => {
    const tables = contents.filter(({ type, name }) => type.startsWith('text/csv') && !name.startsWith('problem-'))
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['csv', 'negotiated']))
    const figure = FIGURES.find(({ id }) => id === sample?.id)
    if (!figure) throw new Error('the figure is not built')
    const text = await textIn(figure, 'csv')
    for (const { media } of tables) expect(media.examples?.['head']?.value).toBe(text.slice(0, text.indexOf('\n') + 1))
  })
})

describe('is whole', () => {
  it('every path leads to a place of its own, in its language', () => {
    const real = (path: string) => path.replace('{id}', 'an-id').replace('{version}', '0123456789abcdef').replace('{hash}', '0'.repeat(64)).replace(/\{(from|to|release)\}/g, '0123456789abcdef')
    const places = Object.keys(paths).filter((path) => path !== '/healthz').map((path) => {
      const { lang, path: plain } = askedOf(real(path), LANGUAGES)
      return JSON.stringify([lang, parsePlace(plain)])
    })
    expect(new Set(places).size).toBe(places.length)
  })

  it('every format is there: live and pinned, in every language, with words in every language', () => {
    for (const { extension } of FORMATS) {
      for (const prefix of ['', '/ja']) for (const name of ['{id}', '{id}@{version}']) expect(Object.keys(paths)).toContain(`${prefix}/figures/${name}.${extension}`)
      expect(Object.keys(FORMAT_WORDS[extension] ?? {})).toEqual(LANGUAGES)
    }
    expect(Object.keys(FORMAT_WORDS).toSorted()).toEqual(FORMATS.map(({ extension }) => extension).toSorted())
  })

  it('every file of the collection has words in every language', () => {
    for (const file of COLLECTION_FILES) expect([file, Object.keys(COLLECTION_WORDS[file] ?? {})]).toEqual([file, LANGUAGES])
  })

  it('places that share the name of an answer send the same', () => {
    if (!sample) throw new Error('there is no figure')
    const sent = new Map<string, string>()
    for (const { answer, sends } of describedPlaces({ origin: ORIGIN, release: RELEASE, hash: RELEASE_HASH, code: 'code', entry: sample })) {
      const said = JSON.stringify(sends)
      expect([answer, sent.get(answer) ?? said]).toEqual([answer, said])
      sent.set(answer, said)
    }
    expect(sent.size).toBeGreaterThan(25)
  })

  it('every parameter and every kind of problem is there', () => {
    expect(Object.keys(components['parameters'] ?? {})).toEqual([...PARAMETERS, 'If-None-Match', 'If-Modified-Since'])
    const said = Object.values(components['responses'] ?? {}).map(({ description }) => description).join(' ')
    for (const kind of PROBLEM_KINDS) expect(said).toContain(kind)
  })

  it('every reference leads to something, and everything is referred to', () => {
    const refs = new Set([...text.matchAll(/"\$ref":"#\/components\/([^"]+)"/g)].map(([, ref]) => ref))
    const there = Object.entries(components).flatMap(([kind, named]) => Object.keys(named).map((name) => `${kind}/${name}`))
    expect([...refs].toSorted()).toEqual(there.toSorted())
  })

  it('its figure is one of the release, in its present version', () => {
    expect(sample && [sample.charts.length > 1, sample.codes.length > 2, sample.years.length > 1]).toEqual([true, true, true])
    expect(text).toContain(`"example":"${sample?.id}"`)
    expect(text).toContain(`"example":"${shortHash(sample?.hash ?? '')}"`)
  })
})
