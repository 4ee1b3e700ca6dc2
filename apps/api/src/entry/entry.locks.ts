import type { Tx } from '@hansa/db'
import { sql } from 'drizzle-orm'

/*
 * Whoever writes an entry holds it and, by its links, those it names; whoever merges one holds it and those that name it. The two
 * would wait for each other, so one of them asks first: many may write at once, and nobody writes while somebody merges.
 */

const entries = sql`hashtext('hansa entries')`

/** Said before the first entry is locked in a transaction; saying it again costs nothing but the question. */
export const amongWriters = async (tx: Tx): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${entries})`)
}

/** Said before anything else of a transaction that locks in another order than writers do. */
export const asOnlyWriter = async (tx: Tx): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(${entries})`)
}
