/** Which characters go into one font file, so that pages fetch few files with little in them that they do not need. */

type Codes = ReadonlySet<number>

/** Characters that are fetched together, and which pages have any of them. */
export type Slice = { readonly codes: Codes; readonly isEverywhere: boolean }

type Group = { readonly codes: readonly number[]; readonly pages: Uint8Array; readonly cost: number }

/** Bytes of a file and its request without any glyph, and of one glyph of a Japanese font. */
const FILE = 1000
const GLYPH = 130

/** Characters in a slice of those that no page has by itself: about 6 kB of a Japanese font. */
const PIECE = 32

/** The first page counts as much as this many others: most readers see it, and it has the most words. */
const FIRST_PAGE = 8

/** What a group costs all pages together: each page that has one of its characters fetches the whole. */
function groupOf(codes: readonly number[], pages: Uint8Array): Group {
  const readers = pages.reduce((sum, has, i) => sum + has * (i === 0 ? FIRST_PAGE : 1), 0)
  return { codes, pages, cost: readers * (FILE + GLYPH * codes.length) }
}

const united = (a: Group, b: Group): Group => groupOf([...a.codes, ...b.codes], a.pages.map((has, i) => has | (b.pages[i] ?? 0)))

/** Characters that the same pages have, in the order they first come. */
function groupsOf(pages: readonly Codes[]): readonly Group[] {
  const found = new Map<string, { codes: number[]; pages: Uint8Array }>()
  for (const code of new Set(pages.flatMap((codes) => [...codes]))) {
    const having = Uint8Array.from(pages, (codes) => (codes.has(code) ? 1 : 0))
    const known = found.get(having.join(''))
    if (known) known.codes.push(code)
    else found.set(having.join(''), { codes: [code], pages: having })
  }
  return [...found.values()].map(({ codes, pages: having }) => groupOf(codes, having))
}

type Match = { readonly other: number; readonly saved: number }

/** What saves most when it joins a group: of those after it in the list, so that each pair is looked at once. */
function bestMatch(groups: readonly (Group | null)[], index: number): Match {
  let best: Match = { other: -1, saved: 0 }
  const own = groups[index]
  for (let other = index + 1; own && other < groups.length; other++) {
    const group = groups[other]
    const saved = group ? own.cost + group.cost - united(own, group).cost : 0
    if (saved > best.saved) best = { other, saved }
  }
  return best
}

/** Joins the two groups that save most by it until no two save anything. */
function joined(start: readonly Group[]): readonly Group[] {
  const groups: (Group | null)[] = [...start]
  const matches = groups.map((_, index) => bestMatch(groups, index))
  for (;;) {
    const index = matches.reduce((best, match, i) => (match.saved > (matches[best]?.saved ?? 0) ? i : best), 0)
    const { other, saved } = matches[index] ?? { other: -1, saved: 0 }
    const [a, b] = [groups[index], groups[other]]
    if (saved <= 0 || !a || !b) return groups.flatMap((group) => group ?? [])
    groups[index] = united(a, b)
    groups[other] = null
    matches.forEach((match, i) => {
      if (i <= other || match.other === index || match.other === other) matches[i] = bestMatch(groups, i)
    })
  }
}

/**
 * Slices of a font: what pages have, so divided that all of them together fetch least; then what each group of views adds;
 * then, in small pieces, whatever else can come up. A character is in one slice only.
 */
export function slicesOf(pages: readonly Codes[], views: readonly Codes[], all: Codes): readonly Slice[] {
  const groups = joined(groupsOf(pages))
  const had = new Set(groups.flatMap(({ codes }) => codes))
  const added = views.map((codes) => {
    const fresh = new Set([...codes].filter((code) => !had.has(code)))
    for (const code of fresh) had.add(code)
    return fresh
  })
  const rest = [...all].filter((code) => !had.has(code))
  const pieces = Array.from({ length: Math.ceil(rest.length / PIECE) }, (_, i) => new Set(rest.slice(i * PIECE, (i + 1) * PIECE)))
  return [
    ...groups.map(({ codes, pages: having }) => ({ codes: new Set(codes), isEverywhere: having.every((has) => has === 1) })),
    ...[...added, ...pieces].map((codes) => ({ codes, isEverywhere: false })),
  ]
}
