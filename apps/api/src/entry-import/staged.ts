import { type Db, OUTBOX_CHANNEL, schema, type Tx } from '@hansa/db'
import { actorOf, type Viewer } from '@hansa/domain/permissions'
import { sql } from 'drizzle-orm'
import type { EntryContent } from '../entry/entry.content.ts'
import { findExisting, findSlugs, writeContents } from '../entry/entry.rows.ts'
import { rowsAtOnce } from './import.rows.ts'

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
        limit ${rowsAtOnce})`)
    if ((rowCount ?? 0) === 0) return
  }
}

const wake = (tx: Tx) => tx.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`)

/** Writes one event and one record of the trail for every entry that an import made. */
const tell = async (tx: Tx, viewer: Viewer, importId: string, action: 'entry.created' | 'entry.archived') => {
  const made = sql`from ${importChange} where ${importChange.importId} = ${importId} and ${importChange.beforeHash} is null`
  const created = action === 'entry.created'
  await tx.execute(sql`
    insert into ${audit} (actor, action, entry_id, before, after)
    select ${actorOf(viewer)}, ${action}, ${importChange.entryId},
      ${created ? sql`null` : importChange.after}, ${created ? importChange.after : sql`null`} ${made}
    order by ${importChange.position}`)
  await tx.execute(sql`
    insert into ${outbox} (entry_id, entry_kind, event)
    select ${importChange.entryId}, ${importChange.kind}, ${action} ${made} order by ${importChange.position}`)
  await wake(tx)
}

/**
 * Shows all staged entries of an import at once, each in the state that its change names, with its trail and its event.
 * @returns how many they are
 */
export const showStaged = async (tx: Tx, viewer: Viewer, importId: string): Promise<number> => {
  const { rowCount } = await tx.execute(sql`
    update ${entry} set state = ${importChange.state} from ${importChange}
    where ${importChange.importId} = ${importId} and ${importChange.entryId} = ${entry.id} and ${entry.state} = 'staged'`)
  await tell(tx, viewer, importId, 'entry.created')
  return rowCount ?? 0
}

/** Archives all entries that an import made. */
export const archiveMade = async (tx: Tx, viewer: Viewer, importId: string): Promise<void> => {
  await tx.execute(sql`
    update ${entry} set state = 'archived', version = version + 1, updated_at = now() from ${importChange}
    where ${importChange.importId} = ${importId} and ${importChange.entryId} = ${entry.id} and ${importChange.beforeHash} is null`)
  await tell(tx, viewer, importId, 'entry.archived')
}
