/** The line that `npm test` ends with counts every failure, also those that leave no failed test behind. */
import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { countReport } from '../run.ts'

const file = (...statuses: readonly string[]) => ({ assertionResults: statuses.map((status) => ({ status })) })

it.each([
  ['all passed', { testResults: [file('passed', 'passed')] }, 0, { passed: 2, failed: 0 }],
  ['one failed', { testResults: [file('passed', 'failed')] }, 1, { passed: 1, failed: 1 }],
  ['a skipped test shows nothing', { testResults: [file('passed', 'skipped')] }, 0, { passed: 1, failed: 1 }],
  ['a file that did not load', { testResults: [file('passed'), file()] }, 1, { passed: 1, failed: 1 }],
  ['an error outside tests', { testResults: [file('passed')] }, 1, { passed: 1, failed: 1 }],
  ['no report', null, 1, { passed: 0, failed: 1 }],
])('%s', (_, report, exitCode, expected) => {
  expect(countReport(report, exitCode)).toEqual(expected)
})

it.each([['20.19.0', 1], ['22.17.1', 1], ['22.18.0', 0], ['24.0.0', 0]])('Node %s ends with exit code %i', (version, expected) => {
  const script = `Object.defineProperty(process.versions, 'node', { value: '${version}' })
    process.argv = ['node', 'run.js', 'test/programs/nothing.js']
    await import('./data/run.js')`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(status).toBe(expected)
  const advice = `This is Node ${version}, and Supply Lines needs 22.18 or newer → run "npm install" again`
  if (expected === 1) expect(stderr).toContain(advice)
})
