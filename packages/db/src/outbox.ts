import { and, asc, desc, type SQL, sql } from 'drizzle-orm'
import { OUTBOX_CHANNEL } from './channels.ts'
import type { Database, Db } from './database.ts'
import { insertRows } from './insert-rows.ts'
import type { Log } from './log.ts'
import { outbox } from './schema/index.ts'

/*
 * Identity numbers are given out before commit, so a lower `seq` may become visible after a higher one was read.
 * Rows therefore carry their transaction's number, and readers take only rows of transactions older than every one
 * that still runs: nothing can appear before a position once it was passed.
 */

/** A place in the outbox: everything up to it has been read. Opaque; kept by readers as it is. */
export type OutboxPosition = `${string}:${string}`

/** The place before the first row. */
export const OUTBOX_START: OutboxPosition = '0:0'

/** What happened to one entry. */
export type OutboxEvent = {
  entryId: string
  entryKind: (typeof outbox.$inferSelect)['entryKind']
  event: string
}

/** One event as it was written; `position` is the place after it. */
export type OutboxRow = OutboxEvent & { seq: number; at: Date; position: OutboxPosition }

const UNSETTLED_MS = 50
const settled: SQL = sql`${outbox.xid} < pg_snapshot_xmin(pg_current_snapshot())`

function isAfter(position: OutboxPosition): SQL {
  const [xid, seq] = position.split(':')
  return sql`(${outbox.xid}, ${outbox.seq}) > (${xid}::xid8, ${seq}::bigint)`
}

/** Writes events in the transaction that makes them true and wakes the readers when it commits. */
export async function writeOutbox(tx: Db, events: OutboxEvent[]): Promise<void> {
  if (events.length === 0) return
  await insertRows(tx, outbox, events)
  await tx.execute(sql`SELECT pg_notify(${OUTBOX_CHANNEL}, '')`)
}

/**
 * Reads the next events in order.
 * @param after place of the last row read, or OUTBOX_START
 * @param limit most rows to give
 */
export async function readOutbox(db: Db, after: OutboxPosition, limit: number): Promise<OutboxRow[]> {
  const rows = await db
    .select()
    .from(outbox)
    .where(and(settled, isAfter(after)))
    .orderBy(asc(outbox.xid), asc(outbox.seq))
    .limit(limit)
  return rows.map(({ xid: at, ...row }) => ({ ...row, position: `${at}:${row.seq}` }))
}

/** The newest place whose events all are visible. Take it before reading everything, then follow from it. */
export async function outboxHead(db: Db): Promise<OutboxPosition> {
  const [row] = await db
    .select({ xid: outbox.xid, seq: outbox.seq })
    .from(outbox)
    .where(settled)
    .orderBy(desc(outbox.xid), desc(outbox.seq))
    .limit(1)
  return row ? `${row.xid}:${row.seq}` : OUTBOX_START
}

/**
 * Whether there are committed events after a place, also such as must wait for an older transaction, of any database
 * on the server. It does not ask whether they still wait: they may have stopped to since the place was read from.
 */
async function hasMore(db: Db, after: OutboxPosition): Promise<boolean> {
  const [row] = await db.select({ seq: outbox.seq }).from(outbox).where(isAfter(after)).limit(1)
  return row !== undefined
}

/** A running reader of the outbox. */
export type OutboxFollower = {
  /** Place after the last batch that was handled. */
  position(): OutboxPosition
  /** Waits for the batch in hand, then ends. */
  stop(): Promise<void>
}

/** How to follow: `handle` gets each batch once it is complete; when it fails, the same batch comes again. */
export type FollowOptions = {
  after: OutboxPosition
  log: Log
  handle(rows: OutboxRow[]): Promise<void>
  /** Most rows in one batch; 500 unless told. */
  batch?: number
  /** Longest wait in milliseconds when no notification arrives; 1000 unless told. */
  pollMs?: number
}

/** A sleep that a notification ends early, also one that arrived while nobody slept. */
function createBell(): { ring(): void; sleep(ms: number): Promise<void> } {
  let rung = false
  let wake: (() => void) | null = null
  return {
    ring() {
      rung = true
      wake?.()
    },
    async sleep(ms) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      rung = false
      wake = null
    },
  }
}

/** Hands every event after `after` to `handle`, in order, soon after its transaction committed. */
export async function followOutbox(database: Database, options: FollowOptions): Promise<OutboxFollower> {
  const { log, handle, batch = 500, pollMs = 1_000 } = options
  const bell = createBell()
  const unlisten = await database.listen(OUTBOX_CHANNEL, bell.ring)
  let position = options.after
  let stopped = false

  /** Handles the next batch; gives how long to wait before looking again, in milliseconds. */
  const step = async (): Promise<number> => {
    const rows = await readOutbox(database.db, position, batch)
    const last = rows.at(-1)
    if (!last) return (await hasMore(database.db, position)) ? UNSETTLED_MS : pollMs
    await handle(rows)
    position = last.position
    return 0
  }
  const loop = async (): Promise<void> => {
    while (!stopped) {
      const rest = await step().catch((error) => {
        log.warn({ err: error }, 'outbox batch failed; trying again')
        return pollMs
      })
      if (rest > 0 && !stopped) await bell.sleep(rest)
    }
  }
  const running = loop()
  return {
    position: () => position,
    async stop() {
      stopped = true
      bell.ring()
      await running
      await unlisten()
    },
  }
}
