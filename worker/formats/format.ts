/** A format: a way to send a figure. One file each, one line in the registry. */
import type { Figure } from '../../data/model/figure.ts'
import type { CatalogueEntry, Hash } from '../../data/model/release.ts'
import type { Address, Parameter } from '../../web/address.ts'
import type { Site } from '../../web/print.tsx'
import type { Raster } from '../raster.ts'
import type { Kind } from '../security.ts'
import type { Store } from '../store.ts'

/** What is sent: text, or bytes. */
export type Body = string | Uint8Array<ArrayBuffer>

/** What is known before the figure is read. */
export type Facts = {
  /** Its view has been checked: it is the one the figure has. */
  readonly address: Address
  readonly entry: CatalogueEntry
  readonly hash: Hash
  /** Draws pixels; null where there is no time for that. */
  readonly raster: Raster | null
}

/** A figure with all that any format says about it. */
export type Subject = Facts & {
  readonly site: Site
  readonly figure: Figure
  /** Extensions of all formats there are; `site` has those of this figure. */
  readonly extensions: readonly string[]
  readonly read: Store['read']
}

export type Format = {
  readonly extension: string
  readonly mediaType: string
  /** Counted up when the same figure and view begin to give other bytes. */
  readonly encoder: number
  readonly kind: Kind
  /** Parameters that mean something here. */
  readonly params: readonly Parameter[]
  /** Whether it says something that is in the release and not in the figure, such as "corrected since". */
  readonly showsRelease: boolean
  /** Only for figures of numeric shapes. */
  readonly isNumeric?: boolean
  /** Made when a version is published: there only of versions that list it. */
  readonly isMade?: boolean
  /** Extension of the format that says what this one's columns hold: W3C, Model for Tabular Data, §5.2. */
  readonly describedBy?: string
  /** Whether it tells of the figure rather than holding what it says. */
  readonly isAbout?: boolean
  /** The path of what is sent instead of a file that cannot be had here; null, or left out: this is sent. */
  readonly elsewhere?: (facts: Facts) => string | null
  readonly render: (subject: Subject) => Body | Promise<Body>
}

/**
 * Formats that the files of a version link to: those there were when their encoders got the numbers they have. A new format
 * does not belong here by itself, since files with a version stay the same for ever; live files link to everything there is.
 */
export const LINKED: readonly string[] = [
  'html', 'svg', 'json', 'csv', 'png', 'ndjson', 'txt', 'jsonstat.json', 'metadata.json', 'datapackage.json', 'csv-metadata.json', 'csl.json', 'bib',
  'ris', 'xlsx', 'parquet', 'zip', 'linkset.json',
]

/** The formats that a file of data speaks of, at its address. */
export function spokenOf({ site: { formats }, address: { place } }: Pick<Subject, 'site' | 'address'>): Site['formats'] {
  const isPinned = place.kind === 'figure' && place.version !== null
  return isPinned ? formats.filter(({ extension }) => LINKED.includes(extension)) : formats
}

const SELECTION: readonly Parameter[] = ['select', 'time', 'from', 'to']

/** What a file of observations takes. */
export const DATA_PARAMS: readonly Parameter[] = [...SELECTION, 'download']

/** What a file of a whole figure takes. */
export const WHOLE_PARAMS: readonly Parameter[] = ['download']

/** What a page takes, on paper of any kind. */
export const PAGE_PARAMS: readonly Parameter[] = ['chart', ...SELECTION, 'theme', 'download']

/** A picture has a size besides. */
export const PICTURE_PARAMS: readonly Parameter[] = [...PAGE_PARAMS, 'size', 'scale']
