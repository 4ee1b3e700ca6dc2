import { type Database, openDatabase, silentLog } from '@hansa/db'
import { prepareFolder, type TestDatabase, testDatabase, testEngine } from '@hansa/db/testing'
import { withFolder } from '@hansa/db/testing-process'

/** A database that outlives the processes of a test, some of which are killed. */
export type KeptDatabase = {
  /** What a child process opens: a folder or a connection string. */
  at: string
  /** Opens it for the test itself; the embedded one belongs to one process at a time, so it is closed when `work` is done. */
  use<T>(work: (database: Database) => Promise<T>): Promise<T>
}

/** Opens what a process of a test was told of on its command line. */
export const openAt = (at: string): Promise<Database> =>
  openDatabase({ ...(at.includes('://') ? { url: at } : { dataDir: at }), log: silentLog })

const onPostgres = async (work: (kept: KeptDatabase) => Promise<void>): Promise<void> => {
  const database: TestDatabase = await testDatabase()
  try {
    if (database.url === null) throw new Error('a database on a server has no address')
    await work({ at: database.url, use: (each) => each(database) })
  } finally {
    await database.close()
  }
}

/** Runs `work` with an empty database on the engine of the test run. */
export const withKeptDatabase = async (work: (kept: KeptDatabase) => Promise<void>): Promise<void> => {
  if (testEngine() === 'postgres') return await onPostgres(work)
  await withFolder(async (at) => {
    await prepareFolder(at)
    const use: KeptDatabase['use'] = async (each) => {
      const database = await openAt(at)
      try {
        return await each(database)
      } finally {
        await database.close()
      }
    }
    await work({ at, use })
  })
}
