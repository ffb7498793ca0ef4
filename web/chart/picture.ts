/** A picture: the chart with its title, source, caveat, response and version in it, since pictures travel alone. */
import { phrased, type Figure } from '../../data/model/figure.ts'
import type { PictureSize, View } from '../address.ts'
import { wordsOf } from '../words/index.ts'
import { draw } from './draw.ts'
import { caveatLine, responseLine, sourceLine, undrawnLines } from './footer.ts'
import { FONTS, line, lines, text } from './mark.ts'
import { breakLines, textWidth } from './measure.ts'
import { px, type Mark, type Scene } from './scene.ts'
import { phrasedTitle } from './title.ts'

/** Frames in pixels: `height` null = as high as the chart is. */
export const FRAMES = {
  card: { width: 400, height: null, padding: 20 },
  page: { width: 780, height: null, padding: 28 },
  social: { width: 1200, height: 630, padding: 36 },
  square: { width: 1080, height: 1080, padding: 48 },
} as const satisfies Record<PictureSize, { width: number; height: number | null; padding: number }>

/** Sizes whose pixels are made ahead, light and at one pixel to a pixel. */
export const MADE_SIZES = ['social', 'page'] as const satisfies readonly PictureSize[]

/** A picture that was made ahead: its PNG in base64, and the public address that is printed in it. */
export type MadePicture = { readonly origin: string; readonly png: string }

export type PictureOptions = { readonly view: View; readonly lang: string; readonly version: string; readonly address: string }

/** Stacks marks from a running top: each part is moved to where the one before ended. */
const shiftBy = (y: number, marks: readonly Mark[], x = 0): Mark => ({ kind: 'group', datum: '', label: '', x, y, marks })

/** Whose picture it is and of which version: on one line, or in a narrow picture on lines under each other. */
function signature(site: string, place: string, y: number, width: number): { marks: Mark[]; bottom: number } {
  const font = { ...FONTS.strong, face: 'serif' } as const
  const name = text(0, y, site, { font })
  if (textWidth(site, font) + textWidth(place, FONTS.axis) + 16 <= width) {
    return { marks: [name, text(width, y, place, { font: FONTS.axis, token: 'text', anchor: 'end' })], bottom: y + 18 }
  }
  const under = breakLines(place, FONTS.axis, width)
  return { marks: [name, ...lines(0, y + 18, under, 16, { font: FONTS.axis, token: 'text' })], bottom: y + 18 + under.length * 16 }
}

function composed(figure: Figure, { view, lang, version, address }: PictureOptions, width: number, compact: boolean): Scene {
  const words = wordsOf(lang)
  const scene = draw(figure, { view, lang, width, compact })
  const title = breakLines(phrasedTitle(figure, view, lang), FONTS.title, width)
  const subtitle = breakLines(phrased(figure.subtitle, lang), FONTS.subtitle, width)
  const foot = [sourceLine(figure, view, words), responseLine(figure, view, words), ...undrawnLines(figure, view, words), caveatLine(figure, view, words)].filter(Boolean)
    .flatMap((sentence) => breakLines(sentence, FONTS.detail, width))
  const top = title.length * 31 + subtitle.length * 21 + 22
  const bottom = top + scene.height + 26
  const sign = signature(words.messages.site, `${address} · ${version}`, bottom + foot.length * 17 + 8, width)
  return {
    ...scene,
    height: sign.bottom,
    points: [],
    marks: [
      line(0, 0, width, 0, 'ink', 2),
      ...lines(0, 32, title, 31, { font: FONTS.title }),
      ...lines(0, 30 + title.length * 31, subtitle, 21, { font: FONTS.subtitle, token: 'text' }),
      shiftBy(top, scene.marks),
      ...lines(0, bottom, foot, 17, { font: FONTS.detail, token: 'text' }),
      ...sign.marks,
    ],
  }
}

/** The picture of a view with its padding, in the size asked for; a fixed frame holds it scaled and centred. */
export function picture(figure: Figure, options: PictureOptions): Scene & { readonly scale: number; readonly x: number; readonly y: number } {
  const { width, height, padding } = FRAMES[options.view.size ?? 'page']
  const inner = width - 2 * padding
  if (height === null) {
    const scene = composed(figure, options, inner, false)
    return { ...scene, width, height: Math.ceil(scene.height + 2 * padding), scale: 1, x: padding, y: padding }
  }
  // a list of events is longer than any frame: there they are drawn at a glance
  const scene = composed(figure, options, height === width ? 620 : 820, figure.shape === 'events')
  // rounded down, so that it fits and prints alike everywhere
  const scale = Math.floor(Math.min(inner / scene.width, (height - 2 * padding) / scene.height) * 1000) / 1000
  return { ...scene, width, height, scale, x: px((width - scene.width * scale) / 2), y: px((height - scene.height * scale) / 2) }
}
