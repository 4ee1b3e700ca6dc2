import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Indexer, startIndexer } from '@hansa/api'
import { type Clock, type Database, openDatabase } from '@hansa/db'
import { createStemmers, openEmbeddedEngine, type SearchEngine, type Stemmers } from '@hansa/search'
import type { Env } from './env.ts'
import type { Log } from './log.ts'
import type { Progress } from './progress.ts'
import type { Readiness } from './readiness.ts'
import { seedWhenNeeded } from './seed.ts'

/** What the API stands on, open and brought together. */
export type Services = {
  database: Database
  search: SearchEngine
  stemmers: Stemmers
  /** Ends jobs, stores the index, closes the database. */
  close(): Promise<void>
}

export type ServiceParts = {
  log: Log
  progress: Progress
  readiness: Readiness
  clock: Clock
  /** Aborted when the process shall stop: what is opening then is closed again. */
  signal: AbortSignal
}

/** Opens and migrates the database. */
export async function openMigrated(
  env: Env,
  { log, progress, clock }: Omit<ServiceParts, 'readiness' | 'signal'>,
) {
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

async function checkSearch(search: SearchEngine): Promise<boolean> {
  return !(await search.health()).stale
}

/** The search engine of this instance. Here a second one would be chosen by MEILI_URL. */
export function openSearch(env: Env): SearchEngine {
  return openEmbeddedEngine({ folder: join(env.DATA_DIR, 'search') })
}

/**
 * Opens database and search, loads the seed and brings the index together with the database. When a step fails, what
 * was open is closed again.
 */
export async function openServices(env: Env, parts: ServiceParts): Promise<Services> {
  const { log, progress, readiness, clock, signal } = parts
  const database = await openMigrated(env, parts)
  const closing: (() => Promise<void>)[] = [() => database.close()]
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step()
  }
  try {
    signal.throwIfAborted()
    readiness.set('database', async () => (await database.health()).ok)
    await seedWhenNeeded({ database, log, progress, signal })
    readiness.set('seed', async () => true)
    signal.throwIfAborted()
    const search = openSearch(env)
    closing.push(() => search.close())
    const stemmers = createStemmers()
    const indexer: Indexer = await progress.step('Opening the search index', () =>
      startIndexer({ database, search, stemmers, clock, log }),
    )
    closing.push(() => indexer.stop())
    readiness.set('search', () => checkSearch(search))
    signal.throwIfAborted()
    return { database, search, stemmers, close }
  } catch (error) {
    await close()
    throw error
  }
}
