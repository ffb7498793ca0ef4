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

type Lateness = 'swap' | 'optional'

/**
 * How a page treats a face that is late, so that nothing moves when it arrives: Japanese takes its one em in whatever font,
 * and italics stand in charts only, so these may come late; other letters are ours if they are there at once, else on the
 * next page.
 */
export const lateness = ({ script, style }: Face): Lateness =>
  (script === 'japanese' || style === 'italic' ? 'swap' : 'optional')

/**
 * The range of a face that is fetched for every page. A browser sets lines by the first font that has a space, so a Japanese face,
 * which comes late, says that it has none: else every line would move by some pixels when it is there.
 */
export const wholeRange = ({ script }: Face): string | null => (script === 'japanese' ? 'U+a1-10ffff' : null)

/** One rule. With a range the browser fetches the file only for a page that has one of its characters. */
export function fontFace(face: Face, url: string, range: string | null, display: Lateness = 'swap'): string {
  const only = range === null ? '' : `;unicode-range:${range}`
  return `@font-face{font-family:'${face.family}';font-style:${face.style};font-weight:${face.weight};font-display:${display};` +
    `src:url(${url}) format('woff2')${only}}`
}

/** A cut font inside the style sheet itself. */
export const dataUrl = (cut: Cut): string => `data:font/woff2;base64,${Buffer.from(cut.bytes).toString('base64')}`

/** Letters in about the proportions of English text. */
const SAMPLE = [
  ...'aaaaaaaabbccdddeeeeeeeeeeeeffggghhhhhhiiiiiiijkllllmm',
  ...'nnnnnnnooooooooppqrrrrrrsssssstttttttttuuuvwwxyyz                  ',
]

/** A local font that stands in for a face, and its advance widths from a to z and of the space, in 1/2048 em. */
type StandIn = {
  readonly family: string
  readonly weight: Face['weight']
  readonly local: readonly string[]
  readonly space: number
  readonly alphabet: readonly number[]
}

const STANDINS: readonly StandIn[] = [
  {
    family: 'Inter', weight: 400, local: ['Arial', 'Liberation Sans', 'Arimo'], space: 569,
    alphabet: [1139, 1139, 1024, 1139, 1139, 569, 1139, 1139, 455, 455, 1024, 455, 1706, 1139, 1139, 1139, 1139, 682, 1024, 569,
      1139, 1024, 1479, 1024, 1024, 1024],
  },
  {
    family: 'Inter', weight: 600, local: ['Arial Bold', 'Arial-BoldMT', 'Liberation Sans Bold', 'Arimo Bold'], space: 569,
    alphabet: [1139, 1251, 1139, 1251, 1139, 682, 1251, 1251, 569, 569, 1139, 569, 1821, 1251, 1251, 1251, 1251, 797, 1139, 682,
      1251, 1139, 1593, 1139, 1139, 1024],
  },
  {
    family: 'Source Serif 4', weight: 400, local: ['Times New Roman', 'Liberation Serif', 'Tinos'], space: 512,
    alphabet: [909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569, 1024, 569, 1593, 1024, 1024, 1024, 1024, 682, 797, 569,
      1024, 1024, 1479, 1024, 1024, 909],
  },
  {
    family: 'Source Serif 4', weight: 600, space: 512,
    local: ['Times New Roman Bold', 'TimesNewRomanPS-BoldMT', 'Liberation Serif Bold', 'Tinos Bold'],
    alphabet: [1024, 1139, 909, 1139, 909, 682, 1024, 1139, 569, 682, 1139, 569, 1706, 1139, 1024, 1139, 1139, 909, 797, 682,
      1139, 1024, 1479, 1024, 1024, 909],
  },
]

const mean = (widthOf: (code: number) => number): number =>
  SAMPLE.reduce((sum, letter) => sum + widthOf(letter.charCodeAt(0)), 0) / SAMPLE.length

const shipped = (font: Font): number => mean((code) => font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm)

const percent = (ratio: number): string => `${Math.round(ratio * 10_000) / 100}%`

/** The shipped face a local font stands in for: of its weight where there is one, upright or not. */
function faceFor({ family, weight }: StandIn): Font {
  const faces = FACES.filter((face) => face.family === family)
  const file = (faces.find((face) => face.weight === weight) ?? faces[0])?.files[0]
  if (file === undefined) throw new Error(`no face of ${family}`)
  return openFont(file).font()
}

/**
 * `'Inter Fallback'` and `'Source Serif 4 Fallback'`: local fonts scaled so that text takes about the same room as in ours.
 * They come right after our families in a font stack, for a page that is shown before ours have arrived.
 */
export function fallbackFaces(): string {
  return STANDINS.map((one) => {
    const { family, weight, local, space, alphabet } = one
    const font = faceFor(one)
    const size = shipped(font) / mean((code) => (code === 0x20 ? space : (alphabet[code - 0x61] ?? space)) / 2048)
    const [ascent, descent] = [font.ascent, -font.descent].map((units) => percent(units / font.unitsPerEm / size))
    const src = local.map((name) => `local('${name}')`).join()
    return `@font-face{font-family:'${family} Fallback';font-weight:${weight};src:${src};size-adjust:${percent(size)};` +
      `ascent-override:${ascent};descent-override:${descent};line-gap-override:0%}`
  }).join('')
}
