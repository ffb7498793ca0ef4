/** Program: what the site sends, read by programs of others that this machine has. What it has not is said, and no failure. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main as build } from '../data/build.ts'
import { serveUnpublished } from './browser/site.ts'
import { citationFile, dataPackages } from './judges/described.ts'
import { expat, inkscape, libreoffice, pandoc } from './judges/documents.ts'
import { guide } from './judges/guide.ts'
import type { Judge, Site, Verdict } from './judges/judge.ts'
import { pandas, r } from './judges/tables.ts'

const ROOT = join(import.meta.dirname, '..')

const JUDGES: readonly Judge[] = [pandas, r, pandoc, expat, inkscape, libreoffice, guide, dataPackages, citationFile]

/** Faults that are printed of one judge; the rest is counted. */
const SHOWN = 12

/** What is printed of a judge, the last line first to be found: run, with what it read, or not run, and why. */
export function report({ name, read, faults, missing }: Verdict): string {
  if (missing !== null) return `${name}: not run, ${missing}`
  const listed = [...read.map((one) => `  ${one}`), ...faults.slice(0, SHOWN).map((one) => `  ✗ ${one}`)]
  const more = faults.length > SHOWN ? [`  ✗ and ${faults.length - SHOWN} more`] : []
  return [...listed, ...more, `${name}: run, ${read.length} read, ${faults.length === 0 ? 'all as sent' : `${faults.length} differ`}`].join('\n')
}

/** A judge that breaks has found something that it cannot read. */
const judged = (judge: Judge, site: Site): Promise<readonly Verdict[]> =>
  judge(site).catch((error: unknown) => [{ name: judge.name, read: [], faults: [String(error)], missing: null }])

async function judgeAll(site: Site): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = []
  for (const judge of JUDGES) {
    for (const verdict of await judged(judge, site)) {
      console.log(report(verdict))
      verdicts.push(verdict)
    }
  }
  return verdicts
}

/** Serves the last build on this machine and has it judged; builds where there is none. Resolves to the exit code: 1 where a judge that ran disagrees. */
export async function main(): Promise<number> {
  if (!existsSync(join(ROOT, '.build/site.json')) && await build() !== 0) return 1
  const store = mkdtempSync(join(tmpdir(), 'supply-lines-judged-'))
  try {
    const served = await serveUnpublished(ROOT, store)
    try {
      // The site's own JSON, which its own tests look at.
      const { figures } = await (await fetch(`${served.origin}/figures.json`)).json() as { figures: { id: string }[] }
      const verdicts = await judgeAll({ origin: served.origin, figures: figures.map(({ id }) => id), languages: ['en', 'ja'] })
      const ran = verdicts.filter(({ missing }) => missing === null)
      const disagree = ran.filter(({ faults }) => faults.length > 0)
      console.log(`\n${ran.length} run, ${verdicts.length - ran.length} not run, ${disagree.length} disagree`)
      return disagree.length === 0 && ran.length > 0 ? 0 : 1
    } finally {
      await served.stop()
    }
  } finally {
    rmSync(store, { recursive: true, force: true })
  }
}
