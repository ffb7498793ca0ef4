/** What the build left for the Worker: the release that was deployed with it, its code version and its assets. */
import * as v from 'valibot'
import site from '../.build/site.json'

const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

const Build = v.object({
  release: Hash,
  /** Changes whenever code or assets do: two versions never share an ETag. */
  code: v.pipe(v.string(), v.nonEmpty()),
  /** When it was last published: it is deployed after that. */
  published: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  assets: v.object({
    stylesheets: v.record(v.string(), v.string()),
    pageSheet: v.string(),
    sliceSheets: v.record(v.string(), v.string()),
    ownSheets: v.record(v.string(), v.record(v.string(), v.string())),
    preloads: v.record(v.string(), v.array(v.string())),
    icon: v.string(),
    scripts: v.record(v.string(), v.string()),
    snippets: v.record(v.string(), v.string()),
    resize: v.string(),
  }),
  /** The script for other people's pages, as `/embed.js` sends it. */
  host: v.string(),
})

export type Build = v.InferOutput<typeof Build>

export const BUILD: Build = v.parse(Build, site)
