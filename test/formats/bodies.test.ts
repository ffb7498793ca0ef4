/** Every JSON body of every figure is what the description of the API says of it: ajv reads the schemas. */
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { filesOf } from '../../web/pages/site.ts'
import { findFormat, FORMATS } from '../../worker/formats/index.ts'
import { openapiOf } from '../../worker/openapi/document.ts'
import { FIGURES, RELEASE, RELEASE_HASH } from '../web/built.ts'
import { ORIGIN, textIn } from './rendered.ts'

type Content = Readonly<Record<string, { readonly schema?: { readonly $ref?: string } }>>
type Document = { readonly components: { readonly schemas: object, readonly responses: Readonly<Record<string, { readonly content: Content }>> } }

const { components }: Document = JSON.parse(JSON.stringify(openapiOf({ origin: ORIGIN, release: RELEASE, hash: RELEASE_HASH, code: 'code' })))
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true })
addFormats.default(ajv)
ajv.addVocabulary(['components'])
ajv.addSchema({ $id: 'api', components })

/** The schema that is promised for an extension; null for a format that is no JSON. */
const schemaOf = (extension: string): string | null => {
  const [content] = Object.values(components.responses[extension]?.content ?? {})
  return content?.schema?.$ref ?? null
}

const JSONS = FORMATS.filter(({ extension }) => schemaOf(extension) !== null).map(({ extension }) => extension)

it('every format that is JSON has a schema', () => {
  expect(JSONS.toSorted()).toEqual(FORMATS.filter(({ mediaType }) => /json/.test(mediaType) && !/ndjson/.test(mediaType)).map(({ extension }) => extension).toSorted())
})

describe.each(JSONS)('%s', (extension) => {
  const validate = ajv.compile({ $ref: `api${schemaOf(extension)}` })

  it('of every figure in every language', async () => {
    const figures = FIGURES.filter(({ shape }) => filesOf({ formats: FORMATS }, shape).some((one) => one.extension === extension))
    expect(figures.length).toBeGreaterThan(10)
    for (const figure of figures) {
      for (const lang of figure.lang) {
        const hash = RELEASE.figures.find(({ id }) => id === figure.id)?.hash ?? ''
        validate(JSON.parse(await textIn(figure, extension, { lang, hash })))
        expect([figure.id, lang, validate.errors?.map(({ instancePath, message, params }) => [instancePath, message, params])]).toEqual([figure.id, lang, undefined])
      }
    }
  })

  it('refuses what is something else', () => {
    for (const wrong of [{}, { schema: 2 }, 'a text', null]) expect(validate(wrong)).toBe(false)
  })
})

it('rows of JSON lines are rows', async () => {
  const validate = ajv.compile({ $ref: 'api#/components/schemas/Row' })
  for (const figure of FIGURES) {
    for (const line of (await textIn(figure, 'ndjson')).trimEnd().split('\n')) {
      validate(JSON.parse(line))
      expect([figure.id, validate.errors ?? null]).toEqual([figure.id, null])
    }
  }
  expect(findFormat('ndjson')?.mediaType).toContain('ndjson')
})
