import { fileURLToPath } from 'node:url'
import { BadSeed, isSeeded, loadSeed, type SeedReport } from '@hansa/api'
import type { Database, Db } from '@hansa/db'
import type { Log } from './log.ts'
import type { Advance, Progress } from './progress.ts'

const seedFolder = fileURLToPath(new URL('../../../seed', import.meta.url))

const LOCK = 7_264_540
const LONGEST_MS = 15 * 60_000

type Parts = { database: Database; log: Log; progress: Progress; signal: AbortSignal }

/**
 * Loads a seed and shows how far it is; what is wrong with it is told row by row on stderr.
 * @param check is asked now and then and may throw
 * @throws BadSeed
 */
export async function loadSeedShowing(
  db: Db,
  progress: Progress,
  folder: string = seedFolder,
  check: () => void = () => undefined,
): Promise<SeedReport> {
  const load = (advance: Advance) => {
    const onProgress = (done: number, total: number) => {
      check()
      advance(done, total)
    }
    return loadSeed({ db, folder, onProgress })
  }
  try {
    return await progress.step('Loading the seed', load)
  } catch (error) {
    const problems = error instanceof BadSeed ? error.problems : []
    for (const { file, row, entry, field, message } of problems) {
      console.error(`${file} row ${row} (${entry}) ${field}: ${message}`)
    }
    throw error
  }
}

/** On a shared server two processes may start at once: the second waits, and then finds the seed loaded. */
async function alone(database: Database, work: () => Promise<void>): Promise<void> {
  if (database.engine === 'pglite') return await work()
  await database.exclusive(LONGEST_MS, async (connection) => {
    await connection.query('SELECT pg_advisory_lock($1)', [LOCK])
    try {
      await work()
    } finally {
      await connection.query('SELECT pg_advisory_unlock($1)', [LOCK])
    }
  })
}

/**
 * Loads the seed when the database does not hold exactly this one. Cut short, the next start finishes it.
 * @throws BadSeed
 */
export async function seedWhenNeeded(
  { database, log, progress, signal }: Parts,
  folder = seedFolder,
): Promise<void> {
  const { db } = database
  if (await isSeeded({ db, folder })) return
  await alone(database, async () => {
    if (await isSeeded({ db, folder })) return
    const report = await loadSeedShowing(db, progress, folder, () => signal.throwIfAborted())
    log.debug(report, 'seed loaded')
  })
  await database.maintain()
}
