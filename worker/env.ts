/** What the Worker is bound to. */
export type Env = {
  /** What was published. Without it the copy that was deployed is served. */
  readonly FIGURES?: KVNamespace
  /** Styles, fonts and that copy. */
  readonly ASSETS: Fetcher
  /** Scheme and host of the public address; '' or absent on localhost. */
  readonly PUBLIC_URL?: string
  /** 'off' where a request may not take the time that drawing pixels takes. */
  readonly EDGE_PNG?: string
}
