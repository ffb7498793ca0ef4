/** The languages: one line each. The first is the default and has no prefix in URLs. */
import { en } from './en/index.ts'
import { ja } from './ja/index.ts'
import type { Words } from './words.ts'

export const WORDS = { en, ja } as const satisfies Record<string, Words>

export type Lang = keyof typeof WORDS

export const LANGUAGES: readonly string[] = Object.keys(WORDS)

export const DEFAULT_LANGUAGE = 'en' satisfies Lang

const isLang = (code: string): code is Lang => Object.hasOwn(WORDS, code)

/** The words of a language. Throws on an unknown code: addresses are checked before. */
export function wordsOf(code: string): Words {
  if (!isLang(code)) throw new Error(`no such language: ${code}`)
  return WORDS[code]
}
