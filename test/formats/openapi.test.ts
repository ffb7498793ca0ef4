/** The description of the API, as two validators that did not write it and the tables that serve read it. */
import { validate } from '@readme/openapi-parser'
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
import { RELEASE, RELEASE_HASH } from '../web/built.ts'
import { ORIGIN } from './rendered.ts'

const document = openapiOf({ origin: ORIGIN, release: RELEASE, hash: RELEASE_HASH })
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
    for (const { answer, sends } of describedPlaces({ origin: ORIGIN, release: RELEASE, hash: RELEASE_HASH, entry: sample })) {
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
