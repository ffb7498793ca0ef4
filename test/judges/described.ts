/** Descriptions against the schemas that their standards publish: our own tests have condensed ones, written from the text. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type AnySchemaObject } from 'ajv'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'
import { at, unreached, type Judge, type Site, type Verdict } from './judge.ts'

/** How long a published schema is waited for, in milliseconds. */
const PATIENCE = 10_000

type Described = { readonly url: string; readonly content: unknown; readonly said: string }

/** A schema from a file where one is given, which has to be there, or from its address; null where that gives none in time. */
async function schemaFrom(address: string, file: string | undefined): Promise<AnySchemaObject | null> {
  // What ajv cannot use as a schema it refuses.
  if (file) return JSON.parse(readFileSync(file, 'utf8')) as AnySchemaObject
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) })
    return answer.ok ? await answer.json() as AnySchemaObject : null
  } catch {
    return null
  }
}

/** What a schema finds in descriptions. One that lets nothing at all pass as one of them is no schema of them. */
function faultsBy(schema: AnySchemaObject, described: readonly Described[]): readonly string[] {
  // Published schemas have words for forms and editors in them, and patterns for engines of before Unicode.
  const ajv = new Ajv({ allErrors: true, strict: false, logger: false, unicodeRegExp: false })
  addFormats.default(ajv)
  const isValid = ajv.compile(schema)
  const errorsOf = (content: unknown) => (isValid(content) ? [] : isValid.errors ?? [])
  const lax = errorsOf({}).length === 0 ? ['the schema refuses nothing'] : []
  return [...lax, ...described.flatMap(({ url, content }) =>
    errorsOf(content).map(({ instancePath, message = '' }) => `${url}: ${instancePath} ${message}`))]
}

type Profile = { readonly address: string; readonly file: string | undefined }

/** A schema from a file need not be the published one, and the verdict names it. */
async function verdictBy(what: string, { address, file }: Profile, described: readonly Described[]): Promise<Verdict> {
  const name = file ? `profile, ${what} by ${file}` : `profile, ${what}`
  const schema = await schemaFrom(address, file)
  if (schema === null) return unreached(name, `the profile ${address}`)
  return { name, missing: null, faults: faultsBy(schema, described), read: described.map(({ url, said }) => `${url}: ${said}`) }
}

type Package = { readonly $schema: string; readonly resources: readonly unknown[] }

async function packageAt(url: string): Promise<Described & { readonly profile: string }> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${answer.status} at ${url}`)
  // The site's own descriptor, which its own tests look at.
  const content = await answer.json() as Package
  return { url, content, profile: content.$schema, said: `${content.resources.length} resources` }
}

const packagesOf = (site: Site): readonly string[] => [
  `${site.origin}/datapackage.json`,
  ...site.languages.flatMap((lang) => site.figures.map((id) => at(site, lang, id, 'datapackage.json'))),
]

/** The collection's Data Package and every figure's against the profile they name, or one from a file. */
export const dataPackagesBy = (file: string | undefined): Judge => async (site) => {
  const packages = await Promise.all(packagesOf(site).map(packageAt))
  const named = [...Map.groupBy(packages, ({ profile }) => profile)]
  return Promise.all(named.map(([address, described]) => verdictBy('datapackage.json', { address, file }, described)))
}

export const dataPackages: Judge = dataPackagesBy(process.env['DATAPACKAGE_PROFILE'])

const CFF = 'https://citation-file-format.github.io/1.2.0/schema.json'

/** CITATION.cff against the schema of its format. Its dates stay texts, as the schema has them. */
export const citationFile: Judge = async () => {
  const content: unknown = parse(readFileSync(join(import.meta.dirname, '../../CITATION.cff'), 'utf8'), { schema: 'failsafe' })
  const described = [{ url: 'CITATION.cff', content, said: 'a citation' }]
  return [await verdictBy('CITATION.cff', { address: CFF, file: process.env['CFF_SCHEMA'] }, described)]
}
