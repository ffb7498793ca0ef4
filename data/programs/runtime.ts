/** Checks that a program runs on a Node it can run on, and says what to do otherwise. */

/** The oldest Node that runs TypeScript as it is and has what the builders need. */
const OLDEST: readonly [number, number] = [22, 12]

/** What is wrong with a version of Node, with the remedy; null when it will do. */
export function runtimeProblem(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return null
  return `this is Node ${version}, and Supply Lines needs ${OLDEST.join('.')} or newer → run "npm install" again and allow the ` +
    'install script of the package "node" (it brings its own), or install a newer Node from https://nodejs.org'
}
