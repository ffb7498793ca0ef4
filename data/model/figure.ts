/** A figure: a table of a known shape, its words in each language, and its evidence. */
import type { QualifierCode } from './qualifier.ts'
import type { Rights } from './rights.ts'
import type { ShapeName } from './shape.ts'

/** Words by language code. A language that is missing is missing for a declared reason (`lang: [en]`). */
export type Text = Readonly<Record<string, string>>

export const STATUSES = ['final', 'provisional', 'revised', 'superseded', 'derived', 'inferred'] as const
export type Status = (typeof STATUSES)[number]

export const VERDICTS = ['confirmed', 'differs', 'narrower', 'not-found', 'not-checked'] as const
export type Verdict = (typeof VERDICTS)[number]

export const REASONS = ['same-asker-same-question', 'one-vintage', 'first-release'] as const
export type ComparabilityReason = (typeof REASONS)[number]

/** What may be done with observations that are declared comparable. */
export const USES = ['join', 'sum', 'parts'] as const
export type Use = (typeof USES)[number]

export const READ = ['in-full', 'in-part', 'not-read', 'not-recorded'] as const
export type ReadExtent = (typeof READ)[number]

/** Why a source has no address. */
export const NO_URL = ['not-recorded', 'gone'] as const
export type NoUrl = (typeof NO_URL)[number]

export const SAMPLING = ['probability', 'census-attempt', 'volunteer', 'not-reported'] as const
export type Sampling = (typeof SAMPLING)[number]

export const CHANGE_KINDS = ['first', 'correction', 'update', 'withdrawal'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/**
 * One observation. All cells are text as the source printed it; a key cell is '' where the shape has no such column,
 * a missing value is null.
 */
export type Row = {
  readonly series: string
  readonly measure: string
  readonly group: string
  readonly answer: string
  readonly time: string
  readonly value: string | null
  readonly qualifier: QualifierCode
  readonly lower: string | null
  readonly upper: string | null
  readonly unit: string
  readonly n: string | null
  readonly status: Status
  /** Date of publication of this value by its source, EDTF. */
  readonly published: string
  /** Ids into the figure's `evidence`, `sources` and `notes`; an event may name several sources, joined by ~. */
  readonly evidence: string
  readonly source: string
  readonly note: string
  /** The source's own word for the qualifier. */
  readonly as_printed: string
  /** Who acted, in an event: codes joined by ~. */
  readonly actors: string
}

/** A count of respondents with its qualifier; null = not reported. */
export type Count = { readonly value: string; readonly qualifier: QualifierCode } | null

export const EVIDENCE_KINDS = ['survey', 'statistic', 'statement'] as const
/** Statistics have no respondents: their survey fields are all null and are not printed. */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** How near to its publisher a number was read: in the publisher's own text, quoted by another, or in the press without saying where from. */
export const BASES = ['publisher', 'quoted', 'not-stated'] as const
export type Basis = (typeof BASES)[number]

/** What AAPOR also asks of a survey, and few sources tell. */
export const DISCLOSED = ['recruitment', 'margin_of_error', 'processing', 'limitations', 'contact'] as const
/** In our words; what the source does not state is left out, and printed as "not reported". */
export type Disclosed = Readonly<Partial<Record<(typeof DISCLOSED)[number], Text>>>

/** How an observation came to be. In a survey `null` = not reported, and is printed so. */
export type Evidence = Disclosed & {
  readonly kind: EvidenceKind
  readonly population: Text
  readonly asker: Text
  /** Who had it made, where somebody else asked. Left out, as the next two, in versions from before they were recorded. */
  readonly sponsor?: Text | null
  readonly asked: Count
  readonly n: Count
  /** The list that those who were asked were drawn from. */
  readonly frame?: Text | null
  readonly sampling: Sampling | null
  readonly mode: Text | null
  readonly weighting: Text | null
  /** Our paraphrase, never the source's sentence. */
  readonly question: Text | null
  /** Languages the questions were put in. */
  readonly language?: Text | null
  readonly fieldwork: string | null
  readonly published: string
  /** Date of the statistical publication the values were taken from, for data that are revised. */
  readonly vintage: string | null
  readonly source: string
  /** null where a figure does not grade its evidence. */
  readonly basis: Basis | null
}

export type Source = {
  readonly id: string
  readonly publisher: Text
  readonly title: string
  /** Language of the title, for `lang` attributes. */
  readonly lang: string
  /** EDTF; '' = the source does not say when it was published. */
  readonly date: string
  readonly url: string | null
  /** Why there is no address, null where there is one. */
  readonly no_url: NoUrl | null
  /** A copy that was read instead of the publisher's own page: named, never linked. */
  readonly copy: string
  readonly read: ReadExtent
  readonly rights: Rights
}

/** What the cited source itself says of a claim. */
export type Check = {
  /** `series` of the claim's row. */
  readonly claim: string
  readonly verdict: Verdict
  readonly finding: Text
  /** Why it could not be checked. */
  readonly reason: Text | null
  /** `series` of the rows that hold what the source says. */
  readonly observations: readonly string[]
}

/** A group of observations that may be joined, summed or shown as parts, and why. */
export type Comparability = {
  readonly reason: ComparabilityReason
  readonly allows: readonly Use[]
  /** Codes in the shape's `select` column, or null for all. */
  readonly of: readonly string[] | null
  readonly why: Text
}

/** Parts that add up to a total, within a tolerance per term. */
export type Total = {
  readonly total: string
  readonly parts: readonly string[]
  readonly tolerance: string
}

export type Derived = {
  /** The row's reference, such as `sme-2025.yes`. */
  readonly of: string
  readonly formula: string
  readonly inputs: readonly { readonly name: string; readonly text: Text; readonly value: string; readonly status: Status }[]
}

/** Observations that stand in the table and in every download but in no chart, and why. */
export type NotDrawn = {
  /** Codes in the shape's `select` column. */
  readonly of: readonly string[]
  /** An EDTF date or interval whose rows are meant, or null for all times. */
  readonly time: string | null
  readonly why: Text
}

export type Caveat = { readonly text: Text; readonly applies_to: readonly string[] | null }

export type Change = { readonly date: string; readonly kind: ChangeKind; readonly note: Text }

/** A code of the figure's own (a population, an answer, a claim) or of places.csv and actors.csv. */
export type Name = {
  readonly name: Text
  /** Shorter form for labels on a phone. */
  readonly short: Text | null
  /** A second line: who was asked, in a few words. */
  readonly detail: Text | null
  /** The name as the source prints it, where it differs from ours. */
  readonly as_printed: string
  /** Colour token of an actor, '' for none. */
  readonly colour: string
  /** Totals, "others" and groups are never ranked, mapped or added to their members. */
  readonly aggregate: boolean
  /** The code of the aggregate that already contains this one, for items listed beside. */
  readonly within: string
}

/** One figure with all its languages: what is stored under `figure:<hash>`. */
export type Figure = {
  readonly schema: 1
  readonly id: string
  readonly shape: ShapeName
  readonly section: string
  readonly lang: readonly string[]
  /** A finding: belongs to the default view only. */
  readonly title: Text
  readonly measure: Text
  readonly subtitle: Text
  readonly description: Text
  readonly unit: string
  readonly display_decimals: number
  /** Chart types that may draw it; the first is the default. */
  readonly charts: readonly string[]
  /** Codes in colour by default; all others are grey context. Empty = all. */
  readonly highlight: readonly string[]
  /** The answer after which bars of an ordered scale diverge, left and right of a line; left out where they begin at zero. */
  readonly centre?: string
  readonly published: string
  readonly asOf: string
  readonly names: Readonly<Record<string, Name>>
  readonly answers: Readonly<Record<string, Text>>
  readonly measures: Readonly<Record<string, Text>>
  /** Codes of names, answers and measures as the author lists them: the fields of a stored object have no order. */
  readonly order: readonly string[]
  readonly notes: Readonly<Record<string, Text>>
  readonly rows: readonly Row[]
  readonly evidence: Readonly<Record<string, Evidence>>
  readonly sources: Readonly<Record<string, Source>>
  readonly checks: readonly Check[]
  readonly comparability: readonly Comparability[]
  readonly totals: readonly Total[]
  readonly derived: readonly Derived[]
  readonly not_drawn: readonly NotDrawn[]
  readonly caveats: readonly Caveat[]
  readonly changes: readonly Change[]
}

/** Codes of a figure's names, answers or measures, in the author's order. */
export const inAuthorsOrder = (figure: Pick<Figure, 'order'>, of: Readonly<Record<string, unknown>>): readonly string[] =>
  figure.order.filter((code) => Object.hasOwn(of, code))

/** Marks where a line may break in a language without spaces. The build puts it in; only headings and pictures look at it. */
export const BREAK = '\u200b'

/** The words in a language with their break marks. Throws where a figure is asked for a language it is not published in. */
export function phrased(text: Text, lang: string): string {
  const words = text[lang]
  if (words === undefined) throw new Error(`no text in ${lang}: ${JSON.stringify(text).slice(0, 80)}`)
  return words
}

/** The words in a language, as people and data files read them. */
export const inLanguage = (text: Text, lang: string): string => phrased(text, lang).replaceAll(BREAK, '')
