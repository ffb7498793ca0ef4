/** The library without types of its own that judges headers, as far as we use it. */
declare module 'http-link-header' {
  export type Target = { readonly uri: string; readonly rel: string; readonly type?: string }
  const LinkHeader: { parse: (value: string) => { readonly refs: readonly Target[] } }
  export default LinkHeader
}
