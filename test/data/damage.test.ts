/** Damaged files are refused with a problem, or are still whole; they never stop the reader. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCollection } from '../../data/model/read/collection.ts'
import { baseFiles, RULES, sourceFiles } from './cases.ts'

const files = baseFiles()
const paths = [...files.keys()]
const SCRAPS = ['', ':', '- ', '{', '}', '[', '"', "'", ',', '\n', '  ', '#', '&a', '*a', '|', '>', '!!int', '~', '.', '9', '2024', '-',
  '{VNM.2021}', '{{', 'constructor', '__proto__', '('.repeat(900), '日', '%', '\t', '<<: ', '---\n', 'null', 'all', 'not-reported']

/** A scrap put in place of some characters of a file. */
const damage = fc.record({
  path: fc.constantFrom(...paths), at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(12), scrap: fc.constantFrom(...SCRAPS),
})

test('a scrap anywhere', () => {
  fc.assert(fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
    const texts = new Map(files)
    for (const { path, at, cut, scrap } of damages) {
      const text = texts.get(path) ?? ''
      const start = Math.floor(at * text.length)
      texts.set(path, text.slice(0, start) + scrap + text.slice(start + cut))
    }
    const { collection, problems } = readCollection(sourceFiles(texts), RULES)
    expect(collection === null).toBe(problems.length > 0)
    for (const { line, message, remedy } of problems) expect(line > 0 && message !== '' && remedy !== '').toBe(true)
  }), { numRuns: 300 })
})
