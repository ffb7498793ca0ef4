/** Which characters go into one font file, so that readers fetch few files with little in them that they do not need. */

type Codes = ReadonlySet<number>

/** Characters and a bit for each page that has one of them; what they cost all pages together. */
type Group = { readonly codes: readonly number[]; readonly pages: Uint8Array; readonly cost: number }

/** Bytes of a file and its request without any glyph, and of one glyph of a Japanese font. */
const FILE = 1000
const GLYPH = 130

/** Characters in a slice at most: about 6 kB of a Japanese font. A chosen view has few of what its page could show. */
const PIECE = 32

/** How many readers pages have, by the byte of eight bits that says which of eight pages are meant. */
type Readers = readonly Uint32Array[]

const BITS = [0, 1, 2, 3, 4, 5, 6, 7] as const

const readersOf = (pages: number): Readers =>
  Array.from({ length: Math.ceil(pages / 8) }, () => Uint32Array.from({ length: 256 }, (_, set) =>
    BITS.reduce<number>((sum, bit) => sum + ((set >> bit) & 1), 0)))

type Held = Pick<Group, 'codes' | 'pages'>

/** What two groups cost as one: each page that has a character of either fetches the whole. */
function costOf(readers: Readers, a: Held, b: Held): number {
  let sum = 0
  for (let byte = 0; byte < readers.length; byte++) sum += readers[byte]?.[(a.pages[byte] ?? 0) | (b.pages[byte] ?? 0)] ?? 0
  return sum * (FILE + GLYPH * (a.codes.length + b.codes.length))
}

const NOBODY: Held = { codes: [], pages: new Uint8Array() }

function united(readers: Readers, a: Held, b: Held): Group {
  const both = { codes: [...a.codes, ...b.codes], pages: a.pages.map((byte, i) => byte | (b.pages[i] ?? 0)) }
  return { ...both, cost: costOf(readers, both, NOBODY) }
}

/** Characters that more than half of the pages have, in the order they first come. */
export function commonOf(pages: readonly Codes[]): Codes {
  const having = new Map<number, number>()
  for (const code of pages.flatMap((codes) => [...codes])) having.set(code, (having.get(code) ?? 0) + 1)
  return new Set([...having].filter(([, count]) => count > pages.length / 2).map(([code]) => code))
}

const inPieces = (codes: readonly number[]): readonly (readonly number[])[] =>
  Array.from({ length: Math.ceil(codes.length / PIECE) }, (_, i) => codes.slice(i * PIECE, (i + 1) * PIECE))

/** Characters that the same pages have, in the order they first come. */
function groupsOf(pages: readonly Codes[], readers: Readers): readonly Group[] {
  const found = new Map<string, { codes: number[]; pages: Uint8Array }>()
  for (const code of new Set(pages.flatMap((codes) => [...codes]))) {
    const having = new Uint8Array(readers.length)
    for (const [i, codes] of pages.entries()) if (codes.has(code)) having[i >> 3] = (having[i >> 3] ?? 0) | (1 << (i & 7))
    const known = found.get(having.join())
    if (known) known.codes.push(code)
    else found.set(having.join(), { codes: [code], pages: having })
  }
  return [...found.values()].flatMap((group) => inPieces(group.codes).map((codes) => united(readers, { ...group, codes }, NOBODY)))
}

/** A group that may join another, and what that saves. */
type Match = { readonly other: number; readonly saved: number }

const NO_MATCH: Match = { other: -1, saved: 0 }

const better = (a: Match, b: Match): Match => (b.saved > a.saved || (b.saved === a.saved && b.other < a.other) ? b : a)

/** Joins the two groups that save most by it until no two that fit into one save anything. */
function joined(start: readonly Group[], readers: Readers): readonly Group[] {
  const groups: (Group | null)[] = [...start]
  const match = (own: Group, other: number): Match => {
    const group = groups[other]
    const fits = group && own.codes.length + group.codes.length <= PIECE
    return fits ? { other, saved: own.cost + group.cost - costOf(readers, own, group) } : NO_MATCH
  }
  /** What saves most when it joins a group: of those after it in the list, so that each pair is looked at once. */
  const bestMatch = (own: Group | null, index: number): Match => {
    let best = NO_MATCH
    for (let other = index + 1; own && other < groups.length; other++) best = better(best, match(own, other))
    return best
  }
  const matches = groups.map(bestMatch)
  for (;;) {
    const index = matches.reduce((best, { saved }, i) => (saved > (matches[best]?.saved ?? 0) ? i : best), 0)
    const { other } = matches[index] ?? NO_MATCH
    const [a, b] = [groups[index], groups[other]]
    if (!a || !b) return groups.flatMap((group) => group ?? [])
    groups[index] = united(readers, a, b)
    groups[other] = null
    for (const [i, old] of matches.entries()) {
      const own = groups[i] ?? null
      if (i === index || i === other || old.other === index || old.other === other) matches[i] = bestMatch(own, i)
      else if (own && i < index) matches[i] = better(old, match(own, index))
    }
  }
}

/**
 * Slices of a font: what pages have, so divided that all of them together fetch least; then, in pieces, whatever else can
 * come up, in the order it is given. A character is in one slice only.
 */
export function slicesOf(pages: readonly Codes[], all: Codes): readonly Codes[] {
  const readers = readersOf(pages.length)
  const groups = joined(groupsOf(pages, readers), readers)
  const had = new Set(groups.flatMap(({ codes }) => codes))
  const rest = [...all].filter((code) => !had.has(code))
  return [...groups.map(({ codes }) => codes), ...inPieces(rest)].map((codes) => new Set(codes))
}
