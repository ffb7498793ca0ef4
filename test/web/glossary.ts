/** Whether a text says a term of the glossary in one language and something else in another. */
import { BREAK } from '../../data/model/figure.ts'
import { GLOSSARY, type Term } from '../../web/words/glossary.ts'
import { DEFAULT_LANGUAGE } from '../../web/words/index.ts'

const plain = (text: string): string => text.replaceAll(BREAK, '').replaceAll('\'', '’')

/** A form in small letters may begin a sentence; one with capitals is a name, and nothing else is meant by it. */
const has = (text: string, form: string): boolean =>
  new RegExp(`\\b${form.replace(/[$()]/g, '\\$&')}(?:s|\\b|$)`, /[A-Z]/.test(form) ? '' : 'i').test(text)

/** Codes of the terms that the English has and another language of the same text does not. */
export function said(text: Readonly<Record<string, string>>): string[] {
  const english = plain(text[DEFAULT_LANGUAGE] ?? '')
  const others = Object.entries(text).filter(([lang]) => lang !== DEFAULT_LANGUAGE)
  const terms: [string, Term][] = Object.entries(GLOSSARY)
  return terms.filter(([, { forms }]) => forms[DEFAULT_LANGUAGE].some((form) => has(english, form)) &&
    others.some(([lang, words]) => !(new Map<string, readonly string[]>(Object.entries(forms)).get(lang) ?? []).some((form) => plain(words).includes(form))))
    .map(([code]) => code)
}
