import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { countEntries, removeFolder, startServer, temporaryFolder } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** What one first start made, for all files of a run. */
    readonly seeded: Seeded
  }
}

/** A complete instance that was started once and stopped cleanly. */
export type Seeded = {
  readonly folder: string
  /** What it said when it was started. */
  readonly output: string
  readonly entries: number
}

/**
 * Makes one seeded instance for all projects of a run that name this file as `globalSetup`: creating a database and loading
 * the seed is the longest part of most tests of the whole system.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (project.getProvidedContext().seeded) return undefined
  const folder = await temporaryFolder()
  const server = await startServer({ DATA_DIR: folder })
  const entries = await countEntries(server.url)
  await server.stop()
  project.vitest.getRootProject().provide('seeded', { folder, output: server.stdout(), entries })
  return () => removeFolder(folder)
}

/** Copies the data of a stopped instance to a folder that does not exist yet; a socket in it is no data. */
export async function copyInstance(from: string, to: string): Promise<string> {
  await cp(from, to, { recursive: true, filter: (path) => !path.endsWith('.sock') })
  return to
}

/** A copy of the seeded instance under a name in a room of a test. */
export const seededCopy = (room: string, name = 'data'): Promise<string> =>
  copyInstance(inject('seeded').folder, join(room, name))
