/** Reads a figure's own names, and gives every code of the figure the name it has here or in the shared lists. */
import type { Name, Text } from '../figure.ts'
import { isCode, type Lists } from './lists.ts'
import type { Rules } from './rules.ts'
import { flag, object, oneOf, optional, recordOf, word, type Read } from './schema.ts'
import { textIn, type Setting } from './text.ts'

/** What figure.yaml says of a code; null = nothing, the shared lists are asked. */
export type OwnName = {
  readonly name: Text | null
  readonly short: Text | null
  readonly detail: Text | null
  readonly as_printed: string | null
  readonly colour: string | null
  readonly aggregate: boolean | null
  readonly within: string | null
}

/** `names:` of a figure. */
export const namesIn = (setting: Setting, rules: Rules): Read<Readonly<Record<string, OwnName>>> => {
  const text = optional<Text | null>(textIn(setting, 'name'), null)
  const name = object<OwnName>({
    name: text, short: text, detail: text,
    as_printed: optional<string | null>(word, null),
    colour: optional<string | null>(oneOf(rules.tokens, 'colour'), null),
    aggregate: optional<boolean | null>(flag, null),
    within: optional<string | null>(word, null),
  })
  return recordOf(name, (code) => (isCode(code) ? null : 'is not a code'))
}

const only = (text: Text, languages: readonly string[]): Text =>
  Object.fromEntries(Object.entries(text).filter(([lang]) => languages.includes(lang)))

const pick = (text: Text | null | undefined, languages: readonly string[]): Text | null => (text ? only(text, languages) : null)

/** The whole name of a code, in the figure's languages; null when nobody names it. */
export function nameOf(code: string, own: OwnName | undefined, lists: Lists, languages: readonly string[]): Name | null {
  const place = lists.places.items.get(code)
  const actor = lists.actors.items.get(code)
  const name = own?.name ?? place?.name ?? actor?.name
  if (!name) return null
  return {
    name: only(name, languages),
    short: own?.name && !own.short ? null : pick(own?.short ?? place?.short, languages),
    detail: own?.detail ?? null,
    as_printed: own?.as_printed ?? '',
    colour: own?.colour ?? actor?.colour ?? '',
    aggregate: own?.aggregate ?? place?.aggregate ?? false,
    within: own?.within ?? '',
  }
}
