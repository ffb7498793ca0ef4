/** One word for each thing: where the English of a text has a term, the texts of the other languages have theirs. */
import { describe, expect, it } from 'vitest'
import { BREAK } from '../../data/model/figure.ts'
import { readCollection } from '../../data/model/read/collection.ts'
import { filesBelow, isFact } from '../../data/programs/folder.ts'
import { RULES } from '../../data/programs/ingredients.ts'
import { GLOSSARY, type Term } from '../../web/words/glossary.ts'
import { LANGUAGES } from '../../web/words/index.ts'
import { said } from './glossary.ts'

const terms: readonly (readonly [string, Term])[] = Object.entries(GLOSSARY)

describe('the glossary', () => {
  it('names and explains every term in every language, once', () => {
    for (const lang of LANGUAGES) {
      const names = terms.map(([, { forms }]) => new Map(Object.entries(forms)).get(lang)?.[0])
      expect(new Set(names).size).toBe(terms.length)
      expect(names.filter((name) => !name?.trim())).toEqual([])
    }
    expect(terms.filter(([, { means }]) => Object.keys(means).join() !== LANGUAGES.join())).toEqual([])
    expect(terms.filter(([, { means }]) => !/[.。]$/.test(means.en) || !means.ja.endsWith('。'))).toEqual([])
  })

  it.each([
    ['The human rights policies of companies', '企業の人権ポリシー', ['human-rights-policy']],
    ['The human rights policies of companies', '企業の人権方針', []],
    ['due diligence', `デュー${BREAK}ディリジェンス`, []],
    ['Human Rights Due Diligence', '人権デュー・ディリジェンス', ['human-rights-due-diligence']],
    ['From guiding principles to law', '原則から法律へ', []],
    ['policy on people', '方針', []],
  ])('%s: %s → %j', (en, ja, missing) => expect(said({ en, ja })).toEqual(missing))
})

/** Every text of a value: what has English and another language side by side. */
function textsOf(value: unknown): Record<string, string>[] {
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  const isText = entries.length > 1 && entries.every(([key, text]) => LANGUAGES.includes(key) && typeof text === 'string')
  return isText ? [Object.fromEntries(entries)] : entries.flatMap(([, inner]) => textsOf(inner))
}

describe('figures and the front page', () => {
  const { collection, problems } = readCollection(filesBelow('data', isFact), RULES)

  it('are there to be read', () => {
    expect(problems).toEqual([])
    expect(textsOf(collection).length).toBeGreaterThan(200)
  })

  it('use the term of the glossary in each language', () => {
    const wrong = [...collection?.figures ?? [], collection?.front, collection?.article]
      .flatMap((part) => textsOf(part).flatMap((text) => said(text).map((code) => ({ code, ...text }))))
    expect(wrong).toEqual([])
  })
})
