import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { copyInstance } from './seeded.ts'
import { removeFolder, startServer, temporaryFolder } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the instance that all files of a run share. */
    readonly instanceUrl: string
  }
}

/**
 * Starts one seeded instance for all projects of a run that name this file as `globalSetup`; a file finds it with
 * `inject('instanceUrl')`. `HANSA_TEST_URL` names one that runs already, for work on the tests themselves.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (project.getProvidedContext().instanceUrl) return undefined
  const run = project.vitest.getRootProject()
  const running = process.env.HANSA_TEST_URL
  if (running) {
    run.provide('instanceUrl', running)
    return undefined
  }
  const folder = await temporaryFolder()
  const DATA_DIR = await copyInstance(project.getProvidedContext().seeded.folder, join(folder, 'data'))
  const server = await startServer({ DATA_DIR })
  run.provide('instanceUrl', server.url)
  return async () => {
    await server.stop()
    await removeFolder(folder)
  }
}
