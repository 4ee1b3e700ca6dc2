import { type Db, schema, type Tx } from '@hansa/db'
import { newEntryId } from '@hansa/domain/id'
import type { Kind } from '@hansa/domain/kind'
import { actorOf, authorize, type Viewer } from '@hansa/domain/permissions'
import { sql } from 'drizzle-orm'
import { contentOf, type EntryContent } from './entry.content.ts'
import {
  checkSlugs,
  type Existing,
  findExisting,
  writeContents,
  writeRedirects,
  writeTrail,
} from './entry.rows.ts'

export type Writer = { db: Db; viewer: Viewer }

/** One entry to save: `id` of an existing or known one, or none for a new one; `input` as its kind's schema has it. */
export type EntryChange = { kind: Kind; id?: string; input: unknown }

type Saved = { id: string; slug: string; changed: boolean }

const { entry } = schema

/** @throws Unauthenticated, Forbidden, InvalidInput */
const contentsOf = (viewer: Viewer, changes: readonly EntryChange[]): EntryContent[] => {
  for (const { kind } of changes) authorize(viewer, 'entry.save', { kind })
  return changes.map((change) => contentOf(change.kind, change.id ?? newEntryId(change.kind), change.input))
}

/** Writes entries as they are to be, with the audit record and the event of each, into the transaction that makes them so. */
export const storeEntries = async (
  tx: Tx,
  viewer: Viewer,
  contents: EntryContent[],
  { seeded = false, existing }: { seeded?: boolean; existing?: Map<string, Existing> } = {},
): Promise<void> => {
  const ids = contents.map((content) => content.id)
  const before = existing ?? (await findExisting(tx, ids))
  await checkSlugs(tx, contents)
  await writeRedirects(tx, contents, before)
  await writeContents(tx, contents, before, seeded)
  await writeTrail(tx, actorOf(viewer), contents, before)
}

/**
 * Writes prepared entries with their audit trail and events, for a service that has decided itself whether its viewer may. An entry whose
 * content and state are what they were is left alone.
 * @throws InvalidInput for a slug that leads to another entry
 */
export const writeEntries = async (
  tx: Tx,
  viewer: Viewer,
  contents: EntryContent[],
  seeded = false,
): Promise<Saved[]> => {
  const existing = await findExisting(
    tx,
    contents.map((content) => content.id),
  )
  const changed = contents.filter(({ id, entry: { contentHash }, state }) => {
    const before = existing.get(id)
    return before?.contentHash !== contentHash || (state !== undefined && state !== before.state)
  })
  if (changed.length > 0) await storeEntries(tx, viewer, changed, { seeded, existing })
  const saved = new Set(changed)
  return contents.map((content) => ({
    id: content.id,
    slug: content.entry.slug,
    changed: saved.has(content),
  }))
}

/**
 * Saves entries, all or none: authorize → parse → transaction { write, audit, event } → return. An entry whose content
 * is what it was is left alone. `seeded` notes the content as the seed's own, so that a later seed can tell which
 * entries people have edited since.
 * @throws Unauthenticated, Forbidden, InvalidInput
 */
export const saveEntries = async (
  { db, viewer }: Writer,
  changes: readonly EntryChange[],
  options: { seeded: boolean } = { seeded: false },
): Promise<Saved[]> => {
  const contents = contentsOf(viewer, changes)
  return await db.transaction((tx) => writeEntries(tx, viewer, contents, options.seeded))
}

/**
 * Saves more entries than should be in memory at once, batch by batch and still all or none. A batch may be made from
 * what the transaction reads; when making it fails, nothing is saved.
 * @returns how many entries were changed
 * @throws Unauthenticated, Forbidden, InvalidInput, and what making a batch throws
 */
export const saveInBatches = async (
  { db, viewer }: Writer,
  batches: (tx: Db) => AsyncIterable<readonly EntryChange[]>,
): Promise<number> =>
  await db.transaction(async (tx) => {
    let changed = 0
    for await (const changes of batches(tx)) {
      const saved = await writeEntries(tx, viewer, contentsOf(viewer, changes))
      changed += saved.filter((row) => row.changed).length
    }
    return changed
  })

/** Saves one entry; see `saveEntries`. */
export const saveEntry = async (writer: Writer, change: EntryChange): Promise<Saved> => {
  const [saved] = await saveEntries(writer, [change])
  if (!saved) throw new Error('saveEntries returned nothing')
  return saved
}

/** The entries among `ids` that people have edited since the seed wrote them. */
export const editedSinceSeed = async (db: Db, ids: readonly string[]): Promise<Set<string>> => {
  const rows = await db
    .select({ id: entry.id })
    .from(entry)
    .where(sql`${entry.seedHash} is distinct from ${entry.contentHash}`)
  const wanted = new Set(ids)
  return new Set(rows.map((row) => row.id).filter((id) => wanted.has(id)))
}
