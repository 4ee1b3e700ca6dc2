import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { searchSchema } from '@hansa/api/search-schema'
import { type Clock, type Database, openDatabase } from '@hansa/db'
import { openEmbeddedEngine, type SearchEngine } from '@hansa/search'
import type { Env } from './env.ts'
import type { Log } from './log.ts'
import type { Progress } from './progress.ts'

/* What keeps the data. Imports little, so that both can begin to open while the rest of the code is being read. */

/** The database, and the embedded search engine; null when the index is on a server. */
export type Stores = { database: Database; embedded: SearchEngine | null }

export type StoreParts = { log: Log; progress: Progress; clock: Clock }

/** Opens the embedded search engine, unless there is another. */
export function openEmbedded(env: Env): SearchEngine | null {
  return env.MEILI_URL ? null : openEmbeddedEngine({ folder: join(env.DATA_DIR, 'search') })
}

/** Opens and migrates the database. */
export async function openMigrated(env: Env, { log, progress, clock }: StoreParts): Promise<Database> {
  const isNew = !env.DATABASE_URL && !existsSync(join(env.DATA_DIR, 'pglite'))
  return await progress.step(isNew ? 'Creating the database' : 'Opening the database', async () => {
    const database = await openDatabase({ url: env.DATABASE_URL, dataDir: env.DATA_DIR, log, clock })
    try {
      await database.migrate()
      return database
    } catch (error) {
      await database.close()
      throw error
    }
  })
}

/** Opens both, each in a thread of its own. */
export async function openStores(env: Env, parts: StoreParts): Promise<Stores> {
  const embedded = openEmbedded(env)
  // Its thread reads the stored index meanwhile. Whoever brings it up to date asks again, and is told what went wrong.
  embedded?.configure(searchSchema).catch(() => undefined)
  try {
    return { database: await openMigrated(env, parts), embedded }
  } catch (error) {
    await embedded?.close()
    throw error
  }
}
