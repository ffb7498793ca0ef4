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

/** Thousandths of an em, to a tenth: a hundred characters at 16 px are off by less than a tenth of a pixel. */
const perMille = (units: number, unitsPerEm: number): number => Math.round((units / unitsPerEm) * 10_000) / 10

function latinFont(role: (typeof MEASURED)[number]): Font {
  const file = FACES.find((face) => face.role === role && face.script === 'latin')?.files[0]
  if (file === undefined) throw new Error(`no Latin face for ${role}`)
  return openFont(file).font()
}

/** Advance widths by character, in 1/1000 em, in the order of the code points. */
export function measuredWidths(role: (typeof MEASURED)[number]): ReadonlyMap<string, number> {
  const font = latinFont(role)
  const codes = font.characterSet.filter(isPrinted).sort((a, b) => a - b)
  return new Map(codes.map((code) => [String.fromCodePoint(code), perMille(font.glyphForCodePoint(code).advanceWidth, font.unitsPerEm)]))
}

/** Width of a digit set with tabular figures, in 1/1000 em. */
export function tabularWidth(role: (typeof MEASURED)[number]): number {
  const font = latinFont(role)
  const widths = [...'0123456789'].map((digit) => font.layout(digit, ['tnum']).advanceWidth)
  if (new Set(widths).size !== 1) throw new Error(`${role} has no tabular figures`)
  return perMille(widths[0] ?? 0, font.unitsPerEm)
}

const key = (character: string): string => (character === "'" || character === '\\' ? `'\\${character}'` : `'${character}'`)
const escaped = (character: string): string =>
  /[\s]/u.test(character) && character !== ' ' ? `'\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}'` : key(character)

/** Fields broken into lines of at most 128 characters. */
function wrapped(fields: readonly string[]): string {
  const lines: string[] = []
  for (const field of fields) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + field.length + 2 <= 124) lines[lines.length - 1] = `${last} ${field},`
    else lines.push(`${field},`)
  }
  return lines.map((line) => `    ${line}`).join('\n')
}

/** The text of web/chart/widths.ts. */
export function widthsModule(): string {
  const tables = MEASURED.map((role) => {
    const fields = [...measuredWidths(role)].map(([character, width]) => `${escaped(character)}: ${width}`)
    return `  '${role}': {\n${wrapped(fields)}\n  },`
  })
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

/** Width of a character, without kerning. */
export const widthOf = (font: MeasuredFont, character: string): number =>
  WIDTHS[font][character] ?? WIDTHS[font][character.normalize('NFD').charAt(0)] ??
  (WIDTHLESS.test(character) ? 0 : /[\\uff61-\\uff9f]/.test(character) ? HALF_WIDTH : FULL_WIDTH)

export const WIDTHS: Readonly<Record<MeasuredFont, Readonly<Record<string, number>>>> = {
${tables.join('\n')}
}
`
}

export function main(): number {
  writeFileSync(new URL('../chart/widths.ts', import.meta.url), widthsModule())
  return 0
}
