/** What we use of csv-parse, typed by hand: its own types bring Node's with them, and the model is pure. */

export type Options = {
  readonly record_delimiter: readonly string[]
  readonly relax_column_count: boolean
  readonly max_record_size: number
  readonly to?: number
}

export declare function parse(text: string, options: Options): string[][]

export declare class CsvError extends Error {
  readonly code: string
  /** Records read before the one that is broken. */
  readonly records: number
}
