/** The judge of Data Packages by the profile they name: it sees what differs, and says that a profile could not be had. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { dataPackagesBy } from '../judges/described.ts'
import { serveBodies } from './bodies.ts'

const { bodies, site } = serveBodies()
const folder = mkdtempSync(join(tmpdir(), 'supply-lines-profiles-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a profile', () => {
  const PROFILE = {
    $schema: 'http://json-schema.org/draft-07/schema#', type: 'object', required: ['resources'],
    properties: {
      title: { type: 'string', format: 'textarea', propertyOrder: 1 },
      homepage: { type: 'string', format: 'uri' },
      resources: { type: 'array', minItems: 1 },
    },
  }
  const descriptor = (more: object = {}): string => {
    const named = { $schema: `${site().origin}/profile.json`, title: 'A', homepage: 'https://a.example/' }
    return JSON.stringify({ ...named, resources: [{}], ...more })
  }
  const publish = (figure = descriptor()) => {
    for (const path of ['', 'ja/figures/a.']) bodies.set(`/${path}datapackage.json`, descriptor())
    bodies.set('/figures/a.datapackage.json', figure)
  }
  const file = join(folder, 'profile.json')

  it('is read from the address that descriptors name, and holds for all of them', async () => {
    publish()
    bodies.set('/profile.json', JSON.stringify(PROFILE))
    const [verdict, ...others] = await dataPackagesBy(undefined)(site('en', 'ja'))
    expect([verdict?.name, verdict?.missing, verdict?.faults, others]).toEqual(['profile, datapackage.json', null, [], []])
    const paths = ['', 'figures/a.', 'ja/figures/a.']
    expect(verdict?.read).toEqual(paths.map((path) => `${site().origin}/${path}datapackage.json: 1 resources`))
  })

  it('is read from a file that is given, and finds what is wrong', async () => {
    writeFileSync(file, JSON.stringify(PROFILE))
    publish(descriptor({ homepage: 'no address', resources: [] }))
    const [verdict] = await dataPackagesBy(file)(site('en', 'ja'))
    expect(verdict).toMatchObject({ name: `profile, datapackage.json by ${file}`, missing: null })
    const faults = ['/homepage must match format "uri"', '/resources must NOT have fewer than 1 items']
    expect(verdict?.faults.toSorted()).toEqual(faults.map((fault) => `${site().origin}/figures/a.datapackage.json: ${fault}`))
  })

  it('that lets anything pass is none', async () => {
    writeFileSync(file, '{}')
    publish()
    expect((await dataPackagesBy(file)(site('en', 'ja')))[0]?.faults).toEqual(['the schema refuses nothing'])
  })

  it('that cannot be had is not run, and a file has to be there', async () => {
    publish()
    const [verdict] = await dataPackagesBy(undefined)(site('en', 'ja'))
    const missing = `the profile ${site().origin}/profile.json cannot be reached`
    expect(verdict).toMatchObject({ read: [], faults: [], missing })
    await expect(dataPackagesBy(join(folder, 'none.json'))(site('en', 'ja'))).rejects.toThrow('ENOENT')
  })

  it('is needed by every figure: one without a description is a fault', async () => {
    publish()
    bodies.delete('/ja/figures/a.datapackage.json')
    await expect(dataPackagesBy(undefined)(site('en', 'ja'))).rejects.toThrow('404 at')
  })
})
