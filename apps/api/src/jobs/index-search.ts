import { setTimeout } from 'node:timers/promises'
import {
  type Database,
  followOutbox,
  type Log,
  type OutboxRow,
  outboxHead,
  outboxTail,
  pruneOutbox,
  schema,
} from '@hansa/db'
import { freshnessOf } from '@hansa/domain/entry'
import { Unavailable } from '@hansa/domain/errors'
import { isEntryId } from '@hansa/domain/id'
import { visibleTo, visitor } from '@hansa/domain/permissions'
import type { Lexicon, SearchEngine, Stemmers } from '@hansa/search'
import { and, gt, inArray, lte } from 'drizzle-orm'
import { dependentsOf } from '../search/dependents.ts'
import { loadSearchDocuments, newConceptMemory } from '../search/documents.ts'
import { entriesNaming, newPlacesOf } from '../search/naming.ts'
import { loadLexicon } from '../search/search-lexicon.ts'
import { type EntryDocument, searchSchema } from '../search/search-schema.ts'
import { toPosition, toSeq } from './outbox-seq.ts'

export type IndexerDeps = {
  database: Database
  search: SearchEngine
  stemmers: Stemmers
  clock: { now(): Date }
  log: Log
  /** Called when searches see a change. */
  onIndexed?: () => void
}

export type Indexer = {
  /** Place in the outbox up to which changes were handed to the index, as the engine keeps it. */
  position(): bigint
  /** Waits until everything that is in the outbox now is in the index. */
  caughtUp(): Promise<void>
  stop(): Promise<void>
}

// Turning rows into documents takes the main thread's time, and requests wait for as long as one statement's rows take.
const batchSize = 200
/** Most hits a search gives at once. */
const pageSize = 1000
const dayMs = 86_400_000
/** Longest a start waits for changes that the index has not seen, in milliseconds. */
const longestCatchUpMs = 10_000
/** Rows of the outbox stay for so many days, for processes with an index of their own that are late. */
const daysKept = 7

/** The documents of everything public, in batches by id, so that memory stays flat. */
async function* allDocuments(
  { database: { db }, stemmers, clock }: IndexerDeps,
  lexicon: Lexicon,
): AsyncGenerator<EntryDocument[]> {
  const { id, state } = schema.entry
  // A concept that changes meanwhile stands in the outbox after the place that was taken first.
  const memory = newConceptMemory()
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
      { db, stemmers, lexicon },
      rows.map((row) => row.id),
      clock.now(),
      memory,
    )
    after = last.id
  }
}

/** Asks for the next before the last was used: the database reads while documents are cut and indexed. */
async function* readAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next()
  while (true) {
    const { value, done } = await next
    if (done) return
    next = source.next()
    // Told when its turn comes; until then nobody waits for it.
    next.catch(() => undefined)
    yield value
  }
}

/** Builds the whole index anew from the database; searches see the old one until the new one is complete. */
export const reindex = async (deps: IndexerDeps): Promise<void> => {
  // The place is taken first: what is written while we read is indexed twice rather than not at all.
  const { db } = deps.database
  const position = await outboxHead(db)
  const lexicon = await loadLexicon({ db, stemmers: deps.stemmers })
  await deps.search.rebuild(readAhead(allDocuments(deps, lexicon)), toSeq(position))
}

/** The lexicon of the documents in the index; read again when names change, and when it could not be read. */
type Names = { lexicon: Promise<Lexicon> | null }

const lexiconOf = async ({ database: { db }, stemmers }: IndexerDeps, names: Names): Promise<Lexicon> => {
  names.lexicon ??= loadLexicon({ db, stemmers })
  try {
    return await names.lexicon
  } catch (error) {
    names.lexicon = null
    throw error
  }
}

const indexEntries = async (
  deps: IndexerDeps,
  names: Names,
  ids: readonly string[],
  seq: bigint,
): Promise<void> => {
  const { database, search, stemmers, clock } = deps
  const lexicon = await lexiconOf(deps, names)
  for (let start = 0; start < ids.length || start === 0; start += batchSize) {
    const batch = ids.slice(start, start + batchSize)
    const upsert = await loadSearchDocuments({ db: database.db, stemmers, lexicon }, batch, clock.now())
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

/** Reads the names again when these changes touch them; gives the entries whose texts have names that are new or gone. */
const followNames = async (
  deps: IndexerDeps,
  names: Names,
  changed: readonly string[],
): Promise<string[]> => {
  const lexicon = await lexiconOf(deps, names)
  const unknown = await newPlacesOf(deps.database.db, lexicon, changed)
  const touched = [
    ...new Set([...changed.filter((id) => lexicon.named.has(id) || !isEntryId(id)), ...unknown]),
  ]
  if (touched.length === 0) return []
  names.lexicon = null
  return entriesNaming(deps, await lexiconOf(deps, names), touched)
}

const handle = async (deps: IndexerDeps, names: Names, rows: OutboxRow[]): Promise<void> => {
  const last = rows.at(-1)
  if (!last) return
  const changed = [...new Set(rows.map((row) => row.entryId))]
  const naming = await followNames(deps, names, changed)
  const dependents = await dependentsOf(deps.database.db, changed)
  const ids = [...new Set([...changed.filter(isEntryId), ...dependents, ...naming])]
  await indexEntries(deps, names, ids, toSeq(last.position))
  await deps.search.flush()
  deps.onIndexed?.()
}

/** Ids among these that the index holds with another freshness than this. */
const differing = async (
  search: SearchEngine,
  ids: readonly string[],
  freshness: string,
): Promise<string[]> => {
  const found: string[] = []
  for (let start = 0; start < ids.length; start += pageSize) {
    const some = ids.slice(start, start + pageSize)
    const not = { facet: 'freshness', in: [freshness] }
    const { hits, limited } = await search.search({
      text: '',
      filter: { all: [{ ids: some }, { not }] },
      limit: pageSize,
    })
    if (limited) throw new Unavailable('The search index cannot be asked at the moment.')
    found.push(...hits.map((hit) => hit.id))
  }
  return found
}

/**
 * Indexes again the entries whose confirmation has become due or overdue since they were indexed: how fresh they are
 * changes without anybody writing.
 */
const refreshFreshness = async (deps: IndexerDeps, names: Names): Promise<void> => {
  const today = deps.clock.now()
  const soon = new Date(today.getTime() + 32 * dayMs).toISOString().slice(0, 10)
  const { id, lastConfirmedAt, confirmationDueAt } = schema.entry
  const rows = await deps.database.db
    .select({ id, lastConfirmedAt, confirmationDueAt })
    .from(schema.entry)
    .where(lte(confirmationDueAt, soon))
  const changed: string[] = []
  for (const [freshness, same] of Map.groupBy(rows, (row) => freshnessOf(row, today)))
    changed.push(
      ...(await differing(
        deps.search,
        same.map((row) => row.id),
        freshness,
      )),
    )
  if (changed.length === 0) return
  await indexEntries(deps, names, changed, (await deps.search.health()).seq)
  deps.onIndexed?.()
}

/** Deletes what the stored index has passed: a restart goes on from there. */
const tidyOutbox = async ({ database: { db }, search, clock, log }: IndexerDeps): Promise<void> => {
  const { savedSeq } = await search.health()
  if (savedSeq === 0n) return
  const keepFrom = new Date(clock.now().getTime() - daysKept * dayMs)
  const rows = await pruneOutbox(db, toPosition(savedSeq), keepFrom)
  if (rows > 0) log.info({ rows }, 'rows of the outbox deleted that every index has passed')
}

/** Why the index cannot go on from its place; null when it can. */
const whyRebuild = async ({ database: { db }, search }: IndexerDeps): Promise<string | null> => {
  const { seq, stale, problem } = await search.health()
  if (stale) return problem ?? 'empty'
  if (seq > toSeq(await outboxHead(db))) return 'ahead of the database, which was restored from a backup'
  const tail = await outboxTail(db)
  if (tail && !tail.first && seq < toSeq(tail.position)) return 'older than the outbox reaches back'
  return null
}

/**
 * Brings the index together with the database and keeps it so: rebuilds it when it is empty, does not fit the code, is
 * ahead of the database or so old that changes it has not seen are gone from the outbox; goes on from its place otherwise.
 */
export const startIndexer = async (deps: IndexerDeps): Promise<Indexer> => {
  const { database, search, log } = deps
  await search.configure(searchSchema)
  const reason = await whyRebuild(deps)
  if (reason !== null) {
    log.info({ reason }, 'building the search index')
    await reindex(deps)
  }
  const names: Names = { lexicon: null }
  // Begun before anything can change, and not waited for: only changes need it.
  lexiconOf(deps, names).catch(() => undefined)
  await refreshFreshness(deps, names)
  await tidyOutbox(deps)
  const after = toPosition((await search.health()).seq)
  const follower = await followOutbox(database, { after, log, handle: (rows) => handle(deps, names, rows) })
  const daily = setInterval(() => {
    refreshFreshness(deps, names)
      .then(() => tidyOutbox(deps))
      .catch((error: unknown) => log.warn({ err: error }, 'the daily work failed; trying again tomorrow'))
  }, dayMs)
  daily.unref()
  const position = () => toSeq(follower.position())
  let isStopped = false
  const catchUp = async (longestMs: number): Promise<void> => {
    const head = toSeq(await outboxHead(database.db))
    const end = performance.now() + longestMs
    while (position() < head && !isStopped && performance.now() < end) await setTimeout(50)
  }
  // What was written before this start is found when it is ready; a long backlog is worked off meanwhile.
  await catchUp(longestCatchUpMs)
  return {
    position,
    caughtUp: () => catchUp(Number.POSITIVE_INFINITY),
    async stop() {
      isStopped = true
      clearInterval(daily)
      await follower.stop()
    },
  }
}
