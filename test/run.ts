/** Program: everything a reviewer would run, one step after the other, and one line at the end that says how it went. */
import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const REPORT = join(ROOT, '.build/tests.json')

export type Count = { readonly passed: number; readonly failed: number }

type Step = { readonly name: string; readonly args: readonly string[]; readonly report?: boolean }

const vitest = (...projects: readonly string[]): readonly string[] =>
  ['node_modules/vitest/vitest.mjs', 'run', ...projects.flatMap((name) => ['--project', name]), '--passWithNoTests=false',
    '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`]

/** Browsers and measurements run alone, so that nothing else takes their processor. */
const STEPS: readonly Step[] = [
  { name: 'build', args: ['data/run.js', 'data/build.ts'] },
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '-b'] },
  { name: 'tests in Node and workerd', args: vitest('unit', 'worker'), report: true },
  { name: 'tests in a browser', args: vitest('browser'), report: true },
  { name: 'budgets', args: ['data/run.js', 'test/bench.ts'] },
]

const run = (args: readonly string[]): Promise<number> => new Promise((resolve) => {
  spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).once('exit', (code) => resolve(code ?? 1))
})

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/**
 * Counts of a Vitest report. A file that could not be run has no tests to fail, and a test that was skipped says nothing:
 * each counts as one failure. So does a run that failed for a reason of its own.
 */
export function countReport(report: unknown, exitCode: number): Count {
  if (!isRecord(report) || !Array.isArray(report['testResults'])) return { passed: 0, failed: 1 }
  const files: readonly unknown[] = report['testResults']
  const testsOf = (file: unknown): readonly unknown[] =>
    (isRecord(file) && Array.isArray(file['assertionResults']) ? file['assertionResults'] : [])
  const tests = files.flatMap(testsOf)
  const passed = tests.filter((test) => isRecord(test) && test['status'] === 'passed').length
  const empty = files.filter((file) => testsOf(file).length === 0).length
  const failed = tests.length - passed + empty
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed }
}

function readReport(): unknown {
  try {
    return JSON.parse(readFileSync(REPORT, 'utf8'))
  } catch {
    return null
  }
}

async function count({ args, report }: Step): Promise<Count> {
  rmSync(REPORT, { force: true })
  const exitCode = await run(args)
  if (report) return countReport(readReport(), exitCode)
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Runs every step, also after one that failed, and resolves to the exit code. */
export async function main(): Promise<number> {
  const counts: Count[] = []
  for (const step of STEPS) {
    console.log(`\n— ${step.name}`)
    counts.push(await count(step))
  }
  const sum = (of: keyof Count): number => counts.reduce((total, one) => total + one[of], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
}
