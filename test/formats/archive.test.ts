/** ZIP archives as another program opens them: every file whole, described and weighed, the same bytes wherever they are made. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Figure } from '../../data/model/figure.ts'
import { shortHash } from '../../data/model/release.ts'
import { archiveOf } from '../../worker/formats/archive.ts'
import { FIGURES } from '../web/built.ts'
import { HOSTILE, HOSTILES } from './hostile.ts'
import { rendered, subjectOf, textIn } from './rendered.ts'
import { unpacked } from './unpacked.ts'

const CASES = [...FIGURES, ...Object.values(HOSTILES)].flatMap((figure) => figure.lang.map((lang) => ({ id: figure.id, lang, figure })))

async function zipOf(figure: Figure, lang: string): Promise<Uint8Array> {
  const body = await rendered(figure, 'zip', { lang })
  if (typeof body === 'string') throw new Error('an archive is not text')
  return body
}

describe.each(CASES)('$id in $lang', ({ figure, lang }) => {
  it('holds the table, its description, evidence to read, terms and citations, in a folder that names the version', async () => {
    const files = await unpacked(await zipOf(figure, lang))
    const folder = `${figure.id}-${shortHash((await subjectOf(figure, 'zip')).hash)}${lang === 'en' ? '' : `.${lang}`}`
    const names = ['README.txt', `${figure.id}.csv`, 'datapackage.json', 'TERMS.txt', 'CITATION.txt', 'CITATION.bib'].map((name) => `${folder}/${name}`)
    expect(Object.keys(files)).toEqual(names)
    expect(files[`${folder}/${figure.id}.csv`]?.text).toBe(await textIn(figure, 'csv', { lang }))
    expect(files[`${folder}/CITATION.bib`]?.text).toBe(await textIn(figure, 'bib', { lang }))
    expect(files[`${folder}/README.txt`]?.text).toBe(await textIn(figure, 'txt', { lang }))
    for (const id of Object.keys(figure.sources)) expect(files[`${folder}/TERMS.txt`]?.text).toContain(`- ${id}`)
  })

  it('its description weighs the table that lies beside it', async () => {
    const files = Object.values(await unpacked(await zipOf(figure, lang)))
    const described = files.find(({ name }) => name.endsWith('datapackage.json'))
    const { resources: [resource] }: { resources: { path: string, hash: string, bytes: number }[] } = JSON.parse(described?.text ?? '')
    const table = files.find(({ name }) => name.endsWith(`/${resource?.path}`))
    expect([resource?.hash, resource?.bytes]).toEqual([`sha256:${createHash('sha256').update(table?.text ?? '').digest('hex')}`, Buffer.byteLength(table?.text ?? '')])
  })

  it('every file has the date of the figure', async () => {
    for (const { date } of Object.values(await unpacked(await zipOf(figure, lang)))) expect(date).toBe(figure.published)
  })
})

it('the same files give the same bytes in any time zone', () => {
  const files = Object.fromEntries(HOSTILE.map((text, i) => [`${i}.txt`, text]))
  const zone = process.env['TZ']
  const made = ['UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((name) => {
    process.env['TZ'] = name
    return Buffer.from(archiveOf(files, '2026-11-23')).toString('base64')
  })
  process.env['TZ'] = zone
  expect(new Set(made).size).toBe(1)
})

it('hostile texts come back whole, under hostile names', async () => {
  const files = Object.fromEntries(HOSTILE.map((text, i) => [`図${i}/✓.txt`, text]))
  const found = await unpacked(archiveOf(files, '1999-12-31'))
  expect(Object.fromEntries(Object.entries(found).map(([name, { text }]) => [name, text]))).toEqual(files)
  expect(Object.values(found)[0]?.date).toBe('1999-12-31')
})
