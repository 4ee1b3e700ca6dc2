import { sweepSignIns } from '@hansa/auth'
import type { Clock, Database, Log } from '@hansa/db'

export type Sweeper = { stop(): void }

const everyMs = 3_600_000

/** Removes every hour what signing in leaves behind: sessions, tickets, tokens and throttles that are over. */
export const startSweeper = (deps: { database: Database; clock: Clock; log: Log }): Sweeper => {
  const sweep = () => {
    sweepSignIns({ db: deps.database.db, clock: deps.clock }).catch((error: unknown) =>
      deps.log.warn({ err: error }, 'what is over could not be removed; trying again in an hour'),
    )
  }
  sweep()
  const timer = setInterval(sweep, everyMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
