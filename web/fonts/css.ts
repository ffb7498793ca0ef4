/** @font-face rules for cut fonts, and the metrics of the fallbacks that stand in until they arrive. */
import type { Font } from 'fontkit'
import { FACES, openFont, type Face } from './faces.ts'
import type { Cut } from './subset.ts'

/** `U+20-7e,U+a0`: code points as CSS ranges, in the order of the code points. */
export function unicodeRange(codes: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const code of [...codes].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && last[1] === code - 1) last[1] = code
    else ranges.push([code, code])
  }
  const hex = (code: number): string => code.toString(16)
  return ranges.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join()
}

/** One rule. With a range the browser fetches the file only for a page that has one of its characters. */
export function fontFace(face: Face, url: string, codes: readonly number[] | null): string {
  const range = codes ? `;unicode-range:${unicodeRange(codes)}` : ''
  return `@font-face{font-family:'${face.family}';font-style:${face.style};font-weight:${face.weight};font-display:swap;` +
    `src:url(${url}) format('woff2')${range}}`
}

/** A cut font inside the style sheet itself. */
export const dataUrl = (cut: Cut): string => `data:font/woff2;base64,${Buffer.from(cut.bytes).toString('base64')}`

/** Letters in about the proportions of English text. */
const SAMPLE = [
  ...'aaaaaaaabbccdddeeeeeeeeeeeeffggghhhhhhiiiiiiijkllllmm',
  ...'nnnnnnnooooooooppqrrrrrrsssssstttttttttuuuvwwxyyz                  ',
]

/** What stands in for a family until it has arrived, and its advance widths from a to z and of the space, in 1/2048 em. */
const STANDINS = {
  Inter: {
    local: ['Arial', 'Liberation Sans', 'Arimo'], space: 569,
    alphabet: [1139, 1139, 1024, 1139, 1139, 569, 1139, 1139, 455, 455, 1024, 455, 1706, 1139, 1139, 1139, 1139, 682, 1024, 569,
      1139, 1024, 1479, 1024, 1024, 1024],
  },
  'Source Serif 4': {
    local: ['Times New Roman', 'Liberation Serif', 'Tinos'], space: 512,
    alphabet: [909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569, 1024, 569, 1593, 1024, 1024, 1024, 1024, 682, 797, 569,
      1024, 1024, 1479, 1024, 1024, 909],
  },
} as const

const mean = (widthOf: (code: number) => number): number =>
  SAMPLE.reduce((sum, letter) => sum + widthOf(letter.charCodeAt(0)), 0) / SAMPLE.length

const shipped = (font: Font): number => mean((code) => font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm)

const percent = (ratio: number): string => `${Math.round(ratio * 10_000) / 100}%`

/**
 * `'Inter Fallback'` and `'Source Serif 4 Fallback'`: local fonts scaled so that text takes about the same room before
 * and after ours has arrived. They come right after our families in a font stack.
 */
export function fallbackFaces(): string {
  return Object.entries(STANDINS).map(([family, { local, space, alphabet }]) => {
    const file = FACES.find((face) => face.family === family && face.style === 'normal')?.files[0]
    if (file === undefined) throw new Error(`no face of ${family}`)
    const font = openFont(file).font()
    const size = shipped(font) / mean((code) => (code === 0x20 ? space : (alphabet[code - 0x61] ?? space)) / 2048)
    const [ascent, descent] = [font.ascent, -font.descent].map((units) => percent(units / font.unitsPerEm / size))
    const src = local.map((name) => `local('${name}')`).join()
    return `@font-face{font-family:'${family} Fallback';src:${src};size-adjust:${percent(size)};` +
      `ascent-override:${ascent};descent-override:${descent};line-gap-override:0%}`
  }).join('')
}
