/** The libraries without types of their own that judge files, as far as we use them. */

declare module 'rdf-parser-csvw' {
  import type { Readable } from 'node:stream'
  type Term = { readonly value: string; readonly datatype?: { readonly value: string } }
  export type ParsedQuad = { readonly subject: Term; readonly predicate: Term; readonly object: Term }
  const Parser: { import: (input: Readable, options: { metadata: unknown; baseIRI: string; timezone?: string }) => AsyncIterable<ParsedQuad> }
  export default Parser
}

declare module 'jsonstat-toolkit' {
  type Category = { readonly label: string; readonly unit?: { readonly code: string; readonly label: string; readonly decimals: number } }
  type Dimension = { readonly id: readonly string[]; readonly label: string; readonly role: string | null; Category: (code: string) => Category }
  type Cell = { readonly value: number | null; readonly status: string | null }
  type Dataset = {
    readonly class: string; readonly label: string; readonly id: readonly string[]; readonly length: number; readonly n: number
    readonly role: Readonly<Record<string, readonly string[]>>
    Dimension: (id: string) => Dimension
    Data: (at: Readonly<Record<string, string>>) => Cell
  }
  const JSONstat: (document: unknown) => Dataset
  export default JSONstat
}

declare module '@citation-js/plugin-csl'
declare module '@citation-js/plugin-bibtex'
