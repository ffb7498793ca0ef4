/** From bytes to text: UTF-8, without the characters that nobody types on purpose. */
import { quote, type Ledger, type SourceFile } from './rules.ts'

/** No cell and no text is longer than this many characters. */
export const MAX_TEXT = 64 * 1024

/**
 * Control characters (C0 but tab and line feed, DEL, C1), line and paragraph separators, marks that turn the direction
 * of writing and so the order of digits, a byte order mark inside the text, and the mark of damaged text.
 */
const FORBIDDEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\uFFFD-\uFFFF]/

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Whether these bytes are UTF-8; `\r\n` becomes `\n`, a byte order mark is dropped. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n')
  } catch {
    return null
  }
}

/** The first line that is not UTF-8: no byte of a character is a line feed, so lines can be tried one by one. */
function brokenLine(bytes: Uint8Array): number {
  let start = 0
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(10, start)
    if (end < 0 || decode(bytes.subarray(start, end)) === null) return line
    start = end + 1
  }
}

function checkCharacters(text: string, ledger: Ledger): boolean {
  const lines = text.split('\n')
  const found = lines.flatMap((line, i) => {
    const character = FORBIDDEN.exec(line)?.[0]
    return character === undefined ? [] : [{ line: i + 1, character }]
  })
  for (const { line, character } of found) {
    const isOldMac = character === '\r'
    if (isOldMac) ledger.add(line, 'a line ended the way old Macs did (U+000D)', 'save the file with Windows line ends')
    else ledger.add(
      line, `the invisible or damaged character ${codePoint(character)}`, 'delete it, and type the text around it again',
    )
  }
  return found.length === 0
}

/** Reports a text that is longer than any text of ours can be. */
export const tooLong = (line: number, text: string, what: string, ledger: Ledger): void =>
  ledger.add(line, `${what} of ${text.length} characters, beginning ${quote(text)}`,
    `shorten it to less than ${MAX_TEXT} characters; was another file pasted in here?`)

/** A file's text with `\n` line ends, or null when it is not one; the reasons are in the ledger. */
export function readBytes(file: SourceFile, ledger: Ledger): string | null {
  const text = decode(file.bytes)
  if (text === null) {
    ledger.add(brokenLine(file.bytes), 'this is not UTF-8', 'save the file as UTF-8 (in a spreadsheet: "CSV UTF-8")')
    return null
  }
  if (text.trim() === '') {
    ledger.add(1, 'the file is empty', 'fill it in, or delete it if it is not needed')
    return null
  }
  return checkCharacters(text, ledger) ? text : null
}
