/** The figure as a picture in pixels: made ahead for the default view, drawn on request for any other where there is time for it. */
import type { Hash } from '../../data/model/release.ts'
import { DEFAULT_VIEW, formatAddress, type Address } from '../../web/address.ts'
import type { Outlines } from '../../web/chart/lettered.ts'
import { MADE_SIZES, type MadePicture } from '../../web/chart/picture.ts'
import { printPicture } from '../../web/print.tsx'
import { Problem } from '../../web/problem.ts'
import { fromBase64, type Raster } from '../raster.ts'
import { PICTURE_PARAMS, type Facts, type Format, type Subject } from './format.ts'

const sizeOf = ({ view }: Address): string => view.size ?? 'page'

/** The key of the picture that was made ahead of exactly this view; null when none was. */
function madeOf({ entry, hash, address }: Facts): Hash | null {
  const { chart, select, time, theme, scale } = address.view
  const isPlain = hash === entry.hash && [chart, select, time, scale].every((asked) => asked === null)
  return isPlain && theme !== 'dark' ? entry.pictures?.[address.lang]?.[sizeOf(address)] ?? null : null
}

const asSvg = (address: Address): string =>
  formatAddress({ ...address, place: { ...address.place, ...(address.place.kind === 'figure' ? { format: 'svg' } : {}) } })

/** The default view's picture in the size asked for, where that is made ahead, else in the size of a page. */
function defaultPicture(facts: Facts): string | null {
  const size = MADE_SIZES.find((one) => one === facts.address.view.size) ?? null
  const address = { ...facts.address, view: { ...DEFAULT_VIEW, size: size === 'page' ? null : size } }
  return madeOf({ ...facts, address }) === null ? null : formatAddress(address)
}

/**
 * Where a picture is that is not drawn here. The fonts in store are cut to the present version: an older one is sent as SVG,
 * since a character that a font lacks would be dropped without a word.
 */
function elsewhere(facts: Facts): string | null {
  const { entry, hash, address, raster } = facts
  if (madeOf(facts) !== null) return null
  if (hash !== entry.hash || entry.outlines?.[address.lang] === undefined) return asSvg(address)
  return raster === null ? defaultPicture(facts) ?? asSvg(address) : null
}

async function drawn({ site, address, entry, figure, hash, read }: Subject, raster: Raster): Promise<Uint8Array<ArrayBuffer>> {
  // Its bytes have the hash that the build gave to Outlines.
  const outlines = await read('file', entry.outlines[address.lang] ?? '') as Outlines
  return raster(printPicture(site, address, figure, hash, { outlines }), outlines, address.view.scale ?? 1)
}

export const png: Format = {
  extension: 'png',
  mediaType: 'image/png',
  encoder: 1,
  kind: 'picture',
  params: PICTURE_PARAMS,
  showsRelease: false,
  elsewhere,
  render: async (subject) => {
    const key = madeOf(subject)
    // Its bytes have the hash that the build gave to a MadePicture.
    const made = key === null ? null : await subject.read('file', key) as MadePicture
    // One that names another host was made for another place; it is still the figure.
    if (made && (made.origin === subject.site.origin || subject.raster === null)) return fromBase64(made.png)
    if (subject.raster === null) throw new Problem('unavailable')
    return drawn(subject, subject.raster)
  },
}
