/** Program: writes web/chart/widths.ts, the advance widths of the Latin faces that charts are set in. */
import { writeFileSync } from 'node:fs'
import type { Font } from 'fontkit'
import { FACES, openFont, type Role } from './faces.ts'

/** Faces that charts measure, and nothing else. */
export const MEASURED = ['sans-400', 'sans-600', 'serif-600'] as const satisfies readonly Role[]

/** Code points in the table: those of the first Latin file that a label can hold, without controls and joiners. */
const isPrinted = (codePoint: number): boolean =>
  codePoint >= 0x20 && !(codePoint >= 0x7f && codePoint < 0xa0) && codePoint < 0xfe00 && codePoint !== 0xad &&
  !/\p{Mn}|\p{Cf}/u.test(String.fromCodePoint(codePoint))

/** Thousandths of an em: a hundred characters at 16 px are off by less than a pixel. */
const perMille = (units: number, unitsPerEm: number): number => Math.round((units / unitsPerEm) * 1000)

function latinFont(role: (typeof MEASURED)[number]): Font {
  const file = FACES.find((face) => face.role === role && face.script === 'latin')?.files[0]
  if (file === undefined) throw new Error(`no Latin face for ${role}`)
  return openFont(file).font()
}

/** Advance widths by character, in 1/1000 em, in the order of the code points. */
export function measuredWidths(role: (typeof MEASURED)[number]): ReadonlyMap<string, number> {
  const font = latinFont(role)
  const codes = font.characterSet.filter(isPrinted).sort((a, b) => a - b)
  const widthOf = (code: number): number => perMille(font.glyphForCodePoint(code).advanceWidth, font.unitsPerEm)
  return new Map(codes.map((code) => [String.fromCodePoint(code), widthOf(code)]))
}

/** Width of a digit set with tabular figures, in 1/1000 em. */
export function tabularWidth(role: (typeof MEASURED)[number]): number {
  const font = latinFont(role)
  const widths = [...'0123456789'].map((digit) => font.layout(digit, ['tnum']).advanceWidth)
  if (new Set(widths).size !== 1) throw new Error(`${role} has no tabular figures`)
  return perMille(widths[0] ?? 0, font.unitsPerEm)
}

/** The letter a marked letter is made of. */
const baseOf = (character: string): string => character.normalize('NFD').charAt(0)

/** Widths that the module cannot find by itself: all but those of marked letters that are as wide as their base. */
const needed = (widths: ReadonlyMap<string, number>): [code: number, width: number][] =>
  [...widths].filter(([character, width]) => baseOf(character) === character || widths.get(baseOf(character)) !== width)
    .map(([character, width]) => [character.codePointAt(0) ?? 0, width])

/** Runs of neighbouring code points as text: the first in hexadecimal, then widths; broken into lines of at most 126 characters. */
function runs(widths: readonly [code: number, width: number][]): string {
  const texts = widths.map(([code, width], i) => (widths[i - 1]?.[0] === code - 1 ? `${width}` : `${i ? ';' : ''}${code.toString(16)}:${width}`))
  const lines: string[] = ['']
  for (const text of texts) {
    const last = lines.length - 1
    const joined = `${lines[last]}${lines[last] === '' || text.startsWith(';') ? '' : ' '}${text}`
    if (joined.length <= 112) lines[last] = joined
    else lines.push(text.startsWith(';') ? text : ` ${text}`)
  }
  return lines.map((line) => `    '${line}'`).join(' +\n')
}

/** The text of web/chart/widths.ts. */
export function widthsModule(): string {
  const tables = MEASURED.map((role) => `  '${role}':\n${runs(needed(measuredWidths(role)))},`)
  const tabular = MEASURED.map((role) => `'${role}': ${tabularWidth(role)}`).join(', ')
  return `/**
 * How wide characters are in 1/1000 em, read from the shipped Inter and Source Serif 4: written by \`npm run widths\`.
 * A letter with marks that is not in the table has the width of its base letter; everything else that is not there
 * is Japanese: full width, or half width in the block of half-width kana.
 */
export type MeasuredFont = ${MEASURED.map((role) => `'${role}'`).join(' | ')}

export const FULL_WIDTH = 1000
export const HALF_WIDTH = 500

/** Digits set with tabular figures (\`tnum\`). */
export const TABULAR_WIDTH = { ${tabular} } as const satisfies Record<MeasuredFont, number>

/** Marks without ink or width: break marks and combining accents. */
const WIDTHLESS = /[\\u0300-\\u036f\\u200b-\\u200f\\u2060\\ufeff]/

/** From the text of a table to widths by character: runs of code points, the first in hexadecimal. */
const unpacked = (table: string): Readonly<Record<string, number>> => Object.fromEntries(table.split(';').flatMap((run) => {
  const [from = '', widths = ''] = run.split(':')
  return widths.split(' ').map((width, i) => [String.fromCodePoint(parseInt(from, 16) + i), Number(width)] as const)
}))

/** Width of a character, without kerning. */
export const widthOf = (font: MeasuredFont, character: string): number =>
  WIDTHS[font][character] ?? WIDTHS[font][character.normalize('NFD').charAt(0)] ??
  (WIDTHLESS.test(character) ? 0 : /[\\uff61-\\uff9f]/.test(character) ? HALF_WIDTH : FULL_WIDTH)

const TABLES: Readonly<Record<MeasuredFont, string>> = {
${tables.join('\n')}
}

export const WIDTHS: Readonly<Record<MeasuredFont, Readonly<Record<string, number>>>> = {
${MEASURED.map((role) => `  '${role}': unpacked(TABLES['${role}']),`).join('\n')}
}
`
}

export function main(): number {
  writeFileSync(new URL('../chart/widths.ts', import.meta.url), widthsModule())
  return 0
}
