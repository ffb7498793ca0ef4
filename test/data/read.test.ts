/** The reader, a folder in and a folder out: valid and invalid cases side by side. */
import { describe, expect, test } from 'vitest'
import { readCollection } from '../../data/model/read/collection.ts'
import { printProblem } from '../../data/model/read/rules.ts'
import { baseFiles, caseFiles, caseNames, encode, expectFile, RULES, sourceFiles } from './cases.ts'

const problemsOf = (files: Parameters<typeof readCollection>[0]): readonly string[] =>
  readCollection(files, RULES).problems.map(printProblem)

/** The base with one file replaced by bytes. */
const withBytes = (path: string, bytes: Uint8Array) =>
  [...sourceFiles(baseFiles()).filter((file) => file.path !== path), { path, bytes }]

describe('valid', () => {
  for (const name of caseNames('valid')) {
    test(name, () => {
      const { collection, problems } = readCollection(caseFiles('valid', name), RULES)
      expect(problems.map(printProblem)).toEqual([])
      // No case changes the article: what is read of it stands with the base alone.
      const shown = name === 'base' ? collection : { ...collection, article: undefined }
      expectFile('valid', name, 'expected.json', `${JSON.stringify(shown, null, 1)}\n`)
    })
  }

  test('a byte order mark and CRLF change nothing', () => {
    const plain = readCollection(sourceFiles(baseFiles()), RULES)
    const windows = new Map([...baseFiles()].map(([path, text]) => [path, `\uFEFF${text.replaceAll('\n', '\r\n')}`]))
    expect(readCollection(sourceFiles(windows), RULES)).toEqual(plain)
    expect(plain.problems).toEqual([])
  })

  test('files in any order give the same collection', () => {
    const files = sourceFiles(baseFiles())
    expect(readCollection(files.toReversed(), RULES)).toEqual(readCollection(files, RULES))
  })
})

describe('invalid', () => {
  for (const name of caseNames('invalid')) {
    test(name, () => {
      const { collection, problems } = readCollection(caseFiles('invalid', name), RULES)
      expect(collection).toBeNull()
      expect(problems.length).toBeGreaterThan(0)
      expectFile('invalid', name, 'problems.txt', problems.map((problem) => `${printProblem(problem)}\n`).join(''))
    })
  }

  test('problems do not depend on the order of files', () => {
    const files = caseFiles('invalid', 'many-at-once')
    expect(problemsOf(files.toReversed())).toEqual(problemsOf(files))
  })
})

describe('bytes that are no text', () => {
  const values = 'figures/flows/values.csv'
  const base = baseFiles().get(values) ?? ''

  test('not UTF-8, with the line', () => {
    const bytes = encode(base.replace('estimated', 'estimat?d')).map((byte) => (byte === 0x3f ? 0xe9 : byte))
    expect(problemsOf(withBytes(values, bytes))).toEqual([
      `${values}:3  this is not UTF-8 → save the file as UTF-8 (in a spreadsheet: "CSV UTF-8")`,
    ])
  })

  test('an empty file', () => {
    for (const bytes of [new Uint8Array(0), encode('\uFEFF'), encode(' \r\n\n')]) {
      expect(problemsOf(withBytes(values, bytes))).toEqual(
        [`${values}:1  the file is empty → fill it in, or delete it if it is not needed`],
      )
    }
  })

  test.each([
    ['\u0000', 'U+0000'], ['\u0007', 'U+0007'], ['\u001B', 'U+001B'], ['\u007F', 'U+007F'], ['\u0085', 'U+0085'],
    ['\u202E', 'U+202E'], ['\u2066', 'U+2066'], ['\uFEFF', 'U+FEFF'], ['\uFFFD', 'U+FFFD'],
  ])('the character %j', (character, name) => {
    const [problem = '', ...more] = problemsOf(withBytes(values, encode(base.replace('REST,2020', `RE${character}ST,2020`))))
    expect(problem).toMatch(`${values}:6  the invisible or damaged character ${name}`)
    expect(more).toEqual([])
  })

  test('line ends of old Macs', () => {
    expect(problemsOf(withBytes(values, encode(base.replaceAll('\n', '\r'))))[0]).toMatch('old Macs')
  })

  test('a cell of 1 MB', () => {
    const problems = problemsOf(withBytes(values, encode(base.replace('estimated', `"${'x'.repeat(1_000_000)}"`))))
    expect(problems[0]).toMatch(`${values}:3  a cell of 1000000 characters`)
    expect(problems.every((problem) => problem.length < 500)).toBe(true)
  })

  test('a text of 1 MB in YAML', () => {
    const path = 'figures/flows/figure.yaml'
    const text = (baseFiles().get(path) ?? '').replace('What came in.', 'x'.repeat(1_000_000))
    expect(problemsOf(withBytes(path, encode(text)))[0]).toMatch('a text of 1000000 characters')
  })
})
