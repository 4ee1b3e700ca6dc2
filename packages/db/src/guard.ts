import { AsyncLocalStorage } from 'node:async_hooks'
import { OuterConnectionInTransaction } from './errors.ts'

type Scope = { open: boolean }

/** Knows whether the running code was called from inside a transaction of this database. */
export type TransactionGuard = {
  /** Throws OuterConnectionInTransaction when called from inside an open transaction. */
  check(): void
  /** Runs `work` as the inside of a transaction. */
  inside<T>(work: () => Promise<T>): Promise<T>
}

/**
 * Makes a guard against using the outer connection inside a transaction. On PGlite's one session that waits for
 * itself for ever; on PostgreSQL it silently reads and writes outside the transaction.
 */
export function createGuard(): TransactionGuard {
  const scopes = new AsyncLocalStorage<Scope>()
  return {
    check() {
      if (scopes.getStore()?.open) throw new OuterConnectionInTransaction()
    },
    async inside(work) {
      const scope = { open: true }
      try {
        // Awaited inside: Drizzle's queries start only when somebody waits for them.
        return await scopes.run(scope, async () => await work())
      } finally {
        // Timers and promises started inside carry the scope on; after the end they may use the outer connection.
        scope.open = false
      }
    },
  }
}
