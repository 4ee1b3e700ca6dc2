import { CHANNELS } from '../channels.ts'
import type { ConnectionSource } from '../connection.ts'
import type { Clock, Database, Db, Health } from '../database.ts'
import { DataDirUnusable } from '../errors.ts'
import type { Log } from '../log.ts'
import { migrate, readMigrations } from '../migrate.ts'
import { openDataDir } from './data-dir.ts'
import { type PgliteEngine, startEngine } from './engine.ts'
import { createLane } from './lane.ts'
import { startMaintenance } from './maintenance.ts'
import { createPglitePool, type Limits, type PglitePool } from './pool.ts'
import { folderBytes } from './template.ts'

type Options = {
  dataDir: string
  log: Log
  clock?: Clock | undefined
  limits: Limits
  createDb: (source: ConnectionSource) => Db
}

const MIGRATION_MS = 10 * 60_000

async function checkHealth(pool: PglitePool): Promise<Health> {
  const start = performance.now()
  try {
    await pool.query('SELECT 1')
    return { ok: true, engine: 'pglite', ms: performance.now() - start }
  } catch (error) {
    return { ok: false, engine: 'pglite', reason: error instanceof Error ? error.message : String(error) }
  }
}

/** Opens the embedded database; see `openDatabase`. */
export async function openPglite(options: Options): Promise<Database> {
  const { dataDir, log, limits } = options
  const { cluster, lock, created } = await openDataDir(dataDir, log)
  const listeners = new Map<string, Set<() => void>>(CHANNELS.map((channel) => [channel, new Set()]))
  const onNotification = (channel: string): void => {
    for (const listener of listeners.get(channel) ?? []) listener()
  }
  let engine: PgliteEngine
  try {
    engine = await startEngine({ dir: cluster, channels: CHANNELS, log, onNotification })
  } catch (error) {
    await lock.release()
    throw new DataDirUnusable(dataDir, error instanceof Error ? error.message : String(error))
  }
  const lane = createLane(2 * limits.statementMs)
  const pool = createPglitePool(engine, lane, limits, log)

  const exclusive: Database['exclusive'] = async (statementMs, work) => {
    const connection = await pool.connect()
    connection.setLimit(statementMs)
    try {
      return await work(connection)
    } finally {
      connection.release()
    }
  }
  const maintenance = startMaintenance({ exclusive, log, clock: options.clock ?? { now: () => new Date() } })
  return {
    db: options.createDb(pool),
    engine: 'pglite',
    created,
    migrate: (folder) => exclusive(MIGRATION_MS, (connection) => migrate(connection, readMigrations(folder))),
    health: () => checkHealth(pool),
    maintain: () => maintenance.run(),
    bytes: async () => folderBytes(cluster),
    fsyncs: async () => (await engine.stats()).fsyncs,
    exclusive,
    async listen(channel, listener) {
      listeners.get(channel)?.add(listener)
      return async () => void listeners.get(channel)?.delete(listener)
    },
    async close() {
      maintenance.stop()
      // Whatever holds the session finishes first; a holder that never does is ended by its own limits.
      const leave = await lane.enter().catch(() => undefined)
      await engine.close()
      leave?.()
      await lock.release()
    },
  }
}
