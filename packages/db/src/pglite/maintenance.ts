import type { Clock, Database } from '../database.ts'
import type { Log } from '../log.ts'

const MINUTE = 60_000
const CHECKPOINT_EVERY = 5 * MINUTE
const VACUUM_EVERY = 24 * 60 * MINUTE
const FIRST_VACUUM_AFTER = 15 * MINUTE
const STATEMENT_MS = 10 * MINUTE

type Parts = { exclusive: Database['exclusive']; log: Log; clock: Clock }

/** What PostgreSQL's background processes would do; PGlite has none of them. */
export type Maintenance = {
  /** Vacuums and analyses every table, then writes a checkpoint. */
  run(): Promise<void>
  /** Does what is due now; called each minute. */
  tick(): Promise<void>
  stop(): void
}

async function checkpoint({ exclusive }: Parts): Promise<void> {
  await exclusive(STATEMENT_MS, (connection) => connection.query('CHECKPOINT'))
}

async function vacuum({ exclusive }: Parts): Promise<void> {
  const { rows } = await exclusive(STATEMENT_MS, (connection) =>
    connection.query(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'pg_catalog')`,
    ),
  )
  // The session is given back after each table, so that nobody waits for the whole round.
  for (const { name } of rows) {
    await exclusive(STATEMENT_MS, (connection) => connection.query(`VACUUM (ANALYZE) ${name}`))
  }
}

/** Starts the timer; failures are logged and tried again at the next turn. */
export function startMaintenance(parts: Parts): Maintenance {
  const time = (): number => parts.clock.now().getTime()
  let nextCheckpoint = time() + CHECKPOINT_EVERY
  let nextVacuum = time() + FIRST_VACUUM_AFTER

  const run = async (): Promise<void> => {
    await vacuum(parts)
    await checkpoint(parts)
  }
  const tick = async (): Promise<void> => {
    const now = time()
    if (now >= nextVacuum) {
      nextVacuum = now + VACUUM_EVERY
      nextCheckpoint = now + CHECKPOINT_EVERY
      await run()
    } else if (now >= nextCheckpoint) {
      nextCheckpoint = now + CHECKPOINT_EVERY
      await checkpoint(parts)
    }
  }
  const timer = setInterval(() => {
    tick().catch((error) => parts.log.warn({ err: error }, 'database maintenance failed'))
  }, MINUTE)
  return { run, tick, stop: () => clearInterval(timer.unref()) }
}
