/** Turns a picture into pixels: resvg, compiled to WebAssembly, gives the same bytes at the edge and in the build. */
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import type { Outlines } from '../web/chart/lettered.ts'

/** Draws a picture whose texts are set in these fonts; `scale` is pixels of the PNG to a pixel of the picture. */
export type Raster = (svg: string, outlines: Outlines, scale: number) => Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>

/** Bytes of a text in base64. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

const draw: Raster = (svg, { faces }, scale) => {
  const font = { fontBuffers: faces.map((face) => fromBase64(face.font)), defaultFontFamily: faces[0]?.name ?? '' }
  const picture = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: scale } })
  try {
    const image = picture.render()
    try {
      return new Uint8Array(image.asPng())
    } finally {
      image.free()
    }
  } finally {
    picture.free()
  }
}

/** What is being made ready: once in a process or an isolate. */
const ready = new Map<'resvg', Promise<void>>()

/** Makes the drawing of pixels ready; `wasm` is resvg's module or its bytes. */
export async function openRaster(wasm: WebAssembly.Module | BufferSource): Promise<Raster> {
  const made = ready.get('resvg') ?? initWasm(wasm)
  ready.set('resvg', made)
  try {
    await made
  } catch (error) {
    // the next one tries again
    ready.delete('resvg')
    throw error
  }
  return draw
}
