/** The table charts measure text with equals the shipped fonts, glyph by glyph. */
import { readFileSync } from 'node:fs'
import { create } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { FULL_WIDTH, HALF_WIDTH, TABULAR_WIDTH, WIDTHS, widthOf } from '../../web/chart/widths.ts'
import { widthsModule } from '../../web/fonts/widths.ts'

const files = {
  'sans-400': '@fontsource/inter/files/inter-latin-400-normal.woff2',
  'sans-600': '@fontsource/inter/files/inter-latin-600-normal.woff2',
  'serif-600': '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2',
} as const
const fontOf = (file: string) => create(readFileSync(new URL(`../../node_modules/${file}`, import.meta.url)))

describe.each(['sans-400', 'sans-600', 'serif-600'] as const)('%s', (role) => {
  const font = fontOf(files[role])
  const read = (character: string): number =>
    (font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm) * 1000

  it('has the width of every character in the table to the nearest thousandth', () => {
    const wrong = Object.entries(WIDTHS[role]).filter(([character, width]) => !(Math.abs(read(character) - width) <= 0.501))
    expect(wrong).toEqual([])
  })

  it('covers ASCII, Latin-1 and the marks that numbers are written with', () => {
    const ascii = Array.from({ length: 95 }, (_, i) => String.fromCodePoint(32 + i))
    const latin1 = Array.from({ length: 96 }, (_, i) => String.fromCodePoint(160 + i)).filter((character) => character !== '\u00ad')
    const all = [...ascii, ...latin1, ...'–—‘’“”…•−×']
    expect(all.filter((character) => !(Math.abs(read(character) - widthOf(role, character)) <= 0.501))).toEqual([])
  })

  it('knows the width of a tabular digit', () => {
    for (const digit of '0123456789') {
      expect(Math.abs((font.layout(digit, ['tnum']).advanceWidth / font.unitsPerEm) * 1000 - TABULAR_WIDTH[role])).toBeLessThan(0.501)
    }
  })
})

it('takes Japanese for full width, half-width kana for half, and a marked letter for its base', () => {
  const noto = fontOf('@fontsource/noto-sans-jp/files/noto-sans-jp-japanese-400-normal.woff2')
  for (const character of '人権デューディリジェンス、。「」・〜％') {
    expect([character, noto.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth]).toEqual([character, FULL_WIDTH])
    expect(widthOf('sans-400', character)).toBe(FULL_WIDTH)
  }
  expect(widthOf('sans-400', 'ｱ')).toBe(HALF_WIDTH)
  expect(widthOf('sans-400', 'ẵ')).toBe(WIDTHS['sans-400']['a'])
})

it('is what `npm run widths` writes', () => {
  expect(readFileSync(new URL('../../web/chart/widths.ts', import.meta.url), 'utf8')).toBe(widthsModule())
})
