/** The libraries without types of their own that tests use as judges, as far as we use them. */

declare module 'edtf' {
  /** Milliseconds of the first and last moment. Throws on what is no EDTF. */
  export default function edtf(text: string): { readonly min: number; readonly max: number }
}

declare module 'papaparse' {
  const Papa: { parse<T>(text: string, options: { delimiter: string; newline: string }): { readonly data: readonly T[] } }
  export default Papa
}
