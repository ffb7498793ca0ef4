/** What an oEmbed answer says, as JSON and as XML. oEmbed 1.0, §2.3. */
import { escaped } from '../web/pages/snippet.ts'

/** The parameters of an answer; numbers are whole pixels or seconds. */
export type OEmbed = {
  readonly type: 'rich'
  readonly version: '1.0'
  readonly title: string
  readonly provider_name: string
  readonly provider_url: string
  readonly cache_age: number
  readonly html: string
  readonly width: number
  readonly height: number
  readonly thumbnail_url?: string
  readonly thumbnail_width?: number
  readonly thumbnail_height?: number
}

/** Characters that XML 1.0 cannot hold (§2.2, Char). */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/** A frame that needs nothing but the first four, which many editors keep of one; without a border it takes no more room than is said. */
export const frameOf = (src: string, width: number, height: number, title: string): string =>
  `<iframe src="${escaped(src)}" width="${width}" height="${height}" title="${escaped(title)}" frameborder="0"></iframe>`

/** The formats there are, by the name that is asked for. */
export const OEMBED_FORMATS = {
  json: { mediaType: 'application/json; charset=utf-8', print: (answer: OEmbed) => `${JSON.stringify(answer)}\n` },
  xml: {
    mediaType: 'text/xml; charset=utf-8',
    print: (answer: OEmbed) => {
      const fields = Object.entries(answer).map(([name, value]) => `<${name}>${escaped(String(value).replace(NOT_XML, ''))}</${name}>`)
      return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${fields.join('')}</oembed>\n`
    },
  },
} as const

export type OEmbedFormat = keyof typeof OEMBED_FORMATS

export const isOEmbedFormat = (name: string): name is OEmbedFormat => Object.hasOwn(OEMBED_FORMATS, name)
