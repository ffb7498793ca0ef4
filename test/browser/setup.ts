/** Before the browser tests: one site for all of them. After them: nothing is left running, and no folder is left. */
import type { TestProject } from 'vitest/node'
import { copyProject } from './copy.ts'
import { startSite } from './site.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Scheme, host and port of the site under test. */
    origin: string
    /** The folder it was built in. */
    folder: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const copy = copyProject()
  try {
    const site = await startSite(copy.folder)
    project.provide('origin', site.origin)
    project.provide('folder', copy.folder)
    return async () => {
      await site.stop()
      copy.remove()
    }
  } catch (error) {
    copy.remove()
    throw error
  }
}
