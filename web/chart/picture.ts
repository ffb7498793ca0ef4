/** A picture: the chart with its title, source, caveat, response and version in it, since pictures travel alone. */
import type { Figure } from '../../data/model/figure.ts'
import type { PictureSize, View } from '../address.ts'
import { draw } from './draw.ts'
import { arranged } from './frame.ts'
import { line } from './mark.ts'
import { footOf, headOf, move, signature } from './surroundings.ts'
import type { Scene } from './scene.ts'

/**
 * Frames in pixels. `height` null = as high as the chart is. A frame that is fixed is seen smaller than it is, in a feed or a
 * message: its words are set larger, `zoom` times.
 */
export const FRAMES = {
  card: { width: 400, height: null, padding: 20, zoom: 1 },
  page: { width: 780, height: null, padding: 28, zoom: 1 },
  social: { width: 1200, height: 630, padding: 36, zoom: 1.25 },
  square: { width: 1080, height: 1080, padding: 48, zoom: 1.35 },
} as const satisfies Record<PictureSize, { width: number; height: number | null; padding: number; zoom: number }>

/** Sizes whose pixels are made ahead, light and at one pixel to a pixel. */
export const MADE_SIZES = ['social', 'page'] as const satisfies readonly PictureSize[]

/** A picture that was made ahead: its PNG in base64, and the public address that is printed in it. */
export type MadePicture = { readonly origin: string; readonly png: string }

export type PictureOptions = { readonly view: View; readonly lang: string; readonly version: string; readonly address: string }

/** Everything under each other, as high as it is. */
function stacked(figure: Figure, { view, lang, version, address }: PictureOptions, width: number): Scene {
  const scene = draw(figure, { view, lang, width })
  const head = headOf(figure, view, lang, width)
  const foot = footOf(figure, view, lang, width)
  const sign = signature(lang, `${address} · ${version}`, width)
  const [top, bottom] = [head.height + 22, head.height + scene.height + 36]
  return {
    ...scene, height: bottom + foot.height + sign.height + 18, points: [],
    marks: [line(0, 0, width, 0, 'ink', 2), ...head.marks, move(0, top, scene.marks), move(0, bottom, foot.marks), move(0, bottom + foot.height + 8, sign.marks)],
  }
}

/** The picture of a view in the size asked for, with what has to be done to it: moved by its padding, and enlarged. */
export function picture(figure: Figure, options: PictureOptions): Scene & { readonly scale: number; readonly x: number; readonly y: number } {
  const { width, height, padding, zoom } = FRAMES[options.view.size ?? 'page']
  const inner = (width - 2 * padding) / zoom
  if (height === null) {
    const scene = stacked(figure, options, inner)
    return { ...scene, width, height: Math.ceil(scene.height + 2 * padding), scale: 1, x: padding, y: padding }
  }
  const scene = arranged(figure, options, { width: inner, height: (height - 2 * padding) / zoom, zoom })
  return { ...scene, width, height, scale: zoom, x: padding, y: padding }
}
