/** Publishing what a folder holds: the copy follows with release, log and versions, and refusals name file and line. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { publishBuild, readBuild } from '../../data/publish.ts'
import { writeFile } from '../../data/programs/folder.ts'
import type { Built } from '../../data/programs/publishing.ts'
import { canonical, type Release } from '../../data/model/release.ts'
import { buildFrom, changesOf, memory, parse } from './builds.ts'
import { ROOT } from './project.ts'
import { rowOf, sample } from '../web/sample.ts'

let folder = ''
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'supply-lines-published-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What building leaves: nothing of the build before. */
const write = ({ entries, current }: Built): void => {
  rmSync(join(folder, 'entries'), { recursive: true, force: true })
  for (const { kind, hash, text } of entries) writeFile(join(folder, 'entries', kind, `${hash}.json`), text)
  writeFile(join(folder, 'site.json'), canonical({ ...current, code: 'c' }))
}

const figure = (title: string, notes: readonly string[] = ['first']) =>
  sample({ id: 'screening', shape: 'claim', rows: [rowOf({ series: 'a' })], title: { en: title }, changes: changesOf(notes) })

describe('publishing a folder', () => {
  it('copies the release with its log and the versions before for the Worker', async () => {
    const { store, held } = memory()
    for (const build of [await buildFrom([figure('One')]), await buildFrom([figure('Two', ['first', 'second'])])]) {
      write(build)
      await publishBuild(folder, store)
    }
    const { current } = readBuild(folder)
    expect(canonical(current)).toBe(held.get('current'))
    const release = parse(held.get(`release:${current.release}`)) as Release
    const copied = (kind: string, hash = '') => existsSync(join(folder, 'public/data', kind, `${hash}.json`))
    expect([copied('release', current.release), copied('file', release.log), copied('figure', release.figures[0]?.history[0]?.hash)]).toEqual([true, true, true])
  })

  it('names the file and the line of the list that a line is missing from, and leaves the folder as it is', async () => {
    const { store, held } = memory()
    write(await buildFrom([figure('One')]))
    await publishBuild(folder, store)
    const pointer = held.get('current')
    const next = await buildFrom([figure('Two')])
    write(next)
    const { published, problems } = await publishBuild(folder, store)
    expect(published).toBeNull()
    const lines = readFileSync(join(ROOT, 'data/figures/screening/figure.yaml'), 'utf8').split('\n')
    expect(problems.map(({ file, line }) => [file, lines[line - 1]])).toEqual([['data/figures/screening/figure.yaml', 'changes:']])
    expect(held.get('current')).toBe(pointer)
    expect(readBuild(folder).current).toEqual(next.current)
  })
})
