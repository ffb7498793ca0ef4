/** What files of data weigh: as it was found when the release was made, where that still holds. */
import type { MadeFiles, Release, Weights } from '../../data/model/release.ts'
import type { Store } from '../store.ts'

/** Whose files, and where they are. */
type Wanted = {
  readonly release: Release
  readonly origin: string
  readonly lang: string
  readonly isPinned: boolean
  /** Extensions of all formats there are. */
  readonly formats: readonly string[]
  readonly read: Store['read']
}

/** The weights of a release's present versions, by figure; null where none were taken for files at this address. */
export async function weightsOf({ release: { weighed }, origin, lang, isPinned, formats, read }: Wanted): Promise<Weights | null> {
  const isStill = weighed?.origin === origin && (isPinned || weighed.formats.join() === formats.join())
  const keys = isStill ? weighed.of[lang] : undefined
  // What a release names is what the build wrote there.
  return keys === undefined ? null : await read('file', isPinned ? keys.pinned : keys.live) as Weights
}

/** A file's length and digest, of this version and made by this encoder; null where they are not known. */
export function knownWeight(files: MadeFiles | undefined, { extension, encoder }: { readonly extension: string; readonly encoder: number }, lang: string) {
  const file = files?.[extension]
  return file?.encoder === encoder ? file.of[lang] ?? null : null
}

/** Whether the workbook that a package tells of is still the one it was weighed with. */
export const hasSameBook = (weighed: MadeFiles, made: MadeFiles, lang: string): boolean =>
  weighed['xlsx']?.of[lang]?.sha256 === made['xlsx']?.of[lang]?.sha256
