import { type Clock, type Database, type Db, type Log, schema, type Tx } from '@hansa/db'
import { unattachedHours } from '@hansa/domain/attachment'
import type { FileStore } from '@hansa/files'
import { and, asc, eq, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm'

const { attachment } = schema
type Deps = { db: Db; clock: Clock; store: FileStore }

/** Rows whose bytes are looked after in one transaction: nobody can send a file meanwhile. */
const atOnce = 25

/** What was sent for nothing and belongs to nothing a day later is removed, and what never came to the store whole. */
const removeForsaken = async ({ db, clock }: Deps): Promise<void> => {
  const now = clock.now()
  await db
    .update(attachment)
    .set({ state: 'removed', removedAt: now })
    .where(
      and(
        or(isNull(attachment.entryId), isNull(attachment.storedAt)),
        ne(attachment.state, 'removed'),
        lt(attachment.createdAt, new Date(now.getTime() - unattachedHours * 3_600_000)),
      ),
    )
}

/** Those among some SHA-256 that an attachment which was not removed refers to. */
const inUse = async (tx: Tx, hashes: readonly string[]): Promise<Set<string>> => {
  const { rows } = await tx.execute<{ sha256: string }>(sql`
    select distinct part ->> 'sha256' as sha256
    from ${attachment}, jsonb_array_elements(${attachment.renditions}) part
    where ${attachment.state} <> 'removed' and part ->> 'sha256' = any(${sql.param([...hashes])})`)
  return new Set(rows.map((row) => row.sha256))
}

/** Removes the bytes of some removed attachments, but those that another has too. How many attachments it looked after. */
const clearSome = async (tx: Tx, { clock, store }: Deps): Promise<number> => {
  // Whoever sends a file writes its row first, and waits here: bytes found to be nobody's stay nobody's until they are gone.
  await tx.execute(sql`lock table ${attachment} in share row exclusive mode`)
  const rows = await tx
    .select({ id: attachment.id, renditions: attachment.renditions })
    .from(attachment)
    .where(and(eq(attachment.state, 'removed'), isNull(attachment.clearedAt)))
    .orderBy(asc(attachment.id))
    .limit(atOnce)
  if (rows.length === 0) return 0
  const hashes = new Set(rows.flatMap(({ renditions }) => renditions.map(({ sha256 }) => sha256)))
  const used = await inUse(tx, [...hashes])
  for (const sha256 of hashes) if (!used.has(sha256)) await store.remove(sha256)
  const ids = rows.map(({ id }) => id)
  await tx.update(attachment).set({ clearedAt: clock.now() }).where(inArray(attachment.id, ids))
  return rows.length
}

/**
 * Removes files that belong to nothing or never came whole, and the bytes of removed attachments to which nothing refers any more. What fails, or
 * ends half-way, is done by the next sweep.
 */
export const sweepAttachments = async (deps: Deps): Promise<void> => {
  await removeForsaken(deps)
  while ((await deps.db.transaction((tx) => clearSome(tx, deps))) === atOnce);
}

const everyMs = 3_600_000

/** Sweeps every hour. To be run where the store of files is, which may be a folder of this process alone. */
export const startAttachmentSweeper = (deps: {
  database: Database
  clock: Clock
  log: Log
  store: FileStore
}): { stop(): void } => {
  const { database, clock, log, store } = deps
  const sweep = () => {
    sweepAttachments({ db: database.db, clock, store }).catch((error: unknown) =>
      log.warn({ err: error }, 'files that belong to nothing could not be removed; trying again in an hour'),
    )
  }
  sweep()
  const timer = setInterval(sweep, everyMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
