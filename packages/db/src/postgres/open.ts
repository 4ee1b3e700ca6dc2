import { setTimeout } from 'node:timers/promises'
import { Unavailable } from '@hansa/domain/errors'
import type { Connection, ConnectionSource } from '../connection.ts'
import type { Database, Db, Health } from '../database.ts'
import type { Log } from '../log.ts'
import { migrate, readMigrations } from '../migrate.ts'
import type { Limits } from '../pglite/pool.ts'
import { listenOn } from './listen.ts'
import { createPostgresPool, describeUrl, type PostgresPool } from './pool.ts'

type Options = { url: string; log: Log; limits: Limits; createDb: (source: ConnectionSource) => Db }

async function checkHealth(pool: PostgresPool): Promise<Health> {
  const start = performance.now()
  try {
    await pool.query('SELECT 1')
    return { ok: true, engine: 'postgres', ms: performance.now() - start }
  } catch (error) {
    return { ok: false, engine: 'postgres', reason: error instanceof Error ? error.message : String(error) }
  }
}

function nameServer(url: string): string {
  try {
    if (/^postgres(ql)?:\/\//.test(url)) return describeUrl(url)
  } catch {
    // The parser's own message would repeat the password.
  }
  throw new Unavailable('DATABASE_URL is not of the form postgresql://user:password@host:5432/database.')
}

/**
 * Asks the server for the first time: again when it does not answer, because it may be starting as we are, and because a
 * process that is busy starting misses an answer that came in time.
 */
async function makeContact(pool: PostgresPool): Promise<void> {
  for (let left = 2; ; left -= 1) {
    try {
      await pool.query('SELECT 1')
      return
    } catch (error) {
      if (left === 0 || !(error instanceof Unavailable)) throw error
    }
    await setTimeout(500)
  }
}

/** Opens a PostgreSQL server's database; see `openDatabase`. */
export async function openPostgres(options: Options): Promise<Database> {
  const where = nameServer(options.url)
  const pool = createPostgresPool(options.url, options.limits, options.log)
  try {
    await makeContact(pool)
  } catch (error) {
    await pool.end()
    if (error instanceof Unavailable || !(error instanceof Error)) throw error
    throw new Unavailable(`PostgreSQL at ${where} refused: ${error.message}. Check DATABASE_URL.`, {
      cause: error,
    })
  }
  const exclusive: Database['exclusive'] = async (statementMs, work) => {
    const connection: Connection = await pool.dedicated()
    try {
      await connection.query(`SET statement_timeout = ${Math.round(statementMs)}`)
      return await work(connection)
    } finally {
      await connection.release()
    }
  }
  return {
    db: options.createDb(pool),
    engine: 'postgres',
    created: false,
    // No limit: waiting for another process's migrations takes as long as they do.
    migrate: (folder) => exclusive(0, (connection) => migrate(connection, readMigrations(folder))),
    health: () => checkHealth(pool),
    maintain: () => exclusive(0, async (connection) => void (await connection.query('ANALYZE'))),
    async bytes() {
      const { rows } = await pool.query('SELECT pg_database_size(current_database()) AS bytes')
      return Number(rows[0]?.bytes)
    },
    fsyncs: async () => null,
    exclusive,
    listen: (channel, listener) => listenOn(pool, channel, listener, options.log),
    close: () => pool.end(),
  }
}
