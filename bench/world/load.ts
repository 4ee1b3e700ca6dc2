import { fileURLToPath } from 'node:url'
import { loadSeed, readSeed, type Seed, saveEntries } from '@hansa/api'
import { type Database, openDatabase, silentLog } from '@hansa/db'
import { generateWorld, type WorldSize } from './generate.ts'

export const seedFolder = fileURLToPath(new URL('../../seed', import.meta.url))

/** The seed that every generated world stands on. */
export const readBase = (): Promise<Seed> => readSeed(seedFolder)

/** Where a world is kept: a PostgreSQL `url`, or the `dataDir` of an embedded database. */
export type Place = { url?: string; dataDir?: string }

/** Opens a database, migrated. */
export const openMigrated = async (place: Place): Promise<Database> => {
  const database = await openDatabase({ ...place, log: silentLog })
  await database.migrate()
  return database
}

/**
 * Writes the seed and a generated world through the services that any writer uses.
 * @returns how many entries were generated, and the seconds that saving them took
 */
export const loadWorld = async (
  place: Place,
  seed: Seed,
  size: WorldSize,
): Promise<{ entries: number; seconds: number }> => {
  const database = await openMigrated(place)
  try {
    const { db } = database
    await loadSeed({ db, folder: seedFolder })
    const viewer = { kind: 'system', name: 'bench' } as const
    let entries = 0
    let ms = 0
    for (const changes of generateWorld(seed, size)) {
      const start = performance.now()
      entries += (await saveEntries({ db, viewer }, changes)).length
      ms += performance.now() - start
    }
    await database.maintain()
    return { entries, seconds: ms / 1000 }
  } finally {
    await database.close()
  }
}
