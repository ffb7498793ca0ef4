/** The figure as a picture file that carries its own fonts. */
import { printPicture, type FontPack } from '../../web/print.tsx'
import { PICTURE_PARAMS, type Format, type Subject } from './format.ts'

/** The fonts of this figure's pictures in this language; null where none were made. */
async function fontsOf({ entry, address, read }: Subject): Promise<FontPack | null> {
  const hash = entry.fonts[address.lang]
  // Its bytes have the hash that the build gave to a FontPack.
  return hash === undefined ? null : await read('file', hash) as FontPack
}

export const svg: Format = {
  extension: 'svg',
  mediaType: 'image/svg+xml; charset=utf-8',
  encoder: 2,
  kind: 'picture',
  params: PICTURE_PARAMS,
  showsRelease: false,
  render: async (subject) => {
    const { site, address, figure, hash } = subject
    const pack = await fontsOf(subject)
    return printPicture(site, address, figure, hash, pack && { pack })
  },
}
