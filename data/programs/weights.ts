/** What files weigh that are made when they are asked for: found once, when a release is, for whoever checks what was received. */
import { createHash } from 'node:crypto'
import { DEFAULT_VIEW } from '../../web/address.ts'
import { hasFormat, NO_ASSETS, type Site } from '../../web/pages/site.ts'
import type { Format, Subject } from '../../worker/formats/format.ts'
import type { Figure } from '../model/figure.ts'
import type { Publication } from '../model/publication.ts'
import { canonical, entryOf, shortHash, type Entry, type Hash, type MadeFile, type MadeFiles, type Weighed, type Weights } from '../model/release.ts'

/** A language of live addresses, or of those with a version. */
type Edition = { readonly lang: string; readonly isPinned: boolean }

const weigh = (body: string | Uint8Array): MadeFile =>
  ({ sha256: createHash('sha256').update(body).digest('hex'), bytes: Buffer.byteLength(body), entry: null })

const nothing = (): never => { throw new Error('a file of data reads nothing but what was made before it') }

/** A figure as a format gets it when it is asked for. */
function subjectsOf(site: Site, figures: readonly Figure[], { lang }: Edition): readonly Omit<Subject, 'address'>[] {
  return site.release.figures.filter((entry) => entry.lang.includes(lang)).flatMap((entry) => {
    const figure = figures.find(({ id }) => id === entry.id)
    return figure ? [{ site, entry, hash: entry.hash, figure, extensions: site.formats.map(({ extension }) => extension), raster: null, read: nothing }] : []
  })
}

/** Every file of a figure that is not made ahead, in one language. */
async function filesOf(subject: Omit<Subject, 'address'>, formats: readonly Format[], { lang, isPinned }: Edition): Promise<MadeFiles> {
  const { figure: { id, shape }, entry, hash } = subject
  const version = isPinned ? shortHash(hash) : null
  const files: Record<string, MadeFiles[string]> = {}
  for (const format of formats.filter((one) => one.kind === 'data' && one.isMade !== true && hasFormat(shape, one))) {
    const place = { kind: 'figure', id, version, format: format.extension } as const
    const address = { lang, place, view: DEFAULT_VIEW, download: false }
    files[format.extension] = { encoder: format.encoder, of: { [lang]: weigh(await format.render({ ...subject, address })) } }
  }
  const book = entry.history.at(-1)?.files?.['xlsx']
  return { ...files, ...(book && { xlsx: book }) }
}

async function weightsOf(site: Site, figures: readonly Figure[], formats: readonly Format[], edition: Edition): Promise<Entry> {
  const weights: Record<string, MadeFiles> = {}
  for (const subject of subjectsOf(site, figures, edition)) weights[subject.entry.id] = await filesOf(subject, formats, edition)
  return entryOf('file', weights satisfies Weights)
}

/** Weighs every file of a publication for the address its files name. */
export async function weighFiles(
  { release, current }: Publication, figures: readonly Figure[], formats: readonly Format[], origin: string, languages: readonly string[],
): Promise<{ readonly weighed: Weighed; readonly entries: readonly Entry[] }> {
  // Out of its entry, as every reader gets it: its keys are sorted.
  const read = figures.map((figure): Figure => JSON.parse(canonical(figure)))
  const site: Site = { origin, assets: NO_ASSETS, release, releaseHash: current.release, formats }
  const entries: Entry[] = []
  const of: Record<string, { readonly live: Hash; readonly pinned: Hash }> = {}
  for (const lang of languages) {
    const live = await weightsOf(site, read, formats, { lang, isPinned: false })
    const pinned = await weightsOf(site, read, formats, { lang, isPinned: true })
    entries.push(live, pinned)
    of[lang] = { live: live.hash, pinned: pinned.hash }
  }
  return { weighed: { origin, formats: formats.map(({ extension }) => extension), of }, entries }
}
