/** The build's own description is read as unknown, also before there was a build. */
declare module '*/site.json' {
  const site: unknown
  export default site
}
