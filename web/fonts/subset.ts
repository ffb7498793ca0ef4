/** Cuts a font face down to the characters that are used, and remembers what was cut. */
import { createHash } from 'node:crypto'
import subsetFont from 'subset-font'
import { openFont, type Face, type FontFile } from './faces.ts'

/** Where cut fonts are kept between builds, by the hash of everything that decides their bytes. */
export type Cache = {
  readonly read: (key: string) => Uint8Array | null
  readonly write: (key: string, bytes: Uint8Array) => void
}

/** One font file made for us: the characters in it, its woff2 bytes, and which source file of the face it is from. */
export type Cut = { readonly face: Face; readonly codes: readonly number[]; readonly bytes: Uint8Array; readonly part: number }

/**
 * What browsers need of a face: kerning and tabular figures for Latin; nothing for Japanese, which is set solid so that
 * it measures exactly one em a character. No contextual alternates or ligatures: they would turn "->" into an arrow.
 */
const FEATURES = {
  latin: ['kern', 'tnum', 'ccmp', 'mark', 'mkmk'],
  japanese: [],
} as const satisfies Record<Face['script'], readonly string[]>

/** Tables that horizontal text on a screen has no use for. */
const DROPPED: readonly string[] = ['vhea', 'vmtx', 'VORG', 'BASE', 'STAT', 'gasp', 'DSIG']

/** Raise when the way fonts are cut changes. */
const CUTTER = 2

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Code points of files that were asked for, by the hash of the file. */
const listed = new Map<string, ReadonlySet<number>>()

function listCodes({ hash, font }: FontFile, cache: Cache): readonly number[] {
  const key = `codes-${hash}`
  const known = cache.read(key)
  if (known) return Array.from(new Uint32Array(known.slice().buffer))
  // fontkit lists U+0000 and U+FFFF of some files, which are no characters.
  const codes = font().characterSet.filter((code) => code >= 0x20 && code !== 0xffff)
  cache.write(key, new Uint8Array(Uint32Array.from(codes).buffer))
  return codes
}

/** The code points a font file has a glyph for, read once a process. */
export function codesIn(file: string, cache: Cache): ReadonlySet<number> {
  const opened = openFont(file)
  const codes = listed.get(opened.hash) ?? new Set(listCodes(opened, cache))
  listed.set(opened.hash, codes)
  return codes
}

async function cut(face: Face, part: number, file: string, codes: readonly number[], cache: Cache): Promise<Cut> {
  const { hash, tables } = openFont(file)
  const features = FEATURES[face.script]
  const key = `cut-${sha256(`${CUTTER} ${hash} ${features.join()} ${codes.join()}`)}`
  const known = cache.read(key)
  if (known) return { face, part, codes, bytes: known }
  const text = codes.map((code) => String.fromCodePoint(code)).join('')
  const options = { targetFormat: 'woff2', keepFeatures: features, noHinting: true, dropTables: DROPPED } as const
  const bytes = await subsetFont(await tables(), text, options)
  cache.write(key, bytes)
  return { face, part, codes, bytes }
}

/**
 * A face with just these characters: a file for each of its source files that has any of them, each character once.
 * Characters the face does not have are left to the next family of the stack; coverage.ts sees to it that there is one.
 */
export async function cutFace(face: Face, wanted: ReadonlySet<number>, cache: Cache): Promise<readonly Cut[]> {
  const left = new Set(wanted)
  const cuts: Cut[] = []
  for (const [part, file] of face.files.entries()) {
    if (left.size === 0) break
    const here = codesIn(file, cache)
    const codes = [...left].filter((code) => here.has(code)).sort((a, b) => a - b)
    if (codes.length === 0) continue
    for (const code of codes) left.delete(code)
    cuts.push(await cut(face, part, file, codes, cache))
  }
  return cuts
}

/** What is left for later families of the stack. */
export function without(wanted: ReadonlySet<number>, cuts: readonly Cut[]): ReadonlySet<number> {
  const had = new Set(cuts.flatMap((one) => one.codes))
  return new Set([...wanted].filter((code) => !had.has(code)))
}
