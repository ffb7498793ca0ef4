/** Starts a program of the project, after checking that this Node can run it: plain JavaScript, so that any Node can say so. */

const OLDEST = [22, 18]
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  console.error(
    `This is Node ${process.versions.node}, and Supply Lines needs ${OLDEST.join('.')} or newer → run "npm install" again and ` +
      'allow the install script of the package "node", which brings its own, or install a newer Node from https://nodejs.org',
  )
  process.exitCode = 1
} else {
  const [path, ...given] = process.argv.slice(2)
  const { main } = await import(new URL(`../${path}`, import.meta.url).href)
  if (main) process.exitCode = await main(given)
}
