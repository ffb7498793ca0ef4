/** The font files we ship, and which of their characters are in them. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import { convert } from 'fontverter'

/** What a face is used for; pages and pictures pick characters by role. */
export type Role = 'sans-400' | 'sans-600' | 'serif-600' | 'serif-400-italic'

/** One face of a family as CSS knows it, and the files its characters are found in, first come first served. */
export type Face = {
  readonly name: string
  readonly role: Role
  readonly family: string
  readonly weight: 400 | 600
  readonly style: 'normal' | 'italic'
  readonly files: readonly string[]
  /** Latin faces come before Japanese ones in every font stack. */
  readonly script: 'latin' | 'japanese'
}

const latin = (family: string, face: string): readonly string[] =>
  ['latin', 'latin-ext', 'vietnamese'].map((part) => `@fontsource/${family}/files/${family}-${part}-${face}.woff2`)
const japanese = (family: string, face: string): readonly string[] =>
  [`@fontsource/${family}/files/${family}-japanese-${face}.woff2`]

export const FACES: readonly Face[] = [
  {
    name: 'inter-400', role: 'sans-400', family: 'Inter', weight: 400, style: 'normal',
    files: latin('inter', '400-normal'), script: 'latin',
  },
  {
    name: 'inter-600', role: 'sans-600', family: 'Inter', weight: 600, style: 'normal',
    files: latin('inter', '600-normal'), script: 'latin',
  },
  {
    name: 'source-serif-600', role: 'serif-600', family: 'Source Serif 4', weight: 600, style: 'normal',
    files: latin('source-serif-4', '600-normal'), script: 'latin',
  },
  {
    name: 'source-serif-400-italic', role: 'serif-400-italic', family: 'Source Serif 4', weight: 400, style: 'italic',
    files: latin('source-serif-4', '400-italic'), script: 'latin',
  },
  {
    name: 'noto-sans-jp-400', role: 'sans-400', family: 'Noto Sans JP', weight: 400, style: 'normal',
    files: japanese('noto-sans-jp', '400-normal'), script: 'japanese',
  },
  {
    name: 'noto-sans-jp-600', role: 'sans-600', family: 'Noto Sans JP', weight: 600, style: 'normal',
    files: japanese('noto-sans-jp', '600-normal'), script: 'japanese',
  },
  {
    name: 'noto-serif-jp-600', role: 'serif-600', family: 'Noto Serif JP', weight: 600, style: 'normal',
    files: japanese('noto-serif-jp', '600-normal'), script: 'japanese',
  },
]

/** A font file: the hash of its bytes, and what is made of them when it is first asked for. */
export type FontFile = {
  readonly hash: string
  /** fontkit's reading of it. */
  readonly font: () => Font
  /** Its tables unpacked, as they are cut. */
  readonly tables: () => Promise<Uint8Array>
}

const require = createRequire(import.meta.url)
const opened = new Map<string, FontFile>()

/** A function that works once and then remembers. */
function once<T>(make: () => T): () => T {
  const made: T[] = []
  return () => made[0] ?? (made[0] = make())
}

/** Opens a shipped font file, once a process. Throws when it is not installed. */
export function openFont(file: string): FontFile {
  const known = opened.get(file)
  if (known) return known
  const bytes = readFileSync(require.resolve(file))
  const made = {
    hash: createHash('sha256').update(bytes).digest('hex'),
    font: once(() => create(bytes)),
    tables: once(() => convert(bytes, 'sfnt')),
  }
  opened.set(file, made)
  return made
}
