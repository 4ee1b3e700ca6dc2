import { followKept, type Indexer, type Kept } from '@hansa/api'
import type { Clock, Database } from '@hansa/db'
import { createStemmers, type SearchEngine, type Stemmers } from '@hansa/search'
import type { Env } from './env.ts'
import type { Log } from './log.ts'
import type { Progress } from './progress.ts'
import type { Readiness } from './readiness.ts'
import { openSearch } from './search.ts'
import { seedWhenNeeded } from './seed.ts'
import { openStores, type Stores } from './stores.ts'

/** What the API stands on, open and brought together. */
export type Services = {
  database: Database
  search: SearchEngine
  stemmers: Stemmers
  kept: Kept
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

/**
 * Loads the seed and brings the index together with the database. When a step fails, what was open is closed again.
 *
 * @param stores may be opening already
 */
export async function openServices(
  env: Env,
  parts: ServiceParts,
  stores: Promise<Stores> = openStores(env, parts),
): Promise<Services> {
  const { log, progress, readiness, clock, signal } = parts
  const opened = await stores
  const { database } = opened
  const { search, startIndexing, isReady, onChange } = openSearch(env, opened, { clock, log })
  const closing: (() => Promise<void>)[] = [() => database.close(), () => search.close()]
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step()
  }
  try {
    signal.throwIfAborted()
    readiness.set('database', async () => (await database.health()).ok)
    await seedWhenNeeded({ database, log, progress, signal })
    readiness.set('seed', async () => true)
    signal.throwIfAborted()
    const stemmers = createStemmers()
    const kept = await followKept(database, log)
    closing.push(() => kept.stop())
    const onIndexed = () => kept.indexChanged()
    onChange(onIndexed)
    const indexer: Indexer = await progress.step('Opening the search index', () =>
      startIndexing({ database, search, stemmers, clock, log, onIndexed }),
    )
    closing.push(() => indexer.stop())
    readiness.set('search', isReady)
    signal.throwIfAborted()
    return { database, search, stemmers, kept, close }
  } catch (error) {
    await close()
    throw error
  }
}
