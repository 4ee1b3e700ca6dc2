import {
  type Database,
  followOutbox,
  type Log,
  OUTBOX_START,
  type OutboxPosition,
  type OutboxRow,
  outboxHead,
  schema,
} from '@hansa/db'
import { isEntryId } from '@hansa/domain/id'
import { visibleTo, visitor } from '@hansa/domain/permissions'
import type { SearchEngine, Stemmers } from '@hansa/search'
import { and, gt, inArray, lte } from 'drizzle-orm'
import { dependentsOf } from '../search/dependents.ts'
import { loadSearchDocuments } from '../search/documents.ts'
import { type EntryDocument, searchSchema } from '../search/search-schema.ts'

type IndexerDeps = {
  database: Database
  search: SearchEngine
  stemmers: Stemmers
  clock: { now(): Date }
  log: Log
}

export type Indexer = { stop(): Promise<void> }

const batchSize = 500
const dayMs = 86_400_000

// The engine keeps its place in the outbox as one number: transaction × 2^40 + sequence. A sequence stays far below 2^40.
const shift = 40n
const toSeq = (position: OutboxPosition): bigint => {
  const [xid = '0', seq = '0'] = position.split(':')
  return (BigInt(xid) << shift) | BigInt(seq)
}
const toPosition = (seq: bigint): OutboxPosition =>
  seq === 0n ? OUTBOX_START : `${seq >> shift}:${seq & ((1n << shift) - 1n)}`

/** The documents of everything public, in batches by id, so that memory stays flat. */
async function* allDocuments({
  database: { db },
  stemmers,
  clock,
}: IndexerDeps): AsyncGenerator<EntryDocument[]> {
  const { id, state } = schema.entry
  let after = ''
  while (true) {
    const rows = await db
      .select({ id })
      .from(schema.entry)
      .where(and(gt(id, after), inArray(state, visibleTo(visitor))))
      .orderBy(id)
      .limit(batchSize)
    const last = rows.at(-1)
    if (!last) return
    yield await loadSearchDocuments(
      { db, stemmers },
      rows.map((row) => row.id),
      clock.now(),
    )
    after = last.id
  }
}

/** Builds the whole index anew from the database; searches see the old one until the new one is complete. */
export const reindex = async (deps: IndexerDeps): Promise<void> => {
  // The place is taken first: what is written while we read is indexed twice rather than not at all.
  const position = await outboxHead(deps.database.db)
  await deps.search.rebuild(allDocuments(deps), toSeq(position))
}

const indexEntries = async (deps: IndexerDeps, ids: readonly string[], seq: bigint): Promise<void> => {
  const { database, search, stemmers, clock } = deps
  for (let start = 0; start < ids.length || start === 0; start += batchSize) {
    const batch = ids.slice(start, start + batchSize)
    const upsert = await loadSearchDocuments({ db: database.db, stemmers }, batch, clock.now())
    const present = new Set(upsert.map((document) => document.id))
    const isLast = start + batchSize >= ids.length
    // Only the last batch moves the place on: a crash in between repeats the work, and nothing is skipped.
    await search.apply({
      upsert,
      remove: batch.filter((id) => !present.has(id)),
      seq: isLast ? seq : (await search.health()).seq,
    })
  }
}

const handle = async (deps: IndexerDeps, rows: OutboxRow[]): Promise<void> => {
  const last = rows.at(-1)
  if (!last) return
  const changed = [...new Set(rows.map((row) => row.entryId))]
  const ids = [...changed.filter(isEntryId), ...(await dependentsOf(deps.database.db, changed))]
  await indexEntries(deps, ids, toSeq(last.position))
  await deps.search.flush()
}

/** Indexes again the entries whose confirmation is near or past: how fresh they are changes without anybody writing. */
const refreshFreshness = async (deps: IndexerDeps): Promise<void> => {
  const soon = new Date(deps.clock.now().getTime() + 32 * dayMs).toISOString().slice(0, 10)
  const { id, confirmationDueAt } = schema.entry
  const rows = await deps.database.db.select({ id }).from(schema.entry).where(lte(confirmationDueAt, soon))
  await indexEntries(
    deps,
    rows.map((row) => row.id),
    (await deps.search.health()).seq,
  )
}

/**
 * Brings the index together with the database and keeps it so: rebuilds it when it is empty, does not fit the code or
 * is ahead of the database (which was then restored from a backup), goes on from its place otherwise.
 */
export const startIndexer = async (deps: IndexerDeps): Promise<Indexer> => {
  const { database, search, log } = deps
  await search.configure(searchSchema)
  const health = await search.health()
  const ahead = health.seq > toSeq(await outboxHead(database.db))
  if (health.stale || ahead) {
    log.info(
      { reason: ahead ? 'ahead of the database' : (health.problem ?? 'empty') },
      'building the search index',
    )
    await reindex(deps)
  }
  await refreshFreshness(deps)
  const after = toPosition((await search.health()).seq)
  const follower = await followOutbox(database, { after, log, handle: (rows) => handle(deps, rows) })
  const daily = setInterval(() => {
    refreshFreshness(deps).catch((error: unknown) =>
      log.warn({ err: error }, 'freshness could not be refreshed; trying again tomorrow'),
    )
  }, dayMs)
  daily.unref()
  return {
    async stop() {
      clearInterval(daily)
      await follower.stop()
    },
  }
}
