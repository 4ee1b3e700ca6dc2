import { type Db, OUTBOX_CHANNEL, schema, type Tx } from '@hansa/db'
import { sql } from 'drizzle-orm'
import type { EntryContent } from '../entry/entry.content.ts'
import { amongWriters } from '../entry/entry.locks.ts'
import { findExisting, findSlugs, writeContents } from '../entry/entry.rows.ts'
import { entriesAtOnce } from './import.rows.ts'

const { audit, entry, importChange, outbox } = schema

/** Entries that cannot be written because something of theirs was taken meanwhile, by their ids. */
const takenAmong = async (tx: Tx, contents: readonly EntryContent[]): Promise<string[]> => {
  const kinds = [...new Set(contents.map(({ kind }) => kind))]
  const known = await findSlugs(
    tx,
    kinds,
    contents.map((content) => content.entry.slug),
  )
  const owners = new Map(known.map(({ kind, slug, id }) => [`${kind}/${slug}`, id]))
  const existing = await findExisting(
    tx,
    contents.map(({ id }) => id),
  )
  return contents.flatMap((content) => {
    const owner = owners.get(`${content.kind}/${content.entry.slug}`)
    return existing.has(content.id) || (owner !== undefined && owner !== content.id) ? [content.id] : []
  })
}

/**
 * Writes new entries where nobody sees them, so that they need only be shown when all are there. There is no audit trail of them yet: they are
 * not in the registry.
 * @returns ids of those that cannot be written because their id or address was taken meanwhile; then none is
 */
export const stageEntries = async (db: Db, contents: readonly EntryContent[]): Promise<string[]> =>
  await db.transaction(async (tx) => {
    const taken = await takenAmong(tx, contents)
    if (taken.length > 0) return taken
    const staged = contents.map((content) => ({ ...content, state: 'staged' as const }))
    await writeContents(tx, staged, new Map(), false)
    return []
  })

/** Removes what an import staged and did not show; some at a time, so that others get the database between. */
export const clearStaged = async (db: Db, importId: string): Promise<void> => {
  for (;;) {
    const { rowCount } = await db.execute(sql`
      delete from ${entry} where ${entry.id} in (
        select ${entry.id} from ${entry} join ${importChange} on ${importChange.entryId} = ${entry.id}
        where ${importChange.importId} = ${importId} and ${importChange.beforeHash} is null and ${entry.state} = 'staged'
        limit ${entriesAtOnce})`)
    if ((rowCount ?? 0) === 0) return
  }
}

/** What is done to the entries that an import made, some at a time, and how the trail calls it. */
const steps = {
  show: { action: 'entry.created', from: sql`${entry.state} = 'staged'`, to: sql`${importChange.state}` },
  // What somebody changed meanwhile is hers.
  archive: {
    action: 'entry.archived',
    from: sql`${entry.state} <> 'archived' and ${entry.contentHash} = ${importChange.afterHash}`,
    to: sql`'archived'`,
  },
} as const

const stepSome = async (
  tx: Tx,
  importId: string,
  actor: string,
  step: keyof typeof steps,
): Promise<number> => {
  await amongWriters(tx)
  const { action, from, to } = steps[step]
  const { rows } = await tx.execute<{ position: number }>(sql`
    select ${importChange.position} as position from ${importChange} join ${entry} on ${entry.id} = ${importChange.entryId}
    where ${importChange.importId} = ${importId} and ${importChange.beforeHash} is null and ${from}
    order by ${importChange.position} limit ${3 * entriesAtOnce} for update of ${entry}`)
  if (rows.length === 0) return 0
  const positions = sql.param(rows.map(({ position }) => position))
  const some = sql`${importChange.importId} = ${importId} and ${importChange.position} = any(${positions}::int[])`
  await tx.execute(sql`
    update ${entry} set state = ${to}, updated_at = now() from ${importChange}
    where ${some} and ${importChange.entryId} = ${entry.id}`)
  const [before, after] = step === 'show' ? [sql`null`, importChange.after] : [importChange.after, sql`null`]
  await tx.execute(sql`
    insert into ${audit} (actor, action, entry_id, before, after)
    select ${actor}, ${action}, ${importChange.entryId}, ${before}, ${after} from ${importChange}
    where ${some} order by ${importChange.position}`)
  await tx.execute(sql`
    insert into ${outbox} (entry_id, entry_kind, event)
    select ${importChange.entryId}, ${importChange.kind}, ${action} from ${importChange}
    where ${some} order by ${importChange.position}`)
  await tx.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`)
  return rows.length
}

/**
 * Shows the staged entries of an import that was decided, each in the state that its change names, or archives what an import made; each with its trail and its
 * event. Some at a time, so that no reader waits for all; what is done is not done again, so it can be gone on with by anybody.
 * @param tell told how many are done
 */
export const stepAll = async (
  db: Db,
  importId: string,
  actor: string,
  step: keyof typeof steps,
  tell: (done: number) => Promise<void>,
): Promise<void> => {
  for (let done = 0; ; ) {
    const some = await db.transaction((tx) => stepSome(tx, importId, actor, step))
    if (some === 0) return
    done += some
    await tell(done)
  }
}

/** How many entries an import staged that are there. */
export const countStaged = async (db: Db, importId: string): Promise<number> => {
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from ${importChange} join ${entry} on ${entry.id} = ${importChange.entryId}
    where ${importChange.importId} = ${importId} and ${importChange.beforeHash} is null and ${entry.state} = 'staged'`)
  return rows[0]?.count ?? 0
}
