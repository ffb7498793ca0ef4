/** Writes the words of a language where the browser side uses them, so that each file of it carries its own and no others. */
import type { Plugin } from 'vite'
import { filesBelow } from './folder.ts'

/** `words.messages.key`, `drawing.words.messages.key`, `wordsOf(lang).messages.key` or `messages.key` after a destructuring. */
const USE = /(?<![\w$.'])(?:[\w$]+(?:\([\w$.]*\))?\.)*messages\.([a-z]\w*)\b(?!\s*=)/g

/** Messages taken apart, which cannot be written where they are used. */
const TAKEN_APART = /\{[^{}=]*\} = [\w.()]*\bmessages\b/

/** A line of the object of messages in the source of a language. */
const LINE = /^ {2}'?([\w-]+)'?: .*,\n/gm

/** Keys that the sources name as texts or build from a beginning: these are looked up at run time. */
function lookedUp(keys: readonly string[], sources: string): ReadonlySet<string> {
  const beginnings = [...sources.matchAll(/`([a-z]\w*-)\$\{/g)].map(([, beginning = '']) => beginning)
  return new Set(keys.filter((key) => sources.includes(`'${key}'`) || beginnings.some((beginning) => key.startsWith(beginning))))
}

/** The source of a language without the messages that nobody looks up. Throws when it is not written a message a line. */
function pruned(code: string, messages: Readonly<Record<string, string>>, kept: ReadonlySet<string>): string {
  const [, head = '', body = '', rest = ''] = /^(.*?\n(?:export )?const messages[^=]*= \{\n)(.*?)(\n\}.*)$/s.exec(code) ?? []
  const found = [...`${body}\n`.matchAll(LINE)].map(([, key = '']) => key)
  const all = Object.keys(messages).length
  if (found.length !== all) throw new Error(`${found.length} of ${all} messages stand on a line of their own`)
  return head + `${body}\n`.replaceAll(LINE, (line, key: string) => (kept.has(key) ? line : '')) + rest
}

/** Inlines the messages of `lang`, whose sources are below `web`. Throws where a source takes messages apart. */
export function inlineMessages(web: string, lang: string, messages: Readonly<Record<string, string>>): Plugin {
  const live = filesBelow(web, (path) => /^(chart|live|view)\/.*\.tsx?$/.test(path))
  const sources = live.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n')
  const [apart] = TAKEN_APART.exec(sources) ?? []
  if (apart !== undefined) throw new Error(`${apart} → name each message where it is used: words.messages.key`)
  const kept = lookedUp(Object.keys(messages), sources)
  return {
    name: 'inline-messages',
    enforce: 'pre',
    transform(code, path) {
      if (path.endsWith(`/web/words/${lang}/index.ts`)) return pruned(code, messages, kept)
      if (!/\/web\/(?:chart|live|view|words)\/.*\.tsx?$/.test(path)) return null
      return code.replaceAll(USE, (use, key: string) => (Object.hasOwn(messages, key) ? JSON.stringify(messages[key]) : use))
    },
  }
}
