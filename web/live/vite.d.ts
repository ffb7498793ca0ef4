/** What Vite adds to modules when it bundles them. */
interface ImportMeta {
  /** One function for every file that matches, by path, which imports it. */
  glob<Module>(patterns: readonly string[]): Readonly<Record<string, () => Promise<Module>>>
}
