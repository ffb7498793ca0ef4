/** What tests in workerd are bound to: the real bindings of wrangler.toml and the Worker itself. */
declare namespace Cloudflare {
  interface Env {
    FIGURES: KVNamespace
    ASSETS: Fetcher
    PUBLIC_URL: string
  }
  interface GlobalProps {
    mainModule: typeof import('../../worker/index.ts')
  }
}
