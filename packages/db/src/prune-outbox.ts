import { asc, gte, lt, sql } from 'drizzle-orm'
import type { Db } from './database.ts'
import type { OutboxPosition } from './outbox.ts'
import { outbox } from './schema/index.ts'

/** Rows deleted in one statement: few enough that others on the one session of the embedded database hardly wait. */
const ROWS = 5_000

/** The oldest row there is; `first` when nothing was ever deleted before it. Null when there is none. */
export type OutboxTail = { position: OutboxPosition; first: boolean }

/**
 * Where the outbox begins. A reader whose place lies before it, unless that is the first row ever, has missed rows.
 */
export async function outboxTail(db: Db): Promise<OutboxTail | null> {
  const [row] = await db
    .select({ xid: outbox.xid, seq: outbox.seq })
    .from(outbox)
    .orderBy(asc(outbox.xid), asc(outbox.seq))
    .limit(1)
  return row ? { position: `${row.xid}:${row.seq}`, first: row.seq === 1 } : null
}

/**
 * Deletes the rows that come before a place and before the first row that is not older than `keepFrom`. The row at the
 * place stays, so that `outboxTail` tells a reader that has missed rows from one that has read to the end.
 *
 * @param before place that every reader has passed, and from which each would go on after a restart
 * @param keepFrom younger rows stay, for readers that are late
 * @returns how many rows were deleted
 */
export async function pruneOutbox(db: Db, before: OutboxPosition, keepFrom: Date): Promise<number> {
  const [xid, seq] = before.split(':')
  const [young] = await db
    .select({ xid: outbox.xid, seq: outbox.seq })
    .from(outbox)
    .where(gte(outbox.at, keepFrom))
    .orderBy(asc(outbox.xid), asc(outbox.seq))
    .limit(1)
  const isBefore = sql`(${outbox.xid}, ${outbox.seq}) < (${xid}::xid8, ${seq}::bigint)`
  const isOld = young
    ? sql`(${outbox.xid}, ${outbox.seq}) < (${young.xid}::xid8, ${young.seq}::bigint)`
    : lt(outbox.at, keepFrom)
  let pruned = 0
  for (;;) {
    const { rowCount } = await db.execute(
      sql`delete from ${outbox} where ${outbox.seq} in (select ${outbox.seq} from ${outbox} where ${isBefore} and ${isOld} order by ${outbox.xid}, ${outbox.seq} limit ${ROWS})`,
    )
    pruned += rowCount ?? 0
    if ((rowCount ?? 0) < ROWS) return pruned
  }
}
